"""The feed: valid Atom, what is in it by hand, who gets it, and when it is asked again."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient

from api import gap_changes
from api.auth.tokens import Tokens
from graph.model import Lead
from graph.store import GraphStore
from tests.http.conftest import application
from tests.http.test_editions import laid
from tests.patience import PATIENCE
from tests.support import reported

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
GAP = "derived.district.tube"
LATE = f"urn:liantu:county:lead.{GAP}.1:late:2026-02-01"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """Versions 1 to 3 of `test_editions`; in version 4 two leads begin, of which one is late."""
    with laid(tmp_path_factory.mktemp("county")) as opened:
        soon = (date.today() + timedelta(days=30)).isoformat()
        leads = [
            Lead(
                id=f"lead.{GAP}.{number}",
                gap=GAP,
                owner=owner,
                since="2026-01-01",
                due=due,
                targets=("外地<钢管>",),
                note="找张三 13800000000",
                evidence=reported("2026-01-01"),
            )
            for number, owner, due in ((1, "招商一科", "2026-02-01"), (2, "招商二科", soon))
        ]
        opened.report("county", leads, by="王工", note="电话 138-0000-0000")
        yield opened


@pytest.fixture(scope="module", autouse=True)
def patient() -> Iterator[None]:
    """However busy the machine is, what became of gaps is waited for."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(gap_changes, "PATIENCE", PATIENCE)
        yield


@pytest.fixture(scope="module")
def client(store: GraphStore) -> TestClient:
    return TestClient(application(store), base_url="http://127.0.0.1:8000")


