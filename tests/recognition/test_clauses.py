"""What a clause names and what is done with it; the expected values were read by hand."""

import pytest

from graph.recognition.clauses import Clause, ClauseReader

WORDS = {"电梯安装", "肉牛养殖", "机动车修理和维护"}
JOINED = ("机动车修理和维护", "轴承、齿轮和传动部件")


def joined(text: str) -> list[tuple[int, int]]:
    return [(at, at + len(w)) for w in JOINED if (at := text.find(w)) >= 0]


def clauses(text: str) -> list[Clause]:
    return list(ClauseReader(joined, WORDS.__contains__).clauses(text))


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(clause.noun, clause.verbs) for clause in clauses(text)]


def test_a_verb_behind_a_list_belongs_to_all_of_it() -> None:
    assert read("曲轴、连杆的生产和销售") == [
        ("曲轴", ("生产", "销售")),
        ("连杆", ("生产", "销售")),
    ]


def test_verbs_before_a_colon_belong_to_all_behind_it() -> None:
    assert read("制造、销售：弹簧、减震器；物业管理") == [
        ("弹簧", ("制造", "销售")),
        ("减震器", ("制造", "销售")),
        ("物业", ("管理",)),
    ]


def test_a_part_with_its_own_verb_leaves_that_of_the_list() -> None:
    assert read("生产、销售：活塞，轮胎批发") == [("活塞", ("生产", "销售")), ("轮胎", ("批发",))]


def test_a_verb_before_a_noun_needs_no_colon() -> None:
    assert read("从事生产销售弹簧、链条") == [
        ("弹簧", ("生产", "销售")),
        ("链条", ("生产", "销售")),
    ]


def test_two_lists_with_a_verb_each_stay_apart() -> None:
    assert read("弹簧、链条生产、轮胎、机油销售") == [
        ("弹簧", ("生产",)),
        ("链条", ("生产",)),
        ("轮胎", ("销售",)),
        ("机油", ("销售",)),
    ]


def test_what_stands_before_a_conjunction_shares_the_head() -> None:
    assert [noun for noun, _ in read("汽车、摩托车零部件制造")] == ["汽车零部件", "摩托车零部件"]


def test_a_field_shares_the_head_over_a_further_noun() -> None:
    assert [noun for noun, _ in read("摩托车、通用汽油机曲轴、连杆的生产")] == [
        "摩托车曲轴",
        "通用汽油机曲轴",
        "连杆",
    ]


def test_parts_belong_to_the_noun_before_them() -> None:
    assert [noun for noun, _ in read("电梯及配件的销售")] == ["电梯", "电梯配件"]


def test_a_list_in_brackets_shares_the_verb_around_it() -> None:
    assert read("肉制品（酱卤肉、腊肉）生产、销售") == [
        ("肉制品", ("生产", "销售")),
        ("酱卤肉", ("生产", "销售")),
        ("腊肉", ("生产", "销售")),
    ]


def test_a_condition_in_brackets_names_nothing() -> None:
    assert read("通用设备制造（不含特种设备、电梯制造）") == [("通用设备", ("制造",))]


def test_a_denial_takes_the_making_away() -> None:
    assert read("汽油机、柴油机生产、销售（不含生产）") == [
        ("汽油机", ("销售",)),
        ("柴油机", ("销售",)),
    ]


def test_a_bracket_that_makes_another_thing_voids_the_noun() -> None:
    assert read("日用口罩（非医用）生产；纱布生产") == [("纱布", ("生产",))]


def test_what_only_a_branch_does_is_told() -> None:
    assert [
        clause.branch for clause in clauses("摩托车配件制造（仅限分支机构经营）；链条制造")
    ] == [
        True,
        False,
    ]


def test_a_bracket_that_nobody_closes_ends_with_its_sentence() -> None:
    assert read("弹簧制造（不含电梯；链条制造") == [("弹簧", ("制造",)), ("链条", ("制造",))]


def test_labels_end_a_sentence_even_without_a_sign_before_them() -> None:
    text = "许可项目：道路机动车辆生产一般项目：摩托车零配件制造"

    assert [noun for noun, _ in read(text)] == ["道路机动车辆", "摩托车零配件"]


def test_a_word_that_holds_a_conjunction_stays_whole() -> None:
    first, second = clauses("机动车修理和维护；轴承、齿轮和传动部件制造")

    assert (first.phrase, second.phrase) == ("机动车修理和维护", "轴承、齿轮和传动部件制造")


@pytest.mark.parametrize(
    ("text", "verbs"), [("电梯安装、维修", ("安装", "维修")), ("肉牛养殖、销售", ("养殖", "销售"))]
)
def test_a_word_that_names_an_act_keeps_its_verb(text: str, verbs: tuple[str, ...]) -> None:
    assert read(text) == [(text.split("、", maxsplit=1)[0], verbs)]


def test_a_noun_without_a_verb_borrows_that_of_the_next_one() -> None:
    first, second = clauses("滤清器，活塞的生产")

    assert (first.verbs, first.borrowed) == (("生产",), True)
    assert (second.verbs, second.borrowed) == (("生产",), False)


def test_a_phrase_stands_in_the_text_as_written() -> None:
    text = "一般项目：ＰＣ构件（预制）、弹簧 制造（除依法须经批准的项目外）。"

    assert all(clause.phrase in text for clause in clauses(text))
    assert clauses(text)[-1].phrase == "弹簧 制造"


def test_what_stands_behind_the_longest_text_is_not_read() -> None:
    assert read("、" * 6_000 + "弹簧制造") == []
