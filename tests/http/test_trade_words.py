"""Search finds a segment by what the trade calls it, beside its names."""

import pytest
from starlette.testclient import TestClient

API = "/api/v1"


def found(client: TestClient, text: str, **which: str) -> list[tuple[str, str]]:
    items = client.get(f"{API}/search", params={"q": text, **which}).json()["items"]
    return [(each["id"], each["matched"]) for each in items]


@pytest.mark.parametrize(
    ("word", "segment"),
    [
        ("刹车片", "friction_material"),
        ("线路板", "pcb"),
        ("螺丝", "fastener"),
        ("O型圈", "rubber_seal"),
        ("o 型圈", "rubber_seal"),
        ("接插件", "connector"),
        ("杀毒软件", "security_software"),
        ("轮椅", "rehab_device"),
        ("B超", "ultrasound_system"),
        ("玻璃杯", "daily_glass"),
        ("充电桩", "charging_swapping"),
        ("化油器", "fuel_system"),
        ("減速機", "reducer"),  # in traditional characters
        ("方向盘", "steering_system"),  # a part of it
        ("割草机", "lawn_garden"),  # a kind of it
    ],
)
def test_a_word_of_the_trade_finds_its_segment(
    word: str, segment: str, hechuan: TestClient
) -> None:
    assert segment in [id_ for id_, _ in found(hechuan, word)]
    assert segment in hechuan.get("/search/hits", params={"q": word, "type": "segment"}).text


def test_it_is_told_by_which_word(hechuan: TestClient) -> None:
    assert found(hechuan, "刹车片") == [("friction_material", "刹车片")]


def test_a_word_that_means_several_segments_finds_them_all(hechuan: TestClient) -> None:
    assert {"car_lamp", "moto_lamp"} <= {id_ for id_, _ in found(hechuan, "大灯")}


@pytest.mark.parametrize(
    ("word", "segment", "within"),
    [
        ("雨刮", "body_hardware", "雨刮器"),
        ("内饰件", "interior_exterior", "汽车内饰件"),
        ("磁共振", "imaging_equipment", "核磁共振"),
    ],
)
def test_what_nothing_is_called_is_found_within_such_words(
    word: str, segment: str, within: str, hechuan: TestClient
) -> None:
    assert (segment, within) in found(hechuan, word)


def test_the_shortest_of_such_words_come_first(hechuan: TestClient) -> None:
    """…三轮车 before 电动三轮车电池."""
    assert [id_ for id_, _ in found(hechuan, "三轮车")][:2] == ["low_speed_ev", "moto_battery"]


def test_a_name_comes_without_words_of_the_trade(hechuan: TestClient) -> None:
    assert {matched for _, matched in found(hechuan, "电梯", type="segment")} >= {"电梯"}
    assert found(hechuan, "水泥", type="segment")[0] == ("cement", "水泥")


@pytest.mark.parametrize("which", ["enterprise", "chain"])
def test_words_of_the_trade_call_nothing_but_segments(which: str, hechuan: TestClient) -> None:
    assert found(hechuan, "刹车片", type=which) == []


def test_a_dataset_of_other_segments_does_not_know_these_words(demo: TestClient) -> None:
    assert found(demo, "刹车片") == []
    assert found(demo, "三元催化") == []


@pytest.mark.parametrize("route", ["missing", "why-not", "closure"])
def test_who_asks_by_a_word_of_the_trade_is_led_to_its_segment(
    route: str, hechuan: TestClient
) -> None:
    reply = hechuan.get(f"{API}/{route}", params={"segment": "刹车片"})

    assert reply.status_code == 404
    assert reply.json()["suggestions"][0] == "摩擦材料"
