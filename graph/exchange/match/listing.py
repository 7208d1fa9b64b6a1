"""The firms of a list: its rows, firm by firm, and which known enterprise each of them is."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, get_args

from pydantic import TypeAdapter, ValidationError

from graph.errors import UnknownNameError
from graph.exchange.match.known import NEW, SKIP
from graph.exchange.match.names import MUST_CONFIRM, Candidate, names_of
from graph.exchange.read.passing import is_nothing
from graph.exchange.read.states import WORDS, states_in
from graph.message import Message, _
from graph.model import Evidence, Facts, ListedFirm, OwnWords, Register
from graph.model.formats import CreditCode
from graph.model.names import fold
from graph.model.vocabulary import FirmColumn
from graph.recognition.rows import FirmRow

_CODE: TypeAdapter[str] = TypeAdapter(CreditCode)
MOST_PROOFS = 20
"""Rows that are told of one firm: an invoice list has thousands."""
_NO_CODE = _("不是有效的统一社会信用代码，未采用")
_NO_PLACE = _("不认识这个地区，未采用；请说明它是哪里（命令 --choose 名称=地区，或 skip）")
_NO_STATE = _("不认识这个状态，按仍在册处理；可用：{words}")


class Place(NamedTuple):
    """Where a row stands: its table, its number."""

    table: str
    row: int


class Flaw(NamedTuple):
    """What of a row was left out: where, its text, why."""

    place: Place
    text: str
    why: Message


@dataclass(frozen=True, slots=True)
class ListChoices:
    """Who hands a list in and on which day, and what names of it mean.

    It says nothing of `silent` fields; `told` hears of its rows.
    """

    by: str
    today: str
    names: Mapping[str, str] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    told: Callable[[int], None] = lambda _: None


class ListReading:
    """The rows of a list, firm by firm.

    `unsettled` are names that may be those of known enterprises, `places` those of regions that are
    not known, `firm_at` has the id of the firm of each row.
    """

    def __init__(self, facts: Facts, register: Register, how: ListChoices) -> None:
        self.facts = facts
        self.register = register
        self.unsettled: dict[str, tuple[Candidate, ...]] = {}
        self.places: dict[str, Place] = {}
        self.flaws: list[Flaw] = []
        self.firm_at: dict[Place, str] = {}
        self._how = how
        self._meant = {fold(name): meant for name, meant in how.names.items()}
        self._firms = names_of(facts, "enterprise")
        self._regions = names_of(facts, "region")
        every = facts.enterprises.values()
        self._holders = {each.credit_code: each.id for each in every if each.credit_code}

    def listed(self, rows: Sequence[FirmRow]) -> Iterator[ListedFirm]:
        """Yield each firm of the list once, with what all its rows say of it."""
        firms: dict[str, list[FirmRow]] = {}
        codes = [self._code(row) for row in rows]
        coded = {fold(row.firm): code for row, code in zip(rows, codes, strict=True) if code}
        for row in rows:
            firms.setdefault(coded.get(fold(row.firm)) or fold(row.firm), []).append(row)
        for at, (key, own) in enumerate(firms.items()):
            if at % 1000 == 0:
                self._how.told(len(rows))
            firm = self._firm(key, own, coded.get(fold(own[0].firm)))
            self.firm_at |= {Place(row.table, row.row): firm.id for row in own}
            yield firm

    def _firm(self, key: str, own: Sequence[FirmRow], code: str | None) -> ListedFirm:
        last = own[-1].firm
        state = next((row for row in reversed(own) if row.state), None)
        place = next((row for row in reversed(own) if row.place), None)
        return ListedFirm(
            id=f"listed_firm.{self.register.id.partition('.')[2]}.{_digest(key)}",
            listed_in=self.register.id,
            name=last,
            enterprise=self._holders.get(code or "") or self._known(last, own),
            credit_code=code,
            industry=tuple(dict.fromkeys(each for row in own for each in row.industry)),
            words=tuple(dict.fromkeys(_own_words(own))),
            state=state.state if state else None,
            closed=state is not None and self._is_closed(state),
            region=self._region(place) if place else None,
            evidence=tuple(self._proof(row) for row in own[:MOST_PROOFS]),
        )

    def _proof(self, row: FirmRow) -> Evidence:
        by, as_of = self._how.by, self.register.as_of
        return Evidence(basis="reported", table=row.table, row=row.row, by=by, as_of=as_of)

    def _code(self, row: FirmRow) -> str | None:
        if not row.credit_code or is_nothing(row.credit_code):
            return None
        try:
            return _CODE.validate_python(row.credit_code)
        except ValidationError:
            self._flawed(row, row.credit_code, _NO_CODE)
            return None

    def _is_closed(self, row: FirmRow) -> bool:
        states = None if is_nothing(row.state) else states_in(row.state)
        if states is None and not is_nothing(row.state):
            self._flawed(row, row.state, _NO_STATE.filled(words=WORDS))
        return "closed" in (states or ())

    def _region(self, row: FirmRow) -> str | None:
        if is_nothing(row.place):
            return None
        meant = self._meant.get(fold(row.place), row.place)
        found = None if meant == SKIP else self._regions.find(meant).id
        if found is None and meant != SKIP and row.place not in self.places:
            self.places[row.place] = Place(row.table, row.row)
            self._flawed(row, row.place, _NO_PLACE)
        return found

    def _flawed(self, row: FirmRow, text: str, why: Message) -> None:
        self.flaws.append(Flaw(Place(row.table, row.row), text[:40], why))

    def _known(self, name: str, own: Iterable[FirmRow]) -> str | None:
        """The enterprise of a name; where it is only like one, a person says whether it is.

        A former name leads to it too. Raise `UnknownNameError` for an enterprise that a person
        named and that is not there.
        """
        meant = self._meant.get(fold(name))
        if meant is not None:
            return None if meant == NEW else self._meant_by(meant)
        found = self._firms.find(name)
        if found.id is not None:
            return found.id
        former = (self._firms.find(each).id for row in own for each in row.former)
        known = next((each for each in former if each is not None), None)
        if known is None and any(each.score >= MUST_CONFIRM for each in found.candidates):
            self.unsettled[name] = found.candidates
        return known

    def _meant_by(self, meant: str) -> str:
        found = meant if meant in self.facts.enterprises else self._firms.exactly(meant).id
        if found is None:
            near = [each.id for each in self._firms.find(meant).candidates]
            raise UnknownNameError(name=meant, what="enterprise", suggestions=near)
        return found


def unsaid(columns: Set[str]) -> frozenset[str]:
    """The fields of which lists with such columns say nothing: what was said before stays."""
    held = {
        "state": columns & {"registry"},
        "closed": columns & {"registry"},
        "region": columns & {"region"},
        "industry": columns & {"industry"},
        "words": columns & {*get_args(FirmColumn)},
    }
    return frozenset(name for name, there in held.items() if not there)


def _own_words(rows: Iterable[FirmRow]) -> Iterator[OwnWords]:
    for each in chain.from_iterable(row.words for row in rows):
        yield OwnWords(column=each.column, kind=each.kind, text=each.text, amount=each.amount)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:12]
