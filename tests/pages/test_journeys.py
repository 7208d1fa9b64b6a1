"""From a question to a file, by mouse and by keyboard alone."""

import csv
import io
from typing import TYPE_CHECKING

from tests.pages.conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page


def ids_of(page: "Page", href: str) -> list[str]:
    """The ids of the gap list behind a link."""
    origin = "/".join(page.url.split("/")[:3])
    text = page.request.get(f"{origin}{href}").text().removeprefix("\ufeff")
    return [row["编号"] for row in csv.DictReader(io.StringIO(text))]


def test_from_a_product_to_its_must_haves_to_why_to_the_list_by_mouse(tour: Opener) -> None:
    page = tour("/missing").page
    page.fill("#segment", "新能源汽车")
    page.click(".asked button")
    page.wait_for_url("**/missing?segment=*")

    musts = page.locator(".world").first.locator(".pill").all_inner_texts()
    assert musts == ["电驱动总成", "电机控制器"]
    page.locator(".lack", has_text=musts[0]).get_by_role(
        "link", name="为什么不是缺口"
    ).first.click()
    page.wait_for_url("**/why-not?**")
    assert page.locator("#reasons").is_visible()
    page.go_back()
    page.get_by_role("link", name="这些缺口的补链清单").click()
    page.wait_for_url("**/gaps?product=nev")

    href = page.get_by_role("link", name="导出 CSV").get_attribute("href") or ""
    rows = [(row.get_attribute("id") or "")[4:] for row in page.locator(".gaps tbody tr").all()]
    assert ids_of(page, href) == rows


def test_the_same_by_keyboard_alone(tour: Opener) -> None:
    page = tour("/missing").page
    until(page, "segment")
    page.keyboard.type("新能源汽车")
    page.keyboard.press("Enter")
    page.wait_for_url("**/missing?segment=*")

    until_text(page, "这些缺口的补链清单")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gaps?product=nev")
    until_text(page, "线束")
    page.keyboard.press("Enter")
    page.wait_for_selector(".drawer:target")
    until_text(page, "为什么不是缺口")
    page.keyboard.press("Enter")
    page.wait_for_url("**/why-not?segment=*")

    assert "线束" in page.inner_text("h1")


def test_a_link_restores_filters_terms_and_the_open_drawer(tour: Opener) -> None:
    asked = "/gaps?chain=aerogel&horizon=planned&sort=name#gap-aerogel_silica_upstream"
    page = tour(asked).page

    assert page.locator("select[name=chain]").input_value() == "aerogel"
    assert page.locator("select[name=sort]").input_value() == "name"
    assert page.locator("input[name=horizon]:checked").get_attribute("value") == "planned"
    assert page.locator(".drawer:target h2").inner_text() == "二氧化硅上游配套企业"


def until(page: "Page", field: str) -> None:
    """Press Tab until the focus is in a field."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == field:
            return
    raise AssertionError(field)


def until_text(page: "Page", text: str) -> None:
    """Press Tab until the focus is on a link with this text."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent.trim()") == text:
            return
    raise AssertionError(text)
