"""The plan audit: each kind on a handful of facts that do not fit, and on such that do."""

import pytest

from graph.analysis.audit import audit
from graph.analysis.audit_findings import Contradiction, evidence_of
from graph.model import AnyRecord, Evidence, Indicator
from tests.support import (
    STATED,
    chain,
    claim,
    direction,
    enterprise,
    facts,
    gap,
    industry,
    makes,
    project,
    region,
    reported,
    role,
    segment,
)

TARGET = "target"


def said(*quotes: str) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(basis="stated", document="plan", quote=each, line=line, start=0, end=len(each))
        for line, each in enumerate(quotes, 1)
    )


def figure(id_: str, name: str, printed: str, **fields: object) -> Indicator:
    """A target of the district for 2025, worth what is printed unless told otherwise."""
    about = {"subject_type": "region", "subject": "district", "actual_or_target": TARGET}
    number = {"year": 2025, "unit": "亿元", "printed": printed, "evidence": STATED}
    value = fields["value"] if "value" in fields else float(printed)
    told = about | number | fields | {"id": id_, "name": name, "value": value}
    return Indicator.model_validate(told)


def growing(
    start: str, end: str, rate: str, unit: str = "%", name: str = "年均增速"
) -> tuple[AnyRecord, ...]:
    """Output of 2021 and of 2025, and how it is to grow every year between."""
    period = {"start": 2021, "end": 2025}
    return (
        figure("before", "产值", start, year=2021, actual_or_target="actual"),
        figure("after", "产值", end, actual_or_target="actual" if "降" in name else TARGET),
        figure("rate", f"产值{name}", rate, unit=unit, measure="annual_average", period=period),
    )


def found(*records: AnyRecord) -> list[Contradiction]:
    return list(audit(facts(*records)).findings)


def kinds(*records: AnyRecord) -> list[tuple[str, str]]:
    return [(each.kind, each.severity) for each in found(*records)]


def compared(kind: str, *records: AnyRecord) -> int:
    return audit(facts(*records)).compared[kind]  # type: ignore[index] # a code in a test


# Growth: 100 × 1.1⁴ = 146.41; 100 can be 101 and 10 % can be 11, cut off: 101 × 1.11⁴ = 153.3


@pytest.mark.parametrize(("end", "fits"), [("146", True), ("151", True), ("155", False)])
def test_a_rate_has_to_lead_from_one_level_to_the_other(end: str, fits: bool) -> None:
    records = growing("100", end, "10")

    assert kinds(*records) == ([] if fits else [("growth", "certain")])
    assert compared("growth", *records) == 1


def test_the_arithmetic_of_growth_is_four_years_of_it() -> None:
    """And 160 of 100 in four years are 12.47 % a year: 1.1247⁴ = 1.6."""
    (finding,) = found(*growing("100", "160", "10"))

    assert finding.numbers == pytest.approx((4, 146.41, 12.468, 1), abs=0.001)
    assert [each.id for each in (*finding.one, *finding.other)] == ["rate", "before", "after"]


def test_points_are_added_and_a_decline_is_taken_off() -> None:
    """20 + 4 × 3 = 32; 100 × 0.9⁴ = 65.61, where 10 % can be as much as 11 (62.7)."""
    assert kinds(*growing("20", "32", "3", "个百分点")) == []
    assert kinds(*growing("20", "40", "3", "个百分点")) == [("growth", "certain")]
    assert kinds(*growing("100", "65.6", "10", name="年均降幅")) == []
    assert kinds(*growing("100", "60", "10", name="年均降幅")) == [("growth", "certain")]


def test_a_round_number_makes_growth_doubtful_at_most() -> None:
    start, _, rate = growing("100", "146", "10")
    far = figure("after", "产值", "200", bound="about")

    assert kinds(start, far, rate) == [("growth", "doubtful")]


# Shares: 50 of 200 are a quarter


@pytest.mark.parametrize(("share", "fits"), [("25", True), ("25.0", True), ("27", False)])
def test_a_share_has_to_be_its_part_of_its_whole(share: str, fits: bool) -> None:
    records = (
        figure("whole", "规模以上工业产值（亿元）", "200"),
        figure("part", "数字经济产值", "50"),
        figure("share", "数字经济占规上工业总产值", share, unit="%"),
    )

    assert kinds(*records) == ([] if fits else [("share", "certain")])
    assert compared("share", *records) == 1


