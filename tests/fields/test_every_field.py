"""Every field of every type arrives: from seeds, on pages, in bodies, in edits, tables and graphs.

What a type or a field says it does not reach (`not_in`) is left out; nothing else is.
"""

import html
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.answers import workspace
from graph.exchange.out import whole_graph
from graph.exchange.out.whole_graph import WholeGraph
from graph.load import load_dataset
from graph.model import RECORDS, AnyRecord, Fact, RecordType
from graph.network.terms import Terms
from graph.store import GraphStore, neo4j_patch, open_store
from graph.store.neo4j_drawing import DrawnNode
from tests.fields.arriving import CORRECTIONS, folder_of, id_with, in_tables
from tests.fields.samples import QUOTE, REPORTED, everything, fields_of, read_of, sample, value_of
from tests.http.conftest import client_of
from tests.support import dataset, facts, seed

API = "/api/v1"
HOME = dataset(title="青溪县", region="qingxi")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], AnyRecord]:
    seeds = load_dataset(folder_of(tmp_path_factory.mktemp("seeds")))
    return {(each.type, each.id): each for each in (*seeds.reference, *seeds.local)}


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("store")
    with store_of(folder) as store:
        yield client_of("editor", store, folder)


@pytest.fixture(scope="module")
def whole() -> WholeGraph:
    return whole_graph(workspace(facts(*everything(), dataset=HOME)), Terms(), "zh")


def store_of(folder: Path) -> GraphStore:
    """A store with the samples, those that people report in the layer above."""
    store = open_store(f"sqlite:///{folder / 'store.sqlite'}")
    reported = [each for each in everything() if each.type in REPORTED]
    stated = [each for each in everything() if each not in reported]
    store.load(seed(*stated, dataset=HOME))
    store.report(HOME.id, reported, by="王工", note="走访", seen=1)
    return store


def held_by(record: AnyRecord, name: str) -> object:
    return json.loads(record.model_dump_json())[name]


@pytest.mark.parametrize(("type_", "name"), fields_of("load"))
def test_a_field_is_loaded(
    type_: RecordType, name: str, loaded: dict[tuple[str, str], AnyRecord]
) -> None:
    assert held_by(loaded[type_, id_with(type_, name)], name) == value_of(type_, name)


@pytest.mark.parametrize(("type_", "name"), fields_of("json"))
def test_a_field_is_in_a_body(type_: RecordType, name: str, editor: TestClient) -> None:
    found = body_of(editor, sample(type_))

    assert found[name] == value_of(type_, name)


def body_of(editor: TestClient, record: AnyRecord) -> dict[str, Any]:
    if isinstance(record, Fact):
        body = editor.get(f"{API}/facts/{record.type}:{record.id}").json()
        return {each["name"]: each["value"] for each in body["details"]}
    return archived(editor, record)


def archived(editor: TestClient, record: AnyRecord) -> dict[str, Any]:
    """Documents and sources have lists of their own."""
    if record.type == "source":
        (item,) = editor.get(f"{API}/sources").json()["items"]
        return dict(item)
    body = editor.get(f"{API}/documents/{record.id}").json()
    uncited = [
        {
            **QUOTE,
            **{name: each[name] for name in ("line", "start", "end")},
            "quote": body["text"][each["line"] - 1][each["start"] : each["end"]],
            "note": each["reason"],
        }
        for each in body["uncited"]
        if each["reason"]
    ]
    found = body | {"text": "\n".join(body["text"]), "uncited": uncited}
    return dict(found)


LISTS: dict[RecordType, str] = {
    "industry": "industries",
    "chain": "chains",
    "region": "regions",
    "segment": "segments",
    "platform": "platforms",
    "project": "projects",
    "indicator": "indicators",
    "gap": "gaps?rows=gaps",
    "document": "documents",
    "source": "sources",
}
NOT_LISTED = {
    ("industry", "order"): "the list is in this order",
    ("chain", "order"): "the list is in this order",
    ("segment", "traded"): "whether, and the reason in a field beside it",
    ("segment", "codes"): "with the segment alone",
    ("segment", "no_recipe"): "with the fact alone",
    ("indicator", "subject_type"): "the type of `scope`",
    ("indicator", "subject"): "`scope` points to it",
    ("document", "text"): "with the document alone",
    ("document", "uncited"): "with the document alone",
}
LISTED = [each for each in fields_of("json") if each[0] in LISTS and each not in NOT_LISTED]


@pytest.mark.parametrize(("type_", "name"), LISTED)
def test_a_field_is_in_the_list_of_its_type(
    type_: RecordType, name: str, editor: TestClient
) -> None:
    items = editor.get(f"{API}/{LISTS[type_]}").json()["items"]
    (item,) = (each for each in items if each["id"] == sample(type_).id)

    assert without_pointers(item[name], value_of(type_, name)) == value_of(type_, name)


