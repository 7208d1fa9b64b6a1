"""Leads: by when, whom to ask, who would introduce them; worked out by hand.

    tube ─→ frame (in-house) ─→ bicycle ─→ rental
    belt ──────────────────────→ bicycle;  rubber ─→ belt

acme makes bicycles, bend tubes, gum rubber; rental is made by rent. belt is stated to be missing.
"""

import re
from collections.abc import Mapping
from datetime import date

import pytest

from graph import answers
from graph.analysis.leads import USUAL_DAYS, LeadClock, parse_stage_days
from graph.answers import Workspace, workspace
from graph.answers.shapes.leads import GapLeadsBody
from graph.errors import BadParameterError
from graph.exchange.out.calendar_file import leads_ics
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests.support import (
    chain,
    delivery,
    direction,
    enterprise,
    facts,
    gap,
    group,
    industry,
    lead,
    maker,
    makes,
    membership,
    region,
    role,
    segment,
)

CLOCK = LeadClock(date(2026, 12, 3))
NOTE = "先寄资料；再约, 定\\午后\n" + "很长的备注" * 20


def town(*records: AnyRecord) -> Workspace:
    return workspace(
        facts(
            industry(),
            chain(),
            region(),
            region("park", "park", parent="district", free_land_mu=30.0),
            region("north", "neighbour"),
            *(segment(each) for each in ("tube", "belt", "bicycle", "rental", "rubber")),
            segment("frame", captive=True),
            *(membership("bikes", each, "downstream") for each in ("bicycle", "rental")),
            membership("bikes", "belt", "midstream"),
            group("frame", "tube"),
            group("bicycle", "frame"),
            group("bicycle", "belt"),
            group("rental", "bicycle"),
            group("belt", "rubber"),
            *maker("acme", "bicycle"),
            *maker("bend", "tube"),
            *maker("gum", "rubber"),
            *maker("rent", "rental"),
            gap("no_belt", "missing", segment="belt", chains=("bikes",)),
            *records,
        )
    )


def offered(ws: Workspace, gap_id: str = "no_belt") -> GapLeadsBody:
    return answers.gap_leads(ws, gap_id, Terms(), CLOCK, "zh")


def sides(body: GapLeadsBody) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    buying, selling = (
        {each.segment.id: [firm.id for firm in each.makers] for each in side}
        for side in (body.buyers, body.sellers)
    )
    return buying, selling


@pytest.mark.parametrize(
    ("stage", "since", "due", "late"),
    [
        ("study", "2026-11-03", None, 0),  # 30 days: 3 December itself is in time
        ("study", "2026-11-02", None, 1),
        ("talks", "2026-09-03", None, 1),  # 90 days: 2 December
        ("study", "2026-01-01", "2026-12-31", 0),  # its own day goes before the clock
        ("signed", "2026-12-01", "2026-11-30", 3),
        ("producing", "2020-01-01", "2020-01-02", 0),
        ("ended", "2020-01-01", None, 0),
    ],
)
def test_a_lead_is_late_from_the_day_after(
    stage: str, since: str, due: str | None, late: int
) -> None:
    assert CLOCK.days_late(lead("no_belt", stage=stage, since=since, due=due)) == late


def test_the_office_sets_some_clocks_and_stops_others() -> None:
    days = parse_stage_days("study : 7, building=0")

    assert days == {**{k: v for k, v in USUAL_DAYS.items() if k != "building"}, "study": 7}
    assert LeadClock(date(2026, 12, 3), days).deadline(lead("no_belt", stage="building")) is None


@pytest.mark.parametrize("text", ["study", "study:-1", "dreaming:3", "ended:3", "study:3;talks:4"])
def test_a_clock_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(BadParameterError) as caught:
        parse_stage_days(text)

    assert caught.value.details["parameter"] == "LIANTU_STAGE_DAYS"


def test_both_sides_of_a_gap_are_one_step_away() -> None:
    assert sides(offered(town())) == ({"bicycle": ["acme"]}, {"rubber": ["gum"]})


