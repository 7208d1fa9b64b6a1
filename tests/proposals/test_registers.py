"""Rows of registers propose like any list, and a register waits for what they propose."""

import pytest

from api.compiling import compiled
from api.queueing import queue_of
from graph.analysis.listed_firms import firms
from graph.edits.changes import Author
from graph.edits.deciding import DecisionsInput, decided
from graph.edits.preview import previewed
from graph.model import AnyRecord, Enterprise, Facts
from graph.model.segments import Code
from graph.network.terms import Terms
from tests.support import enterprise, facts, listed, region, register, review, segment

AUTHOR = Author("王工", "2026-11-28")
CODE = Code(code="3812", name="电动机制造", confidence="high")
MOTOR = segment("motor", name="电机", codes=(CODE,))
SAID = {"column": "主要业务活动", "kind": "activity", "text": "电机制造"}
"""One firm, in a park, stopped; its words name motors and its code is theirs."""


def held(*more: AnyRecord, **row: object) -> Facts:
    told = {"words": (SAID,), "region": "park", "state": "停产", **row}
    places = (region(), region("park", "park"), MOTOR, register("census"))
    return facts(*places, listed("census", "motorworks", "3812", **told), *more)


def reviewed(given: Facts) -> Facts:
    (firm,) = firms(given, given.listed_firms.values())
    return facts(*given.records(), review(firm.name, firm.digest))


def status(given: Facts) -> str | None:
    return compiled(given).local_status(Terms(), "motor")


def after(given: Facts, **said: object) -> Facts:
    (id_,) = queue_of(compiled(given))
    change = decided(
        given,
        queue_of(compiled(given)),
        DecisionsInput.model_validate(dict.fromkeys(said, (id_,))),
        AUTHOR,
    )
    return previewed(given, change)


def test_a_row_of_a_register_proposes_with_its_table_and_row() -> None:
    (each,) = queue_of(compiled(held())).values()

    because = each.proposal.because[0]
    assert (each.proposal.strength, each.firm.known) == ("strong", False)
    assert (because.table, because.row, because.phrase) == ("survey", 1, "电机制造")


def test_a_register_concludes_nothing_while_a_proposal_waits() -> None:
    given = reviewed(held())

    assert status(given) == "unknown"
    assert status(after(given, refuse=True)) == "unlisted"


def test_a_confirmed_firm_stands_and_runs_as_its_register_says() -> None:
    given = after(held(), confirm=True)

    (firm,) = given.enterprises.values()
    assert (firm.name, firm.region, firm.status) == ("motorworks", "park", "suspended")


@pytest.mark.parametrize("row", [{"closed": True}, {"gone": "2026-06-30"}, {"words": ()}])
def test_who_is_closed_gone_or_silent_proposes_nothing(row: dict[str, object]) -> None:
    assert queue_of(compiled(held(**row))) == {}


def test_a_row_of_a_known_enterprise_is_known_by_its_name() -> None:
    given = held(enterprise("motors", name="motorworks"))

    (each,) = queue_of(compiled(given)).values()
    assert (each.firm.id, each.firm.known) == ("motors", True)
    assert isinstance(given.enterprises["motors"], Enterprise)
