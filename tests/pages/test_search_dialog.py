"""The search over every page, in a real browser: by keyboard, by mouse, and when it fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.http.conftest import application, filled
from tests.pages.axe import objections
from tests.pages.conftest import View, Visit, listen, serving
from tests.pages.test_every_page import wider_than_the_window

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

FIELD = "#seek input[type=search]"
OPTIONS = "#seek [role=option]"
Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with (
        filled(tmp_path_factory.mktemp("search"), "hechuan") as store,
        serving(application(store)) as found,
    ):
        yield found


@pytest.fixture
def visit(contexts: Callable[[View], "BrowserContext"], address: str) -> Iterator[Open]:
    opened: list[Page] = []

    def open_page(path: str, view: View | None = None) -> Visit:
        visited = Visit(contexts(view or View()).new_page())
        opened.append(visited.page)
        listen(visited)
        visited.page.goto(address + path)
        visited.page.wait_for_selector("html[data-ready]", state="attached")
        visited.page.evaluate("localStorage.clear()")
        return visited

    yield open_page
    for page in opened:
        page.close()


def seek(page: "Page", text: str) -> list[str]:
    """Open the search, type, and give the names that it lists."""
    page.keyboard.press("Control+k")
    page.keyboard.type(text)
    page.wait_for_selector(OPTIONS)
    page.wait_for_selector("#seek [role=status]:not(:empty)")
    return page.locator(f"{OPTIONS} > span").all_inner_texts()


def test_from_any_page_a_name_leads_to_its_page_by_keyboard_alone(
    visit: Open, address: str
) -> None:
    visited = visit("/gaps")
    page = visited.page
    names = seek(page, "气凝胶")

    assert names[0] == "气凝胶"

    page.keyboard.press("ArrowDown")
    assert page.locator(f"{OPTIONS}[aria-selected=true]").inner_text() == "气凝胶"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/chains/aerogel")

    assert visited.complaints == []
    assert [url for url in visited.requests if not url.startswith(address)] == []


@pytest.mark.parametrize(
    ("text", "name"), [("气", "气凝胶"), ("硅溶胶", "二氧化硅（硅溶胶）"), ("qnj", "气凝胶")]
)
def test_one_character_an_alias_or_initials_find_it(visit: Open, text: str, name: str) -> None:
    assert name in seek(visit("/").page, text)


def test_a_slash_opens_it_except_where_one_types(visit: Open) -> None:
    page = visit("/").page
    page.focus(".find [type=search]")
    page.keyboard.press("/")

    assert not page.locator("#seek").is_visible()

    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")

    assert page.locator(FIELD).is_visible()
    assert page.input_value(FIELD) == ""

    page.keyboard.press("Escape")

    assert not page.locator("#seek").is_visible()


def test_enter_without_a_choice_goes_to_the_search_page(visit: Open, address: str) -> None:
    page = visit("/").page
    seek(page, "电")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/search?q=%E7%94%B5")

    assert "电" in page.inner_text("h1")


def test_what_was_opened_is_offered_again(visit: Open) -> None:
    page = visit("/").page
    seek(page, "离合器")
    page.click(f"{OPTIONS} >> nth=0")
    page.wait_for_selector("h1")
    page.wait_for_selector("html[data-ready]", state="attached")
    page.keyboard.press("Control+k")

    assert page.locator(OPTIONS).all_inner_texts()[0].startswith("汽车离合器")
    assert page.inner_text("#seek .hits-type") == "最近打开"


def test_only_the_answer_to_the_last_text_is_shown(visit: Open) -> None:
    page = visit("/").page
    page.keyboard.press("Control+k")
    for text in ("电", "电机", "电机控"):
        page.fill(FIELD, text)
    page.wait_for_selector(OPTIONS)

    assert set(page.locator(f"{OPTIONS} > span").all_inner_texts()) == {"电机控制器"}


def test_nothing_found_and_no_answer_are_said(visit: Open) -> None:
    page = visit("/").page
    page.keyboard.press("Control+k")
    page.keyboard.type("无此物")
    page.wait_for_selector("#seek-list p")

    assert "没有找到" in page.inner_text("#seek-list")

    page.route("**/search/hits*", lambda route: route.abort())
    page.fill(FIELD, "电机")
    page.wait_for_selector("#seek [role=status]:has-text('没有应答')")

    assert page.input_value(FIELD) == "电机"


@pytest.mark.parametrize("view", [View(), View(390, 844, scheme="dark", lang="en")])
def test_axe_finds_nothing_to_object_to_while_it_lists(visit: Open, view: View) -> None:
    page = visit(f"/?lang={view.lang}", replace(view, any_script=True)).page
    seek(page, "电")
    page.keyboard.press("ArrowDown")

    assert objections(page) == []
    assert wider_than_the_window(page) == 0


def test_a_field_of_the_graph_suggests_and_draws(visit: Open) -> None:
    page = visit("/graph").page
    page.fill("#center", "电驱动")
    page.wait_for_selector(".suggested [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#picture[data-drawn]")

    assert "center=%E7%94%B5%E9%A9%B1%E5%8A%A8%E6%80%BB%E6%88%90" in page.url
