"""What every store promises of edits, of edits that come too late, and of whole histories."""

from dataclasses import replace

import pytest

from graph.errors import (
    BadParameterError,
    DatasetExistsError,
    StaleEditError,
    UnknownDatasetError,
    UnknownVersionError,
)
from graph.model import AnyRecord, Seed
from graph.model.references import RecordKey
from graph.store import Archive, Edit, GraphStore, Stored, Version
from graph.store.contract import Cause
from tests.stores.examples import BIKES, ids
from tests.support import dataset, enterprise, makes, mention, region, seed, segment


class EditContract:
    def test_a_report_can_take_others_away_in_the_same_version(self, store: GraphStore) -> None:
        store.load(seed())
        store.report("demo", [enterprise("acme"), enterprise("zeta")], by="王工", note="报")

        version = store.report(
            "demo", [segment("tyre")], by="王工", note="换", withdrawn=[("enterprise", "acme")]
        )

        assert (version.number, version.cause) == (3, "report")
        assert (version.added, version.changed, version.removed) == (1, 0, 1)
        assert ids(store.reported("demo")) == ["tyre", "zeta"]

    def test_what_is_withdrawn_and_reported_at_once_is_reported(self, store: GraphStore) -> None:
        store.load(seed())
        store.report("demo", [enterprise("acme", "planned")], by="王工", note="报")

        version = store.report(
            "demo", [enterprise("acme")], by="王", note="", withdrawn=[("enterprise", "acme")]
        )

        assert (version.added, version.changed, version.removed) == (0, 1, 0)
        assert store.reported("demo") == (enterprise("acme"),)

    def test_withdrawing_with_a_report_takes_no_seed_record_away(self, store: GraphStore) -> None:
        first = store.load(seed(enterprise("acme")))

        again = store.report("demo", [], by="王", note="", withdrawn=[("enterprise", "acme")])

        assert again == first
        assert "acme" in store.read("demo").enterprises

    def test_an_undo_is_told_from_a_report(self, store: GraphStore) -> None:
        store.load(seed())
        store.report("demo", [enterprise("acme")], by="王工", note="报")

        version = store.report(
            "demo", [], by="李工", note="撤销", withdrawn=[("enterprise", "acme")], cause="undo"
        )

        assert (version.cause, version.by, version.note) == ("undo", "李工", "撤销")
        assert store.current("demo") == version

    def test_the_edits_of_a_version_are_what_lay_there_and_what_lies_there(
        self, store: GraphStore
    ) -> None:
        store.load(seed(enterprise("acme", name="种子")))
        old, other = enterprise("acme", "planned"), makes("acme", "frame")
        store.report("demo", [old, other], by="王工", note="一")
        new, tyre = enterprise("acme"), segment("tyre")
        store.report(
            "demo", [tyre, new], by="李工", note="二", withdrawn=[("makes", "makes.acme.frame")]
        )

        assert store.edits("demo", 2) == (
            Edit("enterprise", "acme", None, old),
            Edit("makes", "makes.acme.frame", None, other),
        )
        assert store.edits("demo", 3) == (
            Edit("segment", "tyre", None, tyre),
            Edit("enterprise", "acme", old, new),
            Edit("makes", "makes.acme.frame", other, None),
        )

    def test_a_load_edits_nothing(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))
        store.report("demo", [enterprise("acme", "suspended")], by="王工", note="停产")
        store.load(seed(enterprise("acme", name="新名")))

        assert store.edits("demo", 1) == ()
        assert store.edits("demo", 3) == ()

    def test_edits_are_those_of_the_dataset_asked(self, store: GraphStore) -> None:
        for each in ("east", "west"):
            store.load(seed(dataset=dataset(each)))
            store.report(each, [enterprise(each)], by="王", note="")
            store.withdraw(each, [("enterprise", each)], by="王", note="")

        assert store.edits("east", 2) == (Edit("enterprise", "east", None, enterprise("east")),)
        assert store.edits("west", 3) == (Edit("enterprise", "west", enterprise("west"), None),)

    def test_edits_of_what_never_was_are_refused(self, store: GraphStore) -> None:
        with pytest.raises(UnknownDatasetError):
            store.edits("demo", 1)
        store.load(seed())
        with pytest.raises(UnknownVersionError):
            store.edits("demo", 2)

    def test_withdrawing_what_is_no_text_passes_it_over(self, store: GraphStore) -> None:
        # What a command line makes of bytes that are not UTF-8.
        first = store.load(seed(*BIKES))

        assert store.withdraw("demo", [("enterprise", "\udcff")], by="王", note="") == first


