"""The audit log: who tried to change what, from where, and what became of it; no secrets."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.auth import audit_log as module
from api.auth.audit_log import AuditLog
from api.auth.roles import AccessRole
from api.auth.tokens import Tokens
from api.wanted import PageWanted
from graph.answers.shapes.trail import TrailEntry
from graph.errors import BadParameterError
from graph.store import GraphStore
from tests.commands.conftest import run_forked
from tests.http.conftest import application, client_of
from tests.support import claim

LOG = "/api/v1/audit-log"
JUDGE = "/api/v1/gaps/belt_makers/judgements"
SAID = {
    "verdict": "confirm",
    "reason": "走访三家均不生产",
    "evidence": [{"note": "2026-11-20 走访记录", "as_of": "2026-11-20"}],
}


def entries(client: TestClient, **asked: str) -> list[dict[str, object]]:
    body = client.get(LOG, params=asked).json()
    return list(body["items"])


def entry(**given: object) -> TrailEntry:
    fields = {"number": 0, "time": "", "outcome": "done", "by": "王工"} | given
    return TrailEntry.model_validate(fields)


def client(role: AccessRole, store: GraphStore, folder: Path, name: str) -> TestClient:
    return client_of(role, store, folder, name)


def test_an_edit_is_written_down_with_who_where_and_both_versions(
    store: GraphStore, tmp_path: Path
) -> None:
    editor = client("editor", store, tmp_path, "王工")
    admin = client("admin", store, tmp_path, "赵主任")

    made = editor.post(JUDGE, json=SAID, headers={"If-Match": '"1"', "X-Request-ID": "r-1"})
    found = entries(admin)

    assert made.status_code == 200, made.text
    assert len(found) == 1
    time, token = found[0].pop("time"), found[0].pop("token")
    assert str(time).endswith("+00:00")
    assert len(str(token)) == 8
    assert found[0] == {
        "number": 1,
        "outcome": "done",
        "by": "王工",
        "role": "editor",
        "address": "testclient",
        "request": "r-1",
        "method": "POST",
        "route": "/api/v1/gaps/{id}/judgements",
        "path": JUDGE,
        "status": 200,
        "dataset": "demo",
        "before": 1,
        "after": 2,
        "unlisted": 0,
    }


def test_refused_and_failed_tries_are_written_down_too(store: GraphStore, tmp_path: Path) -> None:
    reader = client("reader", store, tmp_path, "李工")
    editor = client("editor", store, tmp_path, "王工")
    admin = client("admin", store, tmp_path, "赵主任")

    TestClient(reader.app).post(JUDGE, json=SAID)
    reader.post(JUDGE, json=SAID, headers={"If-Match": '"1"'})
    editor.post(JUDGE, json=SAID)
    editor.post("/api/v1/gaps/nothing/judgements", json=SAID, headers={"If-Match": '"1"'})
    editor.get(LOG)

    assert [(e["by"], e["status"], e["outcome"], e["after"]) for e in entries(admin)] == [
        ("王工", 403, "refused", None),
        ("王工", 404, "failed", None),
        ("王工", 428, "failed", None),
        ("李工", 403, "refused", None),
        ("", 401, "refused", None),
    ]


def test_reading_is_not_written_down(store: GraphStore, tmp_path: Path) -> None:
    admin = client("admin", store, tmp_path, "赵主任")
    closed = TestClient(application(store, tokens=tmp_path / "tokens.json", reading="tokens"))
    for path in ("/", "/api/v1/chains", "/gaps", LOG, "/audit-log", "/login"):
        admin.get(path)
        closed.get(path)

    assert entries(admin) == []


def test_where_reading_needs_a_token_a_strangers_edit_is_written_down_as_well(
    store: GraphStore, tmp_path: Path
) -> None:
    admin = client("admin", store, tmp_path, "赵主任")
    closed = TestClient(application(store, tokens=tmp_path / "tokens.json", reading="tokens"))

    closed.post(JUDGE, json=SAID)

    assert [(e["path"], e["outcome"]) for e in entries(admin)] == [(JUDGE, "refused")]


def test_logging_in_is_written_down_and_no_secret_is(store: GraphStore, tmp_path: Path) -> None:
    admin = client("admin", store, tmp_path, "赵主任")
    _, secret = Tokens(tmp_path / "tokens.json").new("editor", "王工")
    browser = TestClient(admin.app, headers={"Origin": "http://testserver"})
    browser.post("/login", data={"token": "liantu_wrong"}, follow_redirects=False)
    browser.post("/login", data={"token": secret}, follow_redirects=False)
    cookie = browser.cookies["liantu_session"]
    browser.post(
        f"{JUDGE}?token={secret}", json=SAID | {"reason": secret}, headers={"If-Match": '"1"'}
    )
    text = (tmp_path / "audit.jsonl").read_text("utf-8")

    assert [(e["path"], e["outcome"], e["by"]) for e in entries(admin)][-2:] == [
        ("/login", "done", "王工"),
        ("/login", "refused", ""),
    ]
    for hidden in (secret, cookie, "liantu_wrong", "reason", "走访"):
        assert hidden not in text


def test_tables_that_are_written_are_written_down_with_both_versions(
    store: GraphStore, tmp_path: Path
) -> None:
    editor = client("editor", store, tmp_path, "王工")
    admin = client("admin", store, tmp_path, "赵主任")

    def files(firm: str) -> list[tuple[str, tuple[str, bytes]]]:
        return [("files", ("a.csv", f"企业,产品\n{firm},同步带\n".encode()))]

    editor.post("/api/v1/imports", files=files("甲乙丙厂"))
    editor.post("/api/v1/imports", params={"apply": "true"}, files=files("甲乙丙厂"))
    page = editor.post("/import", files=files("子丑寅厂"))
    editor.post(page.url.path, data={"action": "write"})
    found = [(e["path"], e["before"], e["after"]) for e in entries(admin)]

    assert found == [
        (page.url.path, 2, 3),
        ("/import", 2, None),
        ("/api/v1/imports", 1, 2),
    ]
    assert "甲乙丙" not in (tmp_path / "audit.jsonl").read_text("utf-8")


def test_making_and_revoking_tokens_is_written_down(file: Path) -> None:
    run_forked("token", "new", "editor", LIANTU_TOKENS=str(file), LOGNAME="root")
    token = Tokens(file).listed()[0]
    run_forked("token", "revoke", token.id, LIANTU_TOKENS=str(file), LOGNAME="root")

    items = AuditLog.next_to(file).page(PageWanted()).items
    assert [(e.path, e.by) for e in items] == [
        (f"token revoke {token.id}", "root"),
        (f"token new editor {token.id}", "root"),
    ]


def test_pages_go_from_the_newest_to_the_oldest_while_more_is_added(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "audit.jsonl")
    for number in range(5):
        log.add(entry(path=f"/{number}"))
    first = log.page(PageWanted(limit=2))
    log.add(entry(path="/5"))
    second = log.page(PageWanted(limit=2, cursor=first.next))
    third = log.page(PageWanted(limit=2, cursor=second.next))

    assert [e.path for e in (*first.items, *second.items, *third.items)] == [
        "/4", "/3", "/2", "/1", "/0",
    ]  # fmt: skip
    assert (first.total, second.total, third.next) == (5, 6, None)


@pytest.mark.parametrize("cursor", ["x", "-1", "", "１", "1 "])
def test_a_cursor_that_is_none_is_refused(tmp_path: Path, cursor: str) -> None:
    with pytest.raises(BadParameterError):
        AuditLog(tmp_path / "audit.jsonl").page(PageWanted(limit=2, cursor=cursor))


def test_old_files_are_put_aside_and_the_oldest_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 400)
    log = AuditLog(tmp_path / "audit.jsonl")
    for number in range(60):
        log.add(entry(path=f"/{number}"))
    items = log.page(PageWanted(limit=1000)).items

    assert [e.number for e in items] == list(range(60, 60 - len(items), -1))
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "audit.jsonl", "audit.jsonl.1", "audit.jsonl.2", "audit.jsonl.3", "audit.jsonl.4",
    ]  # fmt: skip
    assert all(each.stat().st_size <= 400 for each in tmp_path.iterdir())
    assert len(items) < 60


def test_a_flood_of_strangers_pushes_nobody_out(tmp_path: Path) -> None:
    now = 0.0
    log = AuditLog(tmp_path / "audit.jsonl", lambda: now)
    for _ in range(200):
        log.add(entry(by="", outcome="refused"))
    log.add(entry(path="/edit"))
    now = 61.0
    log.add(entry(by="", outcome="refused"))
    items = log.page(PageWanted(limit=1000)).items

    assert len(items) == 62
    assert (items[1].path, items[1].unlisted) == ("/edit", 140)
    assert items[0].unlisted == 0


def test_a_line_that_a_crash_left_unfinished_hides_no_other(tmp_path: Path) -> None:
    file = tmp_path / "audit.jsonl"
    log = AuditLog(file)
    log.add(entry(path="/1"))
    with file.open("ab") as out:
        out.write(b'{"number": 2, "ti\n')
    log.add(entry(path="/2"))

    assert [(e.number, e.path) for e in log.page(PageWanted()).items] == [(2, "/2"), (1, "/1")]


def test_a_line_that_was_cut_off_takes_the_next_entry_not_along_and_is_told(
    store: GraphStore, tmp_path: Path
) -> None:
    file = tmp_path / "audit.jsonl"
    AuditLog(file).add(entry(path="/1"))
    with file.open("ab") as out:
        out.write(b'{"number": 2, "ti')
    AuditLog(file).add(entry(path="/2"))
    admin = client("admin", store, tmp_path, "赵主任")

    body = admin.get(LOG).json()
    assert [(e["number"], e["path"]) for e in body["items"]] == [(2, "/2"), (1, "/1")]
    assert body["torn"] == 1
    assert "1 行未写完整" in admin.get("/audit-log").text


def test_an_edit_whose_entry_was_never_written_is_added_from_the_history_at_the_next_start(
    store: GraphStore, tmp_path: Path
) -> None:
    editor = client("editor", store, tmp_path, "王工")
    (tmp_path / "audit.jsonl").mkdir()  # so that none can be written
    made = editor.post(JUDGE, json=SAID, headers={"If-Match": '"1"'})
    assert made.status_code == 200
    (tmp_path / "audit.jsonl").rmdir()

    for _start in range(2):
        admin = client("admin", store, tmp_path, "赵主任")

        found = [(e["path"], e["by"], e["before"], e["after"]) for e in entries(admin)]
        assert found == [("history report", "王工", 1, 2)]
    assert entries(admin)[0]["time"] == store.current("demo").at


def test_of_a_history_older_than_the_log_nothing_is_added(
    store: GraphStore, tmp_path: Path
) -> None:
    for status in ("present", "absent", "sought"):
        store.report("demo", [claim("belt", status)], by="王工", note="走访")
    newest = store.current("demo").number
    assert newest == 4
    AuditLog(tmp_path / "audit.jsonl").add(
        entry(dataset="demo", before=newest - 2, after=newest - 1)
    )

    admin = client("admin", store, tmp_path, "赵主任")

    assert [e["after"] for e in entries(admin)] == [newest, newest - 1]


def test_only_its_owner_reads_the_file(tmp_path: Path) -> None:
    file = tmp_path / "audit.jsonl"
    AuditLog(file).add(entry())

    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_text())["by"] == "王工"


def test_a_log_that_cannot_be_written_stops_nothing_and_is_an_error_of_the_servers_log(
    store: GraphStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    editor = client("editor", store, tmp_path, "王工")
    (tmp_path / "audit.jsonl").mkdir()

    made = editor.post(JUDGE, json=SAID, headers={"If-Match": '"1"'})

    assert made.status_code == 200
    assert "cannot be written" in caplog.text


def test_the_page_shows_the_entries_as_text(store: GraphStore, tmp_path: Path) -> None:
    name = "<b>王工</b>"
    editor = client("editor", store, tmp_path, name)
    admin = client("admin", store, tmp_path, "赵主任")
    editor.post(JUDGE, json=SAID, headers={"If-Match": '"1"'})
    page = admin.get("/audit-log")

    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert "&lt;b&gt;王工&lt;/b&gt;" in page.text
    assert "<b>王工" not in page.text
    assert "demo 1 → 2" in page.text
    assert "审计日志" in admin.get("/audit-log").text
