"""What the trade says of products, written before the first run, held against the answers."""

from collections.abc import Iterator

import pytest

from tests.trade import (
    FOLDER,
    Trade,
    answer,
    direct,
    goes_without,
    groups_upstream,
    may_go_in,
    needed,
    number,
    numbers,
    trades,
    used_upstream,
)


def claims(field: str) -> list[object]:
    """Each name that a file lists under one heading, with what it says as the id of the test."""
    return [
        pytest.param(trade.product, name, id=f"{stem}: {_shown(name)}")
        for stem, trade in trades().items()
        for name in getattr(trade, field)
    ]


def _shown(name: str | tuple[str, ...]) -> str:
    return name if isinstance(name, str) else " / ".join(name)


def test_the_trade_was_asked_about_many_products() -> None:
    assert len(list(FOLDER.iterdir())) == len(trades()) >= 38


@pytest.mark.parametrize("stem", trades())
def test_every_name_is_one_that_a_user_may_type(stem: str) -> None:
    trade = trades()[stem]
    names = {trade.product, *_names(trade)}

    assert len(numbers(names)) > 1


@pytest.mark.parametrize(("product", "name"), claims("inputs"))
def test_an_input_of_the_trade_lies_upstream(product: str, name: str) -> None:
    assert number(name) in needed(product)


@pytest.mark.parametrize(("product", "name"), claims("required"))
def test_it_cannot_be_made_without(product: str, name: str) -> None:
    assert not goes_without(product, name)


@pytest.mark.parametrize(("product", "name"), claims("optional"))
def test_what_only_some_types_use_is_an_input_and_not_essential(product: str, name: str) -> None:
    assert number(name) in may_go_in(product) - needed(product)


@pytest.mark.parametrize(("product", "name"), claims("not_required"))
def test_it_can_be_made_without(product: str, name: str) -> None:
    assert goes_without(product, name)


@pytest.mark.parametrize(("product", "name"), claims("not_inputs"))
def test_what_does_not_belong_is_nowhere_upstream(product: str, name: str) -> None:
    assert number(name) not in needed(product)


@pytest.mark.parametrize(("product", "name"), claims("not_direct"))
def test_what_does_not_go_in_is_no_input_of_its_own(product: str, name: str) -> None:
    assert number(name) not in direct(product)


@pytest.mark.parametrize(("product", "names"), claims("alternatives"))
def test_what_replaces_one_another_stands_in_one_group(
    product: str, names: tuple[str, ...]
) -> None:
    wanted = numbers(names)

    assert any(wanted <= group for group in groups_upstream(product))


@pytest.mark.parametrize(("product", "name"), claims("equipment"))
def test_what_it_is_made_with_is_capital_upstream(product: str, name: str) -> None:
    assert any(number(name) in group for group in used_upstream(product, "capital"))


@pytest.mark.parametrize(("product", "name"), claims("energy"))
def test_what_it_burns_is_energy_upstream(product: str, name: str) -> None:
    assert any(number(name) in group for group in used_upstream(product, "energy"))


@pytest.mark.parametrize(("product", "name"), claims("service"))
def test_what_is_done_for_it_is_a_service_upstream(product: str, name: str) -> None:
    assert any(number(name) in group for group in used_upstream(product, "service"))


@pytest.mark.parametrize(("product", "names"), claims("equipment_alternatives"))
def test_equipment_that_replaces_one_another_stands_in_one_group(
    product: str, names: tuple[str, ...]
) -> None:
    wanted = numbers(names)

    assert any(wanted <= group for group in used_upstream(product, "capital"))


@pytest.mark.parametrize(("product", "name"), claims("missing"))
def test_what_is_not_here_and_not_on_the_market_is_missing(product: str, name: str) -> None:
    near = {number(each.segment.id) for each in answer(product).missing if not each.behind}

    assert number(name) in near


@pytest.mark.parametrize(("product", "name"), claims("not_missing"))
def test_what_is_bought_or_here_is_not_missing(product: str, name: str) -> None:
    listed = {number(each.segment.id) for each in answer(product).missing}

    assert number(name) not in listed


@pytest.mark.parametrize("stem", [stem for stem, each in trades().items() if each.nothing_missing])
def test_nothing_is_missing_where_all_is_bought_or_here(stem: str) -> None:
    assert answer(trades()[stem].product).missing == ()


def _names(trade: Trade) -> Iterator[str]:
    """Every name in a file but its product and its sources."""
    for field, value in trade:
        if field in {"product", "source", "nothing_missing"}:
            continue
        for each in value:
            yield from (each,) if isinstance(each, str) else each
