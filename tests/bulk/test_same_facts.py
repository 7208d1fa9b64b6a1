"""A small file says the same facts, whether it is imported or loaded as one of any size."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from api.imports.applying import apply, prepare
from api.workspaces import Workspaces
from graph.exchange.read.files import TableFile
from graph.exchange.report.bodies import ImportBody
from graph.exchange.report.outcome import ImportChoices
from graph.model import AnyRecord
from graph.store import GraphStore, open_store
from tests.bulk.files import defects, load, without_words, written
from tests.imports.test_graphs import edges_csv, nodes_csv

CHOICES = ImportChoices(by="王工", today="2026-11-25", dataset="newtown")


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[GraphStore, GraphStore]]:
    with (
        open_store(f"sqlite:///{tmp_path}/one.db") as one,
        open_store(f"sqlite:///{tmp_path}/other.db") as other,
    ):
        yield one, other


def imported(store: GraphStore, *files: TableFile) -> ImportBody:
    return apply(store, prepare(Workspaces(store, None), files, CHOICES, "zh"), sound_only=True)


def records(store: GraphStore) -> list[AnyRecord]:
    return without_words(store.read("newtown"))


def test_every_defect_of_a_graph_is_told_alike(
    stores: tuple[GraphStore, GraphStore], tmp_path: Path
) -> None:
    one, other = stores
    by_import = imported(one, nodes_csv(), edges_csv())
    by_load = load(other, *written(tmp_path, nodes=nodes_csv().content, edges=edges_csv().content))

    assert defects(by_load) == {(each.table, each.row, each.code) for each in by_import.rejected}
    assert by_load.rejected_rows == by_import.rejected_rows == 15
    assert by_load.new == by_import.new + by_import.changed
    assert records(other) == records(one)


SEARCH = (Phase.explicit, Phase.reuse, Phase.generate)
"""An example takes two stores: what fails is small enough to be read as it is."""
IDS = st.sampled_from(["a", "b", "c", "d", "e f", "钢", "firm", "chain1"])
NAMES = st.sampled_from(["钢材", "链条", "Ａ00级电池", "橡膠", "車架", "甲厂", "自行车", "a", "无"])
NODES = st.tuples(
    IDS,
    NAMES,
    st.sampled_from(["", "环节", "企业", "产业链", "地区", "别的"]),
    st.sampled_from(["", "材料", "产品", "园区"]),
    st.sampled_from(["", "自行车", "摩托；自行车产业链"]),
    st.sampled_from(["", "上游", "某处"]),
    st.sampled_from(["", "停产"]),
    st.sampled_from(["", "是", "全国可买", "否"]),
    st.sampled_from(["", "是", "也许"]),
    st.sampled_from(["", "铁、铁条", "钢"]),
    st.sampled_from(["", "走访"]),
    st.sampled_from(["", "2026年11月1日", "昨天"]),
)
ENDS = st.sampled_from(
    ["a", "b", "c", "d", "e f", "钢", "钢材", "链条", "甲厂", "自行车", "nobody"]
)
EDGES = st.tuples(
    ENDS,
    ENDS,
    st.sampled_from(["", "", "供应", "属于", "生产", "所属产业", "吃"]),
    st.sampled_from(["", "g1"]),
    st.sampled_from(["", "是", "否"]),
    st.sampled_from(["", "能源"]),
    st.sampled_from(["", "是"]),
)
NODE_HEADER = "编号,名称,类型,类别,产业链,位置,状态,可外购,厂内工序,别名,依据,数据截至"
EDGE_HEADER = "起点,终点,关系,组,必需,投入,限定"


@settings(max_examples=40, deadline=None, phases=SEARCH)
@given(st.lists(NODES, min_size=1, max_size=12), st.lists(EDGES, max_size=12))
def test_any_small_graph_says_the_same_either_way(
    nodes: list[tuple[str, ...]], edges: list[tuple[str, ...]]
) -> None:
    with TemporaryDirectory() as scratch:
        files = {"nodes": _csv(NODE_HEADER, nodes), "edges": _csv(EDGE_HEADER, edges)}
        folder = Path(scratch)
        paths = written(folder, **files)
        given_ = [TableFile(f"{name}.csv", text.encode()) for name, text in files.items()]
        with (
            open_store(f"sqlite:///{folder}/one.db") as one,
            open_store(f"sqlite:///{folder}/other.db") as other,
        ):
            by_import = imported(one, *given_)
            by_load = load(other, *paths)

            assert {each[:2] for each in defects(by_load)} == {
                (each.table, each.row) for each in by_import.rejected
            }
            assert records(other) == records(one)


def _csv(header: str, rows: Sequence[tuple[str, ...]]) -> str:
    return "\n".join([header, *(",".join(row) for row in rows)])


def test_an_input_in_two_words_for_one_sort_is_said_twice(
    stores: tuple[GraphStore, GraphStore], tmp_path: Path
) -> None:
    nodes = "编号,名称\nbelt,同步带\nbike,整车\nchain,链条\n"
    edges = (
        "起点,终点,投入,组\nbelt,bike,,\nbelt,bike,material,a\nchain,bike,物料,a\nbelt,bike,设备,\n"
    )
    one, other = stores
    files = (TableFile("nodes.csv", nodes.encode()), TableFile("edges.csv", edges.encode()))

    by_import = imported(one, *files)
    by_load = load(other, *written(tmp_path, nodes=nodes, edges=edges))

    assert defects(by_load) == {("edges.csv", 3, "duplicate")}
    assert {(each.table, each.row, each.code) for each in by_import.rejected} == defects(by_load)
    assert [*other.read("newtown").input_groups] == [
        "input.bike.capital.belt",
        "input.bike.material.belt",
        "input.bike.material.chain",
    ]
    assert records(other) == records(one)
