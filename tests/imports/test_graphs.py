"""A district that nobody has described, as nodes.csv and edges.csv with every defect there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.imports.applying import apply, prepare
from api.workspaces import Workspaces
from graph.answers import gaps, missing, panorama, workspace
from graph.errors import BadParameterError, RowsRejectedError, UnknownDatasetError
from graph.exchange.read.files import TableFile
from graph.exchange.report.bodies import ImportBody
from graph.exchange.report.outcome import ImportChoices
from graph.network.terms import Terms
from graph.store import GraphStore, open_store

#  轮胎 ─┐                     汽油机 ─属于→ 发动机 ─┐
#  座椅 ─┴→ 底盘 ──────────────────────────────────→ 整机   （甲厂生产整机，乙厂生产座椅）
#  轮毂 ⇄ 轮胎（互相供应：允许）
NODES = """编号,名称,类型,产业链,位置,状态
t,整机,环节,农机,下游,
c,底盘,环节,农机,中游,
e,发动机,环节,农机,中游,
p,汽油机,环节,农机,中游,
w,轮胎,环节,农机,上游,
h,轮毂,环节,农机,上游,
s,座椅,环节,农机,上游,
f1,甲厂,企业,,,在产
f2,乙厂,企业,,,在产
s,座椅,环节,农机,上游,
w,履带,环节,农机,上游,
x,底盘,环节,农机,中游,
y,,环节,农机,中游,
z,滑轮,车间,农机,中游,
v,水箱,环节,农机,中游,"""
EDGES = """起点,终点,关系
c,t,供应
e,t,供应
w,c,供应
s,c,供应
h,w,供应
w,h,供应
p,e,属于
f1,t,生产
f2,s,生产
t,t,供应
nowhere,t,供应
v,t,供应
s,c,供应
e,p,属于
f1,f2,供应
y,t,供应
w,t,吃"""


def nodes_csv() -> TableFile:
    lines = NODES.split("\n")
    mixed = [line.encode("gb18030" if line.startswith("v,") else "utf-8") for line in lines]
    return TableFile("nodes.csv", b"\n".join(mixed))


def edges_csv() -> TableFile:
    return TableFile("edges.csv", EDGES.encode("gb18030"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        yield opened


def choices(dataset: str = "newtown") -> ImportChoices:
    return ImportChoices(by="王工", today="2026-11-25", dataset=dataset)


def imported(store: GraphStore, *files: TableFile, sound_only: bool = True) -> ImportBody:
    prepared = prepare(Workspaces(store, None), files, choices(), "zh")
    return apply(store, prepared, sound_only=sound_only)


def defects(body: ImportBody) -> set[tuple[str, int, str]]:
    return {(each.table, each.row, each.code) for each in body.rejected}


def test_every_class_of_defect_is_told_with_its_rows(store: GraphStore) -> None:
    body = prepare(Workspaces(store, None), [nodes_csv(), edges_csv()], choices(), "zh").body

    assert defects(body) == {
        ("nodes.csv", 11, "duplicate"),
        ("nodes.csv", 12, "conflict"),
        ("nodes.csv", 13, "duplicate_name"),
        ("nodes.csv", 14, "empty"),
        ("nodes.csv", 15, "invalid"),
        ("nodes.csv", 16, "encoding"),
        ("edges.csv", 8, "cycle"),
        ("edges.csv", 11, "self_loop"),
        ("edges.csv", 12, "dangling"),
        ("edges.csv", 13, "end_rejected"),
        ("edges.csv", 14, "duplicate"),
        ("edges.csv", 15, "cycle"),
        ("edges.csv", 16, "wrong_ends"),
        ("edges.csv", 17, "end_rejected"),
        ("edges.csv", 18, "invalid"),
    }
    assert [(each.rows, each.names) for each in body.circles] == [((6, 7), ("轮毂", "轮胎"))]
    assert not body.applied
    assert store.datasets() == ()


def test_nothing_is_written_while_rows_are_rejected(store: GraphStore) -> None:
    with pytest.raises(RowsRejectedError):
        imported(store, nodes_csv(), edges_csv(), sound_only=False)

    assert store.datasets() == ()


def test_the_sound_rest_makes_a_dataset_whose_answers_are_right(store: GraphStore) -> None:
    body = imported(store, nodes_csv(), edges_csv())

    # Made: 整机 (甲厂), 座椅 (乙厂). 整机 needs 底盘 and 发动机, both unknown: two questions. What
    # 底盘 needs lies behind it; 座椅 is here, 轮胎 is not known, 轮毂 and 轮胎 need one another.
    ws = workspace(store.read("newtown"))
    found = {row.segment.id: row.standing for row in gaps(ws, Terms(), "zh").items if row.segment}
    assert found == {"c": "to_settle", "e": "to_settle"}
    answer = missing(ws, "t", Terms(), "zh")
    assert {(item.segment.id, item.behind, item.depth) for item in answer.missing} == {
        ("c", False, 1),
        ("e", False, 1),
        ("w", True, 2),
        ("h", True, 3),
    }
    assert (answer.completeness.unknown, answer.completeness.needed) == (2, 2)
    assert (body.version, store.current("newtown").number) == (1, 1)
    assert ws.facts.dataset.title == "newtown产业链"


def test_the_page_of_its_chain_shows_every_segment_though_no_document_names_any(
    store: GraphStore,
) -> None:
    imported(store, nodes_csv(), edges_csv())
    ws = workspace(store.read("newtown"))

    body = panorama(ws, Terms(), "zh", chain=next(iter(ws.facts.chains)))

    assert (body.shown, body.total) == (7, 7)


def test_edges_may_come_before_their_nodes(store: GraphStore) -> None:
    one = prepare(Workspaces(store, None), [nodes_csv(), edges_csv()], choices(), "zh").body
    other = prepare(Workspaces(store, None), [edges_csv(), nodes_csv()], choices(), "zh").body

    assert defects(one) == defects(other)
    assert one.facts == other.facts


def test_the_corrected_rest_is_added_and_the_known_is_the_same(store: GraphStore) -> None:
    first = imported(store, nodes_csv(), edges_csv())
    more = TableFile("nodes.csv", "编号,名称,产业链,位置\nv,水箱,农机,中游".encode())

    again = imported(store, nodes_csv(), edges_csv())
    second = imported(store, more, TableFile("edges.csv", "起点,终点\nv,t".encode()))

    assert (again.new, again.changed) == (0, 0)
    assert defects(again) == defects(first)
    assert again.version == 1
    assert (second.new, second.changed, second.version) == (2, 0, 2)
    assert "v" in store.read("newtown").segments


def test_a_node_of_the_district_names_it(store: GraphStore) -> None:
    imported(
        store, TableFile("nodes.csv", "id,name,type,sort\nnewtown,新城区,region,district".encode())
    )

    (about,) = store.datasets()
    assert (about.title, about.region) == ("新城区产业链", "newtown")
    assert store.read("newtown").regions["newtown"].name == "新城区"


def test_alternatives_share_a_group(store: GraphStore) -> None:
    edges = "source,target,group,essential\nbelt,bike,drive,是\nchain,bike,drive,是\nbell,bike,,否"
    nodes = "id,name\nbike,自行车\nbelt,同步带\nchain,链条\nbell,车铃"
    imported(store, TableFile("nodes.csv", nodes.encode()), TableFile("edges.csv", edges.encode()))

    groups = store.read("newtown").input_groups.values()
    assert [([m.segment for m in g.members], g.essential) for g in groups] == [
        (["bell"], False),
        (["belt", "chain"], True),
    ]


def test_another_table_for_a_dataset_that_is_not_there_is_refused(store: GraphStore) -> None:
    with pytest.raises(UnknownDatasetError):
        imported(store, TableFile("企业.csv", "企业,状态\n甲厂,在产".encode()))


def test_a_dataset_needs_a_proper_id(store: GraphStore) -> None:
    with pytest.raises(BadParameterError):
        prepare(Workspaces(store, None), [nodes_csv()], choices("新城"), "zh")
