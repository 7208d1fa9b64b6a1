"""`liantu merge`: two enterprises that are one, and two after all."""

from pathlib import Path

from graph.store import open_store
from tests.commands.conftest import run_forked
from tests.http.conftest import filled


def test_two_enterprises_are_merged_and_parted_by_command(tmp_path: Path) -> None:
    with filled(tmp_path, "demo") as store:
        uri, before = store.uri, store.read("demo").enterprises
    pair = ("flywheel", "顺通链条", "--reason", "同一家", "--by", "王工")

    tried = run_forked("merge", *pair, LIANTU_STORE=uri)
    merged = run_forked("merge", *pair, "--apply", LIANTU_STORE=uri)
    shown = run_forked("show", "顺通链条", LIANTU_STORE=uri)
    parting = ("flywheel", "shuntong_chain", "--reason", "两家", "--split", "--apply")
    parted = run_forked("merge", *parting, LIANTU_STORE=uri)

    assert [each.code for each in (tried, merged, shown, parted)] == [0, 0, 0, 0]
    assert "尚未写入" in tried.out
    assert "版本 2" in merged.out
    assert "flywheel" in shown.out
    assert "版本 3" in parted.out
    with open_store(uri) as store:
        assert store.read("demo").enterprises == before
        assert [each.by for each in store.versions("demo")][1] == "王工"


def test_itself_and_an_unknown_name_are_refused(tmp_path: Path) -> None:
    with filled(tmp_path, "demo") as store:
        uri = store.uri

    itself = run_forked("merge", "flywheel", "飞轮车业", "--reason", "同", LIANTU_STORE=uri)
    unknown = run_forked("merge", "flywheel", "无此厂", "--reason", "同", LIANTU_STORE=uri)

    assert (itself.code, unknown.code) == (2, 1)
