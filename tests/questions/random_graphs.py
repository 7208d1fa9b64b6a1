"""Small random datasets that hold everything the model knows, as often as it can bite."""

from random import Random

from graph.model import AnyRecord, Evidence, Facts, InputGroup, Unlisted
from graph.model.gap_kinds import GAP_KINDS
from tests.support import (
    STATED,
    by_product,
    claim,
    enterprise,
    facts,
    gap,
    group,
    kind,
    makes,
    region,
    segment,
    unlisted,
)

REGIONS = (
    region(),
    region("park", "park"),
    region("pier", "zone", parent="park"),
    region("yonder", "neighbour"),
)
PLACES = (None, None, "district", "park", "park", "pier", "yonder")
FIRMS = ("operating", "operating", "operating", "suspended", "planned", "prospective")
CLAIMS = ("present", "sought", "sought", "absent", "absent", "absent")
DATES = ("2025-06", "2026-03-01", "2026-09")
"""Dates of answers: before the edition of the statements, and after."""
SORTS = ("product", "product", "component", "equipment", "service")


def random_facts(seed: int, largest: int = 12) -> Facts:
    """A dataset of 3 to `largest` segments, the same for the same seed."""
    return _Dice(seed, largest).facts()


def random_unlisted(dataset: Facts, seed: int) -> list[Unlisted]:
    """What registers show not to be here: a few segments, in the district or its park."""
    dice = Random(seed + 100_000)  # noqa: S311 - a test, no secret
    chosen = [s for s in sorted(dataset.segments) if dice.random() < 0.15]
    return [unlisted(s, dice.choice(("district", "park"))) for s in chosen]