def without_pointers(found: Any, expected: object) -> Any:
    """The ids behind pointers, where ids are expected; more of them than one record names."""
    if isinstance(found, dict) and isinstance(expected, str):
        return found["id"]
    if isinstance(found, list) and isinstance(expected, list):
        ids = [each["id"] if isinstance(each, dict) else each for each in found]
        return [each for each in expected if each in ids]
    return found


ENTERPRISE = [name for type_, name in fields_of("json") if type_ == "enterprise"]


@pytest.mark.parametrize("name", ENTERPRISE)
def test_a_field_of_an_enterprise_is_in_its_body_and_in_the_list(
    name: str, editor: TestClient
) -> None:
    body = editor.get(f"{API}/enterprises/flywheel").json()
    listed = editor.get(f"{API}/enterprises").json()["items"][0]
    expected = value_of("enterprise", name)

    for found in (body, listed):
        value = found[name]
        assert (value["id"] if name == "region" else value) == expected


@pytest.mark.parametrize(("type_", "name"), fields_of("page"))
def test_a_field_is_on_a_page(type_: RecordType, name: str, editor: TestClient) -> None:
    record = sample(type_)
    own = {"document": f"/documents/{record.id}", "source": "/sources"}
    page = html.unescape(editor.get(own.get(type_, f"/facts/{type_}:{record.id}")).text)

    assert shown(page, read_of(type_, name))


def shown(page: str, text: str) -> bool:
    """Whether a page has a text, wherever it may break it."""
    return text in page.replace("<wbr>", "")


@pytest.mark.parametrize("name", ENTERPRISE)
def test_a_field_of_an_enterprise_is_on_its_page(name: str, editor: TestClient) -> None:
    lang = "en" if name == "name_en" else "zh"
    page = html.unescape(editor.get(f"/enterprises/flywheel?lang={lang}").text)

    assert shown(page, read_of("enterprise", name))


@pytest.mark.parametrize(("type_", "name"), fields_of("edit"))
def test_a_field_can_be_corrected(type_: RecordType, name: str, tmp_path: Path) -> None:
    said, expected, id_ = CORRECTIONS[type_][name]
    with store_of(tmp_path) as store:
        editor = client_of("editor", store, tmp_path)
        path = f"{API}/facts/{type_}:{sample(type_).id}/corrections"
        body = {
            "values": {name: said},
            "reason": "实地走访",
            "evidence": [{"note": "走访", "as_of": "2026-11-20"}],
        }
        reply = editor.post(path, json=body, headers={"If-Match": "2"})
        held = editor.get(f"{API}/facts/{type_}:{id_ or sample(type_).id}").json()

    assert reply.status_code == 200, reply.text
    assert {each["name"]: each["value"] for each in held["details"]}[name] == expected


@pytest.mark.parametrize(("type_", "name"), fields_of("import"))
def test_a_field_arrives_from_a_table(type_: RecordType, name: str) -> None:
    assert held_by(in_tables(type_), name) == value_of(type_, name)


@pytest.mark.parametrize(("type_", "name"), fields_of("graph"))
def test_a_field_is_in_a_graph_file(type_: RecordType, name: str, whole: WholeGraph) -> None:
    id_, value = sample(type_).id, value_of(type_, name)
    attributes = {
        f"{each.type}:{each.id}": each.attributes for each in whole.nodes if each.type == type_
    }
    found = attributes.get(f"{type_}:{id_}")
    if type_ == "judgement":
        (found,) = (each.attributes for each in whole.nodes if each.id == value_of(type_, "gap"))
        found = found | {"gap": value_of(type_, "gap")}
    if found is None:
        (edge,) = (each for each in whole.edges if each.id == id_)
        named = value[0]["segment"] if name == "members" else value
        ends = [end.partition(":")[2] for end in (edge.source, edge.target)]
        found = edge.attributes | ({name: value} if named in ends else {})
    assert found[name] == in_a_graph(value)


DRAWN = [
    (type_, name)
    for type_, name in fields_of("json")
    if RECORDS[type_].about.is_node and name not in {"text", "uncited"}
]


@pytest.mark.parametrize(("type_", "name"), DRAWN)
def test_a_field_of_a_node_is_drawn_in_neo4j(type_: RecordType, name: str) -> None:
    drawing = neo4j_patch.whole(facts(*everything(), dataset=HOME))

    value = drawing.nodes[DrawnNode(type(sample(type_)).__name__, sample(type_).id)][name]
    joined = "、".join(map(str, value)) if isinstance(value, list) else value
    assert joined == in_a_graph(value_of(type_, name))


def in_a_graph(value: object) -> object:
    """A value as attributes have it: flat."""
    match value:
        case {"reason": _}:
            return True
        case {"amount": amount}:
            return amount
        case {"start": start, "end": end}:
            return f"{start}/{end}"
        case [{"code": code, "name": name, **_rest}]:
            return f"{code} {name}"
        case [*several] if all(isinstance(each, str) for each in several):
            return "、".join(map(str, several))
    return value


def test_the_samples_are_of_every_type() -> None:
    assert {type_ for type_, _ in fields_of("json")} == set(RECORDS)
