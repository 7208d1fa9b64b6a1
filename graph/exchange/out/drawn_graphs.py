"""GraphML and GEXF: the whole graph with names, places and colours as others look for them.

Gephi, Cytoscape and networkx read plain attributes, yEd the shapes of its own namespace, which
the others pass over. Gephi and charts count y upwards, screens and yEd downwards. Who gives a node
one colour only gets that of its border: grounds are pale.
"""

import io
from typing import TYPE_CHECKING

from graph.exchange.out.graph_files import as_networkx, printable
from graph.exchange.out.picture import HEIGHT, UNDRAWN, GraphLooks, Mark
from graph.exchange.out.whole_graph import AttributeValue, WholeGraph

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import networkx as nx

YED = "http://www.yworks.com/xml/graphml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
_SHAPES = {"box": "rectangle", "ellipse": "ellipse"}


def graphml(whole: WholeGraph, picture: GraphLooks = UNDRAWN) -> str:
    """Write GraphML (graphml.graphdrawing.org); with a picture, yEd's shapes stand beside it."""
    from xml.etree.ElementTree import tostring  # noqa: PLC0415 - heavy, as all that writes XML

    from networkx.readwrite.graphml import GraphMLWriter  # noqa: PLC0415

    graph = _labelled(whole, picture)
    for key, mark in picture.marks.items():
        graph.nodes[key].update(x=mark.x, y=0.0 - mark.y, color=mark.border)
    writer = GraphMLWriter(graph, encoding="utf-8")
    _say_first_what_it_is(writer.xml)
    if picture.marks:
        _shape(writer.xml, picture, graph)
    writer.indent(writer.xml)
    return f"{_DECLARED}\n{tostring(writer.xml, encoding='unicode')}\n"


def gexf(whole: WholeGraph, picture: GraphLooks = UNDRAWN) -> str:
    """Write GEXF 1.2 (gexf.net) with labels; edges keep their fact's id as an attribute.

    It is dated by the edition, so that the same data gives the same bytes on any day.
    """
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415

    graph = _labelled(whole, picture)
    for key, mark in picture.marks.items():
        graph.nodes[key]["viz"] = {
            "color": _parts(mark.border),
            "position": {"x": mark.x, "y": 0.0 - mark.y, "z": 0.0},
        }
    writer = GEXFWriter(encoding="utf-8", version="1.2draft")
    writer.add_graph(graph)
    # What networkx says there: a name, for which the schema has no place, and today's date.
    del writer.graph_element.attrib["name"]
    _describe(writer.xml.find("meta"), printable(whole.about))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue().decode("utf-8") + "\n"


def _labelled(whole: WholeGraph, picture: GraphLooks) -> "nx.MultiDiGraph[str]":
    """The graph with a label on each node, and on each relation that has a word."""
    graph = as_networkx(whole)
    for key, attributes in graph.nodes(data=True):
        mark = picture.marks.get(key)
        attributes.update(printable({"label": mark.label if mark else attributes["name"]}))
    for _source, _target, attributes in graph.edges(data=True):
        if attributes["relation"] in picture.relations:
            attributes["label"] = picture.relations[attributes["relation"]]
    return graph


def _parts(colour: str) -> dict[str, int]:
    """Red, green and blue.

    >>> _parts("#0b5fa5")
    {'r': 11, 'g': 95, 'b': 165}
    """
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return {"r": red, "g": green, "b": blue}


def _describe(meta: "Element", about: dict[str, AttributeValue]) -> None:
    meta.clear()
    meta.set("lastmodifieddate", str(about["edition_date"]))
    for name, text in (
        ("creator", "liantu"),
        ("description", "\n".join(f"{key}: {value}" for key, value in about.items())),
    ):
        child = meta.makeelement(name, {})
        child.text = text
        meta.append(child)


def _say_first_what_it_is(root: "Element") -> None:
    """What is said of the graph after its nodes, Cytoscape takes for words on the last edge."""
    graph = root.find("graph")
    assert graph is not None  # noqa: S101 - written just now
    about = graph.findall("data")
    for each in about:
        graph.remove(each)
    graph[:0] = about


def _shape(root: "Element", picture: GraphLooks, graph: "nx.MultiDiGraph[str]") -> None:
    """Add what yEd draws; first of all, so that who reads both keeps the plain attributes."""
    from xml.etree.ElementTree import register_namespace  # noqa: PLC0415

    register_namespace("y", YED)
    for kind in ("edge", "node"):
        told = {"id": f"yed_{kind}", "for": kind, "yfiles.type": f"{kind}graphics"}
        root.insert(0, root.makeelement("key", told))
    for node in root.iter("node"):
        mark = picture.marks.get(node.get("id", ""))
        if mark is not None:
            _draw_node(_first_data(node, "yed_node"), mark)
    for edge, (_source, _target, told) in zip(
        root.iter("edge"), graph.edges(data=True), strict=True
    ):
        _draw_edge(_first_data(edge, "yed_edge"), told.get("label", ""), picture.line)


def _first_data(owner: "Element", key: str) -> "Element":
    data = owner.makeelement("data", {"key": key})
    owner.insert(0, data)
    return data


def _draw_node(data: "Element", mark: Mark) -> None:
    shape = _add(data, "ShapeNode")
    left, top = mark.x - mark.width / 2, mark.y - HEIGHT / 2
    _add(shape, "Geometry", height=HEIGHT, width=mark.width, x=left, y=top)
    _add(shape, "Fill", color=mark.ground, transparent="false")
    line = "dashed" if mark.dashed else "line"
    _add(shape, "BorderStyle", color=mark.border, type=line, width=1.0)
    _add(shape, "NodeLabel", textColor=mark.ink).text = str(printable({"": mark.label})[""])
    _add(shape, "Shape", type=_SHAPES[mark.shape])


def _draw_edge(data: "Element", label: str, colour: str) -> None:
    line = _add(data, "PolyLineEdge")
    _add(line, "LineStyle", color=colour, type="line", width=1.0)
    _add(line, "Arrows", source="none", target="standard")
    _add(line, "EdgeLabel").text = label


def _add(owner: "Element", name: str, **told: str | float) -> "Element":
    child = owner.makeelement(f"{{{YED}}}{name}", {key: str(value) for key, value in told.items()})
    owner.append(child)
    return child
