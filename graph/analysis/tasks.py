"""Tasks: the rows of every list. One task gathers the gaps that one answer would settle."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.analysis.families import generals
from graph.analysis.gaps import GapPlace, GapRow
from graph.analysis.needs import Needs
from graph.model.gap_kinds import GAP_KINDS
from graph.model.references import DERIVED


@dataclass(frozen=True, slots=True)
class Task:
    """A row: the gap that leads it, and the others that it gathers.

    `leaders` are the segments that are asked about, `members` all that would do; `under` is the
    row of a stated general that heads this one, `heads` tells that it heads others: then it is
    no question itself.
    """

    id: str
    gaps: tuple[str, ...]
    leaders: tuple[int, ...]
    members: tuple[int, ...]
    under: str | None
    heads: bool


@dataclass(slots=True)
class _Row:
    leaders: set[int] = field(default_factory=set)
    members: set[int] = field(default_factory=set)


def tasks(place: GapPlace, rows: Iterable[GapRow]) -> dict[str, Task]:
    """Gather gaps into tasks, by the id of the gap that leads each.

    An open group that nobody leads (`graph.analysis.needs`) makes no row: its members go with
    those that lead the narrower ones. Groups with the same leading gap are one row, and a
    confirmed segment leads one row for all that it leads. A confirmed gap that leads none, and
    whatever stands in no open group, is a row of its own; several stated gaps on one segment
    are one.
    """
    found = {row.id: row for row in rows}
    lead_of = _leading(place, found.values())
    grouped = _grouped(place, found, lead_of)
    of_gap = _row_of_each(place, found, lead_of, grouped)
    heads = _heads(place, lead_of, of_gap, grouped)
    heading = frozenset(heads.values())
    gathered: dict[str, list[str]] = {}
    for gap in found:
        gathered.setdefault(of_gap[gap], []).append(gap)
    return {
        lead: Task(
            id=lead,
            gaps=tuple(sorted(gaps)),
            leaders=tuple(sorted(grouped[lead].leaders)) if lead in grouped else (),
            members=tuple(sorted(grouped[lead].members)) if lead in grouped else (),
            under=heads.get(lead),
            heads=lead in heading,
        )
        for lead, gaps in sorted(gathered.items())
    }


def _leading(place: GapPlace, rows: Iterable[GapRow]) -> dict[tuple[str, str], str]:
    """Pick, for each region and segment, the gap that stands for it: missing before introduce."""
    found: dict[tuple[str, str], GapRow] = {}
    for row in rows:
        if row.segment is None or not row.merges:
            continue
        key = (_region(place, row), row.segment)
        if key not in found or _first(row) < _first(found[key]):
            found[key] = row
    return {key: row.id for key, row in found.items()}


def _region(place: GapPlace, row: GapRow) -> str:
    return row.stated.region if row.stated else place.frame.situation.region


def _first(row: GapRow) -> tuple[bool, int, int, str, str]:
    """Order gaps that could lead: stated ones, the more urgent, by verb, by id."""
    verb = GAP_KINDS.index(row.kind)
    return (row.stated is None, row.urgency, verb, row.segment or "", row.id)


def _grouped(
    place: GapPlace, found: Mapping[str, GapRow], lead_of: Mapping[tuple[str, str], str]
) -> dict[str, _Row]:
    """Make the rows of open groups, by the id of the gap that leads each."""
    ids, region = place.frame.network.ids, place.frame.situation.region
    gap_on = {
        member: found[lead_of[region, ids[member]]]
        for group in place.needs.groups
        for member in group.members
    }
    rows: dict[str, _Row] = {}
    for group in place.needs.groups:
        confirmed = {each for each in group.leaders if gap_on[each].standing == "confirmed"}
        for leaders in [{each} for each in confirmed] or [set(group.leaders)]:
            if leaders:
                lead = min((gap_on[segment] for segment in leaders), key=_first)
                row = rows.setdefault(lead.id, _Row())
                row.leaders |= leaders
                row.members |= group.members
    return rows


def _row_of_each(
    place: GapPlace,
    found: Mapping[str, GapRow],
    lead_of: Mapping[tuple[str, str], str],
    grouped: Mapping[str, _Row],
) -> dict[str, str]:
    """Tell of each gap in which row it stands: the one it leads, or the first that has it."""
    ids, region = place.frame.network.ids, place.frame.situation.region
    asked: dict[str, str] = {}
    for segments in (
        {lead: row.leaders for lead, row in grouped.items()},
        {lead: row.members for lead, row in grouped.items()},
        {lead: _joining(place.needs, row) for lead, row in grouped.items()},
    ):
        for lead in sorted(segments):
            for segment in sorted(segments[lead]):
                asked.setdefault(lead_of[region, ids[segment]], lead)
    own = {gap for gap, row in found.items() if row.standing == "confirmed"}
    asked |= {lead: lead for lead in (*grouped, *(own & asked.keys()))}
    return {gap: asked.get(lead, lead) for gap, lead in _standing_for(place, found, lead_of)}


def _joining(needs: Needs, row: _Row) -> set[int]:
    """Collect the members of wider groups that nobody leads."""
    beside = {group for each in row.members for group in needs.by_segment[each].groups}
    return {member for group in beside if not group.leaders for member in group.members}


def _standing_for(
    place: GapPlace, found: Mapping[str, GapRow], lead_of: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    for gap, row in found.items():
        joins = row.segment is not None and row.merges
        yield gap, lead_of[_region(place, row), row.segment or ""] if joins else gap


def _heads(
    place: GapPlace,
    lead_of: Mapping[tuple[str, str], str],
    of_gap: Mapping[str, str],
    grouped: Mapping[str, _Row],
) -> dict[str, str]:
    """Find, for each row of an open group, the nearest stated general that leads a row too."""
    ids, region = place.frame.network.ids, place.frame.situation.region
    heads: dict[str, str] = {}
    for lead, row in grouped.items():
        above = [
            lead_of.get((region, ids[general]), lead)
            for leader in sorted(row.leaders)
            for general in generals(place.frame, leader)[1:]
        ]
        leading = [each for each in above if of_gap[each] == each and each != lead]
        stated = [each for each in leading if not each.startswith(DERIVED)]
        if stated:
            heads[lead] = stated[0]
    return heads
