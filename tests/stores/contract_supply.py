"""What every store promises of its questions of supply, by hand."""

import pytest

from graph.errors import UnknownDatasetError, UnknownNameError
from graph.model import AnyRecord
from graph.model.vocabulary import InputSort
from graph.store import SupplyStore
from tests.support import (
    by_product,
    claim,
    dataset,
    enterprise,
    group,
    kind,
    makes,
    seed,
    segment,
)

MATERIAL: tuple[InputSort, ...] = ("material",)


class ClosureContract:
    def test_depth_is_the_fewest_supply_steps(self, store: SupplyStore) -> None:
        # Steel reaches the bike by the frame (2) and by wheel and rim (3).
        store.load(
            seed(
                *map(segment, ("bike", "frame", "wheel", "rim", "steel")),
                group("bike", "frame"),
                group("bike", "wheel"),
                group("wheel", "rim"),
                group("rim", "steel"),
                group("frame", "steel"),
            )
        )

        assert closure(store, "bike") == [("frame", 1), ("wheel", 1), ("rim", 2), ("steel", 2)]
        assert closure(store, "rim") == [("steel", 1)]
        assert closure(store, "steel") == []

    def test_depth_comes_before_id(self, store: SupplyStore) -> None:
        store.load(
            seed(*map(segment, ("a", "b", "z")), group("b", "z"), group("z", "a"), group("a", "b"))
        )

        assert closure(store, "b") == [("z", 1), ("a", 2)]

    def test_kinds_supply_without_a_step_unless_the_input_is_exact(
        self, store: SupplyStore
    ) -> None:
        store.load(
            seed(
                *map(segment, ("window", "ampoule", "glass", "soda_glass", "float", "soda")),
                kind("soda_glass", "glass"),
                kind("float", "soda_glass"),
                group("window", "glass"),
                group("ampoule", "glass", exact=("glass",)),
                group("soda_glass", "soda"),
            )
        )

        assert closure(store, "window") == [
            ("float", 1),
            ("glass", 1),
            ("soda_glass", 1),
            ("soda", 2),
        ]
        assert closure(store, "ampoule") == [("glass", 1)]
        # Its kinds count as glass, so they are no steps away and their inputs are one.
        assert closure(store, "glass") == [("soda", 1)]

    def test_exact_in_one_group_and_not_in_another_is_not_exact(self, store: SupplyStore) -> None:
        store.load(
            seed(
                *map(segment, ("box", "glass", "soda_glass")),
                kind("soda_glass", "glass"),
                group("box", "glass", exact=("glass",)),
                group("box", "glass", input="energy"),
            )
        )

        assert closure(store, "box") == [("glass", 1)]
        assert closure(store, "box", ("energy",)) == [("glass", 1), ("soda_glass", 1)]
        assert closure(store, "box", ("material", "energy")) == [("glass", 1), ("soda_glass", 1)]

    def test_inputs_are_inherited_unless_replaced_and_go_past_a_category(
        self, store: SupplyStore
    ) -> None:
        store.load(
            seed(
                *map(segment, ("drive", "engine", "petrol", "block", "ignition", "spark")),
                kind("engine", "drive"),
                kind("petrol", "engine"),
                kind("spark", "ignition"),
                group("engine", "block"),
                group("engine", "ignition"),
                group("petrol", "spark"),
            )
        )

        assert closure(store, "petrol") == [("block", 1), ("spark", 1)]
        assert closure(store, "drive") == [("block", 1), ("ignition", 1), ("spark", 1)]

    def test_by_products_are_not_followed(self, store: SupplyStore) -> None:
        store.load(seed(*map(segment, ("power", "ash")), by_product("power", "ash")))

        assert closure(store, "ash") == []

    def test_the_answer_is_of_the_current_version(self, store: SupplyStore) -> None:
        store.load(seed(*map(segment, ("bike", "frame", "bell")), group("bike", "frame")))
        assert closure(store, "bike") == [("frame", 1)]
        store.report("demo", [group("bike", "bell")], by="王工", note="加铃")
        assert closure(store, "bike") == [("bell", 1), ("frame", 1)]
        store.load(seed(*map(segment, ("bike", "frame", "bell"))))
        assert closure(store, "bike") == [("bell", 1)]
        store.withdraw("demo", [("input_group", "input.bike.material.bell")], by="王", note="")

        assert closure(store, "bike") == []

    def test_a_reported_recipe_holds_over_one_that_is_loaded_later(
        self, store: SupplyStore
    ) -> None:
        parts = [*map(segment, ("bike", "frame", "bell"))]
        store.load(seed(*parts))
        store.report("demo", [group("bike", "frame", "bell")], by="王工", note="改")

        store.load(seed(*parts, group("bike", "frame")))
        assert closure(store, "bike") == [("bell", 1), ("frame", 1)]
        store.report("demo", [segment("lamp")], by="王工", note="补")

        assert closure(store, "bike") == [("bell", 1), ("frame", 1)]

    def test_a_renamed_segment_keeps_its_place(self, store: SupplyStore) -> None:
        store.load(seed(*map(segment, ("bike", "frame")), group("bike", "frame")))

        store.report("demo", [segment("frame", name="车架")], by="王工", note="改名")

        assert closure(store, "bike") == [("frame", 1)]

    def test_what_names_a_segment_that_is_not_there_takes_no_part(self, store: SupplyStore) -> None:
        store.load(
            seed(
                *map(segment, ("bike", "frame")), group("bike", "frame", "bell"), kind("x", "bike")
            )
        )
        assert closure(store, "bike") == []

        store.report("demo", [segment("bell")], by="王工", note="补")
        assert closure(store, "bike") == [("bell", 1), ("frame", 1)]
        store.withdraw("demo", [("segment", "bell")], by="王工", note="撤")

        assert closure(store, "bike") == []

    def test_kinds_in_a_circle_end(self, store: SupplyStore) -> None:
        store.load(
            seed(
                *map(segment, ("a", "b", "bike")),
                kind("a", "b"),
                kind("b", "a"),
                group("bike", "a"),
            )
        )

        assert closure(store, "bike") == [("a", 1)]

    def test_datasets_do_not_supply_one_another(self, store: SupplyStore) -> None:
        two_recipes(store)
        store.report("east", [segment("bell")], by="王工", note="补")

        assert closure(store, "bike", dataset_id="east") == [("frame", 1), ("tube", 2)]
        assert closure(store, "bike", dataset_id="west") == [("wheel", 1)]
        assert closure(store, "frame", dataset_id="west") == []
        assert closure(store, "wheel", dataset_id="west") == []

    def test_what_is_taken_from_one_dataset_stays_in_the_other(self, store: SupplyStore) -> None:
        records: tuple[AnyRecord, ...] = (
            *map(segment, ("bike", "frame", "alloy_frame")),
            kind("alloy_frame", "frame"),
            group("bike", "frame"),
        )
        for each in ("east", "west"):
            store.load(seed(*records, dataset=dataset(each)))

        store.load(seed(*map(segment, ("bike", "frame")), dataset=dataset("east")))

        assert closure(store, "bike", dataset_id="east") == []
        assert closure(store, "bike", dataset_id="west") == [("alloy_frame", 1), ("frame", 1)]

    def test_a_segment_that_is_not_there_is_unknown(self, store: SupplyStore) -> None:
        two_recipes(store)
        store.load(seed(enterprise("bike"), segment("frame"), dataset=dataset("south")))

        for name in ("bike", "nothing", "", "\udcff"):
            for ask in (store.closure, store.neighbourhood):
                with pytest.raises(UnknownNameError) as caught:
                    ask("south", name)
                assert caught.value.details["name"] == name
            for ends in ((name, "frame"), ("frame", name)):
                with pytest.raises(UnknownNameError):
                    store.path("south", *ends)

    def test_a_dataset_that_is_not_there_is_unknown(self, store: SupplyStore) -> None:
        for ask in (store.closure, store.neighbourhood):
            with pytest.raises(UnknownDatasetError):
                ask("west", "bike")
        with pytest.raises(UnknownDatasetError):
            store.path("west", "bike", "bike")


