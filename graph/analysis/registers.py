"""What registers prove: which segments nobody makes where a complete list was reviewed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.analysis.listed_firms import Firm, firms, inside
from graph.analysis.register_doubts import may_conclude
from graph.model import Evidence, Facts, ListedFirm, LookedAt, Register, Unlisted
from graph.model.industry_codes import industrial
from graph.model.recipes import Recipes, recipes_of

HeldBack = Literal[
    "captive", "no_code", "not_industrial", "proposal", "maker", "general", "unreviewed"
]
"""Why a register says nothing of a segment: it is an in-house stage; it has no code, or one that
lists of industrial firms do not hold; a proposal on it is open; a maker is known; a maker of its
general may make it; a firm with its code was not reviewed."""


@dataclass(frozen=True)
class Registers:
    """What the registers of a dataset hold together, and what follows.

    `unlisted` are the segments that nobody makes where a register covers them; `small_unknown` are
    those, by region, of which a register of larger firms alone would say so (规上未见).
    `unreviewed` are firms whose review could let a register conclude, and on which segments.
    """

    firms: tuple[Firm, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()
    small_unknown: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unreviewed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def registers(facts: Facts, rows: Collection[ListedFirm], open_on: Iterable[str] = ()) -> Registers:
    """Say what follows from the rows of all registers; `open_on` has an open proposal each.

    A segment is unlisted in the region of a register that may conclude if it is no in-house stage,
    it has codes, no proposal on them is open, no maker of it or of a kind is
    known there, no general of it has a maker of whom no kind is known, and every firm there,
    of any register or known otherwise, that has one of the codes was reviewed, unless it is closed.
    Lists of industrial firms speak of divisions 06 to 46 and of goods alone.
    """
    if not facts.registers:
        return Registers()
    ground = _Ground.of(facts, rows, frozenset(open_on))
    by_register: defaultdict[str, list[ListedFirm]] = defaultdict(list)
    for row in rows:
        by_register[row.listed_in].append(row)
    found: list[Unlisted] = []
    small: defaultdict[str, set[str]] = defaultdict(set)
    waiting: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for register in facts.registers.values():
        concludes = may_conclude(facts, register, by_register[register.id])
        if not concludes and not _larger_alone(facts, register, by_register[register.id]):
            continue
        here = ground.within(register.region)
        for segment in facts.segments:
            why = ground.held_back(register, here, segment)
            if why is None and concludes:
                found.append(ground.unlisted(register, here, segment))
            elif why is None:
                small[register.region].add(segment)
            elif why == "unreviewed" and concludes:
                for firm in ground.unreviewed(here, segment):
                    waiting[firm.key][segment] = None
    return Registers(
        firms=ground.firms,
        unlisted=tuple(found),
        small_unknown={region: frozenset(each) for region, each in small.items()},
        unreviewed={key: tuple(sorted(each)) for key, each in sorted(waiting.items())},
    )


def _larger_alone(facts: Facts, register: Register, rows: Collection[ListedFirm]) -> bool:
    """Whether all that a register lacks is that firms above the scale are said to be enough."""
    if register.coverage != "above_scale" or register.enough:
        return False
    return may_conclude(facts, register.model_copy(update={"enough": "—"}), rows)


@dataclass(frozen=True)
class Here:
    """A region as a register sees it: who stands in it or may, by code; who makes what there.

    `begin_with` has the firms whose code is one, or begins with it.
    """

    by_code: Mapping[str, tuple[Firm, ...]]
    begin_with: Mapping[str, tuple[Firm, ...]]
    makers: Mapping[str, frozenset[str]]
    products: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class _Ground:
    """What every register is looked at against."""

    facts: Facts
    recipes: Recipes
    firms: tuple[Firm, ...]
    open_on: frozenset[str]
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Facts, rows: Collection[ListedFirm], open_on: frozenset[str]) -> "_Ground":
        recipes = recipes_of(facts.input_groups.values(), tuple(facts.kinds.values()))
        return cls(facts, recipes, firms(facts, rows), open_on)

    def within(self, region: str) -> Here:
        """Look at a region: whose place is not known may stand in it; who is to come does not."""
        by_code: defaultdict[str, list[Firm]] = defaultdict(list)
        begin_with: defaultdict[str, list[Firm]] = defaultdict(list)
        for firm in self.firms:
            if self._may_stand(firm, region):
                for code in firm.codes:
                    by_code[code].append(firm)
                    for length in range(2, len(code) + 1):
                        begin_with[code[:length]].append(firm)
        makers: defaultdict[str, set[str]] = defaultdict(set)
        products: defaultdict[str, set[str]] = defaultdict(set)
        for making in self.facts.makes.values():
            place = self.facts.enterprises[making.enterprise].region
            if self._may_lie(place, region):
                makers[making.segment].add(making.enterprise)
                products[making.enterprise].add(making.segment)
        return Here(
            by_code={code: tuple(each) for code, each in by_code.items()},
            begin_with={code: tuple(each) for code, each in begin_with.items()},
            makers={segment: frozenset(each) for segment, each in makers.items()},
            products={firm: frozenset(each) for firm, each in products.items()},
        )

    def held_back(self, register: Register, here: Here, segment: str) -> HeldBack | None:
        """Say why a register says nothing of a segment, the first reason; none where it does."""
        return self._not_covered(register, segment) or self._not_concluded(here, segment)

    def _not_covered(self, register: Register, segment: str) -> HeldBack | None:
        codes = self.codes_of(segment)
        if self.facts.segments[segment].captive:
            return "captive"
        if not codes:
            return "no_code"
        covers = register.coverage == "park" or self._industrial(segment, codes)
        return None if covers else "not_industrial"

    def _not_concluded(self, here: Here, segment: str) -> HeldBack | None:
        family = tuple(self.family(segment))
        if not self.open_on.isdisjoint(family):
            return "proposal"
        if any(each in here.makers for each in family):
            return "maker"
        if self._made_as_general(here, segment):
            return "general"
        return "unreviewed" if self.unreviewed(here, segment) else None

    def unlisted(self, register: Register, here: Here, segment: str) -> Unlisted:
        """State what a register shows, and what was looked at."""
        seen = self._with_code(here, segment)
        closed = sum(firm.closed for firm in seen)
        looked_at = LookedAt(
            coverage=register.coverage,
            codes=self.codes_of(segment),
            firms=len(seen) - closed,
            closed=closed,
            enough=register.enough if register.coverage == "above_scale" else None,
        )
        note = register.note or register.coverage
        evidence = Evidence(basis="reported", table=register.name, as_of=register.as_of, note=note)
        return Unlisted(
            segment=segment, region=register.region, evidence=(evidence,), looked_at=looked_at
        )

    def unreviewed(self, here: Here, segment: str) -> tuple[Firm, ...]:
        """The firms with one of the codes that nobody reviewed, without closed ones."""
        seen = self._with_code(here, segment)
        return tuple(firm for firm in seen if not firm.reviewed and not firm.closed)

    def codes_of(self, segment: str) -> tuple[str, ...]:
        """The codes of a segment and all its kinds; none where it has none of its own.

        A category has those of its kinds, if each of them has one.
        """
        if segment not in self.codes:
            own = [each.code for each in self.facts.segments[segment].codes]
            kinds = self.recipes.kinds.get(segment, ())
            below = [self.codes_of(kind) for kind in kinds]
            known = own or (self.recipes.is_category(segment) and all(below))
            found = {code for each in (own, *below) for code in each}
            self.codes[segment] = tuple(sorted(found)) if known else ()
        return self.codes[segment]

    def family(self, segment: str) -> Iterator[str]:
        """A segment and all its kinds."""
        yield segment
        for kind in self.recipes.kinds.get(segment, ()):
            yield from self.family(kind)

    def _may_stand(self, firm: Firm, region: str) -> bool:
        known = self.facts.enterprises.get(firm.key)
        if known is not None and known.status == "prospective":
            return False
        return self._may_lie(firm.region, region)

    def _may_lie(self, place: str | None, region: str) -> bool:
        """Whether what lies in a place may lie in a region: within it, around it, or unknown."""
        around = place is None or inside(self.facts, region, place)
        return around or inside(self.facts, place, region)

    def _industrial(self, segment: str, codes: tuple[str, ...]) -> bool:
        goods = self.facts.segments[segment].sort not in {"software", "service"}
        return goods and all(map(industrial, codes))

    def _made_as_general(self, here: Here, segment: str) -> bool:
        """Whether a maker of a general of it is known, and of no kind of that general."""
        return any(
            here.products[maker].isdisjoint({*self.family(general)} - {general})
            for general in self.recipes.ancestors(segment)
            for maker in here.makers.get(general, ())
        )

    def _with_code(self, here: Here, segment: str) -> tuple[Firm, ...]:
        found: dict[str, Firm] = {}
        for code in self.codes_of(segment):
            coarser = (here.by_code.get(code[:length], ()) for length in range(2, len(code)))
            for each in (here.begin_with.get(code, ()), *coarser):
                found.update((firm.key, firm) for firm in each)
        return tuple(found[key] for key in sorted(found))
