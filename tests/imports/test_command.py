"""`liantu import` and `liantu template`, as a person runs them."""

import json
from pathlib import Path

import pytest

from graph.store import open_store
from tests import templates
from tests.commands.conftest import Done, run_forked

WRONG = "企业,产品\n大河链条厂,链条\n飞轮车业二厂,同步带\n小溪厂,皮袋\n"


@pytest.fixture
def uri(tmp_path: Path) -> str:
    templates.lay(tmp_path / "store.sqlite", "demo")
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


def ran(uri: str, *arguments: str) -> Done:
    return run_forked("import", *arguments, "--by", "王工", LIANTU_STORE=uri)


def test_a_report_comes_first_and_is_written_only_when_asked(uri: str, tmp_path: Path) -> None:
    table = tmp_path / "企业.csv"
    table.write_text("企业,产品\n大河链条厂,链条\n", "utf-8")

    told, done = ran(uri, str(table)), ran(uri, str(table), "--apply")

    assert (told.code, done.code) == (0, 0)
    assert "消除的缺口 2：同步带生产企业 (belt_makers)、链条 (derived.qingxi.chain)" in told.out
    assert "尚未写入" in told.out
    assert "已写入，现为版本 2" in done.out
    with open_store(uri) as store:
        assert store.current("demo").by == "王工"


def test_rejected_rows_stop_it_and_go_to_a_file_that_comes_back(uri: str, tmp_path: Path) -> None:
    table, wrong = tmp_path / "企业.csv", tmp_path / "退回.csv"
    table.write_bytes(WRONG.encode("gbk"))

    refused = ran(uri, str(table), "--apply", "--rejected", str(wrong))
    sound = ran(uri, str(table), "--apply", "--sound-only")
    corrected = wrong.read_text("utf-8-sig").replace("皮袋", "同步带", 1)
    wrong.write_text(corrected, "utf-8")
    again = ran(uri, str(wrong), "--apply", "--choose", "飞轮车业二厂=flywheel", "--json")

    assert (refused.code, sound.code, again.code) == (1, 1, 0)
    assert "有 2 行被拒绝" in refused.err
    assert corrected.splitlines()[0] == "企业,产品,原因"
    assert len(corrected.splitlines()) == 3
    body = json.loads(again.out)
    assert (body["new"], body["changed"], body["rejected"], body["applied"]) == (2, 0, [], True)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nothing.csv",), 1),
        (("x.csv", "--value", "状态"), 2),
        (("--kind", "nothing", "x.csv"), 2),
        (("x.csv", "--map", "企业"), 2),
    ],
)
def test_wrong_use_is_told_in_one_sentence(uri: str, arguments: tuple[str, ...], code: int) -> None:
    done = ran(uri, *arguments)

    assert done.code == code
    assert len(done.err.splitlines()) == 1
    assert "Traceback" not in done.err


def test_a_template_is_written_and_read_back(uri: str, tmp_path: Path) -> None:
    file = tmp_path / "空表.xlsx"

    made = run_forked("template", "enterprises", "-o", str(file))

    assert (made.code, ran(uri, str(file)).code) == (0, 0)


def test_foreign_words_and_columns_of_one_file_are_explained(uri: str, tmp_path: Path) -> None:
    table, other = tmp_path / "a.csv", tmp_path / "b.csv"
    table.write_text("企业,甲,状态\n大河链条厂,链条,绿灯\n", "utf-8")
    other.write_text("企业,甲\n小溪厂,走访\n", "utf-8")
    columns = ("--map", "a.csv:甲=产品", "--map", "b.csv:甲=依据")

    told = ran(uri, str(table), str(other), *columns, "--value", "状态:绿灯=在产")
    wrong = ran(uri, str(table), "--map", "a.csv:乙=产品")

    assert told.code == 0
    assert "消除的缺口 2" in told.out
    assert wrong.code == 2
    assert "甲" in wrong.err


def test_what_was_said_is_saved_as_a_template_and_read_again(uri: str, tmp_path: Path) -> None:
    table, other, plan = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "方案.yaml"
    table.write_text("谁,甲\n大河链条厂,链条\n", "utf-8")
    other.write_text("谁,甲\n大河链条厂,链条\n", "utf-8")
    said = ("--kind", "a.csv=makes", "--map", "谁=企业", "--map", "甲=环节")

    first = ran(uri, str(table), *said, "--save-template", str(plan))
    again = ran(uri, str(other), "--template", str(plan))
    wrong = ran(uri, str(other), "--template", "没有的")
    kind = ran(uri, str(other), "--kind", "b.csv=firms")

    assert (first.code, again.code) == (0, 0)
    assert "消除的缺口 2" in first.out
    assert "消除的缺口 2" in again.out
    assert (wrong.code, kind.code) == (1, 2)
    assert "makes" in kind.err


def test_headers_of_the_folder_of_imports_are_known(uri: str, tmp_path: Path) -> None:
    (tmp_path / "headers.yaml").write_text("makes: {环节: [拳头货]}", "utf-8")
    table = tmp_path / "a.csv"
    table.write_text("企业名称,拳头货\n大河链条厂,链条\n", "utf-8")

    told = run_forked("import", str(table), LIANTU_STORE=uri, LIANTU_IMPORTS=str(tmp_path))

    assert told.code == 0
    assert "消除的缺口 2" in told.out
