"""A second plan period in one dataset: worked out by hand in seeds/demo_second_plan."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import seeds
from graph.answers.shapes.diff import DiffBody
from graph.load import load_dataset
from graph.store import GraphStore, open_store
from tests.commands.conftest import run_forked
from tests.http.conftest import application
from tests.http.test_pages import BROWSER

API = "/api/v1"
RECORDED = {
    "    status: planned\n": "",
    "[顺通链条在河湾园区在建]": (
        "[顺通链条在河湾园区在建, {document: outline, quote: 顺通链条已在河湾园区投产}]"
    ),
    "[顺通链条在河湾园区在建，投产后生产链条]": (
        "[顺通链条在河湾园区在建，投产后生产链条,"
        " {document: outline, quote: 顺通链条已在河湾园区投产，生产链条}]"
    ),
}
"""What becomes of the firm that the first period says is being built."""


def with_second_plan(folder: Path) -> Path:
    """The demo with its second period, as docs/adding-a-district.md says."""
    shutil.copytree(seeds.FOLDER / "demo", folder)
    shutil.copytree(seeds.FOLDER / "demo_second_plan", folder, dirs_exist_ok=True)
    file = folder / "bicycle.yaml"
    text = file.read_text("utf-8")
    for before, after in RECORDED.items():
        assert text.count(before) == 1
        text = text.replace(before, after)
    file.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """Version 1: the first period alone; version 2: both."""
    folder = tmp_path_factory.mktemp("periods")
    with open_store(f"sqlite:///{folder / 'store.sqlite'}") as opened:
        opened.load(load_dataset(seeds.FOLDER / "demo"))
        opened.load(load_dataset(with_second_plan(folder / "demo")))
        yield opened


@pytest.fixture(scope="module")
def client(store: GraphStore) -> TestClient:
    return TestClient(application(store))


@pytest.fixture(scope="module")
def change(client: TestClient) -> DiffBody:
    return DiffBody.model_validate_json(client.get(f"{API}/diff?from=1&to=2").text)


def test_both_documents_are_cited_each_by_its_name(client: TestClient) -> None:
    items = {each["id"]: each for each in client.get(f"{API}/documents").json()["items"]}
    firm = client.get(f"{API}/enterprises/shuntong_chain").json()
    page = client.get("/enterprises/shuntong_chain", headers=BROWSER).text

    assert items["outline"]["edition"] == "第二期"
    assert all(each["cited"] > 0 for each in items.values())
    assert {each["document"] for each in firm["evidence"]} == {"notice", "outline"}
    assert "《虚构示例：青溪县自行车产业简况》第 5 行" in page
    assert "《虚构示例：青溪县自行车产业第二期规划》第 3 行" in page


@pytest.mark.parametrize(
    ("segment", "before", "after"),
    [("chain", "developing", "made"), ("belt", "sought", "sought"), ("tube", "unknown", "absent")],
)
def test_what_is_here_follows_the_newer_period_and_what_it_does_not_name_stays(
    client: TestClient, segment: str, before: str, after: str
) -> None:
    found = [
        client.get(f"{API}/segments/{segment}?version={version}").json()["local_status"]
        for version in (1, 2)
    ]

    assert found == [before, after]


def test_each_gap_that_changed_names_the_facts_of_the_second_period(change: DiffBody) -> None:
    gaps = {each.gap.id: each for each in change.gaps}
    said = {
        id_: [(cause.id, [ref.id for ref in cause.stated_in]) for cause in each.because]
        for id_, each in gaps.items()
    }

    assert {id_: (each.before, each.after) for id_, each in gaps.items()} == {
        "belt_makers": ("confirmed", "wished"),
        "derived.qingxi.chain": ("to_settle", None),
        "tube_makers": (None, "wished"),
    }
    started = [("shuntong_chain", ["outline"]), ("makes.shuntong_chain.chain", ["outline"])]
    assert said["belt_makers"] == started
    assert said["derived.qingxi.chain"] == started
    assert said["tube_makers"] == [
        ("claim.qingxi.tube.absent", ["outline"]),
        ("tube_makers", ["outline"]),
    ]


def test_what_differs_is_what_the_second_period_says(change: DiffBody) -> None:
    assert {each.id: each.action for each in change.items} == {
        "outline": "added",
        "shuntong_chain": "changed",
        "makes.shuntong_chain.chain": "changed",
        "claim.qingxi.tube.absent": "added",
        "tube_makers": "added",
    }
    (chain,) = change.chains
    before, after = chain.before, chain.after
    assert (before.available, before.unknown, before.needed) == (0, 1, 1)
    assert (after.available, after.unknown, after.needed) == (1, 0, 1)


def test_page_and_command_say_which_document(store: GraphStore, client: TestClient) -> None:
    page = client.get("/diff?from=1&to=2", headers=BROWSER).text
    told = run_forked("diff", "1", "2", LIANTU_STORE=store.uri)

    assert page.count("<small>《虚构示例：青溪县自行车产业第二期规划》</small>") >= 3
    assert told.code == 0
    assert "第二期规划" in re.sub(r"\s|│", "", told.out)


def test_what_the_second_period_carries_on_drops_and_names_first(client: TestClient) -> None:
    """The belts that the first period wants are not named again; the makers of tubes are new."""
    found = client.get(f"{API}/documents").json()["periods"]
    page = client.get("/documents", headers=BROWSER).text

    assert (found["older"]["id"], found["newer"]["id"]) == ("notice", "outline")
    assert found["carried_on"] == []
    assert {each["id"] for each in found["dropped"]} == {"belt_makers", "claim.qingxi.belt.sought"}
    assert {each["id"] for each in found["first_named"]} == {"tube_makers"}
    assert "两期之间：延续 0 项，未再提 2 项，新提 1 项" in page


def test_where_there_is_one_period_nothing_is_compared(client: TestClient) -> None:
    assert "periods" not in client.get(f"{API}/documents?version=1").json()


def test_files_of_several_documents_have_to_name_theirs(tmp_path: Path) -> None:
    folder = with_second_plan(tmp_path / "demo")
    file = folder / "bicycle.yaml"
    file.write_text(file.read_text("utf-8").replace("document: notice\n", "\n"), "utf-8")

    done = run_forked("check", str(folder))

    assert done.code == 1
    assert "引文须写 document (最接近的有效值：notice, outline)" in done.err + done.out


def test_an_edition_without_a_date_is_refused(tmp_path: Path) -> None:
    folder = with_second_plan(tmp_path / "demo")
    file = folder / "second_plan.yaml"
    file.write_text(file.read_text("utf-8").replace('    date: "2031-01-01"\n', ""), "utf-8")

    done = run_forked("check", str(folder))

    assert done.code == 1
    assert "要写日期 date" in done.err + done.out
