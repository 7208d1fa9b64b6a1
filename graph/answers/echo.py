"""What every answer repeats of its question."""

from typing import TypedDict

from graph.analysis.completeness import Range, completeness
from graph.answers.shapes import Completeness, GroupState, Ref
from graph.answers.workspace import Workspace
from graph.model.vocabulary import Horizon, InputSort
from graph.network.terms import Terms


class Echo(TypedDict):
    """Dataset, version and the terms of the question, as every computed answer gives them."""

    dataset: str
    version: int
    region: Ref
    boundary: str
    inputs: tuple[InputSort, ...]
    horizon: Horizon


class AnswerOrigin(TypedDict):
    """Dataset and version, as every answer gives them."""

    dataset: str
    version: int


def echo(ws: Workspace, terms: Terms) -> Echo:
    """Repeat the terms of a computed answer."""
    return Echo(
        **origin(ws),
        region=ws.region(terms),
        boundary=str(terms.boundary),
        inputs=terms.inputs,
        horizon=terms.horizon,
    )


def origin(ws: Workspace) -> AnswerOrigin:
    """Name the dataset and version of an answer."""
    return AnswerOrigin(dataset=ws.facts.dataset.id, version=ws.facts.version)


def completeness_of(ws: Workspace, terms: Terms, products: list[int]) -> Completeness:
    """Count the groups of some products, and list them where they are too few for a rate."""
    found = completeness(ws.frame(terms), products)
    return Completeness(
        available=found.count("available"),
        unknown=found.unknown,
        developing=found.count("developing"),
        lacking=found.count("lacking"),
        needed=found.needed,
        low=found.low,
        high=found.high,
        by="count",
        boundary=str(terms.boundary),
        display=found.display,
        groups=_groups(ws, found) if found.display == "list" else (),
    )


def _groups(ws: Workspace, found: Range) -> tuple[GroupState, ...]:
    return tuple(
        GroupState(members=ws.segments(members), state=state) for members, state in found.groups
    )
