"""Two plan periods that contradict one another: the newer holds, both sides are told."""

from graph.analysis.audit import audit
from graph.analysis.periods import plan_periods
from graph.answers.audit_words import statement
from graph.model import AnyRecord, Claim, Evidence, Facts, Indicator
from graph.network.set_aside import set_aside
from tests.support import claim, document, facts, region, reported, segment

OLD = document("first", date="2026-01-01", edition="第一期")
NEW = document("second", date="2031-01-01", edition="第二期")


def said(by: str) -> tuple[Evidence, ...]:
    return (Evidence(basis="stated", document=by, quote="原文", line=1, start=0, end=2),)


def here(by: str) -> Claim:
    return claim("frame", "present", evidence=said(by))


def gone(by: str) -> Claim:
    return claim("frame", "absent", evidence=said(by))


def told(*records: AnyRecord) -> Facts:
    return facts(region(), segment("frame"), OLD, NEW, *records)


def target(id_: str, value: float, by: str) -> Indicator:
    return Indicator(
        id=id_,
        name="产值",
        value=value,
        printed=f"{value:g}",
        unit="亿元",
        year=2030,
        actual_or_target="target",
        subject_type="region",
        subject="district",
        evidence=said(by),
    )


def test_what_the_newer_period_says_holds_whichever_it_is() -> None:
    now_gone, now_here = told(here("first"), gone("second")), told(gone("first"), here("second"))

    assert set_aside(now_gone) == {("claim", "claim.district.frame.present")}
    assert set_aside(now_here) == {("claim", "claim.district.frame.absent")}


def test_documents_that_are_no_plan_of_a_period_overtake_nothing() -> None:
    letter = document("letter", date="2032-01-01")
    both = facts(region(), segment("frame"), OLD, letter, here("first"), gone("letter"))

    assert set_aside(both) == frozenset()


def test_a_new_period_does_not_overrule_what_somebody_reported() -> None:
    found = claim("frame", "present", evidence=reported("2030-06-01"))

    assert set_aside(told(found, gone("second"))) == frozenset()


def test_an_intention_that_both_periods_state_is_carried_on() -> None:
    both = claim("frame", "sought", evidence=(*said("first"), *said("second")))
    found = plan_periods(told(both, here("first"), target("output", 300, "second")))

    assert found is not None
    assert [each.id for each in found.carried_on] == [both.id]
    assert found.dropped == ()
    assert [each.id for each in found.first_named] == ["output"]


def test_both_sides_are_told_with_the_newer_one_as_what_holds() -> None:
    both = told(here("first"), gone("second"))
    (found,) = audit(both).findings

    assert (found.kind, found.severity) == ("overtaken", "certain")
    assert {each.document for fact in (*found.one, *found.other) for each in fact.evidence} == {
        "first",
        "second",
    }
    assert "新一期文件与此前的说法相反" in statement(both, found).text("zh")


def test_a_target_that_the_new_period_sets_anew_is_no_contradiction_of_the_plan() -> None:
    both = told(target("output_2030", 300, "first"), target("output_2030_new", 400, "second"))
    (found,) = audit(both).findings

    assert found.kind == "overtaken"
    assert ([each.id for each in found.one], [each.id for each in found.other]) == (
        ["output_2030_new"],
        ["output_2030"],
    )
    assert "400" in statement(both, found).text("zh").partition("此前")[0]


def test_two_targets_of_one_period_still_contradict_one_another() -> None:
    both = told(target("output_2030", 300, "second"), target("output_2030_too", 400, "second"))
    (found,) = audit(both).findings

    assert found.kind == "two_figures"
