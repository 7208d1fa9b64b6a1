"""Rows of our own tables as people hand them back: 补链清单, 核实清单 and what is only told."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.analysis.gaps import derived_id
from graph.answers.words import verdict_in
from graph.edits.private_numbers import has_private_number
from graph.exchange.match.computed import Own
from graph.exchange.match.known import KnownRecords
from graph.exchange.match.records import RowOrigin, agrees, laid_over, makes, reported
from graph.exchange.read.cells import Cells
from graph.exchange.read.values import listed
from graph.message import _
from graph.model import AnyRecord, Claim, Enterprise, Evidence, Judgement
from graph.model.formats import folded
from graph.model.looks import LOCAL_STATUS
from graph.model.plain_looks import VERDICT
from graph.model.references import RecordKey, references
from graph.model.vocabulary import ClaimStatus, EnterpriseStatus

_ANSWER = re.compile(r"([^\s:,(]+)\s*(?:[:,(]\s*(\S.*))?", re.DOTALL)
_ANSWERS: dict[str, ClaimStatus | None] = {
    "有": "present",
    "是": "present",
    "yes": "present",
    "无": "absent",
    "没有": "absent",
    "否": "absent",
    "no": "absent",
    "在建": "developing",
    "拟引进": "sought",
    "不清楚": None,
    "不知道": None,
    "未知": None,
    "待查": None,
}
LATER = ("本地配套率", "优先级得分及构成", "排名稳定度", "承载地与剩余用地(亩)")
"""Computed columns that were empty in files of earlier programs."""
_MAKERS: dict[ClaimStatus, EnterpriseStatus] = {
    "present": "operating",
    "developing": "planned",
    "sought": "prospective",
}
"""What an answer says of a firm that it names, where we did not know the firm."""


def judged(cells: Cells, known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """What a row of 补链清单 says that the file did not: verdict, owner, due date, note."""
    own = own_of(origin)
    gap = row_of(cells, own)
    if gap is None:
        return
    before = _judgement(known, own, gap)
    said = _changed(cells, own, gap, before)
    if not said:
        return
    key: RecordKey = ("judgement", before.id if before else f"judgement.{gap}")
    for code, value in said.items():
        agrees(cells, known, code, key, value)
        if value and has_private_number(value):
            cells.refuse(code, _("不能写个人电话，只写单位或岗位"))
    if said.get("verdict") and not said.get("reason"):
        why = _("请写明理由：填在“判断理由”一栏，或如 待核实（不实：理由）")
        cells.refuse("verdict" if cells.text("verdict") else "standing", why)
    held = before.verdict if before else None
    if said.get("reason") and not said.get("verdict", held) and not cells.faults:
        cells.refuse("reason", _("有理由而没有判断；请选属实、不实、采纳或已补上"))
    evidence = Evidence(basis="reported", table=origin.table, row=cells.row.number, by=origin.by)
    after = (before or Judgement(id=key[1], gap=gap, evidence=(evidence,))).model_copy(
        update=said | {"evidence": (evidence,)}
    )
    if any(known.current(each) is None for each in references(after)):
        cells.refuse("id", _("已没有这个缺口的环节或地区"), "unknown")
    yield after


def told_alone(cells: Cells, _known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """Nothing: a row of a ledger is as it was written, or refused where a cell was changed."""
    row_of(cells, own_of(origin))
    yield from ()


def own_of(origin: RowOrigin) -> Own:
    """The table of ours that a row comes from, as it was written."""
    assert origin.own is not None  # noqa: S101 - given with every table of ours
    return origin.own


def row_of(cells: Cells, own: Own) -> str | None:
    """The id of a row of ours; a fault where there was none, or a computed cell was changed."""
    id_ = cells.needed("id")
    if id_ is None:
        return None
    if own.cell(id_, "编号") is None:
        cells.refuse("id", _("这份表里没有此编号"), "unknown")
        return None
    for field in cells.heading.table.computed:
        if field.code not in cells.heading.columns:
            continue
        if field.header in LATER and not cells.text(field.code):
            continue
        part = _without_boundary if field.header == "依据类型" else str
        if not own.said(id_, field.header, cells.text(field.code), part):
            was = (own.cell(id_, field.header) or "")[:80]
            why = _("这是推算列，不能改；原为“{was}”（数据若已变，请重新导出）", was=was)
            cells.refuse(field.code, why, "computed")
    return id_


def _judgement(known: KnownRecords, own: Own, gap: str) -> Judgement | None:
    """What is held of a gap, by the id of the derived one that it met too."""
    row = own.ws.gap_rows(own.terms)[gap]
    derived = derived_id(own.region, row.segment) if row.origin == "both" and row.segment else gap
    for id_ in (gap, derived):
        found = known.current(("judgement", f"judgement.{id_}"))
        if isinstance(found, Judgement):
            return found
    return None


class _Said(NamedTuple):
    """A cell that people fill: its field, as it was written, as it is now, as it is held."""

    field: str
    was: str | None
    now: str | None
    held: str | None


def _changed(cells: Cells, own: Own, gap: str, before: Judgement | None) -> dict[str, str | None]:
    """The fields that this file changes; a fault where others have changed them meanwhile."""
    found: dict[str, str | None] = {}
    for code, each in _filled(cells, own, gap, before):
        if each.now in (each.was, each.held):
            continue
        if found.get(each.field, each.now) != each.now:
            cells.refuse(code, _("与本行另一栏的判断不一致"), "contradiction")
        if each.held != each.was:
            why = _("他人已改为“{now}”", now=each.held or "")
            cells.refuse(code, why, "stale")
        found[each.field] = each.now
    return found


def _filled(
    cells: Cells, own: Own, gap: str, before: Judgement | None
) -> Iterator[tuple[str, _Said]]:
    for code, header in (("owner", "责任单位"), ("due", "时限"), ("note", "备注")):
        if code in cells.heading.columns:
            was = own.cell(gap, header) or None
            yield code, _Said(code, was, cells.text(code) or None, getattr(before, code, None))
    yield from _verdict_cells(cells, own, gap, before)
    if "standing" not in cells.heading.columns:
        return
    cell, written = cells.text("standing"), own.cell(gap, "确认状态") or ""
    plain = _PLAIN.fullmatch(cell)
    if plain is None and not own.said(gap, "确认状态", cell, _computed):
        was = _computed(written)
        why = _("推算的状态“{was}”不能改；判断写在其后，如 {was}（属实：理由）", was=was)
        cells.refuse("standing", why, "computed")
    for at, part in enumerate(("verdict", "reason")):
        was, now = verdict_in(written)[at], verdict_in(f"（{cell}）" if plain else cell)[at]
        yield "standing", _Said(part, was, now, getattr(before, part, None))


def _verdict_cells(
    cells: Cells, own: Own, gap: str, before: Judgement | None
) -> Iterator[tuple[str, _Said]]:
    """The verdict and its reason as they stand in columns of their own."""
    verdict, reason = verdict_in(own.cell(gap, "确认状态") or "")
    if "verdict" in cells.heading.columns:
        said = cells.word("verdict", VERDICT_WORDS)
        yield "verdict", _Said("verdict", verdict, said, getattr(before, "verdict", None))
    if "reason" in cells.heading.columns:
        why = cells.text("reason") or None
        yield "reason", _Said("reason", reason, why, getattr(before, "reason", None))


VERDICT_WORDS = {
    word.casefold(): code
    for code, look in VERDICT.items()
    for word in (*look.in_tables, look.short("en"))
}
"""The verdicts by every word for them."""
_VERDICT = "|".join(map(re.escape, VERDICT_WORDS))
_PLAIN = re.compile(rf"\s*({_VERDICT})\s*(?:[:：].*)?", re.DOTALL | re.IGNORECASE)
"""A verdict, and its reason, in place of what is computed."""
_FORMERLY = {"在册": "提升与在册", "拟引产品": "规划拟增"}
"""What standings were called in files of the version before."""


_BOUNDARY = re.compile(r"(?<=推算)（[^）]*）")
"""What the version before wrote as a code (推算（边界traded）); the cover has it too."""


def _without_boundary(basis: str) -> str:
    return _BOUNDARY.sub("", basis)


def _computed(standing: str) -> str:
    """The part of 确认状态 before the verdict, in today's words."""
    word = standing.partition("（")[0].partition("(")[0]
    return _FORMERLY.get(word, word)


