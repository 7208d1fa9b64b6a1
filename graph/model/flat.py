"""A record as flat attributes: text, numbers, flags and lists of text, as graphs can hold them."""

from collections.abc import Iterator

from pydantic import BaseModel

from graph.model.district import Period
from graph.model.facts import AnyRecord, own_fields
from graph.model.formats import Money
from graph.model.record import Record
from graph.model.segments import Code, Traded

Value = str | int | float | bool | list[str]


def flat(record: AnyRecord) -> dict[str, Value]:
    """Return what the own fields of a record hold, without those that hold nothing.

    An amount of money has its currency beside it, what is traded its reason; a period is
    an interval (ISO 8601).
    """
    return dict(_flat(record))


def _flat(record: Record) -> Iterator[tuple[str, Value]]:
    for name in own_fields(type(record)):
        match getattr(record, name):
            case None | ():
                continue
            case Money() as money:
                yield name, money.amount
                yield f"{name}_currency", money.currency
            case Period() as period:
                yield name, f"{period.start}/{period.end}"
            case Traded() as traded:
                yield name, True
                yield f"{name}_reason", traded.reason
            case tuple() as several:
                yield name, [_text(each) for each in several]
            case value:
                yield name, value


def _text(value: BaseModel | str) -> str:
    return f"{value.code} {value.name}" if isinstance(value, Code) else str(value)
