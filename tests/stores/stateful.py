"""Random writes against any store, compared with a model that only keeps frozen snapshots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from graph.errors import StaleEditError, UnknownDatasetError, UnknownVersionError
from graph.model import AnyRecord, Chain, Enterprise, Makes, Mention, RecordType, Seed, Segment
from graph.store import GraphStore, Version
from tests.support import chain, dataset, enterprise, makes, mention, segment

Key = tuple[RecordType, str]
Layer = dict[Key, AnyRecord]

IDS = ("a", "b")
NAMES = ("甲电池", "乙电池", "丙电池")
DATASETS = st.sampled_from(("east", "west"))
EDITIONS = st.sampled_from(("first", "second"))
RECORDS: st.SearchStrategy[AnyRecord] = st.one_of(
    st.just(chain("c", "i", name="链")),
    st.builds(lambda id_, name: segment(id_, name=name), *map(st.sampled_from, (IDS, NAMES))),
    st.builds(lambda id_, name: enterprise(id_, name=name), *map(st.sampled_from, (IDS, NAMES))),
    st.builds(makes, *map(st.sampled_from, (IDS, IDS))),
    st.builds(lambda id_, name: mention("c", id_, name), *map(st.sampled_from, (IDS, NAMES))),
)
SOME = st.lists(RECORDS, max_size=4)


@dataclass(frozen=True)
class Snapshot:
    """A dataset at one version, layer by layer."""

    edition: str
    reference: Layer = field(default_factory=dict)
    local: Layer = field(default_factory=dict)
    reported: Layer = field(default_factory=dict)

    def held(self, key: Key) -> tuple[bool, AnyRecord | None]:
        """What holds for a key, and whether it is reported."""
        return key in self.reported, self.seen().get(key)

    def seen(self) -> Layer:
        return {**self.reference, **self.local, **self.reported}

    def orphans(self) -> set[Key]:
        """Reported records that name what nobody declares."""
        seen = self.seen()
        return {
            key
            for key, record in self.reported.items()
            if any(each not in seen for each in needed_by(record))
        }

    def called(self, name: str) -> set[Key]:
        """What goes by this very name, by the word of a mention too."""
        seen = self.seen()
        own = {
            (record.type, record.id)
            for record in seen.values()
            if isinstance(record, Segment | Enterprise) and record.name == name
        }
        spoken: set[Key] = {
            ("segment", record.segment)
            for record in seen.values()
            if isinstance(record, Mention) and record.name == name
        }
        return own | {key for key in spoken if key in seen}


def needed_by(record: AnyRecord) -> list[Key]:
    match record:
        case Makes():
            return [("segment", record.segment), ("enterprise", record.enterprise)]
        case Mention():
            return [("segment", record.segment), ("chain", record.chain)]
        case Chain():
            return [("industry", record.industry)]  # which is never there
        case _:
            return []


def keyed(records: Sequence[AnyRecord]) -> Layer:
    return {(record.type, record.id): record for record in records}


def counts(before: Sequence[Layer], after: Sequence[Layer]) -> tuple[int, int, int]:
    """How many records were added, changed and removed, layer by layer."""
    added = sum(len(new.keys() - old.keys()) for old, new in zip(before, after, strict=True))
    removed = sum(len(old.keys() - new.keys()) for old, new in zip(before, after, strict=True))
    both = [(old, new, old.keys() & new.keys()) for old, new in zip(before, after, strict=True)]
    return added, sum(old[key] != new[key] for old, new, keys in both for key in keys), removed


class StoreMachine(RuleBasedStateMachine):
    """Loads, reports and withdrawals over two datasets; `open` gives an empty store."""

    def __init__(self) -> None:
        super().__init__()
        self.store = self.open()
        self.states: dict[str, list[Snapshot]] = {}

    def open(self) -> GraphStore:
        raise NotImplementedError

    @rule(name=DATASETS, edition=EDITIONS, reference=SOME, local=SOME)
    def load(
        self, name: str, edition: str, reference: list[AnyRecord], local: list[AnyRecord]
    ) -> None:
        last = self.last(name) or Snapshot(edition)
        after = replace(last, edition=edition, reference=keyed(reference), local=keyed(local))
        found = Seed(dataset(name, edition=edition), tuple(reference), tuple(local))

        version = self.store.load(found)

        self.expect(name, after, version, "load")

    @rule(name=DATASETS)
    def load_the_same(self, name: str) -> None:
        last = self.last(name)
        if last is None:
            return
        layers = tuple(last.reference.values()), tuple(last.local.values())

        version = self.store.load(Seed(dataset(name, edition=last.edition), *layers))

        self.expect(name, last, version, "load")

    @rule(name=DATASETS, records=SOME)
    def report(self, name: str, records: list[AnyRecord]) -> None:
        last = self.last(name)
        if last is None:
            with pytest.raises(UnknownDatasetError):
                self.store.report(name, records, by="甲", note="报")
            return

        version = self.store.report(name, records, by="甲", note="报")

        reported = last.reported | keyed(records)
        self.expect(name, replace(last, reported=reported), version, "report")

    @rule(name=DATASETS, records=SOME)
    def withdraw(self, name: str, records: list[AnyRecord]) -> None:
        last = self.last(name)
        if last is None:
            return
        gone = list(keyed(records))

        version = self.store.withdraw(name, gone, by="甲", note="撤")

        reported = {key: each for key, each in last.reported.items() if key not in gone}
        self.expect(name, replace(last, reported=reported), version, "withdraw")

    @rule(name=DATASETS, records=SOME, withdrawn=SOME, data=st.data())
    def edit(
        self,
        name: str,
        records: list[AnyRecord],
        withdrawn: list[AnyRecord],
        data: st.DataObject,
    ) -> None:
        """Undo or report, by somebody who saw some version, maybe an old one."""
        last = self.last(name)
        if last is None:
            return
        seen = data.draw(st.integers(1, len(self.states[name])))
        new, gone = keyed(records), keyed(withdrawn)
        then = self.states[name][seen - 1]
        changed = {key for key in new | gone if then.held(key) != last.held(key)}

        def write() -> Version:
            return self.store.report(
                name, records, by="甲", note="", withdrawn=list(gone), seen=seen, cause="undo"
            )

        if changed:
            with pytest.raises(StaleEditError) as caught:
                write()
            assert set(caught.value.keys) == changed
            return
        reported = {key: each for key, each in last.reported.items() if key not in gone} | new
        self.expect(name, replace(last, reported=reported), write(), "undo")

    def last(self, name: str) -> Snapshot | None:
        states = self.states.get(name)
        return states[-1] if states else None

    def expect(self, name: str, after: Snapshot, version: Version, cause: str) -> None:
        states = self.states.setdefault(name, [])
        if not states or states[-1] != after:
            before = states[-1] if states else Snapshot("")
            states.append(after)
            assert version.cause == cause
            assert (version.added, version.changed, version.removed) == counts(
                (before.reference, before.local, before.reported),
                (after.reference, after.local, after.reported),
            )
        assert version == self.store.current(name)
        assert version.number == len(states)
        self.compare(name, version.number)

    def compare(self, name: str, number: int) -> None:
        state = self.states[name][number - 1]
        facts = self.store.read(name, number)
        assert facts.dataset == dataset(name, edition=state.edition)
        assert keyed(tuple(facts.records())) == state.seen()
        assert keyed(self.store.reported(name, number)) == state.reported
        assert set(keyed(self.store.orphans(name, number))) == state.orphans()
        for text in NAMES:
            hits = self.store.search(name, text, version=number)
            segments_first = sorted(state.called(text), key=lambda key: (key[0] != "segment", key))
            assert [(hit.type, hit.id) for hit in hits] == segments_first
            shown = [state.seen()[key] for key in segments_first]
            names = [each.name for each in shown if isinstance(each, Segment | Enterprise)]
            assert [hit.name for hit in hits] == names

    def versions(self) -> Iterator[tuple[str, int]]:
        for name, states in self.states.items():
            yield from ((name, number) for number in range(1, len(states) + 1))

    def teardown(self) -> None:
        try:
            self.compare_all()
            self.compare_archives()
            self.compare_all()
        finally:
            self.store.close()

    def compare_all(self) -> None:
        for name, number in self.versions():
            self.compare(name, number)
        assert [each.id for each in self.store.datasets()] == sorted(self.states)
        for name, states in self.states.items():
            self.compare_versions(name, len(states))

    def compare_edits(self, name: str, number: int) -> None:
        before = self.states[name][number - 2].reported if number > 1 else {}
        after = self.states[name][number - 1].reported
        assert {
            (each.type, each.id): (each.before, each.after)
            for each in self.store.edits(name, number)
        } == {
            key: (before.get(key), after.get(key))
            for key in before.keys() | after.keys()
            if before.get(key) != after.get(key)
        }

    def compare_archives(self) -> None:
        """What an empty store restores is what this one has, version by version."""
        archives = {name: self.store.archive(name) for name in self.states}
        versions = {name: self.store.versions(name) for name in self.states}
        self.store.close()
        self.store = self.open()
        for name, archive in archives.items():
            assert self.store.restore(archive) == versions[name][0]
        for name, archive in archives.items():
            assert self.store.archive(name) == archive
            assert self.store.versions(name) == versions[name]

    def compare_versions(self, name: str, count: int) -> None:
        numbers = [version.number for version in self.store.versions(name)]
        assert numbers == list(range(count, 0, -1))
        for number in numbers:
            self.compare_edits(name, number)
        with pytest.raises(UnknownVersionError):
            self.store.read(name, count + 1)
