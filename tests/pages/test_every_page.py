"""What holds of every page, large and small, in both languages and schemes."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.pages.conftest import Opener, View

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATHS = (
    "/",
    "/?made_up=1",
    "/chains/car_parts",
    "/chains/glass",
    "/chains/empty",
    "/missing",
    "/missing?segment=car&boundary=none",
    "/missing?segment=clutch",
    "/missing?segment=cars",
    "/missing?segment=无此",
    "/why-not?segment=x",
    "/gaps",
    "/gaps?kind=risk",
    "/documents/plan?line=6",
    "/segments/drive",
    "/enterprises/changfeng",
    "/search?q=电",
    "/search?q=无",
    "/error",
)
DRAWERS = (
    ("/chains/car_parts", ".card.s-absent"),
    ("/gaps", ".gaps tbody th a"),
    ("/documents/plan", ".cite"),
)
DESK, PHONE = (1440, 900), (390, 844)
# every pair of size, language and scheme occurs
VIEWS = (
    View(*DESK, scheme="light", lang="zh"),
    View(*DESK, scheme="dark", lang="en"),
    View(*PHONE, scheme="dark", lang="zh"),
    View(*PHONE, scheme="light", lang="en"),
)
# axe is slow: the rich pages both ways, the plain ones one way or the other by turns
RICH = {"/chains/car_parts", "/missing?segment=car&boundary=none", "/gaps", "/segments/drive"}
EXAMINED = [
    pytest.param(path, view, id=f"{path}-{view.width}-{view.scheme}")
    for place, path in enumerate(PATHS)
    for turn, view in enumerate((VIEWS[0], VIEWS[2]))
    if path in RICH or place % 2 == turn
]
CUT = """() => [...document.querySelectorAll('.card, .chip, .badge, .tile b, .tag, h1, h2, h3')]
  .filter(box => box.checkVisibility() && !box.closest('.menu, .sprite'))
  .filter(box => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
  .map(box => box.className + ': ' + box.textContent.trim())"""
TALL = """() => [...document.querySelectorAll('.card')].filter(box => box.checkVisibility())
  .filter(box => box.scrollHeight > box.clientHeight + 1)
  .map(box => box.textContent.trim())"""


def name(view: View) -> str:
    return f"{view.width}-{view.lang}-{view.scheme}"


@pytest.mark.parametrize("view", VIEWS, ids=name)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_quiet_and_whole_and_stays_on_this_machine(
    visit: Opener, base: str, path: str, view: View
) -> None:
    visited = visit(path, view)

    assert visited.complaints == []
    assert [url for url in visited.requests if not url.startswith(base)] == []
    assert wider_than_the_window(visited.page) == 0
    assert visited.page.evaluate(CUT) == []
    assert visited.page.evaluate(TALL) == []


@pytest.mark.parametrize(("path", "view"), EXAMINED)
def test_axe_finds_nothing_to_object_to(visit: Opener, path: str, view: View) -> None:
    page = visit(path, replace(view, any_script=True)).page

    assert objections(page) == []


def test_open_drawers_please_axe_too(visit: Opener) -> None:
    for path, card in DRAWERS:
        page = visit(path, View(any_script=True)).page
        page.click(card)

        assert objections(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_one_h1_and_the_language_of_its_words(visit: Opener, path: str) -> None:
    page = visit(path, View(lang="en")).page

    assert page.locator("h1").count() == 1
    assert page.get_attribute("html", "lang") == "en"


def wider_than_the_window(page: "Page") -> int:
    width: int = page.evaluate(
        "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"
    )
    return width


def objections(page: "Page") -> list[str]:
    from axe_playwright_python.sync_playwright import (  # type: ignore[import-untyped]  # noqa: PLC0415 - slow
        Axe,
    )

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]
