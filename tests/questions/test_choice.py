"""Which k: what a choice brings, the best one under limits, and what stands beside it."""

from fractions import Fraction

import pytest

from graph.analysis.choice_conflicts import ChoiceConflict
from graph.model import AnyRecord
from tests.questions.asking import ask
from tests.questions.choosing import Choosable, told
from tests.support import by_product, claim, group, kind, maker, segment

FIVE: tuple[AnyRecord, ...] = (
    *map(segment, ("bicycle", "e_bike", "frame", "motor", "magnet")),
    group("bicycle", "frame"),
    group("e_bike", "frame"),
    group("e_bike", "motor"),
    group("motor", "magnet"),
    *maker("acme", "bicycle"),
    claim("e_bike", "sought"),
    *(claim(each, "absent") for each in ("frame", "motor", "magnet")),
)
"""A bicycle is made here; an electric one is sought, and takes a motor, which takes a magnet."""


def five() -> Choosable:
    return Choosable(ask(*FIVE), ("frame", "motor", "magnet"))


def test_a_frame_serves_the_bicycle_and_half_of_what_the_sought_one_takes() -> None:
    assert five().worth("frame") == (1 + Fraction(1, 2) / 2, 1)


def test_a_motor_without_its_magnet_makes_nothing_readier() -> None:
    assert five().worth("motor") == (0, 0)
    assert five().worth("frame", "motor", "magnet") == (1 + Fraction(1, 2), 2)


def test_what_brings_nothing_is_not_chosen() -> None:
    found = five().choose(five().wishes(2))

    assert five().chosen(found.certain) == {"frame"}
    assert found.certain.optimum.proven


def test_greed_misses_what_only_two_bring_together() -> None:
    found = five().choose(five().wishes(3))

    assert five().chosen(found.certain) == {"frame", "motor", "magnet"}
    assert five().asked.ids(found.greedy) == {"frame"}
    assert told(found.certain.optimum.worth) == (Fraction(3, 2), 2)
    assert told(found.greedy_worth) == (Fraction(5, 4), 1)


def test_the_second_best_lacks_one_of_those_chosen() -> None:
    found = five().choose(five().wishes(3)).second

    assert found is not None
    assert told(found.worth) == (Fraction(5, 4), 1)


def test_forcing_tells_what_it_takes() -> None:
    found = five().choose(five().wishes(1, force=["motor"]))

    assert five().chosen(found.certain) == {"motor"}
    costs = {five().asked.network.ids[each]: told(cost) for each, cost in found.forced_cost.items()}
    assert costs == {"motor": (Fraction(5, 4), 1)}
    assert found.second is None


def test_a_forbidden_one_is_not_chosen() -> None:
    found = five().choose(five().wishes(3, forbid=["magnet"]))

    assert five().chosen(found.certain) == {"frame"}


def test_products_that_gain_are_told_with_their_groups() -> None:
    found = five().choose(five().wishes(1)).certain.unlocked

    assert [
        (five().asked.network.ids[u.product], u.before, u.after, u.needed, u.completed)
        for u in found
    ] == [("bicycle", 0, 1, 1, True), ("e_bike", 0, 1, 2, False)]


def test_two_that_take_one_another_sustain_one_another_once_both_are_here() -> None:
    both = Choosable(ask(*FIVE, group("magnet", "motor")), ("motor", "magnet"))

    assert both.worth("motor") == (0, 0)
    assert both.worth("motor", "magnet") == (Fraction(1, 4), 0)


def test_by_products_of_one_another_bring_nothing_by_themselves() -> None:
    rounds = Choosable(
        ask(
            *map(segment, ("brick", "ash", "steam", "boiler")),
            group("brick", "ash"),
            by_product("ash", "steam"),
            by_product("steam", "ash"),
            by_product("boiler", "steam"),
            *maker("acme", "brick"),
            *(claim(each, "absent") for each in ("ash", "steam", "boiler")),
        ),
        ("boiler",),
    )

    assert rounds.worth() == (0, 0)
    assert rounds.worth("boiler") == (1, 1)


def test_to_attract_a_kind_of_a_product_is_not_to_complete_it() -> None:
    vehicles = Choosable(
        ask(
            *map(segment, ("cart", "hand_cart", "wheel")),
            kind("hand_cart", "cart"),
            group("cart", "wheel"),
            group("hand_cart", "wheel", input="energy"),
            *maker("acme", "cart"),
            claim("hand_cart", "absent"),
            claim("wheel", "absent"),
        ),
        ("hand_cart", "wheel"),
    )

    assert vehicles.worth("hand_cart") == (0, 0)
    assert vehicles.worth("wheel") == (1, 1)


