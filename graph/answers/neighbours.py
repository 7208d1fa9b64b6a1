"""Who nearby states what meets a gap: complement or rival, both sides quoted."""

from collections import Counter

from graph.analysis.gaps import GapRow
from graph.analysis.neighbours import Beside, Lacked, beside
from graph.answers.chains import gap_chains
from graph.answers.echo import echo
from graph.answers.home import home_chains
from graph.answers.shapes.common import Ref
from graph.answers.shapes.gaps import GapsBody, NeighbourBeside, NeighbourGap, NeighboursBody
from graph.answers.status import status_grounds
from graph.answers.workspace import Workspace
from graph.message import Listing, _
from graph.model import Evidence
from graph.model.neighbour_looks import NEIGHBOUR_REASONS, NEIGHBOUR_ROLES
from graph.model.vocabulary import Lang, NeighbourRole
from graph.network.terms import Terms


def neighbours(ws: Workspace, row: GapRow, terms: Terms, lang: Lang) -> tuple[NeighbourBeside, ...]:
    """List the neighbouring regions with a stated direction on a chain of the gap."""
    found = beside_gap(ws, terms, row)
    ours = _ours(ws, row, terms, lang) if found else ()
    return tuple(_item(ws, each, ours, lang) for each in found)


def beside_gap(ws: Workspace, terms: Terms, row: GapRow) -> tuple[Beside, ...]:
    """Say what the stated directions of neighbouring regions are to a gap."""
    chains = gap_chains(ws, terms)[row.id]
    lacked = Lacked(
        chains=chains,
        home=home_chains(ws, row.segment) if row.segment else chains,
        needed=row.need != "none",
        attracted=row.stated is not None and row.merges,
    )
    around = (
        each
        for each in ws.facts.directions.values()
        if ws.facts.regions[each.region].sort == "neighbour"
    )
    return beside(lacked, around)


def _item(ws: Workspace, found: Beside, ours: tuple[Evidence, ...], lang: Lang) -> NeighbourBeside:
    why = Listing([NEIGHBOUR_REASONS[each].words for each in found.reasons], _("；"))
    told = (each for direction in found.directions for each in direction.evidence)
    return NeighbourBeside(
        region=ws.ref("region", found.region),
        evidence=tuple(dict.fromkeys(told)),
        role=found.role,
        reasons=found.reasons,
        because=why.text(lang),
        ours=ours,
    )


def _ours(ws: Workspace, row: GapRow, terms: Terms, lang: Lang) -> tuple[Evidence, ...]:
    """What the plan says of the gap; of a derived one, what it says of the first that waits."""
    if row.stated is not None:
        return row.stated.evidence
    for block in row.lack.blocks if row.lack else ():
        waiting = ws.network.ids[block.product]
        found = status_grounds(ws, terms, waiting, lang).status_evidence
        if found:
            return found
    return ()


def neighbours_of(
    ws: Workspace,
    terms: Terms,
    rows: GapsBody,
    *,
    region: str | None = None,
    role: NeighbourRole | None = None,
) -> NeighboursBody:
    """List who nearby stands beside the rows of a gap list, in its order; noted rows are left out.

    The counts are those without the filter by role.
    """
    every = [
        NeighbourGap.model_validate(
            {**dict(each), "gap": _gap(gap.id, gap.name), "standing": gap.standing}
        )
        for gap in rows.items
        if gap.standing != "noted"
        for each in gap.neighbours
        if region in {None, each.region.id}
    ]
    wanted = tuple(each for each in every if role in {None, each.role})
    counts = Counter(each.role for each in every)
    roles = {str(code): counts[code] for code in NEIGHBOUR_ROLES}
    return NeighboursBody(
        **echo(ws, terms),
        roles=roles,
        gaps=len({each.gap.id for each in every}),
        regions=len({each.region.id for each in every}),
        items=wanted,
        total=len(wanted),
    )


def _gap(id_: str, name: str) -> Ref:
    return Ref(type="gap", id=id_, name=name)
