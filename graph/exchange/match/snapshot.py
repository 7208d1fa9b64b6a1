"""A list as a register: what its rows say, and what became of each firm since the last one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from graph.errors import BadParameterError, TableRefusedError, UnknownNameError
from graph.exchange.match.known import NEW
from graph.exchange.match.listing import Flaw, ListChoices, ListReading, Place
from graph.exchange.match.names import Candidate, names_of
from graph.exchange.read.list_date import is_to_come
from graph.message import Message, _
from graph.model import Evidence, Facts, ListedFirm, Region, Register
from graph.model.formats import date_in
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
    enterprises, `places` those of regions that are not known, `flaws` what of a row was left out;
    `fate_of` is what became of the firm of a row.
    """

    register: Register
    former: Register | None
    fates: list[FirmFate] = field(default_factory=list)
    unsettled: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    places: Sequence[str] = ()
    flaws: Sequence[Flaw] = ()
    fate_of: Mapping[Place, FirmFate] = field(default_factory=dict)

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
    how: ListChoices,
) -> Snapshot:
    """Read a list as a register.

    It takes the place of the register of its name. Raise `TableRefusedError` for a list that is
    older than the one held, or of its date unless it replaces that, and `BadParameterError`.
    """
    register = _register(facts, asked, rows, how)
    former = facts.registers.get(register.id)
    if former is not None:
        alike = register.model_copy(update={"evidence": former.evidence})
        register = former if alike == former else register
    reading = ListReading(facts, register, how)
    firms = list(reading.listed(rows))
    found = Snapshot(
        register,
        former,
        places=tuple(reading.places),
        flaws=reading.flaws,
    )
    held = [e for e in facts.listed_firms.values() if e.listed_in == register.id]
    _compare(found, held, firms, how)
    known = {fold(each.now.name) for each in found.fates if each.now.enterprise}
    like = reading.unsettled.items()
    found.unsettled = {name: near for name, near in like if fold(name) not in known}
    fates = dict(zip((each.id for each in firms), found.fates, strict=False))
    found.fate_of = {place: fates[id_] for place, id_ in reading.firm_at.items()}
    if former is not None:
        _refuse_older(asked, former, changed=any(each.fate != "same" for each in found.fates))
    return found


def _register(
    facts: Facts, asked: RegisterAsked, rows: Sequence[FirmRow], how: ListChoices
) -> Register:
    as_of = date_in(asked.as_of)
    if as_of is None:
        raise BadParameterError(parameter="as_of", value=asked.as_of, allowed="2026-06-30, 2026")
    if is_to_come(as_of, how.today):
        allowed = f"≤ {how.today}"
        raise BadParameterError(parameter="as_of", value=asked.as_of, allowed=allowed)
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
        evidence=(Evidence(basis="reported", table=tables or None, by=how.by, as_of=how.today),),
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


def _compare(
    to: Snapshot, held: Sequence[ListedFirm], now: Sequence[ListedFirm], how: ListChoices
) -> None:
    """Say what became of every firm; who is found again keeps its id, who is not is gone.

    One that is found again stays the enterprise that it was, under a new name too.
    """
    apart = {fold(name) for name, meant in how.names.items() if meant == NEW}
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
        kept = {name: getattr(before, name) for name in how.silent}
        kept |= {"id": before.id, "credit_code": each.credit_code or before.credit_code}
        if each.enterprise is None and fold(each.name) not in apart:
            kept["enterprise"] = before.enterprise
        after = each.model_copy(update=kept)
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
