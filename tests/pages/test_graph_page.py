"""The graph in a real browser: drawn, walked by mouse and keyboard, filtered, saved."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from tests.http.conftest import application, filled
from tests.pages.axe import objections
from tests.pages.conftest import View, Visit, listen, serving
from tests.pages.test_every_page import wider_than_the_window
from tests.support import chain, claim, group, industry, membership, region, seed, segment
from viz.chrome import Chrome
from viz.graph_page import GraphQuery

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

DEMO = "/graph?dataset=demo&center=bicycle&hops=2&type=segment&type=enterprise"
WHOLE = "/graph?dataset=hechuan&whole=1"
POINT = """id => { const { view } = window.liantu; const box = document.getElementById("picture")
  .getBoundingClientRect(); const at = view.network.canvasToDOM(view.places.get(id));
  return [box.left + at.x, box.top + at.y]; }"""
MIDDLE = """([from, to]) => { const { view } = window.liantu; const [a, b] = [from, to]
  .map(id => view.network.canvasToDOM(view.places.get(id)));
  const box = document.getElementById("picture").getBoundingClientRect();
  return [box.left + (a.x + b.x) / 2, box.top + (a.y + b.y) / 2]; }"""
FADED = """() => window.liantu.view.data.nodes.map(n => n.id)
  .filter(id => window.liantu.view.isFaded(id)).sort()"""
SHOWN = """() => window.liantu.view.shownNodes().map(n => n.id).sort()"""
Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with (
        filled(tmp_path_factory.mktemp("graphs"), "demo", "hechuan") as store,
        serving(application(store)) as found,
    ):
        yield found


@pytest.fixture
def graph(contexts: Callable[[View], "BrowserContext"], address: str) -> Iterator[Open]:
    """Opens a graph page and waits until it is drawn."""
    opened: list[Page] = []

    def open_page(path: str, view: View | None = None) -> Visit:
        visited = Visit(contexts(view or View()).new_page())
        opened.append(visited.page)
        listen(visited)
        visited.page.goto(address + path)
        if visited.page.locator("#picture").count():
            visited.page.wait_for_selector("#picture[data-drawn]")
        return visited

    yield open_page
    for page in opened:
        page.close()


def click(page: "Page", node: str) -> None:
    x, y = page.evaluate(POINT, node)
    page.mouse.click(x, y)
    page.wait_for_selector(".panel-text h2")


def test_without_a_question_the_first_gap_stands_in_the_middle(graph: Open, address: str) -> None:
    visited = graph("/graph?dataset=demo")

    assert visited.page.inner_text("h1") == "同步带（或其替代）是确认缺口，卡住1个本地产品"
    assert visited.complaints == []
    assert [url for url in visited.requests if not url.startswith(address)] == []


def test_a_click_keeps_what_lies_upstream_and_downstream_and_fades_the_rest(graph: Open) -> None:
    page = graph(DEMO).page
    click(page, "frame")

    # tube → frame → bicycle; the maker of the bicycle comes along
    assert page.evaluate(FADED) == ["belt", "chain", "shuntong_chain"]
    assert page.inner_text(".panel-text h2") == "车架"
    assert "selected=segment%3Aframe" in page.url

    page.keyboard.press("Escape")

    assert page.evaluate(FADED) == []
    assert "selected" not in page.url
    assert page.locator(".panel-gaps").is_visible()


def test_arrow_keys_walk_along_links_and_say_where_they_are(graph: Open) -> None:
    page = graph(DEMO).page
    page.focus("#picture")
    page.keyboard.press("ArrowRight")

    assert page.inner_text(".heard").startswith("自行车，本地在产")

    page.keyboard.press("ArrowRight")

    assert page.inner_text(".heard") == "这个方向没有联系"

    page.keyboard.press("ArrowLeft")
    first = page.inner_text(".heard")

    assert first.split("，")[0] in {"车架", "链条", "同步带"}

    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.className") == "panel"


def test_a_filter_hides_what_it_names_not_and_the_link_brings_it_back(graph: Open) -> None:
    page = graph(DEMO).page
    page.click(".sift-more summary")
    page.check("[name=status][value=sought]")

    assert page.evaluate(SHOWN) == ["belt", "flywheel", "shuntong_chain"]
    assert "status=sought" in page.url

    again = graph(page.url[page.url.index("/graph") :]).page

    assert again.evaluate(SHOWN) == ["belt", "flywheel", "shuntong_chain"]
    again.click(".sift-more summary")
    assert again.is_checked("[name=status][value=sought]")


def test_filters_that_let_nothing_pass_say_so(graph: Open) -> None:
    page = graph(f"{DEMO}&standing=noted").page

    assert page.evaluate(SHOWN) == []
    assert page.inner_text(".broken") == "筛选后没有可显示的记录。"


def test_more_opens_the_neighbours_that_were_left_out(graph: Open) -> None:
    page = graph("/graph?dataset=demo&center=bicycle&type=segment").page
    assert "tube" not in page.evaluate(SHOWN)
    click(page, "frame")
    page.click("[data-do=open]")
    page.wait_for_selector("#picture[data-drawn]")

    assert "tube" in page.evaluate(SHOWN)
    assert "open=segment%3Aframe" in page.url
    page.wait_for_selector(".panel-text h2")
    assert page.inner_text(".panel-text h2") == "车架"


def test_a_path_keeps_its_steps_and_counts_them(graph: Open) -> None:
    # steel tube is a kind of tube; tube → frame → bicycle are two steps of supply
    page = graph("/graph?dataset=demo&from=steel_tube&to=bicycle").page

    assert page.inner_text("h1") == "从钢管到自行车：2步供应，最短路径1条"
    assert page.evaluate(SHOWN) == ["bicycle", "frame", "steel_tube", "tube"]
    assert page.evaluate(FADED) == []


def test_two_choices_make_a_path(graph: Open) -> None:
    page = graph(DEMO).page
    click(page, "tube")
    page.click("[data-do=from]")
    page.keyboard.press("Escape")
    click(page, "bicycle")
    page.click("[data-do=to]")
    page.wait_for_selector("#picture[data-drawn]")

    assert page.inner_text("h1") == "从管材到自行车：2步供应，最短路径1条"


def test_where_nothing_leads_there_the_page_says_so(graph: Open) -> None:
    page = graph("/graph?dataset=demo&from=bicycle&to=tube").page

    assert page.inner_text("h1") == "没有从自行车到管材的供应路径"


def test_a_choice_that_is_not_in_the_picture_is_said(graph: Open) -> None:
    page = graph(f"{DEMO}&selected=segment:twine").page

    assert "链接选中的 segment:twine 不在图中" in page.inner_text("#graph-count")
    assert page.locator(".panel-gaps").is_visible()


def test_a_link_shows_its_evidence_when_it_is_clicked(graph: Open) -> None:
    page = graph(DEMO).page
    x, y = page.evaluate(MIDDLE, ["tube", "frame"])
    page.mouse.click(x, y)
    page.wait_for_selector(".panel-text h2")

    assert page.inner_text(".panel-text h2") == "供应"
    assert "车架由管材焊成" in page.inner_text(".panel-text")
    assert "belt" in page.evaluate(FADED)


def test_gaps_are_red_dashes_and_the_unknown_is_neither(graph: Open) -> None:
    page = graph(DEMO).page

    nodes = {each["id"]: each for each in page.evaluate("() => window.liantu.view.nodes.get()")}
    assert nodes["belt"]["color"]["border"] == "#b3261e"
    assert nodes["belt"]["shapeProperties"]["borderDashes"] == [6, 4]
    assert nodes["tube"]["color"]["border"] == "#93a1b0"
    assert nodes["bicycle"]["shapeProperties"]["borderDashes"] is False


def test_two_loads_of_a_link_give_equal_places(graph: Open) -> None:
    places = "() => JSON.stringify(window.liantu.view.network.getPositions())"

    for path in (WHOLE, "/graph?dataset=hechuan&center=气凝胶&hops=2"):
        assert graph(path).page.evaluate(places) == graph(path).page.evaluate(places)


def test_a_whole_graph_is_bounded_and_counts_the_firms_that_it_folds(graph: Open) -> None:
    page = graph(WHOLE).page

    nodes = page.evaluate("() => window.liantu.view.nodes.get()")
    assert len(nodes) == 800
    assert any("家企业" in each["label"] for each in nodes)
    assert "只画最近的 800 个" in page.inner_text("#graph-count")


def test_a_phone_starts_readable_around_the_middle(graph: Open) -> None:
    page = graph("/graph?dataset=hechuan&center=气凝胶绝热毡", View(390, 844)).page

    assert page.evaluate("window.liantu.view.network.getScale()") >= 0.66
    assert wider_than_the_window(page) == 0


def test_what_is_saved_is_what_is_shown(graph: Open) -> None:
    page = graph(f"{DEMO}&status=sought").page
    with page.expect_download() as svg:
        page.click("[data-do=svg]")
    with page.expect_download() as png:
        page.click("[data-do=png]")

    drawn = ElementTree.fromstring(Path(svg.value.path()).read_text("utf-8"))  # noqa: S314 - ours
    texts = {each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")}
    # the belt and the two firms, under the heads of the stages
    assert {"＋ 同步带", "✕ 缺口", "✓ 飞轮车业", "△ 顺通链条"} <= texts
    assert "✓ 自行车" not in texts
    assert Path(png.value.path()).read_bytes().startswith(b"\x89PNG")


def test_the_list_holds_the_same_records(graph: Open) -> None:
    page = graph(DEMO).page
    drawn = page.evaluate("() => window.liantu.view.data.nodes.map(n => n.name).sort()")
    page.click("text=以列表查看")

    assert sorted(page.locator("tbody th").all_inner_texts()) == drawn


def test_the_list_filters_by_itself(graph: Open) -> None:
    page = graph(f"{DEMO}&view=list&standing=confirmed", View(scripts=False)).page

    assert page.locator("tbody th").all_inner_texts() == ["同步带"]


def test_an_unknown_center_gets_the_nearest_names(graph: Open) -> None:
    page = graph("/graph?dataset=demo&center=同步").page

    assert page.inner_text("h1") == "没有此名称"
    assert page.locator("main .empty a", has_text="同步带").count() == 1
    assert page.input_value("#center") == "同步"


@pytest.mark.parametrize("view", [View(), View(390, 844, scheme="dark")])
@pytest.mark.parametrize("path", [f"{DEMO}&selected=segment:belt", f"{DEMO}&view=list"])
def test_axe_finds_nothing_to_object_to(graph: Open, path: str, view: View) -> None:
    page = graph(path, replace(view, any_script=True)).page
    if "selected" in path:
        page.wait_for_selector(".panel-text .proof")

    assert objections(page) == []


def test_names_are_never_run_as_markup(
    contexts: Callable[[View], "BrowserContext"], tmp_path: Path
) -> None:
    evil = "<img src=x onerror=document.title='caught'></script>"
    store = filled(tmp_path)
    store.load(
        seed(
            region(),
            industry(),
            chain("bikes", "vehicles"),
            segment("widget", name=evil),
            segment("screw"),
            membership("bikes", "widget", "downstream"),
            group("widget", "screw"),
            claim("screw", "absent"),
            claim("widget", "present"),
        )
    )
    with serving(application(store)) as found:
        page = contexts(View()).new_page()
        page.goto(f"{found}/graph?center=widget&selected=segment:widget")
        page.wait_for_selector(".panel-text h2")

        assert page.inner_text(".panel-text h2") == evil
        assert "caught" not in page.title()
        page.close()
    store.close()


def test_the_address_of_a_view_holds_what_differs_from_the_default() -> None:
    query = GraphQuery(center="segment:belt", status=("sought", "absent"), from_="a", to="b")
    address = query.address(Chrome(query=(("dataset", "demo"),)), view="list")

    assert address == (
        "/graph?center=segment%3Abelt&status=sought&status=absent&from=a&to=b&view=list"
        "&dataset=demo"
    )
