"""Dependence: single makers, concentration, downstream reach, what comes from outside."""

from graph.analysis.dependence import Dependence
from graph.analysis.dependence import ExternalInputs as Found
from graph.analysis.dependence import dependence as dependence_of
from graph.answers.chains import segments_of
from graph.answers.echo import echo
from graph.answers.shapes.district import (
    DependenceBody,
    DependenceItem,
    External,
    SuppliedGroup,
)
from graph.answers.workspace import WHOLE, Workspace
from graph.network.terms import Terms

NEAREST = 20
"""How many of the segments that a stop could reach are named."""


def dependence(
    ws: Workspace, terms: Terms, *, chain: str | None = None, part: slice = WHOLE
) -> DependenceBody:
    """List the segments of the region (or of one chain) that have a known local maker.

    Those with a single maker first, then by the products that they hold, by how far they reach
    downstream, by id. Only a `part` of the list is described, all of it is counted.
    """
    made = ws.dependence(terms)
    if chain is not None:
        wanted = frozenset(map(ws.network.number, segments_of(ws, [chain])))
        made = tuple(each for each in made if each.segment in wanted)
    items = tuple(
        dependence_item(ws, dependence_of(ws.frame(terms), each.segment)) for each in made[part]
    )
    single = sum(len(each.makers) == 1 for each in made)
    return DependenceBody(**echo(ws, terms), items=items, total=len(made), single=single)


def dependence_item(ws: Workspace, found: Dependence) -> DependenceItem:
    """Join the dependence of a segment with names."""
    firms = sorted(ws.network.locals.enterprises[number] for number in found.makers)
    makers = tuple(ws.ref("enterprise", firm) for firm in firms)
    return DependenceItem(
        segment=ws.segment(found.segment),
        single_makers=makers if len(makers) == 1 else (),
        makers=makers,
        hhi=found.hhi,
        reach=len(found.reach),
        reaches=ws.segments(found.reach[:NEAREST]),
        holds=len(found.holds),
        held=ws.segments(found.holds[:NEAREST]),
        external=external_body(ws, found.external),
    )


def external_body(ws: Workspace, found: Found) -> External:
    """Join external dependence with names."""
    return External(
        available=found.count("available"),
        bought=found.count("bought"),
        unknown=found.count("unknown"),
        lacking=found.count("lacking"),
        needed=found.needed,
        low=found.low,
        high=found.high,
        display=found.display,
        groups=tuple(
            SuppliedGroup(members=ws.segments(members), state=state)
            for members, state in found.groups
        ),
    )
