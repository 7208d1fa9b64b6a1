"""What every store promises of versions, datasets and orphans."""

import pytest

from graph.errors import UnknownDatasetError, UnknownVersionError
from graph.model import AnyRecord, Edition
from graph.store import GraphStore
from tests.stores.examples import BIKES, ids
from tests.support import (
    by_product,
    chain,
    claim,
    dataset,
    direction,
    document,
    enterprise,
    gap,
    group,
    indicator,
    industry,
    judgement,
    kind,
    lead,
    makes,
    membership,
    mention,
    platform,
    process,
    project,
    region,
    role,
    seed,
    segment,
    source,
    synergy,
)


class VersionContract:
    def test_every_old_version_stays_readable(self, store: GraphStore) -> None:
        store.load(seed(segment("bike")))
        store.load(seed(segment("bike", name="自行车"), segment("frame")))
        store.report("demo", [segment("tyre")], by="王工", note="补")
        store.load(seed(segment("frame")))

        seen = {number: store.read("demo", number).segments for number in (1, 2, 3, 4)}
        assert {number: list(found) for number, found in seen.items()} == {
            1: ["bike"],
            2: ["bike", "frame"],
            3: ["bike", "frame", "tyre"],
            4: ["frame", "tyre"],
        }
        assert [seen[number]["bike"].name for number in (1, 2, 3)] == ["bike", "自行车", "自行车"]

    def test_reading_names_its_version(self, store: GraphStore) -> None:
        store.load(seed(segment("bike")))
        store.load(seed(segment("frame")))

        assert store.read("demo").version == 2
        assert store.read("demo", 1).version == 1

    def test_reported_records_are_those_of_the_version(self, store: GraphStore) -> None:
        store.load(seed())
        store.report("demo", [enterprise("acme", "planned")], by="王工", note="筹建")
        store.report("demo", [enterprise("acme")], by="王工", note="投产")

        assert store.reported("demo", 1) == ()
        assert store.reported("demo", 2) == (enterprise("acme", "planned"),)
        assert store.reported("demo", 3) == (enterprise("acme"),)

    def test_the_newest_version_is_the_current_one(self, store: GraphStore) -> None:
        store.load(seed(segment("a")))
        second = store.load(seed(segment("b")))

        assert store.current("demo") == second
        assert list(store.read("demo").segments) == ["b"]

    def test_versions_come_newest_first(self, store: GraphStore) -> None:
        made = [store.load(seed(segment(each))) for each in ("a", "b", "c")]

        assert store.versions("demo") == tuple(reversed(made))

    def test_records_of_each_type_come_in_order_of_id(self, store: GraphStore) -> None:
        store.load(seed(segment("tyre"), segment("bike")))
        store.report("demo", [segment("frame"), segment("axle")], by="王工", note="补")

        assert list(store.read("demo").segments) == ["axle", "bike", "frame", "tyre"]

    @pytest.mark.parametrize("number", [-1, 0, 3, 2**70])
    def test_a_version_that_never_was_is_refused(self, store: GraphStore, number: int) -> None:
        store.load(seed(segment("bike")))
        store.load(seed(segment("frame")))

        for ask in (store.read, store.reported, store.orphans):
            with pytest.raises(UnknownVersionError) as caught:
                ask("demo", number)
            assert caught.value.details == {"dataset": "demo", "version": number}
        with pytest.raises(UnknownVersionError):
            store.search("demo", "bike", version=number)


