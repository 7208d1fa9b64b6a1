"""GraphML, GEXF and JSON hold the same graph, and other people's readers open them."""

import io
import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.exchange.out import gexf, graph_json, graphml, whole_graph
from graph.exchange.out.whole_graph import AttributeValue, ExportedNode, WholeGraph
from graph.network.terms import Terms, parse_boundary
from tests.exchange.conftest import shipped

Attributes = Mapping[str, object]
GEXF = "{http://www.gexf.net/1.2draft}"
DATASETS = ("demo", "hechuan")


@pytest.fixture(scope="module", params=DATASETS)
def whole(request: pytest.FixtureRequest) -> WholeGraph:
    return whole_graph(shipped(request.param), Terms(), "zh")


@pytest.fixture(scope="module")
def listed(whole: WholeGraph) -> dict[str, list[dict[str, object]]]:
    return json.loads(graph_json(whole))  # type: ignore[no-any-return] # JSON


def nodes_of(listed: dict[str, list[dict[str, object]]]) -> dict[object, Attributes]:
    return {
        node["id"]: {k: v for k, v in node.items() if k not in {"id", "name", "label"}}
        for node in listed["nodes"]
    }


def read_nodes(graph: "nx.Graph[str]") -> dict[object, Attributes]:
    return {
        key: {k: v for k, v in found.items() if k not in {"id", "name", "label"}}
        for key, found in graph.nodes(data=True)
    }


def edges_of(listed: dict[str, list[dict[str, object]]]) -> list[tuple[object, ...]]:
    ends = {"source", "target", "key"}
    return sorted(
        (e["source"], e["target"], tuple(sorted((k, v) for k, v in e.items() if k not in ends)))
        for e in listed["edges"]
    )


def read_edges(graph: "nx.Graph[str]") -> list[tuple[object, ...]]:
    own = {"id", "label", "weight"}
    return sorted(
        (source, target, tuple(sorted((k, v) for k, v in found.items() if k not in own)))
        for source, target, found in graph.edges(data=True)
    )


def test_a_gap_and_a_segment_tell_what_was_judged_and_on_what_it_rests() -> None:
    """By the head of seeds/demo/dataset.yaml: belts are sought, a chain is being built."""
    found = nodes_of(json.loads(graph_json(whole_graph(shipped("demo"), Terms(), "zh"))))
    belt, chain = found["gap:belt_makers"], found["gap:derived.qingxi.chain"]

    assert [belt[each] for each in ("need", "standing", "sure")] == [
        "production",
        "confirmed",
        False,
    ]
    assert [belt[each] for each in ("urgency", "rank", "ties")] == [0, 1, 1]
    assert (chain["standing"], "sure" in chain) == ("to_settle", False)
    assert found["segment:bicycle"]["status_basis"] == "stated"
    assert "status_basis" not in found["segment:tube"]


def test_networkx_reads_the_graphml_with_every_node_edge_and_attribute(
    whole: WholeGraph, listed: dict[str, list[dict[str, object]]]
) -> None:
    graph = nx.parse_graphml(graphml(whole), force_multigraph=True)

    assert read_nodes(graph) == nodes_of(listed)
    assert read_edges(graph) == edges_of(listed)
    assert {key: graph.nodes[key]["name"] for key in graph} == {
        node["id"]: node["name"] for node in listed["nodes"]
    }


def test_networkx_reads_the_gexf_with_every_node_edge_and_attribute(
    whole: WholeGraph, listed: dict[str, list[dict[str, object]]]
) -> None:
    graph = nx.read_gexf(io.BytesIO(gexf(whole).encode()), version="1.2draft")

    assert read_nodes(graph) == nodes_of(listed)
    assert read_edges(graph) == edges_of(listed)
    assert {key: graph.nodes[key]["label"] for key in graph} == {
        node["id"]: node["name"] for node in listed["nodes"]
    }


def test_networkx_reads_the_json_back(whole: WholeGraph) -> None:
    text = graph_json(whole)
    graph = nx.node_link_graph(json.loads(text), edges="edges")

    assert graph.number_of_nodes() == len(whole.nodes)
    assert graph.number_of_edges() == len(whole.edges)
    assert graph.graph == whole.about


