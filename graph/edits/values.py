"""The values of facts: which statement of one is the newer, and how one is written in words."""

from collections.abc import Callable

from graph.model import AnyRecord, Fact, Facts
from graph.model.facts import own_fields
from graph.model.formats import Money
from graph.model.look import looks_of
from graph.model.vocabulary import RecordType

Named = Callable[[RecordType, str], str]
"""What a record of a type and id is called."""


def newest(facts: Facts, fact: Fact, field: str) -> str | None:
    """The latest date that is given for a value, documents by their own; null for none."""
    proofs = [each for each in fact.evidence if each.speaks_of(field)]
    published = (facts.documents.get(each.document or "") for each in proofs)
    dates = [each.as_of for each in proofs] + [each.date for each in published if each]
    return max(filter(None, dates), default=None)


def is_newer(date: str | None, than: str | None) -> bool:
    """Whether one date is after another; a day within a year or month is, and so is any after none.

    >>> is_newer("2026-07", "2026-06-30"), is_newer("2026-06", "2026-06-30"), is_newer(None, None)
    (True, False, False)
    """
    if date is None or than is None:
        return date is not None
    least = min(len(date), len(than))
    if date[:least] == than[:least]:
        return len(date) > len(than)
    return date[:least] > than[:least]


def worded(record: AnyRecord, field: str, named: Named) -> str:
    """A value as tables write it: words for codes, names for ids; empty where there is none."""
    value = getattr(record, field)
    told, looks = own_fields(type(record))[field], looks_of(type(record), field)
    if value is None:
        return ""
    if looks:
        return looks[value].short("zh") if value in looks else str(value)
    if told.points_to and isinstance(value, str):
        return named(told.points_to, value)
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return value.text("zh") if isinstance(value, Money) else str(value)
