"""GraphML and GEXF keep the schemas that were published for them."""

import re
from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from api import exports
from api.queries import Question
from api.wanted_exports import ExportWanted
from graph.exchange.out import gexf, graphml, whole_graph
from graph.exchange.out.whole_graph import WholeGraph
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.exchange.schemas import complaints, schemas

Schemas = Mapping[str, etree.XMLSchema]
WRITERS: Mapping[str, Callable[[WholeGraph], str]] = {"graphml": graphml, "gexf": gexf}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Schemas:
    return schemas(tmp_path_factory.mktemp("schemas"))


@pytest.mark.parametrize("dataset", ["demo", "hechuan"])
@pytest.mark.parametrize("kind", WRITERS)
def test_the_file_keeps_its_schema(kind: str, dataset: str, published: Schemas) -> None:
    text = WRITERS[kind](whole_graph(shipped(dataset), Terms(), "zh"))

    assert complaints(published[kind], text) == []


def test_apart_from_the_shapes_of_yed_a_drawn_graphml_keeps_its_schema(published: Schemas) -> None:
    """They come on top of GraphML, in a schema that only yEd has."""
    root = etree.fromstring(drawn("graph.graphml"))
    added = [e for e in root.iter("{*}key", "{*}data") if "yed_" in e.get("id", e.get("key", ""))]
    for each in added:
        parent = each.getparent()
        assert parent is not None
        parent.remove(each)

    assert len(added) == 2 + 14 + 21
    assert complaints(published["graphml"], etree.tostring(root, encoding="unicode")) == []


def test_a_drawn_gexf_keeps_its_schema(published: Schemas) -> None:
    """Where it says colour and position, the schema forgot the namespace that its words ask for."""
    text = drawn("graph.gexf").decode()

    assert '<viz:color r="8" g="74" b="130" a="1.0" />' in text
    assert complaints(published["gexf"], text.replace("<viz:", "<")) == []


def drawn(kind: str) -> bytes:
    return b"".join(exports.file(kind).write(Question(shipped("demo")), ExportWanted()))


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<edge ", '<edge weight_of_all="3" '),
        (' target="', ' tail="'),
        ("<nodes>|<graph ", "<nodules/>\\g<0>"),
    ],
    ids=["an unknown attribute", "a missing end", "an unknown element"],
)
def test_the_schema_complains_about_a_broken_file(
    kind: str, right: str, wrong: str, published: Schemas
) -> None:
    text = WRITERS[kind](whole_graph(shipped("demo"), Terms(), "zh"))
    broken = re.sub(right, wrong, text, count=1)

    assert broken != text
    assert complaints(published[kind], broken)


@pytest.mark.parametrize("kind", WRITERS)
def test_no_two_edges_have_one_id(kind: str) -> None:
    """Alternatives are one fact: chain and belt, either drives the bicycle."""
    text = WRITERS[kind](whole_graph(shipped("demo"), Terms(), "zh"))
    ids = [edge.get("id") for edge in etree.fromstring(text.encode()).iter("{*}edge")]

    assert len(set(ids)) == len(ids) == 21
    assert None not in ids


def test_gexf_is_dated_by_the_edition_and_says_what_it_rests_on() -> None:
    text = gexf(whole_graph(shipped("demo"), Terms(), "zh"))
    meta = etree.fromstring(text.encode()).find("{*}meta")

    assert meta is not None
    assert meta.get("lastmodifieddate") == "2026-01-01"
    said = str(meta.findtext("{*}description")).splitlines()
    assert {"dataset: demo", "version: 1", "region: qingxi", "boundary: traded"} <= set(said)
