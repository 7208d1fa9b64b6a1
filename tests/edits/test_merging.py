"""Two enterprises that are one: merged, found by every name, split again, with history."""

from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from api.imports.applying import apply, prepare
from api.workspaces import Workspaces
from graph.exchange.report.outcome import ImportChoices
from graph.model import Enterprise
from graph.store import GraphStore
from tests.edits.saying import API, SEEN, answers, correct, undo
from tests.http.conftest import client_of
from tests.imports.tables import csv_file

CODE, OTHER_CODE = "91110000600037341L", "91110000802050143F"
HEAD = "企业名称,统一社会信用代码,状态,地址,主要产品,数据截至"


def said(editor: TestClient, what: str, keep: str, other: str, **more: str) -> Response:
    seen = editor.get(f"{API}/history").json()["version"]
    return editor.post(
        f"{API}/enterprises/{keep}/{what}",
        params={"other": other, **more},
        json={"reason": "同一家", "evidence": [SEEN]},
        headers={"If-Match": f'"{seen}"'},
    )


def handed_in(store: GraphStore, *rows: str, head: str = HEAD) -> list[str]:
    """Import rows; return the ids of the records that they change."""
    choices = ImportChoices(by="王工", today="2026-11-25", dataset="demo")
    prepared = prepare(Workspaces(store, None), [csv_file(head, *rows)], choices, "zh")
    apply(store, prepared)
    return [each.id for each in prepared.records]


def firms(editor: TestClient) -> list[str]:
    return [each["name"] for each in editor.get(f"{API}/enterprises").json()["items"]]


def made(editor: TestClient, id_: str) -> dict[str, int]:
    """What an enterprise makes, each with the number of its proofs."""
    body = editor.get(f"{API}/enterprises/{id_}").json()
    return {each["segment"]["id"]: len(each["evidence"]) for each in body["makes"]}


@pytest.fixture
def cycles(store: GraphStore) -> str:
    """The id of 远程单车厂, a firm of a list that will turn out to be 飞轮车业."""
    ids = handed_in(store, f"远程单车厂,{CODE},在产,东街,自行车、链条,2026-06-30")
    return next(each for each in ids if not each.startswith("makes."))


def test_merged_they_are_one_by_either_name_and_id(editor: TestClient, cycles: str) -> None:
    response = said(editor, "merge", "flywheel", cycles)

    assert response.status_code == 200
    assert firms(editor) == ["飞轮车业", "顺通链条"]
    firm = editor.get(f"{API}/enterprises/{cycles}").json()
    assert (firm["id"], firm["name"], firm["aliases"]) == ("flywheel", "飞轮车业", ["远程单车厂"])
    assert (firm["credit_code"], firm["address"]) == (CODE, "东街")
    assert made(editor, "flywheel") == {"bicycle": 2, "chain": 1}
    hits = editor.get(f"{API}/search", params={"q": "远程单车厂"}).json()["items"]
    assert [(each["id"], each["name"]) for each in hits] == [("flywheel", "飞轮车业")]
    assert editor.get(f"/enterprises/{cycles}").status_code == 200


def test_a_list_with_the_former_name_speaks_of_the_one_that_is_left(
    editor: TestClient, store: GraphStore, cycles: str
) -> None:
    said(editor, "merge", "flywheel", cycles)

    changed = handed_in(store, "远程单车厂,,在产,,同步带,2026-09-30")

    assert set(changed) == {"flywheel", "makes.flywheel.belt"}


@pytest.mark.parametrize("pair", [("flywheel", "shuntong_chain"), ("shuntong_chain", "flywheel")])
def test_undoing_a_merger_gives_the_former_answers_byte_for_byte(
    editor: TestClient, pair: tuple[str, str]
) -> None:
    before = answers(editor)
    assert said(editor, "merge", *pair).json()["version"] == 2
    assert answers(editor) != before

    undo(editor, 2, 2)

    assert answers(editor) == before


