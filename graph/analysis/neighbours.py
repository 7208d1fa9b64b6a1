"""What a neighbour's stated direction is to a gap of ours: a complement, a rival, or both.

Structure, not a forecast: that a place wants to develop a chain says neither that it makes the
segment nor that it wins the firm.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import get_args

from graph.model import RegionDirection
from graph.model.vocabulary import NeighbourReason, NeighbourRole

REASONS: tuple[NeighbourReason, ...] = get_args(NeighbourReason)
RIVAL: frozenset[NeighbourReason] = frozenset({"attracts"})


@dataclass(frozen=True, slots=True)
class Lacked:
    """A gap, as a neighbour's direction meets it.

    `chains` are those in whose lists it stands, `home` those where what is lacking is made.
    `needed` where something here waits for it, `attracted` where the plan wants it to come.
    """

    chains: Collection[str]
    home: Collection[str]
    needed: bool
    attracted: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """A neighbouring region beside a gap, why, and the directions that say so."""

    region: str
    reasons: tuple[NeighbourReason, ...]
    directions: tuple[RegionDirection, ...]

    @property
    def role(self) -> NeighbourRole:
        """Complement and rival by the reasons; both where there are some of each."""
        rival = [each in RIVAL for each in self.reasons]
        return "rival" if all(rival) else "both" if any(rival) else "complement"


def reasons(lacked: Lacked, direction: RegionDirection) -> tuple[NeighbourReason, ...]:
    """Return what a direction is to a gap of whose chains it covers one.

    cooperates: the plan agrees with it on the chain · makes: it develops the chain where what we
    need is made, and may supply · attracts: it develops that chain, and the plan wants firms of it
    to come here (or nothing here waits for the gap): both ask the same firms · takes: it develops
    only a chain that takes what is lacking: whoever lands here could sell there, too.
    """
    if direction.sort == "cooperates":
        return ("cooperates",)
    if not set(direction.chains).intersection(lacked.home):
        return ("takes",)
    made: tuple[NeighbourReason, ...] = ("makes",) if lacked.needed else ()
    return (*made, "attracts") if lacked.attracted or not made else made


def beside(lacked: Lacked, directions: Iterable[RegionDirection]) -> tuple[Beside, ...]:
    """Return the regions with a direction that covers a chain of a gap, in order of id.

    >>> from graph.model import Evidence
    >>> seen = (Evidence(basis="stated", document="plan", quote="汽摩", line=1, start=0, end=2),)
    >>> cars = RegionDirection(id="direction.b.cars", region="b", name="汽摩", sort="develops",
    ...     chains=("parts",), evidence=seen)
    >>> wanted = Lacked({"parts", "cars"}, {"parts"}, needed=True, attracted=True)
    >>> [(each.region, each.reasons, each.role) for each in beside(wanted, [cars])]
    [('b', ('makes', 'attracts'), 'both')]
    """
    found: dict[str, list[RegionDirection]] = {}
    for each in directions:
        if set(each.chains).intersection(lacked.chains):
            found.setdefault(each.region, []).append(each)
    return tuple(
        Beside(
            region,
            tuple(
                sorted({why for each in named for why in reasons(lacked, each)}, key=REASONS.index)
            ),
            tuple(named),
        )
        for region, named in sorted(found.items())
    )
