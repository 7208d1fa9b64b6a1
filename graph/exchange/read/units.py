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
    "千亿元": 10_000_000.0,
    "万": 1.0,
    "十万": 10.0,
    "百万": 100.0,
    "千万": 1_000.0,
    "亿": 10_000.0,
    "十亿": 100_000.0,
    "百亿": 1_000_000.0,
    "w": 1.0,
    "W": 1.0,
}
"""Each in 万元."""
PEOPLE: Mapping[str, int] = {"百人": 100, "千人": 1_000, "万人": 10_000}
_BRACKETED = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_TAIL = re.compile(r"[/_·,，\-](?=[^/_·,，\-]{1,4}$)")
_PARTS = re.compile(r"[\s,，、;；/:：|]+")
_SAID = re.compile(r"单位[:(\s为]{1,3}([^()\[\]【】]{1,40})|以([^以]{1,8})(?:计|为单位)")
_BEHIND = re.compile(r"[(\[【]([^()\[\]【】]{1,20})[)\]】]\s*$")
_ENDING = re.compile(r"\.[A-Za-z]{3,4}$")
_COUNTED = re.compile("^(?:计量|货币|金额)?单位|^人民币|(?<=.)人民币$")
_OTHER = ("元", "币", "镑", "吨", "台", "件", "套", "千克", "公斤", "万股", "美金")
_SIGNS = frozenset(["usd", "hkd", "eur", "jpy", "krw", "gbp", "$", "€", "£", "us$"])
YUAN = frozenset(["人民币", "人民币元", "cny", "rmb", "156"])
"""What a column of currencies calls the yuan."""


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
    """The unit of money that a line above the header gives, as 单位：亿元 does; empty for none.

    Of two lines the one that is nearer to the header counts.
    """
    above = [cell for row in rows if row.number < header for cell in row.cells if cell]
    return next(filter(None, map(unit_told, reversed(above))), "")


def unit_told(line: str) -> str:
    """The unit that a line or a title gives of all amounts; empty for none.

    >>> [unit_told(each) for each in ("单位：亿元", "清单（亿元）", "以千元计", "单位：甲局")]
    ['亿元', '亿元', '千元', '']
    """
    plain = folded(line)
    said = _SAID.search(plain)
    behind = _BEHIND.search(plain)
    of_line = _units((said[1] or said[2]).replace(" ", "")) if said else ""
    return of_line or (_units(behind[1]) if behind else "")


def unit_named(*names: str) -> str:
    """The unit in brackets behind the name of a sheet or of a file; empty for none."""
    bare = (_ENDING.sub("", each) for each in names)
    return next(filter(None, map(unit_told, bare)), "")


def units_below(row: TableRow) -> dict[int, str]:
    """The units of columns that a row below their header gives; none where it holds else."""
    said = {at: unit_in(f"({cell.strip('()（）')})") for at, cell in enumerate(row.cells) if cell}
    return said if all(said.values()) else {}


def _tail(header: str) -> str:
    return _TAIL.split(header, maxsplit=1)[-1] if _TAIL.search(header) else ""


def _units(text: str) -> str:
    bare = _COUNTED.sub("", text)
    parts = (part.removeprefix("单位").removeprefix("人民币") for part in _PARTS.split(bare))
    return "/".join(dict.fromkeys(part for part in parts if _is_unit(part)))


def _is_unit(part: str) -> bool:
    known = part in FACTORS or part in PEOPLE or part.casefold() in _SIGNS
    return known or (0 < len(part) <= 6 and part.endswith(_OTHER))
