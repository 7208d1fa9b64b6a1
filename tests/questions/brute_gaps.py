"""Need once more, from the definition: wanted products, links, open groups, who leads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graph.model import Gap
from tests.questions.brute_answers import (
    is_here,
    targets,
    walk,
    what_is_here,
)
from tests.questions.brute_force import HERE, Need, Question, World

MERGING = {"missing": 0, "introduce": 1, "extend": 2}
RANKS = ("made", "present", "developing", "sought", "named")
STRONGEST = ("production", "plan", "market", "none")
GOODS = {"product", "equipment", "software"}
Members = frozenset[str]


class Block(NamedTuple):
    product: str
    possible: bool


class Family(NamedTuple):
    name: str
    here: bool
    products: frozenset[str]


def strongest(needs: Iterable[str]) -> str:
    return min(needs, key=STRONGEST.index, default="none")


@dataclass(frozen=True, eq=False)
class Lacks:
    """What a region lacks, worked out from its wanted products."""

    question: Question
    gaps: tuple[Gap, ...]

    @cached_property
    def stated(self) -> list[Gap]:
        return [g for g in self.gaps if self.question.in_region(g.region)]

    # Wanted products

    @cached_property
    def rank(self) -> dict[str, int]:
        recipes, status = self.question.recipes, self.question.status
        named = {g.segment for g in self.stated if g.kind in MERGING}
        ranks = {}
        for s in recipes.ids:
            shown = status[s]
            if shown in RANKS:
                ranks[s] = RANKS.index(str(shown))
            elif s in named and shown is not None:
                ranks[s] = RANKS.index("named")
        return {s: rank for s, rank in ranks.items() if not self._hidden(s, ranks)}

    def _hidden(self, general: str, ranks: dict[str, int]) -> bool:
        kinds = self.question.recipes.below(general)
        as_good = any(k in ranks and ranks[k] <= ranks[general] for k in kinds)
        of_kinds = {firm for k in kinds for firm in self.question.makers(k, "operating")}
        something_else = self.question.makers(general, "operating") - of_kinds
        return as_good and not something_else

    def here(self, product: str) -> bool:
        return self.question.status[product] in HERE

    # Open groups

    def open(self, product: str, world: World = "certain") -> set[Need]:
        question = self.question.about(product)
        answers = question.world(world)
        recipes = question.recipes
        is_category = product in recipes.category
        if is_category and not set(recipes.below(product)) & question.world("certain").available:
            kinds = recipes.special(product)
            if any(not walk(answers, kind).open for kind in kinds):
                return set()
        return set(walk(answers, product).open)

    @cached_property
    def opened(self) -> dict[str, set[Need]]:
        return {product: self.open(product) for product in self.rank}

    @cached_property
    def links(self) -> set[str]:
        """Planned products that stand, or a kind of which does, in another's open group."""
        found = set()
        for product in self.rank:
            selves = {product, *self.question.recipes.below(product)}
            for other, needs in self.opened.items():
                members = {name for need in needs for name, _ in need}
                if not self.here(product) and other != product and selves & members:
                    found.add(product)
        return found

    @cached_property
    def groups(self) -> dict[Members, set[str]]:
        """The open groups of products that are no links, each with those products."""
        found: dict[Members, set[str]] = {}
        for product in self.rank.keys() - self.links:
            for need in self.opened[product]:
                found.setdefault(names(need), set()).add(product)
        return found

    def need_of_group(self, group: Members) -> str:
        return "production" if any(map(self.here, self.groups[group])) else "plan"

    def leaders(self, group: Members) -> Members:
        narrower = [other for other in self.groups if other < group]
        mine = STRONGEST.index(self.need_of_group(group))
        if any(STRONGEST.index(self.need_of_group(other)) <= mine for other in narrower):
            return frozenset()
        outside = group.difference(*narrower)
        return outside or group

    def counted(self, segment: str) -> set[Members]:
        """The groups that a segment leads or that join those; all, where it leads none."""
        mine = {group for group in self.groups if segment in group}
        led = {g for g in mine if segment in self.leaders(g) or not self.leaders(g)}
        return led or mine

    @cached_property
    def derived(self) -> set[str]:
        return {segment for group in self.groups for segment in group}

    # Need

    def need(self, segment: str, *, of_a_kind: bool = False) -> str:
        """The need of a segment; `of_a_kind`: by groups that would take a kind of it."""
        found = ["market"] if segment in self.market else []
        for product in self.rank.keys() - self.links:
            for need in self.opened[product]:
                if names(need) in self.counted(segment) and (
                    (segment, False) in need or (not of_a_kind and (segment, True) in need)
                ):
                    found.append("production" if self.here(product) else "plan")
        return strongest(found)

    @cached_property
    def market(self) -> set[str]:
        missing = [g for g in self.stated if g.kind == "missing"]
        named = {s for g in missing for s in (g.segment, *g.related) if s}
        segments = self.question.facts.segments
        return {s for s in named if segments[s].sort in GOODS}

    def blocks(self, segment: str) -> set[Block]:
        if segment not in self.derived:
            return set()
        return {
            Block(product, self._possibly(product, segment))
            for product in self.rank
            if self._lacked(product, segment)
        }

    def _lacked(self, product: str, segment: str) -> list[Need]:
        """The open groups by which a product waits for a segment; those of links count too."""
        counted = self.counted(segment)
        return [
            need
            for need in self.opened[product]
            if segment in names(need) and (product in self.links or names(need) in counted)
        ]

    def _possibly(self, product: str, segment: str) -> bool:
        return any(segment in names(need) for need in self.open(product, "possible"))

    def takers(self, segment: str) -> dict[str, set[str]]:
        """Who takes a segment first, in-house stages passed, for which products."""
        found: dict[str, set[str]] = {}
        for product in self.rank if segment in self.derived else ():
            for need in self._lacked(product, segment):
                for taker in self._takers(product, need):
                    found.setdefault(taker, set()).add(product)
        return found

    def _takers(self, product: str, need: Need) -> set[str]:
        question = self.question.about(product)
        certain = question.world("certain")
        passed = walk(certain, product).passed
        asked = set(targets(question, product)) - {product}
        pending = {s for s in passed if need in question.needs(s)}
        seen, found = set[str](), set[str]()
        while pending:
            user = pending.pop()
            seen.add(user)
            if user not in question.recipes.captive:
                found.add(user)
                continue
            if user in asked:  # the product is a category, and this stage a kind of it
                asked.add(question.recipes.parent[user])
                pending |= {question.recipes.parent[user]} - seen
            pending |= {
                s
                for s in passed
                for group in question.needs(s)
                if not certain.met(group)
                for name, exact in group
                if is_here(certain, name, exact=exact)
                and user in what_is_here(certain, name, exact=exact)
            } - seen
        return found

    def families(self, takers: dict[str, set[str]]) -> set[Family]:
        recipes, available = self.question.recipes, self.question.world("certain").available
        roots: dict[str, set[str]] = {}
        for taker in takers:
            roots.setdefault([taker, *recipes.above(taker)][-1], set()).add(taker)
        found = set()
        for members in roots.values():
            products = frozenset().union(*(takers[each] for each in members))
            here = any(self.here(p) for p in products)
            named = (members & available) or members
            name = min(named, key=lambda s: (len(recipes.above(s)), s))
            found.add(Family(name, here, products))
        return found


def names(need: Need) -> Members:
    return frozenset(name for name, _ in need)
