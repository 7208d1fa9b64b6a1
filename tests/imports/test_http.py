"""Imports over HTTP: a report for whoever reads, written for editors, long ones by their id."""

import io
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.exchange.read.files import kept_file
from graph.store import GraphStore
from tests.http.conftest import application, client_of, filled
from tests.imports.test_files import repacked

PATH = "/api/v1/imports"
FIRMS = "企业,产品\n大河链条厂,链条\n小溪链条厂,链条\n".encode()
WRONG = "企业,产品\n大河链条厂,皮袋\n小溪链条厂,链条\n".encode()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with filled(tmp_path, "demo") as opened:
        yield opened


@pytest.fixture
def anybody(store: GraphStore) -> TestClient:
    return TestClient(application(store))


@pytest.fixture
def editor(store: GraphStore, tmp_path: Path) -> TestClient:
    return client_of("editor", store, tmp_path)


def file(content: bytes = FIRMS, name: str = "企业.csv") -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (name, content))]


def test_a_report_tells_what_would_change_and_writes_nothing(
    anybody: TestClient, store: GraphStore
) -> None:
    reply = anybody.post(PATH, files=file())

    body = reply.json()
    assert reply.status_code == 200
    assert (body["new"], body["changed"], body["same"], body["rejected"]) == (2, 0, 0, [])
    # The group 链条 | 同步带 of the bicycle is open; with a chain made here it closes.
    assert [gap["id"] for gap in body["answers"]["closed"]] == [
        "belt_makers",
        "derived.qingxi.chain",
    ]
    (chain,) = body["answers"]["chains"]
    assert (chain["before"]["available"], chain["after"]["available"]) == (0, 1)
    assert (body["applied"], body["version"]) == (False, 1)
    assert store.current("demo").number == 1


def test_the_report_of_an_import_can_be_asked_for_again(anybody: TestClient) -> None:
    body = anybody.post(PATH, files=file()).json()

    assert anybody.get(f"{PATH}/{body['id']}").json() == body
    assert anybody.get(f"{PATH}/nothing").status_code == 404


def test_an_editor_writes_it_under_the_name_of_the_token(
    editor: TestClient, store: GraphStore
) -> None:
    body = editor.post(PATH, params={"apply": "true"}, files=file()).json()

    assert (body["applied"], body["version"]) == (True, 2)
    assert store.current("demo").by == "王工"
    assert len(store.reported("demo")) == 4
    assert editor.post(PATH, params={"apply": "true"}, files=file()).json()["same"] == 2


def test_nobody_else_writes(anybody: TestClient, store: GraphStore, tmp_path: Path) -> None:
    reader = client_of("reader", store, tmp_path)

    assert anybody.post(PATH, params={"apply": "true"}, files=file()).status_code == 401
    assert reader.post(PATH, params={"apply": "true"}, files=file()).status_code == 403
    assert store.current("demo").number == 1


def test_rejected_rows_stop_everything_unless_the_sound_ones_are_asked_for(
    editor: TestClient,
) -> None:
    refused = editor.post(PATH, params={"apply": "true"}, files=file(WRONG))
    sound = editor.post(
        PATH, params={"apply": "true"}, files=file(WRONG), data={"sound_only": "true"}
    ).json()

    assert refused.status_code == 422
    assert refused.json()["type"] == "urn:liantu:problem:rows-rejected"
    assert (sound["applied"], sound["new"], sound["rejected_rows"]) == (True, 1, 1)
    (wrong,) = sound["rejected"]
    assert (wrong["row"], wrong["column"], wrong["value"]) == (2, "产品", "皮袋")


