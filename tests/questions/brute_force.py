"""The definitions once more, as sets and plain loops: slow, and written apart from the program.

Nothing here comes from `graph.network` or `graph.analysis`. A dataset of at most some fourteen
segments is small enough to answer by definition: availability by iterating its rules until
nothing changes, the completable set as the union of all self-supporting sets, found by trying
every set of segments.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Literal

from graph.model import Claim, Facts, InputGroup, Makes
from tests.questions.brute_answered import is_answer
from tests.questions.brute_recipes import Recipes

World = Literal["certain", "possible"]
Need = tuple[tuple[str, bool], ...]
"""A group of inputs: its members, each with whether it is exact."""

Holds = dict[tuple[str, bool], int]

HERE = {"made", "present"}
LACKS = ("sought", "absent", "unlisted")
"""What is not here in either world, the best first."""


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked of a dataset: region, boundary, inputs, horizon.

    Tiers count from a product: see `about`.
    """

    recipes: Recipes
    region: str = "district"
    traded: bool = True
    tiers: int | None = None
    inputs: frozenset[str] = frozenset({"material"})
    horizon: str = "now"
    deeper: frozenset[str] = frozenset()

    @property
    def facts(self) -> Facts:
        return self.recipes.facts

    def needs(self, segment: str) -> list[Need]:
        """The essential groups of the chosen inputs."""
        return self._needs[segment]

    @cached_property
    def _needs(self) -> dict[str, list[Need]]:
        return {
            s: [
                tuple((m.segment, m.exact) for m in group.members)
                for group in self._groups_asked(s)
                if group.essential
            ]
            for s in self.recipes.ids
        }

    def _groups_asked(self, segment: str) -> list[InputGroup]:
        """The groups of the chosen inputs; a category has none, its kinds inherit past it."""
        groups = [] if segment in self.recipes.category else self.recipes.groups[segment]
        return [group for group in groups if group.input in self.inputs]

    # What is here

    def enclosing(self, place: str) -> list[str]:
        """A region and all that it lies in."""
        parent = self.facts.regions[place].parent
        return [place] if parent is None else [place, *self.enclosing(parent)]

    def in_region(self, place: str | None) -> bool:
        """Whether something at `place` is in the region; no place stated means the district."""
        return self.region in self.enclosing(place or self.facts.dataset.region)

    def makers(self, segment: str, status: str) -> set[str]:
        firms = (
            self.facts.enterprises[m.enterprise]
            for m in self.recipes.held
            if isinstance(m, Makes) and m.segment == segment
        )
        return {f.id for f in firms if f.status == status and self.in_region(f.region)}

    def claims(self, segment: str, status: str) -> list[Claim]:
        """What is said of the region: what a part has, or what the whole has not."""
        around = self.enclosing(self.region)
        return [
            c
            for c in self.recipes.held
            if isinstance(c, Claim) and (c.segment, c.status) == (segment, status)
            if (c.region in around if status == "absent" else self.in_region(c.region))
        ]

    def said(self, segment: str, status: str) -> bool:
        return bool(self.claims(segment, status))

    @cached_property
    def stated(self) -> dict[str, str | None]:
        """The local status by facts on a segment alone; none for a captive segment."""
        if self.region not in self.recipes.stated_in:
            found = {s: self._covered(s) for s in self.recipes.ids}
            self.recipes.stated_in[self.region] = found
        return self.recipes.stated_in[self.region]

    def _stated(self, segment: str) -> str | None:
        in_a_register = any(
            (place, segment) in self.recipes.unlisted for place in self.enclosing(self.region)
        )
        rules = (
            ("made", bool(self.makers(segment, "operating"))),
            ("present", self.said(segment, "present")),
            ("developing", self.said(segment, "developing") or self.makers(segment, "planned")),
            ("sought", self.said(segment, "sought") or self.makers(segment, "prospective")),
            ("absent", self.said(segment, "absent")),
            ("unlisted", in_a_register),
        )
        if segment in self.recipes.captive:
            return None
        return next((status for status, applies in rules if applies), "unknown")

    def _covered(self, segment: str) -> str | None:
        """A reported no about a general covers the kinds of which nothing else is known."""
        own = self._stated(segment)
        reported = any(
            is_answer(claim)
            for general in self.recipes.above(segment)
            for claim in self.claims(general, "absent")
        )
        return "absent" if own == "unknown" and reported else own

    @cached_property
    def status(self) -> dict[str, str | None]:
        """The local status shown: by-products present, the general as its best kind here."""
        made = replace(self, horizon="now").world("certain").by_products
        here = {
            s: "made" if said == "made" else "present"
            for s, said in self.stated.items()
            if said in HERE or (s in made and said is not None)
        }
        risen = {s: self._best_here(s, here) or said for s, said in self.stated.items()}
        return {s: self._lacking(s, risen) or shown for s, shown in risen.items()}

    def _lacking(self, s: str, shown: dict[str, str | None]) -> str | None:
        """A category of which nothing is said, and whose kinds all lack, lacks as the best."""
        if s not in self.recipes.category or shown[s] != "unknown":
            return None
        kinds = [self._lacking(kind, shown) or shown[kind] for kind in self.recipes.kinds[s]]
        return (
            next((each for each in LACKS if each in kinds), None)
            if set(kinds) <= set(LACKS)
            else None
        )

    def _best_here(self, s: str, here: dict[str, str]) -> str | None:
        """The best status of a segment and what rises to it; nothing rises through a stage."""
        if s in self.recipes.captive:
            return None
        risen = [self._best_here(kind, here) for kind in self.recipes.kinds[s]]
        return min((status for status in [here.get(s), *risen] if status), default=None)

    # The boundary

    def about(self, target: str) -> "Question":
        """The question about one product: with tiers, what lies deeper is inside the boundary."""
        if self.tiers is None:
            return self
        if target not in self.products:
            far = (s for s, depth in self.depths(target).items() if depth > self.tiers)
            self.products[target] = replace(self, tiers=None, deeper=frozenset(far))
        return self.products[target]

    @cached_property
    def products(self) -> dict[str, "Question"]:
        return {}

    def depths(self, target: str) -> dict[str, int]:
        """Fewest supply steps to the target from each segment upstream of it; kinds take none."""
        depths: dict[str, int] = {}
        level, depth = self._with_kinds(target), 0
        while level:
            depths |= dict.fromkeys(level, depth)
            level = {n for s in level for n in self._inputs(s)} - depths.keys()
            depth += 1
        return depths

    def _with_kinds(self, segment: str) -> set[str]:
        return {segment, *(k for s in self.recipes.kinds[segment] for k in self._with_kinds(s))}

    def _inputs(self, segment: str) -> set[str]:
        """Everything that may serve as an input of the segment, essential or not."""
        found: set[str] = set()
        for group in self._groups_asked(segment):
            for member in group.members:
                found |= {member.segment} if member.exact else self._with_kinds(member.segment)
        return found

    @cached_property
    def bought(self) -> set[str]:
        """Segments inside the boundary on their own account."""
        bought = {s for s in self.recipes.ids if self.traded and self.facts.segments[s].traded}
        return bought | self.deeper

    @cached_property
    def boundary(self) -> set[str]:
        """Segments inside the boundary, those with a kind inside included."""
        return self.bought | {g for s in self.bought for g in self.recipes.above(s)}

    def world(self, name: World, extra: frozenset[str] = frozenset()) -> "Answers":
        """One of the two worlds, `extra` segments taken to be available besides."""
        if (name, extra) not in self.worlds:
            self.worlds[name, extra] = Answers(self, name, extra)
        return self.worlds[name, extra]

    @cached_property
    def worlds(self) -> dict[tuple[World, frozenset[str]], "Answers"]:
        return {}


