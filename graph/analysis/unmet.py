"""What wanted products lack, carried over from one version to the next where nothing touched it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import ne

from graph.analysis.needs import Needs, gathered, link_products
from graph.analysis.openings import Openings, openings
from graph.analysis.targets import wanted_products
from graph.network.frame import Frame
from graph.network.kernels import Completable, World
from graph.network.situation import upward


@dataclass(frozen=True)
class Unmet:
    """What each wanted product of a region lacks, and what follows from that."""

    frame: Frame
    wanted: Mapping[int, int]
    found: "Walks"

    @cached_property
    def links(self) -> frozenset[int]:
        """The products that only others wait for."""
        groups = {each: lack.groups for each, lack in self.found.items()}
        return link_products(self.frame, self.wanted, groups)

    @cached_property
    def segments(self) -> frozenset[int]:
        """The segments that are derived gaps: members of open groups, but for those of links."""
        links = self.links
        counted = (lack for each, lack in self.found.items() if each not in links)
        groups = (group for lack in counted for group in lack.groups)
        return frozenset(member for group in groups for member, _ in group.members)

    @cached_property
    def needs(self) -> Needs:
        """What that comes to for each segment that is lacking."""
        return gathered(self.wanted, self.links, self.found)


class Walks(Mapping[int, Openings]):
    """What each wanted product lacks: each is walked when it is asked for, but those `known`."""

    def __init__(
        self, frame: Frame, wanted: Mapping[int, int], known: Mapping[int, Openings] | None = None
    ) -> None:
        self._frame, self._wanted = frame, wanted
        self.done = dict(known or {})

    def __getitem__(self, product: int) -> Openings:
        found = self.done.get(product)
        if found is None:
            if product not in self._wanted:
                raise KeyError(product)
            found = self.done[product] = openings(self._frame, product)
        return found

    def __iter__(self) -> Iterator[int]:
        return iter(self._wanted)

    def __len__(self) -> int:
        return len(self._wanted)


def unmet(frame: Frame, named: Iterable[int] = (), before: Unmet | None = None) -> Unmet:
    """Walk upstream from every wanted product, but those of which `before` tells the same.

    `named` are the segments on which a document states a gap. Linear in products times their
    upstream, once all are asked for.
    """
    wanted = wanted_products(frame, named)
    known = {} if before is None else _untouched(before, frame)
    still = {each: lack for each, lack in known.items() if each in wanted}
    return Unmet(frame, wanted, Walks(frame, wanted, still))


def _untouched(before: Unmet, frame: Frame) -> dict[int, Openings]:
    """Keep what no walk can come upon that differs between two frames."""
    was, tiers = before.frame, frame.terms.boundary.tiers
    if was.arrays is not frame.arrays or was.terms != frame.terms or tiers is not None:
        return {}
    touched = _walked_from(_differing(was, frame), (was, frame))
    return {each: lack for each, lack in before.found.done.items() if each not in touched}


def _differing(before: Frame, after: Frame) -> set[int]:
    """Collect the segments that are available or completable in one frame and not in the other."""
    size = range(len(after.inside))
    found: set[int] = set()
    for was, now in zip(_views(before), _views(after), strict=True):
        for one, other in zip((*was[0][:2], *was[1]), (*now[0][:2], *now[1]), strict=True):
            if one != other:
                found.update(compress(size, map(ne, one, other)))
    return found


def _views(frame: Frame) -> tuple[tuple[World, Completable], tuple[World, Completable]]:
    return (
        (frame.situation.certain, frame.certain),
        (frame.situation.possible, frame.possible),
    )


def _walked_from(changed: Iterable[int], frames: tuple[Frame, Frame]) -> set[int]:
    """Collect whatever a walk can start from that looks at what changed.

    Back from who takes it or a general of it, through groups that are not closed in one of the
    worlds, by members that are available there or in-house stages.
    """
    frame, arrays = frames[0], frames[0].arrays
    views = [view for each in frames for view in _views(each)]
    found = set(upward(arrays, changed))
    uses = (group for each in found for group in arrays.used_in.row(each))
    entered = {arrays.consumer[group] for group in uses if frame.asked[group]}
    pending = list(entered)
    while pending:
        start = pending.pop()
        for here in (start, *arrays.above(start)):
            found.add(here)
            for group in arrays.used_in.row(here):
                taker = arrays.consumer[group]
                if frame.asked[group] and taker not in entered:
                    goes_on = any(
                        (arrays.captive[here] or world.available[here])
                        and not frame.closed(completable, group)
                        for world, completable in views
                    )
                    if goes_on:
                        entered.add(taker)
                        pending.append(taker)
    return found
