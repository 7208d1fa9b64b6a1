"""Several lists in one sheet: each is read, or what is not read is named."""

import pytest

from graph.model import Enterprise, Makes
from tests.imports.tables import Cell, outcomes, read, workbook

UPPER: list[list[Cell]] = [["企业名称", "主要产品"], ["大河厂", "链条"], ["小溪厂", "同步带"]]
LOWER: list[list[Cell]] = [
    ["企业名称", "主要产品", "产业链", "状态"],
    ["远山厂", "自行车", "自行车产业", "在产"],
]
BLANK: list[list[Cell]] = [[None]]
TITLE: list[list[Cell]] = [["二、其他企业"]]


@pytest.mark.parametrize("between", [BLANK, TITLE, [], BLANK * 40])
@pytest.mark.parametrize("lists", [(UPPER, LOWER), (LOWER, UPPER), (UPPER, UPPER[:1] + LOWER[1:])])
def test_lists_below_one_another_are_all_read(
    between: list[list[Cell]], lists: tuple[list[list[Cell]], list[list[Cell]]]
) -> None:
    found = read(workbook(*lists[0], *between, *lists[1]))

    names = {each.name for each in found.records if isinstance(each, Enterprise)}
    made = {each.segment for each in found.records if isinstance(each, Makes)}
    assert names == {"大河厂", "小溪厂", "远山厂"}
    assert made == {"drive_chain", "belt", "bike"}
    assert [each.rows for each in found.tables] == [len(each) - 1 for each in lists]
    assert outcomes(found) == ["new", "new", "new"]


def test_a_list_of_products_below_a_list_of_supplies_is_read_as_what_it_is() -> None:
    supplies: list[list[Cell]] = [["供方企业", "需方企业", "环节"], ["甲", "飞轮车业", "链条"]]

    found = read(workbook(*UPPER, *BLANK, *supplies))

    assert [each.heading.table.kind for each in found.tables] == ["makes", "supplies"]
    assert outcomes(found) == ["new", "new", "rejected"]


def test_lists_side_by_side_are_named_as_unread() -> None:
    found = read(
        workbook([*UPPER[0], None, *UPPER[0]], ["大河厂", "链条", None, "小溪厂", "同步带"])
    )

    assert found.tables[0].heading.unknown == ("企业名称", "主要产品")
