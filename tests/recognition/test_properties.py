"""Whatever a list holds: no crash, the same answer twice, every phrase in its text."""

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.recognition.clauses import LONGEST, ClauseReader
from graph.recognition.recogniser import MOST_PROPOSALS, recognise
from graph.recognition.rows import FirmRow
from tests.recognition.firms import row, shipped

_PIECES = """
摩托车 汽车 曲轴 连杆 电梯 纸箱 水泥 零部件 生产 销售 加工 的 、 ， ； 。 （ ） ： 和 及 与 除
不含 一般项目： 制造 安装 * *劳务* 玩具 17寸 ADC12 Ⅱ类 \u200b \ud7ff 𠮷 İ ß
"""
PIECES = st.sampled_from(_PIECES.split())
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)
KINDS = st.sampled_from(("scope", "activity", "invoice", "award"))
CODES = st.sampled_from(
    ("", "3752", "C3435", "51", "摩托车零部件及配件制造", "批发业", "９９", "制造业")
)
ROWS = st.builds(
    lambda firm, kind, text, code: row(firm, kind, text, industry=code),
    st.sampled_from(("甲", "乙商贸有限公司", "丙电梯有限公司")) | TEXTS,
    KINDS,
    TEXTS,
    CODES,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, max_size=5))
def test_the_same_rows_give_the_same_answer_and_phrases_stand_in_them(rows: list[FirmRow]) -> None:
    found = recognise(rows, shipped())

    assert recognise(rows, shipped()) == found
    texts = {each.text for firm in rows for each in firm.words} | {firm.firm for firm in rows}
    for proposal in found.proposals:
        assert proposal.because
        assert all(any(each.phrase in text for text in texts) for each in proposal.because)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_text_is_read_to_its_end_whatever_it_holds(text: str) -> None:
    reader = ClauseReader(shipped().words.joined, shipped().words.known)

    for clause in reader.clauses(text):
        assert clause.phrase in text


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, max_size=6))
def test_the_order_of_firms_changes_no_proposal(rows: list[FirmRow]) -> None:
    apart = {each.firm: each for each in rows}
    there = recognise(apart.values(), shipped()).proposals
    back = recognise(reversed(apart.values()), shipped()).proposals

    assert {each.id: each for each in there} == {each.id: each for each in back}


def steps(run: Callable[[], object]) -> int:
    """How many calls of functions something takes, those of the interpreter included."""
    counted = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return counted


HOSTILE = ("（", "生产", "汽车、", "的", "和", "()", "（汽车；", "以", "不得", "停产，", "汽车用")


@pytest.mark.parametrize("start", ["", "以", "委托", "汽车（", "停产"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_cost_no_more_than_their_length(start: str, piece: str) -> None:
    def cost(size: int) -> int:
        words = shipped()
        reader = ClauseReader(words.words.joined, words.words.known)
        return steps(lambda: list(reader.clauses((start + piece * size)[:size])))

    assert cost(LONGEST) < 5 * cost(LONGEST // 4) + 1_000


def test_whatever_a_text_holds_it_is_cut_at_its_longest_and_at_the_most_proposals() -> None:
    texts = [piece * (LONGEST + 1) for piece in HOSTILE]
    texts.append("".join(f"{word}、" for word in shipped().words.words) + "制造")

    found = recognise([row(f"甲{at}", "scope", each) for at, each in enumerate(texts)], shipped())

    assert sum(cut.what == "text" for cut in found.cut) == len(texts)
    assert len(found.proposals) <= MOST_PROPOSALS * len(texts)


def test_a_firm_costs_no_more_in_a_long_list_than_in_a_short_one() -> None:
    scope = (
        "许可项目：道路货物运输（不含危险货物）（依法须经批准的项目，经相关部门批准后方可开展经营活动）一般项目："
        "汽车零部件及配件制造；摩托车零配件制造；塑料制品制造；模具制造；有色金属铸造；金属切削加工服务；"
        "曲轴、连杆的生产、销售；机械设备租赁；货物进出口；新材料技术研发"
    )
    known = shipped()

    def cost(firms: int) -> int:
        rows = [row(f"第{n}机械厂", "scope", f"{scope}{n}", industry="3752") for n in range(firms)]
        return steps(lambda: recognise(rows, known))

    cost(1)
    assert cost(400) < 5 * cost(100)
