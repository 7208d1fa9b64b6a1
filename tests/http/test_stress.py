"""`POST /what-if` and its page: answers of the demo, worked out by hand; bad input."""

import json
from collections.abc import Mapping

import pytest
from starlette.testclient import TestClient

API = "/api/v1"
LISTS = ("end_products", "singles", "firms")


def supposed(
    client: TestClient, names: Mapping[str, list[str]], **params: str
) -> dict[str, object]:
    answer = client.post(f"{API}/what-if", json=names, params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


def test_a_belt_that_lands_completes_the_bicycle(demo: TestClient) -> None:
    """Belt or chain is the bicycle's only open group; the chain is being built."""
    body = demo.post(f"{API}/what-if", json={"land": ["同步带"]}).json()

    assert (body["dataset"], body["version"], body["region"]["id"]) == ("demo", 1, "qingxi")
    assert [(e["segment"]["id"], e["round"], e["sort"]) for e in body["gained"]] == [
        ("belt", 1, "available"),
        ("bicycle", 2, "completable"),
    ]
    [shift] = body["completeness"]
    assert (shift["before"]["available"], shift["after"]["available"]) == (0, 1)
    assert [(c["segment"]["id"], c["code"]) for c in body["gaps"]["closed"]] == [
        ("chain", "alternative")
    ]
    assert [(c["gap"]["id"], c["after"], c["filled"]) for c in body["gaps"]["changed"]] == [
        ("belt_makers", "direction", True)
    ]
    assert body["method"] == "qualitative_cascade"
    assert body["lost"] == []


def test_closing_the_maker_of_bicycles_leaves_nothing_to_fill(demo: TestClient) -> None:
    """The gaps do not close because somebody filled them."""
    body = demo.post(f"{API}/what-if", json={"close": ["飞轮车业"]}).json()

    assert [(e["segment"]["id"], e["because"]["code"]) for e in body["lost"]] == [
        ("bicycle", "fact")
    ]
    assert {c["code"] for c in body["gaps"]["closed"]} == {"not_needed"}
    [shift] = body["completeness"]
    assert (shift["after"]["needed"], shift["after"]["low"]) == (0, None)


def test_terms_go_with_it(demo: TestClient) -> None:
    body = supposed(demo, {"stop": ["钢管"]}, boundary="none", lang="en")

    assert body["boundary"] == "none"
    assert body["summary"] == [
        "This changes nothing: what is available, completable and missing stays as it is"
    ]


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        ({}, 422, "没有写明关停、落地或改变什么"),
        ({"close": ["belt"], "land": ["同步带"]}, 422, "“同步带”不能既关停又落地"),
        ({"close": ["飞轮"]}, 404, "没有名为“飞轮”的企业或环节"),
        ({"stop": ["飞轮车业"]}, 404, "没有名为“飞轮车业”的环节"),
        ({"closed": ["belt"]}, 422, "closed"),
        ({"close": "belt"}, 422, "close"),
        ({"close": [""]}, 422, "close"),
        ({"close": ["x"] * 51}, 422, "close"),
    ],
)
def test_bad_input_is_answered_clearly(
    demo: TestClient, body: dict[str, object], status: int, says: str
) -> None:
    answer = demo.post(f"{API}/what-if", json=body)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert says in answer.text
    if status == 404:
        assert "suggestions" in answer.json()


def test_near_names_are_offered(demo: TestClient) -> None:
    answer = demo.post(f"{API}/what-if", json={"close": ["飞轮"]}).json()

    assert answer["suggestions"][0] == "飞轮车业"


def test_the_page_holds_everything_in_its_address(demo: TestClient) -> None:
    first = demo.get("/what-if", params={"land": "同步带", "boundary": "none"})

    assert first.status_code == 200
    assert "有了来源：同步带" in first.text
    assert 'name="land" value="同步带"' in first.text
    assert "飞轮车业" not in first.text
    both = demo.get("/what-if", params={"land": "同步带", "close": ["飞轮车业", "", "链条、钢管"]})
    assert 'name="close" value="飞轮车业、链条、钢管"' in both.text