def parsed(client: TestClient, query: str = "") -> "etree._Element":
    answer = client.get(f"/feed.atom{query}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = etree.fromstring(answer.content)
    SCHEMA.assertValid(found)
    return found


def ids(feed: "etree._Element") -> list[str]:
    return [each.findtext(f"{ATOM}id") or "" for each in feed.iter(f"{ATOM}entry")]


def numbers(feed: "etree._Element") -> list[str]:
    """The numbers of the versions that a feed tells of."""
    return [each.split(":")[4] for each in ids(feed) if ":version:" in each]


def test_it_tells_the_versions_with_their_edits_and_the_lead_that_is_late(
    client: TestClient,
) -> None:
    feed = parsed(client)
    entries = {each.findtext(f"{ATOM}id"): each for each in feed.iter(f"{ATOM}entry")}
    titles = [each.findtext(f"{ATOM}title") or "" for each in entries.values()]

    assert sorted(numbers(feed)) == ["1", "2", "3", "4"]
    assert [each for each in ids(feed) if ":late:" in each] == [LATE]
    assert "逾期：tube，研判应止于 2026-02-01，招商一科" in titles
    assert "第 3 版：停产" in titles
    (closed,) = [each for id_, each in entries.items() if ":version:3:" in str(id_)]
    assert closed.findtext(f"{ATOM}content") == "<ul><li>新增 停产企业：acme</li></ul>"
    assert entries[LATE].findtext(f"{ATOM}updated") == "2026-02-02T00:00:00Z"


def content(feed: "etree._Element", number: int) -> list[str]:
    """The lines of the entry of a version."""
    for each in feed.iter(f"{ATOM}entry"):
        if f":version:{number}:" in (each.findtext(f"{ATOM}id") or ""):
            return re.findall("<li>(.*?)</li>", each.findtext(f"{ATOM}content") or "")
    return []


def test_a_version_tells_which_gaps_it_opened_and_closed_and_by_which_fact(
    client: TestClient,
) -> None:
    """By hand in `test_editions`: frames were found, so that the tube behind them is asked for.

    Neither the maker that closed nor the leads changed a gap.
    """
    feed, english = parsed(client), parsed(client, "?lang=en")

    assert content(feed, 2) == [
        "补链清单移出：frame（原为确认缺口）。所因：新增 frame在district：本地已有",
        "补链清单新列入：tube（待核实）。所因：新增 frame在district：本地已有",
        "新增 frame在district：本地已有",
    ]
    assert content(english, 2)[0].startswith("Gap list: frame")
    assert not any("补链清单" in line for number in (1, 3, 4) for line in content(feed, number))


def test_of_an_owner_no_gaps_are_told_and_of_a_chain_its_own(client: TestClient) -> None:
    assert len(content(parsed(client, "?chain=bikes"), 2)) == 3
    assert content(parsed(client, "?owner=招商二科"), 2) == []


def test_what_takes_too_long_is_told_the_next_time_under_another_tag(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gap_changes, "PATIENCE", 0.0)
    client = TestClient(application(store), base_url="http://127.0.0.1:8000")
    first = client.get("/feed.atom")
    monkeypatch.setattr(gap_changes, "PATIENCE", PATIENCE)
    again = client.get("/feed.atom", headers={"If-None-Match": first.headers["ETag"]})

    assert "补链清单" in again.text or "补链清单" in first.text
    assert (
        client.get("/feed.atom", headers={"If-None-Match": again.headers["ETag"]}).status_code
        == 304
    )


def test_each_entry_leads_to_a_page_by_an_absolute_address(client: TestClient) -> None:
    feed = parsed(client)
    links = [each.get("href") or "" for each in feed.iter(f"{ATOM}link")]

    assert {each.split("/", 3)[2] for each in links} == {"127.0.0.1:8000"}
    for address in links:
        assert client.get(address, headers={"Accept": "text/html"}).status_code == 200, address


def test_addresses_go_through_the_proxy_that_was_asked(store: GraphStore) -> None:
    app = application(store, root_path="/liantu")
    feed = parsed(TestClient(app, base_url="https://plan"))

    links = {each.get("href") for each in feed.iter(f"{ATOM}link")}

    assert "https://plan/liantu/feed.atom" in links
    assert all(str(each).startswith("https://plan/liantu/") for each in links)


def test_what_the_host_says_is_no_markup_and_reaches_nobody_else(client: TestClient) -> None:
    odd = client.get("/feed.atom", headers={"Host": 'a"><script>'})
    other = client.get("/feed.atom", headers={"Host": "10.0.0.7"})
    own = client.get("/feed.atom")

    assert b"script" not in odd.content
    assert b"10.0.0.7" in other.content
    assert b"10.0.0.7" not in own.content
    assert own.headers["cache-control"] == "private, no-cache"


def test_no_note_and_no_private_number_is_in_it(client: TestClient) -> None:
    text = client.get("/feed.atom").text

    assert "138" not in text
    assert "张三" not in text
    assert "外地&amp;lt;钢管&amp;gt;" in text


def test_of_a_chain_or_an_owner_it_tells_what_is_theirs(client: TestClient) -> None:
    """The claim and the maker are of the chain of bikes, and so is the segment of the leads."""
    assert sorted(numbers(parsed(client, "?chain=bikes"))) == ["1", "2", "3", "4"]
    assert numbers(parsed(client, "?owner=招商二科")) == ["4"]
    assert LATE not in ids(parsed(client, "?owner=招商二科"))
    assert ids(parsed(client, "?owner=无此科")) == []


def test_english_is_another_feed_about_the_same_entries(client: TestClient) -> None:
    chinese, english = parsed(client), parsed(client, "?lang=en")

    assert english.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert chinese.findtext(f"{ATOM}id") != english.findtext(f"{ATOM}id")
    assert ids(chinese) == ids(english)


def test_who_has_it_gets_nothing_again(client: TestClient) -> None:
    first = client.get("/feed.atom")
    tag, updated = first.headers["ETag"], first.headers["Last-Modified"]

    def status(**headers: str) -> int:
        asked = {name.replace("_", "-"): text for name, text in headers.items()}
        return client.get("/feed.atom", headers=asked).status_code

    assert status(If_None_Match=tag) == 304
    assert status(If_Modified_Since=updated) == 304
    # RFC 9110, 13.1.3: where there is a tag, the date says nothing
    assert status(If_None_Match='"other"', If_Modified_Since=updated) == 200
    assert status(If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT") == 200
    assert status(If_Modified_Since="yesterday") == 200


def test_a_chain_that_is_not_there_is_told_with_the_nearest(client: TestClient) -> None:
    problem = client.get("/feed.atom?chain=bike")

    assert problem.status_code == 404
    assert problem.json()["suggestions"] == ["bikes"]


@pytest.mark.parametrize("query", ["?version=1", "?stage=talks", f"?owner={'长' * 500}"])
def test_what_nobody_can_ask_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/feed.atom{query}").status_code == 422


def test_where_reading_needs_a_token_so_does_the_feed_and_no_address_carries_one(
    store: GraphStore, tmp_path: Path
) -> None:
    file = tmp_path / "tokens.json"
    _, secret = Tokens(file).new("reader", "李工")
    client = TestClient(application(store, tokens=file, reading="tokens"))

    assert client.get("/feed.atom").status_code == 401
    assert client.get(f"/feed.atom?token={secret}").status_code == 401
    told = client.get("/feed.atom", headers={"Authorization": f"Bearer {secret}"})
    assert told.status_code == 200
    assert secret not in told.text


def test_every_page_names_its_feed(client: TestClient) -> None:
    for address in ("/", "/gaps?version=1"):
        page = client.get(address, headers={"Accept": "text/html"}).text
        assert 'type="application/atom+xml"' in page
        assert 'href="/feed.atom?dataset=county"' in page
