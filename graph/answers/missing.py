"""缺什么: the answer to "what is missing upstream of this product"."""

import time
from collections.abc import Callable

from graph.analysis.minimal_sets import Late
from graph.analysis.missing import (
    MissingLink,
    bought_inputs,
    missing_upstream,
    mostly_bought,
)
from graph.analysis.targets import answered_for
from graph.analysis.unlock import certain_sets, unlock_sets
from graph.analysis.verdicts import verdict
from graph.answers.echo import completeness_of, echo
from graph.answers.gap_names import gap_refs, recipe_evidence
from graph.answers.shapes import (
    CertainUnlock,
    KindAnswer,
    MissingBody,
    MissingItem,
    Ref,
    TradedInput,
    Unlock,
)
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.errors import BadParameterError, UnknownNameError
from graph.message import Message, _, spoken
from graph.model import Evidence
from graph.model.vocabulary import Answer, Lang
from graph.network.frame import Frame, frame_for
from graph.network.terms import Terms

SEARCH_SECONDS = 5.0
"""How long the sets that unlock a product are searched for, in each world."""


def missing(  # noqa: PLR0913 - the clock is for tests alone
    ws: Workspace,
    segment: str,
    terms: Terms,
    lang: Lang,
    *,
    depth: int | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> MissingBody:
    """Say what is missing upstream of a segment; `depth` bounds the supply steps listed.

    A search for what unlocks it ends by the `clock`, and then the answer says so. Raise
    `UnknownNameError`, and `BadParameterError` for a depth below 1.
    """
    if segment not in ws.facts.segments:
        raise UnknownNameError(name=segment, what="segment")
    if depth is not None and depth < 1:
        raise BadParameterError(parameter="depth", value=str(depth), allowed="1, 2, 3 …")
    target = ws.network.number(segment)
    frame = frame_for(ws.frame(terms), target)
    links = missing_upstream(frame, target, depth)
    judged = verdict(frame, target)
    traded = _traded(ws, frame, target)
    return MissingBody(
        **echo(ws, terms),
        target=ws.segment(target),
        local_status=frame.situation.local_status(target),
        depth=depth,
        sentence=_sentence(ws, frame, target, links, traded, judged.ready, lang),
        kinds=_kinds(ws, frame, target),
        completable=judged.completable,
        ready=judged.ready,
        completeness=completeness_of(ws, terms, [target]),
        unlock=_unlock(ws, frame, target, _deadline(clock)),
        certain=_certain(ws, frame, target, _deadline(clock)),
        traded=traded,
        missing=tuple(_item(ws, terms, link, lang) for link in links),
    )


def _kinds(ws: Workspace, frame: Frame, target: int) -> tuple[KindAnswer, ...]:
    kinds = answered_for(frame, target)
    if kinds == [target]:
        return ()
    judged = [(kind, verdict(frame, kind)) for kind in kinds]
    return tuple(
        KindAnswer(
            segment=ws.segment(kind),
            local_status=frame.situation.local_status(kind),
            completable=each.completable,
            ready=each.ready,
        )
        for kind, each in judged
    )


def _traded(ws: Workspace, frame: Frame, target: int) -> tuple[TradedInput, ...]:
    found = []
    for each in bought_inputs(frame, target):
        ref = ws.segment(each.segment)
        traded = ws.facts.segments[ref.id].traded
        reason = traded.reason if traded else _reason_by_kind(ws, ref.id, frame)
        group = ws.facts.input_groups[ws.network.group_ids[each.group]]
        found.append(
            TradedInput(segment=ref, reason=reason, depth=each.depth, evidence=group.evidence)
        )
    return tuple(found)


def _reason_by_kind(ws: Workspace, segment: str, frame: Frame) -> str:
    """Say why a segment without a reason of its own can be bought: a kind, or the boundary."""
    for kind, fact in ws.kinds.items():
        traded = ws.facts.segments[kind].traded
        if fact.parent == segment and traded and frame.terms.boundary.traded:
            return f"{ws.facts.segments[kind].name}：{traded.reason}"
    return str(frame.terms.boundary)


def _deadline(clock: Callable[[], float]) -> Late:
    end = clock() + SEARCH_SECONDS
    return lambda: clock() > end


def _unlock(ws: Workspace, frame: Frame, target: int, late: Late) -> Unlock:
    found = unlock_sets(frame, target, late=late)
    return Unlock(
        must=ws.segments(found.must),
        choices=tuple(ws.segments(choice) for choice in found.choices),
        sets=tuple(ws.segments(each) for each in found.sets),
        truncated=found.truncated,
        first_is_minimum=found.first_is_minimum,
        out_of_time=found.late,
    )


def _certain(ws: Workspace, frame: Frame, target: int, late: Late) -> CertainUnlock:
    found = certain_sets(frame, target, late=late)
    return CertainUnlock(
        must=ws.segments(found.must),
        choices=tuple(ws.segments(choice) for choice in found.choices),
        example=ws.segments(found.example),
        smallest=found.smallest,
        proven=found.proven,
        out_of_time=found.late,
    )


def _item(ws: Workspace, terms: Terms, link: MissingLink, lang: Lang) -> MissingItem:
    ref = ws.segment(link.segment)
    gaps = gap_refs(ws, terms, ref.id, lang)
    return MissingItem(
        segment=ref,
        status=ws.local_status(terms, ref.id) or "unknown",
        standing=link.standing,
        behind=link.behind,
        depth=link.depth,
        essential=link.sole,
        path=ws.segments(link.path),
        alternatives=ws.segments(link.alternatives),
        gaps=gaps,
        related=_related(ws, terms, gaps),
        suppliers=_suppliers(ws, ref.id),
        evidence=(*_stated(ws, ref.id), *recipe_evidence(ws, link.path[:2])),
    )


def _related(ws: Workspace, terms: Terms, gaps: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Point to the stated gaps that speak of the same thing more generally."""
    rows = ws.gap_rows(terms)
    ids = sorted({other for ref in gaps for other in rows[ref.id].related})
    stated = [rows[each].stated for each in ids]
    return tuple(Ref(type="gap", id=each.id, name=each.name) for each in stated if each)


def _suppliers(ws: Workspace, segment: str) -> tuple[Ref, ...]:
    """Point to planned and prospective makers: who could supply."""
    firms = sorted({fact.enterprise for fact in ws.makers.get(segment, ())})
    wanted = [f for f in firms if ws.facts.enterprises[f].status in {"planned", "prospective"}]
    return tuple(ws.ref("enterprise", each) for each in wanted)


def _stated(ws: Workspace, segment: str) -> tuple[Evidence, ...]:
    """Collect what documents say of the segment: claims first, then mentions, then gaps."""
    facts = [
        *ws.claims.get(segment, ()),
        *ws.mentions.get(segment, ()),
        *ws.stated_gaps.get(segment, ()),
    ]
    return tuple(dict.fromkeys(each for fact in facts for each in fact.evidence))


def _sentence(  # noqa: PLR0913, PLR0917 - what a sentence speaks of
    ws: Workspace,
    frame: Frame,
    target: int,
    links: list[MissingLink],
    traded: tuple[TradedInput, ...],
    ready: Answer,
    lang: Lang,
) -> str:
    name = _name(ws.segment(target), lang)
    near = [link for link in links if not link.behind]
    words = spoken(_WORDS, lang)
    if not near:
        direct = [_name(each.segment, lang) for each in traded if each.depth == 1]
        if ready == "no_recipe":
            return words["no_recipe"].format(name=name)
        bought = words["bought"].format(traded=listed(direct, lang, most=8)) if direct else ""
        return words["nothing"].format(name=name) + bought
    confirmed = sum(link.standing == "confirmed" for link in near)
    members = ws.network.arrays.members
    groups = {tuple(members.row(group)) for link in near for group in link.groups}
    first = [_name(ws.segment(link.segment), lang) for link in near]
    before = ""
    if mostly_bought(frame, target):
        direct = [_name(each.segment, lang) for each in traded if each.depth == 1]
        before = words["mostly"].format(name=name, traded=listed(direct, lang, most=4))
    return before + words["lacks"].format(
        name=name,
        groups=len(groups),
        count=len(near),
        confirmed=confirmed,
        unknown=len(near) - confirmed,
        first=listed(first, lang),
    )


def _name(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" or ref.name_en is None else ref.name_en


_WORDS: dict[str, Message] = {
    "no_recipe": _("{name}没有投入配方，无从推算上游缺什么。"),
    "nothing": _("{name}的上游不缺须在本地解决的投入。"),
    "bought": _("第一层可从市场采购：{traded}。"),
    "mostly": _("{name}的关键投入均外购：{traded}；此外，"),
    "lacks": _(
        "{name}的上游有{groups}组必需投入在本地没有着落，"
        "涉及{count}个环节（确认缺口{confirmed}个，待核实{unknown}个）："
        "{first}。"
    ),
}
