"""What holds of a dataset, in memory: an edit starts from there, and does not read all again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from graph.model import AnyRecord, Facts, facts_from
from graph.model.collecting import uncollected
from graph.model.following import ReportedChange, facts_after
from graph.model.soundness import sound
from graph.store import neo4j_statements as cypher
from graph.store.contract import Stored
from graph.store.layers import LAYERS, REPORTED, LayerChange, LayerPlace
from graph.store.neo4j_anew import drawn
from graph.store.neo4j_connection import Transaction
from graph.store.neo4j_patch import Patch, digest, patch, patched, whole
from graph.store.neo4j_rows import CypherStatement
from graph.store.steps import VersionState


@dataclass(frozen=True, slots=True)
class WrittenMark:
    """By whom the version that holds was written, and how it is drawn.

    `drawing` is what its nodes bear as version, `digest` tells what they should be.
    """

    by: str | None
    drawing: int
    digest: str | None

    @classmethod
    def of(cls, tx: Transaction, dataset: str) -> Self | None:
        """As it is now; nothing for a dataset that nobody wrote."""
        # Ids are ASCII; a command line can hand in text that cannot be sent.
        found = tx.rows(cypher.WRITTEN, dataset=dataset) if dataset.isascii() else []
        return next((cls(row["written"], row["drawing"], row["digest"]) for row in found), None)


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """The version that holds, record by record; `drawn` as this very program does it."""

    written: WrittenMark
    state: VersionState
    held: Mapping[LayerPlace, AnyRecord]
    facts: Facts
    sound: Facts
    drawn: bool = field(default=False, compare=False)

    @classmethod
    def of(
        cls, written: WrittenMark, state: VersionState, held: Mapping[LayerPlace, AnyRecord]
    ) -> Self:
        """What these records mean."""
        with uncollected():
            upwards = (held[place] for place in sorted(held, key=lambda each: each.layer))
            facts = facts_from(state.dataset, state.version.number, upwards)
            return cls(written, state, held, facts, sound(facts))

    def is_of(self, state: VersionState, written: WrittenMark | None) -> bool:
        """Whether it is this version, written by the same."""
        return self.state == state and self.written == written and written.by is not None

    @property
    def seed(self) -> Mapping[LayerPlace, AnyRecord]:
        """What holds in the layers that a load replaces."""
        return {place: record for place, record in self.held.items() if place.layer < REPORTED}

    def followed_by(
        self, state: VersionState, change: LayerChange, after: Mapping[LayerPlace, AnyRecord]
    ) -> "HeldVersion":
        """What holds after a change that leads to this state, by the same writer so far."""
        gone = set(change.removed)
        left = {place: record for place, record in self.held.items() if place not in gone}
        held = left | {place: after[place] for place in change.begun}
        facts = self._facts_after(state, change, held)
        if facts is None:
            return HeldVersion.of(self.written, state, held)
        return HeldVersion(self.written, state, held, facts, facts)

    def _facts_after(
        self, state: VersionState, change: LayerChange, held: Mapping[LayerPlace, AnyRecord]
    ) -> Facts | None:
        """The facts after an edit, all sound; null where only all records together tell them."""
        places = change.ended + change.added
        edited = all(place.layer == REPORTED for place in places)
        if not edited or self.sound is not self.facts or state.dataset != self.state.dataset:
            return None
        changes = [
            ReportedChange((place.type, place.id), self.held.get(place), held.get(place))
            for place in places
        ]
        return facts_after(self.facts, state.version.number, changes)

    def is_drawn(self) -> bool:
        """Whether its drawing is what this program would draw, so that it can be patched."""
        return self.drawn or _told(digest(whole(self.sound))) == self.written.digest

    def patch_to(self, facts: Facts) -> tuple[Patch, str]:
        """What makes its drawing into that of other sound facts, and the digest of that."""
        change = patch(self.sound, facts)
        return change, _told(patched(int(self.written.digest or "0", 16), change))

    def written_as(self, written: WrittenMark) -> "HeldVersion":
        """The same, now that it is written and drawn."""
        return replace(self, written=written, drawn=True)


def drawn_whole(facts: Facts) -> tuple[Iterator[CypherStatement], str]:
    """What draws sound facts where nothing is drawn, and the digest of it."""
    drawing = whole(facts)
    return drawn(drawing), _told(digest(drawing))


def shelf_of(rows: Iterable[Stored]) -> dict[LayerPlace, AnyRecord]:
    """Records by place."""
    return {
        LayerPlace(LAYERS.index(each.layer), each.record.type, each.record.id): each.record
        for each in rows
    }


def _told(number: int) -> str:
    return f"{number:032x}"
