"""Small files that would take gigabytes or minutes are refused, and the reason is told."""

import io
import resource
import zipfile
from collections.abc import Callable, Mapping
from time import thread_time

import pytest

from tests.imports.tables import outcomes, read
from tests.imports.test_files import OPEN, SHEET, refused, repacked
from tests.stores.processes import run_in_child

TYPES, STYLES, STRINGS = "[Content_Types].xml", "xl/styles.xml", "xl/sharedStrings.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
FIRM = '<row r="1"><c r="A1" t="inlineStr"><is><t>企业</t></is></c></row>'


def styles(formats: str) -> bytes:
    return f"<styleSheet {MAIN}><cellXfs>{formats}</cellXfs></styleSheet>".encode()


def numbered(count: int) -> str:
    return "".join(
        f'<xf numFmtId="{at * 7919 % 99991}" fontId="{at % 977}"/>' for at in range(count)
    )


def strings(one: str) -> bytes:
    return f"<sst {MAIN}><si>{one}</si></sst>".encode()


def listing_strings() -> bytes:
    """The list of contents, with shared strings."""
    content: bytes = zipfile.ZipFile(io.BytesIO(repacked({}).content)).read(TYPES)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    added = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/></Types>'
    return content.replace(b"</Types>", added.encode())


def sheet(rows: str, behind: str = "") -> bytes:
    return f"{OPEN}<sheetData>{rows}</sheetData>{behind}</worksheet>".encode()


HEAVY: Mapping[str, tuple[Mapping[str, Callable[[], bytes]], str]] = {
    "large styles": ({STYLES: lambda: styles(numbered(250_000))}, "样式"),
    "many styles": ({STYLES: lambda: styles("<xf/>" * 400_000)}, "样式"),
    "relations": (
        {"xl/_rels/workbook.xml.rels": lambda: b"<Relationships>" + b"<R/>" * 500_000},
        "样式、关系",
    ),
    "parts of a workbook": ({"xl/workbook.xml": lambda: b"<workbook>" + b"<s/>" * 500_000}, "关系"),
    "one string": (
        {TYPES: listing_strings, STRINGS: lambda: strings("<r/>" * 600_000)},
        "过多",
    ),
    "one row": ({SHEET: lambda: sheet(f"<row>{'<c/>' * 600_000}</row>")}, "过多"),
    "around the rows": ({SHEET: lambda: sheet("<x/>" * 600_000 + FIRM)}, "过多"),
    "merged cells": (
        {
            SHEET: lambda: sheet(
                FIRM, "".join(f'<mergeCell ref="A{n}:A{n + 1}"/>' for n in range(1, 201_000))
            )
        },
        "合并单元格",
    ),
    "a sheet as strings": (
        {TYPES: listing_strings, STRINGS: lambda: sheet("<row/>" * 9_000)},
        "不是完好",
    ),
}


@pytest.mark.parametrize("case", HEAVY)
def test_a_small_file_that_would_fill_memory_is_refused_for_little(case: str) -> None:
    parts, word = HEAVY[case]
    file = repacked({name: make() for name, make in parts.items()})
    assert len(file.content) < 2_000_000

    def act() -> None:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert word in refused(file)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        assert grown < 100 * 1024, f"{grown // 1024} MB"

    assert run_in_child(act) == 0


def test_what_looks_like_merged_cells_by_the_hundred_thousand_takes_no_time() -> None:
    rows = FIRM + '<row r="2"><c r="A2" t="inlineStr"><is><t>大河厂</t></is></c></row>'
    file = repacked({SHEET: sheet(rows, "<!--" + "<mergeCell " * 100_000 + "-->")})
    start = thread_time()
    read(file)

    assert thread_time() - start < 3


def test_a_merged_cell_far_outside_of_a_table_is_none() -> None:
    rows = FIRM + '<row r="2"><c r="A2" t="inlineStr"><is><t>大河厂</t></is></c></row>'
    far = (
        '<mergeCells><mergeCell ref="ZZZZZZ1:ZZZZZZ2"/><mergeCell ref="A2:A99999999"/></mergeCells>'
    )

    assert outcomes(read(repacked({SHEET: sheet(rows, far)}))) == ["new"]
