"""A list of 300 rows, 40 of them wrong in ten ways, by mouse and by keyboard: 300 accounted for.

250 rows are firms that make belts or chains, 10 are totals and notes, and of each of these there
are four: a product that nobody knows (飞机), no name, a foreign word for a state (红灯), no date
(昨天), a credit code that cannot be, a name like a known one (飞轮车业 … 厂), a place that nobody
knows, a number and an amount that are none, states that contradict one another.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.pages.test_import_journey import Place, log_in, reach
from tests.pages.test_import_journey import place as place  # noqa: PLC0414 - a fixture

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HEADER = "企业名称,产品,状态,登记状态,数据截至,统一社会信用代码,组团,参保人数,注册资本"
WRONG = (
    "错误{n}厂,飞机,在产,,2026-11-01,,,,",
    ",链条,在产,,2026-11-01,,,,",
    "红灯{n}厂,链条,红灯,,2026-11-01,,,,",
    "昨天{n}厂,链条,在产,,昨天,,,,",
    "代码{n}厂,链条,在产,,2026-11-01,91500117MA5U6K1C2Y,,,",
    "飞轮车业{n}厂,自行车,在产,,2026-11-01,,,,",
    "远处{n}厂,链条,在产,,2026-11-01,,天外园区,,",
    "人数{n}厂,链条,在产,,2026-11-01,,,很多,",
    "资本{n}厂,链条,在产,,2026-11-01,,,,不少",
    "矛盾{n}厂,链条,在产,注销,2026-11-01,,,,",
)
NO_FIRMS = [f"{text},,,,,,,," for text in ("合计", "注：略", "共250家", "小计", "填表人：王工")]


def table() -> bytes:
    sound = [
        f"青溪第{n}机械厂,{'链条' if n % 2 else '同步带'},在产,,2026-11-01,,,," for n in range(250)
    ]
    wrong = [row.format(n=n) for row in WRONG for n in "一二三四"]
    return "\n".join([HEADER, *sound, *wrong, *NO_FIRMS, *NO_FIRMS]).encode()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(locale="zh-CN", accept_downloads=True)
    yield context.new_page()
    context.close()


def bring(page: "Page") -> None:
    file = {"name": "企业.csv", "mimeType": "text/csv", "buffer": table()}
    page.set_input_files("#files", file)  # type: ignore[arg-type] # as its documentation has it


def test_three_hundred_rows_are_accounted_for_by_mouse(page: "Page", place: Place) -> None:
    log_in(page, place)
    bring(page)
    page.click("form.upload button")
    page.wait_for_selector("h1:has-text('250 行新增，0 行修改，0 行相同，40 行被拒绝，10 行未读')")
    assert page.locator("text=共 300 行").count() == 1
    with page.expect_download() as kept:
        page.click("text=CSV")
    lines = list(csv.reader(io.StringIO(kept.value.path().read_text("utf-8-sig"))))[1:]

    for number in "一二三四":
        page.check(f"input[value='飞轮车业{number}厂=new']")
    page.fill("input[name='other|飞机']", "链条")
    page.select_option("select[name=value]", "状态:红灯=停产")
    page.click("button[value=check]")
    page.wait_for_selector("h1:has-text('262 行新增，0 行修改，0 行相同，28 行被拒绝，10 行未读')")
    page.click("button[value=write_sound]")
    page.wait_for_selector("h1:has-text('已写入，现为版本 2')")

    assert len({line[1] for line in lines}) == 300
    assert Counter({line[1]: line[2] for line in lines}.values()) == {
        "新增": 250,
        "拒绝": 40,
        "未读": 10,
    }
    firms = {firm.name: firm.status for firm in place.store.read("demo").enterprises.values()}
    assert (firms["红灯一厂"], firms["飞轮车业二厂"]) == ("suspended", "operating")
    assert "天外园区" not in str(firms)
    assert sum(name.startswith("青溪第") for name in firms) == 250


def test_three_hundred_rows_are_accounted_for_by_keyboard(page: "Page", place: Place) -> None:
    """All but the choice of the file, which is a window of the system's own."""
    log_in(page, place)
    bring(page)
    reach(page, "form.upload button")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('40 行被拒绝，10 行未读')")

    for number in "一二三四":
        reach(page, f"fieldset:has(legend:has-text('飞轮车业{number}厂')) input")
        for _ in range(9):
            if page.is_checked(f"input[value='飞轮车业{number}厂=new']"):
                break
            page.keyboard.press("ArrowDown")
    reach(page, "input[name='other|飞机']")
    page.keyboard.type("链条")
    reach(page, "select[name=value]")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("select[name=value]").input_value()
    reach(page, "button[value=check]")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('262 行新增，0 行修改，0 行相同，28 行被拒绝，10 行未读')")
    reach(page, "button[value=write_sound]")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('已写入，现为版本 2')")

    assert chosen == "状态:红灯=在产"
    assert place.store.current("demo").by == "王工"
