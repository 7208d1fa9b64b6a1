"""Levels against the growth between them, and shares against their parts."""

import re
from collections.abc import Iterable
from itertools import product

from graph.analysis.audit_figures import PrintedRange, about, plain, span
from graph.analysis.audit_findings import Comparisons, Contradiction, severity
from graph.model import Facts, Indicator

_RATE = re.compile(r"年均(增速|增长|降幅|下降)率?$")
_OF = re.compile(r"^(?P<part>.+?)占(?P<whole>.+?)(比重)?$")
_AMONG = re.compile(r"^(?P<part>(?P<whole>.[^中]*)中.+)占比$")
PERCENT = 100


def growth(facts: Facts) -> Comparisons:
    """Compare each annual rate with the levels at both ends of its period.

    A rate in % is compounded, one in another unit (个百分点, 万元/人) added year by year.
    """
    levels = [each for each in facts.indicators.values() if _is_level(each)]
    for rate in facts.indicators.values():
        if rate.measure != "annual_average" or rate.period is None or rate.value is None:
            continue
        name = _RATE.sub("", plain(rate.name))
        years = (rate.period.start, rate.period.end)
        ends = [_level(levels, rate, name, year) for year in years]
        if ends[0] is not None and ends[1] is not None and years[0] < years[1]:
            yield "growth", _grown(ends[0], ends[1], rate, years[1] - years[0])


def _is_level(figure: Indicator) -> bool:
    return figure.measure == "level" and figure.value is not None


def _level(levels: Iterable[Indicator], rate: Indicator, name: str, year: int) -> Indicator | None:
    subject = about(rate)[:2]
    found = [
        each
        for each in levels
        if each.year == year and about(each)[:2] == subject and plain(each.name) == name
    ]
    return min(found, key=lambda each: (each.actual_or_target, each.id), default=None)


def _grown(start: Indicator, end: Indicator, rate: Indicator, years: int) -> Contradiction | None:
    sign = -1 if "降" in rate.name else 1
    compound = rate.unit == "%"

    def reached(level: float, step: float) -> float:
        if compound:
            return level * (1 + sign * step / PERCENT) ** years
        return level + sign * step * years

    first, steps = span(start), span(rate)
    corners = [reached(*each) for each in product((first.low, first.high), (steps.low, steps.high))]
    if not PrintedRange(min(corners), max(corners)).apart(span(end)):
        return None
    implied = _implied(start.value or 0, end.value or 0, years, compound=compound)
    numbers = (years, reached(start.value or 0, rate.value or 0), sign * implied, sign)
    vague = "about" in {start.bound, end.bound, rate.bound}
    return Contradiction("growth", severity(certain=not vague), (rate, start), (end,), numbers)


def _implied(start: float, end: float, years: int, *, compound: bool) -> float:
    """The step that leads from one level to the other."""
    if not compound:
        return (end - start) / years
    return ((end / start) ** (1 / years) - 1) * PERCENT if start > 0 and end > 0 else 0.0


def share(facts: Facts) -> Comparisons:
    """Compare each share that names its part and its whole with the quotient of both."""
    figures = [each for each in facts.indicators.values() if each.value is not None]
    for told in figures:
        named = _AMONG.match(plain(told.name)) or _OF.match(plain(told.name))
        if told.unit != "%" or told.measure != "level" or named is None:
            continue
        same = [e for e in figures if (e.year, about(e)[2]) == (told.year, about(told)[2])]
        wholes = [e for e in same if plain(e.name) == named["whole"] and e.unit != "%"]
        parts = [
            e
            for e in same
            if about(e) == about(told) and e is not told and plain(e.name).startswith(named["part"])
        ]
        for part, whole in product(parts, wholes):
            if part.unit == whole.unit and part is not whole:
                yield "share", _shared(told, part, whole)


def _shared(told: Indicator, part: Indicator, whole: Indicator) -> Contradiction | None:
    over, under = span(part), span(whole)
    if under.low <= 0:
        return None
    real = PrintedRange(over.low / under.high * PERCENT, over.high / under.low * PERCENT)
    if not real.apart(span(told)):
        return None
    quotient = (part.value or 0) / (whole.value or 1) * PERCENT
    return Contradiction("share", "certain", (told,), (part, whole), (quotient,))
