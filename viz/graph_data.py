"""The picture of the graph as it is written into the page: short, for it has thousands of edges."""

from collections.abc import Mapping, Sequence
from typing import TypedDict


class Foot(TypedDict):
    """Where the stages end and what belongs to none begins, with a word for that."""

    top: float
    word: str


class GraphData(TypedDict):
    """What the script draws."""

    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]
    bands: list[dict[str, object]]
    foot: Foot | None
    center: str | None
    path: list[tuple[str, str]]


class PackedEdges(TypedDict):
    """Edges as rows of numbers: ends by place among the nodes, codes by place in their lists."""

    relations: list[str]
    bases: list[str]
    rows: list[tuple[int, int, str, int, int, int]]


FAINT, GRAVE = 1, 2
LOOK = ("css", "word", "status", "type", "stage")
"""What many nodes have in common."""
_SAID_BY_OTHERS = frozenset({"label", "key", *LOOK})


def packed(picture: GraphData) -> dict[str, object]:
    """Give a picture as the page holds it; `graph-data.js` writes it out again."""
    nodes, edges = picture["nodes"], picture["edges"]
    looks = list(dict.fromkeys(tuple(node[name] for name in LOOK) for node in nodes))
    short = [_packed(node, looks) for node in nodes]
    return {**picture, "looks": looks, "nodes": short, "edges": packed_edges(edges, nodes)}


def _packed(node: Mapping[str, object], looks: list[tuple[object, ...]]) -> dict[str, object]:
    """Leave out what is empty, and what id, type, mark and name say already."""
    kept = {name: value for name, value in node.items() if value and name not in _SAID_BY_OTHERS}
    mark = str(node["label"]).removesuffix(str(node["name"])).strip()
    if mark:
        kept["mark"] = mark
    if node["key"] != f"{node['type']}:{node['id']}":
        kept["key"] = node["key"]
    return kept | {"look": looks.index(tuple(node[name] for name in LOOK))}


def packed_edges(
    edges: Sequence[Mapping[str, object]], nodes: Sequence[Mapping[str, object]]
) -> PackedEdges:
    """Edges in rows; the id of one ends with its ends, which are left out.

    >>> packed_edges([{"from": "a", "to": "b", "id": "x|a|b", "relation": "supplies", "faint": True,
    ...                "basis": "stated", "grave": False}], [{"id": "b"}, {"id": "a"}])
    {'relations': ['supplies'], 'bases': ['stated'], 'rows': [(1, 0, 'x', 0, 0, 1)]}
    """
    place = {node["id"]: number for number, node in enumerate(nodes)}
    relations = sorted({str(edge["relation"]) for edge in edges})
    bases = sorted({str(edge["basis"]) for edge in edges})
    rows = [
        (
            place[edge["from"]],
            place[edge["to"]],
            str(edge["id"]).removesuffix(f"|{edge['from']}|{edge['to']}"),
            relations.index(str(edge["relation"])),
            bases.index(str(edge["basis"])),
            FAINT * bool(edge["faint"]) + GRAVE * bool(edge["grave"]),
        )
        for edge in edges
    ]
    return {"relations": relations, "bases": bases, "rows": rows}
