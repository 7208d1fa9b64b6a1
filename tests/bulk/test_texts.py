"""Records that are written as text, and not made, are those that would have been made."""

import csv
import io
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import RECORDS, Enterprise, Evidence, Makes
from graph.model.record_text import RecordText, json_of, written
from graph.store import open_store
from graph.store.names import names_of
from tests.bulk import files as big

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
ODD = '引"号\\斜%s %(id)s @name@ <br>'


@given(note=TEXTS | st.just(ODD), table=TEXTS | st.just(ODD), row=st.integers(1, 1 << 40))
def test_evidence_is_written_as_its_class_writes_it(note: str, table: str, row: int) -> None:
    said = {"basis": json_of("reported"), "table": json_of(table), "row": str(row)}

    text = written(Evidence, **said, note=json_of(note))

    proof = Evidence(basis="reported", table=table, row=row, note=note)
    assert text == proof.model_dump_json()


@given(name=TEXTS | st.just(ODD), aliases=st.lists(TEXTS, max_size=3).map(tuple))
def test_a_firm_is_written_as_its_class_writes_it(name: str, aliases: tuple[str, ...]) -> None:
    told: dict[str, Any] = {
        "id": "acme",
        "name": name,
        "status": "planned",
        "aliases": aliases,
        "insured": 7,
    }
    proof = Evidence(basis="reported", note=ODD)
    values = {each: json_of(value) for each, value in told.items()}

    text = written(Enterprise, **values, evidence=f"[{proof.model_dump_json()}]")

    firm = Enterprise.model_construct(**told, evidence=(proof,))
    assert text == firm.model_dump_json()


def test_what_is_made_is_written_as_its_class_writes_it() -> None:
    proof = Evidence(basis="reported", note=ODD, as_of="2026-11-01")
    ends = {"id": json_of("makes.a.b"), "enterprise": json_of("a"), "segment": json_of("b")}

    text = written(Makes, **ends, evidence=f"[{proof.model_dump_json()}]")

    made = Makes(id="makes.a.b", enterprise="a", segment="b", evidence=(proof,))
    assert text == made.model_dump_json()


