"""What wanted products lack, carried over from one version to the next where nothing touched it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import ne

from graph.analysis.needs import Needs, gathered, link_products
from graph.analysis.openings import Openings, openings
from graph.analysis.targets import wanted_products
from graph.analysis.waiting import WaitingWalk, views, walked_from
from graph.network.frame import Frame

_BEFORE = "before"
"""Under this name lies what was known of another version, until it is needed."""


@dataclass(frozen=True)
class Unmet:
    """What each wanted product of a region lacks, and what follows from that."""

    frame: Frame
    named: frozenset[int]

    @cached_property
    def wanted(self) -> Mapping[int, int]:
        """The wanted products by rank, in order."""
        return wanted_products(self.frame, self.named)

    @cached_property
    def found(self) -> "Walks":
        """What each of them lacks."""
        before = vars(self).pop(_BEFORE, None)  # is needed once, and holds a whole frame
        known = {} if before is None else _untouched(before, self.frame)
        still = {each: lack for each, lack in known.items() if each in self.wanted}
        return Walks(self.frame, self.wanted, still)

    @cached_property
    def links(self) -> frozenset[int]:
        """The products that only others wait for."""
        groups = {each: lack.groups for each, lack in self.found.items()}
        return link_products(self.frame, self.wanted, groups)

    def lacks(self, segment: int) -> bool:
        """Tell whether a segment is a derived gap: of those found, else from who takes it."""
        if "segments" in vars(self) or self.frame.terms.boundary.tiers is not None:
            return segment in self.segments
        return self._waiting.is_gap(segment)

    @cached_property
    def _waiting(self) -> WaitingWalk:
        return WaitingWalk(self.frame, self.named)

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
    """Tell what the wanted products lack; of those of which `before` tells the same, by that.

    `named` are the segments on which a document states a gap. Linear in products times their
    upstream, once all are asked for.
    """
    found = Unmet(frame, frozenset(named))
    if before is not None:
        vars(found)[_BEFORE] = before if "found" in vars(before) else vars(before).get(_BEFORE)
    return found


def _untouched(before: Unmet, frame: Frame) -> dict[int, Openings]:
    """Keep what no walk can come upon that differs between two frames."""
    was, tiers = before.frame, frame.terms.boundary.tiers
    if not before.found.done:
        return {}
    if was.arrays is not frame.arrays or was.terms != frame.terms or tiers is not None:
        return {}
    touched = walked_from(_differing(was, frame), frame, (*views(was), *views(frame)))
    return {each: lack for each, lack in before.found.done.items() if each not in touched}


def _differing(before: Frame, after: Frame) -> set[int]:
    """Collect the segments that are available or completable in one frame and not in the other."""
    size = range(len(after.inside))
    found: set[int] = set()
    for was, now in zip(views(before), views(after), strict=True):
        for one, other in zip((*was[0][:2], *was[1]), (*now[0][:2], *now[1]), strict=True):
            if one != other:
                found.update(compress(size, map(ne, one, other)))
    return found
