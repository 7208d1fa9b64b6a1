"""Gaps 缺口: computed from the open groups of wanted products, reconciled with the stated ones."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from graph.analysis.families import generals
from graph.analysis.needs import Need, Needs, best, united
from graph.analysis.standing import WishReason, judged_status, standing_of, wish_of
from graph.analysis.targets import descendants
from graph.analysis.unmet import Unmet, unmet
from graph.model import Gap
from graph.model.gap_kinds import MERGING_KINDS, GapKind
from graph.model.vocabulary import GapOrigin, NeedCode, Standing, Urgency
from graph.network.arrays import DEVELOPING, NONE, UNKNOWN
from graph.network.frame import Frame, frame_of


@dataclass(frozen=True, slots=True)
class GapRow:
    """One gap: a stated one, a derived one, or both in one.

    `need` is the strongest of the segment and of those `through` which it comes as well: kinds,
    generals, segments that the gap names. `lack` is what the computation says of the segment,
    and of its kinds and generals where the gap is stated. `open` are the members of its groups
    that may yet be here; `sure` where there is none, null where it stands in no group. `wish`
    says why nothing waits for it. `related` are the ids of rows that speak of the same thing
    more generally or specially.
    """

    id: str
    segment: str | None
    kind: GapKind
    origin: GapOrigin
    standing: Standing
    stated: Gap | None
    need: NeedCode
    lack: Need | None
    through: tuple[int, ...] = ()
    open: tuple[int, ...] = ()
    sure: bool | None = None
    wish: WishReason | None = None
    related: tuple[str, ...] = ()

    @property
    def urgency(self) -> Urgency:
        """What the sentence says; a derived gap has none."""
        return self.stated.urgency if self.stated else 2

    @property
    def merges(self) -> bool:
        """Whether it says that something is missing, to be introduced, or extended to."""
        return self.kind in MERGING_KINDS


class NamedGap(NamedTuple):
    """As much of a row as names it."""

    id: str
    segment: str | None
    stated: Gap | None


@dataclass(frozen=True)
class GapPlace:
    """A region as gaps are judged in it: its frame, what it lacks, what is stated of it."""

    frame: Frame
    unmet: Unmet
    stated: tuple[Gap, ...]

    @property
    def needs(self) -> Needs:
        """What the region lacks, segment by segment."""
        return self.unmet.needs

    @cached_property
    def stated_on(self) -> Mapping[str, list[Gap]]:
        """The stated gaps on each segment, in order of id."""
        found: dict[str, list[Gap]] = {}
        for gap in self.stated:
            if gap.segment:
                found.setdefault(gap.segment, []).append(gap)
        return found

    def on(self, segment: str) -> list[NamedGap]:
        """Name the gaps on a segment, in order of id, without reconciling all."""
        region, stated = self.frame.situation.region, self.stated_on.get(segment, [])
        found = [NamedGap(gap.id, segment, gap) for gap in stated]
        met = any(gap.region == region and gap.kind in MERGING_KINDS for gap in stated)
        if not met and self.unmet.lacks(self.frame.network.number(segment)):
            found.append(NamedGap(derived_id(region, segment), segment, None))
        return sorted(found, key=lambda each: each.id)

    @cached_property
    def market(self) -> frozenset[int]:
        """Goods that a stated gap of kind missing is on, or names: somebody lacks them."""
        named = {
            each
            for gap in self.stated
            if gap.kind == "missing"
            for each in (*gap.related, *([gap.segment] if gap.segment else []))
        }
        numbers = (self.frame.network.number(each) for each in named)
        return frozenset(each for each in numbers if self.frame.arrays.goods[each])

    def need(self, segment: int, *, loose: bool = False) -> NeedCode:
        """Return the need of a segment; `loose`: that which a kind of it would meet too."""
        found = self.needs.by_segment.get(segment)
        code: NeedCode = "none" if found is None else found.loose if loose else found.need
        return best((code, "market" if segment in self.market else "none"))


def stated_in(frame: Frame, gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Pick the gaps stated of the region of a frame, or of a part of it, in order of id."""
    regions = frame.network.locals.regions
    inside = {regions[each] for each in frame.network.within(regions.index(frame.situation.region))}
    return tuple(sorted((g for g in gaps if g.region in inside), key=lambda gap: gap.id))


def named_in(frame: Frame, gaps: Iterable[Gap]) -> set[int]:
    """Collect the segments of which it is stated in the region that they lack or are wished."""
    return {
        frame.network.number(gap.segment)
        for gap in stated_in(frame, gaps)
        if gap.segment and gap.kind in MERGING_KINDS
    }


def place_of(frame: Frame, gaps: Iterable[Gap], before: Unmet | None = None) -> GapPlace:
    """Work out what a region lacks; `before` is what it lacked in another version, if known."""
    stated = stated_in(frame, gaps)
    return GapPlace(frame, unmet(frame, named_in(frame, stated), before), stated)


