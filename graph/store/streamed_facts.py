"""Facts of a version with more firms than memory should hold: these as ids, all else as records.

Enough to compile a network and to write the columns of a version, which then hold the records.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, runtime_checkable

from pydantic_core import from_json

from graph.model import FIELD_OF_TYPE, RECORDS, AnyRecord, Facts, RecordKey
from graph.model.names import fold
from graph.model.told_fields import told_in
from graph.model.vocabulary import RecordType
from graph.store.contract import Version
from graph.store.layers import records_from

OF_FIRMS: tuple[RecordType, ...] = ("enterprise", "role", "makes")
"""The types of which a province has millions."""
LARGE = 100_000
"""Records of these types from which on they are streamed: as records they take 5 KB each."""
_BASIS = b'"evidence":[{"basis":"'
StoredBody = tuple[str, int, bytes]
"""A record's id, the number of its layer, its JSON."""


@runtime_checkable
class StreamRead(Protocol):
    """A store that hands out the bodies of a version one after the other."""

    def count_of(self, version: Version, types: Sequence[RecordType]) -> int:
        """How many rows of these types a version has."""
        ...

    def read_without(self, version: Version, types: Sequence[RecordType]) -> Facts:
        """Everything of a version but these types."""
        ...

    def bodies(
        self, version: Version, type_: RecordType
    ) -> AbstractContextManager[Iterator[StoredBody]]:
        """The rows of a type, by id, upper layers last."""
        ...

    def record_of(self, version: Version, key: RecordKey) -> AnyRecord:
        """One record that the version has."""
        ...


@dataclass(slots=True)
class ToldFirm:
    """What compiling asks of an enterprise."""

    id: str
    status: str
    region: str | None


@dataclass(slots=True)
class ToldTie:
    """What compiling asks of a role or of what a firm makes, as its id says it."""

    type: RecordType
    id: str
    enterprise: str
    segment: str
    chain: str


class TiesById(Mapping[str, ToldTie]):
    """Roles or makes in order of id: read off their ids; the record itself where one is asked."""

    def __init__(
        self, type_: RecordType, ids: Sequence[str], record: Callable[[str], AnyRecord]
    ) -> None:
        self._type, self._ids, self._record = type_, ids, record
        self._fields = ("", *RECORDS[type_].about.made_of)

    def __getitem__(self, id_: str) -> ToldTie:
        return self._record(id_)  # type: ignore[return-value] # which tells all that a tie tells

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def told(self, field: str) -> Iterable[str]:
        """What each tie says in one of the fields that its id is made of, in order of id."""
        at = self._fields.index(field)
        return (id_.split(".", at + 1)[at] for id_ in self._ids)

    def values(self) -> Iterable[ToldTie]:  # type: ignore[override] # walked once, not looked at
        """Yield every tie, in order of id."""
        for id_ in self._ids:
            parts = dict(zip(self._fields, id_.split("."), strict=False))
            told = (parts.get(each, "") for each in ("enterprise", "segment", "chain"))
            yield ToldTie(self._type, id_, *told)


@dataclass(slots=True)
class FirmProofs:
    """What firms and their ties rest on: how many by the basis of their first evidence.

    `domain` counts those that rest on general knowledge alone, `as_of` is the newest date.
    """

    bases: Counter[str] = field(default_factory=Counter)
    domain: int = 0
    as_of: str | None = None

    def take(self, body: bytes) -> None:
        """Count the evidence of a record, by its JSON."""
        # Within a text a quotation mark has a stroke before it, so these are fields.
        if b'"source":' in body or b'"as_of":' in body:
            self._take(from_json(body)["evidence"])
            return
        start = body.index(_BASIS) + len(_BASIS)
        self.bases[body[start : body.index(b'"', start)].decode()] += 1

    def _take(self, evidence: Sequence[Mapping[str, str]]) -> None:
        self.bases[evidence[0]["basis"]] += 1
        self.domain += all(each.get("source") == "domain" for each in evidence)
        dates = (self.as_of, *(each.get("as_of") for each in evidence))
        self.as_of = max(filter(None, dates), default=None)


@dataclass(frozen=True, slots=True)
class StreamedFacts:
    """Facts with firms as ids, what firms are called (folded), and the bodies by shelf."""

    facts: Facts
    proofs: FirmProofs
    firms_by_name: Mapping[str, Sequence[str]]
    bodies: Mapping[str, Callable[[], Iterator[bytes]]]


