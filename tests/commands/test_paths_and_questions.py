"""`path` and `verify`: the bodies of their routes, and what they tell a person."""

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.settings import Settings
from graph.store import open_store
from tests.commands.conftest import Run

ROUTES = {
    ("path", "钢管", "自行车"): "/path?from=steel_tube&to=bicycle",
    ("path", "bicycle", "tube"): "/path?from=bicycle&to=tube",
    ("path", "tube", "bicycle", "--inputs", "energy"): ("/path?from=tube&to=bicycle&inputs=energy"),
    ("closure", "自行车"): "/closure?segment=bicycle",
    ("closure", "steel_tube", "--direction", "down", "--depth", "1"): (
        "/closure?segment=steel_tube&direction=down&depth=1"
    ),
    ("dependence",): "/dependence",
    ("neighbours", "--role", "rival"): "/neighbours?role=rival",
    ("audit",): "/audit",
    ("diff", "1", "1"): "/diff?from=1&to=1",
    ("audit", "--severity", "certain"): "/audit?severity=certain",
    ("verify",): "/verify",
    ("verify", "--boundary", "none", "--limit", "1"): "/verify?boundary=none&limit=1",
    ("verify", "--boundary", "none", "--lang", "en"): "/verify?boundary=none&lang=en",
}


@pytest.mark.parametrize(("command", "route"), ROUTES.items(), ids=map(" ".join, ROUTES))
def test_json_is_the_body_of_the_route_byte_for_byte(
    liantu: Run, demo_store: str, command: tuple[str, ...], route: str
) -> None:
    with open_store(demo_store) as store:
        expected = TestClient(create_app(Settings(demo_store), store)).get(f"/api/v1{route}")

    done = liantu(*command, "--json")

    assert expected.status_code == 200
    assert done.raw == expected.content + b"\n"


def test_a_path_shows_each_step_with_its_proof(liantu: Run) -> None:
    done = liantu("path", "钢管", "自行车")

    assert done.code == 0
    assert "最短 2 级供应，1 条路径" in done.out
    assert "属于 管材" in done.out
    assert "车架由管材焊成" in done.out


def test_a_closure_lists_steps_and_what_is_here(liantu: Run) -> None:
    done = liantu("closure", "自行车")

    assert done.code == 0
    assert "自行车的上游：共 5 个环节" in done.out
    assert "钢管" in done.out


def test_two_segments_that_nothing_connects_are_an_answer(liantu: Run) -> None:
    done = liantu("path", "bicycle", "tube")

    assert done.code == 0
    assert "没有供应路径相连" in done.out


def test_a_segment_that_is_none_gets_the_nearest(liantu: Run) -> None:
    done = liantu("path", "自行", "车架")

    assert done.code == 1
    assert "自行车" in done.err


def test_a_question_names_whom_to_ask_and_what_the_answers_change(liantu: Run) -> None:
    done = liantu("verify", "--boundary", "none")

    assert done.code == 0
    for part in ("本地有没有企业生产“管材”？", "飞轮车业", "tube", "1"):
        assert part in done.out.replace("\n", "")