def test_the_possible_world_does_not_pay_for_what_may_be_here() -> None:
    unsure = Choosable(
        ask(
            *map(segment, ("bike", "frame", "saddle")),
            group("bike", "frame"),
            group("bike", "saddle"),
            *maker("acme", "bike"),
            claim("saddle", "absent"),
        ),
        ("frame", "saddle"),
    )
    found = unsure.choose(unsure.wishes(2))

    assert unsure.chosen(found.certain) == {"frame", "saddle"}
    assert unsure.chosen(found.possible) == {"saddle"}
    assert unsure.asked.ids(found.both) == {"saddle"}


def test_an_alternative_to_an_in_house_stage_serves_what_the_stage_lacks() -> None:
    glass = Choosable(
        ask(
            *map(segment, ("bottle", "tube", "sand", "soda")),
            segment("melt", captive=True),
            group("bottle", "melt", "tube"),
            group("melt", "sand"),
            group("melt", "soda"),
            *maker("acme", "bottle"),
            *(claim(each, "absent") for each in ("tube", "sand", "soda")),
        ),
        ("tube", "sand", "soda"),
    )

    assert glass.worth("sand") == (Fraction(1, 2), 0)
    assert glass.worth("tube") == (1, 1)
    assert glass.worth("sand", "soda") == (1, 1)


# Limits

PAIR: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "frame", "saddle", "bell")),
    *(group("bike", each) for each in ("frame", "saddle", "bell")),
    *maker("acme", "bike"),
    *(claim(each, "absent") for each in ("frame", "saddle", "bell")),
)


def pair() -> Choosable:
    return Choosable(ask(*PAIR), ("frame", "saddle", "bell"))


def test_what_needs_land_stands_in_one_park_that_has_it() -> None:
    land = {"frame": 30.0, "saddle": 30.0, "bell": 30.0}
    found = pair().choose(pair().wishes(3, parks={"east": 40, "west": 50}, land=land))

    assert len(found.certain.chosen) == 2
    assert sorted(found.certain.optimum.parks.values()) == ["east", "west"]


def test_what_fits_one_park_alone_finds_no_room_in_another() -> None:
    wishes = pair().wishes(
        3, parks={"east": 90, "west": 20}, land={"bell": 30}, fits={"bell": "west"}
    )

    assert pair().chosen(pair().choose(wishes).certain) == {"frame", "saddle"}


def test_a_budget_bounds_the_costs() -> None:
    found = pair().choose(pair().wishes(3, budget=10, costs={"frame": 8, "saddle": 8, "bell": 2}))

    assert "bell" in pair().chosen(found.certain)
    assert len(found.certain.chosen) == 2


def test_without_time_the_bound_is_told_and_greed_stands_in() -> None:
    found = five().choose(five().wishes(3), seconds=0.0).certain.optimum

    assert not found.proven
    assert found.bound >= float(found.worth.gain)


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({"k": 1, "force": ["frame"], "forbid": ["frame"]}, ("force_forbid", {"frame"}, 0)),
        ({"k": 1, "force": ["frame", "bell"]}, ("k", {"frame", "bell"}, 2)),
        (
            {"k": 2, "force": ["frame", "bell"], "budget": 5, "costs": {"frame": 4, "bell": 3}},
            ("budget", {"frame", "bell"}, 7),
        ),
        (
            {"k": 2, "force": ["frame"], "parks": {"east": 20, "west": 5}, "land": {"frame": 30}},
            ("land", {"frame"}, 10),
        ),
        ({"k": 1, "forbid": ["frame", "saddle", "bell"]}, ("nothing", set(), 0)),
    ],
)
def test_wishes_that_contradict_one_another_are_named_with_the_least_that_would_do(
    wishes: dict[str, object], expected: tuple[str, set[str], float]
) -> None:
    found = pair().conflicts(pair().wishes(**wishes))  # type: ignore[arg-type] # told above

    assert [(each.code, pair().asked.ids(each.segments), each.least) for each in found] == [
        expected
    ]


def test_wishes_without_a_contradiction_have_none() -> None:
    assert pair().conflicts(pair().wishes(3, force=["frame"], parks={"east": 40})) == ()


def test_limits_that_leave_nothing_say_what_would_have_to_grow() -> None:
    needs = {"frame": 30.0, "saddle": 25.0, "bell": 40.0}
    wishes = pair().wishes(1, parks={"east": 20}, land=needs)

    assert pair().choose(wishes).certain.chosen == ()
    assert pair().nothing_gained(wishes) == (
        ChoiceConflict("more_land", least=5.0, parks={"east": 5.0}),
    )


def test_a_k_under_which_nothing_gains_names_the_smallest_that_does() -> None:
    only = Choosable(ask(*FIVE, *maker("bolt", "frame")), ("motor", "magnet"))
    wishes = only.wishes(1)

    assert only.choose(wishes).certain.chosen == ()
    assert only.nothing_gained(wishes) == (ChoiceConflict("larger_k", least=2.0),)
