"""What the plan of the shipped district says of its parks, figures and platforms, as served."""

import pytest
from starlette.testclient import TestClient

API = "/api/v1"


def served(client: TestClient, route: str, id_: str) -> dict[str, object]:
    """One item of a list by its id."""
    items = client.get(f"{API}/{route}", params={"limit": 1000}).json()["items"]
    (found,) = [each for each in items if each["id"] == id_]
    return dict(found)


def test_a_zone_has_its_land_and_what_it_develops(hechuan: TestClient) -> None:
    zone = served(hechuan, "regions", "shuanghuai")
    land = (zone["planned_area_mu"], zone["industrial_land_mu"], zone["free_land_mu"])

    assert land == (2937, 2785, 1545)
    assert [each["name"] for each in zone["directions"]] == [  # type: ignore[attr-defined] # a list
        "循环经济（热电联动）",
        "装配式建筑",
    ]


def test_a_total_of_five_years_has_its_period_and_no_progress(hechuan: TestClient) -> None:
    total = served(hechuan, "indicators", "high_tech_firms_2020")

    assert total["period"] == {"start": 2016, "end": 2020}
    assert (total["year"], total["measure"], total["value"]) == (2020, "cumulative", 125)
    assert (total["target"], total["progress"]) == (None, None)


def test_a_target_says_how_it_binds(hechuan: TestClient) -> None:
    cut = served(hechuan, "indicators", "energy_intensity_cut_2025")

    assert (cut["binding"], cut["measure"]) == ("binding", "cumulative")
    assert cut["period"] == {"start": 2021, "end": 2025}
    assert served(hechuan, "indicators", "gross_output_2025")["binding"] == "expected"


def test_a_platform_leads_to_its_firm(hechuan: TestClient) -> None:
    firm = served(hechuan, "platforms", "cyber_range_360")["enterprise"]

    assert firm == {"type": "enterprise", "id": "qihoo_360", "name": "360", "name_en": None}


def test_a_firm_has_both_its_roles(hechuan: TestClient) -> None:
    firm = hechuan.get(f"{API}/enterprises/wangjiang_motor").json()

    assert [(each["id"], each["role"]) for each in firm["roles"]] == [
        ("role.motorcycle.wangjiang_motor", "整车企业"),
        ("role.motorcycle.wangjiang_motor.2", "配套"),
    ]


def test_a_park_of_the_district_is_no_neighbour_of_a_gap(hechuan: TestClient) -> None:
    items = hechuan.get(f"{API}/gaps", params={"limit": 1000}).json()["items"]
    named = {each["region"]["id"] for item in items for each in item["neighbours"]}

    assert "yongchuan" in named
    assert named.isdisjoint({"nanxi", "caojie", "tianding", "longshi", "shuanghuai"})


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/regions", ["主导产业方向", "循环经济（热电联动）", "规划建设面积 2,937 亩"]),
        ("/regions?lang=en", ["Main industries", "Planned area 2,937 mu"]),
        ("/indicators", ["（2016—2020 年）", "累计", "年均", "约束性", "预期性"]),
        ("/indicators?lang=en", ["(2016–2020)", "in total", "binding"]),
        ("/platforms", ['href="/enterprises/qihoo_360']),
    ],
)
def test_the_pages_say_the_same(page: str, words: list[str], hechuan: TestClient) -> None:
    text = hechuan.get(page).text

    assert [word for word in words if word not in text] == []
