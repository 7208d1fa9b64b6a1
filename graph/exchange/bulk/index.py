"""Segments and enterprises of big files by id and name: numbers in place of records."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from graph.model.names import fold, simplified

BigType = Literal["segment", "enterprise"]
_SEVERAL = -1


@lru_cache(maxsize=16)  # a row asks of its names several times
def compared(name: str) -> str:
    """A name as it is compared."""
    return fold(simplified(name))


@dataclass(slots=True)
class BulkShelf:
    """The records of one type, numbered as they came; by name none is found where several are."""

    ids: list[str] = field(default_factory=list)
    rows: "array[int]" = field(default_factory=lambda: array("L"))
    tables: bytearray = field(default_factory=bytearray)
    said: "array[int]" = field(default_factory=lambda: array("q"))
    by_id: dict[str, int] = field(default_factory=dict)
    by_own: dict[str, int] = field(default_factory=dict)
    by_name: dict[str, int] = field(default_factory=dict)
    by_code: dict[str, int] = field(default_factory=dict)

    def add(self, id_: str, own: str, names: Iterable[str]) -> int:
        """Take a record in; `own` is what its table calls it, if not by its id."""
        number = len(self.ids)
        self.ids.append(id_)
        self.by_id[id_] = number
        if own and own != id_:
            self.by_own[own] = number
        for name in names:
            key = compared(name)
            if self.by_name.setdefault(key, number) != number:
                self.by_name[key] = _SEVERAL
        return number

    def stands(self, table: int, row: int, words: tuple[str, ...]) -> None:
        """Note in which row the newest record stands, and what that said."""
        self.tables.append(table)
        self.rows.append(row)
        self.said.append(hash(words))

    def own(self, text: str) -> int | None:
        """The record that its table calls so."""
        found = self.by_own.get(text)
        return self.by_id.get(text) if found is None else found

    def exactly(self, text: str) -> int | None:
        """The record with this id or name."""
        found = self.by_id.get(text)
        if found is None:
            found = self.by_name.get(compared(text))
        return None if found == _SEVERAL else found

    def find(self, text: str) -> int | None:
        """The record that a text names, by whatever tells it for certain."""
        found = self.by_own.get(text)
        if found is None and text in self.by_code:
            found = self.by_code[text]
        return self.exactly(text) if found is None else found
