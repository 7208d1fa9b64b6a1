"""Gaps in a line each, where a list of many is named but not described."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.analysis.gaps import GapRow
from graph.answers.gap_names import gap_name
from graph.answers.neighbours import beside_gap
from graph.answers.shapes import GapBadge, Ref
from graph.answers.workspace import Workspace
from graph.model.vocabulary import Lang, Standing
from graph.network.terms import Terms


@dataclass(frozen=True, slots=True)
class WaitedFor:
    """A gap by name, with the segment it is on and how many products it blocks."""

    gap: Ref
    segment: Ref | None
    standing: Standing
    blocks: int


def waited_for(ws: Workspace, row: GapRow, lang: Lang) -> WaitedFor:
    """Give a gap by name, with how many products wait for it."""
    return WaitedFor(
        gap=Ref(type="gap", id=row.id, name=gap_name(ws, row, lang)),
        segment=ws.ref("segment", row.segment) if row.segment else None,
        standing=row.standing,
        blocks=len(row.lack.blocks) if row.lack and row.merges else 0,
    )


def gap_badge(ws: Workspace, row: GapRow, lang: Lang) -> GapBadge:
    """Give a gap by name, with its codes."""
    return GapBadge(
        id=row.id,
        name=gap_name(ws, row, lang),
        kind=row.kind,
        origin=row.origin,
        standing=row.standing,
    )


def beside(badge: GapBadge, listed: Collection[str]) -> GapBadge:
    """Mark a confirmed gap that is not among the rows `listed`: other chains' lists have it."""
    elsewhere = badge.standing == "confirmed" and badge.id not in listed
    return badge.model_copy(update={"elsewhere": True}) if elsewhere else badge


def gaps_of_neighbours(
    ws: Workspace, terms: Terms, lang: Lang, rows: Iterable[GapRow]
) -> Mapping[str, tuple[GapBadge, ...]]:
    """Gather, for each neighbouring region, the gaps that its directions cover.

    What is only on record is nothing that a neighbour could supply.
    """
    found: dict[str, list[GapBadge]] = {}
    for row in rows:
        beside = () if row.standing == "noted" else beside_gap(ws, terms, row)
        for each in beside:
            found.setdefault(each.region, []).append(gap_badge(ws, row, lang))
    return {region: tuple(gaps) for region, gaps in found.items()}
