"""What every store promises of neighbourhoods and supply paths, by hand."""

from graph.model import AnyRecord
from graph.store import GraphStore
from tests.stores.supplied import closure, diamond, lattice, near, two_recipes
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


class NeighbourContract:
    def test_ties_are_gone_either_way_nearest_first(self, store: GraphStore) -> None:
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

    def test_a_limit_keeps_the_nearest(self, store: GraphStore) -> None:
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

    def test_an_enterprise_and_a_segment_of_one_id_are_two(self, store: GraphStore) -> None:
        store.load(seed(segment("bike"), enterprise("bike"), makes("bike", "bike")))

        assert [(each.type, each.id) for each in store.neighbourhood("demo", "bike")] == [
            ("segment", "bike"),
            ("enterprise", "bike"),
        ]

    def test_ties_are_those_of_the_current_version(self, store: GraphStore) -> None:
        parts = (segment("bike"), segment("frame"), enterprise("acme"), makes("acme", "bike"))
        store.load(seed(*parts, group("bike", "frame")))
        assert near(store, "bike") == [("bike", 0), ("frame", 1), ("acme", 1)]

        store.load(seed(*parts[:3]))

        assert near(store, "bike") == [("bike", 0)]

    def test_the_ties_of_a_covered_record_do_not_count(self, store: GraphStore) -> None:
        store.load(seed(*map(segment, ("bike", "frame", "bell")), group("bike", "frame", "bell")))
        other = group("bike", "frame")

        store.report("demo", [other], by="王工", note="改")
        assert near(store, "bike") == [("bike", 0), ("frame", 1)]
        store.withdraw("demo", [("input_group", other.id)], by="王工", note="撤")

        assert near(store, "bike") == [("bike", 0), ("bell", 1), ("frame", 1)]

    def test_a_record_that_names_what_is_not_there_ties_nothing(self, store: GraphStore) -> None:
        store.load(seed(segment("bike"), makes("acme", "bike"), group("bike", "frame", "bell")))
        assert near(store, "bike") == [("bike", 0)]

        store.report("demo", [enterprise("acme"), segment("frame")], by="王工", note="补")
        assert near(store, "bike") == [("bike", 0), ("acme", 1)]
        store.report("demo", [segment("bell")], by="王工", note="补")
        assert near(store, "bike") == [("bike", 0), ("bell", 1), ("frame", 1), ("acme", 1)]
        store.withdraw("demo", [("enterprise", "acme")], by="王工", note="撤")

        assert near(store, "bike") == [("bike", 0), ("bell", 1), ("frame", 1)]

    def test_datasets_are_not_near_one_another(self, store: GraphStore) -> None:
        two_recipes(store)
        for each in ("east", "west"):
            store.report(each, [enterprise("acme")], by="王", note="")

        assert near(store, "bike", dataset_id="east") == [("bike", 0), ("frame", 1)]
        assert near(store, "bike", dataset_id="west") == [("bike", 0), ("wheel", 1)]
        store.report("east", [makes("acme", "bike"), makes("zeta", "bike")], by="王", note="")
        store.report("west", [enterprise("zeta")], by="王", note="")
        assert near(store, "bike", dataset_id="east")[2:] == [("acme", 1)]
        assert near(store, "bike", dataset_id="west")[2:] == []

    def test_what_is_untied_in_one_dataset_stays_tied_in_the_other(self, store: GraphStore) -> None:
        parts = [segment("bike"), segment("frame")]
        for each in ("east", "west"):
            store.load(seed(*parts, group("bike", "frame"), dataset=dataset(each)))

        store.load(seed(*parts, dataset=dataset("east")))

        assert near(store, "bike", dataset_id="east") == [("bike", 0)]
        assert near(store, "bike", dataset_id="west") == [("bike", 0), ("frame", 1)]

    def test_what_covers_a_record_in_another_dataset_does_not_matter(
        self, store: GraphStore
    ) -> None:
        for each in ("east", "west"):
            parts = map(segment, ("bike", "frame", "bell"))
            store.load(seed(*parts, group("bike", "frame", "bell"), dataset=dataset(each)))

        store.report("east", [group("bike", "frame")], by="王工", note="改")

        assert near(store, "bike", dataset_id="west")[1:] == [("bell", 1), ("frame", 1)]


