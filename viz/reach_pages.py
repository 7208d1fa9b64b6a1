"""The pages of what hangs on what: closure and dependence; a body in, an HTML text out."""

from dataclasses import dataclass
from itertools import groupby

from graph.answers.shapes import ClosureBody, ClosureItem, DependenceBody, Ref
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
