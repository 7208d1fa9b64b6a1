"""What every store promises of its writes."""

from datetime import datetime

import pytest

from graph.errors import BadParameterError, UnknownDatasetError
from graph.model import FIELD_OF_TYPE, AnyRecord, RecordType, Seed
from graph.store import GraphStore
from tests.stores.examples import BIKES, ids
from tests.support import (
    by_product,
    claim,
    dataset,
    decision,
    delivery,
    direction,
    document,
    enterprise,
    firm_words,
    gap,
    indicator,
    judgement,
    kind,
    lead,
    listed,
    makes,
    membership,
    mention,
    platform,
    process,
    project,
    region,
    register,
    review,
    role,
    seed,
    segment,
    source,
    synergy,
)


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
            by_product("bike", "frame"),
            platform("lab"),
            project("works"),
            indicator("output", value=1.5),
            indicator("not_printed", value=None, printed="--"),
            synergy("tie", "bikes", "bikes"),
            direction("district", "bicycles", "bikes"),
            process("hardening"),
            judgement("no_tyres"),
            lead("no_tyres"),
            delivery("acme", "acme", "frame", amount=1.5),
            register("census"),
            listed("census", "acme", "3761"),
            review("acme"),
            firm_words("acme"),
            decision("acme", "frame"),
        )
        assert {record.type for record in records} == set(FIELD_OF_TYPE)

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

    def test_a_record_that_comes_back_is_there_again(self, store: GraphStore) -> None:
        store.load(seed(segment("bell")))
        store.load(seed())

        version = store.load(seed(segment("bell")))

        assert (version.number, version.added, version.changed, version.removed) == (3, 1, 0, 0)
        assert [len(store.read("demo", number).segments) for number in (1, 2, 3)] == [1, 0, 1]

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
