"""Graph files: a networkx graph, node-link JSON and a Cypher script of the same whole graph."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.exchange.out.whole_graph import AttributeValue, ExportedEdge, ExportedNode, WholeGraph

if TYPE_CHECKING:
    import networkx as nx

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_networkx(whole: WholeGraph) -> "nx.MultiDiGraph[str]":
    """Build the networkx graph whose nodes are `type:id`; no two of its edges have one key.

    A key is the id of the fact. Members of one group share that: the second has `:2` behind it.
    """
    import networkx as nx  # noqa: PLC0415 - heavy, and only needed for files

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(whole.about)
    for node in whole.nodes:
        graph.add_node(node.key, **printable(node_attributes(node)))
    met: Counter[str] = Counter()
    for edge in whole.edges:
        met[edge.id] += 1
        key = edge.id if met[edge.id] == 1 else f"{edge.id}:{met[edge.id]}"
        graph.add_edge(edge.source, edge.target, key=key, **printable(edge_attributes(edge)))
    return graph


def printable(attributes: dict[str, AttributeValue]) -> dict[str, AttributeValue]:
    """Drop the control characters that XML cannot hold."""
    return {
        name: _NO_XML.sub("", value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def node_attributes(node: ExportedNode) -> dict[str, AttributeValue]:
    """What a file says of a node."""
    return {"type": node.type, "fact": node.id, **node.attributes}


def edge_attributes(edge: ExportedEdge) -> dict[str, AttributeValue]:
    """What a file says of an edge."""
    return {"relation": edge.relation, "fact": edge.id, **edge.attributes}


def graph_json(whole: WholeGraph) -> str:
    """Write node-link JSON as networkx reads it (`node_link_graph(…, edges="edges")`).

    Sorted, so that the same data gives the same bytes.
    """
    body = {
        "directed": True,
        "multigraph": True,
        "graph": whole.about,
        "nodes": [{"id": node.key, **node_attributes(node)} for node in whole.nodes],
        "edges": [
            {"source": e.source, "target": e.target, "key": e.id, **edge_attributes(e)}
            for e in whole.edges
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def cypher(whole: WholeGraph) -> Iterator[str]:
    """Yield a Cypher script that makes the graph in an empty database, statement by statement.

    Text is written as quoted literals with every special character escaped.
    """
    about = whole.about
    for label in sorted({node.label for node in whole.nodes}):
        yield (
            f"CREATE CONSTRAINT {label.lower()}_key IF NOT EXISTS FOR (n:{label}) "
            "REQUIRE (n.dataset, n.version, n.id) IS UNIQUE;\n"
        )
    common = {"dataset": about["dataset"], "version": about["version"]}
    for node in whole.nodes:
        properties = {"id": node.id, **common, **node.attributes}
        yield f"CREATE (:{node.label} {_map(properties)});\n"
    labels = {node.key: (node.label, node.id) for node in whole.nodes}
    for edge in whole.edges:
        yield (
            f"MATCH {_end('a', labels[edge.source], common)}, "
            f"{_end('b', labels[edge.target], common)} "
            f"CREATE (a)-[:{edge.relation} {_map({'id': edge.id, **edge.attributes})}]->(b);\n"
        )


def _end(name: str, node: tuple[str, str], common: dict[str, AttributeValue]) -> str:
    label, record_id = node
    return f"({name}:{label} {_map({'id': record_id, **common})})"


def _map(properties: dict[str, AttributeValue]) -> str:
    return "{" + ", ".join(f"{key}: {literal(value)}" for key, value in properties.items()) + "}"


def literal(value: AttributeValue) -> str:
    r"""Write a value as a Cypher literal.

    Servers that read `\uXXXX` before anything else must find none, not even after another
    backslash, so the text is cut there.

    >>> literal("it's\n"), literal(True), literal(3)
    ("'it\\'s\\n'", 'true', '3')
    >>> print(literal(r"\u0027"))
    '\\' + 'u0027'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("\\u", "\\' + 'u")
    return "'" + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + "'"
