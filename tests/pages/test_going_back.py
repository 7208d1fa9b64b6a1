"""Going back, and links: switches say what the page answers, a picked tile stands in the link."""

from tests.pages.conftest import Opener


def test_back_restores_the_switches(tour: Opener) -> None:
    page = tour("/missing?segment=motorcycle").page
    page.locator("label", has_text="全部本地").click()
    page.wait_for_url("**boundary=none**")

    page.go_back()
    page.wait_for_url(lambda url: "boundary" not in url)

    assert page.locator("[name=boundary]:checked").get_attribute("value") == "traded"


def test_back_restores_the_filters_of_a_list(tour: Opener) -> None:
    page = tour("/segments").page
    page.select_option("select[name=status]", "made")
    page.wait_for_url("**status=made**")

    page.go_back()
    page.wait_for_url(lambda url: "status" not in url)

    assert page.input_value("select[name=status]") == ""


def test_a_picked_tile_stands_in_the_link_and_the_link_picks_it(tour: Opener) -> None:
    page = tour("/chains/motorcycle").page
    page.locator("label.tile[for=f-sought]").click()
    assert "show=sought" in page.url

    again = tour(page.url[page.url.index("/chains") :]).page
    assert again.is_checked("#f-sought")

    again.locator("label.tile[for=f-sought]").click()
    assert "show" not in again.url
    assert again.is_checked("#f-all")


def test_a_tile_survives_the_way_to_a_segment_and_back(tour: Opener) -> None:
    page = tour("/chains/motorcycle").page
    page.locator("label.tile[for=f-sought]").click()
    page.goto(page.url.split("/chains")[0] + "/segments/motorcycle")

    page.go_back()
    page.wait_for_url("**show=sought**")

    assert page.is_checked("#f-sought")


def test_a_tile_that_is_none_shows_all(tour: Opener) -> None:
    page = tour("/chains/motorcycle?show=nothing").page

    assert page.is_checked("#f-all")
