"""Judging, correcting, undoing in a real browser, on a real server with the demo."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from api.auth.tokens import Tokens
from graph.model import Lead
from graph.store import GraphStore
from tests.http.conftest import application, filled
from tests.pages.axe import objections
from tests.pages.conftest import View, Visit, listen, serving
from tests.pages.test_every_page import CUT, wider_than_the_window
from tests.support import reported

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = """<script>window.hit=1</script>"><img src=x onerror="window.hit=1">'+alert(1)//"""
FORMULA = '=HYPERLINK("http://example.invalid","x")'
Desk = Callable[..., "Page"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with filled(tmp_path, "demo") as opened:
        yield opened


@pytest.fixture
def desk(store: GraphStore, tmp_path: Path, browser: "Browser") -> Iterator[Desk]:
    """Seats somebody at a browser of their own, logged in as an editor; gives a blank page."""
    tokens = tmp_path / "tokens.json"
    contexts = []
    with serving(application(store, tokens=tokens)) as address:

        def seat(name: str = "王工", view: View = View()) -> "Page":  # noqa: B008 - frozen
            context = browser.new_context(
                base_url=address,
                viewport={"width": view.width, "height": view.height},
                color_scheme="dark" if view.scheme == "dark" else "light",
                java_script_enabled=view.scripts,
                bypass_csp=view.any_script,
                locale="zh-CN",
            )
            contexts.append(context)
            page = context.new_page()
            if name:
                _, secret = Tokens(tokens).new("editor", name)
                page.goto("/login")
                page.fill("#token", secret)
                page.click("main form button")
            return page

        yield seat
        for context in contexts:
            context.close()


def judge(page: "Page", verdict: str, reason: str, known: str = "走访") -> None:
    """Fill and send the form of the page, or of the open drawer."""
    form = page.locator("form.edit:visible")
    form.locator("label", has_text=verdict).click()
    form.locator("[name=reason]").fill(reason)
    form.locator("[name=known]").fill(known)
    form.locator("button").click()


def test_a_gap_is_judged_in_its_drawer_without_scripts(desk: Desk) -> None:
    page = desk(view=View(scripts=False))
    page.goto("/gaps?kind=introduce&gap=belt_makers#gap-belt_makers")
    page.click(".drawer:target >> text=判断这个缺口")

    judge(page, "属实", "三家均不生产")

    assert page.url.endswith("/gaps?kind=introduce&gap=belt_makers#gap-belt_makers")
    drawer = page.locator(".drawer:target")
    assert "三家均不生产" in drawer.inner_text()
    assert "王工" in drawer.inner_text()
    assert "确认缺口" in drawer.inner_text()
    assert page.locator("#row-belt_makers .v-confirm").inner_text() == "属实"


def test_who_comes_too_late_sees_both_and_keeps_what_was_typed(desk: Desk) -> None:
    page, other = desk("王工"), desk("李工")
    for each in (page, other):
        each.goto("/gaps/belt_makers/judge")
    judge(other, "不实", "城南厂在产")

    judge(page, "属实", "三家均不生产", "11月走访")

    trouble = page.locator(".trouble").inner_text()
    assert "李工" in trouble
    assert "城南厂在产" in trouble
    assert page.input_value("[name=reason]") == "三家均不生产"
    assert page.input_value("[name=known]") == "11月走访"
    assert page.is_checked("[name=verdict][value=confirm]")
    page.click("form.edit button")
    page.goto("/history")
    assert page.locator(".history > li").count() == 3


def test_a_wrong_fact_is_denied_from_its_page_and_the_denial_undone(desk: Desk) -> None:
    page = desk()
    page.goto("/enterprises/flywheel")
    page.click("section[aria-labelledby=makes] .wrong")
    assert page.locator("h1").inner_text() == "飞轮车业生产自行车"
    page.check("[name=says][value=not_so]")
    page.fill("[name=reason]", "只组装")
    page.fill("[name=known]", "走访")
    page.click("form.edit button")

    assert "/history#v2" in page.url
    assert "飞轮车业生产自行车" in page.locator("#v2").inner_text()
    page.goto("/enterprises/flywheel")
    assert "只组装" in page.locator(".corrections").inner_text()
    assert page.locator("section[aria-labelledby=makes] .wrong").count() == 0

    page.goto("/history")
    page.click("#v2 >> text=撤销此次更改")
    page.fill("#v2 [name=reason]", "误会")
    page.click("#v2 form button")
    page.goto("/enterprises/flywheel")
    assert page.locator(".corrections").count() == 0
    assert page.locator("section[aria-labelledby=makes] .wrong").count() == 1


def test_who_may_not_edit_sees_no_way_to_correct_and_who_may_can_hit_it(desk: Desk) -> None:
    reader, editor = desk(""), desk()
    for page in (reader, editor):
        page.goto("/enterprises/flywheel")

    assert not reader.locator(".wrong").first.is_visible()
    for each in editor.locator(".wrong:visible").all():
        box = each.bounding_box()
        assert box is not None
        assert box["height"] >= 24
        assert box["width"] >= 24


def test_a_field_that_names_a_record_shows_and_takes_its_name(
    desk: Desk, store: GraphStore
) -> None:
    """Flywheel makes bicycles: the form says 自行车, never its id, and offers 车架 for 车."""
    page = desk()
    page.goto("/facts/makes.flywheel.bicycle")
    field = page.locator("[name='value.segment']")
    assert field.input_value() == "自行车"

    page.check("[name=says][value=otherwise]")
    field.fill("车架")
    page.locator("[role=option]", has_text="车架").first.click()
    assert field.input_value() == "车架"
    page.fill("[name=reason]", "只做车架")
    page.fill("[name=known]", "走访")
    page.click("form.edit button")

    assert "/history" in page.url
    facts = store.read("demo")
    assert "makes.flywheel.frame" in facts.makes
    assert "makes.flywheel.bicycle" not in facts.makes


def test_what_is_refused_is_said_in_the_words_of_the_form(desk: Desk) -> None:
    page = desk()
    page.goto("/facts/flywheel")
    page.check("[name=says][value=otherwise]")
    page.evaluate(
        """() => { const field = document.querySelector("[name='value.status']");
        field.append(new Option("x", "sleeping")); field.value = "sleeping"; }"""
    )
    page.fill("[name=reason]", "停产")
    page.fill("[name=known]", "走访")
    page.click("form.edit button")

    said = page.locator(".trouble").inner_text()
    assert "状态" in said
    assert "停产" in said
    assert "suspended" not in said


def test_a_name_left_as_it_is_changes_nothing(desk: Desk, store: GraphStore) -> None:
    page = desk()
    page.goto("/facts/flywheel")
    page.check("[name=says][value=otherwise]")
    page.select_option("[name='value.status']", "suspended")
    page.fill("[name=reason]", "停产")
    page.fill("[name=known]", "走访")
    page.click("form.edit button")

    before, after = (store.read("demo", version).enterprises["flywheel"] for version in (1, 2))
    assert after.status == "suspended"
    assert after.region == before.region


def test_only_what_was_changed_in_the_form_is_corrected(desk: Desk, store: GraphStore) -> None:
    page = desk()
    page.goto("/facts/flywheel")
    page.check("[name=says][value=otherwise]")
    page.select_option("[name='value.status']", "suspended")
    page.fill("[name='value.aliases']", "飞轮\n飞轮自行车")
    page.fill("[name=reason]", "停产公告")
    page.fill("[name=known]", "公告")
    page.click("form.edit button")

    firm = store.read("demo").enterprises["flywheel"]
    assert (firm.status, firm.aliases, firm.name) == (
        "suspended",
        ("飞轮", "飞轮自行车"),
        "飞轮车业",
    )


def test_a_form_that_says_nothing_new_keeps_its_text_and_says_why(desk: Desk) -> None:
    page = desk()
    page.goto("/facts/flywheel")
    page.check("[name=says][value=otherwise]")
    page.fill("[name=reason]", "不清楚")
    page.fill("[name=known]", "听说")
    page.click("form.edit button")

    assert "与现有不同的值" in page.locator(".trouble").inner_text()
    assert page.input_value("[name=reason]") == "不清楚"


def test_who_may_not_edit_is_told_so_and_sees_no_form(desk: Desk) -> None:
    page = desk("")
    for path in ("/gaps/belt_makers/judge", "/facts/flywheel", "/history"):
        page.goto(path)
        assert page.locator("main form").count() == 0
    page.goto("/facts/flywheel")
    assert (
        page.locator("main >> text=登录").get_attribute("href") == "/login?next=%2Ffacts%2Fflywheel"
    )


def spoil(page: "Page") -> None:
    """Type markup into every field there is."""
    page.goto("/gaps/belt_makers/judge")
    page.locator("label", has_text="属实").click()
    for name in ("reason", "owner", "due", "note", "known"):
        page.fill(f"[name={name}]", HOSTILE)
    page.click("form.edit button")
    for fact, fields in (
        ("enterprise:flywheel", ("name", "name_en", "aliases")),
        ("segment:belt", ("name", "name_en", "aliases", "traded")),
        ("gap:belt_makers", ("name",)),
        ("role:role.bicycle.flywheel", ("role",)),
    ):
        page.goto(f"/facts/{fact}")
        page.check("[name=says][value=otherwise]")
        for name in fields:
            page.fill(f"[name='value.{name}']", f"{HOSTILE} {fact} {name}")
        page.fill("[name=reason]", HOSTILE)
        page.fill("[name=known]", HOSTILE)
        page.click("form.edit button")
        assert "/history#v" in page.url, fact
    page.goto("/facts/claim:claim.qingxi.belt.sought")
    page.check("[name=says][value=not_so]")
    page.fill("[name=reason]", HOSTILE)
    page.fill("[name=known]", HOSTILE)
    page.click("form.edit button")


PATHS = (
    "/", "/gaps", "/gaps/belt_makers/judge", "/facts/enterprise:flywheel", "/facts/segment:belt",
    "/facts/claim:claim.qingxi.belt.sought", "/history", "/segments/belt", "/enterprises/flywheel",
    "/chains/bicycle", "/missing?segment=bicycle", "/search?q=script", "/graph", "/synergies",
)  # fmt: skip


def test_nothing_that_was_entered_runs_as_markup(desk: Desk) -> None:
    """Without the policy that forbids foreign scripts: it is the second lock, not the first."""
    page = desk(view=View(any_script=True))
    alarms: list[str] = []
    page.on("dialog", lambda dialog: alarms.append(dialog.message))
    spoil(page)

    for path in PATHS:
        page.goto(path)
        page.wait_for_selector("html[data-ready]", state="attached")
        assert page.evaluate("window.hit === undefined"), path
        assert page.locator("img[src=x]").count() == 0, path
    page.goto("/history")
    assert HOSTILE in page.locator("main").text_content()  # type: ignore[operator] # there is text
    assert alarms == []


def test_nothing_that_was_entered_runs_as_a_formula(desk: Desk) -> None:
    page = desk()
    page.goto("/gaps/belt_makers/judge")
    page.locator("label", has_text="属实").click()
    for name in ("reason", "owner", "due", "note", "known"):
        page.fill(f"[name={name}]", FORMULA)
    page.click("form.edit button")

    text = page.request.get("/api/v1/export/gaps.csv").text()
    assert "'=HYPERLINK" in text
    assert '"=HYPERLINK' not in text
    assert ",=HYPERLINK" not in text


WALKED = (
    "/gaps/belt_makers/judge", "/facts/flywheel", "/history", "/segments/bicycle",
    "/leads", "/leads/lead.belt_makers.1", "/gaps/belt_makers/leads",
)  # fmt: skip
VIEWS = (
    View(),
    View(390, 844, scheme="dark"),
    View(scheme="dark", lang="en"),
    View(390, 844, lang="en"),
)


LEAD = "/leads/lead.belt_makers.1"


def signed(store: GraphStore) -> None:
    """A firm has signed to make belts."""
    lead = Lead(
        id="lead.belt_makers.1",
        gap="belt_makers",
        owner="招商一科",
        stage="signed",
        since="2026-11-01",
        targets=("江北同步带厂",),
        evidence=reported("2026-11-01"),
    )
    store.report("demo", [lead], by="王工", note="签约")


def test_what_a_lead_came_to_is_registered_by_keyboard_on_a_phone(
    desk: Desk, store: GraphStore
) -> None:
    signed(store)
    page = desk(view=View(390, 844))
    page.goto(LEAD)
    page.focus("#landing-firm")
    form = "document.activeElement.closest('form').getAttribute('action')"
    assert page.evaluate(form).startswith(f"{LEAD}/landing")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "known":
            page.keyboard.type("签约仪式纪要")
        if page.evaluate("document.activeElement.localName") == "button":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#landing-firm", state="detached")

    assert "江北同步带厂同步带项目" in page.locator("main").inner_text()
    assert page.locator("#landing-firm").count() == 0
    facts = store.read("demo")
    (project,) = (each for each in facts.projects.values() if "江北" in each.name)
    assert (project.state, project.segments) == ("planned", ("belt",))
    assert f"makes.{project.enterprise}.belt" in facts.makes


def test_the_pages_are_quiet_whole_and_please_axe(desk: Desk, store: GraphStore) -> None:
    signed(store)
    page = desk()
    page.goto("/gaps/belt_makers/judge")
    judge(page, "采纳", "长" * 60)
    page.goto("/facts/makes:makes.flywheel.bicycle")
    page.check("[name=says][value=not_so]")
    page.fill("[name=reason]", "长" * 60)
    page.fill("[name=known]", "走访")
    page.click("form.edit button")
    for view in VIEWS:
        seat = desk("赵工", View(view.width, view.height, view.scheme, view.lang, any_script=True))
        visited = Visit(seat)
        listen(visited)
        for path in WALKED:
            seat.goto(f"{path}?lang={view.lang}")
            seat.wait_for_selector("html[data-ready]", state="attached")
            seat.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
            assert wider_than_the_window(seat) == 0, (path, view)
            assert seat.evaluate(CUT) == [], (path, view)
            assert objections(seat) == [], (path, view)
        assert visited.complaints == []
