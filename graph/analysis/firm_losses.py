"""How many local products go with a firm that stops, as numbers: kept for whoever asks again."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from graph.analysis.closure import downstream_depths
from graph.analysis.stopping import NOTHING, Lost, Stopping
from graph.network.frame import Frame
from graph.network.network import Network
from graph.network.situation import Restated


class FirmLoss(NamedTuple):
    """What goes with a firm, by numbers: what it `alone` makes, how many products may be lost."""

    firm: int
    alone: tuple[int, ...]
    low: int
    known: int
    high: int


class FirmLosses:
    """What goes with each firm of a region under some terms; each is worked out once.

    `made` is what each firm makes here, `here` are the products that count.
    """

    def __init__(self, frame: Frame, local: frozenset[int]) -> None:
        self._frame = frame
        made: defaultdict[int, list[int]] = defaultdict(list)
        for segment, who in enumerate(frame.situation.makers):
            for firm in who:
                made[firm].append(segment)
        self.made = dict(made)
        self.here = local.union(*made.values())
        self._restated = Restated(frame.network, frame.situation)
        self._stopping = Stopping(frame)
        self._found: dict[int, FirmLoss] = {}

    def of(self, firm: int, without: Callable[[], Network], traced: Callable[[], Lost]) -> FirmLoss:
        """Tell of one firm that makes something here.

        `without` gives the network of what it makes as if it had stopped, `traced` what is lost
        round by round: asked where nothing less will do.
        """
        if firm not in self._found:
            self._found[firm] = self._loss(
                firm, lambda: self._stopping.lost(self._restated.changed_by(without())) or traced()
            )
        return self._found[firm]

    def _loss(self, firm: int, lost: Callable[[], Lost]) -> FirmLoss:
        frame, made = self._frame, self.made[firm]
        alone = tuple(each for each in made if frame.situation.makers[each] == (firm,))
        known, surely = lost() if alone else NOTHING
        return FirmLoss(
            firm=firm,
            alone=alone,
            low=len(surely & self.here),
            known=len(known & self.here),
            high=len(self.here & (self._reached(made) | set(made) | known)),
        )

    def _reached(self, made: Sequence[int]) -> set[int]:
        frame = self._frame
        return {t for each in made for t in downstream_depths(frame, each, frame.asked)}
