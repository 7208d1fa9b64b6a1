"""From a frame to the system of what a choice would bring (`graph.analysis.gain_model`).

What is made by a candidate follows from it alone: availability has single premises (a kind makes
its general available, a source its by-product, a taker sets its in-house stage to work), so what a
choice makes available is what each of its segments does. Only what can be completed needs the
others, and only what all candidates together would bring is asked about at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.analysis.completeness import CountedGroup, counted_groups
from graph.analysis.gain_model import AnyOf, GainModel, ProductGain
from graph.analysis.targets import answered_for, descendants
from graph.network.frame import Frame, frame_for, standing
from graph.network.kernels import Completable, World, largest_self_supporting, more_available

WorldName = Literal["certain", "possible"]
YES, NO = -1, -2
"""Literals that are true, or false, whatever is chosen."""
Maker = Callable[[], tuple[AnyOf, ...] | int]


def gain_model(
    frame: Frame, world: WorldName, products: Mapping[int, bool], candidates: Iterable[int]
) -> GainModel:
    """Say what candidates would bring in a world.

    `products` tells of each product whether it is only planned. Candidates are no categories and
    no in-house stages, and not available by themselves in the certain world.
    """
    builder = _Builder(frame, world, tuple(sorted(set(candidates))))
    found = [builder.product(each, planned=planned) for each, planned in products.items()]
    return GainModel(
        candidates=builder.candidates,
        conditions=builder.conditions(),
        products=tuple(each for each in found if each.rising or each.completes is not None),
    )


@dataclass(frozen=True)
class _Ground:
    """One boundary: what is completable there with nothing chosen, and with everything."""

    frame: Frame
    before: Completable
    after: Completable


@dataclass
class _Builder:
    frame: Frame
    world: WorldName
    candidates: tuple[int, ...]
    makers: list[Maker] = field(default_factory=list)
    known: dict[tuple[object, ...], int] = field(default_factory=dict)
    grounds: dict[bytes, _Ground] = field(default_factory=dict)

    def __post_init__(self) -> None:
        certain = self.world == "certain"
        situation = self.frame.situation
        self.now: World = situation.certain if certain else situation.possible
        self.itself: dict[int, list[int]] = {}  # the candidates that bring it by itself
        self.available: dict[int, list[int]] = {}
        for literal, segment in enumerate(self.candidates):
            grown, reached = more_available(self.frame.arrays, self.now, (segment,))
            for each in reached:
                if grown.itself[each] and not self.now.itself[each]:
                    self.itself.setdefault(each, []).append(literal)
                if grown.available[each] and not self.now.available[each]:
                    self.available.setdefault(each, []).append(literal)
        self.all, _ = more_available(self.frame.arrays, self.now, self.candidates)
        self.stands = standing(self.frame.arrays, self.now, known=certain)

    def conditions(self) -> tuple[tuple[AnyOf, ...], ...]:
        """Write out every condition that was asked for, and those that they lean on."""
        found: list[tuple[AnyOf, ...]] = []
        while len(found) < len(self.makers):
            made = self.makers[len(found)]()
            # What is asked for may be settled already: then it holds by no clause, or by none.
            found.append(((),) if made == NO else () if isinstance(made, int) else made)
        return tuple(found)

    def condition(self, key: tuple[object, ...], maker: Maker) -> int:
        """Return the literal of a condition, the same for the same key."""
        if key not in self.known:
            self.known[key] = len(self.candidates) + len(self.makers)
            self.makers.append(maker)
        return self.known[key]

    def every(self, clauses: Iterable[AnyOf | int]) -> tuple[AnyOf, ...] | int:
        """Join clauses: those that are true anyway go, one that is false leaves nothing."""
        kept = []
        for clause in clauses:
            if clause == NO:
                return NO
            if not isinstance(clause, int):
                kept.append(clause)
        return tuple(dict.fromkeys(kept)) or YES

    def some(self, literals: Iterable[int]) -> AnyOf | int:
        """Make a clause."""
        kept = {each for each in literals if each != NO}
        if YES in kept:
            return YES
        return tuple(sorted(kept)) or NO

    def settled(self, key: tuple[object, ...], made: tuple[AnyOf, ...] | int) -> int:
        """Return a literal for clauses: a single literal stands for itself."""
        if isinstance(made, int):
            return made
        if len(made) == 1 and len(made[0]) == 1:
            return made[0][0]
        return self.condition(key, lambda: made)

    def ground(self, product: int) -> _Ground:
        """Return the boundary of a product: with tiers each has its own."""
        frame = frame_for(self.frame, product)
        key = bytes(frame.inside)
        if key not in self.grounds:
            certain = self.world == "certain"
            base = standing(frame.arrays, self.all, known=certain)
            self.grounds[key] = _Ground(
                frame=frame,
                before=frame.certain if certain else frame.possible,
                after=largest_self_supporting(frame.arrays, frame.asked, frame.inside, base),
            )
        return self.grounds[key]

    # What can be completed

    def alone(self, ground: _Ground, segment: int) -> int:
        """Clauses (a) and (b): inside the boundary, or here with all that it takes."""
        if ground.before.alone[segment]:
            return YES
        if not ground.after.alone[segment]:
            return NO

        def made() -> tuple[AnyOf, ...] | int:
            own = YES if self.stands[segment] else self.some(self.itself.get(segment, ()))
            groups = ground.frame.groups(segment)
            return self.every([own, *(self.closed(ground, group) for group in groups)])

        return self.condition(("alone", id(ground), segment), made)

    def whole(self, ground: _Ground, segment: int) -> int:
        """The same, or clause (c): a kind of it."""
        if ground.before.whole[segment]:
            return YES
        if not ground.after.whole[segment]:
            return NO
        kinds = self.frame.arrays.kinds.row(segment)
        if len(kinds) == 0:
            return self.alone(ground, segment)

        def made() -> tuple[AnyOf, ...] | int:
            found = (self.whole(ground, kind) for kind in kinds)
            return self.every([self.some([self.alone(ground, segment), *found])])

        return self.condition(("whole", id(ground), segment), made)

    def member(self, ground: _Ground, member: int, *, exact: bool) -> int:
        """Whether a member of a group is completable."""
        return self.alone(ground, member) if exact else self.whole(ground, member)

    def closed(self, ground: _Ground, group: int) -> AnyOf | int:
        """Whether a group has a completable member."""
        members = ground.frame.members(group)
        return self.some(self.member(ground, each, exact=exact) for each, exact in members)

    def supplied(self, ground: _Ground, segment: int) -> int:
        """Whether all that goes into a segment can be completed."""
        groups = ground.frame.groups(segment)
        made = self.every(self.closed(ground, group) for group in groups)
        return self.settled(("supplied", id(ground), segment), made)

    # What comes of a product

    def product(self, product: int, *, planned: bool) -> ProductGain:
        """Say what may come of a product; its groups are those that count as things stand."""
        ground = self.ground(product)
        groups: dict[frozenset[tuple[int, bool]], list[CountedGroup]] = {}
        for target in answered_for(ground.frame, product):
            for counted in counted_groups(ground.frame, target):
                members = frozenset(ground.frame.members(counted.group))
                groups.setdefault(members, []).append(counted)
        served = [self.served(ground, each, planned=planned) for each in groups.values()]
        return ProductGain(
            product=product,
            planned=planned,
            needed=len(groups),
            had=sum(each == YES for each in served),
            rising=tuple(each for each in served if each >= 0),
            completes=self.completes(ground, product, planned=planned),
        )

    def served(self, ground: _Ground, counted: list[CountedGroup], *, planned: bool) -> int:
        """Whether a group is served, or one around it that its in-house stage stands in.

        Of a planned product by what can be completed, of one that is here by what is available.
        """
        around = {group for each in counted for group in (each.group, *each.around)}
        literals = [
            literal
            for group in sorted(around)
            for member, exact in ground.frame.members(group)
            if group in {each.group for each in counted} or not self.frame.arrays.captive[member]
            for literal in self.serving(ground, member, exact=exact, planned=planned)
        ]
        clause = self.some(literals)
        made = clause if isinstance(clause, int) else (clause,)
        return self.settled(("served", id(ground), planned, tuple(sorted(around))), made)

    def serving(self, ground: _Ground, member: int, *, exact: bool, planned: bool) -> list[int]:
        """List what makes a member serve."""
        if planned or self.frame.arrays.captive[member]:
            return [self.member(ground, member, exact=exact)]
        if self.frame.here(self.now, member, exact=exact):
            return [YES]
        return (self.itself if exact else self.available).get(member, [])

    def completes(self, ground: _Ground, product: int, *, planned: bool) -> int | None:
        """Say what completes a product: its inputs, or those of a kind that is here already."""
        targets = answered_for(ground.frame, product)
        if not planned:
            if self.is_complete(ground, product, targets):
                return None
            kinds = {each for t in targets for each in (t, *descendants(self.frame, t))}
            category = self.frame.arrays.category
            targets = sorted(each for each in kinds if self.stands[each] and not category[each])
        clause = self.some(self.supplied(ground, each) for each in targets)
        if isinstance(clause, int):
            return None
        return self.settled(("completes", id(ground), product, planned), (clause,))

    def is_complete(self, ground: _Ground, product: int, targets: list[int]) -> bool:
        """Tell whether a product is completable as it is, but for what its own inputs say."""
        arrays = self.frame.arrays
        unknown_kind = arrays.category[product] and not arrays.captive[product]
        if self.world == "possible" and unknown_kind and self.now.itself[product]:
            return True
        return any(ground.before.whole[kind] for t in targets for kind in arrays.kinds.row(t))
