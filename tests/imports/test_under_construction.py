"""A list with one firm that is being built: it may leave a question open, it confirms nothing."""

import pytest

from graph.answers import gaps
from graph.answers.workspace import Workspace, workspace
from graph.exchange.report.effects import facts_with
from graph.network.terms import Terms
from tests.imports.tables import csv_file, outcomes, read
from tests.trade import district


def standings(ws: Workspace) -> dict[str, str]:
    """Every gap of the district with its standing."""
    return {each.id: each.standing for each in gaps(ws, Terms(), "zh", rows="gaps").items}


def confirmed(ws: Workspace) -> set[str]:
    return {id_ for id_, standing in standings(ws).items() if standing == "confirmed"}


def with_one_built(product: str) -> Workspace:
    file = csv_file("企业名称,状态,主要产品,数据截至", f"新来示例厂,在建,{product},2026-11-25")
    found = read(file, of=district().facts)
    assert outcomes(found) == ["new"]
    return workspace(facts_with(district().facts, found.records))


@pytest.mark.parametrize("product", ["动力电池系统", "轮毂电机", "水玻璃", "车身控制器"])
def test_of_what_is_a_question_it_changes_no_standing(product: str) -> None:
    """Each is asked about, by itself or as an alternative to what the plan wants to bring in."""
    assert standings(with_one_built(product)) == standings(district())


@pytest.mark.parametrize(
    "product", ["摩托车车架", "电机控制器", "新能源摩托车", "曳引机", "汽车座椅"]
)
def test_whatever_one_firm_builds_nothing_new_is_confirmed(product: str) -> None:
    assert confirmed(with_one_built(product)) <= confirmed(district())


def test_what_was_to_be_brought_in_and_is_being_built_is_to_settle() -> None:
    ids = ("moto_frame_introduction", "moto_plastic_introduction")

    found = standings(with_one_built("摩托车车架"))

    assert [found[each] for each in ids] == ["to_settle", "confirmed"]
