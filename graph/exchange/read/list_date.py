"""The date of a list that no column gives: in lines above its header, its titles, lines below."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.passing import passed_over
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.model.formats import date_in, folded

_DATE = (
    r"(?P<year>(?:19|2\d)\d\d)(?:\s*年\s*(?:(?P<month>\d{1,2})\s*月份?\s*(?:(?P<day>\d{1,2})\s*[日号])?"
    r"|度)?|(?P<sign>[-./])(?P<month_>\d{1,2})(?:(?P=sign)(?P<day_>\d{1,2}))?)(?P<end>[底末止]?)"
)
_NO_RANGE = r"(?!\s*[-—–―~至到])"
_ENDS = rf"{_NO_RANGE}(?=$|[\s);。]|,\s*(?:[全我]?[省市区县]?内?共|含|不含|单位)|单位)"
_HEADS = r"(?=[^,。;:]{0,40}(?:名单|名录|清单|台账|一览表|[统汇]\w{0,3}表|情况表)\)?$)"
_DEADLINES = "填报 报送 申报 上报 报名 申请 受理 提交 有效期 有效"
_OF_DEADLINES = "".join(f"(?<!{each})" for each in _DEADLINES.split())
_UP_TO = re.compile(
    rf"{_OF_DEADLINES}截[至止](?:时间|日期)?[到于为]?\s*(?::\s*)?{_DATE}(?:{_ENDS}|{_NO_RANGE}{_HEADS})"
)
_TOLD = re.compile(
    r"(?:统计|数据|填报|填表|填写|制表|编制|报送|报出|上报|更新|汇总)的?(?:时间|日期|时点|年度|年份)"
    rf"\s*(?:[:为]\s*)?{_DATE}{_ENDS}"
)
_BRACKETED = re.compile(rf"\({_DATE}\)")
_ALONE = re.compile(_DATE)
_ASKS = re.compile("请|务必|逾期")
_INTENDED = re.compile(
    "计划|规划|目标|预计|拟|[一二三四五六七八九十]五|第.{1,4}批|修[订正]|征求意见|版|办法|条例"
    r"|\d年?\s*[-—–―~至到]\s*(?:19|2\d)\d\d"
)
"""What a year in brackets behind is of, where it is no date of the list."""
_LAWS = re.compile("《[^》]*》?")


class SaidDate(NamedTuple):
    """A date that is said of a whole list: in which row, 0 for the name of a sheet or file."""

    row: int
    text: str
    date: str


def dates_of(
    sheet: ReadSheet, rows: Sequence[TableRow], heading: HeaderRow
) -> tuple[list[SaidDate], list[SaidDate]]:
    """The dates that lines and titles give of a list; and those that may be of a section alone.

    Between the rows a date, and below the header one of a title, dates nothing: it may be of a
    section or of the next list. It only speaks against another.
    """
    names = (sheet.name or "", sheet.file.rpartition(".")[0])
    said = [SaidDate(0, each, date) for each in names for date in _either(each)]
    doubts: list[SaidDate] = []
    last: list[SaidDate] = []
    for row in rows:
        told, titled = _of_line(row, heading)
        if row.number < heading.row:
            said += [*told, *titled]
        elif told or titled:
            doubts += titled
            last += told
        elif row.number > heading.row and row and passed_over(row) is None:
            doubts += last
            last = []
    return [*said, *last], doubts


def _of_line(row: TableRow, heading: HeaderRow) -> tuple[list[SaidDate], list[SaidDate]]:
    """What a line that is no row of the list says, and what its title has in brackets."""
    texts = list(dict.fromkeys(cell for cell in row.cells if cell))
    below = row.number >= heading.row and len(texts) > 1
    if row.number == heading.row or (below and passed_over(row) is None):
        return [], []
    told = [SaidDate(row.number, *each) for each in _told(texts)]
    return told, [SaidDate(row.number, *each) for each in _titled(texts)]


def date_told(line: str) -> str | None:
    """The date that a line says of a list, ISO 8601 as exactly as it is; null for none, or two.

    >>> lines = ("统计时间：2024年3月31日", "（截至2024年3月）", "截至2023年底")
    >>> [date_told(each) for each in lines]
    ['2024-03-31', '2024-03', '2023-12']
    >>> [date_told(each) for each in ("统计时间：2024年1月—3月", "填报截止日期：2024年3月1日")]
    [None, None]
    """
    plain = _LAWS.sub("", folded(line))
    if _ASKS.search(plain):
        return None
    found = {_iso(each) for pattern in (_TOLD, _UP_TO) for each in pattern.finditer(plain)}
    return found.pop() if len(found) == 1 else None


def titled_date(text: str) -> str | None:
    """The date in brackets of a title; null for none.

    >>> titles = ("企业名单（2024年度）", "目录（2024年本）", "第三批（2024年）")
    >>> [titled_date(each) for each in titles]
    ['2024', None, None]
    """
    plain = _LAWS.sub("", folded(text))
    found = None if _INTENDED.search(plain) else _BRACKETED.search(plain)
    return _iso(found) if found and ("年" in found[0] or found["day_"]) else None


def _either(text: str) -> Iterator[str]:
    yield from filter(None, dict.fromkeys((date_told(text), titled_date(text))))


def _told(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The dates that a line says, each with the text that does; a label may stand beside it."""
    each_of = [(text, date_told(text) or _alone(text, texts)) for text in texts]
    whole = " ".join(texts)
    joined = [] if any(date for _text, date in each_of) else [(whole, date_told(whole))]
    yield from ((text, date) for text, date in (*each_of, *joined) if date)


def _titled(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    found = ((text, titled_date(text)) for text in texts if len(texts) < 3)
    yield from ((text, date) for text, date in found if date)


def _alone(text: str, texts: Sequence[str]) -> str | None:
    """A month or a day that is all that a line has."""
    found = _ALONE.fullmatch(folded(text)) if len(texts) == 1 else None
    return _iso(found) if found and (found["month"] or found["day_"]) else None


def _iso(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    month = found["month"] or found["month_"] or ("12" if found["end"] in ("底", "末") else None)
    parts = (found["year"], month, found["day"] or found["day_"])
    return date_in("-".join(part for part in parts if part))


def agreed(said: Iterable[SaidDate]) -> SaidDate | None:
    """The most exact of dates that do not differ; null where they do, or there are none.

    >>> one, two = SaidDate(1, "", "2024"), SaidDate(9, "", "2024-03")
    >>> agreed([one, two]) == two, agreed([one, SaidDate(9, "", "2025")])
    (True, None)
    """
    found = max(said, key=lambda each: len(each.date), default=None)
    if found is None or not all(found.date.startswith(each.date) for each in said):
        return None
    return found


def is_to_come(date: str, today: str) -> bool:
    """Whether a date is more than a year ahead, which no list can be as of.

    >>> [is_to_come(each, "2026-11-25") for each in ("2027", "2027-11-25", "2028", "2099-03")]
    [False, False, True, True]
    """
    limit = f"{int(today[:4]) + 1}{today[4:]}" if today else "9999"
    return date > limit[: len(date)]
