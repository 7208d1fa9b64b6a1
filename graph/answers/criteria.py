"""What is known of each row of the gap list for the criteria of priority, and what has no place."""

from collections.abc import Iterable, Mapping

from graph.analysis.criteria import GapMeasures, held
from graph.analysis.dependence import reaches
from graph.analysis.gaps import GapRow
from graph.analysis.land import fitting_parks
from graph.analysis.targets import descendants
from graph.answers.chains import gap_chains
from graph.answers.home import served_chains
from graph.answers.neighbours import beside_gap
from graph.answers.partners import candidates
from graph.answers.ranking import ranking, urgency
from graph.answers.shapes.priority import LeftOut
from graph.answers.workspace import Workspace
from graph.model import Indicator
from graph.model.vocabulary import Urgency
from graph.network.terms import Terms

OUTPUT = "亿元"
"""The unit of targets that can be compared between chains."""


def measures(ws: Workspace, terms: Terms) -> Mapping[str, GapMeasures]:
    """Measure the rows that can be ranked, by the id of the gap that leads each.

    In the order of the gap list: who is alike by every criterion keeps that order.
    """
    settled = ws.settle(terms)
    return ws.measured.get(settled, lambda: _measures(ws, settled))


def left_out(ws: Workspace, row: GapRow) -> LeftOut | None:
    """Say why a row is not ranked; null where it is.

    What anyone buys is never to be attracted, whatever the boundary of the question.
    """
    if row.standing == "noted":
        return "noted"
    if row.standing == "direction" or row.segment is None:
        return "direction"
    number = ws.network.number(row.segment)
    if ws.network.arrays.traded[number]:
        return "bought"
    return "service" if ws.placed.sort(number) == "service" else None


def _measures(ws: Workspace, terms: Terms) -> dict[str, GapMeasures]:
    kept = ws.kept.peek(terms)
    if kept and (found := kept.measures(lambda: ws.parks)):
        return found
    rows, places = ws.gap_rows(terms), ranking(ws, terms)
    ordered = sorted(places, key=lambda each: places[each].place)
    wanted = [rows[id_] for id_ in ordered if left_out(ws, rows[id_]) is None]
    reach = _reach(ws, terms, {row.segment or "" for row in wanted})
    chains = gap_chains(ws, terms)
    return {
        row.id: _measure(ws, terms, row, chains[row.id], reach[row.segment or ""]) for row in wanted
    }


def _measure(
    ws: Workspace, terms: Terms, row: GapRow, chains: tuple[str, ...], reach: int
) -> GapMeasures:
    possibly = {b.product for b in row.lack.blocks if b.possible} if row.lack else set()
    return GapMeasures(
        need=row.need,
        held=held(ws.families(terms, row), possibly),
        urgency=_urgency(ws, terms, row),
        standing=row.standing,
        sure=row.standing == "confirmed" and not row.open,
        sort=ws.placed.sort(ws.network.number(row.segment or "")),
        chains=len(served_chains(ws, row)),
        reach=reach,
        near=_near(ws, terms, row, chains),
        parks=fitting_parks(ws.parks, chains) if chains and ws.parks.speak else None,
        target=min((each.value or 0 for each in targets(ws, chains)), default=None),
    )


def _urgency(ws: Workspace, terms: Terms, row: GapRow) -> Urgency | None:
    """What a document asks of the gap itself, or of the planned product that raises it."""
    found = urgency(ws, terms, row)
    return found if row.stated or found < 2 else None


def _reach(ws: Workspace, terms: Terms, segments: Iterable[str]) -> dict[str, int]:
    """Count the products that the region has or wants downstream of segments, or of their kinds."""
    frame, number = ws.frame(terms), ws.network.number
    parts = {each: (number(each), *descendants(frame, number(each))) for each in segments}
    sources = sorted({part for each in parts.values() for part in each})
    found = reaches(frame, sources, ws.needs(terms).wanted)
    rows = {source: found.row(at) for at, source in enumerate(sources)}
    return {each: len(set().union(*(rows[part] for part in own))) for each, own in parts.items()}


def _near(
    ws: Workspace, terms: Terms, row: GapRow, chains: tuple[str, ...]
) -> tuple[int, int] | None:
    firms, regions = candidates(ws, row), beside_gap(ws, terms, row)
    if not firms and not (chains and ws.neighbours_speak):
        return None
    return len(firms), len(regions)


def targets(ws: Workspace, chains: tuple[str, ...]) -> tuple[Indicator, ...]:
    """List the targets of output of some chains, where a chain has none those of its industry.

    The smallest first: where a document states several, the cautious one counts.
    """
    found: dict[str, Indicator] = {}
    for chain in chains:
        industry = ws.facts.chains[chain].industry
        own = _targets_of(ws, "chain", chain) or _targets_of(ws, "industry", industry)
        found.update({each.id: each for each in own})
    return tuple(sorted(found.values(), key=lambda each: (each.value or 0, each.id)))


def _targets_of(ws: Workspace, subject_type: str, subject: str) -> list[Indicator]:
    return [
        each
        for each in ws.facts.indicators.values()
        if (each.subject_type, each.subject) == (subject_type, subject)
        and each.actual_or_target == "target"
        and each.measure == "level"
        and each.unit == OUTPUT
        and each.value
    ]
