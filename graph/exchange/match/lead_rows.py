"""Rows of 目标企业清单 as people hand them back: leads that moved on, leads that begin."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count

from pydantic import ValidationError

from graph.answers.leads import firms_called, is_closed
from graph.answers.workspace import Workspace
from graph.edits.changes import Author, Change
from graph.edits.lead_inputs import LeadChangeInput, LeadInput
from graph.edits.leading import begun, moved
from graph.errors import (
    BadParameterError,
    GapClosedError,
    LeadReasonError,
    RequestError,
    UnknownNameError,
)
from graph.exchange.match.changes import worded
from graph.exchange.match.computed import Own
from graph.exchange.match.known import NEW, KnownRecords
from graph.exchange.match.ours import own_of, row_of
from graph.exchange.match.records import RowOrigin
from graph.exchange.out.tables import owners
from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.values import codes_by_word, listed
from graph.message import _
from graph.model import AnyRecord, Lead
from graph.model.plain_looks import LEAD_STAGE
from graph.model.vocabulary import LeadStage

_SAID = ("targets", "park", "owner", "stage", "due", "note")
"""The columns that say what a lead holds, by the field that they fill."""
_STAGES: Mapping[str, LeadStage] = codes_by_word(LEAD_STAGE) | {
    look.label("en").casefold(): code for code, look in LEAD_STAGE.items()
}
_IN_THE_WORKBOOK = _("随工作簿修改")


@dataclass(frozen=True, slots=True)
class _LeadRow:
    """One row, read against the table as it was written."""

    cells: Cells
    known: KnownRecords
    origin: RowOrigin
    own: Own
    id: str

    @property
    def now(self) -> Workspace:
        """The facts that the row is to change."""
        return self.own.now

    @property
    def author(self) -> Author:
        """Who hands it in, and when."""
        return Author(self.origin.by, self.origin.today)

    def written(self, code: str) -> bool:
        """Whether a column is there and says other than it did."""
        if code not in self.cells.heading.columns:
            return False
        header = self.cells.heading.table.field(code).header
        return not self.own.said(self.id, header, self.cells.text(code))

    @property
    def evidence(self) -> list[dict[str, object]]:
        """How what is new is known: what was done, in which row of which table."""
        note = self.cells.text("done") or _IN_THE_WORKBOOK.text("zh")
        return [{"note": note, "table": self.origin.table[:200], "row": self.cells.row.number}]


def led(cells: Cells, known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """What a row says that the file did not: a lead moved on, or one that begins."""
    own = own_of(origin)
    id_ = row_of(cells, own)
    if id_ is None:
        return
    row = _LeadRow(cells, known, origin, own, id_)
    changed = {code for code in _SAID if row.written(code)}
    if not changed and not cells.text("done"):
        return
    said = _values(row, changed)
    if cells.faults:
        return
    before = own.ws.facts.leads.get(id_)
    yield from _moved(row, before, said) if before else _begun(row, said)


def _values(row: _LeadRow, changed: set[str]) -> dict[str, object]:
    """The values of the columns that were changed; a fault for each that cannot be."""
    cells, found = row.cells, dict[str, object]()
    for code in (each for each in _SAID if each in changed):
        text = cells.text(code)
        found[code] = text or None
        if code == "targets":
            found[code] = listed(text)
            _refuse_local(row, listed(text))
        elif code == "park" and text:
            found[code] = row.known.names("region").find(text).id or text
        elif code == "stage":
            found[code] = cells.word("stage", _STAGES)
        elif code == "due":
            found[code] = cells.date("due")
        elif code == "owner":
            _refuse_unknown_owner(row, text)
    day = found.get("due")
    if isinstance(day, str) and day < row.author.today[: len(day)]:
        why = _("{due} 已过去，未采用；请填 {today} 或以后的日期", due=day, today=row.author.today)
        cells.warn("due", why)
        del found["due"]
    return found


def _refuse_unknown_owner(row: _LeadRow, owner: str) -> None:
    """Ask about an office that no lead or judgement names yet, where others are named."""
    named = {*owners(row.now), *owners(row.own.ws)}
    if not owner or not named or owner in named or row.known.choice(owner) == NEW:
        return
    why = _(
        "没有登记过的责任单位；已有：{named}。确是新的，请选“新的”（命令 --choose {owner}=new）",
        named="、".join(sorted(named)),
        owner=owner,
    )
    row.cells.faults.append(Fault(row.cells.header("owner"), owner, why, "unsettled", name=owner))


def _refuse_local(row: _LeadRow, names: tuple[str, ...]) -> None:
    """Refuse a target that is here already, unless the note says what is meant."""
    before = row.own.cell(row.id, "目标企业") or ""
    new = [each for each in names if each not in listed(before)]
    here = [e for e in firms_called(row.now, new).values() if e.status in _HERE]
    if here and not row.cells.text("note"):
        firms = "、".join(each.name for each in here)
        why = _("{firms}已在本地：若是增资扩产，请在备注写明；否则请换目标企业", firms=firms)
        row.cells.refuse("targets", why, "local_target")


_HERE = frozenset({"operating", "suspended"})


def _moved(row: _LeadRow, before: Lead, said: dict[str, object]) -> Iterator[AnyRecord]:
    """A lead with what this file changes of it."""
    now = row.known.current(("lead", before.id))
    if not isinstance(now, Lead):
        row.cells.refuse("id", _("这条线索已撤回；要继续，请在历史中恢复它"), "unknown")
        return
    for name in (each for each in ("owner", "stage") if said.get(each, "") is None):
        row.cells.refuse(name, _("不能为空"), "empty")
    if not _refuse_stale(row, before, now, said):
        return
    _refuse_closed(row, now, said)
    if not said and not row.cells.text("done"):
        return
    if "stage" in said:  # with another stage, the day is said anew: it is the one in the row
        said.setdefault("due", now.due)
    reason = row.cells.text("reason") or None

    def change() -> Change:
        body = {**said, "reason": reason, "evidence": row.evidence}
        return moved(row.now, now, LeadChangeInput.model_validate(body), row.author)

    yield from _made(row, change)


def _refuse_stale(row: _LeadRow, before: Lead, now: Lead, said: dict[str, object]) -> bool:
    """Keep what others changed meanwhile; drop from what is said what is held already."""
    for name in list(said):
        if said[name] == getattr(now, name):
            del said[name]
        elif getattr(now, name) != getattr(before, name):
            shown = worded(row.known, now, name)
            row.cells.refuse(name, _("他人已改为“{now}”", now=shown), "stale")
    return not row.cells.faults


def _refuse_closed(row: _LeadRow, lead: Lead, said: dict[str, object]) -> None:
    """Refuse to move on what nothing is lacking for any more, unless the note says why."""
    moves_on = "stage" in said and said["stage"] != "ended"
    if moves_on and is_closed(row.now, lead) and not row.cells.text("note"):
        why = _("缺口已关闭：若还要再引一家，请在备注写明；否则请改为终止，并写明理由")
        row.cells.refuse("stage", why, "gap_closed")


def _begun(row: _LeadRow, said: dict[str, object]) -> Iterator[AnyRecord]:
    """A lead that begins on a gap, with the firm that was offered."""
    gap, _dot, _firm = row.id.removeprefix("target.").rpartition(".")
    firm = row.own.cell(row.id, "目标企业") or ""
    given = said.get("targets")
    targets = given if isinstance(given, tuple) and given else listed(firm)
    if not said.get("owner"):
        row.cells.refuse("owner", _("要立线索，请填责任单位；不立，请清空这一行所填"), "empty")
        return
    names = {firm, *targets} - {""}
    there = next((e for e in row.now.facts.leads.values() if _is_of(e, gap, names)), None)
    if there is not None:
        if said["owner"] != there.owner or said.get("stage") not in {None, there.stage}:
            why = _("这家企业已在线索 {lead} 中，由{owner}负责；请重新导出后再改")
            row.cells.refuse("owner", why.filled(lead=there.id, owner=there.owner), "stale")
        return
    held = {name: value for name, value in said.items() if value is not None}

    def change() -> Change:
        body = {**held, "targets": targets, "evidence": row.evidence}
        return begun(row.now, gap, LeadInput.model_validate(body), row.author, row.own.terms)

    for record in _made(row, change):
        if isinstance(record, Lead) and is_closed(row.now, record):
            why = _("缺口已关闭，本地已有企业；确要再引一家，请在该缺口的线索页面立")
            row.cells.refuse("id", why, "gap_closed")
        yield record.model_copy(update={"id": _free(row.known, record.id)})


def _is_of(lead: Lead, gap: str, firms: set[str]) -> bool:
    """Whether a lead on a gap is after one of these firms, or after none, as they are none."""
    return lead.gap == gap and (bool(firms & {*lead.targets}) or (not firms and not lead.targets))


def _free(known: KnownRecords, id_: str) -> str:
    """An id that no lead has: several may begin on one gap in one file."""
    ids = chain((id_,), (f"{id_}_{number}" for number in count(2)))
    return next(each for each in ids if known.current(("lead", each)) is None)


def _made(row: _LeadRow, change: Callable[[], Change]) -> Iterator[AnyRecord]:
    """The records of a change; a fault, in the words of the table, where it cannot be."""
    cells = row.cells
    try:
        yield from change().records
    except ValidationError as error:
        said = error.errors()[0]
        at = str(said["loc"][0]) if said["loc"] else "note"
        private = said["type"] == "private_number"
        why = _("不能写个人电话，只写单位或岗位") if private else _("不是有效的值")
        cells.refuse(at if at in {*_SAID, "reason"} else "done", why)
    except LeadReasonError:
        why = _("退回前一阶段或终止，须在“退回或终止的理由”一栏写明理由")
        cells.refuse("stage", why, "reason_needed")
    except GapClosedError as error:
        cells.refuse("id", error.message.filled(**error.details), "gap_closed")
    except (UnknownNameError, BadParameterError) as error:
        _refuse_parameter(cells, error)


def _refuse_parameter(cells: Cells, error: RequestError) -> None:
    """Say what is wrong with a place or a day, or that the gap is none."""
    if isinstance(error, BadParameterError) and error.details["parameter"] == "due":
        cells.refuse("due", _("应为日期，今天或以后：{allowed}", allowed=error.details["allowed"]))
    elif isinstance(error, UnknownNameError) and error.details["name"] == cells.text("park"):
        cells.refuse("park", _("没有这个承载地；请从下拉中选"), "unknown")
    elif isinstance(error, BadParameterError):
        allowed = error.details["allowed"]
        cells.refuse("park", _("这里不能承载企业；可选：{allowed}", allowed=allowed))
    else:
        cells.refuse("id", _("已没有这个缺口；请重新导出"), "unknown")
