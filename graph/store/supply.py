"""Who takes what, which kinds count as which, and what ties what: the same in every store.

The questions of a store itself (`closure`, `path`, `neighbourhood`) rest on these. They are those
of the facts that answers rest on (`graph.model.soundness`): denied records and orphans take no
part, merged ids are followed; nor do kinds in a circle.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.model import (
    AnyRecord,
    ByProduct,
    Facts,
    InputGroup,
    KindOf,
    Makes,
    RecordType,
)
from graph.model.recipes import Recipes, recipes_of
from graph.model.soundness import sound
from graph.model.vocabulary import InputSort

SupplyNodeType = Literal["segment", "enterprise"]
SUPPLY_TYPES: tuple[RecordType, ...] = (
    "region",
    "segment",
    "kind_of",
    "input_group",
    "by_product",
    "enterprise",
    "makes",
)
"""What `supply_of` is made from, and what these records name."""


class Take(NamedTuple):
    """`consumer` takes `member` in an input of this sort; `exact` where no kind of it will do."""

    consumer: str
    member: str
    input: InputSort
    exact: bool


class Descent(NamedTuple):
    """`special` counts as `general`: it is the same (no `way`), or a kind of it.

    `way` are the general segments passed on the way up, `general` included.
    """

    special: str
    general: str
    way: tuple[str, ...]


class Feed(NamedTuple):
    """`source` is an input of `consumer` because it counts as `via`, which `consumer` takes."""

    source: str
    consumer: str
    input: InputSort
    via: str


class SupplyNode(NamedTuple):
    """A segment or an enterprise."""

    type: SupplyNodeType
    id: str


@dataclass(frozen=True, slots=True)
class SupplyIndex:
    """Recipes and ties in force at one version, each in order.

    One supply step upstream leads from a consumer to all that counts as something it takes: to
    the member itself, and unless it is exact to every `special` of which it is the `general`.
    What counts as a target is there already, without a step. Ties are as recorded, from what
    supplies, is a kind or makes to the other.
    """

    takes: tuple[Take, ...]
    descents: tuple[Descent, ...]
    ties: tuple[tuple[SupplyNode, SupplyNode], ...]

    def feeds(self) -> Iterator[Feed]:
        """Every supply step as an edge: as many as consumers times kinds of what they take."""
        specials: dict[str, list[str]] = {}
        for each in self.descents:
            specials.setdefault(each.general, []).append(each.special)
        for take in self.takes:
            for source in (take.member,) if take.exact else specials[take.member]:
                yield Feed(source, take.consumer, take.input, take.member)


def supply_of(facts: Facts) -> SupplyIndex:
    """The supply of these facts, of which only records of `SUPPLY_TYPES` matter.

    Inherited inputs are those of `graph.model.recipes`; a category takes nothing itself.
    """
    there = sound(facts)
    recipes = recipes_of(there.input_groups.values(), _without_circles(there.kinds.values()))
    return SupplyIndex(
        takes=tuple(take for each in there.segments for take in _takes(recipes, each)),
        descents=tuple(down for each in there.segments for down in _descents(recipes, each)),
        ties=tuple(sorted({tie for each in there.records() for tie in _ties(each)})),
    )


def _ties(record: AnyRecord) -> Iterator[tuple[SupplyNode, SupplyNode]]:
    match record:
        case InputGroup():
            for each in record.members:
                yield SupplyNode("segment", each.segment), SupplyNode("segment", record.consumer)
        case ByProduct():
            yield SupplyNode("segment", record.source), SupplyNode("segment", record.target)
        case KindOf():
            yield SupplyNode("segment", record.segment), SupplyNode("segment", record.parent)
        case Makes():
            yield SupplyNode("enterprise", record.enterprise), SupplyNode("segment", record.segment)


def _without_circles(kinds: Iterable[KindOf]) -> list[KindOf]:
    """One parent for each segment, none that comes back to it."""
    above = {each.segment: each for each in kinds}
    return [each for each in above.values() if not _comes_back(each.segment, above)]


def _comes_back(start: str, above: dict[str, KindOf]) -> bool:
    passed: set[str] = set()
    here = start
    while here in above and here not in passed:
        passed.add(here)
        here = above[here].parent
    return here == start and start in passed


def _takes(recipes: Recipes, consumer: str) -> Iterator[Take]:
    if recipes.is_category(consumer):
        return
    found: dict[tuple[str, InputSort], bool] = {}
    for group in recipes.effective(consumer):
        for member in group.members:
            key = (member.segment, group.input)
            found[key] = found.get(key, True) and member.exact
    for (member_id, input_), exact in sorted(found.items()):
        yield Take(consumer, member_id, input_, exact)


def _descents(recipes: Recipes, special: str) -> Iterator[Descent]:
    above = recipes.ancestors(special)
    yield Descent(special, special, ())
    for place, general in enumerate(above, start=1):
        yield Descent(special, general, above[:place])