def test_what_a_person_says_of_columns_and_names_is_taken(anybody: TestClient) -> None:
    table = file("谁,啥\n飞轮车业二厂,链条\n".encode())
    said = {"kind": "makes", "map": ["谁=企业", "啥=product"], "choose": ["飞轮车业二厂=flywheel"]}

    body = anybody.post(PATH, files=table, data=said).json()

    assert (body["new"], body["rejected"]) == (1, [])
    assert [each["field"] for each in body["tables"][0]["columns"]] == ["enterprise", "product"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("../企业.csv", FIRMS), ("a\\b.csv", FIRMS), ("空.csv", b""), ("图.png", b"\x89PNG\0\0")],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(
    anybody: TestClient, name: str, content: bytes
) -> None:
    reply = anybody.post(PATH, files=file(content, name))

    assert reply.status_code == 422
    assert reply.json()["type"] == "urn:liantu:problem:table-refused"


def test_a_form_without_files_and_a_body_that_is_no_form_are_refused(anybody: TestClient) -> None:
    for reply in (
        anybody.post(PATH, data={"kind": "makes"}),
        anybody.post(PATH, content=b"{}", headers={"Content-Type": "application/json"}),
        anybody.post(PATH),
    ):
        assert reply.status_code == 422


def test_what_was_changed_since_the_report_is_not_overwritten(
    editor: TestClient, store: GraphStore
) -> None:
    gone = "企业,状态,数据截至\n飞轮车业,停产,2026-11-25\n".encode()
    editor.post(
        PATH, params={"apply": "true"}, files=file("企业,组团\n飞轮车业,河湾园区\n".encode())
    )

    late = editor.post(
        PATH, params={"apply": "true"}, files=file(gone), headers={"If-Match": '"1"'}
    )
    now = editor.post(PATH, params={"apply": "true"}, files=file(gone), headers={"If-Match": '"2"'})

    assert (late.status_code, now.status_code) == (409, 200)
    assert store.read("demo").enterprises["flywheel"].status == "suspended"


def test_a_long_import_is_answered_at_once_and_shows_how_far_it_is(
    anybody: TestClient, store: GraphStore
) -> None:
    rows = "".join(f"大河{number}号链条厂,链条\n" for number in range(5001))

    reply = anybody.post(PATH, files=file(f"企业,产品\n{rows}".encode()))

    assert reply.status_code == 202
    address = reply.headers["location"]
    while (body := anybody.get(address).json())["state"] == "running":
        time.sleep(0.05)
    assert body["read"] if body["state"] == "failed" else body["new"] == 5001
    assert body["id"] == reply.json()["id"]
    assert store.current("demo").number == 1


def test_an_import_of_five_thousand_rows_is_answered_whole(anybody: TestClient) -> None:
    rows = "飞轮车业,自行车\n" * 5000

    assert anybody.post(PATH, files=file(f"企业,产品\n{rows}".encode())).json()["same"] == 5000


def test_whoever_cannot_write_tries_small_tables_only(
    anybody: TestClient, editor: TestClient, store: GraphStore, tmp_path: Path
) -> None:
    long = file("企业,产品\n".encode() + "飞轮车业,自行车\n".encode() * 60_000)
    reader = client_of("reader", store, tmp_path)
    sheet = "<worksheet>" + " " * 17_000_000 + "</worksheet>"
    packed = file(repacked({"xl/worksheets/sheet1.xml": sheet.encode()}).content, "x.xlsx")

    for client, sent in ((reader, long), (reader, packed), (anybody, packed)):
        reply = client.post(PATH, files=sent)
        assert reply.status_code == 422
        assert "没有编辑者令牌" in reply.json()["detail"]
    assert editor.post(PATH, files=packed).json()["detail"] != reply.json()["detail"]


def test_large_files_wait_on_disk(tmp_path: Path) -> None:
    content = "企业,产品\n".encode() + "飞轮车业,自行车\n".encode() * 100_000
    tracemalloc.start()
    with (tmp_path / "x.csv").open("wb+") as source:
        source.write(content)
        source.seek(0)
        waiting = [kept_file("x.csv", source)]
        source.seek(0)
        waiting.append(kept_file("x.csv", source))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert held < 1024 * 1024 < len(content)
    assert [each.content == content for each in waiting] == [True, True]
    assert kept_file("y.csv", io.BytesIO(b"a,b")).content == b"a,b"
