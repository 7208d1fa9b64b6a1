"""How names are folded, spelt by their initials and ranked."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.core import Pinyin

from graph.model import AnyRecord
from graph.model.names import fold
from graph.store.contract import Hit
from graph.store.names import SearchName, names_of, ranked
from graph.store.sounds import sounds
from tests.support import (
    chain,
    claim,
    enterprise,
    gap,
    industry,
    makes,
    mention,
    platform,
    project,
    region,
    segment,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("气凝胶", "气凝胶"),
        ("Aerogel Felt", "aerogelfelt"),
        ("Ａ００级　电动车", "a00级电动车"),
        ("ＰＶＢ（胶片）", "pvb(胶片)"),
        ("  a\tb\nc\u00a0d\u3000", "abcd"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ｶﾞ", "ガ"),
        ("①㎏", "1kg"),
        ("", ""),
    ],
)
def test_folding_drops_width_case_and_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_has_no_spaces_and_no_capitals(text: str) -> None:
    assert not any(character.isspace() for character in fold(text))
    assert fold(text.swapcase().swapcase()).casefold() == fold(text.swapcase().swapcase())


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("气凝胶", "qnj"),
        ("重庆", "cq"),
        ("A00级电动车", "a00jddc"),
        ("铝合金 轮毂", "lhjlg"),
        ("重型货车", "zxhc"),
        ("长安汽车", "caqc"),
        ("PVB", "pvb"),
    ],
)
def test_initials_read_each_character_as_its_word_does(name: str, letters: str) -> None:
    assert sounds(name)[1] == letters


@given(st.text(st.sampled_from("重庆长行银传说A0（·）级 电池厂调𠮷"), max_size=12))
def test_initials_are_those_of_the_whole_name(name: str) -> None:
    assert sounds(name)[1] == fold("".join(lazy_pinyin(name, style=Style.FIRST_LETTER)))


PHRASES = sorted(PHRASES_DICT)
BEGUN = st.tuples(st.sampled_from(PHRASES), st.integers(1, 10)).map(lambda pair: pair[0][: pair[1]])
"""Phrases whole or broken off: what comes next may begin within them."""
CHARACTERS = st.characters(categories=["Lo"], min_codepoint=0x3000, max_codepoint=0x30000)


@given(st.lists(BEGUN | CHARACTERS | st.text(max_size=3), max_size=5).map("".join))
def test_names_of_any_phrases_sound_as_the_library_reads_them(name: str) -> None:
    words = Pinyin().seg(name)

    sound = "".join(
        fold(syllable).capitalize()
        for word in words
        for syllable in ([word] if word.isascii() else lazy_pinyin([word]))
    )
    letters = "".join(lazy_pinyin(words, style=Style.FIRST_LETTER))
    assert sounds(name) == (sound, fold(letters))


@pytest.mark.parametrize(
    ("name", "sound", "letters"),
    [
        ("重庆长安行", "ChongQingChangAnXing", "cqcax"),
        ("银行", "YinHang", "yh"),
        ("行业", "HangYe", "hy"),
        ("音乐快乐", "YinYueKuaiLe", "yykl"),
    ],
)
def test_a_character_of_several_sounds_is_read_as_its_word_is(
    name: str, sound: str, letters: str
) -> None:
    assert sounds(name) == (sound, letters)


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("气凝胶", "QiNingJiao"),
        ("重庆长安", "ChongQingChangAn"),
        ("A00级电动车", "A00JiDianDongChe"),
        ("PVB 胶片", "PvbJiaoPian"),
    ],
)
def test_pinyin_marks_where_each_syllable_begins(name: str, sound: str) -> None:
    assert sounds(name)[0] == sound


def texts(record: AnyRecord) -> list[tuple[str, str, str]]:
    return [(name.kind, name.text, name.folded) for name in names_of(record)]


def test_a_segment_has_its_name_its_other_names_and_the_initials_of_each() -> None:
    frame = segment("frame", name="车架", name_en="Bike Frame", aliases=("骨架", "FR"))

    assert texts(frame) == [
        ("name", "车架", "车架"),
        ("pinyin", "车架", "CheJia"),
        ("initials", "车架", "cj"),
        ("other", "Bike Frame", "bikeframe"),
        ("other", "骨架", "骨架"),
        ("pinyin", "骨架", "GuJia"),
        ("initials", "骨架", "gj"),
        ("other", "FR", "fr"),
    ]


def test_the_word_of_a_mention_is_a_name_of_its_segment() -> None:
    names = names_of(mention("bikes", "frame", "大架"))

    assert [(name.type, name.id, name.kind, name.text) for name in names] == [
        ("segment", "frame", "other", "大架"),
        ("segment", "frame", "pinyin", "大架"),
        ("segment", "frame", "initials", "大架"),
    ]


@pytest.mark.parametrize(
    "record",
    [mention("bikes", "frame"), makes("acme", "frame"), claim("frame", "present")],
    ids=lambda record: record.type,
)
def test_records_without_a_name_give_none(record: AnyRecord) -> None:
    assert names_of(record) == ()


@pytest.mark.parametrize(
    "record",
    [
        industry("one", name="Main", name_en="Other"),
        chain("one", name="Main", name_en="Other"),
        region("one", name="Main", name_en="Other"),
        segment("one", name="Main", name_en="Other"),
        enterprise("one", name="Main", name_en="Other"),
        platform("one", name="Main", name_en="Other"),
        project("one", name="Main", name_en="Other"),
    ],
    ids=lambda record: record.type,
)
def test_named_records_give_their_name_and_their_english_name(record: AnyRecord) -> None:
    assert [(name.type, name.kind, name.text) for name in names_of(record)] == [
        (record.type, "name", "Main"),
        (record.type, "other", "Other"),
    ]


def test_a_gap_gives_its_name() -> None:
    assert [name.text for name in names_of(gap("no_frame", segment="frame", name="Lack"))] == [
        "Lack"
    ]


def named(id_: str, text: str) -> tuple[SearchName, str]:
    return SearchName("segment", id_, "other", text, fold(text)), f"name of {id_}"


def test_names_that_do_not_match_are_passed_over() -> None:
    assert ranked([named("a", "电线"), named("b", "电池")], "池", (), 20) == (
        Hit("segment", "b", "name of b", "电池", "part"),
    )


def test_of_two_equal_names_of_one_record_always_the_same_is_shown() -> None:
    pair = [named("a", "FRAME"), named("a", "Frame")]

    for found in (pair, list(reversed(pair))):
        (hit,) = ranked(found, "frame", (), 20)
        assert hit.matched == "FRAME"


@pytest.mark.parametrize("limit", [0, -1])
def test_no_room_means_no_hits(limit: int) -> None:
    assert ranked([named("a", "frame")], "frame", (), limit) == ()


def test_pinyin_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, graph.store, graph.store.sqlite, graph.store.names as names;"
        "names.names_of; names.fold('气凝胶');"
        "sys.exit('pypinyin' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_opening_by_uri_loads_no_driver_before_it_is_needed() -> None:
    code = "import sys, graph.store; sys.exit('sqlite3' in sys.modules or 'neo4j' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
