"""Ready 配套就绪 and completable: are the inputs in place, and can it be made here."""

from dataclasses import dataclass

from graph.analysis.targets import answered_for
from graph.model.vocabulary import Answer
from graph.network.frame import Frame
from graph.network.kernels import Completable, World

_BEST_FIRST: tuple[Answer, ...] = ("yes", "market", "no_recipe", "unknown", "no")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a segment is completable, and whether its inputs are ready."""

    completable: Answer
    ready: Answer


def verdict(frame: Frame, target: int) -> Verdict:
    """Judge a segment; of a category the best of the kinds for which it is answered.

    The boundary never applies to the segment asked. `market` replaces a yes where each of its
    essential groups (captive stages passed through) can be bought; `no_recipe` replaces it
    where there is no group.
    """
    kinds = answered_for(frame, target)
    if kinds == [target]:
        return Verdict(_completable(frame, target), _ready(frame, target))
    found = [verdict(frame, kind) for kind in kinds]
    completable = _best([each.completable for each in found])
    if completable == "no" and frame.known_general[target]:
        completable = "unknown"
    return Verdict(completable, _best([each.ready for each in found]))


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
    groups = frame.groups(target)
    if not groups:
        return "no_recipe"
    return "market" if all(_on_the_market(frame, g, frozenset()) for g in groups) else "yes"


def _on_the_market(frame: Frame, group: int, passed: frozenset[int]) -> bool:
    members = frame.members(group)
    if any(frame.bought(member, exact=exact) for member, exact in members):
        return True
    return any(
        all(_on_the_market(frame, inner, passed | {member}) for inner in frame.groups(member))
        for member, _ in members
        if frame.arrays.captive[member] and member not in passed
    )