def test_the_page_tells_what_is_wrong_in_place(demo: TestClient) -> None:
    unknown = demo.get("/what-if", params={"close": "飞轮"})
    contrary = demo.get("/what-if", params={"close": "同步带", "land": "同步带"})
    many = demo.get("/what-if", params={"close": "、".join(f"x{n}" for n in range(51))})

    assert (unknown.status_code, contrary.status_code, many.status_code) == (404, 422, 422)
    assert "没有名为“飞轮”的企业或环节" in unknown.text
    assert "不能既关停又落地" in contrary.text
    assert "一次最多假设 50 项" in many.text


def test_the_stopped_car_maker_and_the_running_one_read_sensibly(hechuan: TestClient) -> None:
    stopped = hechuan.post(f"{API}/what-if", json={"close": ["比速汽车"]}).json()
    running = hechuan.post(f"{API}/what-if", json={"close": ["北汽瑞翔"]}).json()
    with_suv = {"close": ["北汽瑞翔", "入门级SUV"]}
    both = hechuan.post(f"{API}/what-if", json=with_suv).json()

    assert stopped["supposed"][0]["changes"] is False
    assert "已经停产" in stopped["supposed"][0]["text"]
    assert stopped["summary"] == [
        "这些假设不带来任何变化：有什么产品、本地配套率和缺口都和现在一样"
    ]
    assert "汽车整车没有了点名的企业，但资料另说本地有" in running["supposed"][0]["text"]
    assert [each["name"] for each in running["supposed"][0]["also"]] == ["入门级SUV"]
    assert running["lost"] == []
    assert {each["segment"]["name"] for each in both["lost"]} >= {"入门级SUV", "传统燃油汽车"}
    assert any("不是补上了" in each for each in both["summary"])


def test_the_bicycle_hangs_on_its_frame_and_on_nobody_alone(demo: TestClient) -> None:
    """The frame is welded in-house; tube is bought through steel tube; belt or chain will do."""
    body = demo.get(f"{API}/risk", params={"chain": "自行车"}).json()

    assert (body["chain"]["id"], body["method"]) == ("bicycle", "qualitative_cascade")
    [end] = body["end_products"]
    assert (end["segment"]["id"], end["dominators"]) == ("bicycle", [])
    assert [each["segment"]["id"] for each in body["singles"]] == ["bicycle"]
    [firm] = body["firms"]
    assert (firm["enterprise"]["id"], firm["low"], firm["known"], firm["high"], firm["of"]) == (
        "flywheel",
        0,
        1,
        1,
        1,
    )
    assert (firm["index"], body["external"]["needed"]) == (None, 2)


def test_without_a_boundary_the_bicycle_hangs_on_steel_tube(demo: TestClient) -> None:
    """Steel tube is the only kind of tube, a category that stands for its kinds alone."""
    body = demo.get(f"{API}/risk", params={"boundary": "none"}).json()

    [end] = body["end_products"]
    assert [each["segment"]["id"] for each in end["dominators"]] == ["steel_tube"]
    assert body["chain"] is None


def test_an_unknown_chain_is_answered_with_near_names(demo: TestClient) -> None:
    answer = demo.get(f"{API}/risk", params={"chain": "自行"})

    assert (answer.status_code, answer.json()["suggestions"]) == (404, ["自行车"])


def test_the_risk_page_names_firms_and_leads_to_what_if(demo: TestClient) -> None:
    page = demo.get("/risk", params={"chain": "bicycle"})

    assert page.status_code == 200
    assert "终端产品 1 个" in page.text.replace("<b>", "").replace("</b>", "")
    assert "/what-if?close=enterprise%3Aflywheel" in page.text


def test_of_long_lists_of_risks_no_row_is_lost_or_shown_twice(hechuan: TestClient) -> None:
    """Three lists of unlike length go on together, until the longest ends."""
    whole = hechuan.get(f"{API}/risk", params={"limit": 1000}).json()
    rows = {name: [json.dumps(each) for each in whole[name]] for name in LISTS}
    assert {name: len(each) for name, each in rows.items()} == whole["totals"]
    assert (whole["next"], whole["total"]) == (None, max(whole["totals"].values()))

    found: dict[str, list[str]] = {name: [] for name in LISTS}
    cursor: str | None = ""
    while cursor is not None:
        asked = {"limit": "7"} | ({"cursor": cursor} if cursor else {})
        body = hechuan.get(f"{API}/risk", params=asked).json()
        assert (body["summary"], body["totals"]) == (whole["summary"], whole["totals"])
        for name in LISTS:
            found[name] += [json.dumps(each) for each in body[name]]
        cursor = body["next"]

    assert found == rows
