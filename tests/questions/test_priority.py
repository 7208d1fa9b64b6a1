"""Scores taken apart: by hand, against fractions, and on the shipped district."""

import random
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from graph.analysis.criteria import GapMeasures, Values, held, saturated
from graph.analysis.families import Family
from graph.analysis.land import Foothold, ParkFit
from graph.analysis.priority import contributions, priorities
from graph.analysis.weights import (
    PRESETS,
    Weights,
    parse_weights,
    preset_weights,
    weighed,
    written,
)
from graph.answers.criteria import left_out, measures
from graph.errors import BadParameterError
from graph.model.vocabulary import CRITERIA, Criterion
from graph.model.vocabulary import PRESETS as PRESET_CODES
from graph.network.terms import Boundary, Terms
from tests.priority_page import PAGE, page
from tests.trade import district

PARK = ParkFit("north", None, (Foothold("north", "bikes", directions=("direction.north.bikes",)),))
FRAME = GapMeasures(
    need="production",
    held=2.0,
    urgency=1,
    standing="confirmed",
    sure=True,
    sort="component",
    chains=2,
    reach=5,
    near=(1, 2),
    parks=(PARK,),
    target=300.0,
)
"""Bikes wait for frames: what each criterion makes of that is worked out below."""


def value(criterion: Criterion, measures: GapMeasures) -> float | None:
    return measures.values[CRITERIA.index(criterion)]


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - no secret hangs on it


def some_values(rolls: random.Random, gaps: int) -> list[Values]:
    """Random values in quarters, every fifth unknown; need is always known."""
    return [
        (0.5, *(None if rolls.random() < 0.2 else rolls.randrange(5) / 4 for _ in CRITERIA[1:]))
        for _ in range(gaps)
    ]


def test_each_measure_becomes_the_number_that_its_criterion_says() -> None:
    found = {name: value(name, FRAME) for name in CRITERIA}

    assert found == pytest.approx(
        {
            "need": 1, "families": 1 / 2, "urgency": 2 / 3, "certainty": 1, "sort": 1,
            "chains": 1 / 2, "reach": 1 / 2, "near": 1 / 2, "park": 1, "land": None,
            "target": 3 / 4,
        }
    )  # fmt: skip


def test_what_holds_up_production_counts_before_what_only_a_plan_needs() -> None:
    needs = [replace(FRAME, need=each) for each in ("production", "plan", "market", "none")]

    assert [value("need", each) for each in needs] == pytest.approx([1, 2 / 3, 1 / 3, 0])


def test_a_family_counts_half_if_it_is_only_planned_and_half_if_unknown_things_may_help() -> None:
    bikes = Family(name=1, takers=(1,), products=frozenset({1}), here=True)
    trikes = Family(name=2, takers=(2,), products=frozenset({2}), here=False)

    assert [held([bikes], {1}), held([bikes], ()), held([trikes], {2}), held([trikes], ())] == [
        1, 1 / 2, 1 / 2, 1 / 4,
    ]  # fmt: skip
    assert held([bikes, trikes], {1, 2}) == 3 / 2


def test_a_question_is_less_certain_than_a_wish_and_that_than_a_confirmed_gap() -> None:
    sure = FRAME
    unsure = replace(FRAME, sure=False)
    wished, asked = (replace(unsure, standing=each) for each in ("wished", "to_settle"))

    found = [value("certainty", each) for each in (sure, unsure, wished, asked)]
    assert found == [1, 3 / 4, 1 / 2, 1 / 4]


def test_a_component_comes_before_a_material_and_that_before_a_raw_one() -> None:
    sorts = [replace(FRAME, sort=each) for each in ("component", "material", "raw_material")]

    assert [value("sort", each) for each in sorts] == [1, 1 / 2, 0]


def test_land_counts_where_it_is_stated_and_is_otherwise_unknown() -> None:
    with_land = replace(PARK, free_land_mu=500)
    full = replace(PARK, free_land_mu=0)
    beside = ParkFit("south", 900, (Foothold("south", "bikes", enterprises=("shop",)),))

    def land(*parks: ParkFit) -> tuple[float | None, float | None]:
        found = replace(FRAME, parks=parks)
        return value("park", found), value("land", found)

    assert land(PARK) == (1, None)
    assert land(with_land) == (1, 1 / 2)
    assert land(full) == (1, 0)
    assert land(beside) == (1 / 2, None)
    assert land() == (0, None)
    assert value("park", replace(FRAME, parks=None)) is None


def test_a_gap_without_chain_target_or_neighbours_has_no_value_for_them() -> None:
    bare = replace(FRAME, chains=0, target=None, near=None)

    assert [value(each, bare) for each in ("chains", "target", "near")] == [None] * 3


def test_the_weight_of_a_criterion_without_data_is_shared_out_in_proportion() -> None:
    """50, 30 and 20; without the last, 50 and 30 become 62.5 and 37.5."""
    weights = weighed({"need": 50, "families": 30, "urgency": 20})
    values: Values = (1.0, 0.5, None, *[0.0] * 8)

    need, families, urgency, *_ = contributions(values, weights)
    assert (need.weight, families.weight, urgency.weight) == (62.5, 37.5, 0)
    assert (urgency.given, urgency.value, urgency.points) == (20, None, 0)
    assert priorities({"gap": values}, weights)["gap"].score == 62.5 + 18.75


