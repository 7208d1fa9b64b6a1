"""What lies around a record of the whole graph, within some steps and a limit.

The walk goes along relations in either direction, nearest first; what the limit leaves out is
said. Where the nodes stand is for a picture to say: here all of them stand at (0, 0).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import filterfalse, islice

from graph.answers.adjacent import Adjacent, ref_of, shelf
from graph.answers.chains import enterprises_of, gap_chains, rows_in, segments_of
from graph.answers.echo import echo
from graph.answers.gap_lines import beside, gap_badge
from graph.answers.names import resolve
from graph.answers.offered import DEFAULT_TYPES, NODE_TYPES, NodeType
from graph.answers.relations import inherited_supply, order
from graph.answers.shapes import GapBadge
from graph.answers.shapes.graph import GraphBody, GraphEdge, GraphNode
from graph.answers.tie import NodeKey, Tie
from graph.answers.workspace import Workspace
from graph.errors import BadParameterError, UnknownNameError
from graph.model.facts import FIELD_OF_TYPE
from graph.model.vocabulary import STANDINGS, Lang, Stage
from graph.network.terms import Terms


@dataclass(frozen=True, slots=True)
class Around:
    """What to draw: around which record, how far, how much, of which chain and types.

    Without a center it is the whole chain, or the whole graph: what the documents know first;
    or just the records of `also`, which are drawn in any case. `inherited` are supplies to kinds
    that take them by a group of their general segment (the group, the member, the kind): they are
    drawn besides what is recorded. No record brings more than `fan`
    neighbours into the picture, those that something is known of first, unless it is `opened`.
    """

    center: str | None = None
    hops: int = 1
    limit: int = 100
    chain: str | None = None
    types: tuple[NodeType, ...] = DEFAULT_TYPES
    also: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    fan: int | None = None
    inherited: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Shown:
    """The records that may be drawn, and their relations: those of `keys`, else all of its types.

    What lies around a record is looked up when the walk comes to it.
    """

    adjacent: Adjacent
    keys: Set[NodeKey] | None

    def ties(self, key: NodeKey) -> Iterable[Tie]:
        """Give the relations of a record with others that may be drawn."""
        found, keys = self.adjacent.ties(key), self.keys
        if keys is None:
            return found
        return (each for each in found if each.source in keys and each.target in keys)

    def beside(self, key: NodeKey) -> set[NodeKey]:
        """Collect the records that one has relations with."""
        return {end for each in self.ties(key) for end in (each.source, each.target)} - {key}

    def every(self) -> Iterator[NodeKey]:
        """Yield all records that may be drawn, by type and id."""
        if self.keys is not None:
            yield from sorted(self.keys, key=_order)
            return
        for kind in self._types:
            yield from ((kind, id_) for id_ in self._shelf(kind))

    def __len__(self) -> int:
        if self.keys is not None:
            return len(self.keys)
        return sum(len(self._shelf(kind)) for kind in self._types)

    @property
    def _types(self) -> list[NodeType]:
        return [kind for kind in NODE_TYPES if kind in self.adjacent.types]

    def _shelf(self, kind: NodeType) -> Collection[str]:
        return shelf(self.adjacent.ws, self.adjacent.terms, kind)


def parse_types(text: str) -> tuple[NodeType, ...]:
    """Read types of nodes joined by commas; raise `BadParameterError`.

    >>> parse_types("gap,segment")
    ('segment', 'gap')
    """
    wanted = {part.strip() for part in text.split(",")}
    known = tuple(each for each in NODE_TYPES if each in wanted)
    if not known or len(known) < len(wanted):
        raise BadParameterError(parameter="types", value=text, allowed=", ".join(NODE_TYPES))
    return known


def neighbourhood(ws: Workspace, terms: Terms, lang: Lang, around: Around) -> GraphBody:
    """Gather what lies around a record; raise `UnknownNameError`.

    Linear in the relations of what is walked to; a whole graph is walked until the limit is met.
    """
    terms = ws.settle(terms)  # once, not at each record
    center = None if around.center is None else _center(ws, terms, around.center)
    opened = [_center(ws, terms, each) for each in around.opened]
    also = [_center(ws, terms, each) for each in around.also]
    named = list(dict.fromkeys([*([center] if center else []), *also, *opened]))
    shown = _shown(ws, terms, around, named)
    walk = _Walk(shown, _unknown(ws, terms), around.fan)
    if center or also:
        found = walk.reach(named, around.hops if center else 0, opened)
        chosen, truncated = found[: around.limit], len(found) > around.limit
    else:
        chosen, truncated = walk.whole(around.limit), len(shown) > around.limit
    drawing = _Drawing(shown, lang, around)
    return GraphBody(
        **echo(ws, terms),
        center=ref_of(ws, terms, lang, center) if center else None,
        nodes=drawing.nodes(chosen),
        edges=drawing.edges(chosen),
        truncated=truncated,
    )


def too_many(ws: Workspace, terms: Terms, around: Around) -> bool:
    """Whether a chain or the whole graph has more records than its limit."""
    named = [_center(ws, terms, each) for each in around.opened]
    return len(_shown(ws, terms, around, named)) > around.limit


def _center(ws: Workspace, terms: Terms, name: str) -> NodeKey:
    """Find the record of a name, a segment before all others; `type:id` is exact."""
    head, _, rest = name.partition(":")
    kinds = [each for each in NODE_TYPES if each == head] if rest else []
    text = rest if kinds else name
    near: dict[str, None] = {}
    for kind in kinds or NODE_TYPES:
        if kind == "gap" and text in ws.gap_rows(terms):
            return (kind, text)
        try:
            return (kind, resolve(ws, text, kind))
        except UnknownNameError as error:
            near |= dict.fromkeys(error.suggestions)
    raise UnknownNameError(name=name, what="record", suggestions=tuple(near)[:6])


def _shown(ws: Workspace, terms: Terms, around: Around, named: Iterable[NodeKey]) -> _Shown:
    types = frozenset({*around.types, *(kind for kind, _ in named)})
    known = ws.drawn.get((ws.settle(terms), types), dict[NodeKey, tuple[Tie, ...]])
    adjacent = Adjacent(ws, terms, types, known)
    if around.chain is None:
        return _Shown(adjacent, None)
    return _Shown(adjacent, chain_keys(ws, terms, around.chain, types).union(named))


def chain_keys(
    ws: Workspace, terms: Terms, chain: str, types: Collection[NodeType] = NODE_TYPES
) -> set[NodeKey]:
    """Collect the records of a chain: itself, its industry, segments, enterprises and gaps."""
    segments = segments_of(ws, [chain])
    found: set[NodeKey] = {("chain", chain), ("industry", ws.facts.chains[chain].industry)}
    found |= {("segment", each) for each in segments}
    if "enterprise" in types:
        found |= {("enterprise", each) for each in enterprises_of(ws, [chain], segments)}
    if "gap" in types:
        found |= {("gap", gap) for gap, where in gap_chains(ws, terms).items() if chain in where}
    return {key for key in found if key[0] in types}


def _order(key: NodeKey) -> tuple[int, str]:
    return (NODE_TYPES.index(key[0]), key[1])


def _unknown(ws: Workspace, terms: Terms) -> Callable[[NodeKey], bool]:
    """Tell of a record whether nothing is known of it: a stage inside a plant, an open question."""
    here, numbers = ws.frame(terms).situation, ws.network.numbers

    def unknown(key: NodeKey) -> bool:
        return key[0] == "segment" and here.local_status(numbers[key[1]]) in {"unknown", None}

    return unknown


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk from record to record; each brings in `fan` new ones at most, known ones first."""

    shown: _Shown
    unknown: Callable[[NodeKey], bool]
    fan: int | None

    def reach(self, seeds: list[NodeKey], hops: int, opened: Sequence[NodeKey]) -> list[NodeKey]:
        """Walk from the seeds, nearest first; then once around the opened, without a bound."""
        found, ring = dict.fromkeys(seeds), seeds
        for _ in range(hops):
            ring = self._ring(ring, found, self.fan)
            found |= dict.fromkeys(ring)
        return list(found | dict.fromkeys(self._ring(opened, found, None)))

    def whole(self, most: int) -> list[NodeKey]:
        """Walk from what documents say something of, then take what nothing ties to that."""
        ring = list(islice(filterfalse(self.unknown, self.shown.every()), most))
        found = dict.fromkeys(ring)
        while ring and len(found) < most:
            ring = self._ring(ring, found, self.fan)
            found |= dict.fromkeys(ring)
        if len(found) < most:
            found |= dict.fromkeys(self.shown.every())
        return list(islice(found, most))

    def _ring(
        self, ring: Sequence[NodeKey], found: Mapping[NodeKey, None], fan: int | None
    ) -> list[NodeKey]:
        """List the new neighbours of a ring by type and id."""
        brought: dict[NodeKey, None] = {}
        for key in ring:
            new = self.shown.beside(key) - found.keys()
            if fan is not None and len(new) > fan:
                new = set(sorted(new, key=lambda each: (self.unknown(each), _order(each)))[:fan])
            brought |= dict.fromkeys(new)
        return sorted(brought, key=_order)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Nodes and edges of records, as a picture has them."""

    shown: _Shown
    lang: Lang
    around: Around

    def nodes(self, chosen: Sequence[NodeKey]) -> tuple[GraphNode, ...]:
        """Say who each record is; where it stands is not known yet."""
        drawn = set(chosen)
        return tuple(self._node(key, drawn) for key in chosen)

    def _node(self, key: NodeKey, drawn: set[NodeKey]) -> GraphNode:
        ws, terms = self.shown.adjacent.ws, self.shown.adjacent.terms
        ref, segment = ref_of(ws, terms, self.lang, key), key[0] == "segment"
        return GraphNode(
            id=_name(ws, key),
            type=key[0],
            record=key[1],
            name=ref.name,
            name_en=ref.name_en,
            status=_status(ws, terms, key),
            stage=_stage(ws, key[1], self.around.chain) if segment else None,
            gap=self._gravest(key[1]) if segment else None,
            more=len(self.shown.beside(key) - drawn),
            x=0,
            y=0,
        )

    def _gravest(self, segment: str) -> GapBadge | None:
        """Pick the gap of a segment that stands first: a confirmed one before a question."""
        ws, terms, chain = self.shown.adjacent.ws, self.shown.adjacent.terms, self.around.chain
        rows = ws.gaps_on(terms, segment)
        row = min(rows, key=lambda row: STANDINGS.index(row.standing), default=None)
        if row is None:
            return None
        badge = gap_badge(ws, row, "zh")
        return badge if chain is None else beside(badge, rows_in(ws, terms, [chain]))

    def edges(self, chosen: Sequence[NodeKey]) -> tuple[GraphEdge, ...]:
        """List the relations between records, then what kinds inherit of them."""
        ws = self.shown.adjacent.ws
        names = {key: _name(ws, key) for key in chosen}
        own = sorted(
            (
                each
                for key in chosen
                for each in self.shown.ties(key)
                if each.source == key and each.target in names
            ),
            key=order,
        )
        known = {(each.id, each.source[1], each.target[1]) for each in own}
        inherited = [
            each
            for fact, member, kind in dict.fromkeys(self.around.inherited)
            if (fact, member, kind) not in known
            for each in inherited_supply(ws, fact, (member, kind))
            if each.source in names and each.target in names
        ]
        return tuple(_edge(each, names) for each in (*own, *inherited))


def _stage(ws: Workspace, segment: str, chain: str | None) -> Stage | None:
    """Give the stage of a segment in the chain asked, else where it is nearest to making."""
    places = ws.places.get(segment, ())
    asked = [place.stage for place in places if place.chain == chain]
    order: tuple[Stage, ...] = ("midstream", "downstream", "upstream", "supporting")
    return min(asked or [place.stage for place in places], key=order.index, default=None)


def _name(ws: Workspace, key: NodeKey) -> str:
    """Name a node: the first type of `NODE_TYPES` keeps an id that several types share."""
    kind, record = key
    shelves = ((each, getattr(ws.facts, FIELD_OF_TYPE[each])) for each in NODE_TYPES)
    owner = next((each for each, shelf_ in shelves if record in shelf_), kind)
    return record if owner == kind else f"{kind}:{record}"


def _status(ws: Workspace, terms: Terms, key: NodeKey) -> str | None:
    kind, record = key
    if kind == "segment":
        return ws.local_status(terms, record)
    if kind == "enterprise":
        return ws.facts.enterprises[record].status
    return ws.gap_rows(terms)[record].standing if kind == "gap" else None


def _edge(tie: Tie, names: Mapping[NodeKey, str]) -> GraphEdge:
    return GraphEdge(
        source=names[tie.source],
        target=names[tie.target],
        relation=tie.relation,
        id=tie.id,
        essential=tie.essential,
        by_product=tie.by_product,
        basis=tie.evidence[0].basis if tie.evidence else "derived",
    )
