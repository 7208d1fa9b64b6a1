"""What if 假设推演: what follows where enterprises stop or land, and segments come or go.

The workspace of the supposed facts answers like any other; both answers are compared here.
"""

from collections.abc import Iterable, Mapping

from graph.analysis.outlets import outlets_lost
from graph.analysis.rounds import CauseCode, Shift, Shifts, ShiftSort, shifts
from graph.analysis.verdicts import verdict
from graph.answers.called import RefName, names
from graph.answers.chains import products_in
from graph.answers.echo import completeness_of, echo
from graph.answers.offered import SupposedAction
from graph.answers.shapes import Ref
from graph.answers.shapes.what_if import (
    CompletenessShift,
    FeasibilityShift,
    OutletItem,
    ShiftCause,
    ShiftItem,
    WhatIfBody,
)
from graph.answers.supposed import supposing
from graph.answers.supposing import Compared, item, read, supposition
from graph.answers.what_if_gaps import gap_shifts
from graph.answers.what_if_priority import priority_shifts
from graph.answers.what_if_summary import METHOD, Consequences, summary
from graph.answers.workspace import Workspace, ref_to
from graph.message import Message, _
from graph.model.vocabulary import Lang
from graph.network.frame import frame_for
from graph.network.terms import Terms


def what_if(
    ws: Workspace, terms: Terms, lang: Lang, wanted: Mapping[SupposedAction, Iterable[str]]
) -> WhatIfBody:
    """Suppose something, by names, and tell what follows.

    Raise `UnknownNameError` or `AmbiguousNameError` for a name, `SuppositionError` where nothing
    is supposed, or the contrary too.
    """
    supposed = read(ws, wanted)
    told = Compared(ws, supposing(ws, supposition(ws, terms, supposed)), ws.settle(terms))
    frames = [each.frame(told.terms) for each in (told.before, told.after)]
    found = shifts(*frames)
    parts = Consequences(
        supposed=tuple(item(told, each, lang) for each in supposed),
        outlets=_outlets(told),
        completeness=_completeness(told),
        gaps=gap_shifts(told, _moved(found), lang),
    )
    return WhatIfBody(
        **echo(ws, terms),
        **parts._asdict(),
        summary=tuple(each.text(lang) for each in summary(told, found, parts)),
        lost=_shift_items(ws, found.lost, lang, gained=False),
        gained=_shift_items(ws, found.gained, lang, gained=True),
        feasibility=_feasibility(told),
        priority=priority_shifts(told, lang),
        method="qualitative_cascade",
        method_text=METHOD.text(lang),
    )


def _moved(found: Shifts) -> tuple[frozenset[int], frozenset[int]]:
    lost, gained = (frozenset(e.segment for e in each) for each in (found.lost, found.gained))
    return lost, gained


def _shift_items(
    ws: Workspace, found: Iterable[Shift], lang: Lang, *, gained: bool
) -> tuple[ShiftItem, ...]:
    return tuple(
        ShiftItem(
            segment=ws.segment(each.segment),
            round=each.round,
            sort=each.sort,
            because=ShiftCause(
                code=each.cause,
                text=_because(ws, each, gained=gained).text(lang),
                refs=ws.segments(each.through),
            ),
            possible=each.possible,
            bought=each.bought,
        )
        for each in found
    )


def _because(ws: Workspace, shift: Shift, *, gained: bool) -> Message:
    texts = GAINED if gained else LOST
    through = names(ws.segments(shift.through))
    key: CauseCode | tuple[ShiftSort, CauseCode] = shift.cause
    if shift.cause == "fact":
        key = (shift.sort, shift.cause)
    return texts[key].filled(name=RefName(ws.segment(shift.segment)), through=through)


LOST: Mapping[CauseCode | tuple[ShiftSort, CauseCode], Message] = {
    ("available", "fact"): _("没有了已知的生产者"),
    ("completable", "fact"): _("本地不再有它，谈不上配齐"),
    ("obtainable", "fact"): _("不再能从市场买到"),
    "market": _("不再能从市场买到"),
    "kind": _("只靠它的种类{through}，随之没有"),
    "by_product": _("是{through}的副产，随之没有"),
    "input": _("必需的投入{through}没有了来源，配不齐"),
    "circle": _("与相关环节互相依靠，一起没有"),
}
GAINED: Mapping[CauseCode | tuple[ShiftSort, CauseCode], Message] = {
    ("available", "fact"): _("有了生产者"),
    ("completable", "fact"): _("本地有了它，投入也齐"),
    ("obtainable", "fact"): _("能从市场买到了"),
    "market": _("能从市场买到了"),
    "kind": _("它的种类{through}有了，随之有"),
    "by_product": _("是{through}的副产，随之有"),
    "input": _("必需的投入{through}有了来源，配齐了"),
    "circle": _("与相关环节互相支撑，一起配齐"),
}


def _feasibility(told: Compared) -> tuple[FeasibilityShift, ...]:
    """Compare what is answered of products wanted before or after, but of what comes or goes."""
    before, after = (each.frame(told.terms) for each in (told.before, told.after))
    wanted = [each.needs(told.terms).wanted for each in (told.before, told.after)]
    here = [each.situation.certain.available for each in (before, after)]
    found: list[FeasibilityShift] = []
    for product in sorted(wanted[0].keys() | wanted[1].keys()):
        if here[0][product] != here[1][product]:
            continue
        old, new = (verdict(frame_for(each, product), product) for each in (before, after))
        if old != new:
            found.append(
                FeasibilityShift(
                    segment=told.before.segment(product),
                    completable_before=old.completable,
                    completable_after=new.completable,
                    ready_before=old.ready,
                    ready_after=new.ready,
                )
            )
    return tuple(found)


def _outlets(told: Compared) -> tuple[OutletItem, ...]:
    ws = told.after
    found = outlets_lost(*(each.frame(told.terms) for each in (told.before, told.after)))
    return tuple(
        OutletItem(
            segment=ws.segment(each),
            makers=ws.makers_here(told.terms, ws.network.ids[each]),
            takers=ws.segments(takers),
        )
        for each, takers in sorted(found.items())
    )


def _completeness(told: Compared) -> tuple[CompletenessShift, ...]:
    chains = sorted(told.before.facts.chains.values(), key=lambda each: (each.order, each.id))
    found = (_of_chain(told, ref_to(each)) for each in chains)
    return tuple(each for each in found if each.before != each.after)


def _of_chain(told: Compared, chain: Ref) -> CompletenessShift:
    before, after = (
        completeness_of(ws, told.terms, products_in(ws, told.terms, [chain.id]))
        for ws in (told.before, told.after)
    )
    return CompletenessShift(chain=chain, before=before, after=after)
