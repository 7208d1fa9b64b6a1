"""Words, looks and marks without a browser."""

import re
from importlib.resources import files
from typing import get_args

import pytest

from graph.answers.shapes import ReasonCode
from graph.model import RecordType, vocabulary
from graph.model.gap_kinds import GAP_KINDS
from graph.store.contract import Cause
from viz import style
from viz.render import breaks, numbers
from viz.texts import TEXTS

TEMPLATES = list(files("viz").joinpath("templates").iterdir())
SOURCES = [*TEMPLATES, files("viz").joinpath("words.py"), files("viz").joinpath("graph_page.py")]
BUILT = re.compile(r'(?:words|self)\.coded\(f?"(\w+_)(?:" ~|\{)')
CSS = files("viz").joinpath("static", "frame.css").read_text("utf-8")


def test_no_word_of_a_code_is_left_over() -> None:
    starts = {start for source in SOURCES for start in BUILT.findall(source.read_text("utf-8"))}

    assert [key for key in TEXTS if key != "known" and not key.startswith(tuple(starts))] == []


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (style.STATUS, {*vocabulary.LOCAL_STATUSES, "captive"}),
        (style.KIND, set(GAP_KINDS)),
        (style.STANDING, set(vocabulary.STANDINGS)),
        (style.BASIS, {"stated", "reference", "reported", "derived"}),
        (style.ORIGIN, {"stated", "derived", "both"}),
        (style.ANSWER, {"yes", "unknown", "no", "market", "no_recipe"}),
        (style.ENTERPRISE, {"operating", "suspended", "planned", "prospective"}),
    ],
)
def test_every_code_has_a_look(table: dict[str, style.Look], codes: set[str]) -> None:
    assert table.keys() == codes


def test_every_code_that_words_are_built_from_has_one() -> None:
    built = {
        "type_": get_args(RecordType),
        "cause_": get_args(Cause),
        "reason_": get_args(ReasonCode),
        "stage_": vocabulary.STAGES,
        "sort_": get_args(vocabulary.Sort),
        "input_": vocabulary.INPUT_SORTS,
        "horizon_": vocabulary.HORIZONS,
    }

    assert [f"{start}{code}" for start, codes in built.items() for code in codes
            if f"{start}{code}" not in TEXTS] == []  # fmt: skip


def test_every_look_stands_in_the_stylesheet_and_every_icon_in_the_sprite() -> None:
    sprite = files("viz").joinpath("templates", "icons.html").read_text("utf-8")
    tables = (style.STATUS, style.KIND, style.STANDING, style.BASIS, style.ORIGIN, style.ANSWER,
              style.ENTERPRISE, style.GROUPS)  # fmt: skip
    looks = [style.TRADED, *(look for table in tables for look in table.values())]

    assert [look.css for look in looks if f".{look.css}" not in CSS] == []
    assert [look.icon for look in looks if f'id="i-{look.icon}"' not in sprite] == []


def test_local_statuses_differ_in_icon_word_and_class() -> None:
    looks = style.STATUS.values()

    for of in ("css", "icon", "brief", "words"):
        assert len({getattr(look, of) for look in looks}) == len(looks), of


def test_a_name_may_break_only_where_chinese_allows_it() -> None:
    assert breaks("制氢·储氢与运氢（氢气/氢能）") == (
        "制氢·<wbr>储氢与<wbr>运氢<wbr>（氢气/<wbr>氢能）"
    )
    assert breaks("<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("缺 3 个", "缺 <b>3 </b>个"),
        ("配套率35–62%", "配套率<b>35–62%</b>"),
        ("A0/A00 级轿车", "A0/A00 级轿车"),
        ("<3>", "&lt;<b>3</b>&gt;"),
    ],
)
def test_numbers_of_a_sentence_are_set_off_but_not_those_of_names(
    sentence: str, marked: str
) -> None:
    assert numbers(sentence) == marked
