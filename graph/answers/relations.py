"""Every relation of a dataset version: what the recorded facts and the derived gaps connect."""

from collections.abc import Iterable, Iterator
from itertools import chain

from graph.analysis.gaps import GapRow
from graph.answers import tie
from graph.answers.adjacent import Adjacent, of_gap, ref_of, shelf
from graph.answers.gaps import gap_item
from graph.answers.offered import NODE_TYPES
from graph.answers.shapes import GapItem
from graph.answers.shapes.graph import Related
from graph.answers.tie import NodeKey, Tie
from graph.answers.workspace import Workspace
from graph.errors import UnknownNameError
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def gap_items(ws: Workspace, terms: Terms, lang: Lang) -> list[GapItem]:
    """List every gap under the terms, stated and derived, in order of id."""
    return [gap_item(ws, row, terms, lang) for row in ws.gap_rows(terms).values()]


def ties(ws: Workspace, gaps: Iterable[GapRow]) -> list[Tie]:
    """List every relation, in order of source, target, name and id."""
    facts = ws.facts
    found = chain(
        *map(tie.supplies, facts.input_groups.values()),
        map(tie.yielded, facts.by_products.values()),
        map(tie.kind_of, facts.kinds.values()),
        map(tie.in_chain, facts.memberships.values()),
        map(tie.in_industry, facts.chains.values()),
        map(tie.makes, facts.makes.values()),
        map(tie.has_role, facts.roles.values()),
        *map(tie.located_in, facts.enterprises.values()),
        *(of_gap(ws, row) for row in gaps),
    )
    return sorted(found, key=order)


def order(each: Tie) -> tuple[NodeKey, NodeKey, str, str]:
    """Order relations by source, target, name and id."""
    return (each.source, each.target, each.relation, each.id)


def relation(ws: Workspace, terms: Terms, lang: Lang, fact: str, ends: tuple[str, str]) -> Related:
    """Give one relation by its fact and its ends (`type:id`); raise `UnknownNameError`."""
    keys = [key for end in ends for key in _keys(ws, terms, end)]
    if len(keys) == len(ends):
        adjacent = Adjacent(ws, terms, frozenset(NODE_TYPES))
        for each in (*adjacent.ties(keys[0]), *inherited_supply(ws, fact, ends)):
            if each.id == fact and [each.source, each.target] == keys:
                source, target = (ref_of(ws, terms, lang, key) for key in keys)
                return Related(
                    id=each.id,
                    source=source,
                    target=target,
                    relation=each.relation,
                    essential=each.essential,
                    evidence=each.evidence,
                )
    raise UnknownNameError(name=" → ".join(ends), what="record")


def _keys(ws: Workspace, terms: Terms, end: str) -> Iterator[NodeKey]:
    """Yield the record of an end, if it is one."""
    kind, _, record = end.partition(":")
    yield from (
        (each, record) for each in NODE_TYPES if each == kind and record in shelf(ws, terms, each)
    )


def inherited_supply(ws: Workspace, group_id: str, ends: tuple[str, str]) -> Iterator[Tie]:
    """Yield the tie from a member of a group to a kind that inherits it, ends as `segment:id`."""
    group = ws.facts.input_groups.get(group_id)
    source, consumer = (end.removeprefix("segment:") for end in ends)
    if group is None or consumer not in ws.facts.segments:
        return
    groups = ws.network.arrays.groups.row(ws.network.number(consumer))
    if group_id in {ws.network.group_ids[each] for each in groups}:
        yield from (each for each in tie.supplies(group, consumer) if each.source[1] == source)
