"""Why a segment is not a gap, in words."""

from collections.abc import Mapping

from graph.analysis.gaps import GapRow
from graph.analysis.why_not import Why
from graph.analysis.why_not import why_not as reasons_why_not
from graph.answers.echo import echo
from graph.answers.gap_names import gap_name
from graph.answers.shapes import Reason, Ref, WhyNotBody
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.errors import UnknownNameError
from graph.message import Message, _
from graph.model import Evidence
from graph.model.vocabulary import STANDINGS, Lang, Standing
from graph.network.terms import Terms


def why_not(ws: Workspace, segment: str, terms: Terms, lang: Lang) -> WhyNotBody:
    """Say why a segment is not a (confirmed) gap; raise `UnknownNameError`."""
    if segment not in ws.facts.segments:
        raise UnknownNameError(name=segment, what="segment")
    number = ws.network.number(segment)
    row = _gravest(ws, terms, segment)
    found = reasons_why_not(ws.frame(terms), number, ws.needs(terms))
    if row and row.standing in _REASONS:
        found = _REASONS[row.standing]
    return WhyNotBody(
        **echo(ws, terms),
        target=ws.segment(number),
        local_status=ws.local_status(terms, segment),
        gap=Ref(type="gap", id=row.id, name=gap_name(ws, row, lang)) if row else None,
        standing=row.standing if row else None,
        reasons=tuple(_reason(ws, terms, segment, each, lang) for each in found),
    )


_REASONS: Mapping[Standing, list[Why]] = {"confirmed": [], "to_settle": [Why("unknown", ())]}
"""Whether a gap is on the segment is told by its standing, even where a kind of it is here."""


def _gravest(ws: Workspace, terms: Terms, segment: str) -> GapRow | None:
    """Pick the gap on a segment that the list has first."""
    rows = [row for row in ws.gap_rows(terms).values() if row.segment == segment]
    return min(rows, key=lambda row: (STANDINGS.index(row.standing), row.id), default=None)


def _reason(ws: Workspace, terms: Terms, segment: str, why: Why, lang: Lang) -> Reason:
    name = ws.facts.segments[segment].name
    refs = ws.segments(why.segments)
    if why.code == "available":
        refs = (*ws.makers_here(terms, segment), *refs)
    if lang == "en":
        name = ws.facts.segments[segment].name_en
    names = [ref.name if lang == "zh" else (ref.name_en or ref.name) for ref in refs]
    who = listed(names, lang) if names else ""
    form = _BEHIND.text(lang) if why.behind else _TEXT[why.code, bool(names)].template(lang)
    text = form.format(
        name=name, who=who, reason=_traded_reason(ws, segment, why) or _TOO_DEEP.text(lang)
    )
    return Reason(code=why.code, text=text, refs=refs, evidence=_evidence(ws, segment, why))


def _traded_reason(ws: Workspace, segment: str, why: Why) -> str:
    for each in (segment, *(ws.network.ids[number] for number in why.segments)):
        traded = ws.facts.segments[each].traded
        if traded:
            return traded.reason
    return ""


def _evidence(ws: Workspace, segment: str, why: Why) -> tuple[Evidence, ...]:
    """Give the evidence of the reason: makers and claims, or the judgement, or the groups."""
    if why.code == "available":
        facts = [*ws.makers.get(segment, ()), *ws.claims.get(segment, ())]
        return tuple(dict.fromkeys(each for fact in facts for each in fact.evidence))
    if why.code == "traded":
        note = _traded_reason(ws, segment, why) or None
        return (Evidence(basis="reference", source="domain", note=note),)
    groups = ws.network.arrays.used_in.row(ws.network.number(segment))
    found = [ws.facts.input_groups[ws.network.group_ids[group]] for group in groups]
    evidence = dict.fromkeys(each for group in found for each in group.evidence)
    return tuple(evidence) or ws.facts.segments[segment].evidence


_BEHIND: Message = _("需要“{name}”的{who}本身还没有着落：先补它们，才轮到“{name}”。")
_TOO_DEEP: Message = _("所选边界把离产品更远的环节视为可采购")
_TEXT: dict[tuple[str, bool], Message] = {
    ("captive", True): _("“{name}”是{who}厂内的工序，不单独成为缺口。"),
    ("captive", False): _("“{name}”是厂内工序，不单独成为缺口。"),
    ("available", True): _("“{name}”本地已有：{who}。"),
    ("available", False): _("规划写明本地已有“{name}”。"),
    ("traded", True): _("“{name}”的一种可从市场采购（{who}）：{reason}。"),
    ("traded", False): _("“{name}”可从市场采购：{reason}。"),
    ("not_essential", True): _("“{name}”对{who}不是必需（或不在所选投入类别内）。"),
    ("not_needed", True): _("需要“{name}”的{who}不在本地产品的上游路径上。"),
    ("not_needed", False): _("没有环节以“{name}”为投入。"),
    ("alternative", True): _("同组已有替代：{who}。"),
    ("unknown", True): _("尚不知本地有没有可替代它的{who}：“{name}”待核实，不是确认的缺口。"),
    ("unknown", False): _("尚不知本地有没有“{name}”：是待核实的疑点，不是确认的缺口。"),
}
