"""Everything upstream or downstream of a segment, with depth."""

from graph.analysis.closure import downstream_depths, followed
from graph.answers.echo import echo
from graph.answers.offered import Direction
from graph.answers.shapes import ClosureBody, ClosureItem
from graph.answers.workspace import Workspace
from graph.errors import BadParameterError, UnknownNameError
from graph.network.frame import upstream_depths
from graph.network.terms import Terms


def closure(
    ws: Workspace, segment: str, terms: Terms, *, direction: Direction, depth: int | None = None
) -> ClosureBody:
    """List what goes into a segment (`up`) or what it goes into (`down`), nearest first.

    `depth` bounds the supply steps. Raise `UnknownNameError`, and `BadParameterError` for a depth
    below 1.
    """
    if segment not in ws.facts.segments:
        raise UnknownNameError(name=segment, what="segment")
    if depth is not None and depth < 1:
        raise BadParameterError(parameter="depth", value=str(depth), allowed="1, 2, 3 …")
    frame, number = ws.frame(terms), ws.network.number(segment)
    if direction == "up":
        depths = upstream_depths(frame, number)
    else:
        depths = downstream_depths(frame, number, followed(frame))
    found = sorted((d, s) for s, d in depths.items() if depth is None or d <= depth)
    items = tuple(_item(ws, terms, each, steps) for steps, each in found)
    return ClosureBody(
        **echo(ws, terms),
        segment=ws.segment(number),
        direction=direction,
        depth=depth,
        items=items,
        total=len(items),
    )


def _item(ws: Workspace, terms: Terms, number: int, depth: int) -> ClosureItem:
    ref = ws.segment(number)
    segment = ws.facts.segments[ref.id]
    return ClosureItem(
        segment=ref,
        depth=depth,
        local_status=ws.local_status(terms, ref.id),
        traded=segment.traded is not None,
        captive=segment.captive,
    )
