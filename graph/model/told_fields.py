"""What the records of a shelf say in one field, without the records where the shelf can tell."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Protocol, runtime_checkable


@runtime_checkable
class TellsFields(Protocol):
    """A shelf that knows the fields of its records without making these."""

    def told(self, field: str) -> Iterable[str]:
        """What each record says in a field, in order of id."""
        ...


def told_in(shelf: Mapping[str, object], field: str) -> Iterable[str]:
    """What each record of a shelf says in a field that always says something, in order.

    >>> from graph.model.segments import Member
    >>> [*told_in({"a": Member(segment="frame"), "b": Member(segment="wheel")}, "segment")]
    ['frame', 'wheel']
    """
    if isinstance(shelf, TellsFields):
        return shelf.told(field)
    return map(attrgetter(field), shelf.values())