def test_gexf_declares_every_attribute_that_it_uses_and_every_end_of_an_edge(
    whole: WholeGraph,
) -> None:
    """What the published schema of GEXF 1.2 asks beyond well-formedness."""
    root = ET.fromstring(gexf(whole))  # noqa: S314 - our own file
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    declared = {
        group.get("class"): {each.get("id"): each.get("type") for each in group}
        for group in graph.findall(f"{GEXF}attributes")
    }
    keys = [node.get("id") for node in graph.iter(f"{GEXF}node")]
    edges = [edge.get("id") for edge in graph.iter(f"{GEXF}edge")]

    assert root.tag == f"{GEXF}gexf"
    assert root.get("version") == "1.2"
    assert graph.get("defaultedgetype") == "directed"
    assert len(keys) == len(set(keys)) == len(whole.nodes)
    assert len(edges) == len(set(edges)) == len(whole.edges)
    for kind in ("node", "edge"):
        for element in graph.iter(f"{GEXF}{kind}"):
            used = {value.get("for") for value in element.iter(f"{GEXF}attvalue")}
            assert used <= declared[kind].keys()
    types = {each for group in declared.values() for each in group.values()}
    assert types <= {"string", "boolean", "integer", "long", "float", "double"}
    for edge in graph.iter(f"{GEXF}edge"):
        assert {edge.get("source"), edge.get("target")} <= set(keys)


def test_the_demo_as_a_graph_is_what_its_facts_say() -> None:
    """Counted by hand in seeds/demo."""
    whole = whole_graph(shipped("demo"), Terms(), "zh")

    assert Counter(node.type for node in whole.nodes) == {
        "segment": 6,
        "enterprise": 2,
        "region": 2,
        "chain": 1,
        "industry": 1,
        "gap": 2,
    }
    assert Counter(edge.relation for edge in whole.edges) == {
        "SUPPLIES": 4,
        "KIND_OF": 1,
        "IN_CHAIN": 6,
        "IN_INDUSTRY": 1,
        "MAKES": 2,
        "HAS_ROLE": 1,
        "LOCATED_IN": 1,
        "GAP_ON": 2,
        "BLOCKS": 2,
        "CANDIDATE_FOR": 1,
    }


def test_a_computed_gap_says_that_it_is_computed_and_under_which_boundary() -> None:
    terms = Terms(boundary=parse_boundary("none"))
    nodes = {node.key: node for node in whole_graph(shipped("demo"), terms, "zh").nodes}

    assert nodes["gap:derived.qingxi.tube"].attributes["basis"] == "derived"
    assert nodes["gap:derived.qingxi.tube"].attributes["boundary"] == "none"
    assert nodes["gap:belt_makers"].attributes["basis"] == "stated"


def test_the_graph_of_a_chain_holds_its_own_records_only() -> None:
    ws = shipped("hechuan")
    whole = whole_graph(ws, Terms(), "zh", chain="aerogel")
    keys = {node.key for node in whole.nodes}
    members = {place.segment for place in ws.facts.memberships.values() if place.chain == "aerogel"}

    assert {key for key in keys if key.startswith("segment:")} == {f"segment:{m}" for m in members}
    assert {key for key in keys if key.startswith("chain:")} == {"chain:aerogel"}
    assert {end for edge in whole.edges for end in (edge.source, edge.target)} <= keys
    assert whole.about["chain"] == "aerogel"


@given(st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("<>&\"'\x00\x1b"))))
@settings(max_examples=100, deadline=None)
def test_every_name_opens_in_every_format(name: str) -> None:
    """XML holds no control characters and reads every line end as a line feed."""
    about: dict[str, AttributeValue] = {
        "dataset": "demo",
        "version": 1,
        "edition_date": "2026-01-01",
    }
    whole = WholeGraph(about, (ExportedNode("segment", "a", "Segment", {"name": name}),), ())
    shown = "".join(c for c in name if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))

    assert json.loads(graph_json(whole))["nodes"][0]["name"] == name
    xml = nx.parse_graphml(graphml(whole)).nodes["segment:a"].get("name", "")
    assert "".join(xml.split()) == "".join(shown.split())
    assert list(nx.read_gexf(io.BytesIO(gexf(whole).encode()), version="1.2draft")) == ["segment:a"]
