"""Segments, products, nodes, edges as tables: what lists show, and nothing new on return."""

import csv
import io
import re
from html import unescape

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from api.exports import file
from api.queries import Question
from api.wanted_exports import ExportWanted
from graph.answers import Workspace, workspace
from graph.errors import BadParameterError, FilterNotTakenError
from graph.exchange.read.files import TableFile
from graph.exchange.report.outcome import ImportChoices, ImportGround, ImportOutcome, outcome_of
from tests.exchange.conftest import shipped
from tests.support import chain, dataset, enterprise, facts, industry, makes, region, segment

Table = list[dict[str, str]]


def written(ws: Workspace, kind: str, wanted: ExportWanted | None = None) -> bytes:
    return b"".join(file(kind).write(Question(ws), wanted or ExportWanted()))


def rows(content: bytes) -> Table:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def read(ws: Workspace, *kinds: str) -> ImportOutcome:
    files = [TableFile(kind, written(ws, kind)) for kind in kinds]
    choices = ImportChoices(by="李工", today="2026-11-25")
    return outcome_of(ImportGround(ws, lambda _: ws), files, choices)


@pytest.mark.parametrize(
    ("dataset", "kinds"),
    [
        ("demo", ("segments.csv",)),
        ("demo", ("segments.xlsx",)),
        ("demo", ("makes.xlsx",)),
        ("demo", ("nodes.xlsx", "edges.xlsx")),
        ("hechuan", ("segments.csv",)),
        ("hechuan", ("makes.csv",)),
        ("hechuan", ("nodes.csv", "edges.csv")),
    ],
)
def test_an_unchanged_table_says_nothing_new(dataset: str, kinds: tuple[str, ...]) -> None:
    ws = shipped(dataset)

    found = read(ws, *kinds)

    assert set(found.counts) == {"same"}
    assert found.records == []


def test_gaps_of_a_graph_are_passed_over_and_said_to_be() -> None:
    """Two nodes, one below the other; the edge of the candidate stands apart from the others."""
    found = read(shipped("demo"), "nodes.csv", "edges.csv")

    assert [(each.table, each.row, each.rows) for each in found.passed] == [
        ("nodes.csv", 5, 2),
        ("edges.csv", 4, 1),
        ("edges.csv", 7, 4),
    ]
    assert all("补链清单" in each.why.text("zh") for each in found.passed)


def test_the_nodes_and_edges_of_the_demo_are_what_its_facts_say() -> None:
    """Counted by hand in seeds/demo: all but roles. Belt and chain are gaps of the bicycle."""
    ws = shipped("demo")
    nodes, edges = rows(written(ws, "nodes.csv")), rows(written(ws, "edges.csv"))

    assert len(nodes) == 6 + 2 + 2 + 1 + 1 + 2
    assert nodes[6] == dict.fromkeys(nodes[4], "") | {
        "编号": "region:hewan",
        "名称": "河湾园区",
        "类型": "地区",
        "类别": "组团",
        "英文名": "Hewan Park",
    }
    assert [
        (each["编号"], each["名称"], each["类别"], each["状态"])
        for each in nodes
        if each["类型"] == "缺口"
    ] == [
        ("gap:belt_makers", "同步带生产企业", "拟引进", "确认缺口"),
        ("gap:derived.qingxi.chain", "链条", "缺失", "待核实"),
    ]
    assert len(edges) == 4 + 1 + 6 + 1 + 2 + 1 + 5
    assert [
        (each["起点"], each["关系"], each["终点"]) for each in edges if "gap:" in str(each.values())
    ] == [
        ("enterprise:shuntong_chain", "可能的供应方", "gap:derived.qingxi.chain"),
        ("gap:belt_makers", "缺口所在", "segment:belt"),
        ("gap:belt_makers", "卡住", "segment:bicycle"),
        ("gap:derived.qingxi.chain", "卡住", "segment:bicycle"),
        ("gap:derived.qingxi.chain", "缺口所在", "segment:chain"),
    ]
    alternatives = [each for each in edges if each["组"] == "input.bicycle.material.chain"]
    assert [(each["起点"], each["终点"], each["必需"]) for each in alternatives] == [
        ("segment:belt", "segment:bicycle", "是"),
        ("segment:chain", "segment:bicycle", "是"),
    ]