@dataclass(slots=True)
class _Gathered:
    """What is found while rows go by."""

    firms: dict[str, ToldFirm] = field(default_factory=dict)
    ids: dict[RecordType, list[str]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    covered: dict[RecordKey, AnyRecord] = field(default_factory=dict)
    denied: dict[RecordKey, AnyRecord] = field(default_factory=dict)
    proofs: FirmProofs = field(default_factory=FirmProofs)
    merged: bool = False

    def take(self, type_: RecordType, rows: Iterator[StoredBody]) -> None:
        """Take the rows of a type."""
        ids = self.ids.setdefault(type_, [])
        for id_, held, lower in _upper(rows):
            if b'"was":[]' not in held:
                self.merged = True
            if lower:
                self.covered[type_, id_] = _record(lower)
            if b'"denied":"' in held and _denied(held):
                self.denied[type_, id_] = _record(held)
                continue
            ids.append(id_)
            self.proofs.take(held)
            if type_ == "enterprise":
                self._firm(id_, from_json(held))

    def _firm(self, id_: str, told: Any) -> None:
        self.firms[id_] = ToldFirm(id_, told["status"], told["region"])
        for name in (told["name"], told["name_en"], *told["aliases"]):
            if name:
                found = self.names.setdefault(fold(name), [])
                if not found or found[-1] != id_:
                    found.append(id_)


def _upper(rows: Iterator[StoredBody]) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield the body of each id in its upper layer, and the one below, empty where none is."""
    last, held, lower = "", b"", b""
    for id_, _layer, body in rows:
        if id_ == last:
            held, lower = body, held
            continue
        if last:
            yield last, held, lower
        last, held, lower = id_, body, b""
    if last:
        yield last, held, lower


def _denied(body: bytes) -> bool:
    return bool(from_json(body).get("denied"))


def _record(body: bytes) -> AnyRecord:
    return records_from([body.decode()])[0]


def streamed_facts(store: StreamRead, version: Version) -> StreamedFacts | None:
    """Read a version with its firms as ids; none where ids were merged: that needs the records."""
    few = store.read_without(version, OF_FIRMS)
    found = _Gathered()
    for type_ in OF_FIRMS:
        with store.bodies(version, type_) as rows:
            found.take(type_, rows)
    if few.merged or found.merged:
        return None
    shelves: dict[str, Mapping[str, object]] = {FIELD_OF_TYPE["enterprise"]: found.firms}
    for type_ in OF_FIRMS[1:]:
        ids = found.ids[type_]
        shelves[FIELD_OF_TYPE[type_]] = TiesById(type_, ids, _fetching(store, version, type_))
    facts = replace(
        few,
        covered={**few.covered, **found.covered},
        denied={**few.denied, **found.denied},
        **shelves,  # type: ignore[arg-type] # what compiling asks of them
    )
    bodies = {
        FIELD_OF_TYPE[type_]: _bodies(store, version, type_, found.denied) for type_ in OF_FIRMS
    }
    return StreamedFacts(facts, found.proofs, found.names, bodies)


def firms_are_sound(facts: Facts) -> bool:
    """Whether all that firms and their ties name is there."""
    ends = (
        (facts.roles, "enterprise", facts.enterprises),
        (facts.roles, "chain", facts.chains),
        (facts.makes, "enterprise", facts.enterprises),
        (facts.makes, "segment", facts.segments),
    )
    return all(
        each.region is None or each.region in facts.regions for each in facts.enterprises.values()
    ) and all(all(map(shelf.__contains__, told_in(ties, field))) for ties, field, shelf in ends)


def _fetching(store: StreamRead, version: Version, type_: RecordType) -> Callable[[str], AnyRecord]:
    return lambda id_: store.record_of(version, (type_, id_))


def _bodies(
    store: StreamRead, version: Version, type_: RecordType, denied: Mapping[RecordKey, AnyRecord]
) -> Callable[[], Iterator[bytes]]:
    def bodies() -> Iterator[bytes]:
        left_out = {id_ for of, id_ in denied if of == type_}
        with store.bodies(version, type_) as rows:
            for id_, held, _lower in _upper(rows):
                if id_ not in left_out:
                    yield held

    return bodies
