"""What offices' files look like, and what files that mean harm: read, or refused with a reason."""

import io
import struct
import tracemalloc
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.files import TableFile, sheets_of
from graph.model import Makes
from tests.imports.tables import csv_file, outcomes, read, read_as, reasons, saved, workbook

SHEET = "xl/worksheets/sheet1.xml"
OPEN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def repacked(
    parts: dict[str, bytes], *, name: str = "x.xlsx", only: tuple[str, ...] = ()
) -> TableFile:
    """A small workbook with some of its parts replaced or added."""
    before = zipfile.ZipFile(io.BytesIO(workbook(["企业", "产品"], ["大河厂", "链条"]).content))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in before.namelist():
            if part not in parts and (not only or part in only):
                archive.writestr(part, before.read(part))
        for part, content in parts.items():
            archive.writestr(part, content)
    return TableFile(name, buffer.getvalue())


def refused(file: TableFile) -> str:
    with pytest.raises(TableRefusedError) as caught:
        read(file)
    return str(caught.value)


def products(*files: TableFile) -> list[str]:
    return sorted(each.segment for each in read(*files).records if isinstance(each, Makes))


def test_a_title_blank_rows_a_moved_header_and_full_width_digits_are_understood() -> None:
    file = workbook(
        ["青溪县重点企业产品一览表"],
        [],
        [None, "序号", "＊企业 名称：", "主要产品（全称）", "截至日期"],
        [],
        [None, 1, "大河厂", "链 条", "２０２６年１１月２５日"],
        [None, 2, "小溪厂", "传动链", datetime(2026, 11, 25)],
        [None, 3, "远山厂", "同步带", 46351],
    )
    found = read(file)

    assert outcomes(found) == ["new", "new", "new"]
    dates = {fact.evidence[0].as_of for fact in found.records if isinstance(fact, Makes)}
    assert dates == {"2026-11-25"}
    assert found.tables[0].heading.unknown == ("序号",)


def test_a_header_over_two_rows_is_one() -> None:
    file = workbook(
        ["企业信息", None, "产品信息"], ["名称", "状态", "产品"], ["大河厂", "在产", "链条"]
    )
    merged = csv_file("企业名称,基本情况,,产品", ",状态,组团,", "大河厂,在产,,链条")

    assert products(merged) == ["drive_chain"]
    assert [t.heading.table.kind for t in read_as("enterprises", file, 名称="企业").tables] == [
        "enterprises"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_every_usual_encoding_and_delimiter_is_read(encoding: str, delimiter: str) -> None:
    lines = [
        delimiter.join(cells) for cells in (("企业", "产品", "依据"), ("大河厂", "链条", "走访"))
    ]

    assert products(csv_file(*lines, encoding=encoding)) == ["drive_chain"]


def test_a_short_gbk_row_that_could_be_utf8_is_read_as_the_rest() -> None:
    rows = "企业,产品\n重庆链条厂,链条\nרר,链条\n".replace("רר", "专专")  # 专 is D7 A8 in GBK

    names = [
        row.cell(0)
        for sheet in sheets_of(TableFile("x.csv", rows.encode("gbk")))
        for row in sheet.rows
    ]

    assert names == ["企业", "重庆链条厂", "专专"]


def test_rows_in_another_encoding_are_told_and_not_taken() -> None:
    lines = ["企业,产品", "大河厂,链条", "小溪厂,链条", "远山厂,链条", "高坡厂,链条"]
    mixed = [line.encode("gbk" if "小溪" in line else "utf-8") for line in lines]

    found = read(TableFile("x.csv", b"\r\n".join([*mixed, b"\xff\xff,\xff\n"])))

    assert outcomes(found) == ["new", "rejected", "new", "new", "rejected"]
    assert reasons(found.lines[1]) == [("", "小溪厂 链条", "encoding")]


def test_a_formula_rejects_its_row_where_it_would_be_read_and_only_there() -> None:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for row in (
        ["企业", "产品", "合计"],
        ["大河厂", "=B3", 1],
        ["小溪厂", "链条", "=1+1"],
        ["#REF!", "链条", 2],
    ):
        page.append(row)
    page["A4"].data_type = "e"

    found = read(saved(book))

    assert outcomes(found) == ["rejected", "new", "rejected"]
    assert reasons(found.lines[0]) == [("产品", "=B3", "cell")]
    assert reasons(read(csv_file("企业,产品", "=cmd(),链条")).lines[0])[0][2] == "cell"


def test_what_our_own_csv_disarms_is_armed_again() -> None:
    (sheet,) = sheets_of(csv_file("备注", "'=1+1", "'-3", "'plain"))

    assert [row.cell(0) for row in sheet.rows] == ["备注", "=1+1", "-3", "'plain"]


def test_a_column_can_be_named_by_a_person() -> None:
    found = read_as("makes", csv_file("谁,啥", "大河厂,链条"), 谁="企业", 啥="product")

    assert outcomes(found) == ["new"]


def test_a_table_without_a_known_header_is_refused_with_what_was_seen() -> None:
    assert "甲、乙" in refused(csv_file("甲,乙", "1,2"))


def test_a_zip_bomb_is_refused_unread() -> None:
    bomb = repacked({SHEET: OPEN.encode() + b"<sheetData>" + b" " * (64 * 1024 * 1024)})
    tracemalloc.start()

    message = refused(bomb)

    assert "压缩炸弹" in message
    assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
    tracemalloc.stop()


def test_a_sheet_declared_to_have_two_gigabytes_is_refused_unread() -> None:
    content = bytearray(repacked({}).content)
    at = content.rindex(b"PK\x01\x02")  # the last entry of the list of contents
    content[at + 24 : at + 28] = struct.pack("<I", 2 * 1024**3 - 1)

    assert "压缩炸弹" in refused(TableFile("x.xlsx", bytes(content)))


def test_a_sheet_declared_to_be_huge_costs_nothing() -> None:
    sheet = (
        f'{OPEN}<dimension ref="A1:XFD1048576"/><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>企业</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>产品</t></is></c></row><row r="2">'
        '<c r="A2" t="inlineStr"><is><t>大河厂</t></is></c>'
        '<c r="B2" t="inlineStr"><is><t>链条</t></is></c></row></sheetData></worksheet>'
    )

    assert products(repacked({SHEET: sheet.encode()})) == ["drive_chain"]


def test_ten_million_empty_rows_are_refused() -> None:
    def sheet(row: str) -> bytes:
        return f"{OPEN}<sheetData>{row}</sheetData></worksheet>".encode()

    head = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>企业</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>产品</t></is></c></row>'
    )
    skipped = sheet(f'{head}<row r="10000000"/>')
    written = sheet(head + "<row/>" * 10_000_000)

    assert str(limits.LINES) in refused(repacked({SHEET: skipped}))
    assert refused(repacked({SHEET: written}))