class NeighbourContract:
    def test_ties_are_gone_either_way_nearest_first(self, store: SupplyStore) -> None:
        # zinc → steel → frame → bike ← wheel; ash is a by-product of steel, alloy a kind of it.
        store.load(
            seed(
                *map(segment, ("bike", "frame", "wheel", "steel", "zinc", "ash", "alloy", "far")),
                group("bike", "wheel", "frame", essential=False),
                group("frame", "steel", input="energy", exact=("steel",)),
                group("steel", "zinc"),
                by_product("steel", "ash"),
                kind("alloy", "steel"),
                enterprise("acme"),
                enterprise("acid", "suspended"),
                enterprise("zeta"),
                makes("zeta", "frame"),
                makes("acme", "steel"),
                makes("acid", "steel"),
                claim("frame", "absent"),
            )
        )

        assert near(store, "steel") == [
            ("steel", 0),
            ("alloy", 1),
            ("ash", 1),
            ("frame", 1),
            ("zinc", 1),
            ("acid", 1),
            ("acme", 1),
        ]
        assert near(store, "steel", hops=2)[7:] == [("bike", 2), ("zeta", 2)]
        assert near(store, "steel", hops=9)[7:] == [("bike", 2), ("zeta", 2), ("wheel", 3)]
        assert near(store, "far", hops=3) == [("far", 0)]
        assert near(store, "steel", hops=0) == [("steel", 0)]
        assert [each.type for each in store.neighbourhood("demo", "frame")] == [
            "segment",
            "segment",
            "segment",
            "enterprise",
        ]

    def test_a_limit_keeps_the_nearest(self, store: SupplyStore) -> None:
        store.load(
            seed(
                *map(segment, ("bike", "frame", "a_far_part", "wheel")),
                group("bike", "wheel", "frame"),
                group("wheel", "a_far_part"),
            )
        )

        assert near(store, "bike", hops=3, limit=3) == [("bike", 0), ("frame", 1), ("wheel", 1)]
        assert near(store, "bike", hops=3, limit=2) == [("bike", 0), ("frame", 1)]
        assert near(store, "bike", hops=3, limit=4)[3:] == [("a_far_part", 2)]
        assert near(store, "bike", limit=0) == []

    def test_an_enterprise_and_a_segment_of_one_id_are_two(self, store: SupplyStore) -> None:
        store.load(seed(segment("bike"), enterprise("bike"), makes("bike", "bike")))

        assert [(each.type, each.id) for each in store.neighbourhood("demo", "bike")] == [
            ("segment", "bike"),
            ("enterprise", "bike"),
        ]

    def test_ties_are_those_of_the_current_version(self, store: SupplyStore) -> None:
        parts = (segment("bike"), segment("frame"), enterprise("acme"), makes("acme", "bike"))
        store.load(seed(*parts, group("bike", "frame")))
        assert near(store, "bike") == [("bike", 0), ("frame", 1), ("acme", 1)]

        store.load(seed(*parts[:3]))

        assert near(store, "bike") == [("bike", 0)]

    def test_the_ties_of_a_covered_record_do_not_count(self, store: SupplyStore) -> None:
        store.load(seed(*map(segment, ("bike", "frame", "bell")), group("bike", "frame", "bell")))
        other = group("bike", "frame")

        store.report("demo", [other], by="王工", note="改")
        assert near(store, "bike") == [("bike", 0), ("frame", 1)]
        store.withdraw("demo", [("input_group", other.id)], by="王工", note="撤")

        assert near(store, "bike") == [("bike", 0), ("bell", 1), ("frame", 1)]

    def test_a_record_that_names_what_is_not_there_ties_nothing(self, store: SupplyStore) -> None:
        store.load(seed(segment("bike"), makes("acme", "bike"), group("bike", "frame", "bell")))
        assert near(store, "bike") == [("bike", 0)]

        store.report("demo", [enterprise("acme"), segment("frame")], by="王工", note="补")
        assert near(store, "bike") == [("bike", 0), ("acme", 1)]
        store.report("demo", [segment("bell")], by="王工", note="补")
        assert near(store, "bike") == [("bike", 0), ("bell", 1), ("frame", 1), ("acme", 1)]
        store.withdraw("demo", [("enterprise", "acme")], by="王工", note="撤")

        assert near(store, "bike") == [("bike", 0), ("bell", 1), ("frame", 1)]

    def test_datasets_are_not_near_one_another(self, store: SupplyStore) -> None:
        two_recipes(store)
        for each in ("east", "west"):
            store.report(each, [enterprise("acme")], by="王", note="")

        assert near(store, "bike", dataset_id="east") == [("bike", 0), ("frame", 1)]
        assert near(store, "bike", dataset_id="west") == [("bike", 0), ("wheel", 1)]
        store.report("east", [makes("acme", "bike"), makes("zeta", "bike")], by="王", note="")
        store.report("west", [enterprise("zeta")], by="王", note="")
        assert near(store, "bike", dataset_id="east")[2:] == [("acme", 1)]
        assert near(store, "bike", dataset_id="west")[2:] == []

    def test_what_is_untied_in_one_dataset_stays_tied_in_the_other(
        self, store: SupplyStore
    ) -> None:
        parts = [segment("bike"), segment("frame")]
        for each in ("east", "west"):
            store.load(seed(*parts, group("bike", "frame"), dataset=dataset(each)))

        store.load(seed(*parts, dataset=dataset("east")))

        assert near(store, "bike", dataset_id="east") == [("bike", 0)]
        assert near(store, "bike", dataset_id="west") == [("bike", 0), ("frame", 1)]

    def test_what_covers_a_record_in_another_dataset_does_not_matter(
        self, store: SupplyStore
    ) -> None:
        for each in ("east", "west"):
            parts = map(segment, ("bike", "frame", "bell"))
            store.load(seed(*parts, group("bike", "frame", "bell"), dataset=dataset(each)))

        store.report("east", [group("bike", "frame")], by="王工", note="改")

        assert near(store, "bike", dataset_id="west")[1:] == [("bell", 1), ("frame", 1)]