class Answers:
    """One world of a question: what is available in it, and what can be completed.

    `extra` are segments taken to be available besides, as if they had been attracted.
    """

    def __init__(self, question: Question, world: World, extra: frozenset[str]) -> None:
        self.question, self.recipes, self.world = question, question.recipes, world
        good = HERE | ({"developing"} if question.horizon == "planned" else set())
        good |= {"developing", "unknown"} if world == "possible" else set()
        # A category is an OR over its kinds: that nothing is said of it adds nothing.
        said = {
            s
            for s, status in question.stated.items()
            if status in good and not (status == "unknown" and s in self.recipes.category)
        }
        self.own = said | extra
        self.available, self.by_products = self._spread()
        self.itself = (self.own | self.by_products) - self.recipes.captive

    def _spread(self) -> tuple[set[str], set[str]]:
        """Availability rises to the general and passes from a source to its by-product.

        A captive stage works where a consumer of it is available or works; it is a source then,
        but never available itself.
        """
        recipes, works, made = self.recipes, set(self.own), set[str]()
        while True:
            before = len(works)
            made |= {target for source, target in recipes.by_products if source in works}
            rises = {recipes.parent[s] for s in works - recipes.captive if s in recipes.parent}
            works |= made | (rises - recipes.captive)
            works |= {c for c in recipes.captive if recipes.consumers[c] & works}
            if len(works) == before:
                return works - recipes.captive, made

    # What can be completed

    @cached_property
    def completable(self) -> set[str]:
        """The largest self-supporting set X."""
        return {name for name, itself in self._largest if not itself}

    @cached_property
    def _largest(self) -> set[tuple[str, bool]]:
        """The union of all self-supporting sets, by trying every set.

        Its elements are segments, and once more as themselves those that some group asks for
        exactly although a kind could stand for them. Every set is a position in a row of bits:
        `holds[e]` has a one where the set holds e, so one `&` of rows decides for all sets.
        """
        elements = [(s, itself) for s in self.recipes.ids for itself in self._ways(s)]
        holds = dict(zip(elements, _all_sets(len(elements)), strict=True))
        self_supporting = _every(holds)
        for s, itself in elements:
            supported = self._by_itself(s, holds) | (0 if itself else self._by_kind(s, holds))
            self_supporting &= supported | (_every(holds) ^ holds[s, itself])
        return {element for element in elements if holds[element] & self_supporting}

    def _ways(self, s: str) -> list[bool]:
        return [False, True] if s in self.recipes.exact and self.recipes.kinds[s] else [False]

    def _by_itself(self, s: str, holds: Holds) -> int:
        """The sets in which `s` is supported by (a) or (b): bought, or here with all it needs."""
        if s in self.question.bought:
            return _every(holds)
        found = _every(holds) if self.stands(s) else 0
        for need in self.question.needs(s):
            met = 0
            for name, exact in need:
                met |= holds.get((name, exact), holds[name, False])
            found &= met
        return found

    def _by_kind(self, s: str, holds: Holds) -> int:
        """The sets in which `s` is supported by (c)."""
        found = 0
        for kind in self.recipes.kinds[s]:
            found |= holds[kind, False]
        return found

    def stands(self, s: str) -> bool:
        if s in self.recipes.category:
            return self.world == "possible" and s in self.itself
        return s in self.itself or s in self.recipes.captive

    def counts(self, name: str, *, exact: bool) -> bool:
        """Whether a member of a group is completable as that member."""
        return (name, exact and len(self._ways(name)) == 2) in self._largest

    def ready(self, s: str) -> bool:
        """Whether every group of `s` has a completable member (of a category: of a kind)."""
        if s in self.recipes.category:
            return any(self.ready(kind) for kind in self.recipes.kinds[s])
        return all(self.met(need) for need in self.question.needs(s))

    def met(self, need: Need) -> bool:
        return any(self.counts(name, exact=exact) for name, exact in need)


def _every(holds: Holds) -> int:
    return (1 << (1 << len(holds))) - 1


@cache
def _all_sets(n: int) -> list[int]:
    """Of each of n things, the sets that hold it, as bits in the row of all 2^n sets."""
    return [sum(1 << held for held in range(1 << n) if held >> i & 1) for i in range(n)]


def worlds() -> Iterator[World]:
    yield from ("certain", "possible")
