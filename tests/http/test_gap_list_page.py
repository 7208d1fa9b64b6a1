"""What the page of the gap list says of its rows: by what they stand where, why one waits."""

import re
from collections.abc import Mapping
from html import unescape

from starlette.testclient import TestClient


def texts(page: str) -> Mapping[str, str]:
    """Each row of the page as plain text, by the id of its gap."""
    found = re.findall(r'<tr id="row-([^"]+)".*?>(.*?)</tr>', page, re.DOTALL)
    return {id_: plain(row) for id_, row in found}


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<wbr>|<[^>]+>", " ", html)).split())


def test_a_row_shows_what_puts_it_in_its_place(hechuan: TestClient) -> None:
    rows = texts(hechuan.get("/gaps").text)

    assert rows["moto_frame_introduction"].startswith("2 ＝ 摩托车车架 无须再核 卡住在产 重点")
    assert " 鼓励 " in rows["iot_platform_introduction"]
    assert " 重点 " not in rows["medical_mask_introduction"]
    assert " 鼓励 " not in rows["medical_mask_introduction"]
    # A motor controller waits in three families, and none of the three is made here yet.
    assert " 3 电动自行车" in rows["motor_controller_introduction"]
    assert " 2 在产 1 摩托车整车" in rows["derived.hechuan.moto_brake"]


def test_the_order_is_told_unless_another_is_asked_for(hechuan: TestClient) -> None:
    said = "同一类里的先后：需要；规划急缓"

    assert said in hechuan.get("/gaps").text
    assert said not in hechuan.get("/gaps?sort=name").text


def test_of_each_wish_the_page_says_why_nothing_waits_for_it(hechuan: TestClient) -> None:
    why = {
        "bought": "公开市场可采购，尚无产品非等它不可",
        "building": "已在建设",
        "extending": "由本地企业向它延伸",
        "market": "直接面向市场，没有本地产品等它",
        "nothing": "尚未见本地产品需要它",
    }
    listed = hechuan.get("/api/v1/gaps?standing=wished").json()["items"]
    rows = texts(hechuan.get("/gaps?standing=wished").text)

    assert len(listed) == len(rows) == 25
    # Seven products would take a sensor; none waits for one, for anybody buys it.
    assert "— 用它的 7 个产品可从市场采购" in rows["sensor_introduction"]
    for gap in listed:
        assert why[gap["wish"]] in rows[gap["id"]]
        assert why[gap["wish"]] in plain(hechuan.get(f"/gaps/{gap['id']}/about").text)
