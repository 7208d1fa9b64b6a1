"""Need, standing and tasks once more, from the definitions: sets and plain loops."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from graph.model import Gap
from tests.questions.brute_answers import (
    is_here,
    judged,
    targets,
    walk,
    what_is_here,
)
from tests.questions.brute_force import HERE, LACKS, Need, Question, World

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


class GapRow(NamedTuple):
    """What is compared of a gap."""

    segment: str | None
    origin: str
    standing: str
    need: str
    blocks: frozenset[Block]
    families: frozenset[Family]
    through: frozenset[str]
    open: frozenset[str]
    sure: bool | None
    task: str
    under: str | None


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


# Rows


@dataclass(frozen=True, eq=False)
class Rows:
    """The gap list of a region, with its tasks."""

    lacks: Lacks

    @cached_property
    def parts(self) -> dict[str, Lacks]:
        places = {g.region for g in self.lacks.stated}
        question, gaps = self.lacks.question, self.lacks.gaps
        return {
            place: self.lacks
            if place == question.region
            else Lacks(replace(question, region=place), gaps)
            for place in {*places, question.region}
        }

    @cached_property
    def stated(self) -> dict[str, Gap]:
        return {g.id: g for g in self.lacks.stated}

    @cached_property
    def derived(self) -> dict[str, str]:
        """The derived gaps that meet no stated one, with their segments."""
        region = self.lacks.question.region
        met = {g.segment for g in self.stated.values() if g.region == region and g.kind in MERGING}
        return {f"derived.{region}.{s}": s for s in self.lacks.derived - met}

    def rows(self) -> dict[str, GapRow]:
        found = {id_: self._derived(id_, s) for id_, s in self.derived.items()}
        return found | {id_: self._stated(g) for id_, g in self.stated.items()}

    def _derived(self, id_: str, segment: str) -> GapRow:
        groups = self.lacks.counted(segment)
        return self._row(self.lacks, id_, segment, "derived", self.standing(id_), {segment}, groups)

    def _stated(self, gap: Gap) -> GapRow:
        lacks = self.parts[gap.region]
        merges = gap.kind in MERGING
        same = gap.region == self.lacks.question.region
        met = merges and same and gap.segment in lacks.derived
        unites = {gap.segment} if gap.segment in lacks.derived else set[str | None]()
        if gap.segment and merges:
            recipes = lacks.question.recipes
            generals = {
                g
                for g in recipes.above(gap.segment)
                if g in lacks.derived and self._by_looseness(lacks, g) != "none"
            }
            unites |= {s for s in recipes.below(gap.segment) if s in lacks.derived} | generals
        segments = {s for s in unites if s}
        groups = {group for s in segments for group in lacks.counted(s)}
        origin = "both" if met else "stated"
        standing = self.standing(gap.id)
        return self._row(lacks, gap.id, gap.segment, origin, standing, segments, groups)

    def _by_looseness(self, lacks: Lacks, general: str) -> str:
        found = [
            "production"
            for product in lacks.rank.keys() - lacks.links
            for need in lacks.opened[product]
            if names(need) in lacks.counted(general) and (general, False) in need
        ]
        return strongest(found)

    def _row(  # noqa: PLR0913, PLR0917 - what a row is made of
        self,
        lacks: Lacks,
        id_: str,
        segment: str | None,
        origin: str,
        standing: str,
        segments: set[str],
        groups: set[Members],
    ) -> GapRow:
        question = lacks.question
        blocked = [b for s in segments for b in lacks.blocks(s)]
        possible = {b.product for b in blocked if b.possible}
        takers: dict[str, set[str]] = {}
        for s in segments:
            for taker, products in lacks.takers(s).items():
                takers.setdefault(taker, set()).update(products)
        members = {m for group in groups for m in group} - {segment}
        unsure = {m for m in members if judged(question, m) in {"unknown", "developing"}}
        confirmed = standing == "confirmed"
        return GapRow(
            segment=segment,
            origin=origin,
            standing=standing,
            need=self.need(id_),
            blocks=frozenset(Block(b.product, b.product in possible) for b in blocked),
            families=frozenset(lacks.families(takers)),
            through=frozenset(self.through(id_)),
            open=frozenset(unsure if confirmed else ()),
            sure=not unsure if confirmed and groups else None,
            task=self.task(id_),
            under=self.under(id_),
        )

    # Need and standing of a gap

    def through(self, id_: str) -> set[str]:
        """Kinds, generals and named segments by which a stated gap is needed."""
        gap = self.stated.get(id_)
        if gap is None:
            return set()
        lacks = self.parts[gap.region]
        recipes = lacks.question.recipes
        found = {s for s in gap.related if lacks.need(s) != "none"}
        if gap.segment:
            found |= {s for s in recipes.below(gap.segment) if lacks.need(s) != "none"}
            found |= {
                s for s in recipes.above(gap.segment) if lacks.need(s, of_a_kind=True) != "none"
            }
        return found - {gap.segment}

    def need(self, id_: str) -> str:
        gap = self.stated.get(id_)
        if gap is None:
            return self.lacks.need(self.derived[id_])
        lacks = self.parts[gap.region]
        above = set(lacks.question.recipes.above(gap.segment)) if gap.segment else set()
        named = set(gap.related)
        needs = [lacks.need(gap.segment)] if gap.segment else []
        for s in self.through(id_):
            loosely = s in above and s not in named
            needs.append(lacks.need(s, of_a_kind=loosely))
        return strongest(needs)

    def standing(self, id_: str) -> str:
        gap = self.stated.get(id_)
        lacks = self.parts[gap.region] if gap else self.lacks
        segment = gap.segment if gap else self.derived[id_]
        question, need = lacks.question, self.need(id_)
        if gap and gap.kind not in MERGING:
            return "noted"
        if segment in question.recipes.captive:
            return "noted"
        if segment is None or segment in question.world("certain").itself:
            return "direction"
        status = judged(question, segment)
        if status in LACKS and need != "none":
            return "confirmed"
        if status in {"unknown", "developing"} and need in {"production", "plan"}:
            return "to_settle"
        return "wished"

    # Tasks

    def subject(self, id_: str) -> tuple[str, str] | None:
        """Region and segment of a gap that says missing, introduce or extend."""
        gap = self.stated.get(id_)
        if gap is None:
            return self.lacks.question.region, self.derived[id_]
        return (gap.region, gap.segment) if gap.segment and gap.kind in MERGING else None

    @cached_property
    def standing_for(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for id_ in sorted([*self.stated, *self.derived], key=self._first):
            subject = self.subject(id_)
            if subject:
                found.setdefault(subject, id_)
        return found

    def _first(self, id_: str) -> tuple[bool, int, int, str, str]:
        gap = self.stated.get(id_)
        if gap is None:
            return (True, 2, 0, self.derived[id_], id_)
        return (False, gap.urgency, MERGING.get(gap.kind, 9), gap.segment or "", id_)

    def on(self, segment: str) -> str:
        return self.standing_for[self.lacks.question.region, segment]

    @cached_property
    def asked(self) -> dict[str, list[tuple[Members, Members]]]:
        """By leading gap: who leads, and the group led."""
        found: dict[str, list[tuple[Members, Members]]] = {}
        for group in self.lacks.groups:
            leaders = self.lacks.leaders(group)
            confirmed = [s for s in leaders if self.standing(self.on(s)) == "confirmed"]
            for who in [frozenset({s}) for s in confirmed] or [leaders]:
                if who:
                    lead = min(map(self.on, who), key=self._first)
                    found.setdefault(lead, []).append((who, group))
        return found

    def task(self, id_: str) -> str:
        subject = self.subject(id_)
        if subject is None:
            return id_
        lead = self.standing_for[subject]
        region, segment = subject
        if region != self.lacks.question.region or segment not in self.lacks.derived:
            return lead
        if lead in self.asked or self.standing(lead) == "confirmed":
            return lead
        leading = [t for t, led in self.asked.items() if any(segment in who for who, _ in led)]
        within = [t for t, led in self.asked.items() if any(segment in g for _, g in led)]
        joined = [
            t
            for t, led in self.asked.items()
            if any(
                segment in wide and wide & group and not self.lacks.leaders(wide)
                for _, group in led
                for wide in self.lacks.groups
            )
        ]
        return min(leading or within or joined)

    def under(self, id_: str) -> str | None:
        """The row of the nearest stated general that heads the row of a gap."""
        task = self.task(id_)
        leaders = sorted({s for who, _ in self.asked.get(task, []) for s in who})
        for leader in leaders:
            for general in self.lacks.question.recipes.above(leader):
                lead = self.standing_for.get((self.lacks.question.region, general))
                if lead in self.stated and lead != task and self.task(str(lead)) == lead:
                    return lead
        return None
