"""graph.html in a real Chromium, opened from disk: complete, silent, and safe."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from api.drawings import ONE_PICTURE, whole_drawing
from api.exports import file
from api.queries import Question
from api.wanted_exports import ExportWanted
from graph.answers import Workspace, workspace
from tests.exchange.conftest import shipped
from tests.pages.conftest import Visit
from tests.support import (
    chain,
    claim,
    enterprise,
    facts,
    gap,
    group,
    industry,
    makes,
    membership,
    segment,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EVIL = "</script><script>document.title='caught'</script><img src=x onerror=alert(1)>"


def page(ws: Workspace, **wanted: str) -> str:
    asked = Question(ws, "zh")
    pieces = file("graph.html").write(asked, ExportWanted(**wanted))
    return b"".join(pieces).decode("utf-8")


def data(text: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    return json.loads(found.group(1))  # type: ignore[no-any-return] # JSON


def hostile() -> Workspace:
    return workspace(
        facts(
            industry(),
            chain("bikes", name=EVIL),
            segment("widget", name=EVIL),
            segment("screw", name="螺丝"),
            membership("bikes", "widget", "downstream"),
            group("widget", "screw"),
            enterprise("acme", name=EVIL),
            makes("acme", "widget"),
            claim("screw", "absent"),
            gap("no_screws", segment="screw", name=EVIL, chains=("bikes",)),
        )
    )


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator["Opened"]:
    opener = Opened(browser, tmp_path)
    yield opener
    for visit in opener.visits:
        visit.page.close()


class Opened:
    """Opens a page from disk and listens to what it says and asks for."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.visits: list[Visit] = []

    def __call__(self, text: str) -> Visit:
        path = self.folder / "图谱 graph.html"
        path.write_text(text, "utf-8")
        visit = Visit(self.browser.new_page())
        self.visits.append(visit)
        visit.page.on("console", lambda message: visit.complaints.append(message.text))
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.goto(path.as_uri())
        visit.page.wait_for_selector("html[data-ready]", state="attached")
        return visit


def test_it_shows_the_nodes_of_the_graph_at_their_places_and_asks_for_nothing(
    opened: Opened,
) -> None:
    ws = shipped("demo")
    body, _ = whole_drawing(Question(ws, "zh"), None)
    visit = opened(page(ws))
    drawn = visit.page.evaluate("liantu.nodes.get().map(n => [n.id, n.label])")
    places = visit.page.evaluate("liantu.network.getPositions()")

    assert {key for key, _ in drawn} == {node.id for node in body.nodes}
    assert ["bicycle", "自行车"] in drawn
    # vis-network tells whole pixels only.
    assert {key: (at["x"], at["y"]) for key, at in places.items()} == {
        node.id: pytest.approx((node.x, node.y), abs=0.5) for node in body.nodes
    }
    assert [url for url in visit.requests if not url.startswith("file:")] == []
    assert len(visit.requests) == 1
    assert visit.complaints == []


def test_nothing_moves_and_choosing_a_gap_shows_it(opened: Opened) -> None:
    visit = opened(page(shipped("demo")))
    before = visit.page.evaluate("liantu.network.getPositions()")

    visit.page.click("aside button[data-node=belt_makers]")
    visit.page.wait_for_timeout(200)

    assert visit.page.evaluate("liantu.network.getSelectedNodes()") == ["belt_makers"]
    assert visit.page.evaluate("liantu.network.getPositions()") == before


def test_the_largest_picture_opens_without_a_complaint(opened: Opened) -> None:
    visit = opened(page(shipped("hechuan")))

    assert visit.page.evaluate("liantu.nodes.length") == ONE_PICTURE
    assert visit.complaints == []
    assert len(visit.requests) == 1


def test_hostile_names_are_text(opened: Opened) -> None:
    visit = opened(page(hostile()))

    assert visit.page.title() != "caught"
    assert visit.page.locator("aside button").first.inner_text().startswith("</script>")
    assert EVIL in visit.page.evaluate("liantu.nodes.get().map(n => n.label)")
    assert visit.complaints == []


def test_no_name_leaves_its_place_in_the_file() -> None:
    text = page(hostile())

    assert EVIL not in text
    assert html.escape("<img src=x", quote=False) in text


def test_physics_is_off_and_nothing_from_elsewhere_is_named() -> None:
    text = page(shipped("demo"))
    head = text[: text.index("</head>")]

    assert data(text)["options"]["physics"] == {"enabled": False}  # type: ignore[call-overload]
    assert re.findall(r'(?:src|href)="', text[: text.index('<script type="application')]) == []
    assert "default-src 'none'" in head
    assert '<meta charset="utf-8">' in head


def test_only_a_confirmed_gap_is_red_and_all_gaps_are_dashed() -> None:
    """In the demo the belt is sought; a chain is being built, which settles nothing."""
    asked = Question(shipped("demo"), "zh")
    text = b"".join(file("graph.html").write(asked, ExportWanted())).decode()
    red = {n["id"] for n in data(text)["nodes"] if n["color"]["border"] == "#b3261e"}  # type: ignore[index]
    dashed = {n["id"] for n in data(text)["nodes"] if n["shapeProperties"]["borderDashes"]}  # type: ignore[index]

    assert red == {"belt_makers"}
    assert dashed == {"belt_makers", "derived.qingxi.chain"}


def test_an_unknown_segment_and_a_gap_to_settle_stay_neutral() -> None:
    nodes = {n["id"]: n for n in data(page(shipped("hechuan"), chain="aerogel"))["nodes"]}
    settle = [n for n in nodes.values() if "待核实" in str(n["title"])]

    assert settle
    assert {n["color"]["border"] for n in settle} == {"#93a1b0"}  # type: ignore[index]


def test_above_the_limit_firms_are_counted_on_their_segments() -> None:
    """合川富丰水泥, 合川华新 …: the firms that make cement stand as a number beside it."""
    ws = shipped("hechuan")
    body, firms = whole_drawing(Question(ws, "zh"), None)
    makers = {
        fact.enterprise
        for fact in ws.facts.makes.values()
        if fact.segment == "cement" and ws.facts.enterprises[fact.enterprise].status == "operating"
    }

    assert len(body.nodes) == ONE_PICTURE
    assert {node.type for node in body.nodes} == {"segment", "gap"}
    assert firms["cement"] == len(makers) > 1
    assert f"水泥（{len(makers)} 家企业）" in page(ws)
