"""What all gaps of a large version come to under the usual terms, kept beside its columns.

Rows of numbers and a few words, from which equal objects are made again: whoever asks first after
a start reads them, where it would have to walk upstream from every product.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, TypeVar, cast, get_args

from graph.analysis.gaps import GapPlace, GapRow, derived_id, named_in, stated_in
from graph.analysis.needs import Block, Need, Needs, OpenGroup
from graph.analysis.standing import WishReason
from graph.analysis.tasks import Task
from graph.analysis.unmet import Walks, unmet
from graph.model import Facts
from graph.model.vocabulary import NEEDS, STANDINGS, GapOrigin
from graph.network.arrays import NONE
from graph.network.frame import Frame

ORIGINS: tuple[GapOrigin, ...] = get_args(GapOrigin)
WISHES: tuple[WishReason | None, ...] = (None, *get_args(WishReason))
Numbers: TypeAlias = list[int]
GroupRow: TypeAlias = tuple[Numbers, int, Numbers, Numbers]
LackRow: TypeAlias = tuple[
    int, int, int, list[tuple[int, bool]], list[tuple[int, Numbers]], Numbers, bool, Numbers
]
GapLine: TypeAlias = tuple[
    str | None, int, int, int, int, int, Numbers, Numbers, bool | None, int, Numbers
]
TaskRow: TypeAlias = tuple[int, Numbers, Numbers, Numbers, int, bool]
T = TypeVar("T")


@dataclass(frozen=True)
class KeptGaps:
    """What was kept of a version with these facts; each part is read when it is asked for."""

    facts: Facts
    region: str
    ids: Sequence[str]
    read: Callable[[str], list[object]]

    @cached_property
    def groups(self) -> tuple[OpenGroup, ...]:
        """The open groups of the region, then those of its parts."""
        return tuple(
            OpenGroup(frozenset(members), NEEDS[need], tuple(products), frozenset(leaders))
            for members, need, products, leaders in cast("list[GroupRow]", self.read("groups"))
        )

    @cached_property
    def lacks(self) -> tuple[Need, ...]:
        """What is computed of each segment, in order, then what stated gaps unite."""
        return tuple(self._lack(each) for each in cast("list[LackRow]", self.read("lacks")))

    def _lack(self, row: LackRow) -> Need:
        segment, need, loose, blocks, takers, groups, sole, path = row
        return Need(
            segment=segment,
            need=NEEDS[need],
            loose=NEEDS[loose],
            blocks=tuple([Block(product, possible) for product, possible in blocks]),
            takers={taker: frozenset(products) for taker, products in takers},
            groups=tuple([self.groups[each] for each in groups]),
            sole=sole,
            path=tuple(path),
        )

    def place(self, frame: Frame) -> GapPlace:
        """Return the region as gaps are judged in it."""
        wanted, links, own, lacks = cast(
            "tuple[list[tuple[int, int]], Numbers, int, int]", self.read("wanted")
        )
        ranks = dict(wanted)
        needs = Needs(
            wanted=ranks,
            links=frozenset(links),
            by_segment={each.segment: each for each in self.lacks[:lacks]},
            groups=self.groups[:own],
        )
        stated = stated_in(frame, self.facts.gaps.values())
        found = unmet(frame, named_in(frame, stated))
        # Worked out already: a cached property is what stands under its name.
        vars(found).update(wanted=ranks, found=Walks(frame, ranks))
        vars(found).update(needs=needs, links=needs.links, segments=needs.certain)
        return GapPlace(frame, found, stated)

    @cached_property
    def _lines(self) -> "list[GapLine]":
        return cast("list[GapLine]", self.read("rows"))

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The id of each gap, in order."""
        return tuple(
            derived_id(self.region, self.ids[line[1]]) if line[0] is None else line[0]
            for line in self._lines
        )

    @cached_property
    def rows(self) -> Mapping[str, GapRow]:
        """The reconciled gaps by id."""
        self.facts.gaps.values()  # all in one go
        return dict(zip(self.gaps, map(self._row, self.gaps, self._lines), strict=True))

    def _row(self, id_: str, line: GapLine) -> GapRow:
        stated_id, segment, origin, standing, need, lack, through, unsure, sure, wish, near = line
        stated = None if stated_id is None else self.facts.gaps[stated_id]
        return GapRow(
            id=id_,
            segment=None if segment == NONE else self.ids[segment],
            kind="missing" if stated is None else stated.kind,
            origin=ORIGINS[origin],
            standing=STANDINGS[standing],
            stated=stated,
            need=NEEDS[need],
            lack=None if lack == NONE else self.lacks[lack],
            through=tuple(through),
            open=tuple(unsure),
            sure=sure,
            wish=WISHES[wish],
            related=tuple([self.gaps[each] for each in near]),
        )

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """The rows of the gap list by each gap that stands in them."""
        found: dict[str, Task] = {}
        for lead, gaps, leaders, members, under, heads in cast("list[TaskRow]", self.read("tasks")):
            names = tuple([self.gaps[each] for each in gaps])
            above = None if under == NONE else self.gaps[under]
            task = Task(self.gaps[lead], names, tuple(leaders), tuple(members), above, heads)
            found.update(dict.fromkeys(names, task))
        return found


