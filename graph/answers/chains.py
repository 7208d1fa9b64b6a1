"""Chains and industries with their counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from graph.answers.described import described
from graph.answers.echo import completeness_of, echo
from graph.answers.home import listed_chains
from graph.answers.shapes import (
    ChainBody,
    ChainCounts,
    ChainItem,
    ChainsBody,
    IndustriesBody,
    IndustryItem,
    StatusCounts,
)
from graph.answers.workspace import Workspace, ref_to
from graph.errors import UnknownNameError
from graph.model import Chain, Industry
from graph.model.vocabulary import LOCAL_STATUSES, STANDINGS
from graph.network.terms import Terms


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
    found = ws.placed.members_of(ws.placed.numbers(chain_ids))
    return [ws.network.ids[each] for each in found]


def chains_of(ws: Workspace, industry: str) -> list[Chain]:
    """List the chains of an industry, in the order of the document."""
    found = [each for each in ws.facts.chains.values() if each.industry == industry]
    return sorted(found, key=lambda each: (each.order, each.id))


def products_in(ws: Workspace, terms: Terms, chain_ids: Iterable[str]) -> list[int]:
    """List the local products of some chains: made in one of them, and at home there.

    Those midstream, and those downstream that stand midstream nowhere: a chain of moulds does not
    lack what the motorcycles downstream of it do. No services, no raw materials.
    """
    return sorted(ws.placed.products_of(ws.placed.numbers(chain_ids)) & ws.local_products(terms))


def status_counts(ws: Workspace, terms: Terms, segments: Iterable[str]) -> StatusCounts:
    """Count segments by local status."""
    shown, numbers = ws.frame(terms).situation.status, ws.network.numbers
    counts = Counter(shown[numbers[each]] for each in segments)
    names = (*LOCAL_STATUSES, "captive")  # in the order of their numbers
    return StatusCounts(**{names[code]: count for code, count in counts.items()})


def gap_chains(ws: Workspace, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    """Map each gap to the chains whose list it stands in."""
    settled = ws.settle(terms)
    return ws.gap_chains.get(settled, lambda: _gap_chains(ws, settled))


def _gap_chains(ws: Workspace, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    if kept := ws.kept.peek(terms):
        return kept.chains
    return {row.id: listed_chains(ws, row) for row in ws.gap_rows(terms).values()}


def standings_in(ws: Workspace, terms: Terms, chain_ids: Iterable[str]) -> dict[str, int]:
    """Count the rows of the gap list of some chains, by standing."""
    rows = ws.gap_rows(terms)
    found = Counter(rows[each].standing for each in rows_in(ws, terms, chain_ids))
    return {str(standing): found[standing] for standing in STANDINGS}


def rows_in(ws: Workspace, terms: Terms, chain_ids: Iterable[str]) -> set[str]:
    """Collect the rows of the gap list of some chains, by the id of the gap that leads each."""
    settled = ws.settle(terms)
    of_chain = ws.chain_rows.get(settled, lambda: _chain_rows(ws, settled))
    return {row for chain in chain_ids for row in of_chain.get(chain, ())}


def _chain_rows(ws: Workspace, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    """Map each chain to the rows of its gap list."""
    where = gap_chains(ws, terms)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in {task.id for task in ws.tasks(terms).values()}:
        for chain in where[row]:
            found[chain].append(row)
    return {chain: tuple(each) for chain, each in found.items()}


def enterprises_of(ws: Workspace, chain_ids: Iterable[str], segments: Iterable[str]) -> set[str]:
    """Collect the enterprises with a role in some chains, or that make some segments."""
    by_role = {role.enterprise for each in chain_ids for role in ws.chain_roles.get(each, ())}
    wanted = set(segments)
    made = [each for each in ws.makers if each in wanted]  # far fewer than there are segments
    return by_role | {fact.enterprise for each in made for fact in ws.makers[each]}


def _chain_item(ws: Workspace, found: Chain, terms: Terms) -> ChainItem:
    return described(ws, ChainItem, found, **dict(_counts(ws, [found.id], terms)))


def _industry_item(ws: Workspace, found: Industry, terms: Terms) -> IndustryItem:
    parts = chains_of(ws, found.id)
    counts = _counts(ws, [each.id for each in parts], terms)
    chains = tuple(ref_to(each) for each in parts)
    return described(ws, IndustryItem, found, chains=chains, **dict(counts))


def _counts(ws: Workspace, chain_ids: list[str], terms: Terms) -> ChainCounts:
    """Count what chains hold; kept, for every list and page of chains tells it."""
    settled = ws.settle(terms)
    key = (settled, tuple(chain_ids))
    return ws.counts.get(key, lambda: _counted(ws, chain_ids, settled))


def _counted(ws: Workspace, chain_ids: list[str], terms: Terms) -> ChainCounts:
    kept = ws.kept.peek(terms)
    found = kept.counts(tuple(chain_ids)) if kept else None
    return found or _counted_now(ws, chain_ids, terms)


def _counted_now(ws: Workspace, chain_ids: list[str], terms: Terms) -> ChainCounts:
    segments = segments_of(ws, chain_ids)
    return ChainCounts(
        counts=status_counts(ws, terms, segments),
        segments=len(segments),
        enterprises=len(enterprises_of(ws, chain_ids, segments)),
        gaps=sum(standings_in(ws, terms, chain_ids).values()),
        completeness=completeness_of(ws, terms, products_in(ws, terms, chain_ids)),
    )
