"""Every relation of a dataset version: what the recorded facts and the derived gaps connect."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.answers.gaps import gap_item
from graph.answers.offered import NodeType
from graph.answers.shapes import GapItem, Ref
from graph.answers.shapes.graph import Related, Relation
from graph.answers.workspace import Workspace
from graph.errors import UnknownNameError
from graph.model import Evidence, InputGroup
from graph.model.vocabulary import InputSort, Lang
from graph.network.terms import Terms

NodeKey = tuple[NodeType, str]
"""Type and id of a record: ids are unique per type only."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two records; `id` is that of its fact.

    Of inputs: `essential`, `input` and `exact`; of a by-product `by_product`; `word` is the
    stage, the role or the worlds of the others.
    """

    source: NodeKey
    target: NodeKey
    relation: Relation
    id: str
    evidence: tuple[Evidence, ...] = ()
    essential: bool | None = None
    input: InputSort | None = None
    exact: bool = False
    by_product: bool = False
    word: str = ""


def gap_items(ws: Workspace, terms: Terms, lang: Lang) -> list[GapItem]:
    """List every gap under the terms, stated and derived, in order of id."""
    return [gap_item(ws, row, terms, lang) for row in ws.gap_rows(terms).values()]


def ties(ws: Workspace, gaps: Iterable[GapItem]) -> list[Tie]:
    """List every relation, in order of source, target, name and id."""
    found = [*_supplies(ws), *_kinds(ws), *_chains(ws), *_enterprises(ws), *_gap_ties(gaps)]
    return sorted(found, key=lambda tie: (tie.source, tie.target, tie.relation, tie.id))


def relation(ws: Workspace, terms: Terms, lang: Lang, fact: str, ends: tuple[str, str]) -> Related:
    """Give one relation by its fact and its ends (`type:id`); raise `UnknownNameError`."""
    gaps = gap_items(ws, terms, lang)
    names = {gap.id: gap.name for gap in gaps}
    inherited = [tie for tie in [inherited_supply(ws, fact, ends)] if tie]
    for tie in (*ties(ws, gaps), *inherited):
        if tie.id == fact and (":".join(tie.source), ":".join(tie.target)) == ends:
            source, target = (_ref(ws, names, key) for key in (tie.source, tie.target))
            return Related(
                id=tie.id,
                source=source,
                target=target,
                relation=tie.relation,
                essential=tie.essential,
                evidence=tie.evidence,
            )
    raise UnknownNameError(name=" → ".join(ends), what="record")


def _ref(ws: Workspace, gaps: Mapping[str, str], key: NodeKey) -> Ref:
    kind, record = key
    if kind == "gap":
        return Ref(type="gap", id=record, name=gaps[record])
    return ws.ref(kind, record)


def inherited_supply(ws: Workspace, group_id: str, ends: tuple[str, str]) -> Tie | None:
    """Give the tie from a member of a group to a kind that inherits it, ends as `segment:id`."""
    group = ws.facts.input_groups.get(group_id)
    source, consumer = (end.removeprefix("segment:") for end in ends)
    if group is None or consumer not in ws.facts.segments:
        return None
    groups = ws.network.arrays.groups.row(ws.network.number(consumer))
    if group_id not in {ws.network.group_ids[each] for each in groups}:
        return None
    return next((t for t in _of_group(group, consumer) if t.source[1] == source), None)


def _supplies(ws: Workspace) -> Iterator[Tie]:
    for group in ws.facts.input_groups.values():
        yield from _of_group(group, group.consumer)
    for each in ws.facts.by_products.values():
        ends: tuple[NodeKey, NodeKey] = (("segment", each.source), ("segment", each.target))
        yield Tie(*ends, "supplies", each.id, each.evidence, by_product=True)


def _of_group(group: InputGroup, consumer: str) -> Iterator[Tie]:
    for member in group.members:
        yield Tie(
            ("segment", member.segment),
            ("segment", consumer),
            "supplies",
            group.id,
            group.evidence,
            essential=group.essential,
            input=group.input,
            exact=member.exact,
        )


def _kinds(ws: Workspace) -> Iterator[Tie]:
    for kind in ws.facts.kinds.values():
        ends: tuple[NodeKey, NodeKey] = (("segment", kind.segment), ("segment", kind.parent))
        yield Tie(*ends, "kind_of", kind.id, kind.evidence)


def _chains(ws: Workspace) -> Iterator[Tie]:
    ends: tuple[NodeKey, NodeKey]
    for place in ws.facts.memberships.values():
        ends = (("segment", place.segment), ("chain", place.chain))
        yield Tie(*ends, "in_chain", place.id, place.evidence, word=place.stage)
    for chain in ws.facts.chains.values():
        ends = (("chain", chain.id), ("industry", chain.industry))
        yield Tie(*ends, "in_industry", f"in_industry.{chain.id}", chain.evidence)


def _enterprises(ws: Workspace) -> Iterator[Tie]:
    ends: tuple[NodeKey, NodeKey]
    for fact in ws.facts.makes.values():
        ends = (("enterprise", fact.enterprise), ("segment", fact.segment))
        yield Tie(*ends, "makes", fact.id, fact.evidence)
    for role in ws.facts.roles.values():
        ends = (("enterprise", role.enterprise), ("chain", role.chain))
        yield Tie(*ends, "has_role", role.id, role.evidence, word=role.role)
    for firm in ws.facts.enterprises.values():
        if firm.region:
            ends = (("enterprise", firm.id), ("region", firm.region))
            yield Tie(*ends, "located_in", f"located_in.{firm.id}", firm.evidence)


def _gap_ties(gaps: Iterable[GapItem]) -> Iterator[Tie]:
    for gap in gaps:
        here: NodeKey = ("gap", gap.id)
        if gap.segment:
            yield Tie(here, ("segment", gap.segment.id), "gap_on", f"gap_on.{gap.id}")
        for product in gap.blocks:
            name = f"blocks.{gap.id}.{product.id}"
            worlds = " ".join(product.worlds)
            yield Tie(here, ("segment", product.id), "blocks", name, word=worlds)
        for firm in gap.candidates:
            name = f"candidate.{firm.id}.{gap.id}"
            yield Tie(("enterprise", firm.id), here, "candidate_for", name)