def kept_gaps(
    place: GapPlace, rows: Mapping[str, GapRow], tasks: Mapping[str, Task]
) -> dict[str, list[object]]:
    """Return what `KeptGaps` reads, by part."""
    needs, number = place.needs, place.frame.network.numbers
    lacks = _pooled(needs.by_segment.values(), (each.lack for each in rows.values() if each.lack))
    groups = _pooled(needs.groups, (group for lack in lacks for group in lack.groups))
    at_lack = {id(each): at for at, each in enumerate(lacks)}
    at_group = {id(each): at for at, each in enumerate(groups)}
    at_row = {each: at for at, each in enumerate(rows)}
    own = len(needs.groups), len(needs.by_segment)
    return {
        "wanted": [[*needs.wanted.items()], sorted(needs.links), *own],
        "groups": [
            (sorted(each.members), NEEDS.index(each.need), each.products, sorted(each.leaders))
            for each in groups
        ],
        "lacks": [_told_lack(each, at_group) for each in lacks],
        "rows": [_told_row(each, number, at_lack, at_row) for each in rows.values()],
        "tasks": [_told_task(each, at_row) for each in {id(t): t for t in tasks.values()}.values()],
    }


def _told_lack(lack: Need, at_group: Mapping[int, int]) -> LackRow:
    return (
        lack.segment,
        NEEDS.index(lack.need),
        NEEDS.index(lack.loose),
        [(block.product, block.possible) for block in lack.blocks],
        [(taker, sorted(products)) for taker, products in lack.takers.items()],
        [at_group[id(each)] for each in lack.groups],
        lack.sole,
        [*lack.path],
    )


def _told_row(
    row: GapRow, number: Mapping[str, int], at_lack: Mapping[int, int], at_row: Mapping[str, int]
) -> GapLine:
    return (
        row.stated.id if row.stated else None,
        number[row.segment] if row.segment else NONE,
        ORIGINS.index(row.origin),
        STANDINGS.index(row.standing),
        NEEDS.index(row.need),
        at_lack[id(row.lack)] if row.lack else NONE,
        [*row.through],
        [*row.open],
        row.sure,
        WISHES.index(row.wish),
        [at_row[each] for each in row.related],
    )


def _told_task(task: Task, at_row: Mapping[str, int]) -> TaskRow:
    return (
        at_row[task.id],
        [at_row[each] for each in task.gaps],
        [*task.leaders],
        [*task.members],
        at_row[task.under] if task.under else NONE,
        task.heads,
    )


def _pooled(first: Iterable[T], others: Iterable[T]) -> list[T]:
    """List objects once, by what they are and not by what they equal."""
    return [*{id(each): each for each in (*first, *others)}.values()]