def test_a_row_that_is_too_wide_is_refused() -> None:
    wide = f'{OPEN}<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'

    assert "256" in refused(repacked({SHEET: wide.encode()}))
    assert "256" in refused(csv_file("企业,产品", "," * 300))


@pytest.mark.parametrize(
    "entity",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_xml_entities_are_refused(entity: str, part: str) -> None:
    before = zipfile.ZipFile(io.BytesIO(repacked({}).content)).read(part).decode()
    harmful = entity + before.rpartition("?>")[2]
    far = harmful.replace("<!DOCTYPE", f"<!--{' ' * 1_048_570}--><!DOCTYPE")

    for content in (harmful.encode(), far.encode(), harmful.encode("utf-16")):
        assert "实体" in refused(repacked({part: content}))


def test_a_path_in_a_name_is_refused_in_the_archive_and_outside() -> None:
    assert "路径" in refused(repacked({"../../etc/cron.d/x": b"x"}))
    for name in ("../x.csv", "a/b.csv", "a\\b.csv", "C:\\x.xlsx", "x\n.csv", "", ".."):
        with pytest.raises(TableRefusedError):
            TableFile(name, b"x")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "XLS"),
        (b"PK\x03\x04" + b"x" * 100, "XLSX"),
        (b"\x89PNG\r\n\x1a\n\0\0", "XLSX"),
        (b"   \n ", "空"),
    ],
)
def test_other_files_are_refused_with_the_way_out(content: bytes, word: str) -> None:
    with pytest.raises(TableRefusedError, match=word):
        read(TableFile("x.xlsx", content))


def test_a_damaged_workbook_is_refused_wherever_it_is_cut() -> None:
    content = repacked({}).content
    for length in range(4, len(content), len(content) // 40):
        assert refused(TableFile("x.xlsx", content[:length]))


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(TableRefusedError, match="50 MB"):
        TableFile("x.csv", b"x" * (limits.BYTES + 1))


def test_more_rows_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 2_000)
    rows = "\n" * 10 + "飞轮车业,自行车\n" * (limits.ROWS + 1)

    assert str(limits.ROWS) in refused(TableFile("x.csv", f"企业,产品\n{rows}".encode()))
