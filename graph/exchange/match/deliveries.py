"""Rows of 供应清单: who delivers what to whom, for how much."""

import re
from collections.abc import Iterator, Mapping

from graph.exchange.match.amounts import unit_for
from graph.exchange.match.changes import hold_back, speaking_of
from graph.exchange.match.known import KnownRecords
from graph.exchange.match.records import RowOrigin, agrees, laid_over, makes, reported
from graph.exchange.match.running import refuse_closing
from graph.exchange.read.cells import Cells
from graph.exchange.read.units import FACTORS
from graph.exchange.read.values import amount_in
from graph.message import _
from graph.model import AnyRecord, Delivery, Evidence
from graph.model.formats import folded
from graph.model.references import RecordKey

_YEAR = re.compile(r"19[5-9]\d|20\d\d")


def deliveries(cells: Cells, known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """What a row says: a delivery, and that the supplier makes it where the row says so."""
    evidence = reported(cells, origin)
    source, target = known.known_firm(cells, "source"), known.known_firm(cells, "target")
    name = cells.needed("product")
    segment = known.named(cells, "product", "segment", name) if name else None
    refuse_closing(cells)
    amount, year, own = _amount(cells), _year(cells), cells.yes("own")
    if source is None or target is None or segment is None:
        return
    if source == target:
        cells.refuse("target", _("供方与需方是同一企业"))
    key: RecordKey = ("delivery", f"delivery.{source}.{target}.{segment}")
    before = known.current(key)
    said = {code: value for code, value in (("amount", amount), ("year", year)) if value}
    for code, value in said.items():
        agrees(cells, known, code, key, value)
    if isinstance(before, Delivery):
        _refuse_earlier(cells, known, before, said, evidence)
    held = {code: getattr(before, code, None) for code in ("amount", "year")}
    own_proof = speaking_of(evidence, before, {"source", "target", "segment", *said})
    ends = {"source": source, "target": target, "segment": segment}
    after = {"id": key[1], **ends, **held, **said, "evidence": (own_proof,)}
    yield laid_over(before, Delivery.model_validate(after))
    if own:
        yield makes(known, source, segment, evidence)


def _refuse_earlier(
    cells: Cells,
    known: KnownRecords,
    before: Delivery,
    said: Mapping[str, float],
    evidence: Evidence,
) -> None:
    """Reject an amount of an earlier year than is held, or of one that nobody can tell."""
    year = said.get("year")
    if before.year is not None and year is not None and year != before.year:
        if year < before.year:
            why = _("已有 {year} 年的供应，此行更早，不能更改", year=before.year)
            cells.refuse("year", why, "older")
        return
    other = said.get("amount", before.amount) != before.amount
    if before.year is not None and year is None and before.amount is not None and other:
        why = _("已有 {year} 年的金额，此行没有年份，不能更改", year=before.year)
        cells.refuse("amount", why, "older")
        return
    hold_back(cells, known, ("delivery", before.id), said, evidence)


def _amount(cells: Cells) -> float | None:
    text = cells.text("amount")
    unit = unit_for(cells, "amount") if text else ""
    if unit is None:
        return None
    unit = unit or "万元"
    if text and unit not in FACTORS:
        why = _("单位“{unit}”不能换算成万元", unit=unit)
        cells.refuse("amount", why, "unit")
        return None
    amount = amount_in(text, unit if unit in FACTORS else "万元") if text else None
    if text and amount is None:
        why = _("不是金额，应如 1200 或 1.2亿元")
        cells.refuse("amount", why)
    return amount


def _year(cells: Cells) -> int | None:
    text = folded(cells.text("year")).removesuffix("年")
    if not text:
        return None
    if _YEAR.fullmatch(text):
        return int(text)
    cells.refuse("year", _("不是年份，应如 2025"))
    return None
