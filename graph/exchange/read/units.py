"""Units of amounts, wherever a table says them: in a cell, a header, a line above the header."""

import re
from collections.abc import Iterable, Mapping

from graph.exchange.read.rows import TableRow
from graph.model.formats import folded

FACTORS: Mapping[str, float] = {
    "元": 0.0001,
    "百元": 0.01,
    "千元": 0.1,
    "万元": 1.0,
    "十万元": 10.0,
    "百万元": 100.0,
    "千万元": 1_000.0,
    "亿元": 10_000.0,
    "十亿元": 100_000.0,
    "百亿元": 1_000_000.0,
    "万": 1.0,
    "亿": 10_000.0,
}
"""Each in 万元."""
PEOPLE: Mapping[str, int] = {"百人": 100, "千人": 1_000, "万人": 10_000}
_BRACKETED = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_TAIL = re.compile(r"[/_·,，\-](?=[^/_·,，\-]{1,4}$)")
_PARTS = re.compile(r"[\s,，、;；/:：|]+")
_SAID = re.compile(r"单位[:：]([^()（）\[\]【】]{1,40})")
_OTHER = ("元", "币", "镑", "吨", "台", "件", "套", "千克", "公斤", "万股")


def unit_in(header: str) -> str:
    """The unit that a header gives; several joined by `/`, empty where it gives none.

    >>> [unit_in(each) for each in ("金额（亿元）", "采购额/元", "金额(含税，单位：千元)", "金额")]
    ['亿元', '元', '千元', '']
    """
    plain = folded(header)
    said = " ".join(_BRACKETED.findall(plain)) or _tail(plain)
    return _units(said)


def without_unit(header: str) -> str:
    """A header without the unit behind a stroke; brackets are left.

    >>> without_unit("采购额/元"), without_unit("产品/环节")
    ('采购额', '产品/环节')
    """
    tail = _tail(header)
    return header[: -len(tail) - 1] if tail and _units(folded(tail)) else header


def unit_above(rows: Iterable[TableRow], header: int) -> str:
    """The unit of money that a line above the header gives, as 单位：亿元 does; empty for none."""
    for row in rows:
        if row.number >= header:
            break
        for cell in row.cells:
            said = _SAID.search(folded(cell)) if cell else None
            if said and (units := _units(said[1])):
                return units
    return ""


def _tail(header: str) -> str:
    return _TAIL.split(header, maxsplit=1)[-1] if _TAIL.search(header) else ""


def _units(text: str) -> str:
    parts = (part.removeprefix("单位").removeprefix("人民币") for part in _PARTS.split(text))
    return "/".join(dict.fromkeys(part for part in parts if _is_unit(part)))


def _is_unit(part: str) -> bool:
    return part in FACTORS or part in PEOPLE or (0 < len(part) <= 6 and part.endswith(_OTHER))
