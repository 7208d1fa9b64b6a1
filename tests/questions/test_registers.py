"""What registers prove, on a district of twelve segments and nine firms, worked out by hand.

Segments, with their codes and what they are:

    bike (3761) takes frame, chain, tyre, paint, app, steel
    frame 3762 · chain 3484 · tyre 2911, traded · paint 2641 · app 6513, software · steel 3120
    motor 3812 with kinds hub (3812) and mid (none) · bell none, a kind of nothing · weld captive,
    3311 · lamp, a category of led (3872) and dynamo (3811)

Firms: acme makes bikes, 3761 · bolt 3484 · cora 3762 · dyna 3811 · echo 2641, closed ·
fern 3812 · gale, without a code · hill 3120, in the park · iron 2911.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.gaps import GapRow
from graph.analysis.listed_firms import firms
from graph.answers import Workspace, workspace
from graph.answers.asking import enterprises_to_ask
from graph.answers.status import status_grounds
from graph.model import AnyRecord, Facts, ListedFirm, Register, Review, Segment
from graph.model.segments import Code
from graph.network.terms import Terms
from tests.support import (
    claim,
    enterprise,
    facts,
    group,
    kind,
    listed,
    makes,
    region,
    register,
    review,
    segment,
)

CODES = {"bike": "3761", "frame": "3762", "chain": "3484", "tyre": "2911", "paint": "2641"}
CODES |= {"app": "6513", "steel": "3120", "motor": "3812", "hub": "3812", "weld": "3311"}
CODES |= {"led": "3872", "dynamo": "3811"}


def coded(id_: str, **fields: object) -> Segment:
    codes = (Code(code=CODES[id_], name=id_, confidence="high"),) if id_ in CODES else ()
    return segment(id_, codes=codes, **fields)  # type: ignore[arg-type] # of a segment


Given = tuple[AnyRecord, ...]
DISTRICT: Given = (
    region(),
    region("park", "park"),
    *(coded(each) for each in ("bike", "frame", "chain", "paint", "steel", "motor", "hub", "mid")),
    *(coded(each) for each in ("bell", "lamp", "led", "dynamo")),
    coded("tyre", traded=True),
    coded("app", sort="software"),
    coded("weld", captive=True),
    *(group("bike", each) for each in ("frame", "chain", "tyre", "paint", "steel", "weld")),
    group("bike", "app", input="service"),
    kind("hub", "motor"),
    kind("mid", "motor"),
    kind("led", "lamp"),
    kind("dynamo", "lamp"),
    enterprise("acme"),
    makes("acme", "bike"),
)
FIRMS = {"acme": "3761", "bolt": "3484", "cora": "3762", "dyna": "3811", "echo": "2641"}
FIRMS |= {"fern": "3812", "gale": "", "hill": "3120", "iron": "2911"}
EVERY = tuple(FIRMS)
COVERED = {"frame", "chain", "tyre", "paint", "steel", "motor", "hub", "lamp", "led", "dynamo"}
"""What a complete list can speak of: no software, no stage, nothing without a code, no bikes."""


def rows(name: str, *without: str, **fields: object) -> tuple[ListedFirm, ...]:
    """The nine firms as a register has them; echo is closed, hill stands in the park."""
    own: dict[str, dict[str, object]] = {"echo": {"closed": True}, "hill": {"region": "park"}}
    return tuple(
        listed(name, firm, *filter(None, [code]), **own.get(firm, {}), **fields)
        for firm, code in FIRMS.items()
        if firm not in without
    )


def reviewed(given: Given, *names: str) -> tuple[Review, ...]:
    """Reviews of firms as they are listed now."""
    held = facts(*DISTRICT, *given)
    found = {each.name: each for each in firms(held, held.listed_firms.values())}
    return tuple(review(name, found[name].digest) for name in names)


def statuses(held: Facts, place: str | None = None, open_on: tuple[str, ...] = ()) -> set[str]:
    """The segments that no register has."""
    ws = workspace(held, open_on=open_on)
    return {s for s in held.segments if ws.local_status(Terms(region=place), s) == "unlisted"}


def asked(given: Given, *names: str, place: str | None = None, more: Given = ()) -> set[str]:
    return statuses(facts(*DISTRICT, *given, *reviewed(given, *names), *more), place)


CENSUS: Given = (register("census"), *rows("census"))


def test_a_complete_register_whose_firms_are_reviewed_shows_what_nobody_makes() -> None:
    assert asked(CENSUS, *EVERY) == COVERED


def test_without_a_review_it_concludes_only_where_no_firm_has_the_code() -> None:
    """Nobody has 3872 (led); paint is echo's alone, which is closed."""
    assert asked(CENSUS) == {"led", "paint"}


