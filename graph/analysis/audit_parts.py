"""Parts against their whole: industries, parks, firms by size, land."""

import re
from collections.abc import Iterable, Sequence

from graph.analysis.audit_figures import about, firms, is_size, scope, span, unit
from graph.analysis.audit_findings import Comparisons, Contradiction, severity
from graph.model import Facts, Indicator, Industry, Region

_OF_SIZE = re.compile(r"^(\d+)亿级企业$")
_JOINED = re.compile(r"和|与|及|或|、")
WHOLE = "工业"
"""What the size of all industry is the size of."""
INSIDE = frozenset({"park", "zone"})
"""The places that share a district out; a town can lie in a park."""


def parts_exceed_whole(facts: Facts) -> Comparisons:
    """Compare a whole with the sum of its parts, at the least that they can be.

    All industry with the industries; a group of them named with its chains; all industry, and a
    park's output, with the places, and the clusters in it.
    """
    sizes = [each for each in facts.indicators.values() if _is_target_size(each)]
    industries = [part for each in facts.industries for part in _of_industry(facts, sizes, each)]
    for whole in sizes:
        if whole.subject_type != "region":
            continue
        for parts in _shared_out(facts, sizes, whole, industries):
            if len(parts) > 1:
                yield "parts_exceed_whole", _exceed(parts, whole)


def _is_target_size(figure: Indicator) -> bool:
    target = figure.actual_or_target == "target" and figure.measure == "level"
    return is_size(figure) and target and figure.value is not None


def _of_industry(facts: Facts, sizes: Iterable[Indicator], industry: str) -> list[Indicator]:
    """The size of an industry, the least that is said; else those of its chains."""
    chains = {each.id for each in facts.chains.values() if each.industry == industry}
    own = [each for each in sizes if about(each)[:2] == ("industry", industry)]
    if own:
        return [min(own, key=lambda each: (each.value or 0, each.id))]
    return [each for each in sizes if each.subject_type == "chain" and each.subject in chains]


def _shared_out(
    facts: Facts, sizes: Sequence[Indicator], whole: Indicator, industries: Sequence[Indicator]
) -> Iterable[Sequence[Indicator]]:
    """Each way in which the plan divides a whole."""
    what, region = scope(whole.name), whole.subject
    if what == WHOLE and region == facts.dataset.region:
        yield [each for each in industries if each.year == whole.year]
    if what in {WHOLE, ""}:
        yield [each for each in sizes if _is_output_within(facts, each, whole)]
    if what == "":
        yield [each for each in _of_place(sizes, region) if each.year == whole.year]
    elif what != WHOLE:
        named = {key for key, each in facts.industries.items() if _quotes(each.evidence, what)}
        yield [part for each in sorted(named) for part in _of_industry(facts, sizes, each)]


def _is_output_within(facts: Facts, part: Indicator, whole: Indicator) -> bool:
    if part.subject_type != "region" or scope(part.name) or part.year != whole.year:
        return False
    place = facts.regions[part.subject]
    return place.parent == whole.subject and place.sort in INSIDE


def _of_place(sizes: Iterable[Indicator], region: str) -> list[Indicator]:
    """The clusters that a place is to have."""
    here = (each for each in sizes if about(each)[:2] == ("region", region))
    return [each for each in here if scope(each.name)]


def _quotes(evidence: Iterable[object], text: str) -> bool:
    return any(text in (getattr(each, "quote", None) or "") for each in evidence)


def _exceed(parts: Sequence[Indicator], whole: Indicator) -> Contradiction | None:
    if sum(span(each).low for each in parts) <= span(whole).high:
        return None
    total = sum(each.value or 0 for each in parts)
    excess = total - (whole.value or 0)
    exact = all(each.bound == "exact" for each in (*parts, whole))
    alike = {scope(each.name) for each in (*parts, whole)} == {""}
    sure = severity(certain=exact and alike)
    return Contradiction("parts_exceed_whole", sure, (whole,), tuple(parts), (total, excess))


def firms_exceed_scale(facts: Facts) -> Comparisons:
    """Compare the size of an industry with its firms of 10亿级 and 50亿级, number by class."""
    figures = facts.indicators.values()
    for whole in figures:
        classes = [each for each in figures if about(each) == about(whole) and class_of(each)]
        if not (_is_target_size(whole) and classes and whole.subject_type != "region"):
            continue
        least = sum(class_of(each) * (each.value or 0) for each in classes)
        numbers = (least, least - (whole.value or 0))
        found = Contradiction("firms_exceed_scale", "doubtful", (whole,), tuple(classes), numbers)
        yield "firms_exceed_scale", found if least > span(whole).high else None


