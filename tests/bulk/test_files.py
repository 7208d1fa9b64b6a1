"""What is wrong with big files is told with its place, and nothing is written then."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
import pytest

from api.imports.bulk import BulkTask, load_files
from graph.errors import BadParameterError, TableRefusedError
from graph.exchange.read.files import TableFile, sheets_of
from graph.exchange.read.headers import TableChoices
from graph.store import GraphStore, open_store
from tests.bulk.files import Parquet, defects, load, written
from tests.support import region, seed, segment

NODES: Parquet = {"id": ["belt", "chain", "bike"], "name": ["同步带", "链条", "自行车"]}
EDGES: Parquet = {"source": ["belt", "chain"], "target": ["bike", "bike"], "group": ["a", "a"]}
FIRMS: Parquet = {"id": ["f1", "f2"], "企业": ["飞轮车业", "城南链条厂"], "状态": ["在产", "停产"]}
MAKES: Parquet = {"企业": ["f1", "f1"], "环节": ["bike", "链条"]}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        yield opened


def parquet(folder: Path, *, group: int = 1000, **tables: Parquet) -> list[Path]:
    paths = []
    for name, columns in tables.items():
        paths.append(folder / f"{name}.parquet")
        pq.write_table(pa.table(dict(columns)), paths[-1], row_group_size=group)
    return paths


def test_four_files_make_a_dataset_whose_every_fact_shows_its_row(
    store: GraphStore, tmp_path: Path
) -> None:
    files = parquet(tmp_path, nodes=NODES, edges=EDGES, firms=FIRMS, made=MAKES)

    body = load(store, *files, sound_only=False)

    facts = store.read("newtown")
    assert (body.written, body.version, body.new, body.all_rows) == (True, 1, 9, 9)
    assert [*facts.makes] == ["makes.f1.bike", "makes.f1.chain"]
    assert [each.segment for each in facts.input_groups["input.bike.material.belt"].members] == [
        "belt",
        "chain",
    ]
    (proof,) = facts.makes["makes.f1.chain"].evidence
    assert (proof.table, proof.row, proof.by) == ("made.parquet", 2, "王工")
    assert proof.note == "原行：f1｜链条"
    assert facts.enterprises["f2"].status == "suspended"


def test_a_second_load_of_the_same_makes_no_version_and_of_another_the_next(
    store: GraphStore, tmp_path: Path
) -> None:
    files = parquet(tmp_path, nodes=NODES, firms=FIRMS, made=MAKES)
    load(store, *files)
    again = load(store, *files)
    parquet(tmp_path, made={"企业": ["f1", "f2"], "环节": ["bike", "belt"]})
    other = load(store, *files)

    assert (again.written, again.version) == (False, 1)
    assert (other.written, other.version) == (True, 2)
    told = other.facts
    # The second row says another thing, so one fact goes and one comes; all else is as it was.
    assert (told.added, told.changed, told.withdrawn) == (1, 0, 1)
    assert [*store.read("newtown").makes] == ["makes.f1.bike", "makes.f2.belt"]
    assert [*store.read("newtown", 1).makes] == ["makes.f1.bike", "makes.f1.chain"]


def test_wrong_rows_are_told_by_file_row_and_column_and_leave_the_store_as_it_was(
    store: GraphStore, tmp_path: Path
) -> None:
    load(store, *parquet(tmp_path, nodes=NODES, firms=FIRMS))
    files = written(
        tmp_path,
        nodes="编号,名称,厂内工序\nbelt,同步带,\nbelt,同步带,\nbike,自行车,也许\n",
        edges="起点,终点\nbelt,nothing\n",
        firms="企业,状态,统一社会信用代码\n甲厂,怪词,\n乙厂,,123\n合计,,\n",
        made="企业,环节\n丙厂,同步带\n甲厂,同步带\n",
    )

    body = load(store, *files, sound_only=False)

    assert {(each.table, each.row, each.column) for each in body.rejected} == {
        ("nodes.csv", 3, "编号"),
        ("nodes.csv", 4, "厂内工序"),
        ("edges.csv", 2, "终点"),
        ("firms.csv", 2, "状态"),
        ("firms.csv", 3, "统一社会信用代码"),
        ("made.csv", 2, "企业"),
        ("made.csv", 3, "企业"),
    }
    assert [(each.table, each.row, each.why) for each in body.passed] == [
        ("firms.csv", 4, "合计、小计")
    ]
    assert (body.written, body.all_rows, body.new) == (False, 9, 1)
    assert store.current("newtown").number == 1


def test_gbk_utf8_and_mixed_files_are_read_as_an_import_reads_them(
    store: GraphStore, tmp_path: Path
) -> None:
    text = "编号,名称\r\nbelt,同步带\r\nchain,链条\r\n"
    mixed = "编号,名称\na,钢材\nb,橡胶\n".encode("gb18030") + "c,座椅\n".encode()
    files = written(tmp_path, nodes=text.encode("gb18030"), more=mixed)

    body = load(store, *files)

    names = [each.name for each in store.read("newtown").segments.values()]
    assert names == ["钢材", "橡胶", "同步带", "链条"]
    assert defects(body) == {("more.csv", 4, "encoding")}


def test_wrong_types_are_told_by_column_and_row_groups(store: GraphStore, tmp_path: Path) -> None:
    columns: Parquet = {"id": [1, 2, 3], "name": [1.5, 2.5, 3.5], "aliases": [["a"], [], []]}
    (path,) = parquet(tmp_path, group=2, nodes=columns)

    with pytest.raises(TableRefusedError) as caught:
        load(store, path)

    assert "name：double（1–2）；aliases：list<" in caught.value.text("zh")
    assert store.datasets() == ()


def test_a_damaged_row_group_is_told_with_its_column(store: GraphStore, tmp_path: Path) -> None:
    ids = [f"node{number}" for number in range(4000)]
    (path,) = parquet(tmp_path, group=1000, nodes={"id": ids, "name": ids})
    column = pq.ParquetFile(path).metadata.row_group(2).column(1)
    content = bytearray(path.read_bytes())
    start = column.dictionary_page_offset or column.data_page_offset
    content[start : start + 200] = b"\xff" * 200
    path.write_bytes(content)

    with pytest.raises(TableRefusedError, match="行组 3 的列 name"):
        load(store, path)

    assert store.datasets() == ()


def test_bytes_that_are_no_text_are_told_with_column_and_row_group(
    store: GraphStore, tmp_path: Path
) -> None:
    names = pa.array([b"a", b"\xff\xfe"]).cast(pa.binary()).view(pa.string())
    path = tmp_path / "nodes.parquet"
    pq.write_table(pa.table({"id": ["a", "b"], "name": names}), path)

    with pytest.raises(TableRefusedError, match="行组 1 的列 name"):
        load(store, path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "文件是空的"),
        ("编号,名称x,类型\na,甲,\n".encode(), "像图谱节点，但缺少列：名称（名称x？）"),
        ("供方企业,需方企业,环节\na,b,c\n".encode(), "这是供应清单"),
        (b"a,b\n1,2\n", "认不出表头"),
        (b"PAR1 and no more", "不是完整的 Parquet"),
        (b"\0\1\2\3" * 100, "不是 CSV 或 Parquet"),
    ],
)
def test_what_is_no_such_table_is_refused(
    store: GraphStore, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "nodes.csv"
    path.write_bytes(content)

    with pytest.raises(TableRefusedError, match=said):
        load(store, path)

    assert store.datasets() == ()


def test_an_unknown_column_is_told_with_the_nearest(store: GraphStore, tmp_path: Path) -> None:
    files = written(tmp_path, nodes="编号,名称,产业链条,天气\na,甲,,晴\n")

    body = load(store, *files)

    assert [(each.column, each.nearest) for each in body.unused] == [
        ("产业链条", ("产业链",)),
        ("天气", ()),
    ]


def test_a_dataset_that_was_not_made_of_files_is_never_replaced(
    store: GraphStore, tmp_path: Path
) -> None:
    store.load(seed(region(), segment("frame")))
    task = BulkTask(tuple(parquet(tmp_path, nodes=NODES)), "demo", "王工", "2026-11-25")

    with pytest.raises(BadParameterError, match="demo"):
        load_files(store, task, "zh", lambda _: None)

    assert [*store.read("demo").segments] == ["frame"]


def test_columns_of_other_names_are_read_where_somebody_says_so(
    store: GraphStore, tmp_path: Path
) -> None:
    files = tuple(parquet(tmp_path, nodes={"key": ["a"], "name": ["甲"]}))
    wanted = TableChoices("nodes", {"key": "编号"})

    load_files(
        store, BulkTask(files, "newtown", "王工", "2026-11-25", wanted), "zh", lambda _: None
    )

    assert [*store.read("newtown").segments] == ["a"]


def test_an_import_names_the_way_out(tmp_path: Path) -> None:
    (path,) = parquet(tmp_path, nodes=NODES)

    with pytest.raises(TableRefusedError, match="liantu load"):
        list(sheets_of(TableFile("nodes.parquet", path.read_bytes())))
