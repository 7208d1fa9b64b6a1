"""Which unknown facts would settle the list: what changes with the answer yes, and with no."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from graph.analysis.gaps import GapPlace, GapRow, named_in
from graph.analysis.needs import link_products
from graph.analysis.openings import GroupOpening, open_now
from graph.analysis.standing import is_lacking
from graph.analysis.targets import descendants, wanted_products
from graph.analysis.tasks import Task
from graph.network.arrays import ABSENT, MADE, NONE, UNKNOWN
from graph.network.frame import Frame, frame_assuming


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Whether somebody here makes one of the `members` of a task, and what the answer changes.

    `closes`: gaps that close if the first of them is here; `opens`: inputs of it that are asked
    for then; `confirms`: gaps that are certain if none is.
    """

    task: str
    members: tuple[int, ...]
    closes: tuple[int, ...]
    opens: tuple[int, ...]
    confirms: tuple[int, ...]


def questions(
    place: GapPlace, rows: Mapping[str, GapRow], tasks: Iterable[Task]
) -> dict[str, OpenQuestion]:
    """Ask one question for every task to settle that heads no others, by the task's id.

    Each answer is worked out by assuming it, for the products that the members can reach; of
    the others nothing changes, and a gap that one of them has stays.
    """
    frame = place.frame
    named = named_in(frame, place.stated)
    alone = {product: open_now(frame, product) for product in place.needs.wanted}
    ground = _Ground(frame, named, alone, place.needs.certain)
    asked = [each for each in tasks if is_question(place, rows[each.id], each)]
    return {each.id: _question(ground, rows, each) for each in asked}


def is_question(place: GapPlace, row: GapRow, task: Task) -> bool:
    """Tell whether a task of the region itself is a question of its own."""
    region = row.stated.region if row.stated else place.frame.situation.region
    own = region == place.frame.situation.region
    return own and row.standing == "to_settle" and not task.heads


def asked_members(frame: Frame, row: GapRow, task: Task) -> tuple[int, ...]:
    """List the segments that a task asks about, that of the leading gap first."""
    lead = frame.network.number(row.segment) if row.segment else NONE
    return (lead, *(each for each in task.leaders if each != lead))


class _Ground(NamedTuple):
    """What answers are worked out on: named products, what each product lacks, gaps before."""

    frame: Frame
    named: set[int]
    alone: Mapping[int, tuple[GroupOpening, ...]]
    before: frozenset[int]


def _question(ground: _Ground, rows: Mapping[str, GapRow], task: Task) -> OpenQuestion:
    frame, before = ground.frame, ground.before
    members = asked_members(frame, rows[task.id], task)
    reached = set[int]().union(*(_reached(frame, each) for each in members))
    yes = _lacking(frame_assuming(frame, {members[0]: MADE}), ground, reached)
    absent = {each for member in members for each in _unknown_kinds(frame, member)}
    no_frame = frame_assuming(frame, dict.fromkeys(absent, ABSENT))
    no = _lacking(no_frame, ground, reached)
    return OpenQuestion(
        task=task.id,
        members=members,
        closes=tuple(sorted(before - yes)),
        opens=tuple(sorted(yes - before)),
        confirms=tuple(sorted(_confirmed(no_frame, no) - _confirmed(frame, before))),
    )


def _lacking(frame: Frame, ground: _Ground, reached: set[int]) -> set[int]:
    """Collect the segments that are derived gaps; what was reached is walked anew."""
    # What turns out to be made is itself a product that may lack something.
    wanted = wanted_products(frame, ground.named)
    found = {
        product: open_now(frame, product)
        if product in reached or product not in ground.alone
        else ground.alone[product]
        for product in wanted
    }
    links = link_products(frame, wanted, found)
    return {
        member
        for product, lack in found.items()
        if product not in links
        for opening in lack
        for member, _ in opening.members
    }


def _unknown_kinds(frame: Frame, segment: int) -> list[int]:
    """List what is not here if a segment is not: itself, and its kinds nobody spoke of."""
    own = frame.situation.own
    return [each for each in (segment, *descendants(frame, segment)) if own[each] == UNKNOWN]


def _confirmed(frame: Frame, found: AbstractSet[int]) -> set[int]:
    return {segment for segment in found if is_lacking(frame, segment)}


def _reached(frame: Frame, segment: int) -> set[int]:
    """Collect whatever the segment can bear on: takers, general kinds, kinds, by-products."""
    arrays = frame.arrays
    seen = {segment}
    pending = [segment]
    while pending:
        here = pending.pop()
        onward = _takers(frame, here)
        onward |= {*arrays.yields.row(here), *arrays.kinds.row(here)}
        if arrays.parent[here] != NONE:
            onward.add(arrays.parent[here])
        fresh = onward - seen
        seen |= fresh
        pending += fresh
    return seen


def _takers(frame: Frame, segment: int) -> set[int]:
    """Collect the takers of a segment, and the captive stages that it would set to work."""
    arrays = frame.arrays
    takers = {arrays.consumer[g] for g in arrays.used_in.row(segment) if frame.asked[g]}
    inputs: Iterable[int] = (
        member for group in arrays.groups.row(segment) for member in arrays.members.row(group)
    )
    return takers | {each for each in inputs if arrays.captive[each] and arrays.yields.row(each)}