# Two numbers for one thing


def firms(id_: str, name: str, printed: str, **fields: object) -> AnyRecord:
    return figure(id_, name, printed, **({"unit": "家"} | fields))


def test_one_name_has_one_number() -> None:
    one, other = firms("one", "高新技术企业", "220"), firms("other", "高新技术企业", "250")

    assert kinds(one, other) == [("two_figures", "certain")]
    assert kinds(one, firms("other", "高新技术企业", "220", unit="个")) == []


@pytest.mark.parametrize(
    "other",
    [
        {"year": 2030},
        {"subject": "vehicles", "subject_type": "industry", "printed": "90", "value": 90.0},
        {"measure": "cumulative"},
        {"bound": "at_least", "printed": "200", "value": 200.0},
    ],
    ids=["another year", "another subject", "another measure", "at least so many"],
)
def test_what_is_not_the_same_or_lets_both_be_true_is_no_contradiction(
    other: dict[str, object],
) -> None:
    more = {"printed": "250", "value": 250.0} | other
    twin = firms("other", "上市企业", str(more.pop("printed")), **more)

    assert kinds(industry(), firms("one", "上市企业", "220"), twin) == []


def test_a_name_with_words_put_in_may_be_the_same_thing() -> None:
    wide, narrow = "国家级孵化园（器）", "国家级科技企业孵化器"

    assert kinds(firms("w", wide, "4"), firms("n", narrow, "2")) == [("like_figures", "doubtful")]
    assert kinds(firms("w", wide, "4"), firms("n", narrow, "4")) == []


def test_what_counts_a_part_of_another_is_no_second_number() -> None:
    assert (
        kinds(firms("all", "规上工业企业", "322"), firms("some", "规上工业企业中高新企业", "106"))
        == []
    )


def test_one_industry_has_one_size_under_all_its_names() -> None:
    """300 within a tenth ends at 330, 1000 begins at 900."""
    about = {"subject_type": "industry", "subject": "vehicles", "bound": "about"}
    small = figure("small", "汽摩产业集群规模", "300亿级", value=300, **about)
    large = figure("large", "汽摩产业生态规模", "千亿级", value=1000, **about)
    near = figure("large", "汽摩产业生态规模", "320亿级", value=320, **about)

    assert kinds(industry(), small, large) == [("two_scales", "doubtful")]
    assert kinds(industry(), small, near) == []


# Counted together


@pytest.mark.parametrize(
    ("here", "wanted"), [(None, "doubtful"), ("31", "certain"), ("120", "doubtful")]
)
def test_two_sorts_together_are_no_fewer_than_one_of_them(here: str | None, wanted: str) -> None:
    """40 together against 150 of one: with 31 there 71 at most, with 120 there enough."""
    joint = firms("joint", "“专精特新”中小企业和单项冠军企业", "40")
    alone = firms("alone", "“专精特新”企业数量（个）", "150")
    now = {"year": 2021, "actual_or_target": "actual"}
    there = () if here is None else (firms("now", "“专精特新”企业数量（个）", here, **now),)

    assert kinds(joint, alone, *there) == [("joint_count", wanted)]


def test_two_sorts_together_may_be_more() -> None:
    joint = firms("joint", "“专精特新”中小企业和单项冠军企业", "160")

    assert kinds(joint, firms("alone", "“专精特新”企业数量（个）", "150")) == []


# Targets and what is there


def test_a_target_lies_above_what_is_there_unless_less_is_better() -> None:
    now = {"year": 2021, "actual_or_target": "actual"}

    assert kinds(firms("now", "上市企业", "5", **now), firms("then", "上市企业", "3")) == [
        ("below_present", "doubtful")
    ]
    assert kinds(figure("now", "单位能耗", "5", **now), figure("then", "单位能耗", "3")) == []


def test_a_reduction_below_zero_is_a_rise() -> None:
    cut = {"unit": "%", "measure": "cumulative"}

    assert kinds(figure("cut", "能耗下降率（%）", "-15.5", **cut)) == [
        ("double_negative", "doubtful")
    ]
    assert kinds(figure("cut", "能耗下降率（%）", "15.5", **cut)) == []


# Parts and wholes


def clusters(*sizes: int) -> list[AnyRecord]:
    """An industry of each size, to within a tenth."""
    found: list[AnyRecord] = []
    for number, size in enumerate(sizes):
        about = {"subject_type": "industry", "subject": f"i{number}", "bound": "about"}
        found.append(industry(f"i{number}"))
        found.append(figure(f"c{number}", "产业集群规模", f"{size}亿级", value=size, **about))
    return found