class PathContract:
    def test_every_shortest_path_is_listed_in_order_and_no_longer_one(
        self, store: GraphStore
    ) -> None:
        diamond(store)

        assert store.path("demo", "steel", "bike") == (
            ("steel", "frame", "bike"),
            ("steel", "wheel", "bike"),
        )
        assert store.path("demo", "steel", "bike", limit=1) == (("steel", "frame", "bike"),)
        assert store.path("demo", "steel", "bike", limit=0) == ()

    def test_supply_goes_one_way(self, store: GraphStore) -> None:
        diamond(store)

        assert store.path("demo", "bike", "steel") == ()
        assert store.path("demo", "rim", "rim") == (("rim",),)

    def test_kinds_name_the_general_segments_that_they_pass(self, store: GraphStore) -> None:
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

    def test_a_way_by_a_general_segment_stands_where_its_id_says(self, store: GraphStore) -> None:
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

    def test_only_the_chosen_input_sorts_count(self, store: GraphStore) -> None:
        store.load(seed(*map(segment, ("glass", "gas")), group("glass", "gas", input="energy")))

        assert store.path("demo", "gas", "glass") == ()
        assert store.path("demo", "gas", "glass", inputs=("energy",)) == (("gas", "glass"),)

    def test_a_step_by_inputs_of_two_sorts_is_one_step(self, store: GraphStore) -> None:
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

    def test_the_first_of_many_paths_come_in_order(self, store: GraphStore) -> None:
        # Nine stages of two segments each: 512 paths of ten steps.
        lattice(store, 9)

        found = store.path("demo", "start", "end", limit=600)
        assert len(found) == 512
        assert list(found) == sorted(found)
        assert store.path("demo", "start", "end", limit=3) == found[:3]
        assert found[0] == ("start", *(f"s{stage}_a" for stage in range(9)), "end")

    def test_ids_that_begin_alike_come_in_order_of_id(self, store: GraphStore) -> None:
        middle = ("part", "part1", "part_x", "partx", "par")
        store.load(
            seed(
                *map(segment, ("steel", "bike", *middle)),
                group("bike", *middle),
                *(group(each, "steel") for each in middle),
            )
        )

        assert [each[1] for each in store.path("demo", "steel", "bike")] == sorted(middle)

    def test_datasets_have_paths_of_their_own(self, store: GraphStore) -> None:
        two_recipes(store)

        assert store.path("east", "tube", "bike") == (("tube", "frame", "bike"),)
        assert store.path("west", "tube", "bike") == ()
        assert store.path("west", "wheel", "bike") == (("wheel", "bike"),)

    def test_a_path_through_what_only_another_dataset_takes_is_none(
        self, store: GraphStore
    ) -> None:
        # Both reach the bike in two steps; each dataset has a middle of its own.
        for each, middle in (("east", "frame"), ("west", "wheel")):
            parts = map(segment, ("bike", "frame", "wheel", "steel"))
            recipes = (group("bike", "frame", "wheel"), group(middle, "steel"))
            store.load(seed(*parts, *recipes, dataset=dataset(each)))

        assert store.path("east", "steel", "bike") == (("steel", "frame", "bike"),)
        assert store.path("west", "steel", "bike") == (("steel", "wheel", "bike"),)

    def test_a_kind_of_another_dataset_is_none_here(self, store: GraphStore) -> None:
        parts = [*map(segment, ("bike", "frame", "alloy", "steel"))]
        recipes = (group("bike", "frame", "alloy"), group("alloy", "steel"))
        store.load(seed(*parts, *recipes, dataset=dataset("west")))
        store.load(seed(*parts, *recipes, kind("alloy", "frame"), dataset=dataset("east")))

        assert store.path("west", "steel", "bike") == (("steel", "alloy", "bike"),)
        assert store.path("west", "alloy", "bike") == (("alloy", "bike"),)
        assert closure(store, "frame", dataset_id="west") == []
        assert closure(store, "frame", dataset_id="east") == [("steel", 1)]

    def test_a_kind_of_a_member_in_another_dataset_is_none_here(self, store: GraphStore) -> None:
        parts: list[AnyRecord] = [*map(segment, ("bike", "frame", "alloy")), group("bike", "frame")]
        store.load(seed(*parts, dataset=dataset("west")))
        store.load(seed(*parts, kind("alloy", "frame"), dataset=dataset("east")))

        assert closure(store, "bike", dataset_id="east") == [("alloy", 1), ("frame", 1)]
        assert closure(store, "bike", dataset_id="west") == [("frame", 1)]

    def test_the_general_segments_passed_are_those_of_the_dataset(self, store: GraphStore) -> None:
        parts = [*map(segment, ("float", "soda", "glass"))]
        east = kind("float", "soda"), kind("soda", "glass")
        store.load(seed(*parts, *east, dataset=dataset("east")))
        store.load(seed(*parts, kind("float", "glass"), dataset=dataset("west")))

        assert store.path("east", "float", "glass") == (("float", "soda", "glass"),)
        assert store.path("west", "float", "glass") == (("float", "glass"),)
