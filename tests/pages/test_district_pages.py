"""What holds of the pages about the district as a whole, with all that the shipped one has."""

import pytest

from tests.pages.conftest import Opener, View

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
