"""Targets of a plan against one another, and against what is here."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from graph.analysis.audit_figures import about, alike, firms, is_size, plain, scope, span, unit
from graph.analysis.audit_findings import Comparisons, Contradiction, severity
from graph.model import Document, Facts, Indicator
from graph.network.set_aside import newest_document

_JOINED = re.compile(r"和|与|及|或|、")
_CUT = re.compile(r"下降率?|降低率?|降幅|减少率?")
_LESS_IS_BETTER = re.compile(r"能耗|水耗|物耗|排放|下降|降低|低于|降幅|成本")


def two_figures(facts: Facts) -> Comparisons:
    """Compare figures of one name, subject, year and measure; names that are nearly so, too."""
    for group in _together(facts):
        for one, other in combinations(group, 2):
            apart = span(one).apart(span(other))
            numbers = (abs((one.value or 0) - (other.value or 0)),)
            if revised := _revised(facts, one, other) if apart else None:
                yield "overtaken", Contradiction("overtaken", "certain", *revised)
            elif plain(one.name) == plain(other.name):
                sure = severity(certain="about" not in {one.bound, other.bound})
                same_name = Contradiction("two_figures", sure, (one,), (other,), numbers)
                yield "two_figures", same_name if apart else None
            elif alike(one.name, other.name):
                like = Contradiction("like_figures", "doubtful", (one,), (other,), numbers)
                yield "like_figures", like if apart else None


def _revised(
    facts: Facts, one: Indicator, other: Indicator
) -> tuple[tuple[Indicator], tuple[Indicator]] | None:
    """Return the figure of a plan of a new period before the one that it replaces, if it does."""
    if plain(one.name) != plain(other.name):
        return None
    dated = {each.id: newest_document(facts, each) for each in (one, other)}
    old, new = sorted((one, other), key=lambda each: _date(dated[each.id]))
    newest = dated[new.id]
    later = _date(dated[old.id]) < _date(newest)
    return ((new,), (old,)) if later and newest is not None and newest.edition else None


def _date(document: Document | None) -> str:
    return (document.date if document else None) or ""


def _together(facts: Facts) -> Iterable[list[Indicator]]:
    found: defaultdict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for each in facts.indicators.values():
        if each.value is not None:
            found[*about(each), each.year, each.period, each.measure, unit(each)].append(each)
    return found.values()


def two_scales(facts: Facts) -> Comparisons:
    """Compare the sizes that one industry, chain or place is to have, in whatever words."""
    found: defaultdict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for each in facts.indicators.values():
        if is_size(each) and each.value is not None and each.measure == "level":
            what = scope(each.name) if each.subject_type == "region" else ""
            found[*about(each), each.year, what].append(each)
    for same in found.values():
        for one, other in combinations(sorted(same, key=lambda each: each.value or 0), 2):
            if plain(one.name) != plain(other.name):
                apart = span(one).apart(span(other))
                numbers = ((other.value or 0) / (one.value or 1),)
                two = Contradiction("two_scales", "doubtful", (one,), (other,), numbers)
                yield "two_scales", two if apart else None


def joint_count(facts: Facts) -> Comparisons:
    """Compare a number of two sorts of firms together with that of one of them alone.

    Certain where not even all of them on top of those that are here reach the one.
    """
    counts = [
        each
        for each in facts.indicators.values()
        if unit(each) == "家" and each.value is not None and each.measure == "level"
    ]
    for joint in counts:
        members = {firms(each) for each in _JOINED.split(joint.name)} - {""}
        for alone in counts if len(members) > 1 else ():
            same = about(alone) == about(joint) and alone.year == joint.year
            if same and alone is not joint and firms(alone.name) in members:
                yield "joint_count", _joined(joint, alone, _here(counts, alone))


def _here(counts: Iterable[Indicator], target: Indicator) -> Indicator | None:
    """The newest number that tells how many there are."""
    found = [
        each
        for each in counts
        if each.actual_or_target == "actual"
        and about(each)[:2] == about(target)[:2]
        and firms(each.name) == firms(target.name)
    ]
    return max(found, key=lambda each: (each.year, each.id), default=None)


def _joined(joint: Indicator, alone: Indicator, here: Indicator | None) -> Contradiction | None:
    if span(joint).high >= span(alone).low:
        return None
    if here is None:
        return Contradiction("joint_count", "doubtful", (joint,), (alone,))
    base = here.value or 0
    certain = base + span(joint).high < span(alone).low
    beside, numbers = (alone, here), (base, base + (joint.value or 0))
    return Contradiction("joint_count", severity(certain=certain), (joint,), beside, numbers)


def below_present(facts: Facts) -> Comparisons:
    """Compare each target with the newest figure of the same thing; where more is better."""
    figures = [each for each in facts.indicators.values() if each.value is not None]
    for target in figures:
        if target.actual_or_target != "target" or _LESS_IS_BETTER.search(target.name):
            continue
        here = [each for each in figures if _is_before(each, target)]
        if here and target.measure == "level":
            last = max(here, key=lambda each: (each.year, each.id))
            below = span(target).high < span(last).low
            numbers = ((last.value or 0) - (target.value or 0),)
            found = Contradiction("below_present", "doubtful", (target,), (last,), numbers)
            yield "below_present", found if below else None


def _is_before(figure: Indicator, target: Indicator) -> bool:
    return (
        figure.actual_or_target == "actual"
        and figure.year < target.year
        and about(figure)[:2] == about(target)[:2]
        and (plain(figure.name), unit(figure), figure.measure)
        == (plain(target.name), unit(target), target.measure)
    )


def double_negative(facts: Facts) -> Comparisons:
    """Look at each reduction: printed below zero it is a rise, read literally."""
    for each in facts.indicators.values():
        if _CUT.search(each.name) and each.value is not None:
            below = Contradiction("double_negative", "doubtful", (each,), (), (-each.value,))
            yield "double_negative", below if each.value < 0 else None
