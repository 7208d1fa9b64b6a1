"""Records in one file, fetched by id: made when they are asked for, and not before.

A record is made from its body as the store makes it. A checksum guards each body; one that does
not fit is not made: the whole shelf is taken from the store instead.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, islice
from typing import Generic, TypeVar, cast
from zlib import crc32

from pydantic import TypeAdapter

from graph.model import AnyRecord
from graph.model.collecting import uncollected
from graph.store.layers import body_of
from graph.store.npy import Numbers

R = TypeVar("R", bound=AnyRecord)


@dataclass(slots=True)
class Bodies:
    """Bodies end to end, a comma and a line break after each, with where each ends."""

    content: memoryview
    ends: Numbers
    sums: Numbers

    def at(self, number: int) -> bytes | None:
        """Return one body; none if it is not as it was written."""
        start = self.ends[number - 1] if number else 0
        body = bytes(self.content[start : self.ends[number] - len(BETWEEN)])
        return body if crc32(body) == self.sums[number] else None


BETWEEN = b",\n"
AT_ONCE = 1000
"""Bodies that are written at once."""
MANY = 16
"""Records from which on making them in one go is quicker."""


@dataclass(slots=True)
class BodyWriter:
    """Notes where bodies end in a file."""

    ends: "array[int]" = field(default_factory=lambda: array("q"))
    sums: "array[int]" = field(default_factory=lambda: array("I"))

    def noted(self, bodies: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the bytes of the file, some bodies at a time."""
        end = self.ends[-1] if self.ends else 0
        coming = iter(bodies)
        while some := list(islice(coming, AT_ONCE)):
            lengths = (len(body) + len(BETWEEN) for body in some)
            ends = list(accumulate(lengths, initial=end))
            self.ends.extend(ends[1:])
            self.sums.extend(map(crc32, some))
            end = ends[-1]
            yield BETWEEN.join((*some, b""))


def encoded(records: Iterable[AnyRecord]) -> Iterator[bytes]:
    """Yield the bodies of records."""
    return (body_of(record).encode() for record in records)


class SavedShelf(Mapping[str, R], Generic[R]):
    """The records of one type by id, in order of id: a mapping as any, but read when asked.

    They are those from number `first` on among the bodies. `again` fetches the whole shelf from
    the store, where a body is damaged.
    """

    def __init__(
        self,
        model: type[R],
        ids: Callable[[], Sequence[str]],
        count: int,
        made_from: tuple[Bodies, int],
        again: Callable[[], Mapping[str, R]],
    ) -> None:
        self._model = model
        self._ids = cache(ids)
        self._count = count
        self._bodies, self._first = made_from
        self._again = again
        self._made: dict[str, R] = {}
        self._whole: Mapping[str, R] | None = None

    def __getitem__(self, id_: str) -> R:
        found = self._made.get(id_)
        if found is None:
            found = self._made[id_] = self._fetched(id_)
        return found

    def __contains__(self, id_: object) -> bool:
        return id_ in self._made or self._number(id_) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return self._count

    def values(self) -> ValuesView[R]:
        """All records, in order of id."""
        return self._all().values()

    def items(self) -> ItemsView[str, R]:
        """All ids with their records, in order of id."""
        return self._all().items()

    def several(self, numbers: Sequence[int]) -> tuple[R, ...]:
        """The records of some numbers, from 0 in order of id; many are made in one go."""
        ids = self._ids()
        fresh = [each for each in numbers if ids[each] not in self._made]
        if len(fresh) >= MANY:
            bodies = [self._bodies.at(self._first + each) for each in fresh]
            whole = [each for each in bodies if each is not None]
            if len(whole) == len(bodies):
                for each, made in zip(fresh, _several(self._model, whole), strict=True):
                    self._made.setdefault(ids[each], made)
        return tuple(self[ids[each]] for each in numbers)

    def number(self, id_: str) -> int:
        """Which number a record has; raises `KeyError`."""
        found = self._number(id_)
        if found is None:
            raise KeyError(id_)
        return found

    def _number(self, id_: object) -> int | None:
        if not isinstance(id_, str):
            return None
        ids = self._ids()
        place = bisect_left(ids, id_)
        return place if place < len(ids) and ids[place] == id_ else None

    def _fetched(self, id_: str) -> R:
        if self._whole is not None:
            return self._whole[id_]
        body = self._bodies.at(self._first + self.number(id_))
        if body is None:
            return self._all_again()[id_]
        return _one(self._model, body)

    def _all(self) -> Mapping[str, R]:
        """Every record, made in one go: the fastest way for thousands."""
        if self._whole is not None:
            return self._whole
        bodies = [self._bodies.at(self._first + number) for number in range(self._count)]
        whole = [each for each in bodies if each is not None]
        if len(whole) < self._count:
            return self._all_again()
        made = _several(self._model, whole)
        # What was handed out already stays what it is.
        self._whole = self._made = dict(zip(self._ids(), made, strict=True)) | self._made
        return self._whole

    def _all_again(self) -> Mapping[str, R]:
        self._whole = self._again()
        return self._whole


def _one(model: type[R], body: bytes) -> R:
    return cast("R", model.model_validate_json(body))


def _several(model: type[R], bodies: Sequence[bytes]) -> list[R]:
    adapter = cast("TypeAdapter[list[R]]", _adapter(cast("type[AnyRecord]", model)))
    with uncollected():
        return adapter.validate_json(b"[" + b",".join(bodies) + b"]")


@cache
def _adapter(model: type[AnyRecord]) -> TypeAdapter[list[AnyRecord]]:
    return TypeAdapter(list[model])  # type: ignore[valid-type] # known when it runs
