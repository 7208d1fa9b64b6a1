"""Pages of a large district: each small, and no row of a long list lost or shown twice."""

import csv
import html
import io
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from benchmarks.page_sizes import MOST_KB, addresses
from benchmarks.proportions import in_proportion
from graph.store import open_store
from tests.http.conftest import application

SIZE = 2000
BROWSER = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A made-up district of 2,000 segments."""
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('province') / 'store.sqlite'}") as store:
        store.load(in_proportion(SIZE))
        yield TestClient(application(store))


def page(client: TestClient, path: str) -> str:
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code in {200, 401}, path
    return answer.text


def leaves(client: TestClient, path: str, part: str = "") -> Iterator[str]:
    """Every page of a list, from link to link; `part` names the list where a page has several."""
    while path:
        text = page(client, path)
        yield text
        links = [
            html.unescape(link)
            for link in re.findall(r'<a href="([^"]+)" rel="next">', text)
            if part in link
        ]
        path = links[0] if links else ""


def listed(client: TestClient, path: str, pattern: str, part: str = "") -> list[str]:
    found: list[str] = []
    for text in leaves(client, path, part):
        found += [html.unescape(each) for each in re.findall(pattern, text)]
    return found


@pytest.mark.parametrize("district", ["hechuan", "province"])
def test_no_page_is_larger_than_300_kb(request: pytest.FixtureRequest, district: str) -> None:
    client: TestClient = request.getfixturevalue(district)

    sizes = {path: len(page(client, path).encode()) / 1000 for path in addresses(client).values()}

    assert {path: size for path, size in sizes.items() if size > MOST_KB} == {}


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "rows=gaps&sort=name",
        "standing=to_settle&boundary=none",
        "chain=chain003&horizon=planned&inputs=material%2Cenergy&sort=id",
    ],
)
def test_page_by_page_the_gap_list_is_what_goes_out_of_it(province: TestClient, asked: str) -> None:
    way = re.findall(r'href="([^"]*/gaps\.csv[^"]*)"', page(province, f"/gaps?{asked}"))[0]
    exported = province.get(html.unescape(way)).text.removeprefix("\ufeff")
    ids = [row["编号"] for row in csv.DictReader(io.StringIO(exported))]

    assert listed(province, f"/gaps?{asked}", r'<tr id="row-([^"]+)"') == ids


def test_counts_at_the_head_of_a_page_are_those_of_the_whole_list(province: TestClient) -> None:
    heads = {re.findall(r"<h1>.*?</h1>", text)[0] for text in leaves(province, "/gaps")}

    assert len(heads) == 1


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("segments", r'<th scope="row"[^>]*><a href="/segments/([^"?]+)'),
        ("enterprises", r'<th scope="row"[^>]*><a href="/enterprises/([^"?]+)'),
    ],
)
def test_page_by_page_every_record_comes_once(
    province: TestClient, path: str, pattern: str
) -> None:
    total = province.get(f"/api/v1/{path}?limit=1").json()["total"]
    found = listed(province, f"/{path}?sort=id", pattern)

    assert found == sorted(set(found))
    assert len(found) == total > 100


def all_of(client: TestClient, path: str) -> Iterator[dict[str, object]]:
    """Every item of a list of the interface."""
    cursor = ""
    while True:
        body = client.get(f"{path}?limit=1000{cursor}").json()
        yield from body["items"]
        if not body["next"]:
            return
        cursor = f"&cursor={body['next']}"


def test_page_by_page_the_ranking_is_that_of_the_interface(province: TestClient) -> None:
    ranked = [each["id"] for each in all_of(province, "/api/v1/priority")]

    assert listed(province, "/priority", r'<tr id="priority-([^"]+)"') == ranked
    assert len(ranked) > 80


def test_what_is_not_ranked_is_listed_to_the_last(hechuan: TestClient) -> None:
    body = hechuan.get("/api/v1/priority").json()
    for left in body["left_out"]:
        text = page(hechuan, f"/priority?left={left['reason']}")
        fold = re.findall(
            rf'open><summary id="left-{left["reason"]}">.*?</details>', text, re.DOTALL
        )[0]
        assert re.findall(r"#gap-([^\"]+)", fold) == [gap["id"] for gap in left["gaps"]]


def test_page_by_page_every_question_is_asked_once(province: TestClient) -> None:
    asked = [each["segment"]["id"] for each in all_of(province, "/api/v1/verify")]  # type: ignore[index] # of a question

    assert listed(province, "/verify", r' id="ask-([^"]+)"', "page=") == asked


def test_a_sheet_leads_to_all_that_its_firm_is_asked(province: TestClient) -> None:
    sheets = province.get("/api/v1/verify?by=firm&limit=1000").json()["items"]
    longest = max(sheets, key=lambda each: len(each["questions"]))
    whom = longest["firm"]["id"] if longest["firm"] else longest["name"]

    found = listed(province, f"/verify?firm={whom}", r' id="ask-([^"]+)"', "page=")

    assert found == [each["segment"]["id"] for each in longest["questions"]]


def test_page_by_page_every_pair_that_is_tied_is_ranked_once(province: TestClient) -> None:
    cells = province.get("/api/v1/synergies?level=chain").json()["cells"]
    pattern = r'<a class="pair" href="/synergies/([^/"]+/[^/"?]+)'

    found = listed(province, "/synergies?level=chain", pattern, "page=")

    assert len(found) == len(set(found))
    assert {frozenset(each.split("/")) for each in found} == {
        frozenset((cell["a"], cell["b"])) for cell in cells
    }
    one = listed(province, "/synergies?level=chain&chain=chain007", pattern, "page=")
    assert one == [each for each in found if "chain007" in each.split("/")]


def test_page_by_page_a_search_finds_what_it_counts(province: TestClient) -> None:
    found = listed(province, "/search?q=零件11", r'<li><a href="/segments/([^"?]+)')

    assert len(found) == len(set(found)) == 1 + 10 + 100


def test_the_cards_that_a_panorama_has_no_room_for_are_counted(province: TestClient) -> None:
    industry = province.get("/api/v1/industries").json()["items"][0]["id"]
    body = province.get(f"/api/v1/industries/{industry}/panorama").json()
    text = page(province, f"/industries/{industry}")
    drawn = set(re.findall(r'id="card-([^"]+)"', text))
    left = [int(n) for n in re.findall(r'left-out">其余 (\d+) 个', text)]

    assert len(drawn) == 300
    assert len(drawn) + sum(left) == body["total"]


def test_a_link_to_a_gap_opens_the_page_on_which_it_stands(province: TestClient) -> None:
    ids = [each["id"] for each in all_of(province, "/api/v1/gaps")]
    assert len(ids) > 250

    text = page(province, f"/gaps?gap={ids[250]}")

    assert re.findall(r'<tr id="row-([^"]+)"', text) == ids[200:300]
    assert re.findall(r'class="drawer" id="gap-([^"]+)"', text) == [ids[250]]


def test_a_link_to_what_is_no_gap_any_more_says_so(demo: TestClient) -> None:
    text = page(demo, "/gaps?gap=filled_long_ago")

    assert "filled_long_ago" in text
    assert 'id="row-belt_makers"' in text


def test_the_drawer_of_a_passage_is_what_the_page_would_hold(demo: TestClient) -> None:
    plain = page(demo, "/documents/notice")
    keys = re.findall(r'class="cite" id="at-p([^"]+)" href="\?passage=\1#p\1"', plain)
    whole = page(demo, f"/documents/notice?passage={keys[1]}")
    part = page(demo, f"/documents/notice/about/{keys[1]}")

    assert 'class="drawer"' not in plain
    assert "<html" not in part
    assert part[part.index("<section") :].strip() in whole


def test_a_passage_that_proves_nothing_has_no_drawer(demo: TestClient) -> None:
    assert demo.get("/documents/notice/about/9999-0", headers=BROWSER).status_code == 404
    assert 'class="drawer"' not in page(demo, "/documents/notice?passage=9999-0")


def test_a_part_is_what_the_page_would_hold(demo: TestClient) -> None:
    whole = page(demo, "/gaps?kind=introduce&gap=belt_makers")
    part = page(demo, "/gaps/belt_makers/about?kind=introduce")

    assert "<html" not in part
    drawer = part[part.index("<section") :].strip()
    assert drawer in whole


def test_a_page_that_there_is_not_leads_to_the_last(demo: TestClient) -> None:
    text = page(demo, "/segments?page=9")

    assert "没有第 9 页，共 1 页。" in text
    assert 'href="/segments"' in text


@pytest.mark.parametrize(
    ("name", "record", "label", "part"),
    [
        ("end_products", "segment", "终端产品", "ends="),
        ("firms", "enterprise", "企业", "firms="),
        ("singles", "segment", "环节", "singles="),
    ],
)
def test_each_list_of_risks_is_walked_by_itself(
    province: TestClient, name: str, record: str, label: str, part: str
) -> None:
    rows = province.get("/api/v1/risk", params={"limit": 1000}).json()[name]
    pattern = rf'<th scope="row" data-label="{label}"><span><a href="/{record}s/([^"?]+)'

    assert len(rows) > 50
    assert listed(province, "/risk", pattern, part) == [each[record]["id"] for each in rows]