class DatasetContract:
    def test_an_unknown_dataset_is_refused_with_the_known_ones(self, store: GraphStore) -> None:
        store.load(seed(dataset=dataset("north")))
        store.load(seed(dataset=dataset("east")))

        for ask in (store.read, store.reported, store.orphans, store.current, store.versions):
            with pytest.raises(UnknownDatasetError) as caught:
                ask("west")
            assert caught.value.details == {"dataset": "west", "known": "east, north"}

    def test_an_unknown_dataset_cannot_be_written_or_searched(self, store: GraphStore) -> None:
        with pytest.raises(UnknownDatasetError):
            store.report("west", [segment("bike")], by="王工", note="报")
        with pytest.raises(UnknownDatasetError):
            store.withdraw("west", [("segment", "bike")], by="王工", note="撤")
        with pytest.raises(UnknownDatasetError):
            store.search("west", "bike")
        assert store.datasets() == ()

    def test_a_name_that_is_no_text_is_an_unknown_dataset(self, store: GraphStore) -> None:
        # What a command line makes of bytes that are not UTF-8.
        with pytest.raises(UnknownDatasetError):
            store.read("\udcff")

    def test_datasets_come_in_order_of_id(self, store: GraphStore) -> None:
        for each in ("north", "east", "west"):
            store.load(seed(segment("bike"), dataset=dataset(each)))
        store.load(seed(dataset=dataset("north")))

        assert [each.id for each in store.datasets()] == ["east", "north", "west"]

    def test_datasets_do_not_see_one_another(self, store: GraphStore) -> None:
        east, west = dataset("east"), dataset("west")
        store.load(seed(segment("bike"), dataset=east))
        store.load(seed(segment("frame"), segment("tyre"), dataset=west))
        store.report("east", [enterprise("acme")], by="王工", note="报")
        store.load(seed(segment("frame"), dataset=west))

        assert [each.id for each in store.read("east").records()] == ["bike", "acme"]
        assert [each.id for each in store.read("west").records()] == ["frame"]
        assert [each.id for each in store.read("west", 1).records()] == ["frame", "tyre"]
        assert ids(store.reported("east")) == ["acme"]
        assert store.reported("west") == ()

    def test_datasets_count_their_own_versions(self, store: GraphStore) -> None:
        east, west = dataset("east"), dataset("west", edition="old")
        first = store.load(seed(segment("bike"), dataset=west))
        made = [store.load(seed(segment(each), dataset=east)) for each in ("a", "b", "c")]

        assert [each.number for each in made] == [1, 2, 3]
        assert store.versions("west") == (first,)
        assert store.current("west") == first
        assert store.versions("east") == tuple(reversed(made))
        with pytest.raises(UnknownVersionError):
            store.read("west", 2)

    def test_a_load_changes_nothing_in_another_dataset(self, store: GraphStore) -> None:
        store.load(seed(*BIKES, dataset=dataset("east")))

        version = store.load(seed(*BIKES, dataset=dataset("west")))
        again = store.load(seed(dataset=dataset("west")))

        assert (version.added, version.changed, version.removed) == (8, 0, 0)
        assert (again.added, again.changed, again.removed) == (0, 0, 8)
        assert set(store.read("east").records()) == set(BIKES)

    def test_reports_of_another_dataset_are_not_touched(self, store: GraphStore) -> None:
        for each in ("east", "west"):
            store.load(seed(dataset=dataset(each)))
            store.report(each, [enterprise("acme", name=each)], by="王工", note="报")

        store.withdraw("east", [("enterprise", "acme")], by="王工", note="撤")

        assert store.reported("east") == ()
        assert store.reported("west") == (enterprise("acme", name="west"),)

    def test_a_record_can_change_in_one_dataset_alone(self, store: GraphStore) -> None:
        for each in ("east", "west"):
            store.load(seed(segment("bike"), dataset=dataset(each)))

        store.load(seed(segment("bike", name="自行车"), dataset=dataset("east")))

        assert store.read("east").segments["bike"].name == "自行车"
        assert store.read("west").segments["bike"].name == "bike"

    def test_a_change_ends_nothing_in_another_dataset_of_the_same_age(
        self, store: GraphStore
    ) -> None:
        for each in ("east", "west"):
            store.load(seed(segment("bike"), dataset=dataset(each)))
        store.load(seed(segment("bike"), segment("bell"), dataset=dataset("west")))

        store.load(seed(segment("frame"), dataset=dataset("east")))

        assert list(store.read("west").segments) == ["bell", "bike"]

    def test_an_old_title_is_that_of_the_dataset_asked(self, store: GraphStore) -> None:
        for each in ("east", "west"):
            for edition in ("first", "second"):
                store.load(seed(dataset=dataset(each, edition=f"{each} {edition}")))

        for each in ("east", "west"):
            assert store.read(each, 1).dataset.edition == Edition(
                label=f"{each} first", date="2026-01-01"
            )


