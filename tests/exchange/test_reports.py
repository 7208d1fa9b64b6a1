"""The diagnosis of a chain as page and document: what it says, and that every quote stands."""

import io
import re

import docx
import pytest

from graph.answers import Workspace, workspace
from graph.answers.report import report
from graph.answers.shapes.report import Report
from graph.errors import UnknownNameError
from graph.exchange.out.report_docx import report_docx
from graph.model.vocabulary import Lang
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.support import chain, dataset, facts, indicator, industry
from viz.report_page import report_fills, report_page


def demo(lang: Lang = "zh") -> Report:
    return report(shipped("demo"), Terms(), lang, chain="bicycle", year=2026)


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.partition("<body>")[2]))


def opened(found: Report, lang: Lang = "zh") -> "docx.document.Document":
    return docx.Document(io.BytesIO(report_docx(found, report_fills(), lang)))


def said(found: Report, code: str) -> list[str]:
    (section,) = (each for each in found.sections if each.code == code)
    return [each.text for each in section.sentences]


# What the head of seeds/demo/dataset.yaml works out by hand.
WORKED_OUT = [
    "自行车：确认缺口1项；卡住在产1项，首要同步带",
    "6 个环节：本地在产 1、在建 1、拟引进 1、未知 2。",
    "不足三组，不给百分数，逐组列出：同步带、链条（在建）。",
    "同步带生产企业：拟引进，确认缺口，卡住在产，在等它的：自行车",
    "原文：“着力引进同步带生产企业”。",
    "自行车：只点名飞轮车业一家。",
    "没有待核实的问题、规划中不合的数字或几条链共有的缺口。",
]


@pytest.mark.parametrize("sentence", WORKED_OUT)
def test_page_and_document_say_what_was_worked_out_by_hand(sentence: str) -> None:
    page = plain(report_page(demo(), "zh"))
    text = "\n".join(each.text for each in opened(demo()).paragraphs)

    assert sentence in page
    assert sentence in text


def test_the_panorama_says_in_words_what_it_says_in_colour() -> None:
    cells = [cell for row in opened(demo()).tables[0].rows for cell in row.cells]
    texts = [cell.text for cell in cells]

    assert "自行车\n本地在产" in texts
    assert "同步带\n拟引进 · 确认缺口" in texts
    assert "车架\n厂内工序" in texts
    assert "自行车 本地在产" in plain(report_page(demo(), "zh"))
    shaded = next(cell for cell in cells if cell.text.startswith("自行车"))
    assert report_fills()["made"][0].lstrip("#") in shaded._tc.xml


def test_a_document_names_title_edition_version_and_boundary_on_a_page_of_a4() -> None:
    document = opened(demo())
    about = "\n".join(each.text for each in document.paragraphs[:2])

    assert about.startswith("自行车产业链诊断")
    assert {"虚构示例，2026-01-01", "数据版本 1", "边界 可市场采购的不算缺"} <= {
        part.removeprefix("依据 ") for part in about.split("\n")[1].split(" · ")
    }
    width = document.sections[0].page_width
    assert width is not None
    assert round(width.mm) == 210
    assert "NUMPAGES" in document.sections[0].footer._element.xml


@pytest.mark.parametrize("wanted", [None, "aerogel", "vehicle", "medical_devices"])
def test_every_number_leads_to_a_quote_that_stands_in_its_document(wanted: str | None) -> None:
    ws = shipped("hechuan")
    found = report(ws, Terms(), "zh", chain=wanted, year=2026)
    sentences = [found.lead, *(each for part in found.sections for each in part.sentences)]
    cited = {number for each in sentences for number in each.cites}

    assert cited == set(range(1, len(found.quotes) + 1))
    assert all(each.cites or each.computed for each in sentences)
    for quote in found.quotes:
        proof = quote.evidence
        line = ws.facts.documents[proof.document or ""].text.split("\n")[(proof.line or 0) - 1]
        assert line[proof.start : proof.end] == proof.quote
        assert f"第{proof.line}行" in quote.where


