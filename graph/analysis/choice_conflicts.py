"""What keeps wishes from being met, and the least that would have to give way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from graph.analysis.choose import Ground, Wishes, limits_of
from graph.analysis.gain_model import NOTHING, GainModel
from graph.analysis.optimum import Limits, best_choice, least_room

ConflictCode = Literal[
    "nothing", "force_forbid", "k", "budget", "land", "larger_k", "more_budget", "more_land"
]
LONG_ENOUGH = 0.5


@dataclass(frozen=True)
class ChoiceConflict:
    """A conflict: of `force_forbid` the segments that are both, else those that are forced.

    `least` is the smallest k or budget that would do, or how much more land; `parks` how much
    more each park would need. The last three codes say that the limits leave nothing that gains.
    """

    code: ConflictCode
    segments: tuple[int, ...] = ()
    least: float = 0.0
    parks: Mapping[str, float] = field(default_factory=dict)


def conflicts(ground: Ground, wishes: Wishes) -> tuple[ChoiceConflict, ...]:
    """List what contradicts what, before anything is chosen; nothing where a choice exists."""
    both = wishes.forced & wishes.forbidden
    if both:
        return (ChoiceConflict("force_forbid", tuple(sorted(both))),)
    if not (ground.candidates.keys() | wishes.forced) - wishes.forbidden:
        return (ChoiceConflict("nothing"),)
    return tuple(_of_forced(wishes))


def _of_forced(wishes: Wishes) -> Iterator[ChoiceConflict]:
    forced = tuple(sorted(wishes.forced))
    if len(forced) > wishes.k:
        yield ChoiceConflict("k", forced, float(len(forced)))
    spent = sum(wishes.costs.get(each, 0.0) for each in forced)
    if wishes.budget is not None and spent > wishes.budget:
        yield ChoiceConflict("budget", forced, spent)
    if wishes.parks:
        more = least_room(_land_of(wishes), forced)
        if more:
            yield ChoiceConflict("land", forced, sum(more.values()), more)


def _land_of(wishes: Wishes) -> Limits:
    """Return the limits of land, by segments instead of literals."""
    return Limits(wishes.k, parks=wishes.parks, land=wishes.land, fits=wishes.fits)


def nothing_gained(model: GainModel, ground: Ground, wishes: Wishes) -> tuple[ChoiceConflict, ...]:
    """Say of limits under which nothing gains what would have to grow; nothing where none would do.

    Each alone: the smallest k, the smallest budget, the least land more in one park.
    """
    limits = limits_of(model, ground, wishes)
    found = [_larger_k(model, limits), _more_budget(model, limits), _more_land(model, limits)]
    return tuple(each for each in found if each is not None)


def _larger_k(model: GainModel, limits: Limits) -> ChoiceConflict | None:
    """Try a few more: what lacks ten things is no near miss."""
    for k in range(limits.k + 1, min(limits.k + 5, len(model.candidates)) + 1):
        found = best_choice(model, replace(limits, k=k), seconds=LONG_ENOUGH)
        if found is not None and found.worth > NOTHING:
            return ChoiceConflict("larger_k", least=float(k))
    return None


def _gaining(model: GainModel) -> list[int]:
    return [each for each in range(len(model.candidates)) if model.worth({each}) > NOTHING]


def _more_budget(model: GainModel, limits: Limits) -> ChoiceConflict | None:
    if limits.budget is None:
        return None
    spent = sum(limits.costs.get(each, 0.0) for each in limits.forced)
    needed = [spent + limits.costs.get(each, 0.0) for each in _gaining(model)]
    above = [each for each in needed if each > limits.budget]
    return ChoiceConflict("more_budget", least=min(above)) if above else None


def _more_land(model: GainModel, limits: Limits) -> ChoiceConflict | None:
    if not limits.parks:
        return None
    wanted = [least_room(limits, {*limits.forced, each}) for each in _gaining(model)]
    short = [more for more in wanted if more]
    if not short:
        return None
    least = min(short, key=lambda more: sum(more.values()))
    return ChoiceConflict("more_land", least=sum(least.values()), parks=least)
