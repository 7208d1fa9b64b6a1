"""The report as slides: the sentences and quotes of the document, nothing beyond the slide."""

import io
from collections.abc import Iterator
from functools import cache

import pytest
from PIL import ImageFont
from pptx import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Pt

from graph.answers import workspace
from graph.answers.report import report
from graph.answers.shapes.report import Report
from graph.model.vocabulary import Lang
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.support import chain, facts, industry
from viz.slides.report_slides import report_pptx

NOTO = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
REPORTS: tuple[tuple[str | None, Lang], ...] = (("vehicle", "zh"), (None, "zh"), ("aerogel", "en"))


@cache
def found(wanted: str | None, lang: Lang = "zh", dataset: str = "hechuan") -> Report:
    return report(shipped(dataset), Terms(), lang, chain=wanted, year=2026)


@cache
def slides(wanted: str | None, lang: Lang = "zh", dataset: str = "hechuan") -> tuple[Slide, ...]:
    content = report_pptx(found(wanted, lang, dataset), lang)
    return tuple(Presentation(io.BytesIO(content)).slides)


def shapes(every: tuple[Slide, ...]) -> Iterator[Shape]:
    for slide in every:
        for shape in slide.shapes:
            assert isinstance(shape, Shape)
            yield shape


def runs(every: tuple[Slide, ...]) -> Iterator[str]:
    for shape in shapes(every):
        for paragraph in shape.text_frame.paragraphs:
            yield from (run.text for run in paragraph.runs)


@pytest.mark.parametrize(("wanted", "lang"), REPORTS)
def test_every_sentence_of_the_document_stands_on_a_slide_with_its_numbers(
    wanted: str | None, lang: Lang
) -> None:
    told = found(wanted, lang)
    said = list(runs(slides(wanted, lang)))
    sentences = [told.lead, *(each for part in told.sections for each in part.sentences)]

    for sentence in sentences:
        at = next(n for n, text in enumerate(said) if text.strip() == sentence.text)
        behind = said[at + 1 : at + 2 + len(sentence.cites)]
        assert [f"[{n}]" for n in sentence.cites] == [t for t in behind if t.startswith("[")]
    quoted = {each.number for each in told.quotes}
    assert quoted == {int(t.strip("[] ")) for t in said if t.startswith("[")}


def test_the_panorama_is_drawn_in_colour_with_words() -> None:
    cells = {shape.text_frame.text: shape for shape in shapes(slides("bicycle", dataset="demo"))}

    assert str(cells["自行车\n本地在产"].fill.fore_color.rgb) == "0B5FA5"
    assert str(cells["同步带\n拟引进 · 确认缺口"].line.color.rgb) == "B3261E"
    assert "车架\n厂内工序" in cells


@pytest.mark.parametrize(("wanted", "lang"), REPORTS)
def test_nothing_stands_beyond_its_slide_or_its_box(wanted: str | None, lang: Lang) -> None:
    """Measured with the letters of a real font, apart from what the slides reckon with."""
    letters = ImageFont.truetype(NOTO, 100)
    for shape in shapes(slides(wanted, lang)):
        assert min(shape.left, shape.top) >= 0
        assert shape.left + shape.width <= Pt(960)
        assert shape.top + shape.height <= Pt(540)
        high = 0.0
        for paragraph in shape.text_frame.paragraphs:
            size = max(run.font.size.pt for run in paragraph.runs)
            wide = sum(letters.getlength(r.text) * r.font.size.pt / 100 for r in paragraph.runs)
            lines = -(-wide // (shape.width.pt - 8))
            high += lines * size * 1.2
        assert high <= shape.height.pt + 1, shape.text_frame.text


def test_chinese_letters_have_a_font_in_the_theme() -> None:
    content = report_pptx(found("bicycle", dataset="demo"), "zh")
    master = Presentation(io.BytesIO(content)).slide_master.part
    theme = next(rel.target_part for rel in master.rels.values() if "theme" in rel.reltype)

    assert theme.blob.decode().count('<a:ea typeface="Microsoft YaHei"/>') == 2


def test_a_slide_says_what_it_belongs_to_and_its_number() -> None:
    every = slides("bicycle", dataset="demo")
    feet = [list(shapes((slide,)))[-1].text_frame.text for slide in every]

    assert feet[0] == f"自行车产业链诊断 · 依据 虚构示例，2026-01-01 · 数据版本 1 · 1 / {len(feet)}"
    assert feet[-1].endswith(f"{len(feet)} / {len(feet)}")
    assert [slide.shapes.title.text_frame.text for slide in every if slide.shapes.title] == [
        "自行车产业链诊断", "产业链全景", "首要缺口", "只点名一家的环节", "须协调的事", "依据",
    ]  # fmt: skip


def test_a_chain_without_data_says_what_is_missing() -> None:
    bare = report(workspace(facts(industry(), chain("bare"))), Terms(), "zh", chain="bare")
    said = "\n".join(runs(tuple(Presentation(io.BytesIO(report_pptx(bare, "zh"))).slides)))

    assert "bare还没有环节资料" in said
    assert "没有已知的本地产品" in said


def test_the_same_report_is_the_same_file() -> None:
    told = found("bicycle", dataset="demo")

    assert report_pptx(told, "zh") == report_pptx(told, "zh")
