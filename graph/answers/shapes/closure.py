"""Everything upstream or downstream of a segment."""

from graph.answers.offered import Direction
from graph.answers.shapes.common import ComputedPage, Ref
from graph.model import Record
from graph.model.vocabulary import LocalStatus


class ClosureItem(Record):
    """A segment with the fewest supply steps between it and the one asked about."""

    segment: Ref
    depth: int
    local_status: LocalStatus | None
    traded: bool
    captive: bool


class ClosureBody(ComputedPage):
    """What goes into a segment (`up`) or what it goes into (`down`), nearest first.

    `depth` is the bound that was asked, null without one.
    """

    segment: Ref
    direction: Direction
    depth: int | None
    items: tuple[ClosureItem, ...]
