"""历次变化: what the gap list of a chain came to, version by version."""

from collections.abc import Iterable

from graph.answers.chains import products_in, segments_of, standings_in
from graph.answers.echo import completeness_of
from graph.answers.shapes.chain_history import ChainPoint
from graph.answers.workspace import Workspace
from graph.network.terms import Terms


def chain_point(ws: Workspace, terms: Terms, chain: str, at: str) -> ChainPoint | None:
    """The numbers of a chain in the version of `ws`; none where it has no such chain."""
    if chain not in ws.facts.chains:
        return None
    standings = standings_in(ws, terms, [chain])
    segments = segments_of(ws, [chain])
    makers = {firm.id for each in segments for firm in ws.makers_here(terms, each)}
    return ChainPoint(
        version=ws.facts.version,
        at=at,
        confirmed_gaps=standings["confirmed"],
        open_questions=standings["to_settle"],
        makers=len(makers),
        completeness=completeness_of(ws, terms, products_in(ws, terms, [chain])),
    )


def differing(points: Iterable[ChainPoint]) -> tuple[ChainPoint, ...]:
    """The first, and each whose numbers are not those of the one before."""
    found: list[ChainPoint] = []
    for each in points:
        if not found or _numbers(found[-1]) != _numbers(each):
            found.append(each)
    return tuple(found)


def _numbers(point: ChainPoint) -> ChainPoint:
    return point.model_copy(update={"version": 0, "at": ""})
