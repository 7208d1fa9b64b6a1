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
        groups=open_now(frame, product).groups,
        possible=frozenset(
            member for each in surely.openings for member, _ in frame.members(each.group)
        ),
    )


class Walked(NamedTuple):
    """The open groups of a product in the certain world, and the segments entered to find them."""

    groups: tuple[GroupOpening, ...]
    entered: frozenset[int]

    @property
    def members(self) -> frozenset[int]:
        """The members of the open groups."""
        return frozenset(member for group in self.groups for member, _ in group.members)


def open_now(frame: Frame, product: int) -> Walked:
    """Walk in the certain world alone."""
    frame = frame_for(frame, product)
    walks = _walks(frame, product, frame.situation.certain, frame.certain)
    walk = walks[-1]
    return Walked(
        groups=tuple(
            GroupOpening(
                members=tuple(frame.members(each.group)),
                takers=walk.takers(each.consumer),
                path=walk.path(each.consumer),
            )
            for each in walk.openings
        ),
        entered=frozenset(segment for each in walks for segment in each.entered),
    )


def _walks(frame: Frame, product: int, world: World, found: Completable) -> list[Walk]:
    """Walk in one world; the last walk tells what is open.

    A category none of whose kinds is here is walked kind by kind, up to one that lacks nothing.
    """
    here = frame.situation.certain.available
    walks: list[Walk] = []
    if frame.arrays.category[product] and not any(here[k] for k in descendants(frame, product)):
        for kind in answered_for(frame, product):
            walks.append(open_groups(frame, kind, world, found))
            if not walks[-1].openings:
                return walks
    return [*walks, open_groups(frame, product, world, found)]
