"""The date of a whole list where no column gives one, and what is told of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.list_date import SaidDate, agreed, dates_of, is_to_come
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.exchange.report.unread import OF_FIRMS, Passed
from graph.message import Listing, Message, _

SEARCHED = 20_000
"""Rows among which lines below a list are looked for; a longer one is dated above its rows."""
_OF_ROW = _("第 {row} 行")
_OF_NAME = _("工作表或文件名")
_OF_PLACE = _("{place} {date}")
_TAKEN = _("没有日期列，整份清单的日期取自{place}：{date}")
_DIFFERING = _("日期不止一个（{places}），清单按没有日期处理；请加一列“数据截至”")
_FAR = _("{place}的日期 {date} 晚于今天（{today}）一年以上，清单按没有日期处理；请核对")


class DatedRows(NamedTuple):
    """The rows of a list, the date that it has as a whole, if one, and what is told of it."""

    rows: Iterator[TableRow]
    as_of: str | None = None
    told: Sequence[Passed] = ()


def dated(sheet: ReadSheet, first: Iterable[TableRow], heading: HeaderRow, today: str) -> DatedRows:
    """Find the date of a list of firms that has no column of dates.

    Dates that differ, and one that is yet to come, are told and not taken.
    """
    rows = chain(first, sheet.rows)
    if heading.table.kind not in OF_FIRMS or "as_of" in heading.columns:
        return DatedRows(rows)
    near = list(islice(rows, SEARCHED))
    rows = chain(near, rows)
    said, doubts = dates_of(sheet, near, heading)
    if not said:
        return DatedRows(rows)
    taken = agreed([*said, *doubts])
    why = _differing([*said, *doubts]) if taken is None else _to_come(taken, today)
    as_of = taken.date if taken and why is None else None
    line = taken or said[0]
    why = why or _TAKEN.filled(place=_place(line), date=line.date)
    told = Passed(sheet.table, line.row or heading.row, line.text[:80], why, rows=0)
    return DatedRows(rows, as_of, (told,))


def _differing(said: Sequence[SaidDate]) -> Message:
    places = [_OF_PLACE.filled(place=_place(each), date=each.date) for each in said[:5]]
    return _DIFFERING.filled(places=Listing(places))


def _to_come(found: SaidDate, today: str) -> Message | None:
    far = is_to_come(found.date, today)
    return _FAR.filled(place=_place(found), date=found.date, today=today) if far else None


def _place(each: SaidDate) -> Message:
    return _OF_ROW.filled(row=each.row) if each.row else _OF_NAME
