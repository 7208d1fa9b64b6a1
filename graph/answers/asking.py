"""Whom to ask: the makers of what takes the missing segment know their suppliers."""

from graph.analysis.families import generals
from graph.analysis.gaps import GapRow
from graph.answers.home import home_chains
from graph.answers.workspace import Workspace
from graph.model.industry_codes import share
from graph.network.terms import Terms


def enterprises_to_ask(ws: Workspace, terms: Terms, row: GapRow) -> tuple[str, ...]:
    """List the enterprises that can say whether a gap is one, in order of id.

    The makers of its takers, and of generals of them; where a taker or a general is here without
    a known maker, the firms with a role in its home chains. Of a segment without a code, of which
    registers can show nothing, else the firms that share the code of its general, or of its takers;
    nobody else.
    """
    takers = sorted(row.lack.takers) if row.lack else []
    known = {firm for taker in takers for firm in _firms(ws, terms, taker)}
    if not known and row.segment is not None and not ws.facts.segments[row.segment].codes:
        known = _sharing(ws, terms, row.segment, takers)
    return tuple(sorted(known))


def enterprises_around(ws: Workspace, terms: Terms, segment: int) -> tuple[str, ...]:
    """List the enterprises that know a segment that is here: its makers, else those around it."""
    return tuple(sorted(_firms(ws, terms, segment)))


def enterprises_building(ws: Workspace, terms: Terms, segment: str) -> tuple[str, ...]:
    """List the enterprises that are to make a segment, or whose project is under way for it."""
    makers = {
        each.enterprise
        for each in ws.makers.get(segment, ())
        if ws.facts.enterprises[each.enterprise].status == "planned"
    }
    projects = {
        each.enterprise
        for each in ws.facts.projects.values()
        if segment in each.segments and each.state == "building" and each.enterprise
    }
    return tuple(sorted(_inside(ws, terms, makers | projects)))


def _firms(ws: Workspace, terms: Terms, taker: int) -> set[str]:
    frame = ws.frame(terms)
    kinds = generals(frame, taker)
    makers = {firm for each in kinds for firm in frame.situation.makers[each]}
    if makers:
        return {ws.network.locals.enterprises[firm] for firm in makers}
    if not any(frame.situation.certain.available[each] for each in kinds):
        return set()
    chains = home_chains(ws, ws.network.ids[taker])
    named = {role.enterprise for chain in chains for role in ws.chain_roles.get(chain, ())}
    return _operating(ws, terms, named)


def _sharing(ws: Workspace, terms: Terms, segment: str, takers: list[int]) -> set[str]:
    """Name the known firms of the registers that have the code of the nearest general, if any."""
    above = generals(ws.frame(terms), ws.network.number(segment))[1:]
    coded = (codes for each in above if (codes := _codes(ws, each)))
    wanted = next(coded, {code for taker in takers for code in _codes(ws, taker)})
    sharing = {
        firm.enterprise
        for firm in ws.registers.firms
        if firm.enterprise is not None
        and not firm.closed
        and any(share(code, each) for code in firm.codes for each in wanted)
    }
    return _operating(ws, terms, sharing)


def _codes(ws: Workspace, segment: int) -> set[str]:
    return {each.code for each in ws.facts.segments[ws.network.ids[segment]].codes}


def _operating(ws: Workspace, terms: Terms, firms: set[str]) -> set[str]:
    found = _inside(ws, terms, firms)
    return {firm for firm in found if ws.facts.enterprises[firm].status == "operating"}


def _inside(ws: Workspace, terms: Terms, firms: set[str]) -> set[str]:
    """Pick the firms in the region; one without a place counts for the district."""
    inside, district = ws.frame(terms).situation.inside, ws.facts.dataset.region
    return {firm for firm in firms if (ws.facts.enterprises[firm].region or district) in inside}
