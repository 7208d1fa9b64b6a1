"""Rules on facts that read one passage in ways that exclude each other; both places are told.

What a document itself contradicts, in two passages, is no error here: the plan audit tells it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.load.catalog import Catalog
from graph.load.entries import SourceEntry
from graph.load.report import FindingsReport
from graph.load.rules_figures import printed_at
from graph.message import _
from graph.model import (
    Claim,
    Enterprise,
    Evidence,
    Gap,
    Indicator,
    Makes,
    Platform,
    Project,
    Region,
    RegionDirection,
)
from graph.model.district import Period

_AGREES = {"developing": "building", "sought": "planned"}
"""The state of a project or platform whose sentence gives a segment this status."""
Sited = Claim | Gap | Platform | Project | Enterprise
Located = Sited | Indicator | RegionDirection
"""What is of a place; a figure where its subject is one."""
_ONE_NUMBER = (
    "actual_or_target",
    "period",
    "year",
    "measure",
    "binding",
    "subject_type",
    "subject",
    "value",
    "unit",
    "bound",
)
"""What facts that quote one printed number have to agree on."""


@dataclass(frozen=True, slots=True)
class QuotedFact:
    """A fact as one of its passages proves it."""

    entry: SourceEntry
    passage: Evidence


def refuse_contradictions(
    entries: Sequence[SourceEntry], catalog: Catalog, to: FindingsReport
) -> None:
    """No two facts say of one passage what excludes each other."""
    _refuse_other_figures(entries, to)
    above = {e.record.id: e.record.parent for e in entries if isinstance(e.record, Region)}
    idle = {
        each.record.id
        for each in entries
        if isinstance(each.record, Enterprise) and each.record.status != "operating"
    }
    for one, other in _pairs(entries):
        _refuse_other_state(one, other, to)
        _refuse_made_and_absent(one, other, idle, to)
        _refuse_other_region(one, other, above, catalog, to)


def _pairs(entries: Iterable[SourceEntry]) -> Iterator[tuple[QuotedFact, QuotedFact]]:
    """Every two facts with passages that share a word; once, however many passages they share."""
    lines: dict[tuple[str | None, int], list[QuotedFact]] = {}
    for entry in entries:
        if isinstance(entry.record, Located | Makes):
            for passage in entry.record.evidence:
                if passage.line is not None:
                    here = lines.setdefault((passage.document, passage.line), [])
                    here.append(QuotedFact(entry, passage))
    seen: set[tuple[str, str]] = set()
    for found in lines.values():
        for one, other in combinations(found, 2):
            if one.entry is other.entry or not _meet(one, other):
                continue
            key = (str(one.entry.place), str(other.entry.place))
            if key not in seen:
                seen.add(key)
                yield one, other


def _meet(one: QuotedFact, other: QuotedFact) -> bool:
    a, b = one.passage, other.passage
    return (a.start or 0) < (b.end or 0) and (b.start or 0) < (a.end or 0)


def _refuse_other_state(one: QuotedFact, other: QuotedFact, to: FindingsReport) -> None:
    """One sentence is not under way as a claim and intended as a project, nor the other way."""
    for claim, work in ((one, other), (other, one)):
        what, thing = claim.entry.record, work.entry.record
        if not isinstance(what, Claim) or not isinstance(thing, Platform | Project):
            continue
        wanted = _AGREES.get(what.status)
        if wanted and thing.state in _AGREES.values() and thing.state != wanted:
            to.add(
                claim.entry.place.at("status"),
                _(
                    "同一句话，{id}（{place}）记为 {state}，这里却是 {status}",
                    id=thing.id,
                    place=work.entry.place,
                    state=thing.state,
                    status=what.status,
                ),
            )


def _refuse_made_and_absent(
    one: QuotedFact, other: QuotedFact, idle: set[str], to: FindingsReport
) -> None:
    """One passage does not say of a segment that it is here and that it is lacking."""
    for here, gone in ((one, other), (other, one)):
        has, lacks = here.entry.record, gone.entry.record
        if not isinstance(has, Claim | Makes) or not isinstance(lacks, Claim | Gap):
            continue
        made = has.status == "present" if isinstance(has, Claim) else has.enterprise not in idle
        lost = lacks.status == "absent" if isinstance(lacks, Claim) else lacks.kind == "missing"
        if made and lost and has.segment == lacks.segment:
            to.add(
                gone.entry.place,
                _(
                    "同一句话，{id}（{place}）记为本地已有，这里却是缺",
                    id=has.id,
                    place=here.entry.place,
                ),
            )


def _refuse_other_region(
    one: QuotedFact,
    other: QuotedFact,
    above: dict[str, str | None],
    catalog: Catalog,
    to: FindingsReport,
) -> None:
    """One passage speaks of one place, or of both by name; two figures are compared by number."""
    if isinstance(one.entry.record, Indicator) and isinstance(other.entry.record, Indicator):
        return
    first, second = _region(one.entry.record), _region(other.entry.record)
    if first is None or second is None or _within(first, second, above):
        return
    quotes = (one.passage.quote or "", other.passage.quote or "")
    named = [
        any(word in quote for quote in quotes for word in catalog.words("region", each))
        for each in (first, second)
    ]
    if not all(named):
        to.add(
            other.entry.place.at("region"),
            _(
                "同一句话，{id}（{place}）说的是 {first}，这里是 {second}",
                id=one.entry.record.id,
                place=one.entry.place,
                first=first,
                second=second,
            ),
        )


def _region(record: object) -> str | None:
    """Where it is; a partner in what a direction says of cooperation is no place of it."""
    if isinstance(record, Indicator):
        return record.subject if record.subject_type == "region" else None
    if isinstance(record, RegionDirection):
        return record.region if record.sort == "develops" else None
    return record.region if isinstance(record, Sited) else None


def _within(one: str, other: str, above: dict[str, str | None]) -> bool:
    """Whether one region lies in the other, or is it."""
    return other in _upwards(one, above) or one in _upwards(other, above)


def _upwards(region: str, above: dict[str, str | None]) -> list[str]:
    found: list[str] = []
    here: str | None = region
    while here is not None and here not in found:
        found.append(here)
        here = above.get(here)
    return found


def _refuse_other_figures(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """A number printed once is of one period, one basis, one measure and one scope."""
    first: dict[tuple[str | None, int | None, int], SourceEntry] = {}
    for entry in entries:
        figure = entry.record
        if not isinstance(figure, Indicator):
            continue
        for place in _printed_at(figure):
            known = first.setdefault(place, entry)
            said = known.record
            if isinstance(said, Indicator) and (differs := _difference(said, figure)):
                to.add(
                    entry.place.at(differs),
                    _(
                        "同一个数，{id}（{place}）的 {differs} 是 {said}，这里是 {here}",
                        id=said.id,
                        place=known.place,
                        differs=differs,
                        said=_told(said, differs),
                        here=_told(figure, differs),
                    ),
                )
                break


def _printed_at(figure: Indicator) -> Iterator[tuple[str | None, int | None, int]]:
    """Where the number stands as one of its own, not as part of a longer one."""
    for each, start in printed_at(figure):
        yield each.document, each.line, start


def _difference(one: Indicator, other: Indicator) -> str | None:
    """The first field in which two figures exclude each other."""
    for field in _ONE_NUMBER:
        if getattr(one, field) != getattr(other, field):
            return field
    return None


def _told(figure: Indicator, field: str) -> str:
    value = getattr(figure, field)
    if isinstance(value, Period):
        return f"{value.start}–{value.end}"
    return "—" if value is None else str(value)
