"""Pages answer under a policy that lets nobody else in, forms take what people type."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.http.conftest import application, filled

PAGES = (
    "/",
    "/chains/bicycle",
    "/industries/light_vehicles",
    "/segments/bicycle",
    "/enterprises/flywheel",
    "/documents",
    "/documents/notice",
    "/documents/notice?line=3",
    "/documents/notice?line=&span=",
    "/gaps",
    "/graph",
    "/graph?view=list&chain=bicycle",
    "/graph?from=steel_tube&to=bicycle",
    "/missing",
    "/missing?segment=bicycle",
    "/missing?segment=自行车&boundary=none&inputs=material,energy&horizon=planned&region=",
    "/why-not?segment=steel_tube",
    "/closure",
    "/closure?segment=自行车&direction=&depth=",
    "/closure?segment=steel_tube&direction=down&depth=1",
    "/dependence",
    "/dependence?chain=bicycle&boundary=none",
    "/choose?k=1&force=chain&land=河湾园区=120&needs=chain=30",
    "/priority",
    "/priority?preset=across&need=0&chains=40.5&seed=3&first=5&boundary=none",
    "/priority?weights=need:10",
    "/land",
    "/audit",
    "/diff",
    "/diff?from=1&to=",
    "/audit?severity=certain&kind=",
    "/exports",
    "/exports?chain=bicycle",
    "/documents/notice?type=uncited",
    "/synergies",
    "/synergies?level=chain&sort=supply",
    "/neighbours",
    "/neighbours?chain=bicycle&neighbour=&role=",
    "/regions",
    "/indicators",
    "/platforms",
    "/projects",
    "/verify",
    "/sources",
    "/segments?q=自行车",
    "/enterprises",
    "/search",
    "/search?q=带",
)
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def status(demo: TestClient) -> Callable[[str], int]:
    """How an address answers, asked once however many pages name it: nothing here edits."""
    return cache(lambda url: demo.get(url).status_code)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_html_in_either_language(demo: TestClient, path: str) -> None:
    chinese = demo.get(path, headers=BROWSER)
    english = demo.get(path, headers=BROWSER | {"Accept-Language": "en"})

    assert (chinese.status_code, english.status_code) == (200, 200)
    assert chinese.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="zh' in chinese.text
    assert '<html lang="en' in english.text


@pytest.mark.parametrize("path", [*PAGES, "/nothing", "/docs", "/api/v1/chains", "/healthz"])
def test_every_answer_carries_the_strict_policy(demo: TestClient, path: str) -> None:
    headers = demo.get(path).headers

    assert headers["content-security-policy"] == (
        "default-src 'self'; style-src 'self'; img-src 'self' data:; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", [*PAGES, "/docs"])
def test_everything_that_a_page_loads_is_on_this_server(
    demo: TestClient, status: Callable[[str], int], path: str
) -> None:
    html = demo.get(path, headers=BROWSER).text
    loaded = re.findall(r'<(?:script|img|link|use|iframe)\b[^>]*?\b(?:src|href)="([^"]+)"', html)

    assert loaded
    assert all(url.startswith(("/", "#", "data:")) for url in loaded)
    local = {url.split("#")[0] for url in loaded if url.startswith("/")}
    assert {url: status(url) for url in local} == dict.fromkeys(local, 200)


@pytest.mark.parametrize("path", PAGES)
def test_links_within_the_site_lead_somewhere(
    demo: TestClient, status: Callable[[str], int], path: str
) -> None:
    """To a page, or to the question who one is (401): editors' pages are offered to everybody."""
    html = demo.get(path, headers=BROWSER).text.replace("&amp;", "&")
    links = {url.split("#")[0] for url in re.findall(r'<a\b[^>]*?\bhref="(/[^"]*)"', html)}

    assert {url: status(url) for url in links if status(url) not in {200, 401}} == {}


def test_a_form_with_empty_fields_asks_for_everything(demo: TestClient) -> None:
    response = demo.get("/gaps?chain=&kind=&origin=&standing=&sort=", headers=BROWSER)

    assert response.status_code == 200
    assert "同步带生产企业" in response.text


WHOLE = {"verify.xlsx", "handover.xlsx"}


def test_every_file_stands_on_the_page_of_files_and_can_be_had(demo: TestClient) -> None:
    """Those of docs/exports.md; all but those of the whole district can be had of one chain."""
    html = demo.get("/exports?chain=bicycle", headers=BROWSER).text
    listed = set(re.findall(r'href="(/api/v1/export/[^"]+)" download', html))
    exports = Path("docs/exports.md").read_text("utf-8")
    rows = re.findall(r"^\| ((?:`[a-z-]+\.[a-z0-9]+`(?:, )?)+) \|", exports, re.MULTILINE)
    files = {file for row in rows for file in row.replace("`", "").split(", ")}

    assert listed == {
        f"/api/v1/export/{file}" + ("" if file in WHOLE else "?chain=bicycle") for file in files
    }
    assert {demo.get(url).status_code for url in listed} == {200}


