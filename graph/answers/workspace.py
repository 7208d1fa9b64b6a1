"""The workspace of one dataset version: facts, network, and what was worked out on them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from graph.analysis.gaps import GapPlace, GapRow, NamedGap, gap_rows, place_of
from graph.analysis.needs import Needs
from graph.analysis.targets import local_products
from graph.analysis.unmet import Unmet
from graph.answers.cache import BoundedCache
from graph.answers.folded import Folded, KnownNames, folded_firms, folded_segments
from graph.answers.placed import Placed, placed
from graph.answers.ranked import Ranked
from graph.answers.resting import Resting, resting
from graph.answers.shapes import Ref
from graph.model import (
    AnyRecord,
    Claim,
    Fact,
    Facts,
    Gap,
    KindOf,
    Makes,
    Membership,
    Mention,
    RecordKey,
    RecordType,
    RegionDirection,
    Role,
    Unlisted,
)
from graph.model.facts import FIELD_OF_TYPE
from graph.model.soundness import sound
from graph.model.vocabulary import LocalStatus
from graph.network.compile import compile_network
from graph.network.frame import Frame, frame_of
from graph.network.network import Network
from graph.network.set_aside import set_aside
from graph.network.terms import Terms

if TYPE_CHECKING:  # a command imports what its own question takes
    from graph.analysis.acceptability import Acceptability
    from graph.analysis.criteria import GapMeasures
    from graph.analysis.dependence import Hanging
    from graph.analysis.end_products import EndProducts
    from graph.analysis.families import Family
    from graph.analysis.firm_losses import FirmLosses
    from graph.analysis.land import Parks
    from graph.analysis.priority import Scored
    from graph.analysis.registers import Registers
    from graph.analysis.settle import OpenQuestions
    from graph.analysis.tasks import Task
    from graph.answers.kept import KeptAnswers
    from graph.answers.shapes import ChainCounts, GapItem, PriorityScore, SynergyCell
    from graph.answers.sheets import Asked
    from graph.answers.tie import NodeKey, Tie

WHOLE = slice(None)
"""All of a list; else only the rows that are shown are joined with names and evidence."""


KEPT_BYTES = 256 * 2**20
"""What a workspace may keep of what it worked out, about."""
BYTES_PER_SEGMENT = 550
"""Of all that is kept under one set of terms, in the proportions of the shipped data."""
MOST_TERMS, FEWEST_TERMS = 16, 2
MOST_ITEMS = 2_000
"""Described rows of gap lists, of some 10 KB each, and counts of chains, of less."""
MOST_DRAWN = 2
"""Terms of whose graph the relations are kept that were drawn, of some 400 bytes each."""


@dataclass(frozen=True)
class Workspace:
    """Facts and their network, with indexes; what is asked twice is worked out once."""

    facts: Facts
    registers: "Registers"
    network: Network
    mentions: Mapping[str, tuple[Mention, ...]]
    claims: Mapping[str, tuple[Claim, ...]]
    makers: Mapping[str, tuple[Makes, ...]]
    products: Mapping[str, tuple[Makes, ...]]
    roles: Mapping[str, tuple[Role, ...]]
    chain_roles: Mapping[str, tuple[Role, ...]]
    places: Mapping[str, tuple[Membership, ...]]
    members: Mapping[str, tuple[Membership, ...]]
    kinds: Mapping[str, KindOf]
    unlisted: Mapping[str, tuple[Unlisted, ...]]
    open_on: frozenset[str]
    past: frozenset[RecordKey]
    frames: BoundedCache[Frame] = field(default_factory=BoundedCache)
    rows: BoundedCache[Mapping[str, GapRow]] = field(default_factory=BoundedCache)
    rows_on: BoundedCache[Mapping[str, tuple[GapRow, ...]]] = field(default_factory=BoundedCache)
    gap_chains: BoundedCache[Mapping[str, tuple[str, ...]]] = field(default_factory=BoundedCache)
    chain_rows: BoundedCache[Mapping[str, tuple[str, ...]]] = field(default_factory=BoundedCache)
    blocks_on: BoundedCache[Mapping[int, tuple[str, ...]]] = field(default_factory=BoundedCache)
    listed: BoundedCache[tuple[GapRow, ...]] = field(default_factory=BoundedCache)
    yielded: "BoundedCache[Mapping[str, tuple[Tie, ...]]]" = field(default_factory=BoundedCache)
    here: BoundedCache[frozenset[int]] = field(default_factory=BoundedCache)
    places_judged: BoundedCache[GapPlace] = field(default_factory=BoundedCache)
    gathered: "BoundedCache[Mapping[str, Task]]" = field(default_factory=BoundedCache)
    ranks: BoundedCache[Mapping[str, Ranked]] = field(default_factory=BoundedCache)
    asked: "BoundedCache[OpenQuestions]" = field(default_factory=BoundedCache)
    sheets: "BoundedCache[Asked]" = field(default_factory=BoundedCache)
    measured: "BoundedCache[Mapping[str, GapMeasures]]" = field(default_factory=BoundedCache)
    scored: "BoundedCache[Mapping[str, Scored]]" = field(default_factory=BoundedCache)
    priorities: "BoundedCache[dict[str, PriorityScore]]" = field(default_factory=BoundedCache)
    accepted: "BoundedCache[Mapping[str, Acceptability]]" = field(default_factory=BoundedCache)
    hangs: "BoundedCache[tuple[Hanging, ...]]" = field(default_factory=BoundedCache)
    losses: "BoundedCache[FirmLosses]" = field(default_factory=BoundedCache)
    hung: "BoundedCache[EndProducts]" = field(default_factory=BoundedCache)
    tied: "BoundedCache[tuple[tuple[Ref, ...], tuple[SynergyCell, ...]]]" = field(
        default_factory=BoundedCache
    )
    corrected: BoundedCache[Mapping[RecordKey, tuple[RecordKey, ...]]] = field(
        default_factory=BoundedCache
    )
    kept: "BoundedCache[KeptAnswers]" = field(default_factory=BoundedCache)
    lacked: BoundedCache[Unmet] = field(default_factory=BoundedCache)
    items: "BoundedCache[GapItem]" = field(default_factory=partial(BoundedCache, MOST_ITEMS))
    counts: "BoundedCache[ChainCounts]" = field(default_factory=partial(BoundedCache, MOST_ITEMS))
    drawn: "BoundedCache[dict[NodeKey, tuple[Tie, ...]]]" = field(
        default_factory=partial(BoundedCache, MOST_DRAWN)
    )

    @cached_property
    def parks(self) -> "Parks":
        """What the parks of the district have of each chain."""
        from graph.analysis.land import parks_of  # noqa: PLC0415 - few questions ask for land

        return parks_of(self.facts, self.places)

    @cached_property
    def neighbours_speak(self) -> tuple[RegionDirection, ...]:
        """The directions stated by neighbours that cover any of our chains."""
        regions = self.facts.regions
        return tuple(
            each
            for each in self.facts.directions.values()
            if each.chains and regions[each.region].sort == "neighbour"
        )

    def settle(self, terms: Terms) -> Terms:
        """Name the region: the district where none was asked for."""
        return terms if terms.region else replace(terms, region=self.facts.dataset.region)

    @cached_property
    def segment_refs(self) -> tuple[Ref, ...]:
        """Pointers to every segment, in order of id."""
        return tuple(ref_to(each) for each in self.facts.segments.values())

    @cached_property
    def placed(self) -> Placed:
        """In which chains segments stand, as numbers."""
        return placed(self.facts)

    @cached_property
    def stated_gaps(self) -> Mapping[str, tuple[Gap, ...]]:
        """The gaps that documents state on each segment, of any region, in order of id."""
        return _by((each for each in self.facts.gaps.values() if each.segment), "segment")

    @cached_property
    def folded_names(self) -> tuple[Folded, ...]:
        """The names of every segment, by its number, as searches compare them."""
        return folded_segments(self.facts, self.mentions)

    @cached_property
    def folded_firms(self) -> Mapping[str, Folded]:
        """The names of every enterprise as searches compare them."""
        return folded_firms(self.facts)

    @cached_property
    def known_names(self) -> KnownNames:
        """Which records have a name, by type."""
        return KnownNames(self.facts)

    @cached_property
    def cited(self) -> Mapping[str, int]:
        """How many facts rest on each public source."""
        facts = (each for each in self.facts.public() if isinstance(each, Fact))
        return Counter(key for fact in facts for key in {e.source for e in fact.evidence} if key)

    @cached_property
    def resting(self) -> Resting:
        """What the facts rest on."""
        return resting(self.facts)

    def frame(self, terms: Terms) -> Frame:
        """Return the frame of these terms; raise `UnknownNameError` for a region not there."""
        settled = self.settle(terms)
        return self.frames.get(settled, lambda: self._frame(settled))

    def _frame(self, terms: Terms) -> Frame:
        before = self.lacked.peek(terms)
        return frame_of(self.network, terms, before=before.frame if before else None)

    def gap_rows(self, terms: Terms) -> Mapping[str, GapRow]:
        """Return the reconciled gaps under these terms by id, in order of id."""
        settled = self.settle(terms)
        return self.rows.get(settled, lambda: self._gap_rows(settled))

    def _gap_rows(self, terms: Terms) -> Mapping[str, GapRow]:
        if kept := self.kept.peek(terms):
            return kept.gaps.rows
        part = lambda region: self.place(replace(terms, region=region))  # noqa: E731 - read once
        return {row.id: row for row in gap_rows(self.place(terms), part)}

    def gaps_on(self, terms: Terms, segment: str) -> tuple[GapRow, ...]:
        """Return the reconciled gaps on a segment, in order of id."""
        settled = self.settle(terms)
        rows = self.rows_on.get(settled, lambda: self._rows_on(settled))
        return rows.get(segment, ())

    def _rows_on(self, terms: Terms) -> Mapping[str, tuple[GapRow, ...]]:
        return _by((row for row in self.gap_rows(terms).values() if row.segment), "segment")

    def named_gaps_on(self, terms: Terms, segment: str) -> list[NamedGap]:
        """Name the gaps on a segment, in order of id."""
        return self.place(terms).on(segment)

    def local_products(self, terms: Terms) -> frozenset[int]:
        """Return what the region makes or has, as the most special kind."""
        settled = self.settle(terms)
        return self.here.get(settled, lambda: frozenset(local_products(self.frame(settled))))

    def tasks(self, terms: Terms) -> "Mapping[str, Task]":
        """Return the rows of the gap list: for each gap the task that it stands in."""
        settled = self.settle(terms)
        return self.gathered.get(settled, lambda: self._tasks(settled))

    def questions(self, terms: Terms) -> "OpenQuestions":
        """Return what would settle each row that is a question."""
        settled = self.settle(terms)
        return self.asked.get(settled, lambda: self._questions(settled))

    def _questions(self, terms: Terms) -> "OpenQuestions":
        from graph.analysis.settle import OpenQuestions  # noqa: PLC0415 - for `verify` and gap lists

        every = {task.id: task for task in self.tasks(terms).values()}
        return OpenQuestions(self.place(terms), self.gap_rows(terms), every.values())

    def _tasks(self, terms: Terms) -> "Mapping[str, Task]":
        if kept := self.kept.peek(terms):
            return kept.gaps.tasks
        from graph.analysis.tasks import tasks  # noqa: PLC0415 - for gap lists

        found = tasks(self.place(terms), self.gap_rows(terms).values())
        return {gap: task for task in found.values() for gap in task.gaps}

    def families(self, terms: Terms, row: GapRow) -> "tuple[Family, ...]":
        """Return who takes what a gap lacks, in the region by which it is judged."""
        from graph.analysis.families import families  # noqa: PLC0415 - for gap lists

        if row.lack is None or not row.merges:
            return ()
        region = row.stated.region if row.stated else terms.region
        place = self.place(replace(terms, region=region))
        return families(place.frame, place.needs.wanted, row.lack.takers)

    def dependence(self, terms: Terms) -> "tuple[Hanging, ...]":
        """Return the segments with a known local maker, those on which most hangs first."""
        from graph.analysis.dependence import hanging  # noqa: PLC0415 - one question of many

        settled = self.settle(terms)
        return self.hangs.get(settled, lambda: hanging(self.frame(settled)))

    def place(self, terms: Terms) -> GapPlace:
        """Return what the region of the terms lacks, and what is stated of it."""
        settled = self.settle(terms)
        return self.places_judged.get(settled, lambda: self._place(settled))

    def _place(self, terms: Terms) -> GapPlace:
        # Versions derived from one another have `lacked` in common: most of it holds still.
        frame, before = self.frame(terms), self.lacked.peek(terms)
        kept = self.kept.peek(terms)
        found = (
            kept.gaps.place(frame) if kept else place_of(frame, self.facts.gaps.values(), before)
        )
        self.lacked.put(terms, found.unmet)
        return found

    def needs(self, terms: Terms) -> Needs:
        """Return the derived needs under these terms."""
        return self.place(terms).needs

    def ref(self, kind: RecordType, record_id: str) -> Ref:
        """Point to a record by type and id."""
        record = getattr(self.facts, FIELD_OF_TYPE[kind])[record_id]
        return ref_to(record)

    def segment(self, number: int) -> Ref:
        """Point to a segment by its number in the network."""
        return self.ref("segment", self.network.ids[number])

    def segments(self, numbers: Iterable[int]) -> tuple[Ref, ...]:
        """Point to segments by their numbers, keeping their order."""
        return tuple(self.segment(number) for number in numbers)

    def region(self, terms: Terms) -> Ref:
        """Point to the region of the terms."""
        return self.ref("region", terms.region or self.facts.dataset.region)

    def local_status(self, terms: Terms, segment: str) -> LocalStatus | None:
        """Return the local status of a segment, none for a captive stage."""
        return self.frame(terms).situation.local_status(self.network.number(segment))

    def makers_here(self, terms: Terms, segment: str) -> tuple[Ref, ...]:
        """Point to the operating makers of a segment in the region, in order of id."""
        found = self.frame(terms).situation.makers[self.network.number(segment)]
        firms = sorted(self.network.locals.enterprises[number] for number in found)
        return tuple(self.ref("enterprise", firm) for firm in firms)


def ref_to(record: AnyRecord) -> Ref:
    """Point to a record; one without a name goes by its title or id."""
    name = getattr(record, "name", None) or getattr(record, "title", None) or record.id
    return Ref(type=record.type, id=record.id, name=name, name_en=getattr(record, "name_en", None))


def workspace(
    facts: Facts, unlisted: Iterable[Unlisted] = (), open_on: Iterable[str] = ()
) -> Workspace:
    """Compile the network of a dataset version and index its facts, orphans left out.

    `unlisted` is what is known not to be here beside what the registers show; `open_on` are the
    segments on which somebody has still to confirm or refuse a proposal.
    """
    from graph.analysis.registers import registers  # noqa: PLC0415 - for compiling alone

    # A row whose enterprise is gone is still a firm that could make something.
    rows = facts.listed_firms.values()
    facts = sound(facts)
    waiting = frozenset(open_on)
    found = registers(facts, rows, waiting)
    missing = (*unlisted, *found.unlisted)
    return Workspace(
        facts=facts,
        registers=found,
        open_on=waiting,
        network=compile_network(facts, missing),
        unlisted=_by(missing, "segment"),
        past=set_aside(facts),
        mentions=_by(facts.mentions.values(), "segment"),
        claims=_by(facts.claims.values(), "segment"),
        makers=_by(facts.makes.values(), "segment"),
        products=_by(facts.makes.values(), "enterprise"),
        roles=_by(facts.roles.values(), "enterprise"),
        chain_roles=_by(facts.roles.values(), "chain"),
        places=_by(facts.memberships.values(), "segment"),
        members=_by(facts.memberships.values(), "chain"),
        kinds={kind.segment: kind for kind in facts.kinds.values()},
        **_kept(len(facts.segments)),  # type: ignore[arg-type] # by their type
    )


def to_be_saved(facts: Facts) -> Workspace:
    """Compile sound facts without registers and without indexes, which are saved as numbers."""
    from graph.analysis.registers import Registers  # noqa: PLC0415 - for compiling alone

    indexes = ("mentions", "claims", "makers", "products", "roles", "chain_roles")
    empty: dict[str, object] = {
        name: {} for name in (*indexes, "places", "members", "kinds", "unlisted")
    }
    found = {"registers": Registers(), "open_on": frozenset(), "past": set_aside(facts)}
    return workspace_of(
        {"facts": facts, "network": compile_network(facts), **found, **empty}, len(facts.segments)
    )


def workspace_of(fields_: Mapping[str, object], segments: int) -> Workspace:
    """Put a workspace together of what was worked out before, by the names of its fields."""
    return Workspace(**fields_, **_kept(segments))  # type: ignore[arg-type] # by their type


def _kept(segments: int) -> dict[str, object]:
    """Bound what is kept in bytes: of a large network the answers under fewer terms."""
    most = max(FEWEST_TERMS, min(MOST_TERMS, KEPT_BYTES // (BYTES_PER_SEGMENT * (segments + 1))))
    return {
        each.name: BoundedCache[object](most)
        for each in fields(Workspace)
        if each.default_factory is BoundedCache
    }


T = TypeVar("T")


def _by(records: Iterable[T], end: str) -> Mapping[str, tuple[T, ...]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for record in records:
        found[getattr(record, end)].append(record)
    return {key: tuple(each) for key, each in found.items()}
