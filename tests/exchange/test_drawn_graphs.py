"""Names, kinds, places and colours are where Gephi, yEd and Cytoscape look for them."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from api import drawings, exports
from api.queries import Question
from api.wanted_exports import ExportWanted
from graph.exchange.out import whole_graph
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.exchange.gephi import Told, gephi_reads
from viz.graph_picture import picture_of

YED = "{http://www.yworks.com/xml/graphml}"
XMLNS = "{http://graphml.graphdrawing.org/xmlns}"
KINDS = ("graph.graphml", "graph.gexf", "graph.cx2")
CX2 = Mapping[str, list[Mapping[str, object]]]
LOOKS = {
    "segment:bicycle": ("自行车", "segment", "#084a82"),
    "segment:belt": ("同步带", "segment", "#c07a0a"),
    "segment:steel_tube": ("钢管", "segment", "#93a1b0"),
    "segment:frame": ("车架", "segment", "#b6c1cd"),
    "enterprise:flywheel": ("飞轮车业", "enterprise", "#123a63"),
    "gap:belt_makers": ("同步带生产企业", "gap", "#b3261e"),
    "gap:derived.qingxi.chain": ("链条", "gap", "#93a1b0"),
    "chain:bicycle": ("自行车", "chain", "#123a63"),
}
"""Made, sought, unknown, in-house; a firm; confirmed and to settle; a chain: by colours.css."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found, question = tmp_path_factory.mktemp("graphs"), Question(shipped("demo"))
    for kind in KINDS:
        (found / kind).write_bytes(b"".join(exports.file(kind).write(question, ExportWanted())))
    return found


@pytest.fixture(scope="module")
def found(folder: Path) -> list[Told]:
    """What Gephi's importer finds in GraphML and GEXF."""
    return gephi_reads([folder / kind for kind in KINDS[:2]])


@pytest.fixture(scope="module")
def places() -> Mapping[str, tuple[float, float]]:
    """Where the nodes stand on our own page, y downwards."""
    body = drawings.everything(Question(shipped("demo")), None)
    return {f"{node.type}:{node.record}": (node.x, node.y) for node in body.nodes}


@pytest.mark.parametrize("ending", [".graphml", ".gexf"])
def test_gephi_finds_names_kinds_and_colours(found: list[Told], ending: str) -> None:
    nodes = {each[2]: each for each in found if each[:2] == (ending, "node")}

    assert len(nodes) == 14
    assert {key: (*nodes[key][3:5], nodes[key][7]) for key in LOOKS} == LOOKS


@pytest.mark.parametrize("ending", [".graphml", ".gexf"])
def test_gephi_finds_each_node_where_our_page_draws_it(
    found: list[Told], ending: str, places: Mapping[str, tuple[float, float]]
) -> None:
    """Gephi counts y upwards."""
    nodes = {each[2]: each for each in found if each[:2] == (ending, "node")}
    across = [float(nodes[f"segment:{each}"][5]) for each in ("tube", "frame", "bicycle")]

    assert across == sorted(set(across))
    assert len(set(places.values())) == len(places)
    assert {key: (float(node[5]), -float(node[6])) for key, node in nodes.items()} == places


@pytest.mark.parametrize("ending", [".graphml", ".gexf"])
def test_gephi_names_each_relation(found: list[Told], ending: str) -> None:
    edges = {each[2:5] for each in found if each[:2] == (ending, "edge")}

    assert len(edges) == 21
    assert ("segment:chain", "segment:bicycle", "供应") in edges
    assert ("enterprise:flywheel", "segment:bicycle", "生产") in edges


def test_gephi_complains_of_nothing_that_it_reads(found: list[Told]) -> None:
    """It leaves out what is said of the graph as a whole, and yEd's shapes."""
    issues = {each for each in found if each[1] == "issue"}
    passed = re.compile("Graph attributes .* not supported|attribute 'yed_(node|edge)'|deprecated")

    assert [each for each in issues if not passed.search(each[3])] == []


