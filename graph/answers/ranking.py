"""The order of the gap list: one key for every list, and what is told as a tie."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from graph.analysis.gaps import GapRow
from graph.analysis.tasks import Task
from graph.answers.home import served_chains
from graph.answers.ranked import Ranked
from graph.answers.workspace import Workspace
from graph.model.gap_kinds import GAP_KINDS
from graph.model.vocabulary import NEEDS, STANDINGS, Urgency
from graph.network.arrays import PRESENT
from graph.network.terms import Terms

Key = tuple[int, ...]


def ranking(ws: Workspace, terms: Terms) -> Mapping[str, Ranked]:
    """Rank the tasks of a region, by the id of the gap that leads each.

    Confirmed, wished, to settle, direction, noted; within a list by need; urgency; missing
    before introduce before extend before what no document names; families here; families; chains
    served; sure ones; those that a document names. A row that another of its list heads follows
    that one. What is alike is a tie: only the id keeps it in place.
    """
    settled = ws.settle(terms)
    kept = ws.kept.peek(settled)
    return ws.ranks.get(settled, lambda: kept.ranks if kept else dict(_ranked(ws, settled)))


def _ranked(ws: Workspace, terms: Terms) -> Iterator[tuple[str, Ranked]]:
    rows = ws.gap_rows(terms)
    tasks = {task.id: task for task in ws.tasks(terms).values()}
    related = {segment for gap in ws.facts.gaps.values() for segment in gap.related}
    keys = {id_: _key(ws, terms, rows[id_], related) for id_ in tasks}
    trails = {id_: _trail(rows, tasks, id_) for id_ in tasks}
    ordered = sorted(tasks, key=lambda id_: [(keys[each], each) for each in trails[id_]])
    alike: dict[tuple[str | Key, ...], list[str]] = {}
    for id_ in ordered:
        alike.setdefault((*trails[id_][:-1], keys[id_]), []).append(id_)
    place = {id_: index for index, id_ in enumerate(ordered)}
    first = {rows[id_].standing: place[id_] for id_ in reversed(ordered)}
    for same in alike.values():
        for id_ in same:
            rank = place[same[0]] - first[rows[id_].standing] + 1
            yield id_, Ranked(place[id_], rank, len(same))


def _trail(rows: Mapping[str, GapRow], tasks: Mapping[str, Task], id_: str) -> list[str]:
    """List the rows of the same list that head a row, the highest first, and the row itself."""
    trail = [id_]
    while True:
        above = tasks[trail[0]].under
        if above is None or above in trail or rows[above].standing != rows[id_].standing:
            return trail
        trail.insert(0, above)


def _key(ws: Workspace, terms: Terms, row: GapRow, related: AbstractSet[str]) -> Key:
    families = ws.families(terms, row)
    named = row.stated is not None or row.segment in related
    return (
        STANDINGS.index(row.standing),
        int(row.standing == "direction" and not (row.stated and row.stated.chains)),
        NEEDS.index(row.need),
        urgency(ws, terms, row),
        GAP_KINDS.index(row.kind) if row.stated else len(GAP_KINDS),
        -sum(family.here for family in families),
        -len(families),
        -len(served_chains(ws, row)),
        int(row.sure is not True),
        int(not named),
    )


def urgency(ws: Workspace, terms: Terms, row: GapRow) -> Urgency:
    """Tell how urgent a gap is; a question that a planned product raises is as urgent as that."""
    if row.standing != "to_settle" or row.need != "plan" or row.lack is None:
        return row.urgency
    wanted = ws.needs(terms).wanted
    planned = {b.product for b in row.lack.blocks if wanted.get(b.product, 0) > PRESENT}
    waiting = {ws.network.ids[product] for product in planned}
    stated = [
        each.stated
        for segment in waiting
        for each in ws.gaps_on(terms, segment)
        if each.stated and each.merges
    ]
    return min([row.urgency, *(gap.urgency for gap in stated)])