class StaleContract:
    """Editors who saw one of the two versions of `write_twice`, and what was written since."""

    def test_an_edit_of_what_the_editor_saw_is_taken(self, store: GraphStore) -> None:
        write_twice(store)
        changed = [enterprise("acme", "suspended")]

        assert store.report("demo", changed, by="李工", note="停", seen=2).number == 3
        gone: list[RecordKey] = [("enterprise", "acme")]
        assert store.withdraw("demo", gone, by="李", note="", seen=3).number == 4

    def test_an_edit_of_what_another_changed_since_is_refused(self, store: GraphStore) -> None:
        write_twice(store)
        with pytest.raises(StaleEditError) as caught:
            store.report("demo", [enterprise("acme", "suspended")], by="李工", note="停", seen=1)

        assert caught.value.keys == (("enterprise", "acme"),)
        assert (caught.value.details["seen"], caught.value.details["current"]) == (1, 2)
        assert store.current("demo").number == 2
        assert store.reported("demo") == (enterprise("acme", "planned"),)

    def test_a_withdrawal_of_what_another_changed_since_is_refused(self, store: GraphStore) -> None:
        write_twice(store)
        with pytest.raises(StaleEditError):
            store.withdraw("demo", [("enterprise", "acme")], by="李", note="", seen=1)
        with pytest.raises(StaleEditError):
            store.report("demo", [], by="李", note="", withdrawn=[("enterprise", "acme")], seen=1)

        assert store.current("demo").number == 2

    def test_without_a_version_seen_an_edit_is_always_taken(self, store: GraphStore) -> None:
        write_twice(store)
        changed = [enterprise("acme", "suspended")]

        assert store.report("demo", changed, by="李工", note="停").number == 3

    def test_what_changed_elsewhere_does_not_matter(self, store: GraphStore) -> None:
        write_twice(store)
        changed: list[AnyRecord] = [
            enterprise("zeta", "suspended"),
            makes("acme", "bike"),
            segment("acme"),
        ]

        assert store.report("demo", changed, by="李工", note="停", seen=1).number == 3

    def test_every_key_that_changed_is_named_by_type_and_id(self, store: GraphStore) -> None:
        write_twice(store)
        store.report("demo", [segment("tyre"), makes("acme", "tyre")], by="王", note="")

        with pytest.raises(StaleEditError) as caught:
            store.report(
                "demo",
                [makes("acme", "tyre"), enterprise("zeta", "planned"), enterprise("acme")],
                by="李",
                note="",
                withdrawn=[("segment", "tyre")],
                seen=1,
            )

        assert caught.value.keys == (
            ("segment", "tyre"),
            ("enterprise", "acme"),
            ("makes", "makes.acme.tyre"),
        )

    def test_a_seed_record_that_a_load_changed_is_not_what_the_editor_saw(
        self, store: GraphStore
    ) -> None:
        write_twice(store)
        store.load(seed(enterprise("acme"), enterprise("zeta", name="新名")))

        for record in (enterprise("zeta", "suspended"), segment("bike", name="自行车")):
            with pytest.raises(StaleEditError):
                store.report("demo", [record], by="李工", note="改", seen=2)

    def test_a_seed_record_under_a_reported_one_does_not_matter(self, store: GraphStore) -> None:
        write_twice(store)
        store.load(seed(enterprise("acme", name="新名")))

        changed = [enterprise("acme", "suspended")]
        assert store.report("demo", changed, by="李工", note="停", seen=2).number == 4

    def test_a_seed_record_that_was_confirmed_since_is_not_what_the_editor_saw(
        self, store: GraphStore
    ) -> None:
        write_twice(store)
        store.report("demo", [enterprise("zeta")], by="王工", note="属实")

        with pytest.raises(StaleEditError):
            store.report("demo", [enterprise("zeta", "suspended")], by="李", note="", seen=2)

    def test_what_was_changed_back_since_is_what_the_editor_saw(self, store: GraphStore) -> None:
        write_twice(store)
        store.withdraw("demo", [("enterprise", "acme")], by="王工", note="误")

        changed = [enterprise("acme", "suspended")]
        assert store.report("demo", changed, by="李工", note="停", seen=1).number == 4

    def test_another_dataset_does_not_matter(self, store: GraphStore) -> None:
        write_twice(store)
        store.load(seed(dataset=dataset("west")))
        store.report("west", [enterprise("zeta", "planned")], by="王", note="")

        changed = [enterprise("zeta", "suspended")]
        assert store.report("demo", changed, by="李工", note="停", seen=1).number == 3

    @pytest.mark.parametrize("number", [-1, 0, 3])
    def test_nobody_has_seen_a_version_that_never_was(self, store: GraphStore, number: int) -> None:
        write_twice(store)
        with pytest.raises(UnknownVersionError):
            store.report("demo", [segment("tyre")], by="李", note="", seen=number)
        with pytest.raises(UnknownVersionError):
            store.withdraw("demo", [("enterprise", "acme")], by="李", note="", seen=number)


