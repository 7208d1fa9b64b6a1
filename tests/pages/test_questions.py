"""Forms, lists and the plan reader in a real browser."""

from tests.pages import replies
from tests.pages.conftest import Opener, View

CAR = "/missing?segment=car"
OLD = View(scripts=False)


def test_the_answer_comes_first_and_shows_its_terms(visit: Opener) -> None:
    page = visit(CAR).page

    assert page.locator("h1").inner_text() == replies.missing().sentence
    assert "可市场采购的不算缺" in page.locator(".answer .terms").inner_text()


def test_a_must_have_shows_its_proof_path_to_the_product(visit: Opener) -> None:
    page = visit(CAR).page
    motor = page.locator(".lack", has_text="明确缺乏").first

    assert motor.locator(".path li").all_inner_texts() == [
        "高速驱动电机", "电驱动总成", "新能源乘用车 A0/A00",
    ]  # fmt: skip
    assert "确认缺口" in motor.inner_text()
    assert "必需，无替代" in motor.inner_text()


def test_alternatives_stand_together_as_one_need(visit: Opener) -> None:
    page = visit(CAR).page
    need = page.locator(".lack", has_text="2 选 1")

    assert need.count() == 1
    assert need.locator(".choices strong").all_inner_texts() == ["动力电芯"]
    assert "多级减速器" in need.inner_text()


def test_what_lies_behind_is_folded(visit: Opener) -> None:
    page = visit(CAR, OLD).page
    magnet = page.locator(".behind .lack", has_text="钕铁硼永磁体")
    assert not magnet.is_visible()
    page.click(".behind > summary")

    assert magnet.is_visible()


def test_both_worlds_stand_side_by_side(visit: Opener) -> None:
    possible, certain = visit(CAR).page.locator(".world").all_inner_texts()

    assert "都要补" in possible
    assert "任选其一" in possible
    assert "共 2 种补法" in possible
    assert "至多补 4 个（未证明最少）" in certain
    assert "例如再补" in certain


def test_the_smallest_sets_are_shown_by_must_haves_and_choices(visit: Opener) -> None:
    certain = visit("/missing?segment=cars").page.locator(".world").last

    assert "最少补 4 个" in certain.inner_text()
    assert [" ".join(each.split()) for each in certain.locator(".need").all_inner_texts()] == [
        "必补 高速驱动电机 ＋ 电机控制器",
        "补得最少时还要 钕铁硼永磁体",
        "任选其一 多级减速器 或 动力电芯",
    ]


def test_of_what_is_not_here_and_lacks_nothing_no_page_says_cannot(visit: Opener) -> None:
    text = visit("/missing?segment=sought").page.locator("main").inner_text()

    assert "不能" not in text
    assert "配套就绪" in text


def test_nothing_missing_says_so_and_lists_what_is_bought(visit: Opener) -> None:
    text = visit("/missing?segment=clutch").page.locator("main").inner_text()

    assert "上游不缺需要本地配套的环节" in text
    assert "大宗钢材，全国公开市场供应充足" in text


def test_an_unknown_name_leads_to_the_nearest_ones(visit: Opener) -> None:
    page = visit("/missing?segment=电机壳").page

    links = page.locator(".problem .refs a")
    assert links.all_inner_texts() == ["高速驱动电机", "电机控制器", "新能源乘用车 A0/A00"]
    assert links.first.get_attribute("href") == f"/missing?segment={replies.MOTOR.id}"


def test_a_category_is_answered_kind_by_kind(visit: Opener) -> None:
    page = visit("/missing?segment=cars").page

    assert page.locator("#kinds + ul > li").count() == 2


def test_a_switch_asks_again_and_keeps_the_segment_by_its_name(visit: Opener) -> None:
    page = visit(CAR).page
    assert page.locator("#segment").input_value() == "新能源乘用车 A0/A00"
    page.click("text=全部本地")
    page.wait_for_url("**boundary=none**")

    assert page.locator("#segment").input_value() == "新能源乘用车 A0/A00"
    assert page.locator("#answer").is_visible()
    assert page.locator("input[name=boundary]:checked").get_attribute("value") == "none"


def test_the_question_can_be_asked_without_scripts(visit: Opener) -> None:
    page = visit("/missing", OLD).page
    page.fill("#segment", "clutch")
    page.click("text=计入在建")
    page.click(".asked button")

    assert "horizon=planned" in page.url
    assert "离合器" in page.locator("h1").inner_text()


def test_an_address_typed_by_hand_is_shown_again_and_escaped(visit: Opener) -> None:
    visited = visit("/missing?segment=%22%3E%3Cscript%3Ex()%3C/script%3E&boundary=traded%2Btiers:7")

    assert visited.page.locator("#segment").input_value() == '"><script>x()</script>'
    assert visited.page.locator("input[name=boundary]:checked + label").inner_text() == "只看 7 层"
    assert visited.complaints == []


