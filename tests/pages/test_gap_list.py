"""The gap list under filters and terms, what goes out of it, and what would settle most."""

from typing import TYPE_CHECKING

from tests.pages.conftest import Opener, View
from viz import navigation

if TYPE_CHECKING:
    from playwright.sync_api import Page


def rows(page: "Page") -> list[str]:
    return [
        (row.get_attribute("id") or "").removeprefix("row-")
        for row in page.locator("table.gaps tbody tr").all()
    ]


def count(page: "Page") -> int:
    return int(page.locator("h1 b").first.inner_text())


def test_a_switch_of_terms_changes_the_list_and_says_so(tour: Opener) -> None:
    page = tour("/gaps").page
    usual = count(page)

    page.get_by_text("全部本地", exact=True).click()
    page.wait_for_url("**/gaps?boundary=none")

    assert count(page) > usual
    assert "全部要求本地" in page.inner_text(".terms")


def test_the_switches_move_by_keyboard(tour: Opener) -> None:
    page = tour("/gaps").page

    page.locator("input[name=horizon]:checked").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/gaps?horizon=planned")

    assert page.locator("input[name=horizon]:checked").get_attribute("value") == "planned"


def test_the_gaps_of_a_product_are_those_on_what_it_misses(tour: Opener) -> None:
    page = tour("/missing?segment=新能源汽车").page
    named = {
        (link.get_attribute("href") or "").partition("#gap-")[2]
        for link in page.locator("#lacks ~ .lacks .pairs > div:first-child a[href*='#gap-']").all()
    }

    page.get_by_role("link", name="这些缺口的补链清单").click()
    page.wait_for_url("**/gaps?product=nev")

    assert page.locator(".only a").inner_text() == "新能源汽车"
    page.goto(page.url + "&rows=gaps")
    assert named
    assert named <= set(rows(page))


def test_a_gap_names_the_neighbours_to_ask_with_what_the_plan_says_of_them(tour: Opener) -> None:
    page = tour("/gaps#gap-motor_controller_introduction").page
    beside = page.locator("#gap-motor_controller_introduction .beside", has_text="永川")

    told = beside.locator("li", has_text="永川").inner_text().split()
    assert (told[0], told[-1]) == ("永川", "“汽摩及零部件”")
    beside.get_by_role("link", name="“汽摩及零部件”").click()
    page.wait_for_url("**/documents/plan?*#L49")


def test_a_row_opens_here_and_closes_and_going_back_opens_it_again(tour: Opener) -> None:
    visited = tour("/gaps?chain=auto_parts")
    page = visited.page
    first, second = page.locator("table.gaps a[data-opens]").all()[:2]
    names = [each.inner_text() for each in (first, second)]
    asked = len(visited.requests)

    first.click()
    assert page.locator(".drawer:target h2").inner_text() == names[0]
    assert page.evaluate("document.activeElement.matches('.drawer:target')")
    page.keyboard.press("Escape")
    page.wait_for_function("name => document.activeElement.textContent === name", arg=names[0])
    second.focus()
    page.keyboard.press("Enter")
    assert page.locator(".drawer:target h2").inner_text() == names[1]
    page.go_back()
    page.go_back()
    assert page.locator(".drawer:target h2").inner_text() == names[0]

    # a part for each, and nothing else
    assert [url.partition("?")[0].rpartition("/")[2] for url in visited.requests[asked:]] == [
        "about",
        "about",
    ]


def test_an_old_link_to_a_row_of_another_page_leads_to_that_page(tour: Opener) -> None:
    page = tour("/gaps?page=2").page
    last = rows(page)[-1]

    page.goto(page.url.partition("?")[0] + f"#gap-{last}")
    page.wait_for_url(f"**/gaps?gap={last}#gap-{last}")

    assert page.locator(".drawer:target").get_attribute("id") == f"gap-{last}"
    assert rows(page)[-1] == last


def test_without_scripts_a_row_opens_by_its_link(tour: Opener) -> None:
    page = tour("/gaps?page=2&sort=name", View(scripts=False)).page
    link = page.locator("table.gaps a[data-opens]").first
    name = link.inner_text()

    link.click()

    assert page.locator(".drawer:target h2").inner_text() == name
    assert page.locator("select[name=sort]").input_value() == "name"
    page.locator(".drawer:target .close").click()
    assert page.locator(".drawer:visible").count() == 0


def test_from_a_gap_to_why_it_is_one_under_the_same_terms(tour: Opener) -> None:
    page = tour("/gaps?horizon=planned#gap-motor_controller_introduction").page

    page.locator("#gap-motor_controller_introduction .onward a").last.click()
    page.wait_for_url("**/why-not?**")

    assert "horizon=planned" in page.url
    assert page.inner_text("h1") == "电机控制器 是确认缺口"


def test_every_question_is_listed_with_whom_to_ask_and_what_follows(
    tour: Opener, district: str
) -> None:
    page = tour("/verify").page
    body = page.request.get(f"{district}/api/v1/verify?limit=1000").json()
    first = page.locator("#ask-" + body["items"][0]["segment"]["id"])

    assert page.locator("li[id^=ask-]").count() == 50
    assert page.locator(".leaves span").all_inner_texts()[-1].endswith(f"共 {body['total']} 条")
    asked = [each if isinstance(each, str) else each["name"] for each in body["items"][0]["ask"]]
    assert first.locator("dd").first.inner_text().split("\n") == asked
    first.get_by_text("消除的缺口").click()
    named = first.locator("details[open] a").all_inner_texts()
    assert named == [ref["name"] for ref in body["items"][0]["if_yes"]["closes"]]


def test_what_is_asked_first_is_listed_with_its_sentence(tour: Opener, district: str) -> None:
    page = tour("/verify").page
    body = page.request.get(f"{district}/api/v1/verify?limit=1000").json()
    drugs = page.locator("#first-medicine")

    assert page.locator("li[id^=first-]").count() == len(body["first"]) > 5
    assert "本地做的“药品”是哪几种：中药配方颗粒、仿制药、中成药，还是别的？" in drugs.inner_text()
    assert "希尔安药业" in drugs.locator("dd").first.inner_text()


def test_the_workbook_of_questions_is_under_the_terms_of_the_page(tour: Opener) -> None:
    page = tour("/verify?boundary=none").page

    href = page.get_by_role("link", name="导出 XLSX").get_attribute("href")

    assert href == "/api/v1/export/verify.xlsx?boundary=none"


def test_the_way_to_the_import_stands_only_where_there_is_one(tour: Opener) -> None:
    page = tour("/verify").page

    leads = page.locator("main a[href^='/import']").count() == 1
    assert leads == navigation.stands("/import")


def test_on_a_phone_the_switches_stay_in_the_window(tour: Opener) -> None:
    page = tour("/verify", View(390, 844)).page

    for box in page.locator(".switch label").all():
        place = box.bounding_box()
        assert place is not None
        assert place["x"] + place["width"] <= 390
