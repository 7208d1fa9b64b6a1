"""The parts of a report that say how large a chain is, what it has, and how complete that is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress

from graph.answers.called import names
from graph.answers.chains import chain as chain_body
from graph.answers.chains import products_in
from graph.answers.district import indicators
from graph.answers.echo import completeness_of
from graph.answers.overview import MONEY
from graph.answers.panorama import panorama
from graph.answers.report_scene import ReportScene
from graph.answers.shapes import (
    Card,
    Completeness,
    IndicatorItem,
    Ref,
    StageColumn,
    StatusCounts,
)
from graph.answers.shapes.report import ReportCell, ReportRow, ReportSection, ReportSentence
from graph.answers.words import STATUS
from graph.message import Listing, Message, _
from graph.model import Evidence
from graph.model.looks import CAPTIVE
from graph.model.plain_looks import STAGE
from graph.model.vocabulary import LOCAL_STATUSES, Lang

FIGURES = 6
"""How many numbers of a plan a report sets out."""


def targets(on: ReportScene) -> ReportSection:
    """规模与目标: actual numbers with the targets beside them, those of the chain first."""
    every = {each.id: each for each in indicators(on.ws).items}
    met = {each.target.id for each in every.values() if each.target}
    mine = [each for scope in _scopes(on) for each in every.values() if _scope(each) == scope]
    shown = [each for each in mine if each.id not in met]
    shown.sort(
        key=lambda each: (
            _scopes(on).index(_scope(each)),
            each.target is None,
            each.unit != MONEY,
            each.actual_or_target == "actual",
        )
    )
    sentences = [_figure(on, each, every) for each in shown[:FIGURES]]
    none = _("资料没有写明规模或目标的数字；有了统计数，可作为指标录入。")
    return ReportSection(
        code="targets",
        heading=_("规模与目标").text(on.lang),
        sentences=tuple(sentences) or (on.computed(none),),
    )


def _scopes(on: ReportScene) -> list[tuple[str, str]]:
    if on.chain is None:
        return [("region", on.ws.region(on.terms).id)]
    return [("chain", on.chain.id), ("industry", on.chain.industry)]


def _scope(each: IndicatorItem) -> tuple[str, str]:
    return (each.scope.type, each.scope.id)


def _figure(
    on: ReportScene, each: IndicatorItem, every: Mapping[str, IndicatorItem]
) -> ReportSentence:
    told = {
        "scope": on.name(each.scope),
        "name": each.name.removesuffix(f"（{each.unit}）"),
        "now": _amount(each),
        "year": each.year,
    }
    goal = every[each.target.id] if each.target else None
    if goal is None:
        key = "target" if each.actual_or_target == "target" else "actual"
        return on.stated(_FIGURES[key].filled(**told), _proof(each))
    told |= {"goal": _amount(goal), "until": goal.year}
    both = (*_proof(each), *_proof(goal))
    if each.progress is None:
        return on.stated(_FIGURES["both"].filled(**told), both)
    share = f"{each.progress:.0%}"
    return on.stated(_FIGURES["share"].filled(**told, share=share), both, computed=True)


def _amount(each: IndicatorItem) -> str:
    """The number as it is printed; the unit of a table stands in the name of its row.

    An actual number that the document leaves out (--) has none.
    """
    if not each.name.endswith(f"（{each.unit}）") or not re.search(r"\d", each.printed):
        return each.printed
    if each.unit in each.printed:
        return each.printed
    return f"{each.printed}{'' if each.unit == '%' else ' '}{each.unit}"


def _proof(each: IndicatorItem) -> tuple[Evidence, ...]:
    """What says the number first; in a table the name stands in another cell."""
    alone = re.compile(rf"(?<![\d.]){re.escape(each.printed)}(?![\d.])")
    said = [e for e in each.evidence if alone.search(e.quote or "")]
    if any(each.name in (e.quote or "") for e in said):
        return tuple(said)
    return (*said, *(e for e in each.evidence if each.name in (e.quote or "")))


def panorama_section(on: ReportScene) -> ReportSection:
    """全景: of one chain its segments by stage, of all chains their counts."""
    heading = _("产业链全景").text(on.lang)
    if on.chain is None:
        rows = [_counted_row(on, each.id) for each in on.chains]
        counted = _aligned([row for row in rows if _counts_any(row)])
        empty = [row.name for row in rows if not _counts_any(row)]
        told = [on.computed(_("每格是这种状态的环节数。"))] if counted else []
        if empty:
            told.append(on.computed(_NO_SEGMENTS.filled(names=Listing(empty))))
        return ReportSection(code="panorama", heading=heading, sentences=tuple(told), rows=counted)
    found = panorama(on.ws, on.terms, on.lang, chain=on.chain.id)
    if not found.total:
        none = on.computed(_NO_SEGMENTS.filled(names=_chain_name(on)))
        return ReportSection(code="panorama", heading=heading, sentences=(none,))
    counts = [
        f"{STATUS[on.lang][status]} {tile.count}"
        for status in LOCAL_STATUSES
        for tile in found.tiles
        if tile.code == status and tile.count
    ]
    # Where all are stages inside a firm there is nothing to count.
    told = [on.computed(_("{n} 个环节：{counts}。", n=found.total, counts=Listing(counts)))]
    return ReportSection(
        code="panorama",
        heading=heading,
        sentences=tuple(told) if counts else (),
        rows=tuple(_stage(on, each) for each in found.stages),
    )


def _chain_name(on: ReportScene) -> str:
    assert on.chain is not None  # noqa: S101 - asked of one chain only
    return on.chain.name if on.lang == "zh" else on.chain.name_en


def _stage(on: ReportScene, column: StageColumn) -> ReportRow:
    cards = [card for group in column.groups for card in group.segments]
    shown = sorted(cards, key=lambda card: _ORDER.index(card.local_status or "captive"))
    more = sum(len(group.more) for group in column.groups)
    cells = tuple(_segment(card, on.lang) for card in shown)
    return ReportRow(name=STAGE[column.stage].label(on.lang), cells=cells, more=more)


def _segment(card: Card, lang: Lang) -> ReportCell:
    return ReportCell(
        text=card.name if lang == "zh" else card.name_en,
        code=card.local_status or "captive",
        word=_status(card.local_status, lang),
        gap=any(each.standing == "confirmed" for each in card.gaps),
    )


def _status(status: str | None, lang: Lang) -> str:
    words: Mapping[str, str] = {str(code): word for code, word in STATUS[lang].items()}
    return words.get(status or "") or CAPTIVE.in_sentence(lang)


def _counted_row(on: ReportScene, chain: str) -> ReportRow:
    body = chain_body(on.ws, chain, on.terms).chain
    name = body.name if on.lang == "zh" else body.name_en
    return ReportRow(name=name, cells=tuple(_counts(body.counts, on.lang)))


def _counts_any(row: ReportRow) -> bool:
    return any(cell.text != "0" for cell in row.cells)


def _aligned(rows: Sequence[ReportRow]) -> tuple[ReportRow, ...]:
    """The rows with one column for each status that any of them has."""
    used = [
        any(each.text != "0" for each in column)
        for column in zip(*(row.cells for row in rows), strict=True)
    ]
    return tuple(row.model_copy(update={"cells": tuple(compress(row.cells, used))}) for row in rows)


def _counts(counts: StatusCounts, lang: Lang) -> Iterator[ReportCell]:
    for code in (*LOCAL_STATUSES, "captive"):
        count: int = getattr(counts, code)
        yield ReportCell(text=str(count), code=code, word=_status(code, lang))


def completeness_section(on: ReportScene) -> ReportSection:
    """本地配套率 as a range, or the list of what it would count."""
    products = products_in(on.ws, on.terms, [each.id for each in on.chains])
    found = completeness_of(on.ws, on.terms, products)
    told = _completeness(found, has_products=bool(products))
    return ReportSection(
        code="completeness",
        heading=_("本地配套率").text(on.lang),
        sentences=tuple(on.computed(each) for each in told),
    )


def _completeness(found: Completeness, *, has_products: bool) -> Iterator[Message]:
    if not has_products:
        yield _("没有已知的本地产品，配套率无从算起：先核实哪些企业在产什么。")
        return
    if not found.needed:
        yield _("本地产品没有边界以外的必需投入可数：或都能从市场买到，或还没有投入配方。")
        return
    counts = _counted(found)
    if found.display == "percent" and found.low is not None and found.high is not None:
        low, high = f"{found.low:.0%}", f"{found.high:.0%}"
        yield _("本地配套率在 {low} 到 {high} 之间：{counts}。", low=low, high=high, counts=counts)
    elif found.display == "counts":
        yield _("资料不足，不给百分数：{counts}。", counts=counts)
    else:
        groups = Listing([_group(each.members, each.state) for each in found.groups], _("；"))
        yield _("不足三组，不给百分数，逐组列出：{groups}。", groups=groups)


def _counted(found: Completeness) -> Message:
    parts = {"available": found.available, "unknown": found.unknown, "lacking": found.lacking}
    told = [_STATES[state].filled(n=count) for state, count in parts.items() if count]
    return _("必需投入 {needed} 组，{parts}", needed=found.needed, parts=Listing(told))


def _group(members: Iterable[Ref], state: str) -> Message:
    return _("{names}（{state}）", names=names(members), state=_STATE[state])


_ORDER = (*LOCAL_STATUSES, "captive")
_NO_SEGMENTS = _("{names}还没有环节资料，画不出全景：先从文件录入，或导入环节与企业的表格。")
_STATES: Mapping[str, Message] = {
    "available": _("本地有 {n} 组"),
    "unknown": _("未知 {n} 组"),
    "lacking": _("本地缺 {n} 组"),
}
_STATE: Mapping[str, Message] = {
    "available": _("有"),
    "developing": _("在建"),
    "unknown": _("未知"),
    "lacking": _("缺"),
}
_FIGURES: Mapping[str, Message] = {
    "actual": _("{scope}：{name} {year} 年 {now}。"),
    "target": _("{scope}：{name} {year} 年目标 {now}。"),
    "both": _("{scope}：{name} {year} 年 {now}，{until} 年目标 {goal}。"),
    "share": _("{scope}：{name} {year} 年 {now}，{until} 年目标 {goal}，现值为目标的 {share}。"),
}
