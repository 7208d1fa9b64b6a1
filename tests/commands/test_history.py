"""`liantu history`: the body of its route, and what it tells a person."""

from pathlib import Path

from tests.commands.conftest import run_forked
from tests.edits.saying import correct, judge, undo
from tests.http.conftest import client_of, filled


def test_it_is_the_body_of_the_route_and_names_each_edit(tmp_path: Path) -> None:
    with filled(tmp_path, "demo") as store:
        client = client_of("editor", store, tmp_path)
        judge(client, 1, "belt_makers", owner="经信委")
        correct(client, 2, "makes.flywheel.bicycle")
        undo(client, 3, 3, "误会")
        uri, expected = store.uri, client.get("/api/v1/history?limit=2").content
    told = run_forked("history", LIANTU_STORE=uri)
    same = run_forked("history", "--limit", "2", "--json", LIANTU_STORE=uri)

    assert same.raw == expected + b"\n"
    assert told.code == 0
    for text in ("经信委", "否定", "飞轮车业生产自行车", "撤回", "误会", "王工", "共 4 个版本"):
        assert text in told.out
