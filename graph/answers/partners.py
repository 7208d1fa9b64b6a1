"""What stands beside a gap here: who could fill it, who would take it, where it could land."""

from graph.analysis.families import generals
from graph.analysis.gaps import GapRow
from graph.answers.shapes import NeighbourItem, Ref
from graph.answers.workspace import Workspace
from graph.model import Evidence
from graph.network.terms import Terms


def candidates(ws: Workspace, row: GapRow) -> tuple[Ref, ...]:
    """Point to who could fill the gap: planned and prospective makers of the segment."""
    makers = ws.makers.get(row.segment or "", ())
    firms = sorted({fact.enterprise for fact in makers})
    wanted = [f for f in firms if ws.facts.enterprises[f].status in {"planned", "prospective"}]
    return tuple(ws.ref("enterprise", each) for each in wanted)


def places(ws: Workspace, chains: tuple[str, ...]) -> tuple[NeighbourItem, ...]:
    """List the district's own parks and towns whose stated direction covers one of the chains."""
    found: dict[str, dict[Evidence, None]] = {}
    for direction in ws.facts.directions.values():
        if ws.facts.regions[direction.region].sort == "neighbour":
            continue
        if set(direction.chains).intersection(chains):
            found.setdefault(direction.region, {}).update(dict.fromkeys(direction.evidence))
    return tuple(
        NeighbourItem(region=ws.ref("region", region), evidence=tuple(evidence))
        for region, evidence in sorted(found.items())
    )


def wished_takers(ws: Workspace, terms: Terms, row: GapRow) -> tuple[Ref, ...]:
    """Point to the wanted products that take what is wished but bought on the market."""
    if row.wish != "bought" or row.segment is None:
        return ()
    frame, wanted = ws.frame(terms), ws.needs(terms).wanted
    arrays, number = frame.arrays, ws.network.number(row.segment)
    takers = {
        arrays.consumer[group]
        for member in generals(frame, number)
        for group in arrays.used_in.row(member)
        if frame.asked[group] and (member == number or (member, False) in frame.members(group))
    }
    return ws.segments(sorted(each for each in takers if each in wanted))