def table(*rows: Sequence[str]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue()


NODES = table(
    ("编号", "名称", "英文名称", "别名", "类型", "类别", "产业链", "位置", "可外购", "厂内工序"),
    ("wheel_a", 'No."1"轮\\组', "Wheel 100%", "轮；%s轮", "", "零部件", "自行车", "上游", "", ""),
    ("bike01", "自行车整车", "", "", "", "产品", "自行车、电动车", "", "到处有", ""),
    ("paint", "喷漆 @id@", "", "", "", "", "", "", "", "是"),
    ("park", "河湾园区", "", "", "地区", "园区", "", "", "", ""),
    ("N-7", "甲%(id)s厂", "Firm A", "", "企业", "", "", "", "", ""),
)
EDGES = table(
    ("起点", "终点", "关系", "组", "必需", "投入", "限定"),
    ("wheel_a", "bike01", "", "", "否", "设备", "是"),
    ("paint", "bike01", "供应", "一", "", "", ""),
    ("wheel_a", "bike01", "供应", "一", "", "", ""),
    ("wheel_a", "paint", "属于", "", "", "", ""),
    ("paint", "自行车", "所在链", "", "", "", ""),
    ("N-7", "bike01", "生产", "", "", "", ""),
)
FIRMS = table(
    ("编号", "企业", "状态", "注册资本", "成立日期", "参保人数", "地址", "组团", "资质", "产品",
     "产业链", "角色", "数据截至", "依据"),
    ("firm_0001", "飞轮\"车业\"%", "停产", "5000万元", "2008-05-16", "120", "大道\\1号", "河湾园区",
     "专精特新；%s", "bike01", "自行车", "链主", "2026-11-01", "走访"),
    ("firm_0002", "華光座椅廠", "", "", "", "", "无", "", "", "", "", "", "", ""),
)  # fmt: skip
MAKES = table(("企业", "环节"), ("firm_0002", "bike01"), ("華光座椅廠", 'No."1"轮\\组'))


def test_every_body_and_name_in_the_store_is_what_the_record_would_write(tmp_path: Path) -> None:
    files = {"nodes": NODES, "edges": EDGES, "firms": FIRMS, "made": MAKES}
    with open_store(f"sqlite:///{tmp_path}/store.db") as store:
        body = big.load(store, *big.written(tmp_path, **files))
        facts = store.read("newtown")

    assert body.rejected == ()
    assert {each.type for each in facts.records()} == {
        *("chain", "enterprise", "industry", "input_group", "kind_of", "makes", "membership"),
        *("region", "role", "segment"),
    }
    with closing(sqlite3.connect(tmp_path / "store.db")) as file:
        for key, type_, id_, text in file.execute("SELECT key, type, id, body FROM records"):
            record = RECORDS[type_].model_validate_json(text)
            assert (record.id, record.model_dump_json()) == (id_, text)
            told = "SELECT type, id, kind, text, folded FROM names WHERE record = ? ORDER BY key"
            assert file.execute(told, (key,)).fetchall() == [*names_of(record)]


def test_a_text_gives_the_names_that_its_record_gives() -> None:
    proof = (Evidence(basis="reported", note="走访"),)
    firm = Enterprise(
        id="acme", name="飞轮", name_en="Wheel", aliases=("轮",), status="planned", evidence=proof
    )
    text = RecordText("enterprise", "acme", firm.model_dump_json(), ("飞轮", "Wheel", "轮"))

    assert names_of(text) == names_of(firm)


ROWS = (
    ("企业", "产品"),
    ("firm_0001", "bike01"),  # plain
    ("firm_0001", "bike01"),  # said before
    ("firm_0001", "自行车整车"),  # likewise, by its name
    ("飞轮车业", "wheel_a"),  # by name
    ("合计", "共2家"),  # a total
    ("示例机械厂", "bike01"),  # the example of a template
    ("firm_0009", "bike01"),  # no such firm
    ("firm_0001", "wheel_x"),  # no such segment
    ("firm_0001", "wheel_a、paint"),  # two in a list, of which the first is known by its name alone
    ("n/a", "bike01"),  # nothing where a firm should be
    ("ｆｉｒｍ_0001", "paint"),  # full width is no id, and no name either
    ("FIRM_0001", "paint"),  # nor are capitals, of an id
    ("firm_0001", ""),  # no product
)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_plain_rows_and_others_are_taken_or_told_alike(tmp_path: Path, ending: str) -> None:
    firms = table(("编号", "企业"), ("firm_0001", "飞轮车业"))
    paths = big.written(tmp_path, nodes=NODES, firms=firms, made=table(*ROWS))
    if ending == "parquet":
        import pyarrow as pa  # type: ignore[import-untyped,unused-ignore] # noqa: PLC0415
        import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore] # noqa: PLC0415

        columns = dict(zip(ROWS[0], zip(*ROWS[1:], strict=True), strict=True))
        paths[-1] = tmp_path / "made.parquet"
        pq.write_table(pa.table({name: list(each) for name, each in columns.items()}), paths[-1])
    with open_store(f"sqlite:///{tmp_path}/store.db") as store:
        body = big.load(store, *paths)
        facts = store.read("newtown")

    first = 2 if ending == "csv" else 1  # a Parquet file has no row for its header
    assert {row - first for _, row, _ in big.defects(body)} == {6, 7, 9, 10, 11, 12}
    assert [each.row - first for each in body.passed] == [4, 5]
    assert body.same == 2
    assert [*facts.makes] == [
        f"makes.firm_0001.{segment}" for segment in ("bike01", "paint", "wheel_a")
    ]
    (proof,) = facts.makes["makes.firm_0001.bike01"].evidence
    assert (proof.row, proof.note) == (first, "原行：firm_0001｜bike01")


def test_a_title_above_plain_rows_speaks_of_them_too(tmp_path: Path) -> None:
    firms = table(("编号", "企业"), ("firm_0001", "飞轮车业"))
    rows = [
        ("企业", "产品"),
        ("firm_0001", "bike01"),
        ("一、已停产企业", ""),
        ("firm_0001", "paint"),
    ]
    paths = big.written(tmp_path, nodes=NODES, firms=firms, made=table(*rows))
    with open_store(f"sqlite:///{tmp_path}/store.db") as store:
        body = big.load(store, *paths)
        made = [*store.read("newtown").makes]

    assert {row for _, row, _ in big.defects(body)} == {4}
    assert made == ["makes.firm_0001.bike01"]


def test_a_table_whose_name_has_signs_of_patterns_is_named_as_it_is(tmp_path: Path) -> None:
    made = table(("企业", "产品"), ("firm_0002", "bike01"))
    paths = big.written(tmp_path, nodes=NODES, firms=FIRMS, **{"100%(note)s": made})
    with open_store(f"sqlite:///{tmp_path}/store.db") as store:
        big.load(store, *paths)
        (proof,) = store.read("newtown").makes["makes.firm_0002.bike01"].evidence

    assert (proof.table, proof.row, proof.by) == ("100%(note)s.csv", 2, "王工")