def answered(cells: Cells, known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """What a row of 核实清单 answers: who makes the segment, or whether it is here at all."""
    own = own_of(origin)
    segment = row_of(cells, own)
    status, firms = _answer(cells)
    if segment is None or status is None:
        return
    if known.current(("segment", segment)) is None:
        cells.refuse("id", _("已没有这个环节"), "unknown")
        return
    agrees(cells, known, "answer", ("segment", segment), (status, firms))
    evidence = reported(cells, origin)
    if firms:
        for name in firms:
            yield from _made(cells, known, (name, segment, status), evidence)
        return
    claim = Claim(
        id=f"claim.{own.region}.{segment}.{status}",
        segment=segment,
        region=own.region,
        status=status,
        evidence=(evidence,),
    )
    _refuse_older(cells, known, claim, evidence)
    yield laid_over(known.current(("claim", claim.id)), claim)
    yield from _taken_back(known, claim, evidence)


def _answer(cells: Cells) -> tuple[ClaimStatus | None, tuple[str, ...]]:
    """The answer and the firms it names; nothing for an empty cell or one that knows nothing."""
    text = folded(cells.text("answer"))
    if not text:
        return None, ()
    found = _ANSWER.fullmatch(text)
    word = found[1].casefold() if found else ""
    if found is None or word not in _ANSWERS:
        known = "、".join(word for word in _ANSWERS if not word.isascii())
        why = _("应为 {known}；可写明企业，如 有：城南厂", known=known)
        cells.refuse("answer", why)
        return None, ()
    status = _ANSWERS[word]
    named = listed((found[2] or "").removesuffix(")")) if status in _MAKERS else ()
    return status, named


def _made(
    cells: Cells, known: KnownRecords, said: tuple[str, str, ClaimStatus], evidence: Evidence
) -> Iterator[AnyRecord]:
    name, segment, status = said
    firm = known.firm(cells, name, code="answer")
    if firm is None:
        return
    if known.current(("enterprise", firm)) is None:
        yield Enterprise(id=firm, name=name, status=_MAKERS[status], evidence=(evidence,))
    yield makes(known, firm, segment, evidence)


def _refuse_older(cells: Cells, known: KnownRecords, claim: Claim, evidence: Evidence) -> None:
    """Reject an answer that is older than another one, or that has no date where that has one."""
    for other in _answers_otherwise(known, claim):
        since = max(filter(None, (each.as_of for each in other.evidence)), default=None)
        again = any(each.table == evidence.table for each in other.evidence)
        if since is not None and (not evidence.as_of or (evidence.as_of, again) < (since, True)):
            said = LOCAL_STATUS[other.status].short("zh")
            why = _(
                "{since} 已答“{said}”，此行的日期不更新，不能更改；请写明日期",
                since=since,
                said=said,
            )
            cells.refuse("as_of" if evidence.as_of else "answer", why, "older")


def _answers_otherwise(known: KnownRecords, claim: Claim) -> Iterator[Claim]:
    """What people have answered otherwise so far."""
    for other in known.claims_on(claim.region, claim.segment):
        answered = all(each.basis == "reported" for each in other.evidence)
        if other.status != claim.status and answered:
            yield other


def _taken_back(known: KnownRecords, claim: Claim, evidence: Evidence) -> Iterator[Claim]:
    """Deny what an earlier answer said otherwise; what a document states stays, for the audit."""
    for other in _answers_otherwise(known, claim):
        why = f"后来的答复：{evidence.table} 第 {evidence.row} 行"
        proofs = (*other.evidence, evidence)
        yield other.model_copy(update={"denied": why, "evidence": proofs})
