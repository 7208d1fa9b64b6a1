"""Home chains 所属链 of segments, and the chains that filling a gap would serve."""

from graph.analysis.gaps import GapRow
from graph.answers.workspace import Workspace


def home_chains(ws: Workspace, segment: str) -> tuple[str, ...]:
    """List the chains that a segment is at home in.

    Where it stands midstream, else where a document mentions it, else all that it stands in,
    else those of its general kind.
    """
    places = ws.places.get(segment, ())
    made = {place.chain for place in places if place.stage == "midstream"}
    found = made or {mention.chain for mention in ws.mentions.get(segment, ())}
    found = found or {place.chain for place in places}
    if not found and segment in ws.kinds:
        return home_chains(ws, ws.kinds[segment].parent)
    return tuple(sorted(found & ws.facts.chains.keys()))


def served_chains(ws: Workspace, row: GapRow) -> frozenset[str]:
    """Collect the chains that a gap is stated for, and the home chains of its takers."""
    found = set(row.stated.chains if row.stated else ())
    for taker in row.lack.takers if row.lack and row.merges else ():
        found.update(home_chains(ws, ws.network.ids[taker]))
    return frozenset(found & ws.facts.chains.keys())


def listed_chains(ws: Workspace, row: GapRow) -> tuple[str, ...]:
    """List the chains whose list a gap stands in: those served, and where it is midstream."""
    places = ws.places.get(row.segment or "", ())
    made = {place.chain for place in places if place.stage == "midstream"}
    return tuple(sorted(served_chains(ws, row) | (made & ws.facts.chains.keys())))
