"""What every store promises, written once: each backend inherits `StoreContract`."""

from datetime import datetime

import pytest

from graph.errors import BadParameterError, UnknownDatasetError, UnknownVersionError
from graph.model import AnyRecord, Edition, RecordType, Seed
from graph.store import GraphStore
from tests.support import (
    chain,
    claim,
    dataset,
    document,
    enterprise,
    gap,
    group,
    industry,
    kind,
    makes,
    membership,
    mention,
    region,
    role,
    seed,
    segment,
    source,
)

BIKES = (
    industry("vehicles"),
    chain("bikes", "vehicles"),
    region("district"),
    segment("bike"),
    segment("frame"),
    group("bike", "frame"),
    enterprise("acme"),
    makes("acme", "frame"),
)


def found(store: GraphStore, text: str, version: int | None = None) -> list[tuple[str, str]]:
    return [(hit.id, hit.match) for hit in store.search("demo", text, version=version)]


def ids(records: tuple[AnyRecord, ...]) -> list[str]:
    return [record.id for record in records]


class LoadContract:
    def test_what_was_loaded_is_read_back(self, store: GraphStore) -> None:
        records = (
            *BIKES,
            document(),
            source(),
            kind("frame", "bike"),
            membership("bikes", "frame"),
            role("bikes", "acme"),
            mention("bikes", "frame", "车架"),
            claim("frame", "present"),
            gap("no_tyres", segment="bike"),
        )

        store.load(seed(*records))

        assert set(store.read("demo").records()) == set(records)
        assert store.read("demo").dataset == dataset("demo")

    def test_the_first_load_makes_version_one(self, store: GraphStore) -> None:
        version = store.load(seed(*BIKES))

        assert (version.dataset, version.number, version.cause) == ("demo", 1, "load")
        assert (version.added, version.changed, version.removed) == (8, 0, 0)
        assert (version.by, version.note, version.edition) == (None, None, "2026")
        assert store.current("demo") == version

    def test_a_version_knows_its_time_in_utc(self, store: GraphStore) -> None:
        version = store.load(seed(*BIKES))

        offset = datetime.fromisoformat(version.at).utcoffset()
        assert offset is not None
        assert offset.total_seconds() == 0

    def test_loading_the_same_again_makes_no_version(self, store: GraphStore) -> None:
        first = store.load(seed(*BIKES))

        assert store.load(seed(*reversed(BIKES))) == first
        assert store.versions("demo") == (first,)

    def test_a_load_counts_what_it_changes(self, store: GraphStore) -> None:
        store.load(seed(segment("bike"), segment("frame"), segment("bell")))

        version = store.load(seed(segment("bike"), segment("frame", name="车架"), segment("tyre")))

        assert (version.number, version.added, version.changed, version.removed) == (2, 1, 1, 1)

    def test_a_load_takes_away_what_the_seed_no_longer_has(self, store: GraphStore) -> None:
        store.load(seed(segment("bike"), segment("bell"), enterprise("acme")))

        store.load(seed(segment("bike")))

        assert ids(tuple(store.read("demo").records())) == ["bike"]

    def test_a_new_edition_alone_makes_a_version(self, store: GraphStore) -> None:
        store.load(seed(*BIKES, dataset=dataset("demo", edition="first")))

        version = store.load(seed(*BIKES, dataset=dataset("demo", edition="second")))

        assert (version.number, version.edition) == (2, "second")
        assert (version.added, version.changed, version.removed) == (0, 0, 0)

    def test_an_old_version_keeps_its_own_title_and_edition(self, store: GraphStore) -> None:
        store.load(seed(*BIKES, dataset=dataset("demo", edition="first", title="旧名")))
        store.load(seed(*BIKES, dataset=dataset("demo", edition="second", title="新名")))

        assert store.read("demo", 1).dataset.title == "旧名"
        assert store.read("demo", 2).dataset.title == "新名"
        assert [each.edition for each in store.versions("demo")] == ["second", "first"]
        assert [each.title for each in store.datasets()] == ["新名"]

    def test_a_record_that_changes_its_layer_is_there_once(self, store: GraphStore) -> None:
        frame = segment("frame")
        store.load(Seed(dataset(), reference=(frame,), local=()))

        version = store.load(Seed(dataset(), reference=(), local=(frame,)))

        assert version.number == 2
        assert list(store.read("demo").records()) == [frame]

    def test_a_local_record_lies_above_the_reference(self, store: GraphStore) -> None:
        here, anywhere = segment("frame", name="这里"), segment("frame", name="各地")

        store.load(Seed(dataset(), reference=(anywhere,), local=(here,)))

        assert store.read("demo").segments["frame"].name == "这里"

    def test_the_reference_stays_below_when_it_is_written_last(self, store: GraphStore) -> None:
        here, anywhere = segment("frame", name="这里"), segment("frame", name="各地")
        store.load(Seed(dataset(), reference=(), local=(here,)))

        store.load(Seed(dataset(), reference=(anywhere,), local=(here,)))

        assert store.read("demo").segments["frame"].name == "这里"

    def test_an_empty_seed_is_a_dataset_without_records(self, store: GraphStore) -> None:
        version = store.load(seed())

        assert version.number == 1
        assert list(store.read("demo").records()) == []