@pytest.mark.parametrize(("sizes", "fits"), [((300, 300), True), ((300, 700), False)])
def test_industries_fit_into_all_industry(sizes: tuple[int, ...], fits: bool) -> None:
    """At the least 270 + 630 = 900, and 750 are wanted."""
    records = (figure("whole", "规模以上工业产值（亿元）", "750"), *clusters(*sizes))

    assert kinds(*records) == ([] if fits else [("parts_exceed_whole", "doubtful")])


def test_an_industry_without_a_size_has_that_of_its_chains() -> None:
    about = {"subject_type": "chain", "bound": "exact"}
    parts = [figure(each, "产业规模", "500", subject=each, **about) for each in ("a", "b")]
    chains = (industry("x"), chain("a", "x"), industry("y"), chain("b", "y"))

    (finding,) = found(figure("whole", "工业产值", "750"), *chains, *parts)

    assert (finding.kind, finding.numbers) == ("parts_exceed_whole", (1000, 250))


def test_what_names_its_industries_is_their_sum() -> None:
    """其他工业 of 120: 50 + 30 fits, 150 + 30 does not."""
    named = {"evidence": said("培育甲、乙等其他工业头部企业")}
    homes = (industry("x", **named), chain("a", "x"), industry("y", **named), chain("b", "y"))
    whole = figure("other", "其他工业产业集群规模", "120")

    def sizes(one: str) -> list[AnyRecord]:
        about = {"subject_type": "chain"}
        pairs = (("a", one), ("b", "30"))
        return [figure(f"s{id_}", "产业规模", n, subject=id_, **about) for id_, n in pairs]

    assert kinds(*homes, whole, *sizes("50")) == []
    assert kinds(*homes, whole, *sizes("150")) == [("parts_exceed_whole", "doubtful")]


def places(*outputs: str) -> list[AnyRecord]:
    parks = [region(f"p{n}", "park") for n in range(len(outputs))]
    sizes = [figure(f"o{n}", "产值规模", each, subject=f"p{n}") for n, each in enumerate(outputs)]
    return [region(), *parks, *sizes]


def test_parks_fit_into_the_district() -> None:
    """Of one measure and exact, the excess is certain."""
    whole = figure("whole", "产值", "750")

    assert kinds(whole, *places("300", "300")) == []
    assert kinds(whole, *places("300", "600")) == [("parts_exceed_whole", "certain")]


def test_a_town_may_lie_in_a_park() -> None:
    town = (region("t", "town"), figure("ot", "产值规模", "600", subject="t"))

    assert kinds(figure("whole", "产值", "750"), *places("300", "300"), *town) == []


def test_the_firms_of_an_industry_fit_into_it() -> None:
    """2 × 50 + 2 × 10 = 120 in 100 to within a tenth; 1 × 50 + 2 × 10 = 70 fits."""
    about = {"subject_type": "industry", "subject": "vehicles"}
    size = figure("size", "产业集群规模", "100亿级", value=100, bound="about", **about)
    ten = firms("ten", "10亿级企业", "2", bound="at_least", **about)

    def fifty(count: str) -> AnyRecord:
        return firms("fifty", "50亿级企业", count, **about)

    (finding,) = found(industry(), size, ten, fifty("2"))
    assert (finding.kind, finding.numbers) == ("firms_exceed_scale", (120, 20))
    assert kinds(industry(), size, ten, fifty("1")) == []


def test_a_cluster_as_large_as_its_park_leaves_nothing_for_what_else_the_park_develops() -> None:
    homes = (
        industry("cars", name="汽摩制造"),
        chain("bikes", "cars"),
        industry("glass", name="玻璃"),
    )
    park = (region(), region("park", "park"), *homes, chain("jars", "glass"))
    whole = figure("whole", "产值规模", "300", subject="park")
    most = figure("part", "汽摩产业集群规模", "300", subject="park")
    some = figure("part", "汽摩产业集群规模", "200", subject="park")
    both = (direction("park", "cars", "bikes"), direction("park", "glass", "jars"))

    (finding,) = found(*park, whole, most, *both)

    assert (finding.kind, finding.severity) == ("part_takes_all", "doubtful")
    assert [each.id for each in finding.other] == ["direction.park.glass"]
    assert kinds(*park, whole, some, *both) == []
    assert kinds(*park, whole, most, both[0]) == []


