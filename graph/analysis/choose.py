"""Which k 选几项: the choice of candidates that brings most, exactly, under the user's own limits.

First the gain in completeness of what is here and in readiness of what is planned (half weight),
then the number of products that become completable or ready, then the fewest candidates. In the
certain world, with the possible one beside it. Definition and proof: docs/choice.md.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.analysis.gain_model import GainModel, ProductGain, Worth
from graph.analysis.gain_rules import WorldName, gain_model
from graph.analysis.optimum import Limits, Optimum, best_choice
from graph.network.frame import Frame

SECONDS, SECONDS_BESIDE = 2.0, 0.5
"""How long the answer may take, and each of the questions beside it."""


@dataclass(frozen=True)
class Wishes:
    """What a user wants of a choice; segments by number.

    `parks` hold free land (mu), where given; `land` and `costs` tell what candidates need, and
    one that they do not name counts as needing nothing. `fits` names the parks for some.
    """

    k: int
    forced: frozenset[int] = frozenset()
    forbidden: frozenset[int] = frozenset()
    parks: Mapping[str, float] = field(default_factory=dict)
    land: Mapping[int, float] = field(default_factory=dict)
    fits: Mapping[int, frozenset[str]] = field(default_factory=dict)
    budget: float | None = None
    costs: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """On what a choice is made: a frame, the products that count, the candidates.

    `products` tells of each whether it is only planned, `candidates` its place in the list: of
    equal choices the first ones win.
    """

    frame: Frame
    products: Mapping[int, bool]
    candidates: Mapping[int, int]

    def model(self, world: WorldName, wishes: Wishes) -> GainModel:
        """Say what the candidates that are wanted would bring in a world."""
        wanted = (self.candidates.keys() | wishes.forced) - wishes.forbidden
        return gain_model(self.frame, world, self.products, wanted)


@dataclass(frozen=True)
class Unlocked:
    """A product that a choice bears on: how many of its groups are served before and after."""

    product: int
    planned: bool
    needed: int
    before: int
    after: int
    completed: bool
    gain: float


@dataclass(frozen=True)
class Solved:
    """The best choice in one world."""

    model: GainModel
    optimum: Optimum

    @property
    def chosen(self) -> tuple[int, ...]:
        """The segments chosen, by number."""
        return self.segments(self.optimum.chosen)

    def segments(self, literals: AbstractSet[int]) -> tuple[int, ...]:
        """Return the segments of candidates."""
        return tuple(self.model.candidates[each] for each in sorted(literals))

    def alone(self, segment: int) -> Worth:
        """Return what a segment brings if nothing else is chosen."""
        return self.model.worth(self.model.numbers((segment,)))

    def lost(self, segment: int) -> Worth:
        """Return what goes if a chosen segment is left out."""
        rest = self.optimum.chosen - self.model.numbers((segment,))
        return difference(self.optimum.worth, self.model.worth(rest))

    @cached_property
    def unlocked(self) -> tuple[Unlocked, ...]:
        """The products that gain, the most first."""
        true = self.model.true(self.optimum.chosen)
        found = [_unlocked(each, true) for each in self.model.products]
        gaining = [each for each in found if each.gain or each.completed]
        return tuple(sorted(gaining, key=lambda each: (-each.gain, not each.completed)))


@dataclass(frozen=True)
class Choice:
    """The answer: the best choice, what else was near, and what forcing costs.

    `greedy` takes the best next one each time; `second` is the best choice that lacks one of
    those chosen, none where all are forced. `forced_cost` tells what each forced one takes.
    """

    certain: Solved
    possible: Solved
    greedy: tuple[int, ...]
    greedy_worth: Worth
    second: Optimum | None
    forced_cost: Mapping[int, Worth]

    @property
    def both(self) -> tuple[int, ...]:
        """What both worlds choose."""
        return tuple(each for each in self.certain.chosen if each in self.possible.chosen)


def choose(ground: Ground, wishes: Wishes, seconds: float = SECONDS) -> Choice:
    """Choose; the wishes must not contradict one another (`graph.analysis.choice_conflicts`)."""
    certain = _solved(ground, "certain", wishes, seconds)
    model, best = certain.model, certain.optimum
    limits = limits_of(model, ground, wishes)
    picked = greedy(model, limits)
    beside = min(seconds, SECONDS_BESIDE)
    free = best.chosen - limits.forced
    return Choice(
        certain=certain,
        possible=_solved(ground, "possible", wishes, seconds),
        greedy=certain.segments(picked),
        greedy_worth=model.worth(picked),
        second=best_choice(model, limits, without=free, seconds=beside) if free else None,
        forced_cost=_forced_cost(model, limits, best, beside),
    )


def difference(more: Worth, less: Worth) -> Worth:
    """Subtract one value from another."""
    return Worth(more.gain - less.gain, more.completed - less.completed)


def limits_of(model: GainModel, ground: Ground, wishes: Wishes) -> Limits:
    """Return the wishes as limits of a model."""
    number = {segment: literal for literal, segment in enumerate(model.candidates)}
    places = ground.candidates
    return Limits(
        k=wishes.k,
        forced=frozenset(number[each] for each in wishes.forced),
        parks=wishes.parks,
        land={number[each]: mu for each, mu in wishes.land.items() if each in number},
        fits={number[each]: parks for each, parks in wishes.fits.items() if each in number},
        budget=wishes.budget,
        costs={number[each]: cost for each, cost in wishes.costs.items() if each in number},
        places={number[each]: place for each, place in places.items() if each in number},
    )


def greedy(model: GainModel, limits: Limits) -> frozenset[int]:
    """Take the forced ones, then the best next one each time that fits, until none gains."""
    chosen = limits.forced
    while len(chosen) < limits.k:
        value = model.worth(chosen)
        found = [
            (model.worth(chosen | {each}), -each)
            for each in range(len(model.candidates))
            if each not in chosen and fits(limits, chosen | {each})
        ]
        best, number = max(found, default=(value, 0))
        if not value < best:
            break
        chosen |= {-number}
    return chosen


def fits(limits: Limits, chosen: AbstractSet[int]) -> bool:
    """Tell whether a choice keeps to budget and land, the largest need placed first where most is.

    May say no where another way to place them would do: enough for who picks without looking back.
    """
    spent = sum(limits.costs.get(each, 0.0) for each in chosen)
    if limits.budget is not None and spent > limits.budget:
        return False
    room = dict(limits.parks)
    wanted = [each for each in chosen if limits.parks and limits.land.get(each, 0) > 0]
    for each in sorted(wanted, key=lambda each: -limits.land[each]):
        park = max(limits.open_to(each), key=lambda park: room[park], default=None)
        if park is None or room[park] < limits.land[each]:
            return False
        room[park] -= limits.land[each]
    return True


def _solved(ground: Ground, world: WorldName, wishes: Wishes, seconds: float) -> Solved:
    """Find the best choice; what greed picks stands in where time was up before anything better."""
    model = ground.model(world, wishes)
    limits = limits_of(model, ground, wishes)
    found = best_choice(model, limits, seconds=seconds)
    if found is None or not found.proven:
        picked = greedy(model, limits)
        value = model.worth(picked)
        every = model.worth(frozenset(range(len(model.candidates))))
        if found is None or found.worth < value:
            bound = found.bound if found else float(every.gain)
            found = Optimum(picked, value, proven=False, bound=bound, parks={})
    return Solved(model, found)


def _forced_cost(
    model: GainModel, limits: Limits, best: Optimum, seconds: float
) -> dict[int, Worth]:
    """Tell of each forced one how much better the best choice would be without the force."""
    found: dict[int, Worth] = {}
    for each in sorted(limits.forced):
        freer = replace(limits, forced=limits.forced - {each})
        other = best_choice(model, freer, seconds=seconds)
        if other is not None:
            better = max(other.worth, best.worth)
            found[model.candidates[each]] = difference(better, best.worth)
    return found


def _unlocked(product: ProductGain, true: AbstractSet[int]) -> Unlocked:
    more = sum(each in true for each in product.rising)
    return Unlocked(
        product=product.product,
        planned=product.planned,
        needed=product.needed,
        before=product.had,
        after=product.had + more,
        completed=product.completes in true,
        gain=float(more * product.worth),
    )
