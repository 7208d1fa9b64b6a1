"""Which k: `POST /choose` and its page; expected values: seeds/demo/dataset.yaml, by hand."""

import pytest
from starlette.testclient import TestClient

API = "/api/v1/choose"


def test_a_belt_serves_the_bicycle_as_well_as_a_chain_would(demo: TestClient) -> None:
    # One group is not bought: chain or belt. The chain is being built, so it may be here.
    body = demo.post(API, json={"k": 1}).json()

    assert [each["id"] for each in body["chosen"]] == ["belt"]
    assert (body["objective"], body["completed"], body["proven_optimal"]) == (1, 1, True)
    assert [each["id"] for each in body["second_best"]["chosen"]] == ["chain"]
    assert body["second_best"]["objective"] == body["bound"] == body["greedy_objective"] == 1
    assert (body["possible"]["chosen"], body["possible"]["objective"], body["both"]) == ([], 0, [])
    assert [
        (each["product"]["id"], each["before"], each["after"], each["completed"])
        for each in body["unlocks"]
    ] == [("bicycle", 0, 1, True)]


def test_without_the_market_the_tube_is_to_be_found_too(demo: TestClient) -> None:
    body = demo.post(API, json={"k": 2}, params={"boundary": "none"}).json()

    assert {each["id"] for each in body["chosen"]} == {"belt", "steel_tube"}
    assert body["objective"] == 1
    assert [(each["id"], each["verify_first"]) for each in body["chosen"]] == [
        ("belt", False),
        ("steel_tube", True),
    ]


def test_forcing_names_its_cost_and_land_its_park(demo: TestClient) -> None:
    limits = {"land": {"河湾园区": 120}, "needs": {"链条": 30}}
    body = demo.post(API, json={"k": 1, "force": ["链条"], "limits": limits}).json()

    chain = body["chosen"][0]
    assert (chain["id"], chain["forced"], chain["land"]) == ("chain", True, 30)
    assert chain["park"]["id"] == "hewan"
    assert [(each["park"]["id"], each["land"], each["used"]) for each in body["parks"]] == [
        ("hewan", 120, 30)
    ]
    assert [(each["segment"]["id"], each["cost"]) for each in body["forced_cost"]] == [("chain", 0)]


def test_what_has_no_need_or_cost_is_told(demo: TestClient) -> None:
    limits = {"land": {"河湾园区": 120}, "budget": 10}
    notes = demo.post(API, json={"k": 50, "limits": limits}).json()["notes"]

    assert "没有给出用地需求，按 0 亩计：同步带" in notes
    assert "没有给出费用，按 0 计：同步带" in notes
    assert any("候选只有 2 项" in note for note in notes)


def test_its_link_asks_the_same(demo: TestClient) -> None:
    body = demo.post(API, json={"k": 1, "forbid": ["belt"]}, params={"boundary": "none"}).json()

    assert body["link"] == "/choose?k=1&forbid=belt&boundary=none"
    assert demo.get(body["link"]).status_code == 200


@pytest.mark.parametrize(
    ("wanted", "status", "said"),
    [
        ({"k": 0}, 422, "不能小于 1"),
        ({"k": -3}, 422, "不能小于 1"),
        ({}, 422, "缺少此参数"),
        ({"k": 1, "force": ["无此物"]}, 404, "没有名为“无此物”的环节"),
        ({"k": 1, "limits": {"land": {"无此园": 1}}}, 404, "没有名为“无此园”的地区"),
        ({"k": 1, "force": ["belt"], "forbid": ["同步带"]}, 422, "最少去掉其中一个要求"),
        ({"k": 1, "force": ["belt", "chain"]}, 422, "最少把 k 放宽到 2"),
        ({"k": 1, "force": ["frame"]}, 422, "车架是厂内工序"),
        ({"k": 1, "force": ["bicycle"]}, 422, "自行车本地已有"),
        ({"k": 1, "force": ["steel_tube"]}, 422, "钢管市场上买得到"),
        ({"k": 1, "force": ["tube"]}, 422, "管材是大类"),
        ({"k": 1, "forbid": ["belt", "chain"]}, 422, "没有候选"),
        ({"k": 1, "limits": {"budget": -1}}, 422, "不能小于 0"),
        ({"k": 1, "limits": {"needs": {"belt": "多"}}}, 422, "应为数"),
        (
            {"k": 1, "limits": {"budget": 5, "costs": {"belt": 9, "chain": 7}}},
            422,
            "最小的放宽（任取其一）：预算放宽到 7",
        ),
        (
            {"k": 1, "limits": {"land": {"河湾园区": 10}, "needs": {"belt": 30, "chain": 25}}},
            422,
            "河湾园区 15 亩",
        ),
    ],
)
def test_what_cannot_be_met_names_the_conflict_and_the_least_that_would_do(
    demo: TestClient, wanted: dict[str, object], status: int, said: str
) -> None:
    response = demo.post(API, json=wanted)

    assert response.status_code == status
    assert said in response.json()["detail"]


def test_the_page_shows_a_conflict_above_its_form(demo: TestClient) -> None:
    page = demo.get("/choose?k=1&force=belt,chain", headers={"Accept": "text/html"})

    assert page.status_code == 422
    assert "最少把 k 放宽到 2" in page.text
    assert 'value="belt,chain"' in page.text


def test_amounts_that_are_none_are_named_on_the_page(demo: TestClient) -> None:
    page = demo.get("/choose?k=1&land=河湾园区", headers={"Accept": "text/html"})

    assert page.status_code == 422
    assert "参数 land 不能是“河湾园区”；可用：名称=数" in page.text


@pytest.mark.parametrize("asked", [{"force": "长" * 251}, {"land": f"{'长' * 251}=1"}])
def test_names_that_nothing_can_have_are_told_on_the_page(
    demo: TestClient, asked: dict[str, str]
) -> None:
    answer = demo.get("/choose", params=asked, headers={"Accept": "text/html"})

    assert answer.status_code == 422
    assert "<form" in answer.text


def test_asking_twice_gives_the_same(hechuan: TestClient) -> None:
    first, second = (hechuan.post(API, json={"k": 6}) for _ in range(2))

    assert first.content == second.content
    assert first.json()["proven_optimal"]
    assert first.json()["candidates"] > 60
