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
    surely = _walks(frame, product, frame.situation.possible, frame.possible)[-1]
    return Openings(
        groups=_open_now(frame, product),
        possible=frozenset(
            member for each in surely.openings for member, _ in frame.members(each.group)
        ),
    )


def _open_now(frame: Frame, product: int) -> tuple[GroupOpening, ...]:
    walk = _walks(frame, product, frame.situation.certain, frame.certain)[-1]
    return tuple(
        GroupOpening(
            members=tuple(frame.members(each.group)),
            takers=walk.takers(each.consumer),
            path=walk.path(each.consumer),
        )
        for each in walk.openings
    )


def _walks(frame: Frame, product: int, world: World, found: Completable) -> list[Walk]:
    """Walk in one world; the last walk tells what is open.

    A category none of whose kinds is here is walked kind by kind, up to one that lacks nothing.
    """
    walks: list[Walk] = []
    for kind in tried_kinds(frame, product):
        walks.append(open_groups(frame, kind, world, found))
        if not walks[-1].openings:
            return walks
    return [*walks, open_groups(frame, product, world, found)]


def tried_kinds(frame: Frame, product: int) -> list[int]:
    """List the kinds of a category none of which is here: it is walked kind by kind first."""
    here = frame.situation.certain.available
    if not frame.arrays.category[product] or any(here[k] for k in descendants(frame, product)):
        return []
    return answered_for(frame, product)
