"""Minimal sets against trying every subset."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.minimal_sets import minimal_sets, smallest_sets

Clauses = list[frozenset[int]]

groups = st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=4), max_size=6)


def _minimal(recipes: Clauses, needs: Clauses) -> list[tuple[int, ...]]:
    every = (set(each) for size in range(8) for each in combinations(range(7), size))
    holding = [chosen for chosen in every if _holds(recipes, needs, chosen)]
    minimal = [each for each in holding if not any(other < each for other in holding)]
    return sorted((tuple(sorted(each)) for each in minimal), key=lambda each: (len(each), each))


def _holds(recipes: Clauses, needs: Clauses, chosen: set[int] | frozenset[int]) -> bool:
    """Any recipe that is there whole, and one member of every need: monotone, as readiness is."""
    whole = any(recipe <= chosen for recipe in recipes) or not recipes
    return whole and all(need & chosen for need in needs)


@given(recipes=groups, needs=groups)
@settings(max_examples=300, deadline=None)
def test_the_minimal_sets_are_those_found_by_trying_every_subset(
    recipes: Clauses, needs: Clauses
) -> None:
    found = minimal_sets(lambda chosen: _holds(recipes, needs, chosen), range(7), limit=1000)
    expected = _minimal(recipes, needs)

    assert list(found.sets) == expected
    assert set(found.must) == set.intersection(*map(set, expected))
    assert (found.possible, found.truncated, found.proven) == (True, False, True)


@given(recipes=groups, needs=groups, limit=st.integers(1, 4))
@settings(max_examples=200, deadline=None)
def test_with_a_limit_the_smallest_come_first_and_the_cut_is_said(
    recipes: Clauses, needs: Clauses, limit: int
) -> None:
    found = minimal_sets(lambda chosen: _holds(recipes, needs, chosen), range(7), limit=limit)
    expected = _minimal(recipes, needs)

    assert set(found.sets) <= set(expected)
    assert [len(each) for each in found.sets] == [len(each) for each in expected[:limit]]
    assert found.truncated == (len(expected) > limit)


@given(recipes=groups, needs=groups)
@settings(max_examples=200, deadline=None)
def test_the_smallest_sets_are_those_of_the_minimal_ones_that_none_is_smaller_than(
    recipes: Clauses, needs: Clauses
) -> None:
    found = smallest_sets(lambda chosen: _holds(recipes, needs, chosen), range(7), limit=1000)
    expected = _minimal(recipes, needs)

    assert list(found.sets) == [each for each in expected if len(each) == len(expected[0])]
    assert set(found.must) == set.intersection(*map(set, expected))


@given(recipes=groups, needs=groups, budget=st.integers(1, 30))
@settings(max_examples=200, deadline=None)
def test_a_spent_budget_never_claims_more_than_was_found(
    recipes: Clauses, needs: Clauses, budget: int
) -> None:
    found = minimal_sets(lambda chosen: _holds(recipes, needs, chosen), range(7), budget=budget)
    expected = _minimal(recipes, needs)

    assert set(found.sets) <= set(expected)
    assert found.truncated or list(found.sets) == expected
    if found.sets and found.proven:
        assert len(found.sets[0]) == len(expected[0])


def test_where_not_even_everything_suffices_nothing_is_possible() -> None:
    found = minimal_sets(lambda _: False, [1, 2])

    assert (found.possible, found.sets, found.must) == (False, (), ())


def test_a_condition_that_holds_already_needs_the_empty_set() -> None:
    assert minimal_sets(lambda _: True, [1, 2]).sets == ((),)


@given(recipes=groups, needs=groups, trials=st.integers(0, 30))
@settings(max_examples=100, deadline=None)
def test_a_search_that_is_late_says_so_and_claims_no_more_than_it_found(
    recipes: Clauses, needs: Clauses, trials: int
) -> None:
    left = iter(range(trials))
    found = minimal_sets(
        lambda chosen: _holds(recipes, needs, chosen),
        range(7),
        late=lambda: next(left, None) is None,
    )
    expected = _minimal(recipes, needs)

    assert set(found.sets) <= set(expected) or not found.proven
    assert list(found.sets) == expected or (found.late and found.truncated)