class PathContract:
    def test_every_shortest_path_is_listed_in_order_and_no_longer_one(
        self, store: SupplyStore
    ) -> None:
        diamond(store)

        assert store.path("demo", "steel", "bike") == (
            ("steel", "frame", "bike"),
            ("steel", "wheel", "bike"),
        )
        assert store.path("demo", "steel", "bike", limit=1) == (("steel", "frame", "bike"),)
        assert store.path("demo", "steel", "bike", limit=0) == ()

    def test_supply_goes_one_way(self, store: SupplyStore) -> None:
        diamond(store)

        assert store.path("demo", "bike", "steel") == ()
        assert store.path("demo", "rim", "rim") == (("rim",),)

    def test_kinds_name_the_general_segments_that_they_pass(self, store: SupplyStore) -> None:
        store.load(
            seed(
                *map(segment, ("window", "ampoule", "glass", "soda_glass", "float")),
                kind("soda_glass", "glass"),
                kind("float", "soda_glass"),
                group("window", "glass"),
                group("ampoule", "glass", exact=("glass",)),
            )
        )

        assert store.path("demo", "float", "window") == (
            ("float", "soda_glass", "glass", "window"),
        )
        assert store.path("demo", "soda_glass", "ampoule") == ()
        assert store.path("demo", "glass", "ampoule") == (("glass", "ampoule"),)
        assert store.path("demo", "float", "glass") == (("float", "soda_glass", "glass"),)

    def test_a_way_by_a_general_segment_stands_where_its_id_says(self, store: SupplyStore) -> None:
        # Bolts take either steel: exactly a12, or any a15, of which a12 is a kind.
        store.load(
            seed(
                *map(segment, ("a12", "a15", "bolt", "aisle")),
                kind("a12", "a15"),
                group("bolt", "a12", "a15", exact=("a12",)),
                group("aisle", "a12"),
                group("bolt", "aisle"),
            )
        )

        assert store.path("demo", "a12", "bolt") == (("a12", "a15", "bolt"), ("a12", "bolt"))

    def test_only_the_chosen_input_sorts_count(self, store: SupplyStore) -> None:
        store.load(seed(*map(segment, ("glass", "gas")), group("glass", "gas", input="energy")))

        assert store.path("demo", "gas", "glass") == ()
        assert store.path("demo", "gas", "glass", inputs=("energy",)) == (("gas", "glass"),)

    def test_a_step_by_inputs_of_two_sorts_is_one_step(self, store: SupplyStore) -> None:
        store.load(
            seed(
                *map(segment, ("glass", "gas")),
                group("glass", "gas", input="energy"),
                group("glass", "gas"),
            )
        )

        assert store.path("demo", "gas", "glass", inputs=("material", "energy"), limit=9) == (
            ("gas", "glass"),
        )

    def test_the_first_of_many_paths_come_in_order(self, store: SupplyStore) -> None:
        # Nine stages of two segments each: 512 paths of ten steps.
        lattice(store, 9)

        found = store.path("demo", "start", "end", limit=600)
        assert len(found) == 512
        assert list(found) == sorted(found)
        assert store.path("demo", "start", "end", limit=3) == found[:3]
        assert found[0] == ("start", *(f"s{stage}_a" for stage in range(9)), "end")

    def test_ids_that_begin_alike_come_in_order_of_id(self, store: SupplyStore) -> None:
        middle = ("part", "part1", "part_x", "partx", "par")
        store.load(
            seed(
                *map(segment, ("steel", "bike", *middle)),
                group("bike", *middle),
                *(group(each, "steel") for each in middle),
            )
        )

        assert [each[1] for each in store.path("demo", "steel", "bike")] == sorted(middle)

    def test_datasets_have_paths_of_their_own(self, store: SupplyStore) -> None:
        two_recipes(store)

        assert store.path("east", "tube", "bike") == (("tube", "frame", "bike"),)
        assert store.path("west", "tube", "bike") == ()
        assert store.path("west", "wheel", "bike") == (("wheel", "bike"),)

    def test_a_path_through_what_only_another_dataset_takes_is_none(
        self, store: SupplyStore
    ) -> None:
        # Both reach the bike in two steps; each dataset has a middle of its own.
        for each, middle in (("east", "frame"), ("west", "wheel")):
            parts = map(segment, ("bike", "frame", "wheel", "steel"))
            recipes = (group("bike", "frame", "wheel"), group(middle, "steel"))
            store.load(seed(*parts, *recipes, dataset=dataset(each)))

        assert store.path("east", "steel", "bike") == (("steel", "frame", "bike"),)
        assert store.path("west", "steel", "bike") == (("steel", "wheel", "bike"),)

    def test_a_kind_of_another_dataset_is_none_here(self, store: SupplyStore) -> None:
        parts = [*map(segment, ("bike", "frame", "alloy", "steel"))]
        recipes = (group("bike", "frame", "alloy"), group("alloy", "steel"))
        store.load(seed(*parts, *recipes, dataset=dataset("west")))
        store.load(seed(*parts, *recipes, kind("alloy", "frame"), dataset=dataset("east")))

        assert store.path("west", "steel", "bike") == (("steel", "alloy", "bike"),)
        assert store.path("west", "alloy", "bike") == (("alloy", "bike"),)
        assert closure(store, "frame", dataset_id="west") == []
        assert closure(store, "frame", dataset_id="east") == [("steel", 1)]

    def test_a_kind_of_a_member_in_another_dataset_is_none_here(self, store: SupplyStore) -> None:
        parts: list[AnyRecord] = [*map(segment, ("bike", "frame", "alloy")), group("bike", "frame")]
        store.load(seed(*parts, dataset=dataset("west")))
        store.load(seed(*parts, kind("alloy", "frame"), dataset=dataset("east")))

        assert closure(store, "bike", dataset_id="east") == [("alloy", 1), ("frame", 1)]
        assert closure(store, "bike", dataset_id="west") == [("frame", 1)]

    def test_the_general_segments_passed_are_those_of_the_dataset(self, store: SupplyStore) -> None:
        parts = [*map(segment, ("float", "soda", "glass"))]
        east = kind("float", "soda"), kind("soda", "glass")
        store.load(seed(*parts, *east, dataset=dataset("east")))
        store.load(seed(*parts, kind("float", "glass"), dataset=dataset("west")))

        assert store.path("east", "float", "glass") == (("float", "soda", "glass"),)
        assert store.path("west", "float", "glass") == (("float", "glass"),)