def test_the_five_standings_are_never_mixed(visit: Opener) -> None:
    page = visit("/gaps").page

    heads = page.locator(".standing h2")
    assert [text.split()[0] for text in heads.all_inner_texts()] == [
        "确认缺口", "规划拟增", "待核实", "招引方向", "提升与在册",
    ]  # fmt: skip
    assert [table.locator("tbody tr").count() for table in page.locator(".gaps").all()] == [3] * 5


def test_a_gap_opens_with_quote_path_blocked_products_and_what_settles_it(visit: Opener) -> None:
    page = visit("/gaps").page
    page.click(".g-confirmed tbody th a >> nth=0")

    drawer = page.locator(".drawer:visible").inner_text()
    assert "引进高速驱动电机、电机控制器等新能源汽车核心零部件项目" in drawer
    assert "仅当未知都算缺" in drawer
    assert "核实云溪区是否有企业生产高速驱动电机" in drawer
    assert page.locator(".drawer:visible .path li").count() == 3


def test_filters_send_themselves_and_leave_out_what_is_empty(visit: Opener) -> None:
    page = visit("/gaps").page
    page.select_option("select[name=kind]", "risk")
    page.wait_for_url("**kind=risk**")

    assert page.url.endswith("/gaps?kind=risk")
    assert "没有符合条件的缺口" in page.locator("main").inner_text()


def test_the_table_goes_out_with_the_same_filters(visit: Opener) -> None:
    page = visit("/gaps?standing=confirmed").page

    links = page.locator("a[download]")
    assert [links.nth(at).get_attribute("href") for at in range(links.count())] == [
        "/api/v1/export/gaps.csv?standing=confirmed",
        "/api/v1/export/gaps.xlsx?standing=confirmed",
    ]


def test_rows_become_cards_on_a_phone(visit: Opener) -> None:
    page = visit("/gaps", View(390, 844)).page

    row = page.locator(".gaps tbody tr").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    assert page.locator(".gaps thead").first.bounding_box()["width"] <= 1  # type: ignore[index]


def test_a_cited_span_opens_its_facts_and_overlapping_spans_are_cut(visit: Opener) -> None:
    page = visit("/documents/plan").page

    assert page.locator("#L6 .cite").all_inner_texts() == [
        "引进", "高速驱动电机", "、电机控制器等新能源汽车核心零部件项目",
    ]  # fmt: skip

    page.click("#L6 .cite >> nth=1")

    facts = page.locator(".drawer:visible").inner_text()
    assert "电驱动总成拟引进" in facts
    assert "高速驱动电机缺口（拟引进）" in facts


def test_a_line_is_found_by_anchor_and_by_query(visit: Opener) -> None:
    for path in ("/documents/plan#L6", "/documents/plan?line=6"):
        page = visit(path, View(1440, 300)).page
        place = page.locator("#L6").bounding_box()

        assert place is not None
        assert 0 <= place["y"] < 300
        colour = page.locator("#L6").evaluate("line => getComputedStyle(line).backgroundColor")
        assert colour == "rgb(214, 230, 245)"  # --present


def test_the_contents_lead_to_the_headings(visit: Opener) -> None:
    page = visit("/documents/plan").page

    assert page.locator(".contents a").all_inner_texts() == ["一、发展基础", "二、重点任务"]
    assert page.locator(".contents a").last.get_attribute("href") == "#L5"


def test_the_language_switch_keeps_the_question(visit: Opener) -> None:
    page = visit(CAR).page
    page.click(".tongue")

    assert page.url.endswith("/missing?segment=car&lang=en")
    assert page.locator(".asked button").inner_text() == "Ask"
    assert page.locator("nav a", has_text="Gap list").get_attribute("href") == "/gaps?lang=en"


def test_the_menu_opens_by_keyboard_and_closes_on_escape(visit: Opener) -> None:
    page = visit("/").page
    page.focus(".menu > summary")
    page.keyboard.press("Enter")
    assert page.locator(".menu .sheet").first.is_visible()
    page.keyboard.press("Escape")

    assert not page.locator(".menu .sheet").first.is_visible()
    assert page.locator(".menu > summary:focus").count() == 1


def test_the_skip_link_is_the_first_stop(visit: Opener) -> None:
    page = visit("/gaps").page
    page.keyboard.press("Tab")

    assert page.locator(":focus").inner_text() == "跳到正文"
    assert page.locator(":focus").bounding_box()["x"] >= 0  # type: ignore[index]
