"""Who takes what, which kinds count as which, and what ties what: the same in every store.

A store keeps these for its own questions (`closure`, `path`, `neighbourhood`). A record that
names a segment or an enterprise that nobody declares takes no part, nor do kinds in a circle.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.model import (
    AnyRecord,
    ByProduct,
    InputGroup,
    KindOf,
    Makes,
    RecordType,
    Segment,
)
from graph.model.recipes import Recipes, recipes_of
from graph.model.vocabulary import InputSort
from graph.store.layers import Change

NodeType = Literal["segment", "enterprise"]
RECIPE_TYPES: tuple[RecordType, ...] = ("segment", "kind_of", "input_group")
"""What `supply_of` is made from."""


@dataclass(frozen=True, slots=True, order=True)
class Take:
    """`consumer` takes `member` in an input of this sort; `exact` where no kind of it will do."""

    consumer: str
    member: str
    input: InputSort
    exact: bool


@dataclass(frozen=True, slots=True, order=True)
class Descent:
    """`special` counts as `general`: it is the same (no `way`), or a kind of it.

    `way` are the general segments passed on the way up, `general` included.
    """

    special: str
    general: str
    way: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Feed:
    """`source` is an input of `consumer` because it counts as `via`, which `consumer` takes."""

    source: str
    consumer: str
    input: InputSort
    via: str


@dataclass(frozen=True, slots=True)
class Supply:
    """The recipes in force at one version, in order.

    One supply step upstream leads from a consumer to all that counts as something it takes: to
    the member itself, and unless it is exact to every `special` of which it is the `general`.
    What counts as a target is there already, without a step.
    """

    takes: tuple[Take, ...]
    descents: tuple[Descent, ...]

    def feeds(self) -> Iterator[Feed]:
        """Every supply step as an edge: as many as consumers times kinds of what they take."""
        specials: dict[str, list[str]] = {}
        for each in self.descents:
            specials.setdefault(each.general, []).append(each.special)
        for take in self.takes:
            for source in (take.member,) if take.exact else specials[take.member]:
                yield Feed(source, take.consumer, take.input, take.member)


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A segment or an enterprise."""

    type: NodeType
    id: str


def supply_of(records: Iterable[AnyRecord]) -> Supply:
    """The recipes of these records, of which all types but `RECIPE_TYPES` are passed over.

    Inherited inputs are those of `graph.model.recipes`; a category takes nothing itself.
    """
    ordered = sorted(records, key=lambda each: each.id)
    declared = {each.id for each in ordered if isinstance(each, Segment)}
    groups = [each for each in ordered if isinstance(each, InputGroup) and _within(each, declared)]
    kinds = [each for each in ordered if isinstance(each, KindOf) and _within(each, declared)]
    recipes = recipes_of(groups, _without_circles(kinds))
    return Supply(
        takes=tuple(take for each in sorted(declared) for take in _takes(recipes, each)),
        descents=tuple(down for each in sorted(declared) for down in _descents(recipes, each)),
    )


def changes_supply(change: Change) -> bool:
    """Whether a write can change the recipes: a segment that is only changed does not."""
    return any(
        place.type in {"kind_of", "input_group"} for place in (*change.begun, *change.ended)
    ) or any(place.type == "segment" for place in (*change.added, *change.removed))


def ties_of(record: AnyRecord) -> tuple[tuple[Node, Node], ...]:
    """Which segments and enterprises a record ties to one another, as it stands."""
    match record:
        case InputGroup():
            consumer = Node("segment", record.consumer)
            return tuple((Node("segment", each.segment), consumer) for each in record.members)
        case ByProduct():
            return ((Node("segment", record.source), Node("segment", record.target)),)
        case KindOf():
            return ((Node("segment", record.segment), Node("segment", record.parent)),)
        case Makes():
            return ((Node("enterprise", record.enterprise), Node("segment", record.segment)),)
    return ()


def _within(record: InputGroup | KindOf, declared: set[str]) -> bool:
    return all(node.id in declared for tie in ties_of(record) for node in tie)


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
