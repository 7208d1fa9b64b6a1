"""Why a segment is not a gap, in words."""

from collections.abc import Iterator, Mapping

from graph.analysis.gaps import GapRow
from graph.analysis.targets import descendants
from graph.analysis.why_not import Why
from graph.analysis.why_not import why_not as reasons_why_not
from graph.answers.echo import echo
from graph.answers.gap_names import gap_name
from graph.answers.shapes import Reason, Ref, WhyNotBody
from graph.answers.shapes.gaps import ReasonCode
from graph.answers.status import concluded, status_grounds
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.errors import UnknownNameError
from graph.message import Message, _
from graph.model import Evidence
from graph.model.vocabulary import AVAILABLE, STANDINGS, Lang, Standing
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
    reasons = [_reason(ws, terms, segment, each, lang) for each in found]
    if row is None:
        reasons += _relatives(ws, terms, number, lang, alone=not reasons)
    return WhyNotBody(
        **echo(ws, terms),
        target=ws.segment(number),
        local_status=ws.local_status(terms, segment),
        gap=Ref(type="gap", id=row.id, name=gap_name(ws, row, lang)) if row else None,
        standing=row.standing if row else None,
        reasons=tuple(reasons),
    )


_REASONS: Mapping[Standing, list[Why]] = {"confirmed": [], "to_settle": [Why("unknown", ())]}
"""Whether a gap is on the segment is told by its standing, even where a kind of it is here."""


def _gravest(ws: Workspace, terms: Terms, segment: str) -> GapRow | None:
    """Pick the gap on a segment that the list has first."""
    rows = [row for row in ws.gap_rows(terms).values() if row.segment == segment]
    return min(rows, key=lambda row: (STANDINGS.index(row.standing), row.id), default=None)


def _relatives(
    ws: Workspace, terms: Terms, segment: int, lang: Lang, *, alone: bool
) -> Iterator[Reason]:
    """Say where the list has a general of it, if that is all there is to say, or kinds of it."""
    name = _named(ws.segment(segment), lang)
    listed_here = {row.segment for row in ws.gap_rows(terms).values() if row.standing != "noted"}
    kinds = [
        each
        for each in descendants(ws.frame(terms), segment)
        if ws.network.ids[each] in listed_here
    ]
    if kinds:
        yield _about(_KINDS, "kinds", name, ws.segments(kinds), lang)
    generals = [
        each for each in ws.network.arrays.above(segment) if ws.network.ids[each] in listed_here
    ]
    if alone and generals:
        yield _about(_GENERAL, "general", name, ws.segments(generals[:1]), lang)


def _about(text: Message, code: ReasonCode, name: str, refs: tuple[Ref, ...], lang: Lang) -> Reason:
    told = text.text(lang, name=name, who=_said(refs, lang))
    return Reason(code=code, text=told, refs=refs, evidence=())


