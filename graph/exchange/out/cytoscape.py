"""CX2, the form of Cytoscape 3.10 and later: names, kinds, places and colours in one file.

Places stand at the nodes; looks are mapped from attributes, so that people can change the mapping
in Cytoscape and keep the data. Specification: cytoscape.org/cx/cx2/specification.
"""

import json
from collections.abc import Iterable, Mapping

from graph.exchange.out.graph_files import edge_attributes, node_attributes
from graph.exchange.out.picture import HEIGHT, GraphLooks, Mark
from graph.exchange.out.whole_graph import AttributeValue, WholeGraph

_Told = dict[str, AttributeValue]
_LOOKS = {
    "NODE_LABEL": "label",
    "NODE_BACKGROUND_COLOR": "ground_colour",
    "NODE_BORDER_COLOR": "border_colour",
    "NODE_LABEL_COLOR": "label_colour",
    "NODE_SHAPE": "shape",
    "NODE_WIDTH": "width",
}
"""Which attribute says how a node looks."""
_SHAPES = {"box": "rectangle", "ellipse": "ellipse"}
_TYPES = {bool: "boolean", int: "integer", float: "double", str: "string"}


def cx2(whole: WholeGraph, picture: GraphLooks) -> str:
    """Write CX2; every node of `whole` has its mark in the picture."""
    numbers = {node.key: number for number, node in enumerate(whole.nodes)}
    nodes = [node_attributes(node) | _look(picture.marks[node.key]) for node in whole.nodes]
    edges = [
        edge_attributes(edge) | {"interaction": picture.relations[edge.relation]}
        for edge in whole.edges
    ]
    about = {"name": whole.about["title"], **whole.about}
    declared = {
        "networkAttributes": _declared([about]),
        "nodes": _declared(nodes),
        "edges": _declared(edges),
    }
    return _written(
        {
            "attributeDeclarations": [declared],
            "networkAttributes": [about],
            "nodes": [
                {"id": numbers[node.key], **_place(picture.marks[node.key]), "v": told}
                for node, told in zip(whole.nodes, nodes, strict=True)
            ],
            "edges": [
                {"id": number, "s": numbers[edge.source], "t": numbers[edge.target], "v": told}
                for number, (edge, told) in enumerate(zip(whole.edges, edges, strict=True))
            ],
            "visualProperties": [_style(picture)],
        }
    )


def _place(mark: Mark) -> Mapping[str, float]:
    return {"x": mark.x, "y": mark.y}


def _look(mark: Mark) -> _Told:
    return {
        "label": mark.label,
        "ground_colour": mark.ground,
        "border_colour": mark.border,
        "label_colour": mark.ink,
        "shape": _SHAPES[mark.shape],
        "width": mark.width,
    }


def _declared(every: Iterable[_Told]) -> Mapping[str, Mapping[str, str]]:
    """The type of each attribute, in order of name."""
    types = {name: _TYPES[type(value)] for told in every for name, value in told.items()}
    return {name: {"d": types[name]} for name in sorted(types)}


def _style(picture: GraphLooks) -> Mapping[str, object]:
    """How attributes become looks."""
    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {"NODE_HEIGHT": HEIGHT, "NODE_BORDER_WIDTH": 1.0, "NODE_LABEL_FONT_SIZE": 12},
            "edge": {
                "EDGE_LINE_COLOR": picture.line,
                "EDGE_TARGET_ARROW_SHAPE": "triangle",
                "EDGE_TARGET_ARROW_COLOR": picture.line,
            },
        },
        "nodeMapping": {look: _passed(name) for look, name in _LOOKS.items()},
        "edgeMapping": {"EDGE_TOOLTIP": _passed("interaction")},
    }


def _passed(name: str) -> Mapping[str, object]:
    return {"type": "PASSTHROUGH", "definition": {"attribute": name}}


def _written(aspects: Mapping[str, list[object]]) -> str:
    counts = [{"name": name, "elementCount": len(each)} for name, each in aspects.items()]
    parts: list[object] = [
        {"CXVersion": "2.0", "hasFragments": False},
        {"metaData": counts},
        *({name: each} for name, each in aspects.items()),
        {"status": [{"success": True}]},
    ]
    return json.dumps(parts, ensure_ascii=False, indent=0) + "\n"
