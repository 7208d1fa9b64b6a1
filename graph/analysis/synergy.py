"""Synergies 协同 of two chains: what ties them, each kind with its list.

A chain is given as the stage of each of its segments. The ties:

- supplies: an input that one chain makes (midstream or downstream there) and that a segment of
  the other chain takes, where the other chain has it upstream, supporting or not at all; kinds
  that inherit an input take it by the same tie;
- shared inputs: segments that stand upstream or supporting in both chains;
- shared makers: enterprises that have a role in, or make a segment of, both chains;
- shared gaps 一补多链: gaps on segments that belong to both chains.

An in-house stage is neither bought nor sold: it supplies no other chain and is no shared input.
Ties with an end that is known to be here, over what not anyone can buy, are *known* ties; the
others are *possible* 可能: what ties two chains only if the unknown turns out to be here, or what
the market ties as well.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.model.vocabulary import INPUT_SORTS, Stage
from graph.network.arrays import NONE
from graph.network.frame import Frame

MADE_AT: frozenset[Stage] = frozenset({"midstream", "downstream"})
"""Stages at which a chain makes the segment itself."""
UTILITIES = frozenset(INPUT_SORTS.index(sort) for sort in ("energy", "service"))

Places = Mapping[int, Stage]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Supply:
    """`source` of one chain is an input of `target` in the other, through `groups`.

    `also` lists the kinds of the target in that chain that take it too.
    """

    source: int
    target: int
    also: tuple[int, ...]
    groups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Apart(Generic[T]):
    """Ties of one kind, the known ones apart from the possible ones."""

    known: tuple[T, ...]
    possible: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class TieGround:
    """What is known to be here, asked once for all pairs of chains.

    `works` marks what is here by a fact on itself, and in-house stages of what is.
    """

    frame: Frame
    works: bytearray


def ground(frame: Frame) -> TieGround:
    """Mark what is known to be here under the terms of a question."""
    arrays, world = frame.arrays, frame.situation.certain
    works = bytearray(
        itself and not captive for itself, captive in zip(world.itself, arrays.captive, strict=True)
    )
    pending = [segment for segment, mark in enumerate(works) if mark]
    while pending:
        for stage in arrays.stages.row(pending.pop()):
            if not works[stage]:
                works[stage] = 1
                pending.append(stage)
    return TieGround(frame, works)


def apart(found: Iterable[T], known: Callable[[T], bool]) -> Apart[T]:
    """Tell known ties from possible ones, keeping their order.

    >>> apart([1, 2, 3, 4], lambda n: n % 2 == 0)
    Apart(known=(2, 4), possible=(1, 3))
    """
    listed = [(each, known(each)) for each in found]
    return Apart(
        known=tuple(each for each, mark in listed if mark),
        possible=tuple(each for each, mark in listed if not mark),
    )


def supplies(on: TieGround, giver: Places, taker: Places) -> Apart[Supply]:
    """List what one chain supplies to another, by source and target.

    A product with kinds in the same chain is one target with them.
    """
    takers = taker.keys() - giver.keys()
    found = [
        supply
        for source in sorted(giver)
        if _given(on.frame, source, giver, taker)
        for supply in _supplies(on.frame, source, takers)
    ]
    return apart(found, lambda each: is_known_supply(on, each.source, (each.target, *each.also)))


def _given(frame: Frame, source: int, giver: Places, taker: Places) -> bool:
    made = giver[source] in MADE_AT and taker.get(source) not in MADE_AT
    return made and not frame.arrays.captive[source]


def _supplies(frame: Frame, source: int, takers: Collection[int]) -> list[Supply]:
    groups: dict[int, list[int]] = {}
    for group in frame.arrays.used_in.row(source):
        consumer = frame.arrays.consumer[group]
        if consumer in takers:
            groups.setdefault(consumer, []).append(group)
    return [
        Supply(
            source,
            target,
            tuple(each for each in family if each != target),
            tuple(group for each in (target, *family) for group in groups[each]),
        )
        for target, family in sorted(families(frame, groups).items())
    ]


def families(frame: Frame, consumers: Collection[int]) -> dict[int, list[int]]:
    """Put consumers with the most general of them that they are kinds of."""
    found: dict[int, list[int]] = {}
    for consumer in sorted(consumers):
        found.setdefault(_most_general(frame, consumer, consumers), []).append(consumer)
    return found


def _most_general(frame: Frame, segment: int, among: Collection[int]) -> int:
    found, above = segment, frame.arrays.parent[segment]
    while above != NONE:
        found = above if above in among else found
        above = frame.arrays.parent[above]
    return found


def is_known_supply(on: TieGround, source: int, takers: Iterable[int]) -> bool:
    """Tell whether a supply is a known tie: its source or one of its takers is here."""
    here = _here(on.frame, source) or any(on.works[taker] for taker in takers)
    return here and _scarce(on.frame, source)


def _scarce(frame: Frame, segment: int) -> bool:
    """Tell whether a segment lies outside the boundary: not anyone can buy it."""
    return not frame.bought(segment, exact=False)


def _utility(frame: Frame, segment: int) -> bool:
    """Tell whether a segment goes into others as energy or as a service only: power, testing."""
    uses = frame.arrays.used_in.row(segment)
    return bool(uses) and all(frame.arrays.input_sort[use] in UTILITIES for use in uses)


def _here(frame: Frame, segment: int) -> bool:
    return bool(frame.situation.certain.available[segment])


def shared_inputs(on: TieGround, one: Places, other: Places) -> Apart[int]:
    """List the segments that both chains take from upstream or beside, in order.

    Known where the input is here, or something that is here takes it in each of the two, and it
    is no mere utility: power and testing tie everything to everything.
    """
    both = sorted(
        segment
        for segment in one.keys() & other.keys()
        if one[segment] not in MADE_AT
        and other[segment] not in MADE_AT
        and not on.frame.arrays.captive[segment]
    )

    def known(segment: int) -> bool:
        both = taken(on, segment, one) and taken(on, segment, other)
        return is_known_input(on, segment, taken=both)

    return apart(both, known)


def is_known_input(on: TieGround, segment: int, *, taken: bool) -> bool:
    """Tell whether a shared input is a known tie; `taken`: by something here in both chains."""
    here = taken or _here(on.frame, segment)
    return here and _scarce(on.frame, segment) and not _utility(on.frame, segment)


def taken(on: TieGround, segment: int, places: Places) -> bool:
    """Tell whether something of a chain that is here takes a segment."""
    arrays = on.frame.arrays
    takers = {arrays.consumer[group] for group in arrays.used_in.row(segment)}
    return any(taker in places and on.works[taker] for taker in takers)


def known_gap(on: TieGround, segment: int, blocked: Iterable[int], *, stated: bool) -> bool:
    """Tell whether a gap is a known tie: a document states it, or a product that is here waits."""
    return _scarce(on.frame, segment) and (
        stated or any(_here(on.frame, product) for product in blocked)
    )


def shared(one: Mapping[str, bool], other: Mapping[str, bool]) -> Apart[str]:
    """Tell apart what two chains have in common, in order: makers or gaps, by their ids.

    Each is given with whether it is known there; a known tie is known in both.

    >>> shared({"a": True, "b": True}, {"a": True, "b": False, "c": True})
    Apart(known=('a',), possible=('b',))
    """
    return apart(sorted(one.keys() & other.keys()), lambda each: one[each] and other[each])
