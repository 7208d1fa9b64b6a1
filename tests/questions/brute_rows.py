"""Standing and tasks once more, from the definitions: rows of the gap list, as plain sets."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from graph.model import Gap
from tests.questions.brute_answers import judged
from tests.questions.brute_force import LACKS
from tests.questions.brute_gaps import (
    GOODS,
    MERGING,
    Block,
    Family,
    Lacks,
    Members,
    names,
    strongest,
)


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
    sole: bool
    wish: str | None
    related: frozenset[str]
    task: str
    under: str | None
    leaders: frozenset[str]
    members: frozenset[str]
    heads: bool


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
        task = self.task(id_)
        led = self.asked.get(task, [])
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
            sole=any(len(group) == 1 for group in groups),
            wish=self.wish(id_) if standing == "wished" else None,
            related=frozenset(self.related(id_)),
            task=task,
            under=self.under(id_),
            leaders=frozenset(s for who, _ in led for s in who),
            members=frozenset(s for _, group in led for s in group),
            heads=any(self.under(lead) == task for lead in self.asked),
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

    def wish(self, id_: str) -> str:
        """Why nothing waits for what is wished: the first reason that applies."""
        gap = self.stated[id_]
        question, segment = self.parts[gap.region].question, str(gap.segment)
        if segment in question.boundary:
            return "bought"
        if judged(question, segment) == "developing":
            return "building"
        if gap.kind == "extend":
            return "extending"
        is_goods = question.facts.segments[segment].sort in GOODS
        return "market" if self.need(id_) == "market" or is_goods else "nothing"

    def related(self, id_: str) -> set[str]:
        """Rows with which a stated gap is linked: on a kind of what it is on, or what it names."""
        every = [*self.stated, *self.derived]
        mine = {o for o in every if self._speaks_of(id_, o) or self._speaks_of(o, id_)}
        return mine - {id_}

    def _speaks_of(self, id_: str, other: str) -> bool:
        gap, about = self.stated.get(id_), self._about(other)
        if gap is None or about is None:
            return False
        above = self.lacks.question.recipes.above(about)
        return not {gap.segment, *gap.related}.isdisjoint({about, *above})

    def _about(self, id_: str) -> str | None:
        gap = self.stated.get(id_)
        return gap.segment if gap else self.derived[id_]

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
