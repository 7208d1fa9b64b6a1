"""What a supposition does, in sentences: what changes first, then how far, then chains and gaps."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.analysis.rounds import Shift, Shifts
from graph.answers.called import names
from graph.answers.shapes import Ref
from graph.answers.shapes.what_if import (
    CompletenessShift,
    GapCause,
    GapShifts,
    OutletItem,
    SupposedItem,
)
from graph.answers.supposing import Compared
from graph.message import Message, _

METHOD = _(
    "定性推演：按配方的“必需组、组内任一”逐轮推算，不计数量、库存和时间；"
    "“没有了已知的来源”说的是资料，别家是否也做尚不知道"
)


class Consequences(NamedTuple):
    """What the sentences are about."""

    supposed: tuple[SupposedItem, ...]
    outlets: tuple[OutletItem, ...]
    completeness: tuple[CompletenessShift, ...]
    gaps: GapShifts


def summary(told: Compared, found: Shifts, parts: Consequences) -> Iterator[Message]:
    """Tell it in a few sentences; that nothing changes is one of them."""
    said = False
    for texts, moved in ((_LOST, found.lost), (_GAINED, found.gained)):
        for message in _rounds(told, texts, moved):
            said = True
            yield message
    if parts.outlets:
        said = True
        made = names(each.segment for each in parts.outlets)
        yield _("本地不再有谁要它们的：{names}（仍可外销）", names=made)
    if parts.completeness:
        said = True
        chains = names(each.chain for each in parts.completeness)
        yield _("本地配套率有变化的产业链：{names}", names=chains)
    gaps = list(_gaps(parts.gaps))
    yield from gaps
    if not (said or gaps):
        yield _NOTHING if any(each.changes for each in parts.supposed) else _NOTHING_AT_ALL


_NOTHING_AT_ALL = _("这些假设不带来任何变化：有什么产品、本地配套率和缺口都和现在一样")
_NOTHING = _(
    "按现有资料，有什么产品、本地配套率和缺口都不变；变的只是可依靠的企业多寡，或“也许有”的余地"
)
_LOST = (
    _("不再有已知来源：{names}"),
    _("不再能从市场买到：{names}"),
    _("因此按已知资料配不齐：{names}"),
    _("逐轮波及：共 {rounds} 轮，失去 {n} 个环节"),
)
_GAINED = (
    _("有了来源：{names}"),
    _("能从市场买到了：{names}"),
    _("因此按已知资料配得齐了：{names}"),
    _("逐轮带动：共 {rounds} 轮，得到 {n} 个环节"),
)
_SORTS = ("available", "obtainable", "completable")


def _rounds(
    told: Compared, texts: tuple[Message, ...], moved: tuple[Shift, ...]
) -> Iterator[Message]:
    for sort, text in zip(_SORTS, texts[:-1], strict=True):
        found = [each for each in moved if each.sort == sort]
        if found:
            segments = told.before.segments(each.segment for each in found)
            yield text.filled(names=names(segments))
    last = max((each.round for each in moved), default=0)
    if last > 1:
        yield texts[-1].filled(rounds=last, n=len(moved))


def _gaps(gaps: GapShifts) -> Iterator[Message]:
    confirmed = [each.gap for each in gaps.opened if each.standing == "confirmed"]
    asked = [each.gap for each in gaps.opened if each.standing != "confirmed"]
    filled = [each.gap for each in gaps.closed if each.code == "filled"]
    filled += [each.gap for each in gaps.changed if each.filled]
    for text, found in (
        (_("新增确认缺口 {n} 个：{names}"), confirmed),
        (_("新增待核实 {n} 项（本地有没有尚不知道）：{names}"), asked),
        (_("补上缺口 {n} 个：{names}"), filled),
        (_("因有了替代而不再列出的 {n} 项：{names}"), _closed(gaps, "alternative")),
        (
            _("另有 {n} 项不再列出，但不是补上了，而是眼下没有产品直接等它：{names}"),
            _closed(gaps, "not_needed", "behind"),
        ),
        (
            _("确认状态有变的 {n} 项：{names}"),
            [each.gap for each in gaps.changed if not each.filled],
        ),
    ):
        if found:
            yield text.filled(n=len(found), names=names(found))


def _closed(gaps: GapShifts, *codes: GapCause) -> list[Ref]:
    return [each.gap for each in gaps.closed if each.code in codes]
