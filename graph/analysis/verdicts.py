"""Ready 配套就绪 and completable: are the inputs in place, and can it be made here."""

from dataclasses import dataclass

from graph.analysis.targets import answered_for
from graph.model.vocabulary import Answer
from graph.network.frame import Frame
from graph.network.kernels import Completable, World

_BEST_FIRST: tuple[Answer, ...] = ("yes", "market", "no_recipe", "unknown", "no")


@dataclass(frozen=True, slots=True)
class Feasibility:
    """Whether a segment is completable, and whether its inputs are ready."""

    completable: Answer
    ready: Answer


def verdict(frame: Frame, target: int) -> Feasibility:
    """Judge a segment; of a category the best of the kinds for which it is answered.

    The boundary never applies to the segment asked. `market` replaces a yes where each of its
    essential groups (captive stages passed through) can be bought; `no_recipe` replaces it
    where there is no group, or none but captive stages of which no inputs are known.
    """
    kinds = answered_for(frame, target)
    if kinds == [target]:
        return Feasibility(_completable(frame, target), _ready(frame, target))
    found = [verdict(frame, kind) for kind in kinds]
    completable = _best([each.completable for each in found])
    if completable == "no" and _itself_here(frame, target):
        completable = "unknown"
    return Feasibility(completable, _best([each.ready for each in found]))


def _itself_here(frame: Frame, category: int) -> bool:
    """Tell whether a category is here in the possible world, whichever of its kinds it is."""
    itself = frame.situation.possible.itself[category]
    return bool(itself) and not frame.arrays.captive[category]


def _best(answers: list[Answer]) -> Answer:
    return min(answers, key=_BEST_FIRST.index, default="no")


def _completable(frame: Frame, target: int) -> Answer:
    situation = frame.situation
    if _stands(frame, target, situation.certain, frame.certain):
        return _kind_of_yes(frame, target)
    return "unknown" if _stands(frame, target, situation.possible, frame.possible) else "no"


def _ready(frame: Frame, target: int) -> Answer:
    if supplied(frame, target, frame.certain):
        return _kind_of_yes(frame, target)
    return "unknown" if supplied(frame, target, frame.possible) else "no"


def _stands(frame: Frame, target: int, world: World, found: Completable) -> bool:
    """Clauses (b) and (c) of the definition; (a), the boundary, is not for the one asked."""
    if any(found.whole[kind] for kind in frame.arrays.kinds.row(target)):
        return True
    return bool(world.itself[target]) and supplied(frame, target, found)


def supplied(frame: Frame, segment: int, found: Completable) -> bool:
    """Tell whether every asked group of a segment has a completable member."""
    return all(frame.closed(found, group) for group in frame.groups(segment))


def _kind_of_yes(frame: Frame, target: int) -> Answer:
    inputs = _known_inputs(frame, target)
    if not inputs:
        return "no_recipe"
    return "market" if all(_on_the_market(frame, group) for group in inputs) else "yes"


def _known_inputs(frame: Frame, segment: int) -> list[int]:
    """List the asked groups but those of captive stages of which no inputs are known."""
    captive = frame.arrays.captive
    return [
        group
        for group in frame.groups(segment)
        if any(not captive[m] or _known_inputs(frame, m) for m, _ in frame.members(group))
    ]


def _on_the_market(frame: Frame, group: int) -> bool:
    """Tell whether a member is bought, or all that goes into a captive member."""
    return any(
        frame.bought(member, exact=exact) or _all_bought(frame, member)
        for member, exact in frame.members(group)
    )


def _all_bought(frame: Frame, member: int) -> bool:
    inputs = _known_inputs(frame, member) if frame.arrays.captive[member] else []
    return bool(inputs) and all(_on_the_market(frame, group) for group in inputs)
