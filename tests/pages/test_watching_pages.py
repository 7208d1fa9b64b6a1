"""A list is saved, opened and told of by keyboard alone; a version is seen by one button."""

from collections.abc import Iterator

import pytest

from tests.pages.conftest import Opener, View, Visit


@pytest.fixture
def known(tour: Opener) -> Iterator[Opener]:
    """Opens pages of the shipped district; who asked to be remembered is forgotten in the end."""
    opened = []

    def open_page(path: str, view: View | None = None) -> Visit:
        opened.append(tour(path, view))
        return opened[-1]

    yield open_page
    for visited in opened:
        visited.page.context.clear_cookies()


def test_a_list_is_saved_and_opened_from_the_menu_by_keyboard(known: Opener) -> None:
    page = known("/enterprises?chain=aerogel").page
    menu = page.locator(".more-pages > summary")

    menu.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="保存本页…").focus()
    page.keyboard.press("Enter")
    name = page.get_by_role("textbox", name="名称", exact=True).first
    name.fill("气凝胶企业")
    name.press("Enter")
    page.locator("tr", has_text="没有变化").wait_for()
    menu.focus()
    page.keyboard.press("Enter")
    page.locator(".more-pages").get_by_role("link", name="气凝胶企业").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/enterprises?chain=aerogel&dataset=hechuan")


def test_who_marks_a_version_as_seen_is_told_on_the_first_page(known: Opener) -> None:
    page = known("/changes").page

    page.get_by_role("button", name="标为已看").click()
    page.get_by_role("heading", level=1, name="以来没有变化").wait_for()
    page.locator(".brand").click()
    page.locator(".since", has_text="以来没有变化").wait_for()
