"""The page of which k: one true sentence, what was chosen, and the same question in the address."""

from tests.pages.conftest import Opener


def test_a_choice_is_asked_by_the_form_and_kept_in_the_address(tour: Opener) -> None:
    page = tour("/choose?k=2&chain=aerogel").page

    assert "已证明没有更好的选法" in page.inner_text("h1")
    page.fill("[name=k]", "1")
    page.get_by_text("用地与预算").click()
    page.fill("[name=land]", "南溪组团=60")
    page.get_by_role("button", name="选", exact=True).click()
    page.wait_for_url("**k=1**")
    assert "chain=aerogel" in page.url
    assert page.locator("[name=land]").is_visible()
    assert page.locator("section:has(#chosen) tbody tr").count() == 1
    assert "按 0 亩计" in page.inner_text("main")


def test_a_conflict_stands_above_the_form_with_what_would_do(tour: Opener) -> None:
    page = tour("/choose?k=1&force=moto_frame,teos").page

    assert "最少把 k 放宽到 2" in page.inner_text(".problem")
    assert page.input_value("[name=force]") == "moto_frame,teos"