def test_who_waits_further_on_stands_apart_from_who_would_buy() -> None:
    waiting = [
        (each.segment.id, [firm.id for firm in each.makers]) for each in offered(town()).waiting
    ]

    assert waiting == [("rental", ["rent"])]


def test_a_stage_inside_a_maker_is_passed_through() -> None:
    ws = town(gap("no_tube", "missing", segment="tube", chains=("bikes",)))

    assert sides(offered(ws, "no_tube"))[0] == {"bicycle": ["acme"]}


def test_a_gap_on_a_type_of_firm_is_answered_for_what_it_names() -> None:
    ws = town(
        gap("firms", enterprise_type="配套企业", related=("belt",)), gap("any", capability="检测")
    )

    assert sides(offered(ws, "firms")) == ({"bicycle": ["acme"]}, {"rubber": ["gum"]})
    assert sides(offered(ws, "any")) == ({}, {})


def test_the_plans_firms_come_first_then_those_that_deliver_here() -> None:
    ws = town(
        enterprise("wanted", status="prospective"),
        makes("wanted", "belt"),
        enterprise("far"),
        delivery("far", "acme", "belt"),
        delivery("gum", "acme", "rubber"),
    )

    found = offered(ws).targets

    assert [(each.enterprise.id, [to.id for to in each.through]) for each in found] == [
        ("wanted", []),
        ("far", ["acme"]),
    ]


def test_parks_roles_and_rivals_are_those_of_the_chain() -> None:
    ws = town(
        direction("park", "bikes", "bikes"),
        direction("north", "bikes", "bikes"),
        role("bikes", "acme"),
    )

    body = offered(ws)

    assert [(each.region.id, each.free_land_mu) for each in body.parks] == [("park", 30.0)]
    assert [(each.enterprise.id, each.role) for each in body.roles] == [("acme", "龙头")]
    assert [each.region.id for each in body.rivals] == ["north"]


def test_a_lead_on_a_derived_gap_stands_at_the_stated_one_that_it_met() -> None:
    ws = town(lead("derived.district.belt"))

    assert [each.id for each in offered(ws).items] == ["lead.derived.district.belt.2"]
    assert offered(ws).items[0].gap.id == "no_belt"


def test_the_latest_come_first_then_by_deadline_then_those_without_one() -> None:
    ws = town(
        lead("no_belt", 2, stage="ended"),
        lead("no_belt", 3, due="2026-12-31"),
        lead("no_belt", 4, due="2026-12-01"),
        lead("no_belt", 5, due="2026-12-05"),
    )

    body = answers.leads(ws, CLOCK, "zh")

    assert [each.id[-1] for each in body.items] == ["4", "5", "3", "2"]
    assert (body.late, body.stages["study"], body.stages["ended"]) == (1, 3, 1)


def calendar(ws: Workspace) -> list[str]:
    """The lines of the calendar, unfolded as RFC 5545 3.1 has it."""
    content = b"".join(leads_ics(answers.leads(ws, CLOCK, "zh"), "zh"))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return content.decode().replace("\r\n ", "").split("\r\n")


def event(lines: list[str]) -> Mapping[str, str]:
    begin, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    return dict(line.split(":", 1) for line in lines[begin + 1 : end])


def test_a_deadline_is_a_day_in_the_calendar() -> None:
    found = event(calendar(town(lead("no_belt", note=NOTE, targets=("甲厂",)))))

    assert found["DTSTART;VALUE=DATE"] == "20261201"
    assert found["UID"] == "lead.no_belt.2@demo.liantu"
    assert found["SUMMARY"] == "研判：no_belt"
    said = re.sub(r"\\([\\;,n])", lambda m: "\n" if m[1] == "n" else m[1], found["DESCRIPTION"])
    assert said == f"招商局\n甲厂\n{NOTE}"


def test_a_calendar_without_leads_has_a_component_still() -> None:
    lines = calendar(town(lead("no_belt", stage="ended")))

    assert "BEGIN:VEVENT" not in lines
    assert "BEGIN:VTIMEZONE" in lines
