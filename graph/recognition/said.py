"""Firms with what every list that is held says of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.model import Facts, FirmWords
from graph.model.names import fold
from graph.recognition.rows import FirmRow, Words


@dataclass(frozen=True, slots=True)
class FirmSaid:
    """A firm and its rows in all lists; `dates` has the date of each list, by its name.

    One that is not `known` is no enterprise of the dataset yet; its id is the one it would get.
    """

    id: str
    name: str
    known: bool
    credit_code: str | None
    rows: tuple[FirmRow, ...]
    dates: Mapping[str, str | None]


def firms_said(facts: Facts) -> tuple[FirmSaid, ...]:
    """Return every firm that a list says something of, in order of id."""
    here = _Here(facts)
    found: defaultdict[str, list[FirmWords]] = defaultdict(list)
    for words in facts.firm_words.values():
        found[here.id_of(words)].append(words)
    return tuple(_firm(facts, id_, found[id_]) for id_ in sorted(found))


class _Here:
    """The enterprises of a dataset by what a list may know them by."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        firms = facts.enterprises.values()
        self._codes = {each.credit_code: each.id for each in firms if each.credit_code}
        named: defaultdict[str, set[str]] = defaultdict(set)
        for each in firms:
            for name in (each.name, *each.aliases):
                named[fold(name)].add(each.id)
        self._names = {name: min(ids) for name, ids in named.items() if len(ids) == 1}

    def id_of(self, words: FirmWords) -> str:
        """The firm that the words are of: as they say, else by its code, else by its name."""
        told = self._facts.merged.get(("enterprise", words.enterprise), words.enterprise)
        if told in self._facts.enterprises:
            return told
        by_code = self._codes.get(words.credit_code or "")
        return by_code or self._names.get(fold(words.firm), told)


def _firm(facts: Facts, id_: str, lists: Sequence[FirmWords]) -> FirmSaid:
    known = facts.enterprises.get(id_)
    code = (known and known.credit_code) or next(
        (each.credit_code for each in lists if each.credit_code), None
    )
    name = known.name if known else lists[0].firm
    rows = tuple(row for each in lists for row in _rows(each, name, code))
    dates = {each.evidence[0].table or "": each.evidence[0].as_of for each in lists}
    return FirmSaid(id_, name, known is not None, code, rows, dates)


def _rows(words: FirmWords, firm: str, code: str | None) -> Iterator[FirmRow]:
    table = words.evidence[0].table or ""
    for row, lines in groupby(words.lines, key=lambda line: line.row):
        said = tuple(Words(each.column, each.kind, each.text, each.amount) for each in lines)
        yield FirmRow(table, row, firm, code, words.industry, said)