def test_a_segment_tells_in_words_what_the_page_tells() -> None:
    ws = shipped("demo")
    (belt,) = (each for each in rows(written(ws, "segments.csv")) if each["编号"] == "belt")

    assert {name: cell for name, cell in belt.items() if cell} == {
        "编号": "belt",
        "名称": "同步带",
        "类型": "环节",
        "类别": "零部件",
        "厂内工序": "否",
        "英文名": "Timing belt",
        "本地现状": "拟引进",
        "相关缺口": "同步带生产企业（belt_makers）",
        "所在链与位置": "自行车（中游）",
        "依据原文(行)": "“着力引进同步带生产企业”（第6行）",
        "依据类型": "规划原文、参考知识",
    }


def test_a_file_holds_the_rows_that_the_filters_select_in_the_order_of_the_page() -> None:
    """By status: made, building, sought, unknown; stages inside a plant last."""
    ws = shipped("demo")
    by_status = rows(written(ws, "segments.csv", ExportWanted(sort="status")))
    upstream = rows(written(ws, "segments.csv", ExportWanted(stage="upstream", q="钢")))

    assert [each["编号"] for each in by_status] == [
        "bicycle",
        "chain",
        "belt",
        "steel_tube",
        "tube",
        "frame",
    ]
    assert [each["编号"] for each in upstream] == ["steel_tube"]


def test_all_pages_of_a_list_are_in_its_file_and_in_its_workbook(hechuan: TestClient) -> None:
    """A page lists 100 at most."""
    asked = {"stage": "upstream", "sort": "status"}
    listed = hechuan.get("/api/v1/segments", params={**asked, "limit": 1000}).json()
    text = hechuan.get("/api/v1/export/segments.csv", params=asked)
    book = load_workbook(io.BytesIO(written(shipped("demo"), "segments.xlsx")))
    ids = [item["id"] for item in listed["items"]]

    assert [each["编号"] for each in rows(text.content)] == ids
    assert len(ids) > 100
    assert len(ids) == listed["total"]
    assert book.sheetnames == ["说明", "环节"]
    assert [cell.value for cell in book["环节"]["A"]][1:] == sorted(shipped("demo").facts.segments)


def test_enterprises_and_what_they_make_take_the_filters_of_their_page(hechuan: TestClient) -> None:
    asked = {"chain": "电梯", "status": "operating", "sort": "products"}
    listed = hechuan.get("/api/v1/enterprises", params={**asked, "limit": 1000}).json()["items"]
    firms, products = (
        rows(hechuan.get(f"/api/v1/export/{name}.csv", params=asked).content)
        for name in ("enterprises", "makes")
    )

    assert [each["编号"] for each in firms] == [item["id"] for item in listed]
    made = [made["id"] for item in listed for made in item["makes"]]
    assert [each["事实编号"] for each in products] == made
    assert made


@pytest.mark.parametrize("noun", ["segments", "enterprises"])
def test_a_page_links_to_the_file_of_just_its_rows_in_its_order(
    demo: TestClient, noun: str
) -> None:
    page = demo.get(f"/{noun}", params={"chain": "bicycle", "q": "链"}).text
    shown = re.findall(rf'<th scope="row"[^>]*><a href="/{noun}/([a-z_]+)"', page)
    (address,) = re.findall(rf'href="(/api/v1/export/{noun}\.csv[^"]*)"', page)

    taken = demo.get(unescape(address))

    assert shown == {"segments": ["chain"], "enterprises": ["shuntong_chain"]}[noun]
    assert [each["编号"] for each in rows(taken.content)] == shown
    assert demo.get(unescape(address).replace(".csv", ".xlsx")).status_code == 200


def test_a_word_of_another_list_and_a_filter_of_another_file_are_refused() -> None:
    ws = shipped("demo")

    with pytest.raises(BadParameterError) as caught:
        written(ws, "segments.csv", ExportWanted(status="operating"))
    assert "made" in str(caught.value)
    with pytest.raises(FilterNotTakenError):
        written(ws, "segments.csv", ExportWanted(kind="missing"))


def test_no_cell_runs_as_a_formula() -> None:
    home = region("qingxi", name="青溪县")
    firm = enterprise("evil", name="=1+1")
    ws = workspace(
        facts(
            home,
            industry(),
            chain("bikes", name="自行车"),
            segment("frame", name="@frame"),
            firm,
            makes("evil", "frame"),
            dataset=dataset(region="qingxi"),
        )
    )

    for kind in ("segments.csv", "makes.csv", "nodes.csv", "edges.csv"):
        text = written(ws, kind).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))], kind
    assert "'=1+1" in written(ws, "makes.csv").decode("utf-8-sig")