def _named(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" else (ref.name_en or ref.name)


def _reason(ws: Workspace, terms: Terms, segment: str, why: Why, lang: Lang) -> Reason:
    if why.code == "available":
        return _here(ws, terms, segment, why, lang)
    refs = ws.segments(why.segments)
    form = _BEHIND if why.behind else _TEXT[why.code, bool(refs)]
    text = form.text(
        lang,
        name=_name(ws, segment, lang),
        who=_instead(ws, why, lang) if why.uses else _said(refs, lang),
        reason=_traded_reason(ws, segment, why) or _TOO_DEEP,
    )
    return Reason(code=why.code, text=text, refs=refs, evidence=_evidence(ws, segment, why))


def _here(ws: Workspace, terms: Terms, segment: str, why: Why, lang: Lang) -> Reason:
    """Say who has it, else what says so; with what its status rests on."""
    if ws.local_status(terms, segment) not in AVAILABLE:
        return _coming(ws, terms, segment, why, lang)
    grounds = status_grounds(ws, terms, segment, lang)
    refs = (*ws.makers_here(terms, segment), *ws.segments(why.segments))
    form = _HAS if refs else _SAID[grounds.status_basis or "stated"]
    note = grounds.status_evidence[0].note if grounds.status_evidence else ""
    text = form.text(lang, name=_name(ws, segment, lang), who=_said(refs, lang), note=note or "")
    return Reason(code=why.code, text=text, refs=refs, evidence=grounds.status_evidence)


def _coming(ws: Workspace, terms: Terms, segment: str, why: Why, lang: Lang) -> Reason:
    """Say what is being built that counts at the horizon asked: it, a kind of it, its source."""
    number = ws.network.number(segment)
    own = ws.local_status(terms, segment) == "developing"
    sources = () if own else why.segments or tuple(ws.network.arrays.sources.row(number))
    refs = ws.segments(sources)
    form = _COMING[bool(refs)]
    evidence = (
        tuple(concluded(ws, terms, sources, lang))
        if refs
        else status_grounds(ws, terms, segment, lang).status_evidence
    )
    text = form.text(lang, name=_name(ws, segment, lang), who=_said(refs, lang))
    return Reason(code=why.code, text=text, refs=refs, evidence=evidence)


def _name(ws: Workspace, segment: str, lang: Lang) -> str:
    return _named(ws.ref("segment", segment), lang)


def _said(refs: tuple[Ref, ...], lang: Lang) -> str:
    return listed([_named(ref, lang) for ref in refs], lang) if refs else ""


USES = 3
"""Places of an alternative that a sentence names; the others are a number."""


def _instead(ws: Workspace, why: Why, lang: Lang) -> str:
    """Say of the first uses what each takes instead."""
    told = [
        _USE.text(lang, product=_names(ws, use.products, lang), others=_names(ws, use.others, lang))
        for use in why.uses[:USES]
    ]
    if len(why.uses) > USES:
        told.append(_MORE_USES.text(lang, n=len(why.uses) - USES))
    return _("；").text(lang).join(told)


def _names(ws: Workspace, segments: tuple[int, ...], lang: Lang) -> str:
    return listed([_named(ref, lang) for ref in ws.segments(segments)], lang, most=3)


def _traded_reason(ws: Workspace, segment: str, why: Why) -> str:
    for each in (segment, *(ws.network.ids[number] for number in why.segments)):
        traded = ws.facts.segments[each].traded
        if traded:
            return traded.reason
    return ""


def _evidence(ws: Workspace, segment: str, why: Why) -> tuple[Evidence, ...]:
    """Give the evidence of the reason: the judgement that it is traded, or the groups."""
    if why.code == "traded":
        note = _traded_reason(ws, segment, why) or None
        return (Evidence(basis="reference", source="domain", note=note),)
    groups = ws.network.arrays.used_in.row(ws.network.number(segment))
    found = [ws.facts.input_groups[ws.network.group_ids[group]] for group in groups]
    evidence = dict.fromkeys(each for group in found for each in group.evidence)
    return tuple(evidence) or ws.facts.segments[segment].evidence


_BEHIND: Message = _("需要“{name}”的{who}本身还没有着落：先补它们，才轮到“{name}”。")
_USE: Message = _("{product}用{others}")
_MORE_USES: Message = _("另有{n}处")
_KINDS: Message = _("“{name}”的品种在补链清单里：{who}。")
_GENERAL: Message = _("“{name}”是“{who}”的一种，补链清单记在“{who}”上，不单列。")
_TOO_DEEP: Message = _("所选边界把离产品更远的环节视为可采购")
_HAS: Message = _("“{name}”本地已有：{who}。")
_SAID: Mapping[str, Message] = {
    "stated": _("规划写明本地已有“{name}”。"),
    "reported": _("据填报，本地已有“{name}”。"),
    "derived": _("本地已有“{name}”，{note}。"),
}
_COMING: Mapping[bool, Message] = {
    False: _("按所选时点，在建的“{name}”计入。"),
    True: _("按所选时点计入在建的{who}，“{name}”随之可得。"),
}
_TEXT: dict[tuple[str, bool], Message] = {
    ("captive", True): _("“{name}”是{who}厂内的工序，不单独成为缺口。"),
    ("captive", False): _("“{name}”是厂内工序，不单独成为缺口。"),
    ("traded", True): _("“{name}”的一种可从市场采购（{who}）：{reason}。"),
    ("traded", False): _("“{name}”可从市场采购：{reason}。"),
    ("not_essential", True): _("“{name}”对{who}不是必需（或不在所选投入类别内）。"),
    ("not_needed", True): _("需要“{name}”的{who}不在本地产品的上游路径上。"),
    ("not_needed", False): _("没有环节以“{name}”为投入。"),
    ("alternative", True): _("用得上“{name}”的地方已有着落：{who}。"),
    ("unknown", True): _("尚不知本地有没有可替代它的{who}：“{name}”待核实，不是确认的缺口。"),
    ("unknown", False): _("尚不知本地有没有“{name}”：是待核实的疑点，不是确认的缺口。"),
}