def test_yed_finds_a_shape_with_name_place_and_colour_first_in_each_node(folder: Path) -> None:
    """yEd is no program that a test can run: this is the form in which it saves its own files."""
    root = etree.parse(folder / "graph.graphml").getroot()
    keys = {key.get("yfiles.type"): key.get("id") for key in root.iter(f"{XMLNS}key")}
    node = next(n for n in root.iter(f"{XMLNS}node") if n.get("id") == "segment:bicycle")
    edge = next(e for e in root.iter(f"{XMLNS}edge") if e.get("id") == "membership.bicycle.tube")
    shape = node[0].find(f"{YED}ShapeNode")
    assert shape is not None
    drawn = {str(each.tag).removeprefix(YED): each for each in shape}

    assert (node[0].get("key"), edge[0].get("key")) == (keys["nodegraphics"], keys["edgegraphics"])
    assert drawn["NodeLabel"].text == "自行车"
    assert drawn["NodeLabel"].get("textColor") == "#ffffff"
    assert dict(drawn["Geometry"].attrib) == {
        # 3 characters of 14 pixels and margins of 16, around the middle at (600, -19.5)
        "width": "58.0",
        "height": "30.0",
        "x": "571.0",
        "y": "-34.5",
    }
    assert drawn["Fill"].get("color") == "#0b5fa5"
    assert drawn["BorderStyle"].get("color") == "#084a82"
    assert drawn["Shape"].get("type") == "rectangle"
    assert edge.findtext(f".//{YED}EdgeLabel") == "属于产业链"
    assert edge.find(f".//{YED}Arrows[@target='standard']") is not None


def test_cytoscape_reads_what_the_graph_is_before_its_nodes(folder: Path) -> None:
    """Its reader gives what it reads to the last node or edge before it."""
    graph = etree.parse(folder / "graph.graphml").getroot().find(f"{XMLNS}graph")
    assert graph is not None
    tags = [str(each.tag).removeprefix(XMLNS) for each in graph]

    assert tags[0] == "data"
    assert "data" not in tags[tags.index("node") :]


def test_networkx_keeps_the_plain_attributes_beside_the_shapes(folder: Path) -> None:
    graph = nx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    node = graph.nodes["segment:bicycle"]

    assert (node["label"], node["name"], node["type"]) == ("自行车", "自行车", "segment")
    assert (node["x"], node["y"], node["color"]) == (600.0, 19.5, "#084a82")
    assert {e["relation"]: e["label"] for *_, e in graph.edges(data=True)}["KIND_OF"] == "属于"


def test_cytoscape_finds_places_at_the_nodes_and_looks_in_their_attributes(
    folder: Path, places: Mapping[str, tuple[float, float]]
) -> None:
    """By the specification of CX2; what is mapped is there, what is there is declared."""
    parts = json.loads((folder / "graph.cx2").read_text("utf-8"))
    aspects: CX2 = {name: each for part in parts[2:] for name, each in part.items()}
    (declared,), (style,) = aspects["attributeDeclarations"], aspects["visualProperties"]
    nodes = {f"{n['v']['type']}:{n['v']['fact']}": n for n in parts[4]["nodes"]}

    assert parts[0] == {"CXVersion": "2.0", "hasFragments": False}
    assert {each["name"]: each["elementCount"] for each in parts[1]["metaData"]} == {
        name: len(each) for name, each in aspects.items() if name != "status"
    }
    assert {key: (node["x"], node["y"]) for key, node in nodes.items()} == places
    assert nodes["segment:bicycle"]["v"]["name"] == "自行车"
    mapped = {look: how["definition"]["attribute"] for look, how in style["nodeMapping"].items()}  # type: ignore[attr-defined] # JSON
    bicycle = nodes["segment:bicycle"]["v"]
    assert bicycle[mapped["NODE_LABEL"]] == "自行车"
    assert bicycle[mapped["NODE_BACKGROUND_COLOR"]] == "#0b5fa5"
    assert bicycle[mapped["NODE_BORDER_COLOR"]] == "#084a82"
    for kind in ("nodes", "edges"):
        used = {name for each in aspects[kind] for name in each["v"]}  # type: ignore[attr-defined] # JSON
        assert used == declared[kind].keys()  # type: ignore[attr-defined] # JSON
    ids = {node["id"] for node in aspects["nodes"]}
    assert {end for edge in aspects["edges"] for end in (edge["s"], edge["t"])} <= ids
    assert len(aspects["edges"]) == 21


def test_every_record_of_the_district_has_its_place_and_its_english_name() -> None:
    ws = shipped("hechuan")
    picture = picture_of(drawings.everything(Question(ws, "en"), None), "en")
    keys = {node.key for node in whole_graph(ws, Terms(), "en").nodes}

    assert picture.marks.keys() == keys
    assert len(keys) > 1300
    assert picture.marks["chain:aerogel"].label == "Aerogel"
    assert picture.relations["SUPPLIES"] == "Supplies"