@pytest.mark.parametrize(
    ("left_out", "kept_unknown"),
    [
        ("bolt", {"chain"}),
        ("cora", {"frame"}),
        ("dyna", {"dynamo", "lamp"}),
        ("echo", set()),
        ("fern", {"motor", "hub"}),
        ("gale", set()),
        ("hill", {"steel"}),
        ("iron", {"tyre"}),
    ],
)
def test_an_unreviewed_firm_with_the_code_keeps_it_unknown(
    left_out: str, kept_unknown: set[str]
) -> None:
    names = [each for each in EVERY if each != left_out]

    assert asked(CENSUS, *names) == COVERED - kept_unknown


def test_a_review_is_void_when_codes_or_words_change() -> None:
    then = reviewed(CENSUS, *EVERY)
    words = ({"column": "主要业务活动", "kind": "activity", "text": "链条"},)
    bolt = listed("census", "bolt", "3484", words=words)
    cora = listed("census", "cora", "3484")
    now: Given = (register("census"), *rows("census", "bolt", "cora"), bolt, cora)

    assert statuses(facts(*DISTRICT, *now, *then)) == COVERED - {"chain"}


@pytest.mark.parametrize(
    ("coverage", "fields", "expected"),
    [
        ("all_industrial", {}, COVERED),
        ("above_scale", {}, set()),
        ("above_scale", {"enough": "规下企业不涉此链"}, COVERED),
        ("partial", {}, set()),
    ],
)
def test_only_what_covers_the_district_concludes(
    coverage: str, fields: dict[str, object], expected: set[str]
) -> None:
    given: Given = (register("list", coverage, **fields), *rows("list"))

    assert asked(given, *EVERY) == expected


def test_a_park_speaks_for_itself_and_of_software_too() -> None:
    """Firms whose place nobody knows may stand in the park; hill stands there."""
    given: Given = (register("list", "park", region="park"), *rows("list", "acme"))

    assert asked(given, *EVERY[1:]) == set()
    assert asked(given, *EVERY[1:], place="park") == COVERED | {"app"}


def test_a_firm_elsewhere_holds_no_park_back() -> None:
    given: Given = (
        register("list", "park", region="park"),
        *rows("list", "acme"),
        register("part", "partial"),
        listed("part", "town", "3872", region="district"),
    )

    assert "led" not in asked(given, *EVERY[1:], place="park", more=())
    given = (*given[:-1], listed("part", "town", "3872", region="zone"))
    assert "led" in asked(given, *EVERY[1:], place="park", more=(region("zone", "zone"),))


def test_larger_firms_alone_leave_it_unknown_with_a_remark() -> None:
    given: Given = (register("list", "above_scale"), *rows("list"))
    ws = workspace(facts(*DISTRICT, *given, *reviewed(given, *EVERY)))
    grounds = status_grounds(ws, Terms(), "frame", "zh")

    assert grounds.status_basis is None
    assert grounds.status_remark is not None
    assert "规上未见" in grounds.status_remark
    assert status_grounds(ws, Terms(), "bell", "zh").status_remark is None


def test_what_a_status_rests_on_is_the_register_and_what_was_counted() -> None:
    ws = workspace(facts(*DISTRICT, *CENSUS, *reviewed(CENSUS, *EVERY)))
    grounds = status_grounds(ws, Terms(), "paint", "zh")
    (evidence,) = grounds.status_evidence

    assert grounds.status_basis == "register"
    assert (evidence.table, evidence.as_of) == ("census", "2026-01-01")
    assert evidence.note is not None
    assert "全部工业法人" in evidence.note
    assert "2641" in evidence.note
    assert "查看 0 家" in evidence.note
    assert "另有 1 家已注销" in evidence.note


def test_an_open_proposal_on_a_segment_or_a_kind_keeps_it_unknown() -> None:
    held = facts(*DISTRICT, *CENSUS, *reviewed(CENSUS, *EVERY))

    assert statuses(held, open_on=("hub",)) == COVERED - {"motor", "hub"}
    assert statuses(held, open_on=("motor",)) == COVERED - {"motor"}


def test_a_known_maker_is_not_unlisted_nor_may_one_of_the_general_make_no_kind() -> None:
    made = asked(CENSUS, *EVERY, more=(makes("acme", "frame"), makes("acme", "motor")))
    by_kind = asked(CENSUS, *EVERY, more=(makes("acme", "motor"), makes("acme", "mid")))

    assert made == COVERED - {"frame", "motor", "hub"}
    assert by_kind == COVERED - {"motor"}


def test_a_later_list_with_a_new_firm_of_the_code_vetoes_until_it_is_reviewed() -> None:
    newer: Given = (register("tax", "partial", as_of="2026-06-30"), listed("tax", "jade", "3872"))
    given: Given = (*CENSUS, *newer)

    assert asked(given, *EVERY) == COVERED - {"led", "lamp"}
    assert asked(given, *EVERY, "jade") == COVERED


def test_conclusions_go_with_their_register() -> None:
    rest = rows("census")

    assert statuses(facts(*DISTRICT, *rest, *reviewed(CENSUS, *EVERY))) == set()


