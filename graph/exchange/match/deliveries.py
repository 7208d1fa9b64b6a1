"""Rows of 供应清单: who delivers what to whom, for how much."""

import re
from collections.abc import Iterator

from graph.exchange.match.known import KnownRecords
from graph.exchange.match.records import RowOrigin, agrees, laid_over, makes, reported
from graph.exchange.read.cells import Cells
from graph.exchange.read.units import FACTORS
from graph.exchange.read.values import amount_in
from graph.message import _
from graph.model import AnyRecord, Delivery
from graph.model.formats import folded
from graph.model.references import RecordKey


def deliveries(cells: Cells, known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """What a row says: a delivery, and that the supplier makes it where the row says so."""
    evidence = reported(cells, origin)
    source, target = known.known_firm(cells, "source"), known.known_firm(cells, "target")
    name = cells.needed("product")
    segment = known.named(cells, "product", "segment", name) if name else None
    amount, year, own = _amount(cells), _year(cells), cells.yes("own")
    if source is None or target is None or segment is None:
        return
    if source == target:
        cells.refuse("target", _("供方与需方是同一企业"))
    key: RecordKey = ("delivery", f"delivery.{source}.{target}.{segment}")
    before = known.current(key)
    said = {"amount": amount, "year": year}
    for code, value in said.items():
        if value is not None:
            agrees(cells, known, code, key, value)
            _newer(cells, known.before(key), code, value)
        elif isinstance(before, Delivery):
            said[code] = getattr(before, code)
    ends = {"source": source, "target": target, "segment": segment}
    after = Delivery.model_validate({"id": key[1], **ends, **said, "evidence": (evidence,)})
    yield laid_over(before, after)
    if own:
        yield makes(known, source, segment, evidence)


def _newer(cells: Cells, before: AnyRecord | None, code: str, value: object) -> None:
    """Reject a delivery of an earlier year than the one that is held."""
    year = before.year if isinstance(before, Delivery) else None
    if code == "year" and year is not None and isinstance(value, int) and value < year:
        why = _("已有 {year} 年的供应，此行更早，不能更改", year=year)
        cells.refuse("year", why, "older")


def _amount(cells: Cells) -> float | None:
    text = cells.text("amount")
    unit = cells.heading.unit_of("amount") or "万元"
    if text and unit not in FACTORS and folded(text)[-1:].isdecimal():
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
    if re.fullmatch(r"(19[5-9]\d|20\d\d)", text):
        return int(text)
    cells.refuse("year", _("不是年份，应如 2025"))
    return None
