"""The page of what comes first: weights by slider and by number, kept in the address; on paper."""

import re
from urllib.parse import parse_qs, urlparse

from tests.pages.conftest import Opener, View


def asked(url: str) -> dict[str, list[str]]:
    return parse_qs(urlparse(url).query)


def test_a_slider_moves_a_weight_and_the_address_keeps_it(tour: Opener) -> None:
    page = tour("/priority").page
    before = page.locator(".firsts tbody th a").first.inner_text()

    slider = page.locator("input[type=range]").nth(5)
    assert slider.get_attribute("aria-label") == "一补多链"
    slider.focus()
    with page.expect_navigation():
        page.keyboard.press("End")
    assert asked(page.url)["chains"] == ["50"]
    assert page.input_value("input[name=chains]") == "50"
    assert page.locator(".firsts tbody th a").first.inner_text() != before


def test_a_preset_leads_to_other_lines_and_is_marked(tour: Opener) -> None:
    page = tour("/priority?seed=3").page

    page.get_by_role("link", name="跨链协同优先").click()
    page.wait_for_url("**preset=across**")
    assert asked(page.url)["seed"] == ["3"]
    assert page.locator(".presets [aria-current]").inner_text() == "跨链协同优先"
    assert page.locator(".firsts tbody tr").count() == 10


def test_without_scripts_numbers_do_and_a_flip_leads_to_the_other_rank(tour: Opener) -> None:
    page = tour("/priority", View(390, 844, scripts=False)).page
    row = page.locator(".ranked tbody tr").first
    gap = row.get_attribute("id")
    told = re.search(r"则第 (\d+) 位", row.inner_text())

    assert page.locator("input[type=range]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert told is not None
    row.get_by_role("link", name="→").click()
    moved = page.locator(f"[id='{gap}'] .rank").inner_text()
    assert moved.rstrip("＝").strip() == told[1]


def test_a_weight_that_is_none_is_told_beside_the_form(tour: Opener) -> None:
    page = tour("/priority?need=-3").page

    assert "need:-3" in page.inner_text(".problem")
    assert page.input_value("input[name=need]") == "-3"


def test_the_short_list_is_one_sheet_of_paper(tour: Opener) -> None:
    page = tour("/priority").page

    sheets = re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1


def test_parks_stand_beside_all_chains_also_those_that_no_park_states(tour: Opener) -> None:
    page = tour("/land").page

    assert "4 条链没有园区写明" in page.inner_text("h1").replace("\n", "")
    assert page.locator(".crossed tbody tr").count() == 20
    row = page.locator(".crossed tbody tr", has_text="装配式建筑")
    assert row.get_by_role("link", name="写明").count() == 2
    assert "1,545 亩" in page.inner_text(".crossed thead")
