"""Texts of cells to values: dates, numbers, lists, words for codes."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta

from graph.model.vocabulary import EnterpriseStatus

_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Days that a spreadsheet counts: 1954 to 2119."""
_DAY = re.compile(
    r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
)
_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月)")
_YEAR = re.compile(r"(\d{4})年?")
_LIST = re.compile(r"[、，,；;\n|]+")
_UNITS = {"万元": 1.0, "亿元": 10_000.0, "元": 0.0001, "万": 1.0, "亿": 10_000.0}

YES = frozenset({"是", "有", "对", "自产", "yes", "y", "true", "1", "√"})
NO = frozenset({"否", "无", "不是", "外购", "no", "n", "false", "0", "×"})
STATUSES: Mapping[str, EnterpriseStatus] = {
    "在产": "operating",
    "投产": "operating",
    "已投产": "operating",
    "正常": "operating",
    "正常生产": "operating",
    "在营": "operating",
    "运营": "operating",
    "存续": "operating",
    "开业": "operating",
    "operating": "operating",
    "停产": "suspended",
    "停业": "suspended",
    "歇业": "suspended",
    "关停": "suspended",
    "suspended": "suspended",
    "在建": "planned",
    "拟建": "planned",
    "在建/拟建": "planned",
    "筹建": "planned",
    "planned": "planned",
    "拟引进": "prospective",
    "拟引": "prospective",
    "在谈": "prospective",
    "prospective": "prospective",
}
STATUS_NAMES: Mapping[EnterpriseStatus, str] = {
    "operating": "在产",
    "suspended": "停产",
    "planned": "在建",
    "prospective": "拟引进",
}


def folded(text: str) -> str:
    """A text with half-width digits and letters, as codes and dates are read.

    >>> folded("２０２６年")
    '2026年'
    """
    return text if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def date_in(text: str) -> str | None:
    """A date, month or year as ISO 8601; null for a text that is none.

    >>> [date_in(each) for each in ("2026年11月25日", "20261125", "46351", "2026/1", "25.11.2026")]
    ['2026-11-25', '2026-11-25', '2026-11-25', '2026-01', None]
    """
    plain = folded(text).replace(" ", "") if "年" in text else folded(text)
    if plain.isdigit() and plain.isascii():
        return _of_digits(plain)
    if day := _DAY.fullmatch(plain):
        return _iso(*(int(each) for each in day.groups()))
    if month := _MONTH.fullmatch(plain):
        year, one, other = month.groups()
        first = _iso(int(year), int(one or other), 1)
        return first and first[:7]
    year_alone = _YEAR.fullmatch(plain)
    return year_alone.group(1) if year_alone else None


def _of_digits(plain: str) -> str | None:
    if len(plain) == 8:
        return _iso(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
    if len(plain) == 5 and int(plain) in _SERIALS:
        return (_FIRST_SERIAL + timedelta(days=int(plain))).isoformat()
    return plain if len(plain) == 4 and 1900 <= int(plain) <= 2200 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def amount_in(text: str) -> float | None:
    """A number of 万元, from zero on; null for a text that is none.

    >>> [amount_in(each) for each in ("１,２００", "1.5亿元", "-3", "约2万")]
    [1200.0, 15000.0, None, None]
    """
    plain = folded(text).replace(",", "").replace(" ", "")
    factor = 1.0
    for unit, times in _UNITS.items():
        if plain.endswith(unit):
            plain, factor = plain.removesuffix(unit), times
            break
    if not re.fullmatch(r"\d{1,15}(\.\d{1,9})?", plain):
        return None
    return round(float(plain) * factor, 9)


def listed(text: str) -> tuple[str, ...]:
    """The entries of a list in a cell, each once.

    >>> listed("链条、同步带；链条")
    ('链条', '同步带')
    """
    return tuple(dict.fromkeys(part.strip() for part in _LIST.split(text) if part.strip()))
