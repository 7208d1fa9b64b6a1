"""Registers as people see them: what they hold, whom to review, who is no longer listed."""

from collections import Counter
from collections.abc import Mapping

from graph.analysis.listed_firms import Firm
from graph.analysis.register_doubts import Doubt, DoubtCode, doubts, may_conclude
from graph.answers.echo import origin
from graph.answers.offered import FirmState
from graph.answers.shapes.registers import (
    DoubtItem,
    ListedFirmItem,
    ListedFirmsBody,
    RegisterItem,
    RegistersBody,
)
from graph.answers.workspace import Workspace, ref_to
from graph.errors import AmbiguousNameError, UnknownNameError
from graph.message import Message, _
from graph.model import ListedFirm, Register
from graph.model.names import fold
from graph.model.vocabulary import Lang

_DOUBTS: Mapping[DoubtCode, Message] = {
    "fewer": _("名录只有 {n} 家在册，少于已知在该地的 {of} 家"),
    "fewer_than_stated": _("名录只有 {n} 家在册，少于文件所载规模以上工业企业 {of} 家"),
    "no_codes": _("{of} 家中 {n} 家没有行业代码，无从按代码查看"),
    "edition_2011": _("{of} 家中 {n} 家的代码或名称不属 GB/T 4754-2017，疑为 2011 版"),
}


def registers_body(ws: Workspace, lang: Lang) -> RegistersBody:
    """List the registers, the newest first, with what follows from each."""
    rows: dict[str, list[ListedFirm]] = {id_: [] for id_ in ws.facts.registers}
    for row in ws.facts.listed_firms.values():
        rows.setdefault(row.listed_in, []).append(row)
    concluded = (each for found in ws.unlisted.values() for each in found)
    shown = Counter((each.region, e.table) for each in concluded for e in each.evidence)
    reviewed = {row.id for firm in ws.registers.firms if firm.reviewed for row in firm.rows}
    items = tuple(
        _register(ws, each, rows[each.id], lang).model_copy(
            update={
                "reviewed": sum(row.id in reviewed and not row.gone for row in rows[each.id]),
                "unlisted": shown[each.region, each.name],
            }
        )
        for each in sorted(ws.facts.registers.values(), key=lambda one: one.as_of, reverse=True)
    )
    return RegistersBody(**origin(ws), items=items, total=len(items))


def told_doubts(found: tuple[Doubt, ...], lang: Lang) -> tuple[DoubtItem, ...]:
    """Say doubts about a register in words."""
    return tuple(
        DoubtItem(code=each.code, text=_DOUBTS[each.code].text(lang, n=each.count, of=each.of))
        for each in found
    )


def listed_firms(ws: Workspace, state: FirmState = "unreviewed") -> ListedFirmsBody:
    """List enterprises of the registers, for editors: whose review settles most come first.

    `unreviewed` are those whose review could let a register conclude.
    """
    waiting = ws.registers.unreviewed
    chosen = [each for each in ws.registers.firms if _is(ws, each, state)]
    chosen.sort(key=lambda each: (-len(waiting.get(each.key, ())), each.key))
    items = tuple(listed_firm(ws, each) for each in chosen)
    return ListedFirmsBody(**origin(ws), items=items, total=len(items))


def listed_firm(ws: Workspace, firm: Firm) -> ListedFirmItem:
    """Show a firm of the registers to editors."""
    made = ws.products.get(firm.key, ())
    region = ws.facts.regions.get(firm.region or "")
    return ListedFirmItem(
        key=firm.key,
        name=firm.name,
        enterprise=ws.ref("enterprise", firm.enterprise) if firm.enterprise else None,
        codes=firm.codes,
        words=_words(firm),
        region=ref_to(region) if region else None,
        closed=firm.closed,
        reviewed=firm.reviewed,
        makes=tuple(ws.ref("segment", each.segment) for each in made),
        keeps=len(ws.registers.unreviewed.get(firm.key, ())),
        gone_from=tuple(gone_from(ws, firm)),
    )


def _words(firm: Firm) -> tuple[str, ...]:
    """What the rows of a firm say, one text for each column: 主导产品：曲轴；连杆."""
    said: dict[str, dict[str, None]] = {}
    for row in firm.rows:
        for each in row.words:
            said.setdefault(each.column, {})[each.text] = None
    return tuple(f"{column}：{'；'.join(texts)}" for column, texts in said.items())


def gone_from(ws: Workspace, firm: Firm) -> list[str]:
    """Name the registers that no longer list a known maker, since when; an answer ends it.

    It is answered by what is reported of the firm or its products as of that date or later.
    """
    if firm.enterprise is None or not ws.products.get(firm.enterprise):
        return []
    facts = (ws.facts.enterprises[firm.enterprise], *ws.products[firm.enterprise])
    told = [e.as_of for fact in facts for e in fact.evidence if e.basis == "reported" and e.as_of]
    newest = max(told, default="")
    return [
        f"{ws.facts.registers[row.listed_in].name}（{row.gone}）"
        for row in firm.gone
        if row.gone is not None and newest < row.gone
    ]


def firm_called(ws: Workspace, name: str) -> Firm:
    """Find a firm of the registers or a known enterprise, by key, id, name or alias.

    Raise `UnknownNameError` and `AmbiguousNameError`.
    """
    wanted = fold(name)
    found = [each for each in ws.registers.firms if each.key == name or wanted in _names(ws, each)]
    if not found:
        raise UnknownNameError(name=name, what="enterprise")
    exact = [each for each in found if each.key == name]
    if len(found) > 1 and not exact:
        keys = [each.key for each in found]
        raise AmbiguousNameError(name=name, what="enterprise", suggestions=keys)
    return (exact or found)[0]


def _names(ws: Workspace, firm: Firm) -> set[str]:
    names = {firm.name, *(row.name for row in firm.rows)}
    known = ws.facts.enterprises.get(firm.key)
    names |= {known.name, *known.aliases} if known else set()
    return {fold(each) for each in names}


def _is(ws: Workspace, firm: Firm, state: FirmState) -> bool:
    match state:
        case "unreviewed":
            return firm.key in ws.registers.unreviewed
        case "reviewed":
            return firm.reviewed
        case "closed":
            return firm.closed
        case "gone":
            return bool(gone_from(ws, firm))
    return bool(firm.rows)


def _register(
    ws: Workspace, register: Register, rows: list[ListedFirm], lang: Lang
) -> RegisterItem:
    listed = [row for row in rows if row.gone is None]
    return RegisterItem(
        **register.model_dump(include={"id", "name", "as_of", "coverage"}),
        **register.model_dump(include={"enough", "checked", "note"}),
        region=ws.ref("region", register.region),
        listed=len(listed),
        closed=sum(row.closed for row in listed),
        gone=len(rows) - len(listed),
        reviewed=0,
        doubts=told_doubts(doubts(ws.facts, register, rows), lang),
        concludes=may_conclude(ws.facts, register, rows),
        unlisted=0,
    )
