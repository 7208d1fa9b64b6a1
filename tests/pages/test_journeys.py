"""What people come for, from the first page to the sentence or the file, by mouse and by keyboard.

Every journey goes through the shipped district in a real browser; what it ends at is compared
with the plan's own text or read by another program.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from openpyxl import load_workbook

from tests.pages.conftest import Opener, View

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

PLAN = (Path(__file__).parents[2] / "seeds/hechuan/documents/plan.txt").read_text("utf-8")
ANY_LINE = re.compile(r"#L(\d+)$")
FOCUSED = "element => element === document.activeElement"


class Hand(Protocol):
    """How somebody follows a link or presses a button."""

    def __call__(self, target: "Locator") -> None: ...


def mouse(target: "Locator") -> None:
    target.click()


def keyboard(target: "Locator") -> None:
    """Go on by the tabulator until the target has the focus, then press Enter."""
    page = target.page
    for _ in range(900):
        if target.evaluate(FOCUSED):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    pytest.fail("the tabulator never comes to it")


BOTH = pytest.mark.parametrize("hand", [mouse, keyboard], ids=lambda each: each.__name__)


def write(hand: Hand, field: "Locator", text: str) -> None:
    """Type into a field and send it off by Enter."""
    if hand is mouse:
        field.click()
        field.page.keyboard.type(text)
        field.page.keyboard.press("Enter")
        return
    for _ in range(100):
        if field.evaluate(FOCUSED):
            field.page.keyboard.type(text)
            field.page.keyboard.press("Enter")
            return
        field.page.keyboard.press("Tab")
    pytest.fail("the tabulator never comes to the field")


def line_shown(page: "Page") -> str:
    """The line of the plan that the address points at, which has to be in sight."""
    page.wait_for_url(ANY_LINE)
    number = ANY_LINE.search(page.url)
    assert number
    line = page.locator(f"#L{number[1]}")
    assert line.evaluate("e => e.getBoundingClientRect().top < innerHeight")
    return line.locator("p").inner_text()


@BOTH
def test_from_a_word_to_the_panorama_to_a_gap_to_its_sentence(tour: Opener, hand: Hand) -> None:
    page = tour("/").page

    write(hand, page.locator("form.find input"), "气凝胶")
    hand(page.locator("main a[href='/chains/aerogel']"))
    hand(page.locator(".card.has-introduce").first)
    hand(page.locator(".drawer:target .gap-refs a").first)
    quote = page.locator(".drawer:target blockquote").first.inner_text()
    hand(page.locator(".drawer:target .proof a[href^='/documents/plan']").first)

    assert quote in line_shown(page)
    assert quote in PLAN


@BOTH
def test_from_a_product_to_what_it_needs_to_why_not_to_a_file(
    tour: Opener, hand: Hand, tmp_path: Path
) -> None:
    page = tour("/missing").page

    write(hand, page.locator("main input[name=segment]"), "新能源汽车")
    page.wait_for_selector("#unlock")
    must = {plain(each) for each in page.locator(".need a.pill").all_inner_texts()}
    lacks = {plain(each) for each in page.locator(".lack a").all_inner_texts()}
    with page.expect_download() as waiting:
        hand(page.locator("a[download]").first)
    waiting.value.save_as(tmp_path / "gaps.xlsx")
    hand(page.locator(".lack a[href^='/why-not']").first)
    page.wait_for_selector("#answer")

    head, *rows = load_workbook(tmp_path / "gaps.xlsx")["补链清单"].iter_rows(values_only=True)
    exported = {str(row[head.index("环节")]) for row in rows}
    assert "电机控制器" in must
    assert exported
    assert exported <= lacks
    assert page.url.split("?")[0].endswith("/why-not")


def plain(text: str) -> str:
    """A name without the places where it may break."""
    return text.replace("\u200b", "").strip()


@BOTH
def test_from_a_pair_of_industries_to_its_lists_to_the_graph_of_a_segment(
    tour: Opener, hand: Hand
) -> None:
    page = tour("/synergies?level=industry").page

    hand(page.locator("td a[href*='/synergies/automotive/new_materials']").first)
    hand(page.locator("main a[href*='/segments/']").first)
    page.wait_for_url("**/segments/*")
    segment = page.url.split("/segments/")[1].split("?")[0]
    hand(page.locator("main a[href*='/graph']").first)
    page.wait_for_selector("#picture[data-drawn]")

    assert segment in page.url


@BOTH
def test_from_a_sentence_to_its_facts_and_back(tour: Opener, hand: Hand) -> None:
    page = tour("/documents/plan#L283").page
    cite = page.locator("#L283 .cite").first
    words = cite.inner_text()

    hand(cite)
    assert page.locator(".drawer:target blockquote").inner_text() == words
    hand(page.locator(".drawer:target .refs a").first)
    page.wait_for_url(lambda url: "/documents/" not in url)
    page.go_back()
    page.wait_for_selector(".drawer:target")
    if hand is mouse:
        hand(page.locator(".drawer:target .close"))
    else:
        page.keyboard.press("Escape")

    assert words in PLAN
    assert page.locator("#L283 .cite").first.evaluate(FOCUSED)


@pytest.mark.parametrize(
    "address",
    [
        "/gaps?chain=motorcycle&standing=to_settle&sort=name",
        "/missing?segment=nev&boundary=none&horizon=planned",
        "/graph?center=nev&hops=2&type=segment",
        "/synergies?level=chain&sort=supply",
    ],
)
def test_a_copied_link_shows_another_person_the_same(
    tour: Opener, district: str, contexts: Callable[[View], "BrowserContext"], address: str
) -> None:
    mine = tour(address).page
    fresh = contexts(View(1441, 900)).new_page()

    fresh.goto(mine.url)
    fresh.wait_for_selector("html[data-ready]", state="attached")

    assert mine.url.startswith(district)
    assert shown(fresh) == shown(mine)
    fresh.close()


def shown(page: "Page") -> tuple[str, list[str]]:
    """The words of the page and what its fields hold."""
    fields = page.locator("main select, main input").evaluate_all("all => all.map(e => e.value)")
    return page.locator("main").inner_text(), fields


def test_a_link_restores_filters_terms_and_the_open_drawer(tour: Opener) -> None:
    asked = "/gaps?chain=aerogel&horizon=planned&sort=name#gap-aerogel_silica_upstream"
    page = tour(asked).page

    assert page.locator("select[name=chain]").input_value() == "aerogel"
    assert page.locator("select[name=sort]").input_value() == "name"
    assert page.locator("input[name=horizon]:checked").get_attribute("value") == "planned"
    assert page.locator(".drawer:target h2").inner_text() == "二氧化硅上游配套企业"
