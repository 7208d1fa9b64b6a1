"""Registers over HTTP and by command: for editors, atomic, undone as a whole."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore, open_store
from tests import templates
from tests.commands.conftest import Done, run_forked
from tests.http.conftest import application, client_of, filled

PATH = "/api/v1/imports"
LIST = "单位名称,行业代码,主要业务活动\n飞轮车业,3761,自行车制造\n大河链条厂,3484,链条制造\n"
SAID = {"register": "四经普", "as_of": "2025-12-31", "coverage": "all_industrial"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with filled(tmp_path, "demo") as opened:
        yield opened


def sent(client: TestClient, apply: bool = True, **said: str) -> dict[str, object]:
    files = [("files", ("名录.csv", LIST.encode()))]
    reply = client.post(PATH, params={"apply": apply}, data=SAID | said, files=files)
    return {"status": reply.status_code, **reply.json()}


def test_a_register_is_reported_then_written_then_undone(store: GraphStore, tmp_path: Path) -> None:
    editor = client_of("editor", store, tmp_path)
    told = sent(editor, apply=False)
    done = sent(editor)

    assert told["applied"] is False
    assert isinstance(told["as_register"], dict)
    assert told["as_register"]["fates"]["new"] == 2
    assert (done["applied"], done["version"]) == (True, 2)
    assert len(store.read("demo").listed_firms) == 2
    said = {"reason": "看错了"}
    headers = {"If-Match": '"2"'}
    assert editor.post("/api/v1/history/2/undo", json=said, headers=headers).status_code == 200
    assert not store.read("demo").listed_firms
    assert not store.read("demo").registers


def test_a_register_taken_back_as_a_fact_takes_its_rows_along(
    store: GraphStore, tmp_path: Path
) -> None:
    editor = client_of("editor", store, tmp_path)
    sent(editor)
    (register,) = store.read("demo").registers

    reply = editor.delete(f"/api/v1/facts/{register}", headers={"If-Match": '"2"'})

    assert reply.status_code == 200
    assert not store.read("demo").registers
    assert not store.read("demo").listed_firms


def test_a_reader_gets_no_report_of_a_register(store: GraphStore, tmp_path: Path) -> None:
    reader = client_of("reader", store, tmp_path)

    assert sent(reader, apply=False)["status"] == 403
    assert sent(TestClient(application(store)), apply=False)["status"] == 401


def test_an_undated_list_is_refused_in_words(store: GraphStore, tmp_path: Path) -> None:
    found = sent(client_of("editor", store, tmp_path), as_of="")

    assert found["status"] == 422
    assert "日期" in str(found["detail"])
    assert store.current("demo").number == 1


def ran(uri: str, *arguments: str) -> Done:
    return run_forked("import", *arguments, "--by", "王工", LIANTU_STORE=uri)


def test_the_command_takes_a_register_too(tmp_path: Path) -> None:
    templates.lay(tmp_path / "store.sqlite", "demo")
    uri = f"sqlite:///{tmp_path / 'store.sqlite'}"
    table = tmp_path / "名录.csv"
    table.write_text(LIST, "utf-8")
    said = ("--register", "四经普", "--as-of", "2025-12-31", "--covers", "all_industrial")

    told = ran(uri, str(table), *said, "--apply")
    older = ran(uri, str(table), *said[:3], "2024-12-31", *said[4:], "--apply")
    again = ran(uri, str(table), *said, "--json")

    assert (told.code, older.code, again.code) == (0, 1, 0)
    assert "名录“四经普”，2025-12-31，青溪县，全部工业法人" in told.out
    assert "新增 2" in told.out
    assert "旧名录不覆盖新名录" in older.err
    assert json.loads(again.out)["as_register"]["fates"]["same"] == 2
    with open_store(uri) as store:
        assert store.current("demo").note == "导入 名录 四经普（2025-12-31）"


def test_the_page_takes_a_register_and_keeps_what_was_declared(
    store: GraphStore, tmp_path: Path
) -> None:
    editor = client_of("editor", store, tmp_path)
    files = [("files", ("名录.csv", LIST.encode()))]

    shown = editor.post("/import", data=SAID, files=files)
    address = shown.url.path
    done = editor.post(address, data={"action": "write"})

    assert "全部工业法人" in shown.text
    assert "大河链条厂" in shown.text
    assert "已写入" in done.text
    assert [each.name for each in store.read("demo").registers.values()] == ["四经普"]


def test_the_page_says_that_a_register_needs_a_date(store: GraphStore, tmp_path: Path) -> None:
    editor = client_of("editor", store, tmp_path)
    files = [("files", ("名录.csv", LIST.encode()))]

    reply = editor.post("/import", data=SAID | {"as_of": ""}, files=files)

    assert "名录须写明日期" in reply.text
    assert reply.status_code == 422


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({"register": ""}, "名录名称"),
        ({"coverage": ""}, "覆盖范围"),
        ({"as_of": ""}, "日期"),
        ({"register": "", "as_of": "", "coverage": "", "region": "河湾园区"}, "名录名称"),
    ],
)
def test_what_was_filled_in_stays_in_the_form_that_lacks_something(
    said: dict[str, str], missing: str, store: GraphStore, tmp_path: Path
) -> None:
    editor = client_of("editor", store, tmp_path)
    filled_in = SAID | {"note": "统计局提供", "replace": "true"} | said

    reply = editor.post("/import", data=filled_in, files=[("files", ("a.csv", LIST.encode()))])
    form = reply.text[reply.text.index('<details class="fold" open>') :]

    assert reply.status_code == 422
    assert missing in reply.text.partition('role="alert"')[2].partition("<form")[0]
    assert 'name="note" value="统计局提供"' in form
    assert 'name="replace" value="true" checked' in form
    assert ('<option value="all_industrial" selected>' in form) == bool(filled_in["coverage"])
