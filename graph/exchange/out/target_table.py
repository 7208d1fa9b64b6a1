"""目标企业清单: the leads there are, then the firms that could be asked, gap by gap."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.analysis.gaps import GapRow
from graph.answers.chains import gap_chains
from graph.answers.gap_names import gap_name
from graph.answers.lead_offers import (
    Elsewhere,
    offered_elsewhere,
    offered_targets,
    partners,
)
from graph.answers.leads import firms_called, lead_chains, lead_gap, row_of
from graph.answers.parks import parks_for
from graph.answers.shapes import Ref
from graph.answers.shapes.leads import OfferedPartner, OfferedTarget
from graph.answers.words import STANDING
from graph.answers.workspace import Workspace
from graph.exchange.out.ledgers import LedgerRow, grounds
from graph.exchange.out.sheet import WrittenSheet
from graph.exchange.out.tables import owners
from graph.message import _
from graph.model import Lead
from graph.model.looks import ENTERPRISE_STATUS
from graph.model.plain_looks import LEAD_STAGE, STRENGTH
from graph.model.vocabulary import FILLED_BY_LANDING, STANDINGS, Lang
from graph.network.terms import Terms

TITLE = "目标企业清单"
COLUMNS = (
    "编号",
    "缺口",
    "产业链",
    "确认状态",
    "目标企业",
    "企业情况",
    "依据与进展",
    "以商招商",
    "适合的园区",
    "承载地",
    "责任单位",
    "对接阶段",
    "进入阶段的日期",
    "本阶段期限",
    "备注",
    "办理情况",
    "退回或终止的理由",
)
FILLED = ("目标企业", *COLUMNS[9:12], *COLUMNS[13:])
"""The columns that people fill."""
MOST_PARKS = 3
MOST_LISTED = 10
"""Firms elsewhere that stand in the list for one gap."""
UNNAMED = "unnamed"
"""Ends the id of a row without a firm."""
_ASKED_ABOUT = frozenset({"confirmed", "wished"})
"""Standings of gaps that stand in the list even if no firm is known to ask."""


def targets_sheet(
    ws: Workspace, terms: Terms, lang: Lang, elsewhere: Elsewhere | None = None
) -> WrittenSheet:
    """The leads and the firms to ask as a sheet that offers stages, offices and parks."""
    found = [ws.facts.regions[each].name for each in ws.parks.free_land_mu]
    offered = {
        "责任单位": owners(ws),
        "对接阶段": tuple(look.label(lang) for look in LEAD_STAGE.values()),
        "承载地": tuple(found),
    }
    return WrittenSheet(
        TITLE,
        COLUMNS,
        tuple(target_rows(ws, terms, lang, elsewhere)),
        offered,
        filled=FILLED,
        dates=("进入阶段的日期", "本阶段期限"),
        hidden=("编号",),
        keys=2,
        due="本阶段期限",
    )


def target_rows(
    ws: Workspace, terms: Terms, lang: Lang, elsewhere: Elsewhere | None = None
) -> Iterator[LedgerRow]:
    """A row for each lead, then one for each firm that could be asked and is in no lead yet."""
    asked: set[tuple[str, str]] = set()
    for held in ws.facts.leads.values():
        row = row_of(ws, held.gap)
        asked |= {(row.id if row else held.gap, name) for name in ("", *held.targets)}
        yield _lead_row(ws, held, row, terms, lang)
    open_rows = [e for e in ws.gap_rows(terms).values() if e.standing in FILLED_BY_LANDING]
    for row in sorted(open_rows, key=lambda each: STANDINGS.index(each.standing)):
        offered = list(_firms(ws, row, elsewhere or {}, lang))
        for each in offered:
            if (row.id, each.name) not in asked:
                yield _offered(ws, row, each, terms, lang)
        if row.standing in _ASKED_ABOUT and not offered and (row.id, "") not in asked:
            unnamed = _Firm(UNNAMED, "", _("尚无点名的企业").text(lang), _stated(row))
            yield _offered(ws, row, unnamed, terms, lang)


class _Firm(NamedTuple):
    """A firm that could be asked: its name, how it stands to us, and how that is known."""

    id: str
    name: str
    situation: str
    known: str


def _stated(row: GapRow) -> str:
    return grounds(row.stated.evidence) if row.stated else ""


def _firms(ws: Workspace, row: GapRow, elsewhere: Elsewhere, lang: Lang) -> Iterator[_Firm]:
    for each in offered_targets(ws, row):
        known = grounds(each.evidence)
        yield _Firm(each.enterprise.id, named(each.enterprise, lang), _situation(each, lang), known)
    for listed in offered_elsewhere(ws, row, elsewhere)[:MOST_LISTED]:
        strength = STRENGTH[listed.strength].label(lang)
        known = _("{column}：“{phrase}”，理解为“{word}”（{table} 第{row}行）").text(
            lang, **listed.model_dump(include={"column", "phrase", "word", "table", "row"})
        )
        situation = _("外地名单，把握{strength}").text(lang, strength=strength)
        yield _Firm(listed.id, listed.name, situation, known)


def _lead_row(ws: Workspace, held: Lead, row: GapRow | None, terms: Terms, lang: Lang) -> LedgerRow:
    firms = firms_called(ws, held.targets).values()
    told = (f"{each.name} {ENTERPRISE_STATUS[each.status].label(lang)}" for each in firms)
    chains = [ws.ref("chain", each) for each in lead_chains(ws, held)]
    return (
        held.id,
        named(lead_gap(ws, held, lang), lang),
        "、".join(named(each, lang) for each in chains),
        STANDING[lang][row.standing] if row else _("已不是缺口").text(lang),
        "、".join(held.targets),
        "；".join(told),
        grounds(held.evidence),
        _introduced(ws, row, terms, lang),
        _fitting(ws, [each.id for each in chains], lang),
        named(ws.ref("region", held.park), lang) if held.park else "",
        held.owner,
        LEAD_STAGE[held.stage].label(lang),
        held.since,
        held.due or "",
        held.note or "",
        "",
        "",
    )


def _offered(ws: Workspace, row: GapRow, each: _Firm, terms: Terms, lang: Lang) -> LedgerRow:
    """A row for a firm that could be asked; for a gap of which none is known, without a firm."""
    chains = gap_chains(ws, terms)[row.id]
    return (
        f"target.{row.id}.{each.id}",
        gap_name(ws, row, lang),
        "、".join(named(ws.ref("chain", chain), lang) for chain in chains),
        STANDING[lang][row.standing],
        each.name,
        each.situation,
        each.known,
        _introduced(ws, row, terms, lang),
        _fitting(ws, chains, lang),
        *[""] * 8,
    )


def _situation(each: OfferedTarget, lang: Lang) -> str:
    through = "、".join(named(firm, lang) for firm in each.through)
    delivers = _("已供货给{firms}", firms=through).text(lang) if through else ""
    return "；".join(filter(None, (ENTERPRISE_STATUS[each.status].label(lang), delivers)))


def _introduced(ws: Workspace, row: GapRow | None, terms: Terms, lang: Lang) -> str:
    """Who here would buy from whoever fills the gap, and who would sell to them."""
    if row is None:
        return ""
    buyers, sellers = partners(ws, row, terms)
    parts = ((_("采购方：{firms}"), buyers), (_("供货方：{firms}"), sellers))
    return "；".join(text.text(lang, firms=_makers(side, lang)) for text, side in parts if side)


def _makers(side: Iterable[OfferedPartner], lang: Lang) -> str:
    firms = dict.fromkeys(named(firm, lang) for each in side for firm in each.makers)
    return "、".join(firms)


def _fitting(ws: Workspace, chains: Iterable[str], lang: Lang) -> str:
    found = [each for each in parks_for(ws, tuple(chains)) if each.stated]
    return "、".join(named(each.region, lang) for each in found[:MOST_PARKS])


def named(ref: Ref, lang: Lang) -> str:
    """The name of a record in a language."""
    return ref.name if lang == "zh" else ref.name_en or ref.name
