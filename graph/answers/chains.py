"""Chains and industries with their counts."""

from collections.abc import Iterable, Mapping
from typing import Literal

from graph.analysis.completeness import products_of_chain
from graph.answers.echo import completeness_of, echo
from graph.answers.shapes import (
    ChainBody,
    ChainItem,
    ChainsBody,
    IndustriesBody,
    IndustryItem,
    StatusCounts,
)
from graph.answers.workspace import Workspace, ref_to
from graph.errors import UnknownNameError
from graph.model import Chain, Industry
from graph.model.vocabulary import LocalStatus
from graph.network.terms import Terms

NO_PRODUCTS = frozenset({"service", "raw_material"})
"""Sorts of segments that are no products of a chain."""


def chains(ws: Workspace, terms: Terms) -> ChainsBody:
    """Every chain, in the order of its document."""
    ordered = sorted(ws.facts.chains.values(), key=lambda c: (c.order, c.id))
    items = tuple(_chain_item(ws, each, terms) for each in ordered)
    return ChainsBody(**echo(ws, terms), items=items, total=len(items))


def chain(ws: Workspace, chain_id: str, terms: Terms) -> ChainBody:
    """One chain; raise `UnknownNameError`."""
    found = ws.facts.chains.get(chain_id)
    if found is None:
        raise UnknownNameError(name=chain_id, what="chain", suggestions=tuple(ws.facts.chains))
    return ChainBody(**echo(ws, terms), chain=_chain_item(ws, found, terms))


def industries(ws: Workspace, terms: Terms) -> IndustriesBody:
    """Every industry, in the order of its document."""
    ordered = sorted(ws.facts.industries.values(), key=lambda i: (i.order, i.id))
    items = tuple(_industry_item(ws, each, terms) for each in ordered)
    return IndustriesBody(**echo(ws, terms), items=items, total=len(items))


def segments_of(ws: Workspace, chain_ids: Iterable[str]) -> list[str]:
    """List the segments of some chains, each once, in order of id."""
    return sorted({place.segment for each in chain_ids for place in ws.members.get(each, ())})


def chains_of(ws: Workspace, industry: str) -> list[Chain]:
    """List the chains of an industry, in the order of the document."""
    found = [each for each in ws.facts.chains.values() if each.industry == industry]
    return sorted(found, key=lambda each: (each.order, each.id))


def products_in(ws: Workspace, terms: Terms, segments: Iterable[str]) -> list[int]:
    """List the local products among some segments: no services, no raw materials."""
    listed = list(segments)
    goods = [ws.facts.segments[each].sort not in NO_PRODUCTS for each in listed]
    numbers = [ws.network.number(each) for each in listed]
    return products_of_chain(ws.frame(terms), numbers, goods)


def status_counts(ws: Workspace, terms: Terms, segments: Iterable[str]) -> StatusCounts:
    """Count segments by local status."""
    counts: dict[LocalStatus | Literal["captive"], int] = {}
    for each in segments:
        status = ws.local_status(terms, each) or "captive"
        counts[status] = counts.get(status, 0) + 1
    return StatusCounts(**{str(status): count for status, count in counts.items()})


def gap_chains(ws: Workspace, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    """Map each gap to its chains: those stated, and those of the products that it blocks."""
    settled = ws.settle(terms)
    return ws.gap_chains.get(settled, lambda: _gap_chains(ws, settled))


def _gap_chains(ws: Workspace, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in ws.gap_rows(terms).values():
        names = set(row.stated.chains if row.stated else ())
        for block in row.need.blocks if row.need and row.origin != "stated" else ():
            product = ws.network.ids[block.product]
            names |= {place.chain for place in ws.places.get(product, ())}
        found[row.id] = tuple(sorted(names & ws.facts.chains.keys()))
    return found


def firms_of(ws: Workspace, chain_ids: Iterable[str], segments: Iterable[str]) -> set[str]:
    """Collect the enterprises with a role in some chains, or that make some segments."""
    wanted = set(chain_ids)
    by_role = {role.enterprise for role in ws.facts.roles.values() if role.chain in wanted}
    return by_role | {fact.enterprise for each in segments for fact in ws.makers.get(each, ())}


def _gaps_of(ws: Workspace, terms: Terms, chain_ids: Iterable[str]) -> int:
    wanted = set(chain_ids)
    return sum(not wanted.isdisjoint(found) for found in gap_chains(ws, terms).values())


def _chain_item(ws: Workspace, found: Chain, terms: Terms) -> ChainItem:
    segments = segments_of(ws, [found.id])
    return ChainItem(
        id=found.id,
        name=found.name,
        name_en=found.name_en,
        industry=ws.ref("industry", found.industry),
        counts=status_counts(ws, terms, segments),
        segments=len(segments),
        enterprises=len(firms_of(ws, [found.id], segments)),
        gaps=_gaps_of(ws, terms, [found.id]),
        completeness=completeness_of(ws, terms, products_in(ws, terms, segments)),
        evidence=found.evidence,
    )


def _industry_item(ws: Workspace, found: Industry, terms: Terms) -> IndustryItem:
    parts = chains_of(ws, found.id)
    ids = [each.id for each in parts]
    segments = segments_of(ws, ids)
    return IndustryItem(
        id=found.id,
        name=found.name,
        name_en=found.name_en,
        chains=tuple(ref_to(each) for each in parts),
        counts=status_counts(ws, terms, segments),
        segments=len(segments),
        enterprises=len(firms_of(ws, ids, segments)),
        gaps=_gaps_of(ws, terms, ids),
        completeness=completeness_of(ws, terms, products_in(ws, terms, segments)),
        evidence=found.evidence,
    )
