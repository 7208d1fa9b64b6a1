"""What lies around a record of the whole graph, within some steps and a limit.

The walk goes along relations in either direction, nearest first; what the limit leaves out is
said. Where the nodes stand is for a picture to say: here all of them stand at (0, 0).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from graph.analysis.gaps import GapRow
from graph.answers.chains import enterprises_of, segments_of
from graph.answers.echo import echo
from graph.answers.gap_names import gap_name
from graph.answers.names import resolve
from graph.answers.offered import DEFAULT_TYPES, NODE_TYPES, NodeType
from graph.answers.relations import NodeKey, Tie, gap_items, inherited_supply, ties
from graph.answers.shapes import GapBadge, GapItem, Ref
from graph.answers.shapes.graph import GraphBody, GraphEdge, GraphNode
from graph.answers.workspace import Workspace
from graph.errors import BadParameterError, UnknownNameError
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
class _Graph:
    """The relations between the records that may be drawn."""

    ties: list[Tie]
    gaps: Mapping[str, GapItem]
    adjacent: dict[NodeKey, list[NodeKey]]


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

    Linear in the relations of the dataset.
    """
    center = None if around.center is None else _center(ws, terms, around.center)
    opened = [_center(ws, terms, each) for each in around.opened]
    drawn = [_center(ws, terms, each) for each in around.also]
    named = list(dict.fromkeys([*([center] if center else []), *drawn, *opened]))
    types = {*around.types, *(kind for kind, _ in named)}
    graph = _graph(ws, terms, lang, types, around.chain, named)
    graph = replace(graph, ties=[*graph.ties, *_inherited(ws, graph, around)])
    whole = not center and not drawn
    walk = _Walk(graph, lambda key: (not _is_known(ws, terms, key), _order(key)), around.fan)
    if whole:
        found = walk.reach(_known_first(ws, terms, graph), len(graph.adjacent))
        # what nothing ties to anything belongs to the whole, too
        found += sorted(graph.adjacent.keys() - set(found), key=_order)
    else:
        found = walk.reach(named, around.hops if center else 0, opened)
    chosen = found[: around.limit]
    nodes, edges = _drawn(ws, terms, graph, chosen, around.chain)
    return GraphBody(
        **echo(ws, terms),
        center=_ref(ws, graph, center) if center else None,
        nodes=nodes,
        edges=edges,
        truncated=len(found) > len(chosen),
    )


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


def _graph(  # noqa: PLR0913, PLR0917 - what bounds the graph
    ws: Workspace,
    terms: Terms,
    lang: Lang,
    types: set[NodeType],
    chain: str | None,
    named: list[NodeKey],
) -> _Graph:
    key = ws.settle(terms), lang, frozenset(types)
    whole = ws.drawn.get(key, lambda: _related(ws, terms, lang, types))
    assert isinstance(whole, _Graph)  # noqa: S101 - nothing else is kept there
    if chain is None:
        return whole
    keys = chain_keys(ws, chain, whole.gaps.values()) | set(named)
    return _among(whole.ties, whole.gaps, whole.adjacent.keys() & keys)


def _related(ws: Workspace, terms: Terms, lang: Lang, types: set[NodeType]) -> _Graph:
    """Relate all records of some types."""
    gaps = gap_items(ws, terms, lang) if "gap" in types else []
    return _among(ties(ws, gaps), {gap.id: gap for gap in gaps}, _records(ws, gaps, types))


def _among(found: Iterable[Tie], gaps: Mapping[str, GapItem], keys: Set[NodeKey]) -> _Graph:
    """Keep the relations between some records."""
    kept = [tie for tie in found if tie.source in keys and tie.target in keys]
    adjacent: dict[NodeKey, list[NodeKey]] = {key: [] for key in sorted(keys, key=_order)}
    for tie in kept:
        adjacent[tie.source].append(tie.target)
        adjacent[tie.target].append(tie.source)
    return _Graph(kept, gaps, adjacent)


def _inherited(ws: Workspace, graph: _Graph, around: Around) -> list[Tie]:
    if not around.inherited:
        return []
    known = {(tie.id, tie.source[1], tie.target[1]) for tie in graph.ties}
    asked = [each for each in dict.fromkeys(around.inherited) if each not in known]
    found = (inherited_supply(ws, fact, (member, kind)) for fact, member, kind in asked)
    return [tie for tie in found if tie]


def _records(ws: Workspace, gaps: Iterable[GapItem], types: set[NodeType]) -> set[NodeKey]:
    shelves: dict[NodeType, Iterable[str]] = {
        "segment": ws.facts.segments,
        "enterprise": ws.facts.enterprises,
        "gap": [gap.id for gap in gaps],
        "chain": ws.facts.chains,
        "industry": ws.facts.industries,
        "region": ws.facts.regions,
    }
    return {(kind, each) for kind in types for each in shelves[kind]}


def chain_keys(ws: Workspace, chain: str, gaps: Iterable[GapItem]) -> set[NodeKey]:
    """Collect the records of a chain: itself, its industry, segments, enterprises and gaps."""
    segments = segments_of(ws, [chain])
    found: set[NodeKey] = {("chain", chain), ("industry", ws.facts.chains[chain].industry)}
    found |= {("segment", each) for each in segments}
    found |= {("enterprise", each) for each in enterprises_of(ws, [chain], segments)}
    return found | {("gap", gap.id) for gap in gaps if chain in {ref.id for ref in gap.chains}}


def _order(key: NodeKey) -> tuple[int, str]:
    return (NODE_TYPES.index(key[0]), key[1])


def _is_known(ws: Workspace, terms: Terms, key: NodeKey) -> bool:
    """Whether something is known of a record: not a stage inside a plant, not an open question."""
    return key[0] != "segment" or ws.local_status(terms, key[1]) not in {"unknown", None}


