"""The panorama in a real browser: it fits, it prints, its cards open, its tiles filter."""

import re

from tests.pages.conftest import Opener, View

CHAIN = "/chains/car_parts"
PHONE = View(390, 844)
FADED = """() => [...document.querySelectorAll('.card')]
  .filter(card => card.checkVisibility() && getComputedStyle(card).opacity < 0.5).length"""

SIZES = """() => Object.fromEntries([...document.querySelectorAll('.group > .cards > .card')]
  .map(card => [card.id, card.getBoundingClientRect()])
  .map(([id, box]) => [id, [Math.round(box.width), Math.round(box.height)]]))"""
REDS = """() => [...document.querySelectorAll('main *')].filter(box => {
    const look = getComputedStyle(box);
    return [look.color, look.backgroundColor, look.borderLeftColor].some(colour => {
      const [red, green, blue] = (colour.match(/[\\d.]+/g) || []).map(Number);
      return red > 140 && green < 60 && blue < 60;
    });
  }).map(box => box.className)"""
OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll('.board .card, .board h3')]
    .filter(card => card.checkVisibility()).map(card => card.getBoundingClientRect());
  return boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right - 1 &&
    b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
}"""


def test_more_than_forty_two_cards_fit_on_an_office_screen_without_scrolling(
    visit: Opener,
) -> None:
    page = visit(CHAIN).page

    assert page.locator(".board .card:visible").count() >= 42
    assert page.evaluate("document.documentElement.scrollHeight") == 900


def test_forty_eight_cards_in_small_groups_under_a_long_headline_fit_too(visit: Opener) -> None:
    page = visit("/industries/vehicles").page

    assert page.locator(".board .card:visible").count() == 48
    assert page.evaluate("document.documentElement.scrollHeight") == 900


def test_groups_without_a_card_to_show_wait_behind_one_line(visit: Opener) -> None:
    page = visit("/industries/vehicles").page
    page.click("text=更多 2 个（另 1 组）")

    assert page.locator(".card:visible", has_text="后备二号").count() == 1


def test_the_banner_of_made_up_data_does_not_push_cards_off_the_screen(visit: Opener) -> None:
    page = visit(f"{CHAIN}?made_up=1").page

    assert page.locator(".made-up").is_visible()
    assert page.evaluate("document.documentElement.scrollHeight") == 900


def test_paper_takes_the_panorama_on_one_sheet(visit: Opener) -> None:
    page = visit(CHAIN).page

    sheets = re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True))

    assert len(sheets) == 1


def test_paper_cuts_no_card(visit: Opener) -> None:
    # 281 × 194 mm within the margins, at 96 dpi
    page = visit(CHAIN, View(1062, 733)).page
    page.emulate_media(media="print")

    cut = page.evaluate(
        "() => [...document.querySelectorAll('.board .card')]"
        ".filter(card => card.checkVisibility())"
        ".filter(card => card.scrollHeight > card.clientHeight + 1 || "
        "card.getBoundingClientRect().bottom > window.innerHeight)"
        ".map(card => card.textContent.trim())"
    )

    assert cut == []


def test_cards_do_not_overlap(visit: Opener) -> None:
    for view in (View(), PHONE):
        page = visit(CHAIN, view).page

        assert page.evaluate(OVERLAPPING) == 0


def test_a_click_opens_the_evidence_and_its_line(visit: Opener) -> None:
    page = visit(CHAIN).page
    page.click("text=车规级芯片")

    drawer = page.locator(".drawer:visible")
    drawer.wait_for()
    assert drawer.count() == 1
    assert "引进高速驱动电机、电机控制器等新能源汽车核心零部件项目" in drawer.inner_text()
    assert "规划原文" in drawer.inner_text()
    href = drawer.locator("a", has_text="第 6 行").get_attribute("href") or ""
    assert href.startswith("/documents/plan?line=6&span=")


def test_the_keyboard_opens_a_card_and_escape_gives_the_focus_back(visit: Opener) -> None:
    page = visit(CHAIN).page
    card = page.locator(".card", has_text="电机控制器")
    card.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".drawer:focus")

    assert page.locator(".drawer:visible").count() == 1

    page.keyboard.press("Escape")
    page.wait_for_selector(".card:focus")

    assert page.locator(".drawer:visible").count() == 0
    assert "电机控制器" in page.locator(".card:focus").inner_text()


def test_without_scripts_a_card_opens_and_closes(visit: Opener) -> None:
    page = visit(CHAIN, View(scripts=False)).page
    page.click("text=车规级芯片")

    assert page.locator(".drawer:visible").count() == 1

    page.click(".drawer:visible .close")

    assert page.locator(".drawer:visible").count() == 0


def test_a_tile_fades_every_other_card_and_a_second_click_shows_all(visit: Opener) -> None:
    page = visit(CHAIN).page
    cards = page.locator(".board .card:visible").count()
    developing = page.locator(".card.s-developing:visible").count()
    page.click('label[for="f-developing"]')

    assert page.evaluate(FADED) == cards - developing

    page.click('label[for="f-developing"]')

    assert page.evaluate(FADED) == 0


def test_tiles_filter_without_scripts(visit: Opener) -> None:
    page = visit(CHAIN, View(scripts=False)).page
    page.click('label[for="f-upgrade"]')

    first, other = page.locator(".card.has-upgrade").first, page.locator(".card.s-unknown").first
    assert first.evaluate("card => getComputedStyle(card).opacity") == "1"
    assert float(other.evaluate("card => getComputedStyle(card).opacity")) < 0.5

    page.click("text=把所选写进链接")

    assert page.url.endswith("?show=upgrade")
    assert page.is_checked("#f-upgrade")


def test_a_tile_counts_its_cards(visit: Opener) -> None:
    page = visit(CHAIN).page

    for code in ("made", "present", "developing", "sought", "absent", "unknown", "weak", "risk"):
        count = page.locator(f'label[for="f-{code}"] b').inner_text()
        assert int(count) == page.locator(f".card.has-{code}").count(), code


def test_more_and_a_tile_open_the_rest_of_a_group_and_the_other_cards_keep_their_size(
    visit: Opener,
) -> None:
    page = visit(CHAIN).page
    sizes, behind = page.evaluate(SIZES), page.locator(".card", has_text="紧固件")
    assert not behind.is_visible()

    for opener in ("text=更多 3 个", "label[for=f-unknown]"):
        page.click(opener)
        assert behind.is_visible()
        assert page.evaluate(SIZES) == sizes
        assert page.evaluate(OVERLAPPING) == 0
        page.click("text=更多 3 个")


def test_without_scripts_the_tile_of_a_link_opens_more_and_covers_nothing(visit: Opener) -> None:
    page = visit(f"{CHAIN}?show=unknown", View(scripts=False)).page

    assert page.is_checked("#f-unknown")
    assert page.locator(".card", has_text="紧固件").is_visible()
    assert page.evaluate(OVERLAPPING) == 0


def test_only_a_hole_is_called_lacking_and_an_unknown_group_is_called_unknown(
    visit: Opener,
) -> None:
    full, unknown = visit(CHAIN).page, visit("/chains/glass").page

    assert full.locator(".tag").all_inner_texts() == ["整组缺位", "整组缺位"]
    assert unknown.locator(".tag").all_inner_texts() == ["整组未知"]
    assert "缺失" not in unknown.locator("main").inner_text()


def test_red_is_for_gaps_only(visit: Opener) -> None:
    page = visit("/chains/glass").page

    reds = page.evaluate(REDS)

    # the tile 明确缺乏 may stand there with a count of 0; this chain has no such tile
    assert reds == []


def test_a_phone_stacks_the_stages(visit: Opener) -> None:
    page = visit(CHAIN, PHONE).page

    lefts = page.evaluate(
        "() => [...document.querySelectorAll('.stage')].map(s => s.getBoundingClientRect().left)"
    )

    assert len(set(lefts)) == 1
