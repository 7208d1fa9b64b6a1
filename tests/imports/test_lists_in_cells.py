"""Lists inside cells, mapped columns, ruined codes, pages by another name."""

import pytest

from graph.errors import BadParameterError, TableRefusedError
from graph.exchange.read.files import TableFile
from graph.exchange.read.headers import TableChoices
from graph.model import Enterprise, Makes
from tests.imports.tables import Cell, csv_file, outcomes, read, read_as, workbook

LISTS = [
    "链条、同步带等", "链条/同步带", "1.链条 2.同步带", "1、链条；2、同步带", "①链条②同步带",
    "（1）链条（2）同步带", "链条与同步带", "链条和同步带等产品", "链条 同步带", "链条，同步带。等",
]  # fmt: skip


@pytest.mark.parametrize("text", LISTS[:-1])
def test_a_list_in_a_cell_is_read_however_it_is_written(text: str) -> None:
    found = read(workbook(["企业名称", "主要产品"], ["大河厂", text]))

    made = [each.segment for each in found.records if isinstance(each, Makes)]
    assert sorted(made) == ["belt", "drive_chain"]


@pytest.mark.parametrize("code", [9.1500117e17, "9.15001E+17", "9.15E17", "915001170000000000"])
def test_a_code_that_a_spreadsheet_ruined_is_told_and_left_out(code: Cell) -> None:
    found = read(workbook(["企业名称", "统一社会信用代码", "产品"], ["大河厂", code, "链条"]))

    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    assert (outcomes(found), firm.credit_code) == (["new"], None)
    ((_, row, told),) = found.known.left_out
    assert (row, told.column, told.code) == (2, "统一社会信用代码", "left_out")


@pytest.mark.parametrize("page", ["<html><body>", "<!DOCTYPE html>", "\ufeff \n<TABLE>"])
def test_a_web_page_by_another_name_is_told_as_such(page: str) -> None:
    with pytest.raises(TableRefusedError, match="网页"):
        read(TableFile("a.xls", f"{page}<tr><td>企业名称</td></tr>".encode()))


@pytest.mark.parametrize(
    ("column", "field"), [("登记状态", "运行状态"), ("登记状态", "no"), ("没有的列", "状态")]
)
def test_a_mapping_to_no_field_or_of_no_column_is_an_error(column: str, field: str) -> None:
    with pytest.raises(BadParameterError):
        read_as("enterprises", csv_file("企业名称,登记状态", "大河厂,存续"), **{column: field})


def test_a_column_is_mapped_for_one_file_apart() -> None:
    one = csv_file("企业名称,甲", "大河厂,链条", name="a.csv")
    other = csv_file("企业名称,甲", "小溪厂,走访", name="b.csv")

    found = read(one, other, wanted=TableChoices(None, {"a.csv:甲": "产品", "b.csv:甲": "依据"}))

    assert [each.segment for each in found.records if isinstance(each, Makes)] == ["drive_chain"]
    notes = {e.name: e.evidence[0].note for e in found.records if isinstance(e, Enterprise)}
    assert notes == {"大河厂": None, "小溪厂": "走访"}


def test_an_open_document_is_told_as_such() -> None:
    start = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"

    with pytest.raises(TableRefusedError, match="ODS"):
        read(TableFile("a.ods", start))