def class_of(figure: Indicator) -> int:
    """Return how large the firms are that a figure counts, in 亿元; 0 where it says no size."""
    found = _OF_SIZE.match(figure.name) if unit(figure) == "家" else None
    return int(found.group(1)) if found else 0


def part_takes_all(facts: Facts) -> Comparisons:
    """Look for a part as large as its whole where others share it.

    A cluster of a park that also develops another industry; firms that one industry alone is to
    attract, as many as the whole district.
    """
    sizes = [each for each in facts.indicators.values() if _is_target_size(each)]
    for whole in sizes:
        if whole.subject_type == "region" and not scope(whole.name):
            parts = [each for each in _of_place(sizes, whole.subject) if each.year == whole.year]
            if parts:
                yield "part_takes_all", _nothing_left(facts, whole, parts)
    for whole in facts.indicators.values():
        if about(whole) == ("region", facts.dataset.region, "target") and firms(whole.name):
            for part in facts.indicators.values():
                if _counts_too(part, whole):
                    yield "part_takes_all", _takes_all(part, whole)


def _nothing_left(
    facts: Facts, whole: Indicator, parts: Sequence[Indicator]
) -> Contradiction | None:
    named = {each.id for each in facts.industries.values() if _names(each, parts)}
    covered = {each.id for each in facts.chains.values() if each.industry in named}
    others = [
        each
        for each in facts.directions.values()
        if each.region == whole.subject and each.chains and covered.isdisjoint(each.chains)
    ]
    total = sum(each.value or 0 for each in parts)
    if not others or not covered or total < (whole.value or 0):
        return None
    return Contradiction("part_takes_all", "doubtful", (*parts, whole), tuple(others), (total,))


def _names(industry: Industry, figures: Iterable[Indicator]) -> bool:
    """Whether a figure's name says an industry, by the two characters that it begins with."""
    return any(industry.name[:2] in each.name for each in figures)


def _counts_too(part: Indicator, whole: Indicator) -> bool:
    """Whether an industry counts firms that the district counts, too."""
    named = {firms(each) for each in _JOINED.split(part.name)} - {""}
    counted = unit(part) == unit(whole) == "家" and part.year == whole.year
    target = part.subject_type == "industry" and part.actual_or_target == "target"
    return counted and target and _head(whole.name) in {_head(each) for each in named}


def _head(name: str) -> str:
    return firms(firms(name))


def _takes_all(part: Indicator, whole: Indicator) -> Contradiction | None:
    if part.value is None or whole.value is None or part.value < whole.value:
        return None
    return Contradiction("part_takes_all", "doubtful", (part, whole), (), (part.value,))


def built_exceeds_planned(facts: Facts) -> Comparisons:
    """Compare the built-up areas of a region's parks with the area planned in it."""
    areas = [each for each in facts.indicators.values() if each.unit == "平方公里"]
    built = [each for each in areas if each.name == "建成区面积" and each.value is not None]
    for planned in areas:
        if planned.name != "规划建设面积" or planned.value is None:
            continue
        within = [
            each
            for each in built
            if planned.subject in {each.subject, facts.regions[each.subject].parent}
        ]
        if within:
            total = sum(each.value or 0 for each in within)
            numbers = (total, total - planned.value)
            found = Contradiction(
                "built_exceeds_planned", "doubtful", (planned,), tuple(within), numbers
            )
            exceeds = sum(span(each).low for each in within) > span(planned).high
            yield "built_exceeds_planned", found if exceeds else None


def land(facts: Facts) -> Comparisons:
    """Compare the land of each place: free within industrial, industrial within planned."""
    for region in facts.regions.values():
        for inner, outer in (
            (region.free_land_mu, region.industrial_land_mu),
            (region.industrial_land_mu, region.planned_area_mu),
        ):
            if inner is not None and outer is not None:
                yield "land", _too_large(region, inner, outer)


def _too_large(region: Region, inner: float, outer: float) -> Contradiction | None:
    if inner <= outer:
        return None
    return Contradiction("land", "certain", (region,), (), (inner, outer))
