"""The pages of what ties chains together: one function per page, a body in, an HTML text out."""

from dataclasses import dataclass

from graph.answers.shapes import GapItem, PossibleTies, SynergiesBody, SynergyBody
from viz import matrix
from viz.chrome import Chrome
from viz.leaves import Leaf
from viz.matrix import Given, TieSort
from viz.render import render

PAIRS, GAPS = 100, 24
"""Pairs, and gaps with their chains and proofs, that one page lists."""


@dataclass(frozen=True, slots=True)
class SynergiesQuery:
    """How the matrix is asked for: the sort of tie that orders it, whose pairs are listed."""

    sort: TieSort = "stated"
    chain: str = ""
    page: int = 1


def synergies_page(
    chrome: Chrome,
    body: SynergiesBody,
    query: SynergiesQuery,
    several: tuple[tuple[GapItem, ...], Leaf],
) -> str:
    """`/synergies?level=&sort=&chain=&page=&shared=`: matrix 协同矩阵, pairs, 一补多链.

    `several` are the gaps that serve several chains: those of one leaf, and which that is.
    """
    triangle = matrix.matrix(body, query.sort)
    of_one = [each for each in triangle.ranked if query.chain in {"", each.a.id, each.b.id}]
    leaf = Leaf(query.page, PAIRS, len(of_one))
    names = {"body": body, "triangle": triangle, "several": several[0], "shared": several[1]}
    listed = {"query": query, "leaf": leaf, "pairs": of_one[leaf.part], "sorts": matrix.SORTS}
    return render("synergies.html", chrome, **names, **listed)


def synergy_page(chrome: Chrome, body: SynergyBody, level: str) -> str:
    """`/synergies/{a}/{b}?level=`: what ties two chains or industries, list by list."""
    flows = {"known": _flows(body), "possible": _flows(body.possible)}
    return render("synergy.html", chrome, body=body, flows=flows, level=level)


def _flows(ties: SynergyBody | PossibleTies) -> tuple[tuple[Given, ...], tuple[Given, ...]]:
    return matrix.by_source(ties.supplies), matrix.by_source(ties.supplied_by)
