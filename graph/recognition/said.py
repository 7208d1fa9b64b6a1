"""Firms with what every list that is held says of them: lists for the queue, and registers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.analysis.listed_firms import is_elsewhere
from graph.model import Facts, FirmWords, ListedFirm
from graph.model.looks import ENTERPRISE_STATUS
from graph.model.names import fold
from graph.model.new_ids import new_id
from graph.model.vocabulary import EnterpriseStatus
from graph.recognition.rows import FirmRow, Words


@dataclass(frozen=True, slots=True)
class FirmSaid:
    """A firm and its rows in all lists; `dates` has the date of each list, by its name.

    One that is not `known` is no enterprise of the dataset yet; its id is the one it would get,
    `status` and `region` are what a register says of it.
    """

    id: str
    name: str
    known: bool
    credit_code: str | None
    rows: tuple[FirmRow, ...]
    dates: Mapping[str, str | None]
    status: EnterpriseStatus = "operating"
    region: str | None = None


Said = FirmWords | ListedFirm
"""What one list says of a firm."""


def firms_said(facts: Facts) -> tuple[FirmSaid, ...]:
    """Return every firm that a list says something of, in order of id.

    Firms that their register says are closed, or no longer lists, say nothing; neither do those
    of lists from elsewhere.
    """
    here = _Here(facts)
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for words in facts.firm_words.values():
        found[here.id_of(words.enterprise, words.firm, words.credit_code)].append(words)
    for listed in _listed(facts):
        if not is_elsewhere(facts, listed):
            found[here.id_of(listed.enterprise, listed.name, listed.credit_code)].append(listed)
    return tuple(_firm(facts, id_, found[id_]) for id_ in sorted(found))


def firms_elsewhere(facts: Facts) -> tuple[FirmSaid, ...]:
    """Return every firm of the lists from elsewhere that says something, in order of id."""
    here = _Here(facts)
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for listed in _listed(facts):
        if is_elsewhere(facts, listed):
            found[here.id_of(listed.enterprise, listed.name, listed.credit_code)].append(listed)
    return tuple(_firm(facts, id_, found[id_]) for id_ in sorted(found))


def _listed(facts: Facts) -> Iterator[ListedFirm]:
    for listed in facts.listed_firms.values():
        if listed.words and not listed.closed and not listed.gone:
            yield listed


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

    def id_of(self, told: str | None, name: str, code: str | None) -> str:
        """The firm that words are of: as they say, else by its code, else by its name."""
        told = self._facts.merged.get(("enterprise", told or ""), told)
        if told in self._facts.enterprises:
            return told or ""
        by_code = self._codes.get(code or "")
        return by_code or self._names.get(fold(name)) or told or new_id(name, "firm")


def _firm(facts: Facts, id_: str, lists: Sequence[Said]) -> FirmSaid:
    known = facts.enterprises.get(id_)
    code = (known and known.credit_code) or next(
        (each.credit_code for each in lists if each.credit_code), None
    )
    name = known.name if known else _name(lists[0])
    registers = [each for each in lists if isinstance(each, ListedFirm)]
    return FirmSaid(
        id=id_,
        name=name,
        known=known is not None,
        credit_code=code,
        rows=tuple(row for each in lists for row in _rows(each, name, code)),
        dates={_table(each): each.evidence[0].as_of for each in lists},
        status=next((_status(each.state) for each in registers if each.state), "operating"),
        region=next((each.region for each in registers if each.region), None),
    )


def _name(said: Said) -> str:
    return said.firm if isinstance(said, FirmWords) else said.name


def _table(said: Said) -> str:
    return said.evidence[0].table or ""


def _status(state: str) -> EnterpriseStatus:
    """The status that a register's word stands for; whatever else it says, a firm there runs."""
    words = {
        fold(word): code for code, each in ENTERPRISE_STATUS.items() for word in each.in_tables
    }
    return words.get(fold(state), "operating")


def _rows(said: Said, firm: str, code: str | None) -> Iterator[FirmRow]:
    if isinstance(said, ListedFirm):
        words = tuple(Words(each.column, each.kind, each.text, each.amount) for each in said.words)
        yield FirmRow(_table(said), said.evidence[0].row or 1, firm, code, said.industry, words)
        return
    for row, lines in groupby(said.lines, key=lambda line: line.row):
        told = tuple(Words(each.column, each.kind, each.text, each.amount) for each in lines)
        yield FirmRow(_table(said), row, firm, code, said.industry, told)
