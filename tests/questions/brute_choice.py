"""What a choice of segments brings once more, from the definitions: each is a world of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from tests.questions.brute_answers import completable, is_bought, is_here, stages_of, targets
from tests.questions.brute_force import Answers, Need, Question, World

DONE = {
    "certain": {"yes", "market", "no_recipe"},
    "possible": {"yes", "market", "no_recipe", "unknown"},
}


@dataclass(frozen=True)
class Choosing:
    """A question, a world, and the products that count: of each whether it is only planned."""

    question: Question
    world: World
    products: Mapping[str, bool]

    def worth(self, chosen: Iterable[str]) -> tuple[Fraction, int]:
        """The gain of a choice, and how many products it completes."""
        after = frozenset(chosen)
        gain = sum((each.gain(after) for each in self._products), Fraction(0))
        return gain, sum(each.completes(after) for each in self._products)

    @cached_property
    def _products(self) -> list["_Product"]:
        return [
            _Product(self.question.about(name), self.world, name, planned)
            for name, planned in self.products.items()
        ]


@dataclass(frozen=True)
class _Product:
    question: Question
    world: World
    name: str
    planned: bool

    @cached_property
    def asked(self) -> list[str]:
        return targets(self.question, self.name)

    @cached_property
    def before(self) -> Answers:
        return self.question.world(self.world)

    def gain(self, chosen: frozenset[str]) -> Fraction:
        if not self.groups:
            return Fraction(0)
        after = self.question.world(self.world, chosen)
        more = sum(
            self._served(after, ways) - self._served(self.before, ways)
            for ways in self.groups.values()
        )
        return Fraction(more, len(self.groups)) / (2 if self.planned else 1)

    @cached_property
    def groups(self) -> dict[frozenset[tuple[str, bool]], list[tuple[Need, ...]]]:
        """The groups that count, each with the groups in the place of which it stands."""
        found: dict[frozenset[tuple[str, bool]], list[tuple[Need, ...]]] = {}
        for target in self.asked:
            for way in self._counted(target, ()):
                found.setdefault(frozenset(way[-1]), []).append(way)
        return found

    def _counted(self, segment: str, around: tuple[Need, ...]) -> Iterable[tuple[Need, ...]]:
        certain = self.question.world("certain")
        for need in self.question.needs(segment):
            if any(is_bought(self.question, name, exact=exact) for name, exact in need):
                continue
            stages = stages_of(self.question, need)
            if len(stages) == 1 and not any(_available(certain, *each) for each in need):
                yield from self._counted(stages[0], (*around, need))
            else:
                yield (*around, need)

    def _served(self, world: Answers, ways: list[tuple[Need, ...]]) -> bool:
        """Whether a group is served, or in some place an alternative to the stage it is of."""
        captive = world.recipes.captive
        return any(self._serves(world, *each) for each in ways[0][-1]) or any(
            name not in captive and self._serves(world, name, exact)
            for *around, _ in ways
            for need in around
            for name, exact in need
        )

    def _serves(self, world: Answers, name: str, exact: bool) -> bool:
        if self.planned or name in world.recipes.captive:
            return world.counts(name, exact=exact)
        return _available(world, name, exact)

    def completes(self, chosen: frozenset[str]) -> bool:
        after = self.question.world(self.world, chosen)
        if self.planned:
            return any(map(after.ready, self.asked)) and not any(map(self.before.ready, self.asked))
        if completable(self.question, self.name) in DONE[self.world]:
            return False
        recipes = self.question.recipes
        kinds = {each for t in self.asked for each in (t, *recipes.below(t))} - recipes.category
        return any(self.before.stands(each) and after.ready(each) for each in kinds)


def _available(world: Answers, name: str, exact: bool) -> bool:
    return name not in world.recipes.captive and is_here(world, name, exact=exact)