def test_traded_ones_are_shown_and_are_no_gap() -> None:
    ws = workspace(facts(*DISTRICT, *CENSUS, *reviewed(CENSUS, *EVERY)))
    gaps = {row.segment: row.standing for row in ws.gap_rows(Terms()).values()}

    assert ws.local_status(Terms(), "tyre") == "unlisted"
    assert gaps == dict.fromkeys(("frame", "chain", "paint", "steel"), "confirmed")


def test_before_any_register_they_are_questions() -> None:
    ws = workspace(facts(*DISTRICT))
    gaps = {row.segment: row.standing for row in ws.gap_rows(Terms()).values()}

    assert gaps == dict.fromkeys(("frame", "chain", "paint", "steel"), "to_settle")


@pytest.mark.parametrize(
    ("coverage", "held"),
    [
        ("all_industrial", (listed("list", "bolt", "3484"),)),
        ("all_industrial", tuple(listed("list", each) for each in EVERY)),
        ("all_industrial", (*rows("list", "hill"), listed("list", "hill", "3610"))),
    ],
    ids=["fewer firms than are known", "no codes", "codes of 2011"],
)
def test_a_doubtful_register_concludes_nothing(coverage: str, held: tuple[ListedFirm, ...]) -> None:
    more = (enterprise("kent"), enterprise("lund"))
    given: Given = (register("list", coverage), *held)

    assert asked(given, *(each.name for each in held), more=more) == set()


def test_doubts_that_a_person_checked_hold_it_back_no_longer_but_for_missing_codes() -> None:
    few: Given = (register("list", checked="统计口径不同"), listed("list", "bolt", "3484"))
    bare: Given = (
        register("list", checked="统计口径不同"),
        *(listed("list", each) for each in EVERY),
    )
    more = (enterprise("kent"),)

    assert "frame" in asked(few, "bolt", more=more)
    assert asked(bare, *EVERY) == set()


def test_registers_say_nothing_where_there_are_none() -> None:
    held: Facts = facts(*DISTRICT)

    assert workspace(held).registers.firms == ()
    assert isinstance(register("census"), Register)


def test_of_a_segment_without_a_code_firms_with_the_code_of_its_takers_are_asked() -> None:
    """A planned trike takes bells and has no maker; known firms with its code can say of them."""
    trike = segment("trike", codes=(Code(code="3780", name="trike", confidence="high"),))
    plan = (trike, group("trike", "bell"), claim("trike", "developing"))
    known = (enterprise("kent"), enterprise("lund"), enterprise("moor"))
    rows_ = (
        register("list", "partial"),
        listed("list", "kent", "3780"),
        listed("list", "lund", "3484"),
        listed("list", "moor", "3780", closed=True),
        listed("list", "nobody", "3780"),
    )
    ws = workspace(facts(*DISTRICT, *plan, *known, *rows_))
    bare = workspace(facts(*DISTRICT, *plan, *known))

    assert enterprises_to_ask(ws, Terms(), row_on(ws, "bell")) == ("kent",)
    assert enterprises_to_ask(bare, Terms(), row_on(bare, "bell")) == ()


def row_on(ws: Workspace, segment_id: str) -> GapRow:
    (row,) = [each for each in ws.gap_rows(Terms()).values() if each.segment == segment_id]
    return row


@given(st.sets(st.sampled_from(EVERY)), st.sets(st.sampled_from(EVERY)))
def test_only_reviews_let_a_register_conclude_and_each_more_concludes_more(
    some: set[str], others: set[str]
) -> None:
    """By the definition, spelled out for this district: who has the codes, and who is reviewed."""
    more = some | others
    codes = {**{each: {CODES[each]} for each in COVERED - {"lamp"}}, "lamp": {"3872", "3811"}}
    expected = {
        each
        for each in COVERED
        if all(firm in more | {"echo"} for firm, code in FIRMS.items() if code in codes[each])
    }

    assert asked(CENSUS, *sorted(more)) == expected
    assert asked(CENSUS, *sorted(some)) <= expected


RUNNING = tuple(each for each in EVERY if each != "echo")


@given(st.sets(st.sampled_from(RUNNING), min_size=1))
def test_a_confirmed_maker_never_makes_a_segment_less_available(makers: set[str]) -> None:
    """Frames are made, the bike as before; nothing else changes, whoever the makers are."""
    said = [each for firm in sorted(makers) for each in (enterprise(firm), makes(firm, "frame"))]
    before = workspace(facts(*DISTRICT, *CENSUS, *reviewed(CENSUS, *EVERY)))
    after = workspace(facts(*DISTRICT, *CENSUS, *reviewed(CENSUS, *EVERY), *said))

    changed = {
        each
        for each in before.facts.segments
        if before.local_status(Terms(), each) != after.local_status(Terms(), each)
    }
    assert changed == {"frame"}
    assert after.local_status(Terms(), "frame") == "made"
