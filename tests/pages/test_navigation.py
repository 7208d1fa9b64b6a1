"""The navigation leads to every page, marks where one is, and folds on a phone."""

from starlette.testclient import TestClient

from graph.message import _
from tests.http.conftest import demo
from tests.pages.conftest import Opener, View
from viz import navigation
from viz.navigation import MenuEntry

__all__ = ["demo"]
PHONE = View(390, 844)
ENTRIES = (
    *navigation.BAR,
    *(entry for section in navigation.MORE for entry in section.entries),
)


def test_every_entry_is_a_page_of_the_application_or_asks_who_one_is(demo: TestClient) -> None:
    answered = {entry.path: demo.get(entry.path).status_code for entry in ENTRIES}

    assert {path for path, status in answered.items() if status != 200} <= {"/import", "/queue"}
    assert {answered["/import"], answered["/queue"]} <= {200, 401}


def test_an_entry_holds_its_page_and_what_stands_below_it() -> None:
    gaps, home = MenuEntry(_("补链清单"), "/gaps"), MenuEntry(_("总览"), "/")

    assert gaps.holds("/gaps")
    assert gaps.holds("/gaps/one")
    assert not gaps.holds("/gapsome")
    assert home.holds("/")
    assert not home.holds("/gaps")


def test_the_page_one_is_on_is_marked(visit: Opener) -> None:
    page = visit("/gaps").page

    assert page.locator("nav > a[aria-current=page]").all_inner_texts() == ["补链清单"]


def test_on_a_phone_the_entries_without_room_stand_in_a_menu(visit: Opener) -> None:
    page = visit("/gaps", PHONE).page
    menu = page.locator(".more-pages")

    assert page.locator("nav > a:visible").all_inner_texts() == ["总览", "缺什么", "补链清单"]
    menu.locator("summary").click()
    menu.get_by_role("link", name="规划原文").click()
    assert page.url.endswith("/documents/plan")


def test_the_menu_opens_by_keyboard_and_closes_on_escape(visit: Opener) -> None:
    page = visit("/gaps", PHONE).page
    summary = page.locator(".more-pages > summary")

    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".more-pages[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".more-pages[open]").count() == 0
    assert summary.evaluate("node => node === document.activeElement")
