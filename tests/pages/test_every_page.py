"""What holds of every page, large and small, in both languages and schemes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from _pytest.mark import ParameterSet

from tests.pages import site
from tests.pages.axe import objections
from tests.pages.conftest import Opener, View

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATHS = (
    "/",
    "/?made_up=1",
    "/?empty=1",
    "/chains/car_parts",
    "/chains/glass",
    "/industries/vehicles",
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
    "/exports?chain=glass",
    "/login",
    "/login?failed=1",
    "/login?user=1",
    "/import",
    "/import?failed=1",
    "/import/report",
    "/import/report?running=1",
    "/import/report?failed=1",
    "/import/report?applied=1",
    "/import/rows",
    "/audit-log",
    "/audit-log?a=1&b=2",
    "/error",
)
DRAWERS = (
    ("/", ".goal"),
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
# the rich pages every way; the plain ones once large and once small, axe large or small by turns
RICH = {"/", "/chains/car_parts", "/missing?segment=car&boundary=none", "/gaps", "/segments/drive"}


def views_of(path: str) -> tuple[View, ...]:
    turn = PATHS.index(path) % 2
    return VIEWS if path in RICH else (VIEWS[turn], VIEWS[3 - turn])


def examined(path: str) -> tuple[View, ...]:
    light, dark = VIEWS[0], VIEWS[2]
    return (light, dark) if path in RICH else ((light, dark)[PATHS.index(path) % 2],)


def each(views: Callable[[str], tuple[View, ...]]) -> list[ParameterSet]:
    return [pytest.param(path, view, id=f"{path}-{name(view)}")
            for path in PATHS for view in views(path)]  # fmt: skip


def name(view: View) -> str:
    return f"{view.width}-{view.lang}-{view.scheme}"


CUT = """() => [...document.querySelectorAll('.card, .chip, .badge, .tile b, .tag, h1, h2, h3')]
  .filter(box => box.checkVisibility() && !box.closest('.menu, .sprite'))
  .filter(box => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
  .map(box => box.className + ': ' + box.textContent.trim())"""
TALL = """() => [...document.querySelectorAll('.card')].filter(box => box.checkVisibility())
  .filter(box => box.scrollHeight > box.clientHeight + 1)
  .map(box => box.textContent.trim())"""


@pytest.mark.parametrize(("path", "view"), each(views_of))
def test_a_page_is_quiet_and_whole_stays_on_this_machine_and_pleases_axe(
    leaf: Opener, base: str, path: str, view: View
) -> None:
    visited = leaf(path, view)

    assert visited.complaints == []
    assert [url for url in visited.requests if not url.startswith(base)] == []
    assert wider_than_the_window(visited.page) == 0
    assert visited.page.evaluate(CUT) == []
    assert visited.page.evaluate(TALL) == []
    if view in examined(path):
        assert objections(visited.page) == []


def test_open_drawers_please_axe_too(visit: Opener) -> None:
    for path, card in DRAWERS:
        page = visit(path, View(any_script=True)).page
        page.click(card)
        page.wait_for_selector(":target")

        assert objections(page) == []
        assert page.url.partition("#")[0].endswith(path), "the page stays: nothing is loaded anew"


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_one_h1_and_the_language_of_its_words(path: str) -> None:
    page = site.page(f"{path}{'&' if '?' in path else '?'}lang=en")

    assert page.count("<h1") == 1
    assert '<html lang="en">' in page


@pytest.mark.parametrize("path", sorted(RICH))
def test_windows_between_phone_and_office_screen_cut_nothing_either(
    leaf: Opener, path: str
) -> None:
    page = leaf(path, View(700, 768)).page
    for width in (700, 1000, 1024, 1180):
        page.set_viewport_size({"width": width, "height": 768})

        assert wider_than_the_window(page) == 0, width
        assert page.evaluate(CUT) == [], width
        assert page.evaluate(TALL) == [], width


def wider_than_the_window(page: "Page") -> int:
    width: int = page.evaluate(
        "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"
    )
    return width