class OrphanContract:
    def test_a_reported_record_whose_subject_a_load_takes_away_is_an_orphan(
        self, store: GraphStore
    ) -> None:
        store.load(seed(*BIKES))
        store.report("demo", [makes("acme", "bike"), makes("acme", "frame")], by="王", note="")

        store.load(seed(*(each for each in BIKES if each.id != "bike")))

        assert ids(store.orphans("demo")) == ["makes.acme.bike"]
        assert store.orphans("demo", 2) == ()

    @pytest.mark.parametrize(
        "record",
        [
            chain("scooters", "toys"),
            region("east", "park", parent="nowhere"),
            kind("frame", "nothing"),
            membership("scooters", "frame"),
            group("bike", "frame", "nothing"),
            enterprise("zeta", region="nowhere"),
            role("scooters", "acme"),
            role("bikes", "nobody"),
            makes("nobody", "frame"),
            mention("bikes", "nothing"),
            claim("frame", "present", "nowhere"),
            gap("a", segment="nothing"),
            gap("b", segment="frame", chains=("bikes", "scooters")),
            gap("c", enterprise_type="厂", related=("frame", "nothing")),
            gap("d", capability="检测", region="nowhere"),
            by_product("nothing", "frame"),
            by_product("bike", "nothing"),
            kind("nothing", "frame"),
            membership("bikes", "nothing"),
            group("nothing", "frame"),
            makes("acme", "nothing"),
            mention("scooters", "frame"),
            claim("nothing", "present"),
            platform("p1", chains=("bikes", "scooters")),
            platform("p2", region="nowhere"),
            project("p3", enterprise="nobody"),
            project("p4", segments=("frame", "nothing")),
            project("p5", chains=("scooters",)),
            project("p6", region="nowhere"),
            indicator("i1", subject="nowhere"),
            indicator("i2", subject_type="chain", subject="scooters"),
            indicator("i3", subject_type="industry", subject="toys"),
            synergy("s1", "bikes", "scooters"),
            synergy("s2", "scooters", "bikes"),
            direction("nowhere", "bicycles"),
            direction("district", "scooters", "scooters"),
            process("hardening", "toys"),
            judgement("nothing"),
            judgement("derived.district.nothing"),
            judgement("derived.nowhere.frame"),
            lead("nothing"),
            lead("derived.district.nothing"),
            lead("derived.district.frame", park="nowhere"),
        ],
        ids=lambda record: f"{record.type} {record.id}",
    )
    def test_a_reported_record_that_names_nothing_is_an_orphan(
        self, store: GraphStore, record: AnyRecord
    ) -> None:
        store.load(seed(*BIKES))

        store.report("demo", [record], by="王工", note="报")

        assert store.orphans("demo") == (record,)

    @pytest.mark.parametrize(
        "record",
        [
            document("minutes"),
            source("yearbook"),
            industry("toys"),
            region("east"),
            segment("tyre"),
            enterprise("zeta"),
            gap("e", capability="检测"),
            platform("p1"),
            project("p2"),
            indicator("i1", subject_type="industry", subject="vehicles"),
            synergy("s1", "bikes", "bikes"),
            direction("district", "bicycles", "bikes"),
            process("hardening"),
            judgement("derived.district.frame"),
            lead("derived.district.frame", park="district"),
        ],
        ids=lambda record: f"{record.type} {record.id}",
    )
    def test_a_reported_record_that_names_only_what_is_there_is_none(
        self, store: GraphStore, record: AnyRecord
    ) -> None:
        store.load(seed(*BIKES))

        store.report("demo", [record], by="王工", note="报")

        assert store.orphans("demo") == ()
        assert store.reported("demo") == (record,)

    def test_a_reported_record_can_stand_on_another_one(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))

        new = enterprise("zeta", region="east"), region("east", "park"), makes("zeta", "frame")
        store.report("demo", new, by="王工", note="报")

        assert store.orphans("demo") == ()

    def test_records_of_the_seed_are_no_orphans(self, store: GraphStore) -> None:
        store.load(seed(makes("nobody", "nothing")))

        assert store.orphans("demo") == ()

    def test_orphans_come_by_type_and_id(self, store: GraphStore) -> None:
        store.load(seed())

        lost = makes("z", "z"), makes("a", "a"), enterprise("acme", region="nowhere")
        store.report("demo", lost, by="王工", note="报")

        assert ids(store.orphans("demo")) == ["acme", "makes.a.a", "makes.z.z"]
