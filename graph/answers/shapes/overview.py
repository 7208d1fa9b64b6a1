"""The overview of a district: what it finds first, its industries, its targets, its grounds."""

from graph.answers.shapes.chains import IndustryItem
from graph.answers.shapes.common import Computed, Ref
from graph.answers.shapes.district import IndicatorItem
from graph.model import Record


class Goal(Record):
    """A target beside today; `same` where both carry the same name, else only a comparison.

    `share` is today / target, null where one of them is not a positive number.
    """

    target: IndicatorItem
    today: IndicatorItem | None
    same: bool
    share: float | None


class IndustryOverview(Record):
    """An industry with its gaps by standing and its targets, the main one first."""

    industry: IndustryItem
    standings: dict[str, int]
    goals: tuple[Goal, ...]


class Grounds(Record):
    """What the facts rest on: shares between 0 and 1, and dates.

    `domain_share` is the part of all facts that rests on engineering knowledge alone;
    `reported_as_of` the newest date of a reported fact, null where nothing is reported.
    """

    basis_share: dict[str, float]
    domain_share: float
    unknown_share: float | None
    edition: str
    edition_date: str
    reported_as_of: str | None


class Overview(Computed):
    """总览: one sentence first; `first` is the gap, or the question, that it names."""

    headline: str
    standings: dict[str, int]
    first: Ref | None
    industries: tuple[IndustryOverview, ...]
    goals: tuple[Goal, ...]
    grounds: Grounds
