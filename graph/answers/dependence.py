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
from graph.answers.workspace import Workspace
from graph.network.terms import Terms

NEAREST = 20
"""How many of the segments that a stop could reach are named."""


def dependence(ws: Workspace, terms: Terms, *, chain: str | None = None) -> DependenceBody:
    """List the segments of the region (or of one chain) that have a known local maker.

    Those with a single maker first, then by the products that they hold, by how far they reach
    downstream, by id.
    """
    frame = ws.frame(terms)
    wanted = ws.facts.segments if chain is None else segments_of(ws, [chain])
    found = [dependence_of(frame, ws.network.number(each)) for each in wanted]
    made = sorted((each for each in found if each.makers), key=order)
    items = tuple(dependence_item(ws, each) for each in made)
    single = sum(len(each.makers) == 1 for each in made)
    return DependenceBody(**echo(ws, terms), items=items, total=len(items), single=single)


def order(found: Dependence) -> tuple[bool, int, int, int]:
    """Rank segments: those with a single maker first, then by what they hold and reach."""
    return (len(found.makers) != 1, -len(found.holds), -len(found.reach), found.segment)


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
