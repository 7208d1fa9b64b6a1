"""Two plan periods: which intentions are carried on, which are not named again, which are new."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Claim, Document, Fact, Facts, Gap, Indicator, Mention, Project
from graph.model.facts import AnyFact


@dataclass(frozen=True, slots=True)
class PlanPeriods:
    """The plan of the newest period beside the last document before it, and what each intends.

    An intention that the newer one does not name again is not taken back by that.
    """

    older: Document
    newer: Document
    carried_on: tuple[AnyFact, ...]
    dropped: tuple[AnyFact, ...]
    first_named: tuple[AnyFact, ...]


def plan_periods(facts: Facts) -> PlanPeriods | None:
    """Compare the newest plan of a period with what came before it; null where there are no two."""
    dated = sorted((e for e in facts.documents.values() if e.date), key=lambda e: e.date or "")
    plans = [each for each in dated if each.edition]
    before = [each for each in dated if plans and (each.date or "") < (plans[-1].date or "")]
    if not before:
        return None
    older, newer = before[-1], plans[-1]
    stated = [(fact, _documents(fact)) for fact in _intended(facts)]
    return PlanPeriods(
        older,
        newer,
        carried_on=tuple(f for f, named in stated if {older.id, newer.id} <= named),
        dropped=tuple(f for f, named in stated if older.id in named and newer.id not in named),
        first_named=tuple(f for f, named in stated if newer.id in named and older.id not in named),
    )


def _intended(facts: Facts) -> Iterator[AnyFact]:
    """What a plan wants: gaps, what is sought or built, what is to be developed, targets."""
    for fact in facts.public():
        match fact:
            case Gap() | Project() | Claim(status="sought" | "developing"):
                yield fact
            case Mention() if fact.intent:
                yield fact
            case Indicator(actual_or_target="target"):
                yield fact


def _documents(fact: Fact) -> set[str]:
    return {each.document for each in fact.evidence if each.document}
