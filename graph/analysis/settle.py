"""Which unknown facts would settle most: what changes with the answer yes, and with no."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.gaps import Needs, needs_of
from graph.analysis.missing import is_lacking
from graph.analysis.targets import wanted_products
from graph.network.arrays import ABSENT, MADE, NONE, UNKNOWN
from graph.network.frame import Frame, frame_assuming


@dataclass(frozen=True, slots=True)
class Question:
    """An unknown segment in an open group, and what its answer would change.

    `closes`: gaps that close if it is here (itself and its alternatives); `opens`: inputs of it
    that are asked for then; `confirms`: gaps that are certain if it is not.
    """

    segment: int
    closes: tuple[int, ...]
    opens: tuple[int, ...]
    confirms: tuple[int, ...]

    @property
    def weight(self) -> int:
        """How many gaps change with the answer, either way."""
        return len(self.closes) + len(self.opens) + len(self.confirms)


def questions(frame: Frame, derived: Needs) -> list[Question]:
    """Ask about every unknown segment in an open group, those that change most first.

    Each answer is worked out by assuming it, for the products that the segment can reach.
    """
    status = frame.situation.status
    asked = [s for s in sorted(derived.certain) if status[s] == UNKNOWN]
    found = [_question(frame, segment) for segment in asked]
    return sorted(found, key=lambda q: (-q.weight, q.segment))


def _question(frame: Frame, segment: int) -> Question:
    products = sorted(_reached(frame, segment).intersection(wanted_products(frame)))
    before = needs_of(frame, products)
    yes = needs_of(frame_assuming(frame, {segment: MADE}), products)
    no_frame = frame_assuming(frame, {segment: ABSENT})
    no = needs_of(no_frame, products)
    return Question(
        segment=segment,
        closes=tuple(sorted(before.certain - yes.certain)),
        opens=tuple(sorted(yes.certain - before.certain)),
        confirms=_newly_confirmed(frame, before, no_frame, no),
    )


def _newly_confirmed(frame: Frame, before: Needs, no_frame: Frame, no: Needs) -> tuple[int, ...]:
    return tuple(sorted(_confirmed(no_frame, no) - _confirmed(frame, before)))


def _confirmed(frame: Frame, found: Needs) -> set[int]:
    return {s for s in found.certain & found.possible if is_lacking(frame, s)}


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
