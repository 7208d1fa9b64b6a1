"""Parks as answers: those that fit a gap, and the matrix of parks and chains."""

from collections import Counter
from collections.abc import Collection, Iterable

from graph.analysis.land import Foothold, ParkFit, fitting_parks
from graph.answers.chains import gap_chains
from graph.answers.criteria import measures
from graph.answers.echo import echo
from graph.answers.shapes import Ref
from graph.answers.shapes.priority import LandBody, ParkCell, ParkItem, ParkRow
from graph.answers.workspace import Workspace, ref_to
from graph.model import Evidence
from graph.network.terms import Terms


def parks_for(ws: Workspace, chains: Collection[str]) -> tuple[ParkItem, ...]:
    """List the parks that fit some chains, the best first, with what speaks for each."""
    return tuple(_park(ws, each) for each in fitting_parks(ws.parks, chains))


def land(ws: Workspace, terms: Terms) -> LandBody:
    """Set parks beside chains: those with free land first, then by what they have; all chains."""
    ordered = sorted(ws.facts.chains.values(), key=lambda each: (each.order, each.id))
    chains = [each.id for each in ordered]
    rows = [_row(ws, park, chains) for park in ws.parks.free_land_mu]
    stated = {each.chain for each in ws.parks.footholds.values() if each.stated}
    return LandBody(
        **echo(ws, terms),
        chains=tuple(ref_to(each) for each in ordered),
        parks=tuple(sorted(rows, key=_order)),
        homeless=tuple(ref_to(each) for each in ordered if each.id not in stated),
        gaps=_counts(ws, terms),
    )


def _order(row: ParkRow) -> tuple[bool, float, str]:
    return (not row.cells, -(row.free_land_mu or 0), row.region.id)


def _counts(ws: Workspace, terms: Terms) -> dict[str, int]:
    where = gap_chains(ws, terms)
    found = Counter(chain for row in measures(ws, terms) for chain in where[row])
    return dict(sorted(found.items()))


def _row(ws: Workspace, park: str, chains: list[str]) -> ParkRow:
    found = (ws.parks.footholds.get((park, chain)) for chain in chains)
    return ParkRow(
        region=ws.ref("region", park),
        free_land_mu=ws.parks.free_land_mu[park],
        cells=tuple(_cell(ws, each) for each in found if each),
    )


def _cell(ws: Workspace, found: Foothold) -> ParkCell:
    return ParkCell(
        chain=ws.ref("chain", found.chain),
        directions=tuple(ws.ref("direction", each) for each in found.directions),
        enterprises=tuple(ws.ref("enterprise", each) for each in found.enterprises),
        platforms=tuple(ws.ref("platform", each) for each in found.platforms),
        projects=tuple(ws.ref("project", each) for each in found.projects),
        evidence=_evidence(ws, [found]),
    )


def _park(ws: Workspace, fit: ParkFit) -> ParkItem:
    return ParkItem(
        region=ws.ref("region", fit.park),
        free_land_mu=fit.free_land_mu,
        stated=fit.stated,
        because=tuple(dict.fromkeys(_standing(ws, fit.footholds))),
        evidence=_evidence(ws, fit.footholds),
    )


def _standing(ws: Workspace, footholds: Iterable[Foothold]) -> Iterable[Ref]:
    for each in footholds:
        yield from (ws.ref("enterprise", firm) for firm in each.enterprises)
        yield from (ws.ref("platform", platform) for platform in each.platforms)
        yield from (ws.ref("project", project) for project in each.projects)


def _evidence(ws: Workspace, footholds: Iterable[Foothold]) -> tuple[Evidence, ...]:
    """Collect what proves the directions, else what proves that somebody stands there."""
    facts = ws.facts
    found: dict[Evidence, None] = {}
    for each in footholds:
        for direction in each.directions:
            found |= dict.fromkeys(facts.directions[direction].evidence)
        if not each.directions:
            for firm in each.enterprises:
                found |= dict.fromkeys(facts.enterprises[firm].evidence)
            for platform in each.platforms:
                found |= dict.fromkeys(facts.platforms[platform].evidence)
            for project in each.projects:
                found |= dict.fromkeys(facts.projects[project].evidence)
    return tuple(found)