def _known_first(ws: Workspace, terms: Terms, graph: _Graph) -> list[NodeKey]:
    """List what the documents say something of: the places to start from in a whole graph."""
    here, number = ws.frame(terms).situation, ws.network.number
    unsaid = {"unknown", None}
    return [
        key
        for key in graph.adjacent
        if key[0] != "segment" or here.local_status(number(key[1])) not in unsaid
    ]


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk from record to record; each brings in `fan` new ones at most, in order of rank."""

    graph: _Graph
    rank: Callable[[NodeKey], tuple[bool, tuple[int, str]]]
    fan: int | None

    def reach(
        self, seeds: list[NodeKey], hops: int, opened: Sequence[NodeKey] = ()
    ) -> list[NodeKey]:
        """Walk from the seeds, nearest first; then once around the opened, without a bound."""
        found = dict.fromkeys(seeds)
        ring = seeds
        for _ in range(hops):
            ring = self._ring(ring, found, self.fan)
            if not ring:
                break
            found |= dict.fromkeys(ring)
        return list(found | dict.fromkeys(self._ring(opened, found, None)))

    def _ring(
        self, ring: Sequence[NodeKey], found: Mapping[NodeKey, None], fan: int | None
    ) -> list[NodeKey]:
        """List the new neighbours of a ring by type and id."""
        brought: dict[NodeKey, None] = {}
        for key in ring:
            new = {each for each in self.graph.adjacent[key] if each not in found}
            if fan is not None and len(new) > fan:
                new = set(sorted(new, key=self.rank)[:fan])
            brought |= dict.fromkeys(new)
        return sorted(brought, key=_order)


def _drawn(
    ws: Workspace, terms: Terms, graph: _Graph, chosen: list[NodeKey], chain: str | None
) -> tuple[tuple[GraphNode, ...], tuple[GraphEdge, ...]]:
    drawn = set(chosen)
    kept = [tie for tie in graph.ties if tie.source in drawn and tie.target in drawn]
    named, gaps = _Names(ws), _gravest(ws, terms)
    nodes = tuple(
        _node(ws, terms, graph, key, named.id(key)).model_copy(
            update={
                "stage": _stage(ws, key[1], chain) if key[0] == "segment" else None,
                "gap": gaps.get(key[1]) if key[0] == "segment" else None,
                "more": len(set(graph.adjacent[key]) - drawn),
            }
        )
        for key in chosen
    )
    return nodes, tuple(_edge(tie, named) for tie in kept)


def _gravest(ws: Workspace, terms: Terms) -> dict[str, GapBadge]:
    """Pick the gap of each segment that stands first: a confirmed one before a question."""
    found: dict[str, GapRow] = {}
    for row in ws.gap_rows(terms).values():
        known = found.get(row.segment or "")
        if row.segment and (
            known is None or STANDINGS.index(row.standing) < STANDINGS.index(known.standing)
        ):
            found[row.segment] = row
    return {
        segment: GapBadge(
            id=row.id,
            name=gap_name(ws, row, "zh"),
            kind=row.kind,
            origin=row.origin,
            standing=row.standing,
        )
        for segment, row in found.items()
    }


def _stage(ws: Workspace, segment: str, chain: str | None) -> Stage | None:
    """Give the stage of a segment in the chain asked, else where it is nearest to making."""
    places = ws.places.get(segment, ())
    asked = [place.stage for place in places if place.chain == chain]
    order: tuple[Stage, ...] = ("midstream", "downstream", "upstream", "supporting")
    return min(asked or [place.stage for place in places], key=order.index, default=None)


class _Names:
    """Ids of nodes: the first type of `NODE_TYPES` keeps an id that several types share."""

    def __init__(self, ws: Workspace) -> None:
        facts = ws.facts
        shelves: list[Iterable[str]] = [
            facts.segments,
            facts.enterprises,
            facts.gaps,
            facts.chains,
            facts.industries,
            facts.regions,
        ]
        self._owner: dict[str, NodeType] = {}
        for kind, shelf in zip(NODE_TYPES, shelves, strict=True):
            for each in shelf:
                self._owner.setdefault(each, kind)

    def id(self, key: NodeKey) -> str:
        kind, record = key
        return record if self._owner.get(record, kind) == kind else f"{kind}:{record}"


def _node(ws: Workspace, terms: Terms, graph: _Graph, key: NodeKey, id_: str) -> GraphNode:
    """Say who a node is; where it stands is not known yet."""
    ref = _ref(ws, graph, key)
    return GraphNode(
        id=id_,
        type=key[0],
        record=key[1],
        name=ref.name,
        name_en=ref.name_en,
        status=_status(ws, terms, graph, key),
        stage=None,
        x=0,
        y=0,
    )


def _ref(ws: Workspace, graph: _Graph, key: NodeKey) -> Ref:
    kind, record = key
    if kind != "gap":
        return ws.ref(kind, record)
    return Ref(type="gap", id=record, name=graph.gaps[record].name)


def _status(ws: Workspace, terms: Terms, graph: _Graph, key: NodeKey) -> str | None:
    kind, record = key
    if kind == "segment":
        return ws.local_status(terms, record)
    if kind == "enterprise":
        return ws.facts.enterprises[record].status
    return graph.gaps[record].standing if kind == "gap" else None


def _edge(tie: Tie, named: _Names) -> GraphEdge:
    return GraphEdge(
        source=named.id(tie.source),
        target=named.id(tie.target),
        relation=tie.relation,
        id=tie.id,
        essential=tie.essential,
        by_product=tie.by_product,
        basis=tie.evidence[0].basis if tie.evidence else "derived",
    )
