"""Home chains 所属链 of segments, and the chains that filling a gap would serve."""

from graph.analysis.gaps import GapRow
from graph.answers.workspace import Workspace


def home_chains(ws: Workspace, segment: str) -> tuple[str, ...]:
    """List the chains that a segment is at home in.

    Where it stands midstream, else where a document mentions it, else all that it stands in,
    else those of its general kind.
    """
    return ws.placed.named(ws.placed.home.row(ws.network.number(segment)))


def served_chains(ws: Workspace, row: GapRow) -> frozenset[str]:
    """Collect the chains that a gap is stated for, and the home chains of its takers."""
    home = ws.placed.home
    takers = row.lack.takers if row.lack and row.merges else ()
    found = ws.placed.named({chain for taker in takers for chain in home.row(taker)})
    stated = row.stated.chains if row.stated else ()
    return frozenset(found).union(each for each in stated if each in ws.facts.chains)


def listed_chains(ws: Workspace, row: GapRow) -> tuple[str, ...]:
    """List the chains whose list a gap stands in: those served, and where it is midstream."""
    served = served_chains(ws, row)
    if row.segment is None:
        return tuple(sorted(served))
    made = ws.placed.made.row(ws.network.number(row.segment))
    return tuple(sorted(served.union(ws.placed.named(made))))
