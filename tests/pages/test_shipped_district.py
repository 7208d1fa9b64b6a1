"""The pages of the shipped district: every record has one, every panorama fits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.pages.addresses import OF_ROUTE
from tests.pages.test_panorama import REDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REACHES = """() => Math.max(document.documentElement.scrollHeight, ...[...document
  .querySelectorAll('.board .card')].filter(card => card.checkVisibility())
  .map(card => Math.ceil(card.getBoundingClientRect().bottom)))"""
CUT = """() => [...document.querySelectorAll('.board .card, .board .chip, .tile .word, .tag')]
  .filter(box => box.checkVisibility())
  .filter(box => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
  .map(box => box.textContent.trim())"""
CROSSED = """() => [...document.querySelectorAll('.group')].filter(group => {
  const [head, more] = [group.querySelector('.tag, .label'), group.querySelector('summary')];
  return more && more.checkVisibility() &&
    head.getBoundingClientRect().right > more.getBoundingClientRect().left + 1;
}).map(group => group.querySelector('h3').textContent.trim())"""
SAID = {
    "confirmed": r"(?:^|[：；])确认缺口(\d+)项",
    "wished": r"规划拟增(\d+)项",
    "to_settle": r"待核实(\d+)项",
    "direction": r"招引方向(\d+)项",
    "noted": r"提升与在册(\d+)项",
}
"""What a headline says of each standing of gaps."""


@pytest.fixture(scope="module")
def client(shipped: FastAPI) -> TestClient:
    return TestClient(shipped)


@pytest.fixture(scope="module")
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    yield context.new_page()
    context.close()


def panoramas(client: TestClient) -> list[str]:
    return [
        f"/{kind}/{item['id']}?lang={lang}"
        for lang in ("zh", "en")
        for kind in ("chains", "industries")
        for item in client.get(f"/api/v1/{kind}").json()["items"]
    ]


def test_every_segment_and_enterprise_has_a_page(client: TestClient) -> None:
    paths = [
        f"/{kind}/{item['id']}"
        for kind in ("segments", "enterprises")
        for item in client.get(f"/api/v1/{kind}?limit=1000").json()["items"]
    ]

    assert len(paths) > 500
    assert [path for path in paths if client.get(path).status_code != 200] == []


def test_the_document_and_the_gap_list_have_pages(client: TestClient) -> None:
    documents = client.get("/api/v1/documents").json()["items"]
    paths = [*(f"/documents/{item['id']}" for item in documents), "/gaps", "/missing", "/"]

    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_the_gap_list_says_of_each_wish_why_nothing_waits_for_it(client: TestClient) -> None:
    wishes = client.get("/api/v1/gaps?standing=wished&limit=1000").json()["items"]
    page = client.get("/gaps?standing=wished&limit=1000").text

    assert len(wishes) > 20
    assert [each["id"] for each in wishes if escape(each["settles"]) not in page] == []


@dataclass(frozen=True, slots=True)
class Seen:
    """A panorama as it is seen: how far down it reaches on a screen and on paper, its faults."""

    reach: int
    paper: int
    cut: list[str]
    crossed: list[str]
    confirmed: int
    reds: list[str]
    red_cards: int


@pytest.fixture(scope="module")
def seen(client: TestClient, district: str, page: "Page") -> dict[str, Seen]:
    return {path: look(page, district + path) for path in panoramas(client)}


def look(page: "Page", address: str) -> Seen:
    page.goto(address)
    cut, crossed = page.evaluate(CUT), page.evaluate(CROSSED)
    confirmed = page.locator("main .g-confirmed").count()
    red_cards = page.locator(".card:has(.g-confirmed)").count()
    reach, reds = page.evaluate(REACHES), page.evaluate(REDS)
    page.set_viewport_size({"width": 1062, "height": 733})
    page.emulate_media(media="print")
    paper = page.evaluate(REACHES)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1440, "height": 900})
    return Seen(reach, paper, cut, crossed, confirmed, reds, red_cards)


def test_every_panorama_fits_an_office_screen_with_nothing_cut_or_crossed(
    seen: dict[str, Seen],
) -> None:
    found = {path: (each.reach, each.cut, each.crossed) for path, each in seen.items()}

    assert {path: each for path, each in found.items() if each != (900, [], [])} == {}


def test_every_panorama_is_one_sheet_of_paper(seen: dict[str, Seen]) -> None:
    assert {path: each.paper for path, each in seen.items() if each.paper > 733} == {}


def test_a_panorama_without_a_confirmed_gap_has_no_red(seen: dict[str, Seen]) -> None:
    calm = {path: each.reds for path, each in seen.items() if not each.confirmed}

    assert len(calm) > 20
    assert {path: reds for path, reds in calm.items() if reds} == {}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("电机控制器", "是确认缺口"),
        ("机制砂", "是不是缺口，待核实"),
        ("日用玻璃器皿", "是招引方向，不是缺口"),
        ("钢板", "不是缺口"),
    ],
)
def test_why_not_tells_gaps_questions_and_what_is_neither_apart(
    client: TestClient, name: str, said: str
) -> None:
    assert f">{name} {said}</h1>" in client.get(f"/why-not?segment={name}").text


def test_the_sentence_the_tiles_and_the_list_of_a_chain_agree_in_numbers(
    client: TestClient,
) -> None:
    for item in client.get("/api/v1/chains").json()["items"]:
        body = client.get(f"/api/v1/chains/{item['id']}/panorama").json()
        listed = client.get(f"/api/v1/gaps?limit=1000&chain={item['id']}").json()["items"]
        cards = [card for stage in body["stages"] for group in stage["groups"]
                 for card in (*group["segments"], *group["more"])]  # fmt: skip
        for standing, count in body["standings"].items():
            said = re.search(SAID[standing], body["headline"])
            assert count == sum(each["standing"] == standing for each in listed), item["id"]
            assert said is None or int(said[1]) == count, body["headline"]
        for tile in body["tiles"]:
            held = [card for card in cards if tile["code"] in
                    (card["local_status"], *(gap["kind"] for gap in card["gaps"]))]  # fmt: skip
            assert len(held) == tile["count"], (item["id"], tile)


def test_questions_are_as_many_on_each_page_and_by_firm(client: TestClient) -> None:
    by_firm = client.get("/api/v1/verify?by=firm&limit=1000").json()
    by_gap = client.get("/api/v1/verify?limit=1000").json()
    said = f"{by_firm['questions']} 个问题待核实"

    assert by_firm["questions"] == len(by_gap["items"]) + len(by_gap["first"])
    for path, more in (("/verify", f"，分 {by_firm['total']} 张单"), ("/first-week", "")):
        heading = re.search(r"<h1>(.*?)</h1>", client.get(path).text, re.DOTALL)
        assert heading, path
        assert said + more in re.sub("<[^>]+>", "", heading[1]), path


def test_each_row_to_settle_has_its_question_or_questions_below_it(client: TestClient) -> None:
    rows = client.get("/api/v1/gaps?standing=to_settle&limit=1000").json()["items"]
    questions = client.get("/api/v1/verify?limit=1000").json()["items"]
    asked = {each["segment"]["id"] for each in questions}
    above = {each["under"]["id"]: each["under"]["name"] for each in questions if each["under"]}
    page = client.get("/verify").text

    assert [row["id"] for row in rows
            if row["segment"]["id"] not in asked and row["id"] not in above] == []  # fmt: skip
    assert [name for name in above.values() if f"清单里的“{name}”由其名下" not in page] == []


def test_red_cards_of_a_panorama_are_as_many_as_its_headline_counts(
    seen: dict[str, Seen], client: TestClient
) -> None:
    """摩托车塑件 stands in the chain of moulds too, and is a gap of the motorcycles alone."""
    for path, each in seen.items():
        subject = path.partition("?")[0]
        body = client.get(f"/api/v1{subject}/panorama").json()
        assert each.red_cards == body["standings"]["confirmed"], path
    marked = client.get("/chains/moulds").text
    assert "他链缺口" in marked


RED_OF_NO_GAP = """() => {
  const red = (colour) => {
    const [r, g, b, a] = (colour.match(/[\\d.]+/g) || []).map(Number);
    return a !== 0 && r > 110 && r - Math.max(g, b) > 60 && Math.abs(g - b) < 45;
  };
  return [...document.querySelectorAll('body *')].filter((box) => {
    const look = getComputedStyle(box);
    const words = [...box.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
    const edges = ['Top', 'Right', 'Bottom', 'Left'].filter((side) =>
      look[`border${side}Style`] !== 'none' && parseFloat(look[`border${side}Width`]) > 0);
    return box.checkVisibility() && !box.closest('.g-confirmed, .n-gap, .logo, svg') && (
      (words && red(look.color)) || red(look.backgroundColor)
      || edges.some((side) => red(look[`border${side}Color`])));
  }).map((box) => `${box.className}: ${box.textContent.trim().slice(0, 30)}`);
}"""


def test_on_every_kind_of_page_red_is_a_confirmed_gap(district: str, page: "Page") -> None:
    paths = [each[-1] for each in OF_ROUTE.values()]
    paths += [
        "/missing?segment=surgical_mask",
        "/missing?segment=无此物",
        "/what-if?close=双槐电厂",
    ]
    seen = {}
    for path in paths:
        page.goto(district + path)
        seen[path] = page.evaluate(RED_OF_NO_GAP)

    assert {path: found for path, found in seen.items() if found} == {}


def test_the_fewest_that_make_a_product_ready_are_all_shown(client: TestClient) -> None:
    """Counted on the page: the must-haves, then one of each choice, or the example."""
    told = {}
    for segment in client.get("/api/v1/segments?limit=1000&status=made").json()["items"]:
        told[segment["id"]] = client.get(f"/missing?segment={segment['id']}").text
    told["light_ev"] = client.get("/missing?segment=light_ev").text
    shown = {}
    for product, text in told.items():
        world = text.partition(">未知都算缺（确定）<")[2].partition("</section>")[0]
        needs = re.findall(r'<p class="need">(.*?)</p>', world, re.DOTALL)
        counts = [1 if "任选其一" in need else need.count('class="pill"') for need in needs]
        said = re.search(r"最少补 (\d+) 个", world)
        if said and int(said[1]):
            shown[product] = (int(said[1]), sum(counts))

    assert len(shown) > 5
    assert {each: pair for each, pair in shown.items() if pair[0] != pair[1]} == {}


def test_every_platform_and_project_is_found_by_its_name(client: TestClient) -> None:
    lost = []
    for kind in ("platforms", "projects"):
        for record in client.get(f"/api/v1/{kind}?limit=1000").json()["items"]:
            found = client.get("/api/v1/search", params={"q": record["name"]}).json()["items"]
            if record["id"] not in {each["id"] for each in found[:3]}:
                lost.append(record["name"])

    assert lost == []


def test_the_search_page_begins_with_the_type_of_the_best_match(client: TestClient) -> None:
    """电机 is another name of the segment 电动机; gaps have it only as a part of their names."""
    page = client.get("/search?q=电机").text

    assert page.index(">电动机<") < page.index('id="found-gap"')
    assert page.index('id="found-segment"') < page.index('id="found-gap"')


def test_a_graph_of_which_nothing_is_drawn_says_so(client: TestClient) -> None:
    page = client.get("/graph?chain=vehicle&type=region")

    assert page.status_code == 200
    assert "没有可画的记录" in page.text
