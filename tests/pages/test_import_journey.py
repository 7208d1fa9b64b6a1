"""An editor logs in, brings a list of firms, settles a name, and sees gaps close."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from api.auth.tokens import Tokens
from graph.store import GraphStore
from tests.http.conftest import application, filled
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIRMS = "企业名称,主要产品,状态\n顺风皮带厂,同步带,在产\n飞轮车业二厂,自行车,在产\n"
DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: "text/csv"}));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    document.querySelector("form[data-upload]").dispatchEvent(
      new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
  }
}"""


@dataclass(frozen=True)
class Place:
    address: str
    secret: str
    store: GraphStore


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """The demo, served to whoever is on this machine; edited with a token."""
    file = tmp_path / "tokens.json"
    _, secret = Tokens(file).new("editor", "王工")
    with filled(tmp_path, "demo") as store:
        listener = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(application(store, tokens=file), log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield Place(f"http://127.0.0.1:{listener.getsockname()[1]}", secret, store)
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: "Browser", request: pytest.FixtureRequest) -> Iterator["Page"]:
    context = browser.new_context(java_script_enabled=request.param, locale="zh-CN")
    yield context.new_page()
    context.close()


def log_in(page: "Page", place: Place) -> None:
    page.goto(f"{place.address}/import")
    page.fill("input[name=token]", place.secret)
    page.press("input[name=token]", "Enter")
    page.wait_for_selector("#files")


def test_an_editor_brings_a_list_of_firms_and_sees_gaps_close(page: "Page", place: Place) -> None:
    """By seeds/demo: belts made here close 链条 | 同步带, the one open group of the bicycle."""
    log_in(page, place)
    page.set_input_files(
        "#files", {"name": "企业.csv", "mimeType": "text/csv", "buffer": FIRMS.encode("gbk")}
    )
    page.click("form.upload button")
    page.wait_for_selector("text=消除的缺口")
    asked = page.locator("legend", has_text="飞轮车业二厂").count()

    page.check("input[value='飞轮车业二厂=new']")
    page.click("button[value=check]")
    page.wait_for_selector("text=2 行新增")
    page.click("button[value=write]")
    page.wait_for_selector("h1:has-text('已写入，现为版本 2')")
    who = page.locator(".who").inner_text()
    page.goto(f"{place.address}/gaps")

    assert asked == 1
    assert who == "王工"
    assert page.locator("#gap-derived\\.qingxi\\.chain").count() == 0
    names = {firm.name for firm in place.store.read("demo").enterprises.values()}
    assert {"顺风皮带厂", "飞轮车业二厂"} <= names
    assert place.store.current("demo").by == "王工"


def test_the_same_by_keyboard_alone(page: "Page", place: Place) -> None:
    """All but the choice of the file, which is a window of the system's own."""
    page.goto(f"{place.address}/import")
    reach(page, "input[name=token]")
    page.keyboard.type(place.secret)
    page.keyboard.press("Enter")
    page.wait_for_selector("#files")
    page.set_input_files(
        "#files", {"name": "企业.csv", "mimeType": "text/csv", "buffer": FIRMS.encode("gbk")}
    )
    reach(page, "form.upload button")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=消除的缺口")

    reach(page, "fieldset:has(legend:has-text('飞轮车业二厂')) input")
    for _ in range(9):
        if page.is_checked("input[value='飞轮车业二厂=new']"):
            break
        page.keyboard.press("ArrowDown")
    reach(page, "button[value=check]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=2 行新增")
    reach(page, "button[value=write]")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('已写入，现为版本 2')")

    assert place.store.current("demo").by == "王工"


def reach(page: "Page", selector: str) -> None:
    """Go on by the tabulator until something that the selector names has the focus."""
    for _ in range(200):
        if page.locator(selector).evaluate_all("all => all.includes(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the tabulator never comes to {selector}")


def test_files_are_dropped_on_the_form(browser: "Browser", place: Place) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{place.address}/login")
    page.fill("input[name=token]", place.secret)
    page.press("input[name=token]", "Enter")
    page.goto(f"{place.address}/import")
    page.wait_for_selector("html[data-ready]", state="attached")

    page.evaluate(DROP, ["企业.csv", FIRMS])
    chosen = page.locator("[data-chosen]").inner_text()
    page.click("form.upload button")
    page.wait_for_selector("text=消除的缺口")

    assert chosen == "企业.csv"
    assert complaints == []
    context.close()


def test_a_long_import_tells_how_far_it_is_and_then_shows_its_report(
    browser: "Browser", place: Place
) -> None:
    rows = "".join(f"新厂第{number}号机械,在产\n" for number in range(12_000))
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    log_in(page, place)
    content = f"企业,状态\n{rows}".encode()
    page.set_input_files("#files", {"name": "a.csv", "mimeType": "text/csv", "buffer": content})
    page.click("form.upload button")

    page.wait_for_selector("h1:has-text('正在读取'), h1:has-text('行新增')")
    page.wait_for_selector("h1:has-text('12000 行新增')", timeout=1000 * PATIENCE)

    assert place.store.current("demo").number == 1
    context.close()


def test_logging_out_takes_the_rights_away(page: "Page", place: Place) -> None:
    log_in(page, place)
    page.click(".who")
    page.click("text=退出登录")
    page.wait_for_selector("input[name=token]")
    answer = page.goto(f"{place.address}/import")

    assert answer is not None
    assert answer.status == 401
    assert page.context.cookies() == []
