"""Further headers and templates, as files that people keep."""

from pathlib import Path

import pytest

from api.imports.saved import SavedChoices
from graph.errors import BadParameterError, LiantuError, TableRefusedError, UnknownNameError
from graph.exchange.read.headers import TableChoices
from graph.exchange.read.layout import ColumnSplit, MarkMatrix, SheetLayout
from graph.exchange.read.saved import synonyms_in, template_in, written_template
from tests.imports.tables import csv_file, outcomes, read

CHOICES = TableChoices(
    "enterprises",
    {"干什么的": "产品", "名单.xlsx#甲:备注": "", "b.csv:说明": "依据"},
    {"状态:绿灯": "在产"},
    {
        "名单.xlsx#乙": SheetLayout(header=3, fill_down=("企业",), sheet_name="链/环节"),
        "": SheetLayout(
            kind="makes",
            join={"产品": ("甲", "乙")},
            split={"丙": ColumnSplit(sign="/", into=("状态", "依据"))},
            matrix=MarkMatrix(field="产品", columns=("链条",)),
        ),
    },
)


def test_a_template_comes_back_as_it_was_said_and_its_sheets_count_for_any_workbook() -> None:
    found = template_in(written_template(CHOICES), "x.yaml").choices

    assert found.kind == "enterprises"
    assert found.columns == {"干什么的": "产品", "#甲:备注": "", "b.csv:说明": "依据"}
    assert found.values == CHOICES.values
    assert found.layouts == {
        "#乙": CHOICES.layouts["名单.xlsx#乙"],
        "": CHOICES.layouts[""],
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("colums: {}", "columns"),
        ("columns: {甲: 品名}", "产品"),
        ("kind: firms", "enterprises"),
        ("layouts: {'': {header: 99}}", "30"),
        ("values: {'状态:绿灯': 绿}", "在产"),
        ("layouts: {'': {filldown: [厂]}}", "fill_down"),
        ("layouts: {a.csv: {split: {产品: {sign: /, in: [产品, 状态]}}}}", "into"),
        ("layouts: {'': {matrix: {field: 产品, column: [链条]}}}", "columns"),
        ("a: [", "YAML"),
        ("a: &x 1\nb: *x", "锚点"),
        ("- 1", "x.yaml"),
    ],
)
def test_what_a_template_does_not_know_is_refused_with_what_it_does(text: str, named: str) -> None:
    with pytest.raises(LiantuError) as caught:
        template_in(text, "x.yaml")

    assert named in str(caught.value)


def test_headers_of_users_are_known() -> None:
    synonyms = synonyms_in("all: {企业: [上榜主体]}\nmakes: {环节: [拳头货]}", "headers.yaml")
    table = csv_file("上榜主体,拳头货", "大河厂,链条")

    found = read(table, wanted=TableChoices(synonyms=synonyms))

    assert outcomes(found) == ["new"]
    assert [each.heading.table.kind for each in found.tables] == ["makes"]


@pytest.mark.parametrize(
    ("text", "error", "named"),
    [
        ("firms: {企业: [甲]}", BadParameterError, "enterprises"),
        ("makes: {品名: [甲]}", BadParameterError, "环节"),
        ("all: {品名: [甲]}", BadParameterError, "环节"),
        ("makes: {环节: [企业名称]}", TableRefusedError, "已是企业的表头"),
        ("makes: {环节: 甲}", BadParameterError, "环节"),
    ],
)
def test_a_header_of_two_fields_and_an_unknown_field_are_refused(
    text: str, error: type[LiantuError], named: str
) -> None:
    with pytest.raises(error, match=named):
        synonyms_in(text, "headers.yaml")


def test_a_header_that_users_gave_to_two_fields_is_refused() -> None:
    with pytest.raises(TableRefusedError, match="主体"):
        synonyms_in("enterprises: {企业: [主体], 产品: [主体]}", "headers.yaml")


def test_templates_are_kept_by_name_in_a_folder(tmp_path: Path) -> None:
    saved = SavedChoices(tmp_path)

    saved.keep("经信委名录", CHOICES)
    (tmp_path / "headers.yaml").write_text("makes: {环节: [拳头货]}", "utf-8")

    assert saved.names == ("经信委名录",)
    assert saved.template("经信委名录").kind == "enterprises"
    assert saved.extended(TableChoices()).synonyms == {"makes": {"product": ("拳头货",)}}
    with pytest.raises(UnknownNameError):
        saved.template("../经信委名录")


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".x", "a\\b", "长" * 61, "a\n", "a:b"])
def test_a_name_that_is_a_path_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadParameterError):
        SavedChoices(tmp_path).keep(name, CHOICES)
    with pytest.raises(BadParameterError):
        SavedChoices(None).keep("x", CHOICES)
