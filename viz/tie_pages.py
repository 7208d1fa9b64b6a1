"""The pages of what ties chains together: one function per page, a body in, an HTML text out."""

from graph.answers.shapes import GapsBody, PossibleTies, SynergiesBody, SynergyBody
from graph.answers.synergies import serving_several
from viz import matrix
from viz.chrome import Chrome
from viz.matrix import Given, TieSort
from viz.render import render


def synergies_page(
    chrome: Chrome, body: SynergiesBody, gaps: GapsBody, sort: TieSort = "stated"
) -> str:
    """`/synergies?level=&sort=`: the matrix 协同矩阵, the pairs by rank, one landing for many."""
    triangle = matrix.matrix(body, sort)
    several = serving_several(gaps.items)
    names = {"body": body, "triangle": triangle, "several": several, "sort": sort}
    return render("synergies.html", chrome, sorts=matrix.SORTS, **names)


def synergy_page(chrome: Chrome, body: SynergyBody, level: str) -> str:
    """`/synergies/{a}/{b}?level=`: what ties two chains or industries, list by list."""
    flows = {"known": _flows(body), "possible": _flows(body.possible)}
    return render("synergy.html", chrome, body=body, flows=flows, level=level)


def _flows(ties: SynergyBody | PossibleTies) -> tuple[tuple[Given, ...], tuple[Given, ...]]:
    return matrix.by_source(ties.supplies), matrix.by_source(ties.supplied_by)
