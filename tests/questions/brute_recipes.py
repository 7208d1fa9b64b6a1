"""Kinds, categories and groups of inputs once more, from the definitions."""

from collections.abc import Iterable

from graph.model import Facts, InputGroup, Unlisted
from tests.questions.brute_answered import held


class Recipes:
    """Kinds, categories and groups of a dataset, inherited groups included."""

    def __init__(self, facts: Facts, unlisted: Iterable[Unlisted] = ()) -> None:
        self.facts = facts
        self.held = held(facts)
        self.unlisted = {(each.region, each.segment) for each in unlisted}
        self.ids = sorted(facts.segments)
        self.captive = {s for s in self.ids if facts.segments[s].captive}
        self.parent = {k.segment: k.parent for k in facts.kinds.values()}
        self.kinds = {s: sorted(k for k in self.parent if self.parent[k] == s) for s in self.ids}
        self.own: dict[str, list[InputGroup]] = {s: [] for s in self.ids}
        for group in facts.input_groups.values():
            self.own[group.consumer].append(group)
        self.category = {s for s in self.ids if self.kinds[s] and not self.own[s]}
        self.groups = {s: self._with_inherited(s) for s in self.ids}
        every = [member for found in self.groups.values() for g in found for member in g.members]
        self.stated_in: dict[str, dict[str, str | None]] = {}
        self.consumers = {
            c: {s for s in self.ids if any(c in names(group) for group in self.groups[s])}
            for c in self.captive
        }
        self.exact = {member.segment for member in every if member.exact}
        self.by_products = [(b.source, b.target) for b in facts.by_products.values()]

    def above(self, segment: str) -> list[str]:
        """All more general segments."""
        parent = self.parent.get(segment)
        return [] if parent is None else [parent, *self.above(parent)]

    def below(self, segment: str) -> list[str]:
        """All kinds, kinds of kinds included."""
        return [s for kind in self.kinds[segment] for s in (kind, *self.below(kind))]

    def special(self, segment: str) -> list[str]:
        """What an answer for a category is an answer for: its kinds, categories opened."""
        if segment not in self.category:
            return [segment]
        return [leaf for kind in self.kinds[segment] for leaf in self.special(kind)]

    def _with_inherited(self, segment: str) -> list[InputGroup]:
        parent = self.parent.get(segment)
        inherited = [] if parent is None else self._with_inherited(parent)
        kept = [g for g in inherited if not any(self._replaces(o, g) for o in self.own[segment])]
        return self.own[segment] + kept

    def _replaces(self, own: InputGroup, inherited: InputGroup) -> bool:
        return any(
            mine == theirs or theirs in self.above(mine)
            for mine in names(own)
            for theirs in names(inherited)
        )


def names(group: InputGroup) -> list[str]:
    return [member.segment for member in group.members]