def closure(
    store: SupplyStore,
    segment_id: str,
    inputs: tuple[InputSort, ...] = MATERIAL,
    dataset_id: str = "demo",
) -> list[tuple[str, int]]:
    found = store.closure(dataset_id, segment_id, inputs=inputs)
    return [(each.id, each.depth) for each in found]


def near(
    store: SupplyStore,
    segment_id: str,
    *,
    hops: int = 1,
    limit: int = 100,
    dataset_id: str = "demo",
) -> list[tuple[str, int]]:
    found = store.neighbourhood(dataset_id, segment_id, hops=hops, limit=limit)
    return [(each.id, each.hops) for each in found]


def diamond(store: SupplyStore) -> None:
    """Steel reaches the bike by frame or wheel (2 steps), and by rim and wheel (3)."""
    store.load(
        seed(
            *map(segment, ("bike", "frame", "wheel", "rim", "steel")),
            group("bike", "frame"),
            group("bike", "wheel"),
            group("frame", "steel"),
            group("wheel", "rim"),
            group("wheel", "steel"),
            group("rim", "steel"),
        )
    )


def lattice(store: SupplyStore, stages: int) -> None:
    """Two ways at each stage between start and end."""
    pairs = [(f"s{stage}_a", f"s{stage}_b") for stage in range(stages)]
    takers = [*pairs[1:], ("end",)]
    store.load(
        seed(
            *map(segment, ("start", "end", *(each for pair in pairs for each in pair))),
            *(group(each, "start") for each in pairs[0]),
            *(group(up, *pair) for pair, after in zip(pairs, takers, strict=True) for up in after),
        )
    )


def two_recipes(store: SupplyStore) -> None:
    """In the east a bike takes a frame, that a tube; in the west a bike takes a wheel."""
    parts = [*map(segment, ("bike", "frame", "tube", "wheel"))]
    east = group("bike", "frame"), group("frame", "tube")
    store.load(seed(*parts, *east, dataset=dataset("east")))
    store.load(seed(*parts, group("bike", "wheel"), dataset=dataset("west")))
