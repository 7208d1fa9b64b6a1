"""What is lost where facts say less: which segments, without the rounds in which they go.

The same as `graph.analysis.rounds` finds by comparing two frames, for many changes one by one:
both worlds are kept with what they rest on, and only what falls with a change is looked at.
"""

from collections.abc import Mapping
from typing import NamedTuple

from graph.network.faded import faded
from graph.network.frame import Frame, standing, unfit
from graph.network.kernels import sustained, take_away
from graph.network.situation import counts_here


class Lost(NamedTuple):
    """What is lost by what is known, and what of it even if everything unknown is here."""

    known: frozenset[int]
    surely: frozenset[int]


NOTHING = Lost(frozenset(), frozenset())


class Stopping:
    """A frame from which facts are taken, each time from all of it."""

    def __init__(self, frame: Frame) -> None:
        self._captive = frame.arrays.captive
        self._certain = _Ground(frame, unknown=False)
        self._possible = _Ground(frame, unknown=True)

    def lost(self, changed: Mapping[int, int]) -> Lost | None:
        """Tell what is lost where `changed` is what facts say now of the segments themselves.

        Null where something is said to be here that was not, and where it hangs on whether a
        segment is lost as available or as completable first: only the rounds tell.
        """
        sure = self._certain.fallen(changed)
        if sure is None:
            return None
        works = {each for each in sure.works if not self._captive[each]}
        if not works | sure.whole:
            return NOTHING
        hope = self._possible.fallen(changed)
        if hope is None:
            return None
        maybe, whole = self._possible.world.available, self._possible.held.whole
        unavailable = {each for each in works if not maybe[each] or each in hope.works}
        incomplete = {each for each in sure.whole if not whole[each] or each in hope.whole}
        if unavailable & sure.whole != incomplete & works:
            return None
        return Lost(frozenset(works | sure.whole), frozenset(unavailable | incomplete))


class _Fallen(NamedTuple):
    """What no longer works in a world, and what can no longer be completed."""

    works: frozenset[int]
    whole: frozenset[int]


class _Ground:
    """One of both worlds, with what each completable segment rests on."""

    def __init__(self, frame: Frame, *, unknown: bool) -> None:
        self.frame, self.unknown = frame, unknown
        self.world = frame.situation.possible if unknown else frame.situation.certain
        base = standing(frame.arrays, self.world, known=not unknown)
        self.held = sustained(frame.arrays, frame.asked, frame.inside, base)
        self.unfit = unfit(frame.arrays, known=not unknown)

    def fallen(self, changed: Mapping[int, int]) -> _Fallen | None:
        """Tell what falls; null where something comes."""
        own = self.frame.situation.own
        before = {each for each in changed if self._stated(each, own[each])}
        after = {each for each, code in changed.items() if self._stated(each, code)}
        if after - before:
            return None
        arrays = self.frame.arrays
        lost = faded(
            arrays,
            self.world,
            before - after,
            lambda each: self._stated(each, changed.get(each, own[each])),
        )
        gone = [each for each in sorted(lost.itself) if self._bears(each)]
        whole = take_away(arrays, self.held.copy(), gone) if gone else ()
        return _Fallen(lost.works, frozenset(whole))

    def _stated(self, segment: int, code: int) -> bool:
        horizon = self.frame.terms.horizon
        return counts_here(self.frame.arrays, segment, code, horizon, unknown=self.unknown)

    def _bears(self, segment: int) -> bool:
        """Whether a segment that is here by itself stands in the completable set by that."""
        return bool(
            self.held.alone[segment] and not self.unfit[segment] and not self.frame.inside[segment]
        )
