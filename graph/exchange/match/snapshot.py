"""A list as a register: what its rows say, and what became of each firm since the last one."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from pydantic import TypeAdapter, ValidationError

from graph.errors import BadParameterError, TableRefusedError, UnknownNameError
from graph.exchange.match.names import MUST_CONFIRM, Candidate, Names, names_of
from graph.exchange.read.passing import is_nothing
from graph.exchange.read.states import states_in
from graph.message import Message, _
from graph.model import Evidence, Facts, ListedFirm, OwnWords, Region, Register
from graph.model.formats import CreditCode, date_in
from graph.model.names import fold
from graph.model.new_ids import new_id
from graph.model.vocabulary import Coverage
from graph.recognition.rows import FirmRow

Fate = Literal["new", "gone", "closed", "moved", "changed", "same"]
"""What became of a firm since the list before: the gravest of what changed."""
FATE_WORDS: Mapping[str, Message] = {
    "new": _("新增"),
    "gone": _("不再列入"),
    "closed": _("注销或迁出"),
    "moved": _("换了地方"),
    "changed": _("说法有变"),
    "same": _("未变"),
}
"""What becomes of enterprises from one register to the next, in the order of a report."""
FATES: tuple[Fate, ...] = get_args(Fate)
_CODE: TypeAdapter[str] = TypeAdapter(CreditCode)
MOST_PROOFS = 20
"""Rows that are told of one firm: an invoice list has thousands."""


@dataclass(frozen=True, slots=True)
class RegisterAsked:
    """What a person declares of a list: its name, date, coverage, and region (null: the district).

    `enough` and `checked` as in `Register`; `replaces` says that it takes the place of a list of
    the same date.
    """

    name: str
    as_of: str
    coverage: Coverage
    region: str | None = None
    enough: str | None = None
    checked: str | None = None
    note: str | None = None
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class FirmFate:
    """A firm of a list, what became of it, and the row before and now."""

    fate: Fate
    before: ListedFirm | None
    now: ListedFirm


@dataclass(slots=True)
class Snapshot:
    """A list as a register: the records to write, and what became of every firm.

    `former` is the register that it replaces; `unsettled` are names that may be those of known
    enterprises, `flaws` what of a row was left out, by table, row, text and reason.
    """

    register: Register
    former: Register | None
    fates: list[FirmFate] = field(default_factory=list)
    unsettled: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    flaws: list[tuple[str, int, str, Message]] = field(default_factory=list)

    @property
    def rows(self) -> tuple[ListedFirm, ...]:
        """All rows of the register as they are now, gone ones included."""
        return tuple(each.now for each in self.fates)

    @property
    def records(self) -> tuple[Register | ListedFirm, ...]:
        """What is to be written: what is not held already."""
        changed = tuple(each.now for each in self.fates if each.now != each.before)
        return (self.register, *changed) if self.register != self.former else changed


def snapshot(
    facts: Facts,
    asked: RegisterAsked,
    rows: Sequence[FirmRow],
    by: tuple[str, str],
    choices: Mapping[str, str],
) -> Snapshot:
    """Read a list as a register; `by` is who hands it in and on which day.

    It takes the place of the register of its name. Raise `TableRefusedError` for a list that is
    older than the one held, or of its date unless it replaces that, and `BadParameterError`.
    """
    register = _register(facts, asked, rows, by)
    former = facts.registers.get(register.id)
    if former is not None:
        alike = register.model_copy(update={"evidence": former.evidence})
        register = former if alike == former else register
    found = Snapshot(register, former)
    reading = _Reading(facts, register, names_of(facts, "enterprise"), dict(choices), found)
    held = [e for e in facts.listed_firms.values() if e.listed_in == register.id]
    _compare(found, held, list(reading.listed(rows, by)))
    if former is not None:
        _refuse_older(asked, former, changed=any(each.fate != "same" for each in found.fates))
    return found


def _register(
    facts: Facts, asked: RegisterAsked, rows: Sequence[FirmRow], by: tuple[str, str]
) -> Register:
    as_of = date_in(asked.as_of)
    if as_of is None:
        raise BadParameterError(parameter="as_of", value=asked.as_of, allowed="2026-06-30, 2026")
    region = _region(facts, asked.region, elsewhere=asked.coverage == "elsewhere")
    if asked.coverage == "park" and region.id == facts.dataset.region:
        allowed = "、".join(e.name for e in facts.regions.values() if e.sort in {"park", "zone"})
        raise BadParameterError(parameter="region", value=region.name, allowed=allowed)
    tables = "、".join(dict.fromkeys(row.table for row in rows))
    return Register(
        id=f"register.{new_id(asked.name, 'register')}",
        name=asked.name,
        as_of=as_of,
        region=region.id,
        coverage=asked.coverage,
        enough=asked.enough or None,
        checked=asked.checked or None,
        note=asked.note or None,
        evidence=(Evidence(basis="reported", table=tables or None, by=by[0], as_of=by[1]),),
    )


def _region(facts: Facts, wanted: str | None, *, elsewhere: bool = False) -> Region:
    """The region of a list: the district or a part of it; of firms elsewhere, a neighbour too."""
    if not wanted:
        return facts.regions[facts.dataset.region]
    names = names_of(facts, "region")
    found = names.find(wanted)
    outside = found.id is not None and facts.regions[found.id].sort == "neighbour"
    if found.id is None or (outside and not elsewhere):
        near = [each.id for each in found.candidates]
        raise UnknownNameError(name=wanted, what="region", suggestions=near)
    return facts.regions[found.id]


def _refuse_older(asked: RegisterAsked, former: Register, *, changed: bool) -> None:
    """Dates of the same day, or one within the other, do not tell which list is newer."""
    as_of = date_in(asked.as_of) or ""
    unclear = as_of.startswith(former.as_of) or former.as_of.startswith(as_of)
    if unclear and changed and not asked.replaces:
        why = _SAME_DATE.filled(date=former.as_of)
    elif not unclear and as_of < former.as_of:
        why = _OLDER.filled(date=former.as_of, given=as_of)
    else:
        return
    raise TableRefusedError(file=asked.name, reason=why)


_SAME_DATE = _("已有 {date} 的同名名录，日期分不出先后；要以这份为准，请说明代替它（--replace）")
_OLDER = _("已有 {date} 的同名名录，这份是 {given} 的；旧名录不覆盖新名录")


@dataclass(frozen=True)
class _Reading:
    """The rows of a list, firm by firm."""

    facts: Facts
    register: Register
    names: Names
    choices: Mapping[str, str]
    to: Snapshot

    def listed(self, rows: Sequence[FirmRow], by: tuple[str, str]) -> Iterator[ListedFirm]:
        """Yield each firm of the list once, with what all its rows say of it."""
        regions = names_of(self.facts, "region")
        firms: dict[str, list[FirmRow]] = {}
        codes = {id(row): self._code(row) for row in rows}
        coded = {fold(row.firm): code for row in rows if (code := codes[id(row)])}
        for row in rows:
            if not is_nothing(row.firm):
                firms.setdefault(coded.get(fold(row.firm)) or fold(row.firm), []).append(row)
        holders = {e.credit_code: e.id for e in self.facts.enterprises.values() if e.credit_code}
        for key, own in firms.items():
            code = coded.get(fold(own[0].firm))
            state = next((row.state for row in reversed(own) if row.state), None)
            place = next((row.place for row in reversed(own) if row.place), "")
            yield ListedFirm(
                id=f"listed_firm.{self.register.id.partition('.')[2]}.{_digest(key)}",
                listed_in=self.register.id,
                name=own[-1].firm,
                enterprise=holders.get(code or "") or self._known(own[-1].firm),
                credit_code=code,
                industry=tuple(dict.fromkeys(each for row in own for each in row.industry)),
                words=tuple(dict.fromkeys(_own_words(own))),
                state=state,
                closed="closed" in (states_in(state or "") or ()),
                region=regions.find(place).id if place else None,
                evidence=tuple(_evidence(row, by[0], self.register) for row in own[:MOST_PROOFS]),
            )

    def _code(self, row: FirmRow) -> str | None:
        if not row.credit_code or is_nothing(row.credit_code):
            return None
        try:
            return _CODE.validate_python(row.credit_code)
        except ValidationError:
            self.to.flaws.append((row.table, row.row, row.credit_code[:40], _NO_CODE))
            return None

    def _known(self, name: str) -> str | None:
        """The enterprise of a name; where it is only like one, a person says whether it is."""
        chosen = {fold(each): meant for each, meant in self.choices.items()}.get(fold(name))
        if chosen is not None:
            return chosen if chosen in self.facts.enterprises else None
        found = self.names.find(name)
        if found.id is None and any(each.score >= MUST_CONFIRM for each in found.candidates):
            self.to.unsettled[name] = found.candidates
        return found.id


_NO_CODE = _("不是有效的统一社会信用代码，未采用")


def _own_words(rows: Iterable[FirmRow]) -> Iterator[OwnWords]:
    for row in rows:
        for each in row.words:
            yield OwnWords(column=each.column, kind=each.kind, text=each.text, amount=each.amount)


def _evidence(row: FirmRow, by: str, register: Register) -> Evidence:
    return Evidence(basis="reported", table=row.table, row=row.row, by=by, as_of=register.as_of)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def _compare(to: Snapshot, held: Sequence[ListedFirm], now: Sequence[ListedFirm]) -> None:
    """Say what became of every firm; who is found again keeps its id, who is not is gone."""
    by_code = {each.credit_code: each for each in held if each.credit_code}
    by_name = {fold(each.name): each for each in held}
    by_firm = {each.enterprise: each for each in held if each.enterprise}
    met: set[str] = set()
    for each in now:
        before = (
            by_code.get(each.credit_code or "")
            or by_firm.get(each.enterprise or "")
            or by_name.get(fold(each.name))
        )
        if before is None or before.id in met:
            to.fates.append(FirmFate("new", None, each))
            continue
        met.add(before.id)
        after = each.model_copy(update={"id": before.id})
        to.fates.append(FirmFate(_fate(before, after), before, after))
    for each in held:
        if each.id not in met:
            gone = each.model_copy(update={"gone": each.gone or to.register.as_of})
            to.fates.append(FirmFate("same" if each.gone else "gone", each, gone))


def _fate(before: ListedFirm, now: ListedFirm) -> Fate:
    if before.gone:
        return "new"
    if now.closed and not before.closed:
        return "closed"
    if before.region != now.region:
        return "moved"
    told = {"evidence": before.evidence, "enterprise": before.enterprise}
    return "same" if now.model_copy(update=told) == before else "changed"
