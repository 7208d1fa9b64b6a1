"""The plan reader: what is marked under a filter, a span's facts and the way back, what is left."""

from typing import TYPE_CHECKING

import yaml

import seeds
from tests.pages.conftest import Opener, View

if TYPE_CHECKING:
    from playwright.sync_api import Page

HECHUAN = seeds.FOLDER / "hechuan"


def marked(page: "Page") -> str:
    """Everything that is marked, line by line."""
    return "\n".join(
        "".join(line.locator(".cite").all_inner_texts())
        for line in page.locator(".line.cited").all()
    )


def quotes(file: str, section: str) -> list[str]:
    """The quotes of a section of a raw file."""
    entries = yaml.safe_load((HECHUAN / file).read_text("utf-8"))[section]
    found = [each for entry in entries for each in entry["evidence"]]
    return [each if isinstance(each, str) else each["quote"] for each in found]


def test_a_chain_and_a_type_leave_just_their_facts_marked(tour: Opener) -> None:
    page = tour("/documents/plan").page

    page.select_option("select[name=chain]", "aerogel")
    page.wait_for_url("**?chain=aerogel")
    page.select_option("select[name=type]", "gap")
    page.wait_for_url("**?chain=aerogel&type=gap")

    text = marked(page)
    assert [quote for quote in quotes("chains/aerogel.yaml", "gaps") if quote not in text] == []
    assert "高速驱动电机" not in text
    page.locator(".cite", has_text="着力引进二氧化硅上游配套企业").first.click()
    page.wait_for_selector(".drawer:target")
    types = page.locator(".drawer:visible .rows > li > .badge").all_inner_texts()
    assert set(types) == {"缺口"}


def test_what_is_marked_is_listed_and_counted(tour: Opener, district: str) -> None:
    page = tour("/documents/plan?chain=aerogel").page
    asked = f"{district}/api/v1/documents/plan/passages?limit=1000"
    first = page.request.get(asked).json()
    items = first["items"] + page.request.get(f"{asked}&cursor={first['next']}").json()["items"]
    mine = [each for each in items if any("aerogel" in fact["chains"] for fact in each["facts"])]

    assert first["total"] == len(items)
    assert page.locator(".contents nav").first.locator("a").count() == len(mine)
    assert f"标出 {len(mine)} 处，共 {len(items)} 处" in page.inner_text(".hint")


def test_a_filter_that_matches_nothing_says_so(tour: Opener) -> None:
    page = tour("/documents/plan?type=nothing").page

    assert "标出 0 处" in page.inner_text(".hint")
    assert page.locator(".cite").count() == 0


def test_by_keyboard_a_sentence_opens_its_facts_and_gives_the_focus_back(tour: Opener) -> None:
    page = tour("/documents/plan?chain=aerogel&type=gap").page
    cite = page.locator(".cite", has_text="着力引进二氧化硅上游配套企业").first

    cite.focus()
    page.keyboard.press("Enter")
    assert "二氧化硅" in page.inner_text(".drawer:visible .rows")
    page.keyboard.press("Escape")

    assert page.locator(".drawer:visible").count() == 0
    assert cite.evaluate("node => node === document.activeElement")


def test_from_a_sentence_to_its_fact_and_from_the_evidence_back_to_the_line(tour: Opener) -> None:
    page = tour("/documents/plan?chain=aerogel&type=gap").page

    page.locator(".cite", has_text="着力引进二氧化硅上游配套企业").first.click()
    page.locator(".drawer:visible .refs a").first.click()
    page.wait_for_url(lambda url: "/documents/" not in url)
    page.get_by_role("link", name="第 283 行").first.evaluate("link => link.click()")
    page.wait_for_url("**/documents/plan?*#L283")

    assert page.locator("#L283:target").is_visible()


def test_evidence_leads_to_the_very_words(tour: Opener) -> None:
    """The marked words are the quote, whatever else the line says."""
    page = tour("/segments/cement").page
    proof = page.locator(".proof:has(blockquote)").first
    link, quote = proof.locator(".from a").first, proof.locator("blockquote").text_content()

    link.evaluate("link => link.click()")
    page.wait_for_url("**/documents/plan?*#L*")
    assert "".join(page.locator(".here").all_inner_texts()) == quote
    assert page.locator(".line:target .here").first.is_visible()
    assert page.locator(".line:not(:target) .here").count() == 0


def test_a_search_leads_to_what_was_typed(tour: Opener) -> None:
    page = tour("/search?q=补齐汽车零部件").page

    assert page.locator(".said mark").first.inner_text() == "补齐汽车零部件"
    page.get_by_role("link", name="第 248 行").click()
    page.wait_for_url("**#L248")
    assert "".join(page.locator(".here").all_inner_texts()) == "补齐汽车零部件"


def test_a_span_that_is_none_is_refused_or_marks_nothing(tour: Opener) -> None:
    page = tour("/documents/plan?line=248&span=900000-900001").page
    refused = page.request.get(page.url.split("?")[0] + "?line=248&span=x")

    assert page.locator(".here").count() == 0
    assert refused.status == 422


def test_sentences_without_a_fact_are_shown_as_such_with_the_reason(tour: Opener) -> None:
    page = tour("/documents/plan").page
    heading = page.locator(".uncited", has_text="四、着力构建“6+4”现代产业体系")
    assert heading.get_attribute("title") == "章标题"

    page.locator(".crumb a").click()
    page.wait_for_url("**?type=uncited")

    line = page.locator(".line", has_text="四、着力构建“6+4”现代产业体系").first
    assert line.locator(".reason").inner_text() == "章标题"
    assert page.locator(".cite").count() == 0


def test_no_sentence_is_both_cited_and_left_out(tour: Opener) -> None:
    page = tour("/documents/plan").page

    assert page.locator(".cite").count() > 900
    assert page.locator(".uncited .cite, .cite .uncited").count() == 0
    assert page.locator(".uncited", has_text="着力引进二氧化硅上游配套企业").count() == 0


def test_every_reason_of_the_files_is_shown(tour: Opener) -> None:
    page = tour("/documents/plan?type=uncited").page
    entries = yaml.safe_load((HECHUAN / "uncited.yaml").read_text("utf-8"))["uncited"]
    headings = {each["quote"]: each["reason"] for each in entries if "标题" in each["reason"]}

    shown = "\n".join(page.locator(".line").all_inner_texts())
    assert headings
    assert [quote for quote, reason in headings.items() if reason not in shown] == []


def test_the_filter_stays_in_the_window_on_a_phone(tour: Opener) -> None:
    page = tour("/documents/plan?chain=aerogel", View(390, 844)).page

    for field in page.locator(".filters select").all():
        place = field.bounding_box()
        assert place is not None
        assert place["x"] + place["width"] <= 390