def test_a_gap_without_data_for_any_weighted_criterion_has_no_score() -> None:
    weights = weighed({"land": 1})

    assert priorities({"gap": FRAME.values}, weights) == {}


def test_equals_share_a_rank_and_the_next_one_comes_after_all_of_them() -> None:
    low, high = ((each, *[0.0] * 10) for each in (0.25, 0.75))
    found = priorities({"a": low, "b": high, "c": high}, preset_weights("fill"))

    assert {id_: (each.rank, each.ties) for id_, each in found.items()} == {
        "b": (1, 2), "c": (1, 2), "a": (3, 1),
    }  # fmt: skip


@pytest.mark.parametrize("trial", range(20))
def test_contributions_sum_to_the_score_and_the_score_is_the_weighted_mean(trial: int) -> None:
    rolls = dice(trial)
    weights: Weights = weighed({each: rolls.randrange(1, 50) for each in CRITERIA})
    values = {str(each): found for each, found in enumerate(some_values(rolls, 30))}

    for id_, scored in priorities(values, weights).items():
        pairs = [
            (Fraction(w), Fraction(v))
            for w, v in zip(weights, values[id_], strict=True)
            if v is not None
        ]
        exact = 100 * sum(w * v for w, v in pairs) / sum(w for w, _ in pairs)
        assert scored.score == pytest.approx(float(exact), abs=1e-9)
        assert sum(each.points for each in scored.contributions) == pytest.approx(
            scored.score, abs=1e-9
        )
        assert sum(each.weight for each in scored.contributions) == pytest.approx(100, abs=1e-9)
        assert all(each.weight * (each.value or 0) == each.points for each in scored.contributions)


def test_what_depends_on_one_gap_alone_stays_when_others_come_and_go() -> None:
    values = {str(n): each for n, each in enumerate(some_values(dice(7), 12))}
    every = priorities(values, preset_weights("fill"))
    alone = priorities({"3": values["3"]}, preset_weights("fill"))

    assert alone["3"].contributions == every["3"].contributions


def test_more_is_never_worse() -> None:
    assert all(
        saturated(less, 5) < saturated(more, 5) for less, more in pairwise((0, 1, 2, 50, 1000))
    )


def test_presets_weigh_every_criterion_and_differ() -> None:
    assert set(PRESETS) == set(PRESET_CODES)
    assert all(
        sum(each.values()) == 100 and each.keys() == {*CRITERIA} for each in PRESETS.values()
    )
    assert len({preset_weights(each) for each in PRESETS}) == 3


def test_weights_that_are_not_written_stay_as_in_the_preset() -> None:
    found = parse_weights("need:0, chains:25", "fill")

    assert found == weighed({**PRESETS["fill"], "need": 0, "chains": 25})


def test_weights_are_read_as_they_were_written() -> None:
    weights: dict[Criterion, float] = {each: n + 0.125 for n, each in enumerate(CRITERIA)}

    assert parse_weights(written(weights), "fill") == weighed(weights)


@pytest.mark.parametrize(
    "text",
    [
        "need:-1",
        "need:nan",
        "need:inf",
        "need:",
        "need",
        "need:1e3",
        "price:3",
        "need:9999999",
        ",",
    ],
)
def test_weights_that_are_none_are_refused_by_name(text: str) -> None:
    with pytest.raises(BadParameterError, match="weights"):
        parse_weights(text, "fill")


def test_weights_that_are_all_zero_are_refused() -> None:
    with pytest.raises(BadParameterError, match="weights"):
        parse_weights(",".join(f"{each}:0" for each in CRITERIA), "fill")


@pytest.mark.parametrize("boundary", [Boundary(), Boundary(traded=False)])
def test_electricity_testing_and_what_anyone_buys_are_never_to_be_attracted(
    boundary: Boundary,
) -> None:
    ws, terms = district(), Terms(boundary=boundary, inputs=("material", "energy", "service"))
    ranked = {ws.gap_rows(terms)[each].segment for each in measures(ws, terms)}
    segments = [ws.facts.segments[each or ""] for each in ranked]

    assert ranked
    assert [each.name for each in segments if each.traded or each.sort == "service"] == []


def test_every_row_is_ranked_or_says_why_not() -> None:
    ws, terms = district(), Terms()
    rows = {task.id for task in ws.tasks(terms).values()}
    ranked = measures(ws, terms).keys()
    silent = [each for each in rows - ranked if left_out(ws, ws.gap_rows(terms)[each]) is None]

    assert ranked <= rows
    assert silent == []


def test_the_shipped_list_discriminates_and_components_come_before_raw_commodities() -> None:
    ws, terms = district(), Terms()
    values = {id_: each.values for id_, each in measures(ws, terms).items()}

    for preset in PRESETS:
        found = priorities(values, preset_weights(preset))
        first = [ws.facts.segments[ws.gap_rows(terms)[each].segment or ""] for each in found][:10]
        assert len({round(each.score, 6) for each in found.values()}) > len(found) / 3
        assert "raw_material" not in {each.sort for each in first}
        assert first[0].sort == "component"


def test_the_page_of_the_first_ten_is_what_the_program_answers_now() -> None:
    assert PAGE.read_text("utf-8") == page()
