"""The overview in a real browser: one sentence, five kinds of gaps, targets with their evidence."""

import pytest

from tests.pages import bodies
from tests.pages.conftest import Opener, View
from viz import pages
from viz.chrome import Chrome


def test_the_sentence_the_gaps_and_the_first_industries_stand_in_the_first_window(
    visit: Opener,
) -> None:
    for view in (View(), View(390, 844)):
        page = visit("/", view).page

        for box in ("h1", ".standings li:last-child", ".industry-card"):
            seen = page.locator(box).first.bounding_box()
            assert seen is not None
            assert seen["y"] + min(seen["height"], 160) <= view.height, (box, view.width)


def test_the_gaps_of_a_standing_are_a_click_away(visit: Opener) -> None:
    page = visit("/").page

    tiles = page.locator(".standings a").all()
    assert [tile.locator("b").inner_text() for tile in tiles] == ["6", "5", "4", "3", "2"]
    assert tiles[2].get_attribute("href") == "/gaps?standing=to_settle"


def test_a_target_opens_its_sentence_and_escape_comes_back_to_it(visit: Opener) -> None:
    page = visit("/").page
    page.focus("#goal-output_2025")
    page.keyboard.press("Enter")
    page.wait_for_selector(".drawer:focus")

    assert "引进高速驱动电机" in page.locator(".drawer:visible").inner_text()
    assert page.locator(".drawer:visible a", has_text="第 6 行").count() == 2

    page.keyboard.press("Escape")
    page.wait_for_selector("#goal-output_2025:focus")


def test_only_a_number_of_the_same_name_gives_a_percentage(visit: Opener) -> None:
    page = visit("/").page

    assert page.locator("#goal-output_2025 b").inner_text() == "54%"
    other = page.locator("#goal-vehicles_scale_2025")
    assert "%" not in other.inner_text()
    assert "口径不同" in other.inner_text()


def test_a_rate_is_given_only_where_the_answer_allows_it(visit: Opener) -> None:
    page = visit("/").page

    rates = page.locator(".industry-card .rate").all_inner_texts()
    assert rates == [
        "本地配套率 35–62%（26 组）",
        "本地配套率 必需投入 14 组，未知 9 组，不给百分比",
    ]


def test_the_latest_changes_say_when_who_and_why(visit: Opener) -> None:
    page = visit("/").page

    latest = page.locator(".changes li").first.inner_text()
    for said in (
        "版本 3",
        "本地填报",
        "区经信委",
        "2026-03-02 03:04 UTC",
        "重点企业库 2026 年上半年",
    ):
        assert said in latest


@pytest.mark.parametrize(
    ("year", "said"),
    [(2025, "规划期止于 2025 年。"), (2026, "规划期止于 2025 年，今年是 2026 年：目标已到期")],
)
def test_the_end_of_the_plan_is_said_and_after_it_that_targets_have_fallen_due(
    year: int, said: str
) -> None:
    chrome = Chrome(dataset=bodies.chrome_dataset(), year=year)
    page = pages.home_page(chrome, bodies.overview(), bodies.datasets(), bodies.changes())

    assert said in page
    assert "规划期 2021—2025 年" in page


def test_every_chain_is_linked(visit: Opener) -> None:
    page = visit("/").page

    links = [link.get_attribute("href") for link in page.locator(".chains a").all()]
    assert links == ["/chains/car_parts", "/chains/glass", "/chains/motorcycles"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [1100, 1280, 1440, 1920])
def test_no_tile_of_a_standing_is_cut(tour: Opener, width: int, lang: str) -> None:
    page = tour(f"/?lang={lang}", View(width)).page

    cut = page.evaluate(
        """() => [...document.querySelectorAll('.standings .tile')].filter((tile) => {
        const [box, own] = [tile.getBoundingClientRect(), tile.querySelector('small')];
        const text = document.createRange(); text.selectNodeContents(own);
        const at = text.getBoundingClientRect();
        return own.scrollWidth > own.clientWidth + 1 || at.bottom > box.bottom
          || at.right > tile.querySelector('b').getBoundingClientRect().left;
        }).map((tile) => tile.textContent)"""
    )
    assert cut == []