def test_a_wrong_question_is_answered_in_its_form(demo: TestClient) -> None:
    response = demo.get("/missing?segment=自行", headers=BROWSER)

    assert response.status_code == 404
    assert 'value="自行"' in response.text
    assert "没有名为“自行”的环节" in response.text
    assert "/missing?segment=bicycle" in response.text


def test_what_is_typed_is_shown_as_text(demo: TestClient) -> None:
    typed = "<script>alert(1)</script>"
    for path in ("/missing", "/why-not"):
        assert typed not in demo.get(path, params={"segment": typed}, headers=BROWSER).text
    assert typed not in demo.get("/search", params={"q": typed}, headers=BROWSER).text
    assert typed not in demo.get(f"/{typed}", headers=BROWSER).text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/chains/nothing", 404),
        ("/segments/nothing", 404),
        ("/enterprises/nothing", 404),
        ("/documents/nothing", 404),
        ("/gaps?kind=nice", 422),
        ("/exports?chain=nothing", 404),
        ("/?dataset=nothing", 404),
    ],
)
def test_an_error_is_a_page_for_browsers_and_a_problem_for_programs(
    demo: TestClient, path: str, status: int
) -> None:
    page = demo.get(path, headers=BROWSER)
    problem = demo.get(path, headers={"Accept": "application/json"})

    assert (page.status_code, problem.status_code) == (status, status)
    assert page.headers["content-type"].startswith("text/html")
    assert problem.headers["content-type"] == "application/problem+json"


def test_the_interface_answers_problems_to_browsers_too(demo: TestClient) -> None:
    response = demo.get("/api/v1/nothing", headers=BROWSER)

    assert response.headers["content-type"] == "application/problem+json"


def test_a_broken_store_is_a_page_that_says_so(store: GraphStore) -> None:
    client = TestClient(application(store))
    store.close()

    response = client.get("/", headers=BROWSER)

    assert response.status_code == 503
    assert "存储已关闭" in response.text


def test_of_two_datasets_the_first_page_shows_one_and_names_both(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with filled(tmp_path_factory.mktemp("two"), "demo", "hechuan") as store:
        client = TestClient(application(store))
        home = client.get("/", headers=BROWSER)
        chosen = client.get("/?dataset=demo", headers=BROWSER)

    assert "气凝胶" in home.text
    assert "/?dataset=demo" in home.text
    assert "/chains/bicycle?dataset=demo" in chosen.text


def test_the_panel_of_the_graph_speaks_of_records_and_relations(demo: TestClient) -> None:
    abouts = {
        path: demo.get(f"/graph/{path}", headers=BROWSER)
        for path in (
            "about/segment/belt",
            "about/enterprise/flywheel",
            "about/gap/belt_makers",
            "about/chain/bicycle",
            "relation?id=makes.flywheel.bicycle&source=enterprise:flywheel&target=segment:bicycle",
        )
    }

    assert {path: answer.status_code for path, answer in abouts.items()} == dict.fromkeys(
        abouts, 200
    )
    assert "同步带" in abouts["about/segment/belt"].text
    assert "生产" in list(abouts.values())[-1].text
    assert "<html" not in "".join(answer.text for answer in abouts.values())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/graph?center=nothing", 404),
        ("/graph?chain=nothing", 404),
        ("/graph?type=love", 422),
        ("/graph?hops=0", 422),
        ("/graph?from=nothing&to=bicycle", 404),
        ("/graph?open=nothing", 404),
        ("/graph/about/segment/nothing", 404),
        ("/graph/about/love/bicycle", 422),
        ("/graph/relation?id=none&source=a&target=b", 404),
    ],
)
def test_a_wrong_link_to_the_graph_gets_a_page_that_says_so(
    demo: TestClient, path: str, status: int
) -> None:
    answer = demo.get(path, headers=BROWSER)

    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")


def test_of_what_is_not_here_no_page_says_that_it_cannot_be_completed(hechuan: TestClient) -> None:
    """A motorcycle governor is to be introduced; every input of it can be had."""
    answers = hechuan.get("/api/v1/segments", params={"q": "摩托车调速器"}).json()["items"]
    html = hechuan.get(f"/segments/{answers[0]['id']}", headers=BROWSER).text

    verdicts = html[html.index('class="verdicts"') : html.index("</dl>")]
    assert "a-no" not in verdicts
    assert "a-yes" in verdicts


@pytest.mark.parametrize(
    "path",
    [
        "/missing?segment=nev",
        "/why-not?segment=nev",
        "/synergies?level=industry",
        "/synergies/automotive/new_materials?level=industry",
        "/segments/nev",
        "/enterprises/changxing_clutch",
    ],
)
def test_beside_every_proof_stands_the_way_to_correct_it(hechuan: TestClient, path: str) -> None:
    html = hechuan.get(path, headers=BROWSER).text
    ways = set(re.findall(r'class="wrong" href="(/[^"#]*)', html))

    assert html.count('class="proofs"') == html.count('class="wrong"') > 0
    assert {way: code for way in ways if (code := hechuan.get(way).status_code) != 200} == {}