class ReportContract:
    def test_a_report_makes_a_version_with_who_and_why(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))

        version = store.report("demo", [makes("acme", "bike")], by="王工", note="实地走访")

        assert (version.number, version.cause) == (2, "report")
        assert (version.by, version.note) == ("王工", "实地走访")
        assert (version.added, version.changed, version.removed) == (1, 0, 0)
        assert "makes.acme.bike" in store.read("demo").makes

    def test_a_reported_record_lies_above_the_seed(self, store: GraphStore) -> None:
        store.load(seed(enterprise("acme", "operating")))

        store.report("demo", [enterprise("acme", "suspended")], by="王工", note="停产")

        assert store.read("demo").enterprises["acme"].status == "suspended"

    def test_a_reported_record_survives_a_load(self, store: GraphStore) -> None:
        store.load(seed(enterprise("acme")))
        store.report("demo", [enterprise("acme", "suspended")], by="王工", note="停产")

        store.load(seed(enterprise("acme", name="新名")))

        assert store.read("demo").enterprises["acme"].status == "suspended"
        assert ids(store.reported("demo")) == ["acme"]

    def test_reporting_the_same_again_makes_no_version(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))
        first = store.report("demo", [makes("acme", "bike")], by="王工", note="走访")

        assert store.report("demo", [makes("acme", "bike")], by="李工", note="又走访") == first

    def test_reporting_nothing_makes_no_version(self, store: GraphStore) -> None:
        first = store.load(seed(*BIKES))

        assert store.report("demo", [], by="王工", note="无") == first

    def test_a_report_replaces_an_earlier_one(self, store: GraphStore) -> None:
        store.load(seed())
        store.report("demo", [enterprise("acme", "planned")], by="王工", note="筹建")

        version = store.report("demo", [enterprise("acme")], by="王工", note="投产")

        assert (version.added, version.changed, version.removed) == (0, 1, 0)
        assert store.read("demo").enterprises["acme"].status == "operating"

    def test_of_one_record_reported_twice_at_once_the_later_one_holds(
        self, store: GraphStore
    ) -> None:
        store.load(seed())

        twice = [enterprise("acme", "planned"), enterprise("acme", "suspended")]
        store.report("demo", twice, by="王工", note="更正")

        assert store.read("demo").enterprises["acme"].status == "suspended"

    def test_reported_records_come_by_type_and_id(self, store: GraphStore) -> None:
        store.load(seed())
        first: list[AnyRecord] = [makes("acme", "frame"), enterprise("zeta"), segment("tyre")]
        store.report("demo", first, by="王工", note="一")
        store.report("demo", [enterprise("acme"), region("east", "park")], by="王工", note="二")

        assert ids(store.reported("demo")) == [
            "east",
            "tyre",
            "acme",
            "zeta",
            "makes.acme.frame",
        ]

    def test_only_reported_records_are_reported(self, store: GraphStore) -> None:
        store.load(seed(segment("frame"), enterprise("acme")))

        assert store.reported("demo") == ()

    def test_a_withdrawn_record_uncovers_the_seed(self, store: GraphStore) -> None:
        store.load(seed(enterprise("acme", "operating")))
        store.report("demo", [enterprise("acme", "suspended")], by="王工", note="停产")

        version = store.withdraw("demo", [("enterprise", "acme")], by="李工", note="误报")

        assert (version.number, version.cause) == (3, "withdraw")
        assert (version.by, version.note) == ("李工", "误报")
        assert (version.added, version.changed, version.removed) == (0, 0, 1)
        assert store.read("demo").enterprises["acme"].status == "operating"
        assert store.reported("demo") == ()

    def test_withdrawing_takes_no_seed_record_away(self, store: GraphStore) -> None:
        first = store.load(seed(enterprise("acme")))

        assert store.withdraw("demo", [("enterprise", "acme")], by="李工", note="误") == first
        assert "acme" in store.read("demo").enterprises

    def test_withdrawing_passes_over_what_is_not_there(self, store: GraphStore) -> None:
        store.load(seed())
        store.report("demo", [enterprise("acme")], by="王工", note="新")

        gone: list[tuple[RecordType, str]] = [
            ("enterprise", "nobody"),
            ("segment", "acme"),
            ("enterprise", "acme"),
        ]
        version = store.withdraw("demo", gone, by="李工", note="清理")

        assert version.removed == 1

    def test_a_withdrawn_record_can_be_reported_again(self, store: GraphStore) -> None:
        store.load(seed())
        for _ in range(2):
            store.report("demo", [enterprise("acme")], by="王工", note="报")
            store.withdraw("demo", [("enterprise", "acme")], by="王工", note="撤")

        assert [len(store.reported("demo", number)) for number in range(1, 6)] == [0, 1, 0, 1, 0]

    def test_the_edition_stays_through_a_report(self, store: GraphStore) -> None:
        store.load(seed(dataset=dataset(edition="2025")))

        assert store.report("demo", [enterprise("acme")], by="王", note="").edition == "2025"


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
        ],
        ids=lambda record: record.id,
    )
    def test_a_reported_record_that_names_nothing_is_an_orphan(
        self, store: GraphStore, record: AnyRecord
    ) -> None:
        store.load(seed(*BIKES))

        store.report("demo", [record], by="王工", note="报")

        assert store.orphans("demo") == (record,)

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

    def test_an_old_title_is_that_of_the_dataset_asked(self, store: GraphStore) -> None:
        for each in ("east", "west"):
            for edition in ("first", "second"):
                store.load(seed(dataset=dataset(each, edition=f"{each} {edition}")))

        for each in ("east", "west"):
            assert store.read(each, 1).dataset.edition == Edition(
                label=f"{each} first", date="2026-01-01"
            )


