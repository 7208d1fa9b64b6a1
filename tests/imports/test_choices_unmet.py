"""What is said of a name that no file has is an error that names near ones."""

from dataclasses import replace

import pytest

from graph.errors import BadParameterError
from graph.exchange.read.choices import TableChoices
from tests.imports.tables import csv_file, outcomes, read, workbook
from tests.imports.test_register_lists import CHOICES, taken

TABLE = csv_file("企业名称,主要产品,备注", "飞轮车业二厂,皮袋、链条,见附件", "大河厂,链条,")


def said(**names: str) -> str:
    with pytest.raises(BadParameterError) as caught:
        read(TABLE, names=names)
    return caught.value.text("zh")


def test_a_choice_for_a_name_that_is_mistyped_is_refused_with_the_near_ones() -> None:
    why = said(飞轮车业三厂="new")

    assert why == "参数 choose 不能是“飞轮车业三厂”；可用：飞轮车业二厂"


def test_a_choice_for_a_name_that_nothing_comes_near_is_refused_too() -> None:
    assert "“远山玻璃”；可用：文件中出现的名称" in said(远山玻璃="skip")


@pytest.mark.parametrize(
    "names",
    [
        {"飞轮车业二厂": "new", "皮袋": "skip"},
        {"飞轮车业 二厂": "new", "皮袋": "skip"},  # as names are compared
        {"飞轮车业二厂": "new", "皮袋": "skip", "见附件": "skip"},  # there, and not asked about
    ],
)
def test_a_choice_for_what_stands_in_the_files_is_none(names: dict[str, str]) -> None:
    assert outcomes(read(TABLE, names=names)) == ["new", "new"]


def test_what_was_said_of_a_column_that_is_no_longer_used_is_none() -> None:
    wanted = TableChoices(columns={"主要产品": ""})

    found = read(TABLE, wanted=wanted, names={"飞轮车业二厂": "new", "皮袋": "skip"})

    assert outcomes(found) == ["new", "new"]


def test_it_may_stand_in_any_of_the_files() -> None:
    other = workbook(["企业名称"], ["小溪机械厂"], name="乙.xlsx")

    found = read(TABLE, other, names={"小溪机械厂": "new", "飞轮车业二厂": "new", "皮袋": "skip"})

    assert outcomes(found) == ["new", "new", "new"]


def test_a_register_refuses_it_likewise() -> None:
    table = csv_file("单位名称,园区", "大河链条厂,天外园区")

    with pytest.raises(BadParameterError) as caught:
        taken(table, choices=replace(CHOICES, names={"天外圆区": "skip"}))
    left = taken(table, choices=replace(CHOICES, names={"天外园区": "skip"}))

    assert caught.value.text("zh") == "参数 choose 不能是“天外圆区”；可用：天外园区"
    assert len(left.snapshot.rows) == 1
