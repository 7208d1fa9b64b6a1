"""Every id and name that the files declare, broken items included.

Filled before anything is checked, so that one broken item does not make each reference to it
another error, and every wrong id can be met with the nearest right one.
"""

from collections.abc import Iterable, Mapping, Sequence

from graph.load.files import DataFile
from graph.load.nearest import nearest
from graph.load.yaml_marks import Plain
from graph.model import FIELD_OF_TYPE, RECORDS, RecordType
from graph.model.told import told_by

TYPE_OF_SECTION: Mapping[str, RecordType] = {
    section: each for each, section in FIELD_OF_TYPE.items()
}
TYPE_OF_KEY: Mapping[str, RecordType] = {
    **{
        name: field.points_to
        for record in RECORDS.values()
        for name, field in told_by(record).items()
        if field.points_to is not None
    },
    "document": "document",
    "source": "source",
    "target": "segment",
}
"""The type of record that the value of a key names."""

UNSTATED = "unstated"
"""Stands for an id that a file should name and does not; never leaves the loader."""
_OF_WORDS = frozenset({"words", "traps", "by_name"})
"""Sections that declare nothing: what they point to must be declared elsewhere."""
_TIES = frozenset({"mention", "claim", "role", "makes"})
"""Their ids are made up of the ids that they tie together; a mention may bring a word."""


class Catalog:
    """Ids with their names (the document's own words among them), by type of record."""

    def __init__(self) -> None:
        self._words: dict[str, dict[str, list[str]]] = {}
        self._mentioned: dict[str, list[str]] = {}
        self._heirs: dict[tuple[str, str], str] = {}
        self._excused: set[str] = set()
        self._open: set[str] = set()

    def add(self, kind: str, id_: str, words: Iterable[str] = ()) -> None:
        """Note that there is a record, and what it is called."""
        self._words.setdefault(kind, {}).setdefault(id_, []).extend(words)

    def add_files(self, files: Sequence[DataFile]) -> None:
        """Note everything that the files declare."""
        for file in files:
            self._excused |= file.lost_ids
            for section, items in file.sections.items():
                if section in _OF_WORDS:
                    continue
                for item in _list(items):
                    if isinstance(item, dict):
                        self._add_item(TYPE_OF_SECTION.get(section), item)

    def add_all(self, other: "Catalog", *, but: str) -> None:
        """Note everything of another layer except one type."""
        self._excused |= other._excused
        self._heirs.update(other._heirs)
        for kind, shelf in other._words.items():
            if kind != but:
                for id_, words in shelf.items():
                    self.add(kind, id_, words)

    def excuse(self, id_: str = UNSTATED) -> str:
        """Take an id as known, and return it: that it is not has been told once."""
        self._excused.add(id_)
        return id_

    def leave_open(self, *kinds: str) -> None:
        """Take every id of these types as known: where they are declared could not be read."""
        self._open.update(kinds)

    def has(self, kind: str, id_: str) -> bool:
        """Whether a record of this type has the id, as far as could be read."""
        return id_ in self._words.get(kind, {}) or id_ in self._excused or kind in self._open

    def words(self, kind: str, id_: str) -> list[str]:
        """What a record is called: its name, its aliases, the words of its mentions."""
        own = self._words.get(kind, {}).get(id_, [])
        return own + self._mentioned.get(id_, []) if kind == "segment" else own

    def ids(self, kind: str) -> list[str]:
        """All ids of a type, sorted."""
        return sorted(self._words.get(kind, {}))

    def nearest(self, kind: str, wrong: str) -> tuple[str, ...]:
        """The ids nearest to a wrong one: its heir, whose name it is, else the most similar."""
        heir = self._heirs.get((kind, wrong))
        if heir is not None:
            return (heir,)
        shelf = self._words.get(kind, {})
        named = tuple(id_ for id_ in sorted(shelf) if wrong in self.words(kind, id_))
        return named or nearest(wrong, shelf) or self._by_name(shelf, wrong)

    def _by_name(self, shelf: Mapping[str, list[str]], wrong: str) -> tuple[str, ...]:
        owner = {word: id_ for id_, words in shelf.items() for word in words}
        return tuple(dict.fromkeys(owner[word] for word in nearest(wrong, owner)))

    def _add_item(self, kind: str | None, item: Mapping[str, Plain]) -> None:
        id_ = item.get("id")
        if kind in _TIES:
            self._add_word(item.get("segment"), item.get("name"))
        elif kind is None or not isinstance(id_, str):
            # Its key or its section may be misspelt, which is told elsewhere.
            self._excused.update(_texts(item.values()))
        else:
            self.add(kind, id_, _texts([item.get("name"), *_list(item.get("aliases"))]))
            for old in _texts(_list(item.get("was"))):
                self._heirs[kind, old] = id_

    def _add_word(self, segment: Plain, word: Plain) -> None:
        if isinstance(segment, str) and isinstance(word, str):
            self._mentioned.setdefault(segment, []).append(word)


def _list(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []


def _texts(values: Iterable[Plain]) -> list[str]:
    return [value for value in values if isinstance(value, str)]
