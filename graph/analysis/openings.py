"""The open groups of one wanted product, with who takes what is missing in them."""

from typing import NamedTuple

from graph.analysis.targets import answered_for, descendants
from graph.analysis.walk import Walk, open_groups
from graph.network.frame import Frame, frame_for
from graph.network.kernels import Completable, World


class GroupOpening(NamedTuple):
    """An open group of a product in the certain world: its members, each with whether it is exact.

    `takers` are the first segments after the members that are no in-house stage; `path` leads
    from the consumer to the product.
    """

    members: tuple[tuple[int, bool], ...]
    takers: frozenset[int]
    path: tuple[int, ...]


class Openings(NamedTuple):
    """What a product lacks: open groups, and the members of those of the possible world."""

    groups: tuple[GroupOpening, ...]
    possible: frozenset[int]


def openings(frame: Frame, product: int) -> Openings:
    """Walk upstream from a product in both worlds.

    A category none of whose kinds is here holds up nothing if one of them has no open group: a
    firm may make just that one.
    """
    frame = frame_for(frame, product)
    surely = _walk(frame, product, frame.situation.possible, frame.possible)
    return Openings(
        groups=open_now(frame, product),
        possible=frozenset(
            member
            for each in (surely.openings if surely else ())
            for member, _ in frame.members(each.group)
        ),
    )


def open_now(frame: Frame, product: int) -> tuple[GroupOpening, ...]:
    """Walk in the certain world alone."""
    frame = frame_for(frame, product)
    walk = _walk(frame, product, frame.situation.certain, frame.certain)
    if walk is None:
        return ()
    return tuple(
        GroupOpening(
            members=tuple(frame.members(each.group)),
            takers=walk.takers(each.consumer),
            path=walk.path(each.consumer),
        )
        for each in walk.openings
    )


def _walk(frame: Frame, product: int, world: World, found: Completable) -> Walk | None:
    """Walk in one world; none where a kind of the category asked lacks nothing."""
    kinds = answered_for(frame, product)
    here = frame.situation.certain.available
    if frame.arrays.category[product] and not any(here[k] for k in descendants(frame, product)):
        alone = (open_groups(frame, kind, world, found) for kind in kinds)
        if any(not each.openings for each in alone):
            return None
    return open_groups(frame, product, world, found)