class ServiceContract:
    def test_a_store_that_answers_says_nothing(self, store: GraphStore) -> None:
        store.ping()

    def test_a_refused_write_leaves_the_store_as_it_was(self, store: GraphStore) -> None:
        first = store.load(seed(*BIKES))

        with pytest.raises(UnknownDatasetError):
            store.report("west", [segment("tyre")], by="王工", note="报")

        assert store.versions("demo") == (first,)
        assert store.load(seed(segment("tyre"))).number == 2

    def test_who_and_why_have_to_be_text(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))

        for by, note in (("\udcff", "报"), ("王工", "\udcff")):
            with pytest.raises(BadParameterError):
                store.report("demo", [segment("tyre")], by=by, note=note)
        assert store.current("demo").number == 1
        assert store.report("demo", [segment("tyre")], by="王工", note="报").number == 2


class SearchContract:
    def test_hits_come_by_match_then_length_then_type_then_id(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("cell", name="电池"),
                segment("pack", name="电池系统"),
                chain("batteries", name="电池组"),
                enterprise("zeta", name="电池厂"),
                enterprise("acme", name="电池厂"),
                gap("no_case", segment="case", name="缺电池壳"),
                segment("power_cell", name="动力电池"),
                segment("dichotomy", name="Dichotomy"),
            )
        )

        assert found(store, "电池") == [
            ("cell", "exact"),
            ("batteries", "prefix"),
            ("acme", "prefix"),
            ("zeta", "prefix"),
            ("pack", "prefix"),
            ("power_cell", "part"),
            ("no_case", "part"),
        ]

    def test_initials_come_after_every_other_match(self, store: GraphStore) -> None:
        store.load(
            seed(segment("cell", name="电池"), segment("long", name="A very long name with dc"))
        )

        assert found(store, "dc") == [("long", "part"), ("cell", "initials")]

    def test_one_or_two_chinese_characters_are_enough(self, store: GraphStore) -> None:
        store.load(seed(segment("power_cell", name="动力电池"), segment("wire", name="电线")))

        assert found(store, "池") == [("power_cell", "part")]
        assert found(store, "力电") == [("power_cell", "part")]
        assert found(store, "电") == [("wire", "prefix"), ("power_cell", "part")]

    def test_characters_have_to_stand_together(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="电动水池")))

        assert found(store, "电池") == []

    def test_every_kind_of_name_is_found(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("frame", name="车架", name_en="Frame", aliases=("骨架", "Chassis")),
                mention("bikes", "frame", "车身大架"),
            )
        )

        for text, matched in (
            ("车架", "车架"),
            ("frame", "Frame"),
            ("骨架", "骨架"),
            ("chassis", "Chassis"),
            ("车身大架", "车身大架"),
        ):
            (hit,) = store.search("demo", text)
            assert (hit.type, hit.id, hit.name, hit.matched, hit.match) == (
                "segment",
                "frame",
                "车架",
                matched,
                "exact",
            )

    @pytest.mark.parametrize(
        "record",
        [
            industry("one", name="新材料"),
            chain("one", name="新材料"),
            region("one", name="新材料"),
            segment("one", name="新材料"),
            enterprise("one", name="新材料"),
            gap("one", segment="x", name="新材料"),
        ],
        ids=lambda record: record.type,
    )
    def test_every_type_with_a_name_is_found(self, store: GraphStore, record: AnyRecord) -> None:
        store.load(seed(record))

        (hit,) = store.search("demo", "新材料")
        assert (hit.type, hit.id) == (record.type, "one")
        (by_initials,) = store.search("demo", "xcl")
        assert (by_initials.matched, by_initials.match) == ("新材料", "initials")

    def test_aliases_of_chains_regions_and_enterprises_are_found(self, store: GraphStore) -> None:
        named = {"name": "甲", "aliases": ("别名",)}
        store.load(
            seed(chain("c", **named), region("r", **named), enterprise("e", **named))  # type: ignore[arg-type]
        )

        assert found(store, "别名") == [("c", "exact"), ("r", "exact"), ("e", "exact")]

    @pytest.mark.parametrize("text", ["a00级电池", "Ａ００级　电池", "A00 级电 池", " a00级电池\n"])
    def test_width_case_and_spaces_do_not_matter(self, store: GraphStore, text: str) -> None:
        store.load(seed(segment("cell", name="A00级 电池")))

        assert found(store, text) == [("cell", "exact")]

    @pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
    def test_empty_text_finds_nothing(self, store: GraphStore, text: str) -> None:
        store.load(seed(*BIKES))

        assert store.search("demo", text) == ()

    @pytest.mark.parametrize(
        "text",
        ['"', "'", "*", "%", "_", "(", "NOT", "a OR b", "a*", "^b", "-", ":", "\0", "\udcff"],
    )
    def test_nothing_typed_is_taken_for_a_pattern(self, store: GraphStore, text: str) -> None:
        store.load(seed(segment("bike", name="单车", name_en="bike")))

        assert store.search("demo", text) == ()

    @pytest.mark.parametrize("text", ["（", "·", "+", "3+1", "C/D", '"', "𠮷", "级-", "%"])
    def test_punctuation_and_rare_characters_are_found(self, store: GraphStore, text: str) -> None:
        store.load(seed(segment("odd", name='甲（3+1）·C/D级-"𠮷"5%', name_en="Odd")))

        assert found(store, text) == [("odd", "part")]

    def test_a_record_comes_once_by_its_best_name(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("cell", name="锂电池", name_en="x", aliases=("电池片", "电池", "大电池")),
                mention("bikes", "cell", "电池"),
            )
        )

        assert [(hit.matched, hit.match) for hit in store.search("demo", "电池")] == [
            ("电池", "exact")
        ]

    def test_types_and_limit_narrow_the_hits(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("a", name="电池"), enterprise("b", name="电池厂"), chain("c", name="电池链")
            )
        )

        assert [hit.id for hit in store.search("demo", "电池", types=["enterprise", "chain"])] == [
            "c",
            "b",
        ]
        assert [hit.id for hit in store.search("demo", "电池", limit=1)] == ["a"]
        assert store.search("demo", "电池", limit=0) == ()
        assert store.search("demo", "电池", types=["makes"]) == ()

    def test_the_limit_keeps_the_best(self, store: GraphStore) -> None:
        names = {f"s{length:02}": "前" * length + "电池" for length in range(1, 40)}
        store.load(seed(*(segment(id_, name=name) for id_, name in reversed(names.items()))))

        assert [hit.id for hit in store.search("demo", "电池")] == [
            f"s{n:02}" for n in range(1, 21)
        ]

    def test_search_sees_the_version_asked(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="旧电池")))
        store.load(seed(segment("cell", name="新电池")))
        store.load(seed())

        assert found(store, "旧电池", version=1) == [("cell", "exact")]
        assert found(store, "新电池", version=1) == []
        assert found(store, "旧电池", version=2) == []
        assert found(store, "新电池", version=2) == [("cell", "exact")]
        assert found(store, "电池") == []

    def test_a_mention_taken_away_takes_its_word_with_it(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="电池"), mention("bikes", "cell", "电芯")))
        store.load(seed(segment("cell", name="电池")))

        assert found(store, "电芯", version=1) == [("cell", "exact")]
        assert found(store, "电芯") == []

    def test_search_sees_the_upper_layer_only(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="原名", aliases=("别名",))))
        store.report("demo", [segment("cell", name="新名")], by="王工", note="改名")

        assert found(store, "原名") == []
        assert found(store, "别名") == []
        (hit,) = store.search("demo", "新名")
        assert hit.name == "新名"
        store.withdraw("demo", [("segment", "cell")], by="王工", note="撤")
        assert found(store, "别名") == [("cell", "exact")]
        assert found(store, "原名", version=2) == []

    def test_a_hit_shows_the_name_of_the_upper_layer(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="原名"), mention("bikes", "cell", "电芯")))
        store.report("demo", [segment("cell", name="新名")], by="王工", note="改名")
        store.load(seed(segment("cell", name="又名"), mention("bikes", "cell", "电芯")))

        (hit,) = store.search("demo", "电芯")
        assert hit.name == "新名"
        (before,) = store.search("demo", "电芯", version=1)
        assert before.name == "原名"

    def test_a_mention_of_nothing_finds_nothing(self, store: GraphStore) -> None:
        store.load(seed(mention("bikes", "nothing", "电芯")))

        assert store.search("demo", "电芯") == ()

    def test_search_stays_in_its_dataset(self, store: GraphStore) -> None:
        east, west = dataset("east"), dataset("west")
        store.load(seed(segment("cell", name="东电池"), dataset=east))
        store.load(seed(segment("cell", name="西电池"), dataset=west))
        store.report("west", [segment("cell", name="西报电池")], by="王工", note="改")

        assert [hit.name for hit in store.search("east", "电池")] == ["东电池"]
        assert [hit.name for hit in store.search("west", "电池")] == ["西报电池"]

    def test_the_name_shown_is_that_of_the_dataset(self, store: GraphStore) -> None:
        mentioned = mention("bikes", "cell", "电芯")
        for each in ("east", "west"):
            store.load(seed(segment("cell", name=each), mentioned, dataset=dataset(each)))
            store.report(each, [segment("cell", name=f"{each} new")], by="王", note="")

        for each in ("east", "west"):
            assert [hit.name for hit in store.search(each, "电芯")] == [f"{each} new"]

    def test_a_segment_of_another_dataset_is_not_named_here(self, store: GraphStore) -> None:
        store.load(seed(segment("cell"), dataset=dataset("east")))
        store.load(seed(mention("bikes", "cell", "电芯"), dataset=dataset("west")))

        assert store.search("west", "电芯") == ()


class StoreContract(
    LoadContract,
    ReportContract,
    OrphanContract,
    VersionContract,
    DatasetContract,
    SearchContract,
    ServiceContract,
):
    """Inherit this and give it a `store` fixture with an empty store."""
