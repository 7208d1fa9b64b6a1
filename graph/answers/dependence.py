"""Dependence: single makers, concentration, downstream reach, what only the market supplies."""

from graph.analysis.dependence import Dependence
from graph.analysis.dependence import dependence as dependence_of
from graph.answers.chains import segments_of
from graph.answers.echo import echo
from graph.answers.shapes.district import DependenceBody, DependenceItem
from graph.answers.workspace import Workspace
from graph.network.terms import Terms


def dependence(ws: Workspace, terms: Terms, *, chain: str | None = None) -> DependenceBody:
    """List the segments of the region (or of one chain) that have a known local maker.

    Those with a single maker first, then by how far they reach downstream, then by id.
    """
    frame = ws.frame(terms)
    wanted = ws.facts.segments if chain is None else segments_of(ws, [chain])
    found = [dependence_of(frame, ws.network.number(each)) for each in wanted]
    made = [each for each in found if each.makers]
    made.sort(key=lambda each: (len(each.makers) != 1, -len(each.reach), each.segment))
    items = tuple(_item(ws, each) for each in made)
    return DependenceBody(**echo(ws, terms), items=items, total=len(items))


def _item(ws: Workspace, found: Dependence) -> DependenceItem:
    firms = sorted(ws.network.locals.enterprises[number] for number in found.makers)
    makers = tuple(ws.ref("enterprise", firm) for firm in firms)
    return DependenceItem(
        segment=ws.segment(found.segment),
        single_makers=makers if len(makers) == 1 else (),
        makers=makers,
        hhi=found.hhi,
        reach=len(found.reach),
        reaches=ws.segments(found.reach),
        external=found.external,
    )
