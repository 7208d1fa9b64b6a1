"""Amounts of money with whatever a table says of their unit; one that nobody can tell is asked."""

import re

from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.columns import plain
from graph.exchange.read.units import FACTORS, YUAN, unit_in, unit_told
from graph.exchange.read.values import amount_in
from graph.message import _
from graph.model.formats import folded

_BESIDE = re.compile("(?:注册资[本金]|计量|货币|金额)?(?:单位|币种)|货币|币别")
_MONEY = ("元", "币", "金", "镑")
_AMOUNTS = frozenset({"amount", "registered_capital"})
LIKELY = 1_000_000.0
"""In 万元: 10 billion yuan. A bare number from here on is one of yuan, or nobody can tell."""


def unit_for(cells: Cells, code: str) -> str | None:
    """The unit of the amount of a row, empty where nothing says it; null and a fault if unclear."""
    text = cells.text(code)
    if not folded(text)[-1:].isdecimal():
        return ""
    said, beside = cells.heading.unit_of(code), _beside(cells)
    if beside and said and beside != said:
        why = _("单位不一致：“{said}”与“{beside}”，请只留一种", said=said, beside=beside)
        cells.refuse(code, why, "unit")
        return None
    amount = amount_in(text)
    if not said and not beside and amount is not None and amount >= LIKELY:
        why = _("“{text}”没有单位，分不清是万元还是元；请在表头写明单位", text=text)
        cells.refuse(code, why, "unit")
        return None
    return said or beside


def _beside(cells: Cells) -> str:
    """The unit of money, or the currency, that a column of its own gives; empty for the yuan."""
    used = cells.heading.used
    for at, name in enumerate(cells.heading.names):
        if at in used or name in cells.heading.left or not _BESIDE.fullmatch(plain(name)):
            continue
        text = folded(cells.row.cell(at)).strip()
        unit = unit_in(f"({text})")
        if unit in FACTORS:
            return unit
        if unit.endswith(_MONEY) and text.casefold() not in YUAN:
            return unit if unit[0] in "万亿千百" else f"万{unit}"  # as of a bare number
    return ""


def is_late(cells: Cells) -> bool:
    """Whether a note below the header gives a unit that its amounts were not read with; a fault."""
    unit = unit_told(" ".join(cells.row.cells))
    for code in _AMOUNTS & cells.heading.columns.keys() if unit else ():
        known = cells.heading.unit_of(code)
        if known in ("", cells.heading.unit) and unit != (known or "万元"):
            why = _(
                "写在表后的单位“{unit}”与各行所读的“{known}”不同，请写在表头",
                unit=unit,
                known=known or "万元",
            )
            cells.faults.append(Fault("", " ".join(filter(None, cells.row.cells)), why, "unit"))
    return bool(cells.faults)
