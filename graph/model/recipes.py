"""The inputs of a segment, those inherited from its general kind included."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.model.segments import InputGroup, KindOf


@dataclass(frozen=True, slots=True)
class Recipes:
    """Own groups, parents and kinds of every segment, indexed once."""

    own: Mapping[str, tuple[InputGroup, ...]]
    parent: Mapping[str, str]
    kinds: Mapping[str, tuple[str, ...]]

    def effective(self, segment: str) -> tuple[InputGroup, ...]:
        """Own groups, then what is inherited and not replaced, each in order of id.

        A general segment hands its inputs down to its kinds. An own group replaces an
        inherited one if they share a member, or if it names a kind of a member (a petrol
        engine names its spark system and drops the general ignition).
        """
        own = self.own.get(segment, ())
        parent = self.parent.get(segment)
        if parent is None:
            return own
        named = {member.segment for group in own for member in group.members}
        replaced = named.union(*(self.ancestors(each) for each in named))
        return own + tuple(
            group
            for group in self.effective(parent)
            if replaced.isdisjoint(member.segment for member in group.members)
        )

    def is_category(self, segment: str) -> bool:
        """Whether the segment has kinds and no inputs of its own: an OR over its kinds."""
        return segment in self.kinds and segment not in self.own

    def ancestors(self, segment: str) -> tuple[str, ...]:
        """The general kinds above a segment, nearest first."""
        found: list[str] = []
        above = self.parent.get(segment)
        while above is not None:
            found.append(above)
            above = self.parent.get(above)
        return tuple(found)


def recipes_of(groups: Iterable[InputGroup], kinds: Collection[KindOf]) -> Recipes:
    """Index groups by consumer and kinds by parent; expects kinds without a cycle."""
    own: dict[str, list[InputGroup]] = {}
    for group in sorted(groups, key=lambda g: g.id):
        own.setdefault(group.consumer, []).append(group)
    below: dict[str, list[str]] = {}
    for kind in sorted(kinds, key=lambda k: k.segment):
        below.setdefault(kind.parent, []).append(kind.segment)
    return Recipes(
        own={consumer: tuple(found) for consumer, found in own.items()},
        parent={kind.segment: kind.parent for kind in kinds},
        kinds={parent: tuple(found) for parent, found in below.items()},
    )
