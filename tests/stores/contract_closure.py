"""What every store promises of its upstream closure, by hand."""

import pytest

from graph.errors import UnknownDatasetError, UnknownNameError
from graph.model import AnyRecord
from graph.store import GraphStore
from tests.stores.supplied import closure, two_recipes
from tests.support import by_product, dataset, enterprise, group, kind, seed, segment


class ClosureContract:
    def test_depth_is_the_fewest_supply_steps(self, store: GraphStore) -> None:
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

    def test_depth_comes_before_id(self, store: GraphStore) -> None:
        store.load(
            seed(*map(segment, ("a", "b", "z")), group("b", "z"), group("z", "a"), group("a", "b"))
        )

        assert closure(store, "b") == [("z", 1), ("a", 2)]

    def test_kinds_supply_without_a_step_unless_the_input_is_exact(self, store: GraphStore) -> None:
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

    def test_exact_in_one_group_and_not_in_another_is_not_exact(self, store: GraphStore) -> None:
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
        self, store: GraphStore
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

    def test_by_products_are_not_followed(self, store: GraphStore) -> None:
        store.load(seed(*map(segment, ("power", "ash")), by_product("power", "ash")))

        assert closure(store, "ash") == []

    def test_the_answer_is_of_the_current_version(self, store: GraphStore) -> None:
        store.load(seed(*map(segment, ("bike", "frame", "bell")), group("bike", "frame")))
        assert closure(store, "bike") == [("frame", 1)]
        store.report("demo", [group("bike", "bell")], by="王工", note="加铃")
        assert closure(store, "bike") == [("bell", 1), ("frame", 1)]
        store.load(seed(*map(segment, ("bike", "frame", "bell"))))
        assert closure(store, "bike") == [("bell", 1)]
        store.withdraw("demo", [("input_group", "input.bike.material.bell")], by="王", note="")

        assert closure(store, "bike") == []

    def test_a_reported_recipe_holds_over_one_that_is_loaded_later(self, store: GraphStore) -> None:
        parts = [*map(segment, ("bike", "frame", "bell"))]
        store.load(seed(*parts))
        store.report("demo", [group("bike", "frame", "bell")], by="王工", note="改")

        store.load(seed(*parts, group("bike", "frame")))
        assert closure(store, "bike") == [("bell", 1), ("frame", 1)]
        store.report("demo", [segment("lamp")], by="王工", note="补")

        assert closure(store, "bike") == [("bell", 1), ("frame", 1)]

    def test_a_renamed_segment_keeps_its_place(self, store: GraphStore) -> None:
        store.load(seed(*map(segment, ("bike", "frame")), group("bike", "frame")))

        store.report("demo", [segment("frame", name="车架")], by="王工", note="改名")

        assert closure(store, "bike") == [("frame", 1)]

    def test_what_names_a_segment_that_is_not_there_takes_no_part(self, store: GraphStore) -> None:
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

    def test_kinds_in_a_circle_end(self, store: GraphStore) -> None:
        store.load(
            seed(
                *map(segment, ("a", "b", "bike")),
                kind("a", "b"),
                kind("b", "a"),
                group("bike", "a"),
            )
        )

        assert closure(store, "bike") == [("a", 1)]

    def test_datasets_do_not_supply_one_another(self, store: GraphStore) -> None:
        two_recipes(store)
        store.report("east", [segment("bell")], by="王工", note="补")

        assert closure(store, "bike", dataset_id="east") == [("frame", 1), ("tube", 2)]
        assert closure(store, "bike", dataset_id="west") == [("wheel", 1)]
        assert closure(store, "frame", dataset_id="west") == []
        assert closure(store, "wheel", dataset_id="west") == []

    def test_what_is_taken_from_one_dataset_stays_in_the_other(self, store: GraphStore) -> None:
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

    def test_a_segment_that_is_not_there_is_unknown(self, store: GraphStore) -> None:
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

    def test_a_dataset_that_is_not_there_is_unknown(self, store: GraphStore) -> None:
        for ask in (store.closure, store.neighbourhood):
            with pytest.raises(UnknownDatasetError):
                ask("west", "bike")
        with pytest.raises(UnknownDatasetError):
            store.path("west", "bike", "bike")
