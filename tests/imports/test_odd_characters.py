"""What nobody sees in a text does not come in, and the report says so; what is endless neither."""

import pytest

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.files import TableFile
from graph.exchange.report.outcome import ImportOutcome
from graph.model import Enterprise
from tests.imports.tables import csv_file, outcomes, read, workbook, written

BACKWARDS, ESCAPE, C1 = "\u202e", "\x1b[31m", "\x9b"


def left_out(found: ImportOutcome) -> list[tuple[int, str, str]]:
    return [(row, fault.column, fault.why.text("zh")) for _, row, fault in found.known.left_out]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_control_characters_are_taken_out_and_the_row_is_told(kind: str) -> None:
    name = f"大河{BACKWARDS}链条{C1}厂"
    rows = (["企业", "产品"], [name, "链条"], ["小溪厂", "链条"])
    file = workbook(*rows) if kind == "xlsx" else csv_file(*(",".join(row) for row in rows))
    found = read(file)

    firms = [each.name for each in written(found).values() if isinstance(each, Enterprise)]
    assert sorted(firms) == ["大河链条厂", "小溪厂"]
    assert left_out(found) == [(2, "企业", "其中看不见的控制字符已去除，其余照读")]


def test_line_ends_of_every_kind_in_a_cell_are_none_of_them() -> None:
    found = read(csv_file("企业,产品", '大河厂,"链条\x0b同步带"'))

    assert outcomes(found) == ["new"]
    assert left_out(found) == []


def test_a_name_of_thousands_of_characters_is_no_name() -> None:
    found = read(csv_file("企业,产品", "厂" * 201 + ",链条", "厂" * 200 + ",链条"))

    assert outcomes(found) == ["rejected", "new"]
    fault = found.lines[0].faults[0]
    assert (fault.column, fault.value) == ("企业", "厂" * 60)
    assert fault.why.text("zh") == "名称超过 200 个字"


@pytest.mark.parametrize(
    "content",
    [
        b"," * 5_000_000,
        "企业,产品\n".encode() + b"," * 5_000_000,
        "企业,产品\n".encode() + b'a,"\n",' * 500_000,
    ],
)
def test_a_row_without_an_end_is_refused_before_it_is_taken_apart(content: bytes) -> None:
    with pytest.raises(TableRefusedError, match="有一行超过 1000000 个字符"):
        read(TableFile("x.csv", content))


def test_millions_of_empty_lines_are_refused_before_they_are_read() -> None:
    with pytest.raises(TableRefusedError, match="行，请拆分"):
        read(TableFile("x.csv", "企业,产品\n".encode() + b"\n" * (2 * limits.LINES)))
