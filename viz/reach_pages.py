"""The pages of what hangs on what: closure, dependence, neighbours; a body in, HTML out."""

from dataclasses import dataclass
from itertools import groupby

from graph.answers.shapes import ClosureBody, ClosureItem, DependenceBody, NeighboursBody, Ref
from viz.chrome import Chrome
from viz.queries import MissingQuery, PageProblem, TermsQuery
from viz.render import render

STEPS = (1, 2, 3)
"""Depths that the page offers besides all."""


@dataclass(frozen=True, slots=True)
class ClosureQuery(MissingQuery):
    """The question of `/closure`, as it was typed: a segment, a direction, a depth, the terms."""

    direction: str = "up"
    depth: str = ""

    def again(self, **changed: str) -> dict[str, str]:
        """The question with other values, for a link."""
        own = {"segment": self.segment, "direction": self.direction, "depth": self.depth}
        return own | self.terms() | changed


@dataclass(frozen=True, slots=True)
class DependenceQuery(TermsQuery):
    """The question of `/dependence`, as it was typed: a chain and the terms."""

    chain: str = ""


@dataclass(frozen=True, slots=True)
class NeighboursQuery(TermsQuery):
    """The question of `/neighbours`, as it was typed: a chain, a neighbour, a role, the terms."""

    chain: str = ""
    neighbour: str = ""
    role: str = ""

    def asked(self) -> dict[str, str]:
        """The question, for a link that keeps it."""
        own = {"chain": self.chain, "neighbour": self.neighbour, "role": self.role}
        return own | self.terms()


def closure_page(
    chrome: Chrome,
    body: ClosureBody | None,
    problem: PageProblem | None,
    query: ClosureQuery,
    segments: tuple[Ref, ...],
) -> str:
    """`/closure?segment=&direction=up|down&depth=`: all that lies up- or downstream, by depth."""
    names = {"body": body, "problem": problem, "query": query, "segments": segments}
    levels = () if body is None else _levels(body.items)
    return render("closure.html", chrome, levels=levels, steps=STEPS, **names)


def _levels(items: tuple[ClosureItem, ...]) -> tuple[tuple[int, tuple[ClosureItem, ...]], ...]:
    by_depth = groupby(items, key=lambda item: item.depth)
    return tuple((depth, tuple(found)) for depth, found in by_depth)


def dependence_page(chrome: Chrome, body: DependenceBody, query: DependenceQuery) -> str:
    """`/dependence?chain=`: makers, concentration, what hangs on a segment, what it hangs on."""
    return render("dependence.html", chrome, body=body, query=query)


def neighbours_page(
    chrome: Chrome, body: NeighboursBody, query: NeighboursQuery, regions: tuple[Ref, ...]
) -> str:
    """`/neighbours?chain=&neighbour=&role=`: who nearby meets a gap, both sides quoted."""
    return render("neighbours.html", chrome, body=body, query=query, regions=regions)