def test_the_numbers_of_page_and_document_are_those_of_the_list_at_the_end() -> None:
    found = report(shipped("hechuan"), Terms(), "zh", chain="vehicle", year=2026)
    page = report_page(found, "zh")
    runs = [run for each in opened(found).paragraphs for run in each.runs]
    cited = {run.text for run in runs if run.font.superscript}
    listed = {f"[{each.number}]" for each in found.quotes}

    assert set(re.findall(r'href="#q(\d+)"', page)) == set(re.findall(r'id="q(\d+)"', page))
    assert cited == listed
    assert all(any(run.text.startswith(each) for run in runs) for each in listed)


def figures() -> Workspace:
    """A chain with 93 of 300 reached, and one of which nothing is known."""
    about = {"subject_type": "chain", "subject": "bikes", "name": "产值", "unit": "亿元"}
    return workspace(
        facts(
            industry(),
            chain("bikes"),
            chain("bare"),
            indicator("now", 93.0, printed="93亿元", year=2021, **about),
            indicator(
                "goal",
                300.0,
                printed="300亿元",
                year=2025,
                actual_or_target="target",
                **about,
            ),
            dataset=dataset(),
        )
    )


def test_scale_stands_against_its_target() -> None:
    """93 / 300 = 31 %."""
    found = report(figures(), Terms(), "zh", chain="bikes")

    assert said(found, "targets") == [
        "bikes：产值 2021 年 93亿元，2025 年目标 300亿元，现值为目标的 31%。"
    ]


def test_a_chain_without_data_says_what_is_missing_and_prints_no_zeros() -> None:
    found = report(figures(), Terms(), "zh", chain="bare")
    text = plain(report_page(found, "zh"))

    assert said(found, "targets") == ["资料没有写明规模或目标的数字；有了统计数，可作为指标录入。"]
    assert said(found, "panorama")[0].startswith("bare还没有环节资料")
    assert said(found, "completeness")[0].startswith("没有已知的本地产品")
    assert said(found, "single")[0].startswith("没有已知在产企业的环节")
    assert not re.search(r"(?<![\d-])0(?![\d-])", text.replace("2026-01-01", ""))
    assert found.quotes == ()


def test_a_briefing_is_about_every_chain() -> None:
    ws = shipped("hechuan")
    found = report(ws, Terms(), "zh", year=2026)
    panorama = next(each for each in found.sections if each.code == "panorama")

    names = [each.name for each in sorted(ws.facts.chains.values(), key=lambda c: (c.order, c.id))]
    assert [row.name for row in panorama.rows] == names
    assert [text.split("：")[0] for text in said(found, "chains")] == names
    assert len(said(found, "matters")) == 3


def test_english_is_english_but_for_quotes() -> None:
    page = plain(report_page(demo("en"), "en"))
    quoted = re.sub(r"“[^”]*”", "", page)

    assert page.strip().startswith("Diagnosis of the chain Bicycle")
    assert "Timing belt" in page
    assert (
        re.findall(r"[\u4e00-\u9fff]{2,}", quoted)
        == ["虚构示例"] + ["虚构示例", "青溪县自行车产业简况"] * 2
    )


def test_the_same_question_gives_the_same_document() -> None:
    assert report_docx(demo(), report_fills(), "zh") == report_docx(demo(), report_fills(), "zh")


def test_a_chain_that_is_none_is_named() -> None:
    with pytest.raises(UnknownNameError):
        report(shipped("demo"), Terms(), "zh", chain="nothing")


def test_what_was_typed_is_text() -> None:
    evil = chain("bikes", name="<b>链</b>", name_en="x")
    found = report(workspace(facts(industry(), evil)), Terms(), "zh", chain="bikes")

    assert "<b>链</b>" not in report_page(found, "zh")
    assert "&lt;b&gt;链" in report_page(found, "zh")
