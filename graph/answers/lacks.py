"""Missing segments as the needs they would meet: alternatives of one need stand together."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers.shapes import MissingItem, Ref


@dataclass(frozen=True, slots=True)
class UnmetNeed:
    """An open group of inputs: any one of `choices` would meet it, `also` included.

    `path` runs from the consumer of the group to the product asked; `also` are alternatives
    that are not missing themselves (captive ones).
    """

    choices: tuple[MissingItem, ...]
    path: tuple[Ref, ...]
    also: tuple[Ref, ...]
    behind: bool


def needs(missing: Iterable[MissingItem]) -> tuple[UnmetNeed, ...]:
    """The needs, in the order of their first missing segment."""
    found: dict[tuple[frozenset[str], str], list[MissingItem]] = {}
    for item in missing:
        members = frozenset((item.segment.id, *(other.id for other in item.alternatives)))
        consumer = item.path[1].id if len(item.path) > 1 else ""
        found.setdefault((members, consumer), []).append(item)
    return tuple(_need(items) for items in found.values())


def _need(items: list[MissingItem]) -> UnmetNeed:
    named = {item.segment.id for item in items}
    also = tuple(other for other in items[0].alternatives if other.id not in named)
    behind = all(item.behind for item in items)
    return UnmetNeed(tuple(items), items[0].path[1:], also, behind)