class ArchiveContract:
    def test_an_archive_is_every_version_and_every_row(self, store: GraphStore) -> None:
        below, above = segment("frame"), segment("frame", name="车架")
        old, new = dataset(edition="old"), dataset(edition="new")
        first = store.load(Seed(old, reference=(below,), local=(above, enterprise("acme"))))
        second = store.report("demo", [enterprise("acme", "planned")], by="王工", note="改")
        third = store.load(Seed(new, reference=(below,), local=()))
        fourth = store.withdraw("demo", [("enterprise", "acme")], by="李工", note="撤")

        assert store.archive("demo") == Archive(
            states=((first, old), (second, old), (third, new), (fourth, new)),
            records=(
                Stored("reference", below, 1, None),
                Stored("local", above, 1, 3),
                Stored("local", enterprise("acme"), 1, 3),
                Stored("reported", enterprise("acme", "planned"), 2, 4),
            ),
        )

    def test_an_archive_of_an_unknown_dataset_is_refused(self, store: GraphStore) -> None:
        with pytest.raises(UnknownDatasetError):
            store.archive("demo")

    def test_an_archive_holds_its_dataset_alone(self, store: GraphStore) -> None:
        for each in ("east", "west"):
            store.load(seed(segment(each), dataset=dataset(each)))

        assert [row.record for row in store.archive("west").records] == [segment("west")]

    def test_a_dataset_is_not_restored_over_itself(self, store: GraphStore) -> None:
        first = store.load(seed(*BIKES))
        archive = store.archive("demo")

        with pytest.raises(DatasetExistsError) as caught:
            store.restore(archive)

        assert caught.value.details == {"dataset": "demo"}
        assert store.versions("demo") == (first,)

    def test_a_restored_history_is_the_same_history(self, store: GraphStore) -> None:
        archive = history()
        store.load(seed(segment("bike", name="邻区单车"), dataset=dataset("west")))

        version = store.restore(archive)

        assert store.archive("demo") == archive
        assert version == archive.states[-1][0] == store.current("demo")
        assert [each.cause for each in store.versions("demo")] == [
            "undo",
            "withdraw",
            "report",
            "load",
        ]
        assert [store.read("demo", n).segments["bike"].name for n in (1, 2, 3, 4)] == [
            "单车",
            "自行车",
            "单车",
            "自行车",
        ]
        assert [each.id for each in store.datasets()] == ["demo", "west"]
        assert store.read("west").segments["bike"].name == "邻区单车"

    def test_a_restored_history_is_searched(self, store: GraphStore) -> None:
        store.restore(history())

        assert [hit.id for hit in store.search("demo", "自行")] == ["bike"]
        assert store.search("demo", "单车") == ()
        assert [hit.id for hit in store.search("demo", "dc", version=1)] == ["bike"]
        assert [hit.name for hit in store.search("demo", "两轮")] == ["自行车"]

    def test_a_restored_history_goes_on(self, store: GraphStore) -> None:
        store.restore(history())

        version = store.load(seed(segment("bike", name="单车"), region("park", "park")))

        assert (version.number, version.added, version.changed, version.removed) == (5, 1, 0, 1)
        assert store.edits("demo", 4) == (
            Edit("segment", "bike", None, segment("bike", name="自行车")),
        )
        assert store.withdraw("demo", [("segment", "bike")], by="王", note="").number == 6
        assert store.read("demo").segments["bike"].name == "单车"

    @pytest.mark.parametrize("flaw", ["versions", "dataset", "edition", "ends", "late", "twice"])
    def test_what_is_no_history_is_refused(self, store: GraphStore, flaw: str) -> None:
        with pytest.raises(BadParameterError):
            store.restore(spoilt(history(), flaw))

        assert store.datasets() == ()


def write_twice(store: GraphStore) -> None:
    """A seed, then a report on acme."""
    store.load(seed(enterprise("acme"), enterprise("zeta"), segment("bike")))
    store.report("demo", [enterprise("acme", "planned")], by="王工", note="改")


def history() -> Archive:
    """Four versions: a load, a report that renames the bike, its withdrawal, and its return."""
    old, new = segment("bike", name="单车"), segment("bike", name="自行车")
    versions = tuple(
        Version(
            dataset="demo",
            number=number,
            at=f"2026-01-0{number}T08:00:00+00:00",
            cause=cause,
            by=None if number == 1 else "王工",
            note=None if number == 1 else "改",
            edition="2026",
            added=added,
            changed=0,
            removed=removed,
        )
        for number, cause, added, removed in CAUSES
    )
    return Archive(
        states=tuple((each, dataset()) for each in versions),
        records=(
            Stored("reference", old, 1, None),
            Stored("local", mention("bikes", "bike", "两轮车"), 1, None),
            Stored("reported", new, 2, 3),
            Stored("reported", new, 4, None),
        ),
    )


CAUSES: tuple[tuple[int, Cause, int, int], ...] = (
    (1, "load", 2, 0),
    (2, "report", 1, 0),
    (3, "withdraw", 0, 1),
    (4, "undo", 1, 0),
)


def spoilt(archive: Archive, flaw: str) -> Archive:
    (first, called), *others = archive.states
    last = archive.records[-1]
    match flaw:
        case "versions":
            return replace(archive, states=tuple(others))
        case "dataset":
            return replace(archive, states=((first, dataset("west")), *others))
        case "edition":
            return replace(archive, states=((replace(first, edition="?"), called), *others))
        case "ends":
            return replace(archive, records=(*archive.records, replace(last, since=4, until=5)))
        case "late":
            return replace(archive, records=(*archive.records, replace(last, since=5)))
    return replace(archive, records=(*archive.records, replace(last, since=2, until=4)))