def gap_rows(place: GapPlace, part: Callable[[str], GapPlace] | None = None) -> list[GapRow]:
    """Reconcile derived gaps with stated ones, in order of id.

    A derived gap meets a stated one of the same region and segment if that one says missing,
    introduce or extend: one row with the stated id and origin `both`. Weak, upgrade and risk
    never merge. A stated gap on a more general segment, or one that names a segment as related,
    is linked. A gap of a part of the region is judged by the part's own walk, as `part` gives it.
    """
    parts = {place.frame.situation.region: place}
    for gap in place.stated:
        if gap.region not in parts:
            parts[gap.region] = (part or _part(place))(gap.region)
    rows = [_stated_row(parts[gap.region], place, gap) for gap in place.stated]
    met = {row.segment for row in rows if row.origin == "both"}
    rows += [
        _derived_row(place, need)
        for number, need in place.needs.by_segment.items()
        if place.frame.network.ids[number] not in met
    ]
    links = _links(place.frame, rows)
    return sorted((replace(row, related=links[row.id]) for row in rows), key=lambda row: row.id)


def _part(place: GapPlace) -> Callable[[str], GapPlace]:
    def part(region: str) -> GapPlace:
        terms = replace(place.frame.terms, region=region)
        return place_of(frame_of(place.frame.network, terms), place.stated)

    return part


def derived_id(region: str, segment: str) -> str:
    """Name a derived gap; the id depends on nothing else."""
    return f"derived.{region}.{segment}"


def _derived_row(place: GapPlace, lack: Need) -> GapRow:
    segment = place.frame.network.ids[lack.segment]
    need = place.need(lack.segment)
    row = GapRow(
        id=derived_id(place.frame.situation.region, segment),
        segment=segment,
        kind="missing",
        origin="derived",
        standing=standing_of(place.frame, lack.segment, None, need),
        stated=None,
        need=need,
        lack=lack,
    )
    return _with_open(place, row, lack.segment)


def _stated_row(place: GapPlace, asked: GapPlace, gap: Gap) -> GapRow:
    frame = place.frame
    number = frame.network.number(gap.segment) if gap.segment else NONE
    through = _through(place, gap, number)
    own = "none" if number == NONE else place.need(number)
    need = best((own, *through.values()))
    standing = standing_of(frame, number, gap, need)
    same = place.frame.situation.region == asked.frame.situation.region
    meets = same and number in place.needs.by_segment and gap.kind in MERGING_KINDS
    row = GapRow(
        id=gap.id,
        segment=gap.segment,
        kind=gap.kind,
        origin="both" if meets else "stated",
        standing=standing,
        stated=gap,
        need=need,
        lack=_lack(place, gap, number),
        through=tuple(sorted(through)),
        wish=wish_of(frame, number, gap, need) if standing == "wished" else None,
    )
    return _with_open(place, row, number)


def _through(place: GapPlace, gap: Gap, number: int) -> dict[int, NeedCode]:
    """Collect the needs of kinds and generals of the segment, and of what the gap names."""
    frame = place.frame
    found: dict[int, NeedCode] = {}
    if number != NONE:
        found |= {each: place.need(each) for each in descendants(frame, number)}
        found |= {each: place.need(each, loose=True) for each in generals(frame, number)[1:]}
    found |= {each: place.need(each) for each in map(frame.network.number, gap.related)}
    return {each: need for each, need in found.items() if need != "none" and each != number}


def _lack(place: GapPlace, gap: Gap, number: int) -> Need | None:
    """Unite what is computed of the segment, its kinds, and generals that a kind would serve."""
    if number == NONE or gap.kind not in MERGING_KINDS:
        return place.needs.by_segment.get(number)
    frame, known = place.frame, place.needs.by_segment
    wanted = [number, *descendants(frame, number)]
    wanted += [g for g in generals(frame, number)[1:] if g in known and known[g].loose != "none"]
    return united(number, [known[each] for each in wanted if each in known], place.needs.wanted)


def _with_open(place: GapPlace, row: GapRow, number: int) -> GapRow:
    """Say what keeps a confirmed gap from being sure."""
    if row.standing != "confirmed":
        return row
    groups = row.lack.groups if row.lack else ()
    members = {each for group in groups for each in group.members} - {number}
    unsure = {DEVELOPING, UNKNOWN}
    found = sorted(each for each in members if judged_status(place.frame, each) in unsure)
    return replace(row, open=tuple(found), sure=not found if groups else None)


def _links(frame: Frame, rows: list[GapRow]) -> dict[str, tuple[str, ...]]:
    links: dict[str, set[str]] = {row.id: set() for row in rows}
    touching: dict[str, list[str]] = {}
    for row in rows:
        for segment in _touched(row):
            touching.setdefault(segment, []).append(row.id)
    for row in rows:
        for segment in _same_or_general(frame, row.segment):
            for other in touching.get(segment, []):
                if other != row.id:
                    links[row.id].add(other)
                    links[other].add(row.id)
    return {row: tuple(sorted(found)) for row, found in links.items()}


def _touched(row: GapRow) -> set[str]:
    """List the segments that a stated gap is about or names as related."""
    if row.stated is None:
        return set()
    return {*row.stated.related, *([row.segment] if row.segment else [])}


def _same_or_general(frame: Frame, segment: str | None) -> list[str]:
    if segment is None:
        return []
    return [frame.network.ids[each] for each in generals(frame, frame.network.number(segment))]