@pytest.mark.parametrize("pair", [("flywheel", "shuntong_chain"), ("shuntong_chain", "flywheel")])
def test_splitting_gives_the_former_answers_byte_for_byte(
    editor: TestClient, pair: tuple[str, str]
) -> None:
    before = answers(editor)
    said(editor, "merge", *pair)

    assert said(editor, "split", *pair).status_code == 200

    assert answers(editor) == before


def test_splitting_leaves_what_was_said_since_with_the_one_that_stayed(
    editor: TestClient, store: GraphStore, cycles: str
) -> None:
    said(editor, "merge", "flywheel", cycles)
    correct(editor, 3, "flywheel", status="suspended")

    response = said(editor, "split", "flywheel", cycles)

    assert response.status_code == 200
    facts = store.read("demo")
    stayed, other = facts.enterprises["flywheel"], facts.enterprises[cycles]
    assert (stayed.status, stayed.aliases, stayed.was) == ("suspended", (), ())
    assert (stayed.credit_code, stayed.address) == (None, None)
    assert isinstance(other, Enterprise)
    assert (other.name, other.credit_code, other.status) == ("远程单车厂", CODE, "operating")
    assert made(editor, "flywheel") == {"bicycle": 1}
    assert made(editor, cycles) == {"bicycle": 1, "chain": 1}
    assert "fields" not in str(other.evidence[0].model_dump_json())


@pytest.mark.parametrize("denied", ["flywheel", "other"])
def test_a_denial_of_what_one_makes_counts_for_its_own_proofs_alone(
    editor: TestClient, cycles: str, denied: str
) -> None:
    correct(editor, 2, f"makes.{cycles if denied == 'other' else denied}.bicycle")

    said(editor, "merge", "flywheel", cycles)

    assert set(made(editor, "flywheel")) == (
        {"chain", "bicycle"} if denied == "other" else {"chain"}
    )


def test_a_trial_of_a_merger_writes_nothing_and_tells_the_difference(
    editor: TestClient, cycles: str
) -> None:
    body = said(editor, "merge", "flywheel", cycles, apply="false").json()

    assert (body["changed"], body["version"]) == (False, 2)
    assert {each["id"] for each in body["edits"]} >= {"flywheel"}
    assert len(firms(editor)) == 3


def test_what_cannot_be_one_is_refused(editor: TestClient, store: GraphStore, cycles: str) -> None:
    handed_in(store, f"飞轮车业,{OTHER_CODE},,,,")

    codes = said(editor, "merge", "flywheel", cycles)
    itself = said(editor, "merge", "flywheel", "飞轮车业")
    never = said(editor, "split", "flywheel", cycles)
    unknown = said(editor, "merge", "flywheel", "无此厂")

    assert [each.status_code for each in (codes, itself, never, unknown)] == [422, 422, 422, 404]


def test_the_page_merges_and_parts_again(editor: TestClient, cycles: str) -> None:
    said_so = {"reason": "同一家", "known": "营业执照", "as_of": "2026-07-01"}
    path = "/enterprises/flywheel/merge"

    wrong = editor.post(path, data={"version": "2", "other": "无此厂", **said_so})
    merged = editor.post(path, data={"version": "2", "other": "远程单车厂", **said_so})
    page = editor.get("/enterprises/flywheel").text
    parted = editor.post(path, data={"version": "3", "part": cycles, **said_so})

    assert (wrong.status_code, merged.status_code, parted.status_code) == (404, 200, 200)
    assert "无此厂" in wrong.text
    assert "营业执照" in wrong.text
    assert f'name="part" value="{cycles}"' in page
    assert len(firms(editor)) == 3


def test_who_only_reads_sees_no_form_to_merge(store: GraphStore, tmp_path: Path) -> None:
    reader = client_of("reader", store, tmp_path)

    assert "/enterprises/flywheel/merge" not in reader.get("/enterprises/flywheel").text