def test_one_industry_does_not_attract_all_the_firms_of_the_district() -> None:
    whole = firms("whole", "累计引进头部企业", "10", measure="cumulative")
    about = {"subject_type": "industry", "subject": "vehicles", "bound": "at_least"}
    one = firms("one", "头部企业或集成制造商", "10", **about)
    few = firms("one", "头部企业或集成制造商", "4", **about)

    assert kinds(industry(), whole, one) == [("part_takes_all", "doubtful")]
    assert kinds(industry(), whole, few) == []


def test_no_more_is_built_than_planned() -> None:
    """10 + 42 = 52 square kilometres in 28."""
    parks = (region(), region("p", "park"), region("q", "park"))
    area = {"unit": "平方公里"}
    built = [
        figure(f"b{n}", "建成区面积", size, subject=n, **area)
        for n, size in (("p", "10"), ("q", "42"))
    ]

    assert kinds(*parks, figure("plan", "规划建设面积", "28", **area), *built) == [
        ("built_exceeds_planned", "doubtful")
    ]
    assert kinds(*parks, figure("plan", "规划建设面积", "60", **area), *built) == []


def test_land_fits_into_land() -> None:
    def zone(free: float) -> AnyRecord:
        return region(
            "z", "zone", free_land_mu=free, industrial_land_mu=600.0, planned_area_mu=900.0
        )

    assert kinds(region(), zone(700)) == [("land", "certain")]
    assert kinds(region(), zone(500)) == []


# Statements


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("依托甲厂发展整车", [("stopped_and_counted_on", "certain")]),
        ("推动甲厂战略重组", [("stopped_and_counted_on", "doubtful")]),
        ("依托乙厂发展整车", []),
    ],
)
def test_a_firm_that_has_stopped_is_not_counted_on(
    sentence: str, wanted: list[tuple[str, str]]
) -> None:
    firm = enterprise("a", "suspended", name="甲厂", evidence=said("甲厂停产"))
    part = role("bikes", "a", evidence=said("甲厂停产", sentence))

    assert kinds(industry(), chain(), firm, part) == wanted


def test_both_sentences_on_a_stopped_firm_are_quoted_once() -> None:
    firm = enterprise("a", "suspended", name="甲厂", evidence=said("甲厂停产", "甲厂位于城东"))
    plan = project("p", enterprise="a", evidence=said("甲厂停产", "推动甲厂战略重组")[1:])

    (finding,) = found(firm, plan)

    assert [each.quote for each in evidence_of(finding)] == ["甲厂停产", "推动甲厂战略重组"]


def test_a_firm_that_runs_may_be_counted_on() -> None:
    firm = enterprise("a", name="甲厂", evidence=said("依托甲厂发展整车"))

    assert kinds(firm) == []


def test_what_is_here_is_not_lacking() -> None:
    frame = segment("frame")
    made = (enterprise("a"), makes("a", "frame"))

    assert kinds(frame, *made, claim("frame", "absent")) == [("here_and_lacking", "certain")]
    assert kinds(frame, *made, gap("g", segment="frame")) == [("here_and_lacking", "doubtful")]
    assert kinds(frame, *made, gap("g", "weak", segment="frame")) == []
    assert kinds(frame, claim("frame", "sought"), claim("frame", "absent")) == []


def test_who_has_stopped_or_works_elsewhere_makes_nothing_here() -> None:
    stopped = (enterprise("a", "suspended"), makes("a", "frame"))
    beyond = (region(), region("far", "neighbour"), enterprise("b", region="far"))

    assert kinds(segment("frame"), *stopped, claim("frame", "absent")) == []
    assert kinds(segment("frame"), *beyond, makes("b", "frame"), claim("frame", "absent")) == []


def test_a_later_answer_overtakes_what_the_plan_said() -> None:
    news = claim("frame", "present", evidence=reported("2026-06-01"))

    assert kinds(segment("frame"), news, claim("frame", "absent")) == [("overtaken", "certain")]


def test_certain_findings_come_first_and_ids_stay() -> None:
    cut = figure("cut", "能耗下降率", "-5", unit="%")

    assert [each.id for each in found(cut, *growing("100", "160", "10"))] == [
        "audit.growth.rate.after",
        "audit.double_negative.cut",
    ]
