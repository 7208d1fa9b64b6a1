"""Commands tell people what the routes tell programs; expected values: seeds/demo/dataset.yaml."""

import csv
import io
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import seeds
from api.http.app import create_app
from api.settings import Settings
from graph.store import open_store
from tests.commands.conftest import Run, run_forked

ROUTES = {
    ("chains",): "/chains",
    ("missing", "自行车"): "/missing?segment=bicycle",
    ("missing", "bicycle", "--boundary", "none", "--depth", "1"): (
        "/missing?segment=bicycle&boundary=none&depth=1"
    ),
    ("missing", "bicycle", "--horizon", "planned", "--lang", "en"): (
        "/missing?segment=bicycle&horizon=planned&lang=en"
    ),
    ("why-not", "车架"): "/why-not?segment=frame",
    ("gaps",): "/gaps",
    ("gaps", "--origin", "derived", "--limit", "1"): "/gaps?origin=derived&limit=1",
    ("search", "带"): "/search?q=带",
    ("show", "frame"): "/segments/frame",
    ("show", "飞轮车业"): "/enterprises/flywheel",
    ("show", "bicycle", "--type", "chain"): "/chains/bicycle",
    ("show", "belt_makers"): "/gaps/belt_makers",
    ("show", "derived.qingxi.chain"): "/gaps/derived.qingxi.chain",
    ("synergies",): "/synergies",
    ("synergies", "自行车"): "/synergies?chain=bicycle",
    ("synergies", "--level", "industry"): "/synergies?level=industry",
    ("dependence", "--chain", "自行车"): "/dependence?chain=bicycle",
    ("priority", "--first", "3", "--weights", "chains:40"): "/priority?first=3&weights=chains:40",
    ("land",): "/land",
    ("show", "light_vehicles"): "/industries/light_vehicles/panorama",
}


@pytest.mark.parametrize(("command", "route"), ROUTES.items(), ids=map(" ".join, ROUTES))
def test_json_is_the_body_of_the_route_byte_for_byte(
    liantu: Run, demo_store: str, command: tuple[str, ...], route: str
) -> None:
    with open_store(demo_store) as store:
        client = TestClient(create_app(Settings(demo_store), store))
        expected = client.get(f"/api/v1{route}")

    done = liantu(*command, "--json")

    assert expected.status_code == 200
    assert done.code == 0
    assert done.raw == expected.content + b"\n"


def test_missing_tells_status_standing_depth_path_and_proof(process: Run) -> None:
    done = process("missing", "自行车")

    assert done.code == 0
    for part in ("链条", "同步带", "在建", "拟引进", "确认缺口", "链条 → 自行车"):
        assert part in done.out
    assert "着力引进同步带生产企业" in done.out
    assert "虚构示例：青溪县自行车产业简况" in done.out
    assert "若未知环节都没有：最少补 1 个；任选其一：同步带、链条" in done.out
    assert "边界 traded" in done.out


def test_of_what_is_not_here_missing_does_not_say_that_it_cannot_be_completed(liantu: Run) -> None:
    wished, made = liantu("missing", "同步带"), liantu("missing", "自行车")

    assert "不能" not in wished.out
    assert "配套就绪" in wished.out
    assert "可补全：未知" in made.out


def test_missing_names_the_traded_inputs_that_it_rests_on(liantu: Run) -> None:
    done = liantu("missing", "自行车")

    assert "大宗钢材，全国市场采购" in done.out


def test_why_not_gives_its_reason(liantu: Run) -> None:
    done = liantu("why-not", "钢管")

    assert done.code == 0
    assert "大宗钢材，全国市场采购" in done.out or "市场" in done.out


def test_show_prints_every_statement_with_its_sentence(liantu: Run) -> None:
    done = liantu("show", "顺通链条")

    assert "“顺通链条在河湾园区在建”" in done.out
    assert "“顺通链条在河湾园区在建，投产后生产链条”" in done.out
    assert "在建" in done.out


def test_show_finds_a_region(liantu: Run) -> None:
    done = liantu("show", "河湾园区")

    assert "120" in done.out
    assert "“河湾园区剩余可用工业用地120亩”" in done.out


def test_show_asks_which_type_is_meant(liantu: Run) -> None:
    done = liantu("show", "自行车")

    assert done.code == 1
    assert "--type segment bicycle" in done.err
    assert "--type chain bicycle" in done.err


def test_english_says_the_same(liantu: Run) -> None:
    done = liantu("missing", "Bicycle", "--lang", "en")

    assert done.code == 0
    assert "Timing belt" in done.out
    assert "boundary traded" in done.out


def test_dependence_marks_the_only_maker(liantu: Run) -> None:
    done = liantu("dependence")

    assert "飞轮车业（资料只点名一家）" in done.out.replace("\n", "")


def test_export_gives_the_file_of_the_route(liantu: Run, tmp_path: Path) -> None:
    printed = liantu("export", "gaps.csv", "--rows", "gaps")
    written = liantu("export", "gaps.csv", "--rows", "gaps", "-o", str(tmp_path / "gaps.csv"))

    rows = list(csv.DictReader(io.StringIO(printed.raw.decode("utf-8-sig"))))
    assert {row["编号"] for row in rows} == {"belt_makers", "derived.qingxi.chain"}
    assert written.code == 0
    assert (tmp_path / "gaps.csv").read_bytes() == printed.raw
    assert [each.name for each in tmp_path.iterdir()] == ["gaps.csv"]


def test_check_counts_what_a_sound_folder_holds() -> None:
    done = run_forked("check", "demo", "--json")

    report = json.loads(done.out)
    assert done.code == 0
    assert report["valid"] is True
    assert report["counts"]["segment"] == 6
    assert report["counts"]["enterprise"] == 2


def test_load_writes_once_and_says_when_nothing_changed(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'new' / 'store.sqlite'}"
    first = run_forked("load", str(seeds.FOLDER / "demo"), "--store", store)
    second = run_forked("load", "demo", "--store", store, "--json")

    assert (first.code, second.code) == (0, 0)
    assert "版本 1" in first.out
    loaded = json.loads(second.out)
    assert (loaded["dataset"], loaded["version"], loaded["written"]) == ("demo", 1, False)


def test_a_command_that_reads_fills_a_new_store_and_says_so(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'store.sqlite'}"
    done = run_forked("search", "气凝胶绝热毡", "--store", store, "--json")

    assert done.code == 0
    assert "hechuan" in done.err
    assert [item["id"] for item in json.loads(done.out)["items"]] == ["aerogel_felt"]
    assert run_forked("search", "气", "--store", store).err == ""


def test_the_default_store_lies_in_the_users_data_directory_and_is_printed(tmp_path: Path) -> None:
    done = run_forked("load", "demo", HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "data"))

    assert done.code == 0
    assert f"sqlite:///{tmp_path}" in done.err
    assert list(tmp_path.rglob("*.sqlite"))
