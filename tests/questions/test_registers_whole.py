"""The hand-worked district of `test_registers`, whole: one register of each coverage, everything.

Every status, every standing and every question, as worked out on paper: acme is known to make
bikes; of the nine firms in a list all are reviewed, echo is closed, hill stands in the park.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers import workspace
from graph.answers.asking import enterprises_to_ask
from graph.model import Facts
from graph.network.terms import Terms
from tests.questions.test_registers import (
    COVERED,
    DISTRICT,
    EVERY,
    Given,
    reviewed,
    rows,
)
from tests.support import enterprise, facts, listed, register

SILENT = {"mid": "unknown", "bell": "unknown", "app": "unknown", "weld": None, "bike": "made"}
"""What no list of industrial firms speaks of, and what is known."""
NOTHING_SHOWN = SILENT | dict.fromkeys(COVERED, "unknown")
ALL_SHOWN = SILENT | dict.fromkeys(COVERED, "unlisted")
OPEN = ("chain", "frame", "paint", "steel")
"""What a bike takes and nobody sells on the market, but for the stage of its own."""
LISTS: dict[str, Given] = {
    "all_industrial": (register("list", "all_industrial"), *rows("list")),
    "above_scale": (register("list", "above_scale"), *rows("list")),
    "park": (register("list", "park", region="park"), *rows("list")),
    "partial": (register("list", "partial"), *rows("list")),
    "elsewhere": (register("list", "elsewhere"), *rows("list")),
}


def held(coverage: str, names: tuple[str, ...] = EVERY) -> Facts:
    """The district with a register; firms elsewhere are nobody's to review."""
    given = LISTS[coverage]
    reviews = reviewed(given, *names) if coverage != "elsewhere" else ()
    return facts(*DISTRICT, *given, *reviews)


@pytest.mark.parametrize(
    ("coverage", "expected", "standing"),
    [
        ("all_industrial", ALL_SHOWN, "confirmed"),
        ("above_scale", NOTHING_SHOWN, "to_settle"),
        ("park", NOTHING_SHOWN, "to_settle"),
        ("partial", NOTHING_SHOWN, "to_settle"),
        ("elsewhere", NOTHING_SHOWN, "to_settle"),
    ],
)
def test_every_status_standing_and_question_of_the_district(
    coverage: str, expected: dict[str, str | None], standing: str
) -> None:
    ws = workspace(held(coverage))
    gaps = ws.gap_rows(Terms()).values()

    assert {each: ws.local_status(Terms(), each) for each in ws.facts.segments} == expected
    assert sorted((row.segment, row.standing) for row in gaps) == [(s, standing) for s in OPEN]
    assert {enterprises_to_ask(ws, Terms(), row) for row in gaps} == {("acme",)}


def test_every_status_of_the_park_by_its_own_list() -> None:
    """A park's list speaks of software too; acme may stand in the park, so bikes are unknown."""
    ws = workspace(held("park"))
    here = Terms(region="park")

    assert {each: ws.local_status(here, each) for each in ws.facts.segments} == {
        **ALL_SHOWN,
        "app": "unlisted",
        "bike": "unknown",
    }


@given(st.sets(st.sampled_from(EVERY)), st.sampled_from(sorted(LISTS)))
def test_conclusions_vanish_with_the_register(names: set[str], coverage: str) -> None:
    """What a register showed is as before it, whoever was reviewed and whatever it covered."""
    shown = held(coverage, tuple(sorted(names)))
    left = facts(*(each for each in shown.records() if each.type != "register"))
    before = workspace(facts(*DISTRICT))

    after = workspace(left)

    for place in (None, "park"):
        terms = Terms(region=place)
        assert {each: after.local_status(terms, each) for each in SILENT | NOTHING_SHOWN} == {
            each: before.local_status(terms, each) for each in SILENT | NOTHING_SHOWN
        }
    assert after.gap_rows(Terms()) == before.gap_rows(Terms())


def test_a_later_list_of_the_name_replaces_what_the_earlier_one_showed() -> None:
    """In June fern is gone and jade makes chains by its code: chain waits for its review."""
    june: Given = (
        register("list", "all_industrial", as_of="2026-06-30"),
        *rows("list", "fern"),
        listed("list", "jade", "3484"),
    )
    old = reviewed(LISTS["all_industrial"], *(each for each in EVERY if each != "fern"))
    ws = workspace(facts(*DISTRICT, *june, *old))

    shown = {each: ws.local_status(Terms(), each) for each in ws.facts.segments}
    assert shown == {**ALL_SHOWN, "chain": "unknown"}


def test_a_known_firm_that_a_list_leaves_out_is_told_before_anything_is_concluded() -> None:
    """Ten known firms, nine listed, of which one is closed: eight run."""
    known = tuple(enterprise(f"known{n}") for n in range(9))
    given = LISTS["all_industrial"]
    ws = workspace(facts(*DISTRICT, *known, *given, *reviewed(given, *EVERY)))

    assert {ws.local_status(Terms(), each) for each in COVERED} == {"unknown"}
