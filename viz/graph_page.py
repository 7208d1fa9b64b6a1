"""图谱: the graph as a picture, or as the list of the same records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise
from urllib.parse import urlencode

from graph.answers.gap_lines import WaitedFor
from graph.answers.shapes import PathBody, Ref
from graph.answers.shapes.graph import GraphBody, GraphEdge, GraphNode
from graph.message import _
from graph.model.vocabulary import STAGES, Lang
from viz import style
from viz.chrome import Chrome
from viz.graph_data import Foot, GraphData, packed
from viz.graph_layout import ROW, at_the_foot
from viz.leaves import ROWS, Leaf
from viz.queries import PageProblem
from viz.render import render
from viz.style import Look
from viz.words import PageWords

MOST_GAPS = 12
"""Gaps that the empty panel lists."""
GLYPHS = {"check": "✓", "half": "◐", "build": "△", "plus": "＋", "cross": "✕", "query": "?",
          "inner": "▣", "alert": "!", "note": "≡"}  # fmt: skip
"""The icons of `viz.style` as characters: a canvas knows no sprite."""
SHOWN_TYPES = "segment,enterprise"
"""What a page draws unless asked for more: a gap on a segment shows on the segment."""
_LOOSE = _("链上企业，所做环节不在图中")
OPERATING, PLACE = "n-firm", "n-place"
"""Looks of operating firms, and of chains, industries and regions."""


@dataclass(frozen=True, slots=True)
class GraphQuery:
    """What a link to the graph asks for, as it was written; the address of a page holds it all.

    `type` says what is drawn; `status`, `standing` and `basis` what of it is shown, all where
    empty; `open` are records with all their neighbours; `from_` and `to` ask for a path.
    """

    center: str = ""
    chain: str = ""
    hops: int = 1
    whole: str = ""
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    from_: str = ""
    to: str = ""
    selected: str = ""
    view: str = ""
    page: int | None = None

    def address(self, chrome: Chrome, **changes: object) -> str:
        """The link of this view with some changes."""
        asked = replace(self, **changes)  # type: ignore[arg-type] # names of fields
        default = GraphQuery()
        pairs = [
            (each.name.rstrip("_"), value)
            for each in fields(asked)
            if (value := getattr(asked, each.name)) != getattr(default, each.name)
        ]
        return "/graph?" + urlencode([*pairs, *chrome.links.keep], doseq=True)

    def drawn(self, graph: GraphBody) -> dict[str, str]:
        """What the picture of this view asks of `/api/v1/graph.svg`; filters do not reach it."""
        center = graph.center
        return {
            "center": f"{center.type}:{center.id}" if center else "",
            "chain": self.chain,
            "hops": str(self.hops),
            "limit": str(max(len(graph.nodes), 1)),
            "types": ",".join(sorted({node.type for node in graph.nodes})) or SHOWN_TYPES,
        }


@dataclass(frozen=True, slots=True)
class GraphView:
    """A graph with its sentence, its path if one was asked for, and the gaps worth a look.

    `firms` are the numbers of makers that are folded into their segment.
    """

    graph: GraphBody
    headline: str
    gaps: tuple[WaitedFor, ...]
    path: PathBody | None = None
    firms: Mapping[str, int] = field(default_factory=dict)


def graph_page(
    chrome: Chrome, drawn: GraphView | None, query: GraphQuery, problem: PageProblem | None = None
) -> str:
    """`/graph?center=&chain=&…`: the picture, `view=list` the list; or why there is neither."""
    names: dict[str, object] = {"query": query, "problem": problem, "drawn": drawn}
    if drawn is None:
        return render("graph.html", chrome, data=None, gaps=(), shown=(), **names)
    lang = chrome.lang
    if query.view == "list":
        passing = [node for node in drawn.graph.nodes if _passes(node, query)]
        leaf = Leaf(query.page or 1, ROWS, len(passing))
        shown = tuple(_rows(drawn.graph, passing[leaf.part]))
        return render("graph.html", chrome, data=None, gaps=(), shown=shown, leaf=leaf, **names)
    data, gaps = packed(picture(drawn, lang)), _with_nodes(drawn)
    return render("graph.html", chrome, data=data, gaps=gaps, shown=(), **names)


def picture(drawn: GraphView, lang: Lang) -> GraphData:
    """The nodes, edges and stages of the picture, as the script draws them."""
    graph = drawn.graph
    grave = {node.id for node in graph.nodes if _is_gap(node)}
    index = _index(graph)
    center = graph.center
    steps = [pair for path in (drawn.path.paths if drawn.path else ()) for pair in pairwise(path)]
    return {
        "nodes": [_node(node, drawn.firms, lang) for node in graph.nodes],
        "edges": [_edge(edge, grave) for edge in graph.edges],
        "bands": list(_bands(graph, lang)),
        "foot": foot_of(graph, lang),
        "center": index.get((center.type, center.id)) if center else None,
        "path": sorted({(one.segment.id, other.segment.id) for one, other in steps}),
    }


def _node(node: GraphNode, firms: Mapping[str, int], lang: Lang) -> dict[str, object]:
    look, css = _look(node)
    name = PageWords(lang).name(Ref(type=node.type, id=node.record, name=node.name,
                                name_en=node.name_en))  # fmt: skip
    folded = firms.get(node.record, 0) if node.type == "segment" else 0
    return {
        "id": node.id,
        "key": f"{node.type}:{node.record}",
        "type": node.type,
        "name": name,
        "label": f"{GLYPHS.get(look.icon, '') if look else ''} {name}".strip(),
        "firms": folded,
        "css": css,
        "word": look.label(lang) if look else "",
        "status": (node.status or "captive") if node.type == "segment" else None,
        "standing": _standing(node),
        "gap": style.standing_look(node.gap).short(lang) if node.gap else "",
        "grave": _is_gap(node),
        "more": node.more,
        "stage": node.stage,
        "x": node.x,
        "y": node.y,
    }


def _look(node: GraphNode) -> tuple[Look | None, str]:
    """The look of a node and its class; only a gap is red, what is unknown stays neutral."""
    if node.type == "segment":
        return (look := style.status_look(node.status)), look.css
    if node.type == "gap":
        look = style.STANDING[node.status or "noted"]
        return look, "s-absent" if node.status == "confirmed" else look.css
    if node.type == "enterprise":
        look = style.ENTERPRISE[node.status or "operating"]
        return look, OPERATING if node.status == "operating" else look.css
    return None, PLACE


def _is_gap(node: GraphNode) -> bool:
    """Whether it is drawn as a gap: a confirmed one of the chain drawn, if one is."""
    return _standing(node) == "confirmed" and not (node.gap and node.gap.elsewhere)


def _standing(node: GraphNode) -> str | None:
    """The standing of a gap, or of the gap on a segment."""
    return node.gap.standing if node.gap else node.status if node.type == "gap" else None


def _edge(edge: GraphEdge, grave: set[str]) -> dict[str, object]:
    return {
        "from": edge.source,
        "to": edge.target,
        "id": f"{edge.id}|{edge.source}|{edge.target}",
        "relation": edge.relation,
        "basis": edge.basis,
        "faint": edge.relation != "supplies" or edge.essential is False,
        "grave": edge.source in grave and edge.relation in {"supplies", "blocks", "gap_on"},
    }


def _bands(graph: GraphBody, lang: Lang) -> Iterator[dict[str, object]]:
    """The stages behind the nodes: their word, and from where to where they reach."""
    words = PageWords(lang)
    for stage in STAGES:
        xs = [node.x for node in graph.nodes if node.stage == stage]
        if xs:
            yield {
                "stage": stage,
                "word": words.coded(f"stage_{stage}"),
                "left": min(xs),
                "right": max(xs),
            }


def foot_of(graph: GraphBody, lang: Lang) -> Foot | None:
    """Where the stages end and the firms that belong to none begin, with a word for these."""
    loose = set(at_the_foot(graph))
    top = min((node.y for node in graph.nodes if node.id in loose), default=None)
    return None if top is None else {"top": top - 0.9 * ROW, "word": _LOOSE.text(lang)}


def _index(graph: GraphBody) -> dict[tuple[str, str], str]:
    """The ids of nodes by type and record."""
    found: dict[tuple[str, str], str] = {}
    for node in graph.nodes:
        found[node.type, node.record] = node.id
    return found


def _with_nodes(drawn: GraphView) -> list[tuple[WaitedFor, str | None]]:
    """The gaps worth a look with their nodes, if they are drawn."""
    nodes = _index(drawn.graph)
    found = []
    for gap in drawn.gaps:
        own = nodes.get(("gap", gap.gap.id))
        found.append((gap, nodes.get(("segment", gap.segment.id), own) if gap.segment else own))
    return found


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A record of the list: its node, its look, and its links either way."""

    node: GraphNode
    look: Look | None
    before: tuple[GraphNode, ...]
    after: tuple[GraphNode, ...]


def _rows(graph: GraphBody, shown: Sequence[GraphNode]) -> Iterator[NodeRow]:
    """The records shown, with whom each has links."""
    by_id = {node.id: node for node in graph.nodes}
    before: dict[str, list[GraphNode]] = {}
    after: dict[str, list[GraphNode]] = {}
    for edge in graph.edges:
        before.setdefault(edge.target, []).append(by_id[edge.source])
        after.setdefault(edge.source, []).append(by_id[edge.target])
    for node in shown:
        links = tuple(before.get(node.id, ())), tuple(after.get(node.id, ()))
        yield NodeRow(node, _look(node)[0], *links)


def _passes(node: GraphNode, query: GraphQuery) -> bool:
    standing = _standing(node)
    status = (node.status or "captive") if node.type == "segment" else None
    return (not query.status or status is None or status in query.status) and (
        not query.standing or standing in query.standing
    )
