"""On what a status rests: the facts that give it, or what it was concluded from."""

from graph.answers import segment as segment_answer
from graph.answers import workspace
from graph.answers.shapes import SegmentBody
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests.questions.asking import LIFT
from tests.support import (
    REPORTED,
    STATED,
    by_product,
    claim,
    enterprise,
    facts,
    kind,
    maker,
    makes,
    region,
    reported,
    segment,
)


def shown(asked: str, *records: AnyRecord) -> SegmentBody:
    return segment_answer(workspace(facts(*records)), asked, Terms(), "zh")


def rests_on(asked: str, *records: AnyRecord) -> tuple[str | None, str | None, list[str]]:
    """Its status, the basis of that, and the basis of each piece of evidence."""
    found = shown(asked, *records)
    return found.local_status, found.status_basis, [each.basis for each in found.status_evidence]


def test_a_statement_a_report_and_nothing_at_all() -> None:
    kite = segment("kite")

    assert rests_on("kite", kite, claim("kite", "sought")) == ("sought", "stated", ["stated"])
    assert rests_on("kite", kite, claim("kite", "present", evidence=REPORTED)) == (
        "present",
        "reported",
        ["reported"],
    )
    assert rests_on("kite", kite) == ("unknown", None, [])
    assert rests_on("kite", segment("kite", captive=True), claim("kite", "present")) == (
        None,
        None,
        [],
    )


def test_what_was_both_stated_and_reported_is_stated() -> None:
    both = claim("kite", "present", evidence=(*STATED, *REPORTED))

    assert rests_on("kite", segment("kite"), both) == (
        "present",
        "stated",
        ["stated", "reported"],
    )


def test_only_who_runs_proves_that_it_is_made() -> None:
    stopped = (enterprise("stopped", "suspended"), makes("stopped", "kite", evidence=REPORTED))

    assert rests_on("kite", segment("kite"), *maker("runs", "kite"), *stopped) == (
        "made",
        "stated",
        ["stated"],
    )


def test_a_statement_that_a_later_report_set_aside_proves_nothing() -> None:
    """The plan of 2026-01-01 has kites; in September somebody found none."""
    records = (
        segment("kite"),
        claim("kite", "present"),
        claim("kite", "absent", evidence=reported("2026-09")),
    )

    assert rests_on("kite", *records) == ("absent", "reported", ["reported"])


def test_what_was_set_aside_is_no_proof_though_it_says_the_same() -> None:
    """Stated, denied in May, confirmed again in September: the last report alone counts."""
    denied = claim("kite", "absent", evidence=reported("2026-05"))
    again = claim("kite", "present", "park", evidence=reported("2026-09"))
    made = (
        *maker("acme", "kite"),
        enterprise("best"),
        makes("best", "kite", evidence=reported("2026-09")),
    )
    parks = (region(), region("park", "park"))

    records = (*parks, segment("kite"), denied)

    assert rests_on("kite", *records, claim("kite", "present"), again) == (
        "present",
        "reported",
        ["reported"],
    )
    assert rests_on("kite", *records, *made) == ("made", "reported", ["reported"])


def test_what_rises_from_a_kind_is_concluded_from_it_and_leads_to_its_maker() -> None:
    found = shown("parts", *LIFT, *maker("acme", "car"))

    assert (found.local_status, found.status_basis) == ("made", "derived")
    assert [each.basis for each in found.status_evidence] == ["derived", "stated"]
    assert found.status_evidence[0].note == "由car（本地在产）推算"


def test_a_by_product_is_concluded_from_its_source() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("power", "ash")),
        by_product("power", "ash"),
    )
    found = shown("ash", *records, *maker("plant", "power"))

    assert (found.local_status, found.status_basis) == ("present", "derived")
    assert found.status_evidence[0].note == "由power（本地在产）推算"


DEVICES: tuple[AnyRecord, ...] = (
    *map(segment, ("devices", "implants", "screws")),
    kind("implants", "devices"),
    kind("screws", "implants"),
)
"""Implants are devices, screws are implants."""


def test_a_stated_absence_does_not_descend_and_is_remarked_on_every_kind() -> None:
    """缺乏III类高端器械 makes no dental implant absent."""
    for each in ("implants", "screws"):
        found = shown(each, *DEVICES, claim("devices", "absent"))

        assert (found.local_status, found.status_basis) == ("unknown", None)
        assert found.status_remark == "只说缺乏“devices”，没有说缺这一种"


def test_a_reported_no_was_asked_of_all_kinds_and_is_concluded_of_them() -> None:
    no = claim("devices", "absent", evidence=REPORTED)

    assert rests_on("devices", *DEVICES, no) == ("absent", "reported", ["reported"])
    assert rests_on("screws", *DEVICES, no) == ("absent", "derived", ["derived", "reported"])
    assert rests_on("screws", *DEVICES, no, claim("screws", "sought")) == (
        "sought",
        "stated",
        ["stated"],
    )


def test_a_category_whose_kinds_all_lack_lacks_as_the_best_of_them() -> None:
    lacking: tuple[AnyRecord, ...] = (claim("car", "sought"), claim("door", "absent"))
    found = shown("parts", *LIFT, *lacking)

    assert (found.local_status, found.status_basis) == ("sought", "derived")
    assert found.status_evidence[0].note == "由car（拟引进）、door（明确缺乏）推算"
    assert shown("parts", *LIFT, lacking[0]).local_status == "unknown"


def test_a_category_that_is_here_without_a_known_kind_says_so() -> None:
    found = shown("parts", *LIFT, claim("parts", "present"))

    assert found.status_remark == "种类未知：先问做的是哪一种"
    assert shown("parts", *LIFT, *maker("acme", "parts", "car")).status_remark is None
