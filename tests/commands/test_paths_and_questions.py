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
    ("risk",): "/risk",
    ("risk", "--chain", "自行车", "--boundary", "none"): "/risk?chain=bicycle&boundary=none",
    ("neighbours", "--role", "rival"): "/neighbours?role=rival",
    ("leads",): "/leads",
    ("leads", "--stage", "talks", "--overdue", "false"): "/leads?stage=talks&overdue=false",
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


def test_a_choice_is_the_body_of_its_route_byte_for_byte(liantu: Run, demo_store: str) -> None:
    wanted = {
        "k": 2,
        "force": ["链条"],
        "limits": {"land": {"河湾园区": 120}, "needs": {"chain": 30}},
    }
    with open_store(demo_store) as store:
        client = TestClient(create_app(Settings(demo_store), store))
        expected = client.post("/api/v1/choose?boundary=none", json=wanted)

    limits = ("--land", "河湾园区=120", "--needs", "chain=30")
    done = liantu("choose", "2", "--force", "链条", *limits, "--boundary", "none", "--json")

    assert expected.status_code == 200
    assert done.raw == expected.content + b"\n"


def test_a_choice_tells_what_it_brings_and_where_it_would_stand(liantu: Run) -> None:
    done = liantu("choose", "1", "--force", "链条", "--land", "河湾园区=120", "--needs", "链条=30")

    assert done.code == 0
    assert done.out.startswith(
        "2 个候选里选 1 项：链条（本地有没有还不清楚，先核实）；配套合计提高 1，"
        "1 个产品由此配齐；已证明没有更好的选法"
    )
    for part in ("链条（必选）", "30 河湾园区", "自行车", "必选“链条”的代价：0"):
        assert part in done.out


def test_a_choice_that_another_equals_says_so(liantu: Run) -> None:
    """A chain or a belt: either completes the bicycle."""
    told = liantu("choose", "1").out.splitlines()[0]

    assert told.endswith("；已证明没有更好的选法；另有同样好的选法")


def test_a_choice_that_cannot_be_made_is_a_sentence_and_no_success(liantu: Run) -> None:
    refused = liantu("choose", "1", "--force", "链条", "--forbid", "链条")
    none = liantu("choose", "0")

    assert (refused.code, refused.out) == (1, "")
    assert "最少去掉其中一个要求" in refused.err
    assert (none.code, none.out) == (2, "")


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


def test_a_supposed_landing_tells_rounds_completeness_and_gaps(
    liantu: Run, demo_store: str
) -> None:
    done = liantu("what-if", "--land", "同步带")
    with open_store(demo_store) as store:
        client = TestClient(create_app(Settings(demo_store), store))
        expected = client.post("/api/v1/what-if", json={"land": ["同步带"]})
    raw = liantu("what-if", "--land", "同步带", "--json").raw

    assert done.code == 0
    assert "有了来源：同步带" in done.out
    assert "必需的投入同步带有了来源，配齐了" in done.out
    assert "同组的同步带补上了，任一即可" in done.out
    assert raw == expected.content + b"\n"


def test_a_supposition_that_cannot_be_is_refused(liantu: Run) -> None:
    contrary = liantu("what-if", "--close", "同步带", "--land", "belt")
    unknown = liantu("what-if", "--close", "飞轮", "--close", "链条")

    assert contrary.code == 1
    assert "不能既关停又落地" in contrary.err
    assert (unknown.code, "可能是：飞轮车业" in unknown.err) == (1, True)


def test_risk_tells_end_products_firms_and_how_it_was_worked_out(liantu: Run) -> None:
    done = liantu("risk", "--boundary", "none")

    assert done.code == 0
    assert "终端产品 1 个" in done.out
    assert "飞轮车业" in done.out
    assert "定性推演" in done.out


def test_risks_that_are_not_all_listed_go_on(process: Run) -> None:
    """Of the shipped district one row of each list, then the next; all rows are summed up."""
    first = process("risk", "--limit", "1", "--dataset", "hechuan", LIANTU_STORE="")
    cursor = first.out.partition("--cursor ")[2].split()[0]
    more = ("--limit", "1", "--cursor", cursor, "--dataset", "hechuan")
    second = process("risk", *more, LIANTU_STORE="")

    assert "没有列完" in first.out
    assert (second.code, first.out == second.out) == (0, False)
    assert second.out.splitlines()[0] == first.out.splitlines()[0]
