"""What holds of the pages about the district as a whole, with all that the shipped one has."""

from dataclasses import replace

import pytest

from tests.pages.conftest import Opener, View
from tests.pages.test_every_page import CUT, DESK, PHONE, VIEWS, objections, wider_than_the_window

PATHS = (
    "/synergies",
    "/synergies?level=chain&sort=supply",
    "/synergies/automotive/new_materials?level=industry",
    "/synergies/vehicle/auto_parts",
    "/synergies/cement/general_machinery",
    "/documents/plan?chain=aerogel",
    "/documents/plan?type=uncited",
    "/segments?chain=vehicle",
    "/enterprises",
    "/verify",
    "/sources",
    "/gaps?product=nev",
    "/regions",
    "/indicators",
    "/platforms",
    "/projects",
)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.width}-{view.lang}-{view.scheme}")
def test_a_page_is_quiet_and_whole_and_stays_on_this_machine(
    tour: Opener, district: str, path: str, view: View
) -> None:
    visited = tour(path, view)

    assert visited.complaints == []
    assert [url for url in visited.requests if not url.startswith(district)] == []
    assert wider_than_the_window(visited.page) == 0
    assert visited.page.evaluate(CUT) == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_object_to(tour: Opener, path: str, scheme: str) -> None:
    size = DESK if scheme == "light" else PHONE
    page = tour(path, replace(View(*size, scheme=scheme), any_script=True)).page

    assert objections(page) == []


FULL = """() => [...document.querySelectorAll('.matrix th a, .matrix td a, .pair, .turn a, .site, .tied > li, .figures th, .figures td, .lack > div, .switch label, .choice select, .cite')]
  .filter(box => box.checkVisibility() && box.clientWidth > 0)
  .filter(box => box.scrollWidth > box.clientWidth + 1)
  .map(box => box.className + ': ' + box.textContent.trim().slice(0, 60))"""  # noqa: E501


@pytest.mark.parametrize("path", PATHS)
def test_the_longest_names_are_whole_in_narrow_and_wide_windows(tour: Opener, path: str) -> None:
    for view in (View(390, 844, lang="en"), View(1024, 768), View(1440, 900, lang="en")):
        page = tour(path, view).page
        page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")

        assert page.evaluate(FULL) == [], view
