"""Who nearby states what meets a gap: complement or rival, both sides quoted."""

from collections import Counter
from collections.abc import Iterable

from graph.analysis.gaps import GapRow
from graph.analysis.neighbours import Beside, Lacked, beside
from graph.answers.chains import gap_chains
from graph.answers.echo import echo
from graph.answers.gap_names import gap_name
from graph.answers.home import home_chains
from graph.answers.shapes.common import Ref
from graph.answers.shapes.gaps import NeighbourBeside, NeighbourGap, NeighboursBody
from graph.answers.status import status_grounds
from graph.answers.workspace import WHOLE, Workspace
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
    if not ws.neighbours_speak:
        return ()
    chains = gap_chains(ws, terms)[row.id]
    lacked = Lacked(
        chains=chains,
        home=home_chains(ws, row.segment) if row.segment else chains,
        needed=row.need != "none",
        attracted=row.stated is not None and row.merges,
    )
    return beside(lacked, ws.neighbours_speak)


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


def neighbours_of(  # noqa: PLR0913 - the filters of a list
    ws: Workspace,
    terms: Terms,
    lang: Lang,
    rows: Iterable[GapRow],
    *,
    region: str | None = None,
    role: NeighbourRole | None = None,
    part: slice = WHOLE,
) -> NeighboursBody:
    """List who nearby stands beside the rows of a gap list, in its order; noted rows are left out.

    The counts are those without the filter by role; only a `part` of the list is described.
    """
    every = [
        (row, each)
        for row in rows
        if row.standing != "noted"
        for each in beside_gap(ws, terms, row)
        if region in {None, each.region}
    ]
    wanted = [(row, each) for row, each in every if role in {None, each.role}]
    counts = Counter(each.role for _, each in every)
    roles = {str(code): counts[code] for code in NEIGHBOUR_ROLES}
    return NeighboursBody(
        **echo(ws, terms),
        roles=roles,
        gaps=len({row.id for row, _ in every}),
        regions=len({each.region for _, each in every}),
        items=tuple(_beside(ws, terms, row, each, lang) for row, each in wanted[part]),
        total=len(wanted),
    )


def _beside(ws: Workspace, terms: Terms, row: GapRow, found: Beside, lang: Lang) -> NeighbourGap:
    return NeighbourGap(
        **dict(_item(ws, found, _ours(ws, row, terms, lang), lang)),
        gap=Ref(type="gap", id=row.id, name=gap_name(ws, row, lang)),
        standing=row.standing,
    )
