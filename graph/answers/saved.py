"""A workspace as columns beside its facts: its network, its indexes, its names; and back.

What is read back equals what is compiled; an index makes its records when it is asked for them.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol, TypedDict

from graph.analysis.registers import registers
from graph.answers.folded import NAMED, IdsByName
from graph.answers.placed import placed_columns, placed_from
from graph.answers.resting import Resting
from graph.answers.workspace import Workspace, workspace_of
from graph.model import AnyRecord, Facts, KindOf, ListedFirm, RecordKey, Unlisted
from graph.model.told_fields import told_in
from graph.network.saved import Column, network_columns, network_from


class NumberedRecords(Protocol):
    """Records that also have numbers, in order of id: as they were read back."""

    def __iter__(self) -> Iterator[str]: ...

    def several(self, numbers: Sequence[int]) -> tuple[AnyRecord, ...]:
        """Return the records of some numbers."""
        ...

    def number(self, id_: str) -> int:
        """Return the number of a record; raise `KeyError`."""
        ...


class IndexForm(NamedTuple):
    """What an index of a workspace goes over: the records of a shelf, by what a field names."""

    shelf: str
    field: str
    target: str


INDEXES: Mapping[str, IndexForm] = {
    "mentions": IndexForm("mentions", "segment", "segments"),
    "claims": IndexForm("claims", "segment", "segments"),
    "makers": IndexForm("makes", "segment", "segments"),
    "products": IndexForm("makes", "enterprise", "enterprises"),
    "roles": IndexForm("roles", "enterprise", "enterprises"),
    "chain_roles": IndexForm("roles", "chain", "chains"),
    "places": IndexForm("memberships", "segment", "segments"),
    "members": IndexForm("memberships", "chain", "chains"),
    "kinds": IndexForm("kinds", "segment", "segments"),
}
"""By the field of `Workspace`."""


class WorkspaceTold(TypedDict):
    """What is no array: what was set aside, the segments that an open proposal waits on, counts."""

    past: list[RecordKey]
    open_on: list[str]
    resting: tuple[int, Mapping[str, int], int, str | None]


def workspace_columns(ws: Workspace) -> Iterator[tuple[str, Column]]:
    """Yield every array of a workspace, by name."""
    yield from network_columns(ws.network, ws.facts)
    yield from placed_columns(ws.placed)
    for name, form in INDEXES.items():
        yield from _index_columns(name, form, ws.facts)


def workspace_told(ws: Workspace) -> WorkspaceTold:
    """Return what a workspace holds beside its facts and arrays."""
    return WorkspaceTold(past=sorted(ws.past), open_on=sorted(ws.open_on), resting=ws.resting)


def names_told(ws: Workspace) -> dict[str, IdsByName]:
    """Return what whole types of records are called, folded."""
    return {kind: ws.known_names.of(kind) for kind in NAMED}


def workspace_from(
    facts: Facts, rows: tuple[ListedFirm, ...], told: WorkspaceTold, read: Callable[[str], Column]
) -> Workspace:
    """Return the workspace of facts that were read back.

    `rows` are those of registers, where some are not among the facts.
    """
    waiting = frozenset(told["open_on"])
    found = registers(facts, rows or tuple(facts.listed_firms.values()), waiting)
    indexes = {name: Index(form, facts, name, read) for name, form in INDEXES.items()}
    ws = workspace_of(
        {
            "facts": facts,
            "registers": found,
            "open_on": waiting,
            "network": network_from(facts, read),
            "unlisted": _by_segment(found.unlisted),
            "past": frozenset((type_, id_) for type_, id_ in told["past"]),
            **indexes,
            "kinds": KindsBySegment(indexes["kinds"]),
        },
        len(facts.segments),
    )
    # Every page tells it, and counting would make a record of every fact.
    vars(ws)["resting"] = Resting(*told["resting"])
    vars(ws)["placed"] = placed_from(tuple(facts.chains), read)
    return ws


def _index_columns(name: str, form: IndexForm, facts: Facts) -> Iterator[tuple[str, Column]]:
    """Lay an index end to end: by the number of what is named, and which were named first."""
    numbers = {each: number for number, each in enumerate(getattr(facts, form.target))}
    named = [numbers[each] for each in told_in(getattr(facts, form.shelf), form.field)]
    lengths = Counter(named)
    starts = accumulate((lengths.get(number, 0) for number in range(len(numbers))), initial=0)
    yield f"index.{name}.order", array("i", lengths)
    yield f"index.{name}.starts", array("i", starts)
    yield f"index.{name}.values", array("i", sorted(range(len(named)), key=named.__getitem__))


class Index(Mapping[str, tuple[AnyRecord, ...]]):
    """The records of a shelf by what they name, made where they are asked for."""

    def __init__(
        self, form: IndexForm, facts: Facts, name: str, read: Callable[[str], Column]
    ) -> None:
        self._records: NumberedRecords = getattr(facts, form.shelf)
        self._targets: NumberedRecords = getattr(facts, form.target)
        self._order, self._starts, self._values = (
            read(f"index.{name}.{part}") for part in ("order", "starts", "values")
        )
        self._made: dict[str, tuple[AnyRecord, ...]] = {}

    def __getitem__(self, id_: str) -> tuple[AnyRecord, ...]:
        found = self._made.get(id_)
        if found is None:
            number = self._targets.number(id_)
            row = self._values[self._starts[number] : self._starts[number + 1]]
            if not row:
                raise KeyError(id_)
            found = self._made[id_] = self._records.several(row)
        return found

    def __iter__(self) -> Iterator[str]:
        ids = tuple(self._targets)
        return (ids[number] for number in self._order)

    def __len__(self) -> int:
        return len(self._order)


class KindsBySegment(Mapping[str, KindOf]):
    """What each segment is a kind of: one kind at most."""

    def __init__(self, index: Mapping[str, tuple[AnyRecord, ...]]) -> None:
        self._index = index

    def __getitem__(self, segment: str) -> KindOf:
        kind = self._index[segment][-1]
        assert isinstance(kind, KindOf)  # noqa: S101 - nothing else is indexed
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)


def _by_segment(unlisted: tuple[Unlisted, ...]) -> Mapping[str, tuple[Unlisted, ...]]:
    segments = dict.fromkeys(each.segment for each in unlisted)
    return {one: tuple(each for each in unlisted if each.segment == one) for one in segments}
