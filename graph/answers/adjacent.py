"""What a record has relations with, by the indexes of a workspace: nothing else is looked at."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from graph.analysis.gaps import GapRow
from graph.answers import tie
from graph.answers.chains import chains_of
from graph.answers.gap_names import gap_name
from graph.answers.offered import NodeType
from graph.answers.partners import candidates
from graph.answers.shapes import Ref
from graph.answers.tie import NodeKey, Tie
from graph.answers.workspace import Workspace
from graph.model.facts import FIELD_OF_TYPE
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def shelf(ws: Workspace, terms: Terms, kind: NodeType) -> Collection[str]:
    """Return the ids of all records of a type, in order; of gaps those under the terms."""
    if kind == "gap":
        return ws.gap_rows(terms)
    found: Mapping[str, object] = getattr(ws.facts, FIELD_OF_TYPE[kind])
    return found


def ref_of(ws: Workspace, terms: Terms, lang: Lang, key: NodeKey) -> Ref:
    """Point to a record; a gap goes by its name in a language."""
    kind, record = key
    if kind != "gap":
        return ws.ref(kind, record)
    return Ref(type="gap", id=record, name=gap_name(ws, ws.gap_rows(terms)[record], lang))


def of_gap(ws: Workspace, row: GapRow) -> Iterator[Tie]:
    """Tie a gap to its segment, to what it blocks, and those who could fill it to the gap."""
    here: NodeKey = ("gap", row.id)
    if row.segment:
        yield Tie(here, ("segment", row.segment), "gap_on", f"gap_on.{row.id}")
    for block in row.lack.blocks if row.lack and row.merges else ():
        product = ws.network.ids[block.product]
        worlds = "certain possible" if block.possible else "certain"
        yield Tie(here, ("segment", product), "blocks", f"blocks.{row.id}.{product}", word=worlds)
    for firm in candidates(ws, row):
        yield Tie(("enterprise", firm.id), here, "candidate_for", f"candidate.{firm.id}.{row.id}")


def blocking(ws: Workspace, terms: Terms, segment: str) -> tuple[str, ...]:
    """List the ids of the gaps that a product waits for."""
    settled = ws.settle(terms)
    found = ws.blocks_on.get(settled, lambda: _blocks_on(ws, settled))
    return found.get(ws.network.number(segment), ())


def _blocks_on(ws: Workspace, terms: Terms) -> Mapping[int, tuple[str, ...]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for row in ws.gap_rows(terms).values():
        for block in row.lack.blocks if row.lack and row.merges else ():
            found[block.product].append(row.id)
    return {product: tuple(rows) for product, rows in found.items()}


def _yielded(ws: Workspace) -> Mapping[str, tuple[Tie, ...]]:
    """Map each segment to the by-products that it yields or is."""
    found: defaultdict[str, list[Tie]] = defaultdict(list)
    for each in ws.facts.by_products.values():
        for end in {each.source, each.target}:
            found[end].append(tie.yielded(each))
    return {end: tuple(each) for end, each in found.items()}


@dataclass(frozen=True, slots=True)
class Adjacent:
    """The relations between records of some types; `known` keeps what was asked for."""

    ws: Workspace
    terms: Terms
    types: frozenset[NodeType]
    known: dict[NodeKey, tuple[Tie, ...]] = field(default_factory=dict)

    def ties(self, key: NodeKey) -> tuple[Tie, ...]:
        """List the relations of a record in either direction."""
        found = self.known.get(key)
        if found is None:
            types = self.types
            every = (each for each in self._at(key) if key in {each.source, each.target})
            found = self.known[key] = tuple(
                each for each in every if each.source[0] in types and each.target[0] in types
            )
        return found

    def _at(self, key: NodeKey) -> Iterator[Tie]:
        """Yield the relations of the facts that name a record, its own among them."""
        kind, id_ = key
        if kind == "segment":
            return self._at_segment(id_)
        if kind == "enterprise":
            return self._at_enterprise(id_)
        if kind == "gap":
            return of_gap(self.ws, self.ws.gap_rows(self.terms)[id_])
        if kind == "chain":
            return self._at_chain(id_)
        if kind == "industry":
            return map(tie.in_industry, chains_of(self.ws, id_))
        return self._at_region(id_)

    def _at_segment(self, id_: str) -> Iterator[Tie]:
        ws, facts = self.ws, self.ws.facts
        number, arrays = ws.network.number(id_), ws.network.arrays
        groups = (*arrays.groups.row(number), *arrays.used_in.row(number))
        for group in dict.fromkeys(ws.network.group_ids[each] for each in groups):
            yield from tie.supplies(facts.input_groups[group])
        yield from ws.yielded.get((), lambda: _yielded(ws)).get(id_, ())
        kinds = (ws.network.ids[each] for each in arrays.kinds.row(number))
        yield from (tie.kind_of(ws.kinds[each]) for each in (id_, *kinds) if each in ws.kinds)
        if "chain" in self.types:
            yield from map(tie.in_chain, ws.places.get(id_, ()))
        if "enterprise" in self.types:
            yield from map(tie.makes, ws.makers.get(id_, ()))
        if "gap" in self.types:
            for row in {each.id: each for each in self._gaps_about(id_)}.values():
                yield from of_gap(ws, row)

    def _gaps_about(self, segment: str) -> Iterator[GapRow]:
        """Yield the gaps on a segment, and those that block it."""
        rows = self.ws.gap_rows(self.terms)
        yield from self.ws.gaps_on(self.terms, segment)
        yield from (rows[each] for each in blocking(self.ws, self.terms, segment))

    def _at_enterprise(self, id_: str) -> Iterator[Tie]:
        ws, made = self.ws, self.ws.products.get(id_, ())
        yield from map(tie.makes, made)
        yield from map(tie.has_role, ws.roles.get(id_, ()))
        yield from tie.located_in(ws.facts.enterprises[id_])
        if "gap" in self.types:
            for segment in {each.segment for each in made}:
                for row in ws.gaps_on(self.terms, segment):
                    yield from of_gap(ws, row)

    def _at_chain(self, id_: str) -> Iterator[Tie]:
        yield from map(tie.in_chain, self.ws.members.get(id_, ()))
        yield from map(tie.has_role, self.ws.chain_roles.get(id_, ()))
        yield tie.in_industry(self.ws.facts.chains[id_])

    def _at_region(self, id_: str) -> Iterator[Tie]:
        here, firms = self.ws.network.locals, self.ws.facts.enterprises
        for number in here.firms_in.row(here.regions.index(id_)):
            yield from tie.located_in(firms[here.enterprises[number]])