class _Dice:
    def __init__(self, seed: int, largest: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a test, no secret
        self.details = Random(seed + 200_000)  # noqa: S311 - so that details change no structure
        size = self.random.randint(3, largest)
        self.ids = [f"s{number:02}" for number in range(size)]
        self.random.shuffle(self.ids)  # so that the order of ids says nothing
        self.captive = {s for s in self.ids if self.chance(0.18)}
        self.parent = self._kinds()

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def facts(self) -> Facts:
        return facts(
            *REGIONS,
            *self._segments(),
            *(kind(s, parent) for s, parent in self.parent.items()),
            *self._groups(),
            *self._by_products(),
            *self._makers(),
            *self._claims(),
            *self._gaps(),
        )

    def _segments(self) -> list[AnyRecord]:
        traded = 0.25 if self.chance(0.7) else 0.0
        return [
            segment(
                s,
                captive=s in self.captive,
                traded=s not in self.captive and self.chance(traded),
                sort=self.details.choice(SORTS),
            )
            for s in self.ids
        ]

    def _kinds(self) -> dict[str, str]:
        """Up to two levels of kinds; whoever comes first in the dice's order is more general."""
        parent: dict[str, str] = {}
        for place, s in enumerate(self.ids):
            above = [a for a in self.ids[:place] if parent.get(parent.get(a, "")) is None]
            if above and self.chance(0.35):
                parent[s] = self.random.choice(above)
        return parent

    def _groups(self) -> list[InputGroup]:
        categories = {p for p in self.parent.values() if self.chance(0.6)}
        found: list[InputGroup] = []
        for consumer in self.ids:
            for _ in range(0 if consumer in categories else self.random.choice((0, 1, 1, 2, 3))):
                fresh = self._group(consumer, found)
                if fresh is not None and not self._goes_round([*found, fresh]):
                    found.append(fresh)
        return found

    def _group(self, consumer: str, found: list[InputGroup]) -> InputGroup | None:
        """A new group, sometimes one that another consumer has too; none if it is refused."""
        sort = self.random.choice(("material",) * 6 + ("energy", "capital", "service"))
        taken = {
            m.segment for g in found if (g.consumer, g.input) == (consumer, sort) for m in g.members
        }
        free = [s for s in self.ids if s != consumer and s not in taken]
        if found and self.chance(0.2):
            members = [m.segment for m in self.random.choice(found).members if m.segment in free]
        else:
            wanted = self.random.choice((1, 1, 2, 2, 3))
            members = self.random.sample(free, min(wanted, len(free)))
        exact = tuple(s for s in members if self.chance(0.15))
        if not members:
            return None
        return group(consumer, *members, input=sort, essential=self.chance(0.85), exact=exact)

    def _goes_round(self, groups: list[InputGroup]) -> bool:
        """Whether captive stages alone need one another in a circle, which is refused."""
        needs = {s: self._captive_needs(s, groups) for s in self.captive}
        for start in self.captive:
            reached, fresh = set[str](), needs[start]
            while fresh:
                reached |= fresh
                fresh = {n for s in fresh for n in needs[s]} - reached
            if start in reached:
                return True
        return False

    def _captive_needs(self, s: str, groups: list[InputGroup]) -> set[str]:
        consumers = {s, *self._above(s)}
        named = {m.segment for g in groups if g.consumer in consumers for m in g.members}
        return {c for c in self.captive if not named.isdisjoint({c, *self._above(c)})}

    def _above(self, s: str) -> list[str]:
        return [self.parent[s], *self._above(self.parent[s])] if s in self.parent else []

    def _by_products(self) -> list[AnyRecord]:
        pairs = [(a, b) for a in self.ids for b in self.ids if a != b]
        captive = [pair for pair in pairs if pair[0] in self.captive]
        chosen = self.random.sample(pairs, self.random.choice((0, 0, 1, 2)))
        chosen += self.random.sample(captive, min(len(captive), self.random.choice((0, 0, 1))))
        return [by_product(source, target) for source, target in sorted(set(chosen))]

    def _makers(self) -> list[AnyRecord]:
        found: list[AnyRecord] = []
        for number in range(self.random.randint(0, 5)):
            firm = f"firm{number}"
            found.append(enterprise(firm, self.random.choice(FIRMS), self.random.choice(PLACES)))
            products = self.random.sample(self.ids, self.random.choice((1, 1, 2, 3)))
            found += [makes(firm, s, evidence=self._evidence()) for s in products]
        return found

    def _claims(self) -> list[AnyRecord]:
        found: list[AnyRecord] = []
        share = self.random.choice((0.3, 0.6, 0.9, 0.9))
        for s in self.ids:
            if self.chance(share):
                for status in sorted(
                    set(self.random.choices(CLAIMS, k=self.random.choice((1, 1, 2))))
                ):
                    place = self.random.choice(PLACES) or "district"
                    found.append(claim(s, status, place, evidence=self._evidence()))
        return found

    def _evidence(self) -> tuple[Evidence, ...]:
        """Stated by the plan; now and then reported, earlier or later."""
        if self.details.random() < 0.7:
            return STATED
        date = self.details.choice(DATES)
        return (Evidence(basis="reported", table="走访", row=1, by="tester", as_of=date),)

    def _gaps(self) -> list[AnyRecord]:
        found: list[AnyRecord] = []
        subjects = self.details.choices(self.ids, k=self.details.choice((0, 1, 2, 3, 4)))
        for number, s in enumerate(subjects):
            place = self.details.choice(("district", "district", "park"))
            kind_ = self.details.choice(GAP_KINDS)
            urgency = self.details.choice((0, 1, 2))
            related = tuple(sorted(self.details.sample(self.ids, self.details.choice((0, 0, 1)))))
            found.append(
                gap(
                    f"gap{number}",
                    kind_,
                    segment=s,
                    region=place,
                    urgency=urgency,
                    related=tuple(r for r in related if r != s),
                )
            )
        related = tuple(sorted(self.details.sample(self.ids, 2)))
        found.append(gap("gap_type", "missing", enterprise_type="配套企业", related=related))
        found.append(gap("gap_capability", "extend", capability="检测能力"))
        return found
