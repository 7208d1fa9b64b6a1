"""Supply paths between two segments, step by step with evidence."""

from itertools import pairwise

from graph.analysis.paths import path_length, shortest_paths
from graph.answers.echo import echo
from graph.answers.shapes.synergies import PathBody, PathStep
from graph.answers.workspace import Workspace
from graph.errors import UnknownNameError
from graph.model import InputGroup
from graph.network.frame import Frame
from graph.network.terms import Terms


def path(ws: Workspace, source: str, target: str, terms: Terms) -> PathBody:
    """List the shortest supply paths from one segment to another; raise `UnknownNameError`.

    No path at all is an answer: `steps` is null then.
    """
    for each in (source, target):
        if each not in ws.facts.segments:
            raise UnknownNameError(name=each, what="segment")
    frame = ws.frame(terms)
    start, end = ws.network.number(source), ws.network.number(target)
    found = shortest_paths(frame, start, end)
    return PathBody(
        **echo(ws, terms),
        source=ws.segment(start),
        target=ws.segment(end),
        steps=path_length(frame, start, end),
        paths=tuple(_steps(ws, frame, each) for each in found),
    )


def _steps(ws: Workspace, frame: Frame, numbers: list[int]) -> tuple[PathStep, ...]:
    """Describe each segment of a path with what leads to it: a group of inputs, or a kind."""
    steps = [PathStep(segment=ws.segment(numbers[0]), kind_of=False, evidence=())]
    for here, onward in pairwise(numbers):
        general = ws.network.arrays.parent[here] == onward
        fact = ws.kinds[ws.network.ids[here]] if general else _group(ws, frame, here, onward)
        steps.append(
            PathStep(
                segment=ws.segment(onward), kind_of=general, fact=fact.id, evidence=fact.evidence
            )
        )
    return tuple(steps)


def _group(ws: Workspace, frame: Frame, member: int, consumer: int) -> InputGroup:
    """Find the first group, own or inherited, by which the consumer takes the member."""
    arrays = ws.network.arrays
    return next(
        ws.facts.input_groups[ws.network.group_ids[group]]
        for group in arrays.groups.row(consumer)
        if arrays.input_sort[group] in frame.chosen and member in arrays.members.row(group)
    )
