"""The pages of closure and dependence: both directions of a segment; who is the only one named."""

from tests.pages.conftest import Opener, View


def test_a_segment_leads_to_all_that_goes_into_it_and_all_that_it_goes_into(tour: Opener) -> None:
    page = tour("/segments/cement").page

    page.get_by_role("link", name="全部下游").click()
    page.wait_for_url("**/closure?**")
    assert "水泥的下游" in page.inner_text("h1")
    page.get_by_role("link", name="全部上游").click()
    page.wait_for_url("**direction=up**")
    assert "水泥的上游" in page.inner_text("h1")


def test_a_depth_is_kept_when_the_direction_turns(tour: Opener) -> None:
    page = tour("/closure?segment=cement&direction=down").page

    page.get_by_role("link", name="1 级以内").click()
    page.wait_for_url("**depth=1**")
    assert page.locator("main h2").all_inner_texts()[0].startswith("第 1 级")
    assert page.locator("main h2").count() == 1
    assert page.inner_text("h1").endswith("1 级以内")
    page.get_by_role("link", name="全部上游").click()
    page.wait_for_url("**direction=up**")
    assert "depth=1" in page.url


def test_asking_about_another_segment_keeps_the_direction(tour: Opener) -> None:
    page = tour("/closure?segment=cement&direction=down").page

    page.fill("#segment", "汽车离合器")
    page.locator(".asked button").click()
    page.wait_for_url("**direction=down**")
    assert "汽车离合器的下游" in page.inner_text("h1")


def test_a_segment_that_is_none_gets_the_nearest(tour: Opener) -> None:
    page = tour("/closure?segment=水泥熟").page

    assert page.locator(".problem a").count() > 0


def test_dependence_says_only_named_and_never_only_one(tour: Opener) -> None:
    page = tour("/dependence").page

    assert "资料只点名一家" in page.inner_text("h1")
    row = page.locator("tbody tr", has_text="汽车离合器")
    assert "资料只点名一家" in row.inner_text()
    row.locator("summary").click()
    assert row.locator("details li").first.is_visible()


def test_dependence_is_found_in_the_navigation_and_fits_a_phone(tour: Opener) -> None:
    page = tour("/", View(390, 844)).page

    page.locator(".more-pages summary").click()
    page.get_by_role("link", name="依存与风险").click()
    page.wait_for_url("**/dependence")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
