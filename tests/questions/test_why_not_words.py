"""Why a segment that is here is no gap: what says so, and on what that rests."""

import pytest

from graph.answers import why_not, workspace
from graph.answers.shapes import Reason
from graph.model import AnyRecord
from graph.model.vocabulary import Horizon
from graph.network.terms import Terms
from tests.support import (
    REPORTED,
    by_product,
    claim,
    enterprise,
    facts,
    kind,
    maker,
    makes,
    segment,
)


def reason(asked: str, *records: AnyRecord, horizon: Horizon = "now", lang: str = "zh") -> Reason:
    ws = workspace(facts(*records))
    (only,) = why_not(ws, asked, Terms(horizon=horizon), "en" if lang == "en" else "zh").reasons
    return only


def bases(found: Reason) -> list[str]:
    return [each.basis for each in found.evidence]


def test_what_the_plan_says_is_here_is_said_by_the_plan() -> None:
    found = reason("ash", segment("ash"), claim("ash", "present"))

    assert found.text == "规划写明本地已有“ash”。"
    assert bases(found) == ["stated"]


def test_what_somebody_reported_is_not_said_by_the_plan() -> None:
    found = reason("ash", segment("ash"), claim("ash", "present", evidence=REPORTED))

    assert found.text == "据填报，本地已有“ash”。"
    assert bases(found) == ["reported"]


def test_a_by_product_is_concluded_from_its_source_and_leads_to_who_makes_that() -> None:
    found = reason(
        "ash",
        *map(segment, ("power", "ash")),
        by_product("power", "ash"),
        *maker("plant", "power"),
    )

    assert found.text == "本地已有“ash”，由power（本地在产）推算。"
    assert bases(found) == ["derived", "stated"]


def test_what_has_a_local_maker_names_it_and_no_one_who_stopped() -> None:
    found = reason(
        "ash",
        segment("ash"),
        *maker("runs", "ash"),
        enterprise("stopped", "suspended"),
        makes("stopped", "ash", evidence=REPORTED),
    )

    assert found.text == "“ash”本地已有：runs。"
    assert bases(found) == ["stated"]


@pytest.mark.parametrize("asked", ["gel", "aerogel"])
def test_what_is_being_built_counts_as_planned_and_is_not_called_here(asked: str) -> None:
    found = reason(
        asked,
        *map(segment, ("aerogel", "gel")),
        kind("gel", "aerogel"),
        *maker("builder", "gel", status="planned"),
        horizon="planned",
    )

    assert "已有" not in found.text
    assert "在建" in found.text
    assert bases(found) == (["stated"] if asked == "gel" else ["derived", "stated"])
