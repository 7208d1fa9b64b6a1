"""What a plan audit finds: two sides that do not fit, and whether that is certain."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Evidence
from graph.model.facts import AnyFact
from graph.model.vocabulary import FindingKind, Severity


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides that do not fit: the facts of each, the first ones named, and the figures worked.

    `numbers` are what the arithmetic of the kind is made of, in an order of its own. `passages`
    are what of the evidence speaks of it, all where nothing is picked out.
    """

    kind: FindingKind
    severity: Severity
    one: tuple[AnyFact, ...]
    other: tuple[AnyFact, ...] = ()
    numbers: tuple[float, ...] = ()
    passages: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        """Stable while both sides are: the kind, and the first fact of each."""
        ends = (each[0].id for each in (self.one, self.other) if each)
        return ".".join(("audit", self.kind, *ends))


Comparisons = Iterator[tuple[FindingKind, Contradiction | None]]
"""Each comparison that a rule made: of which kind, and what it found, null where both fit."""


def evidence_of(finding: Contradiction) -> tuple[Evidence, ...]:
    """Return what proves both sides of a finding, each passage once."""
    told = (e for fact in (*finding.one, *finding.other) for e in fact.evidence)
    return tuple(dict.fromkeys(finding.passages or told))


def severity(*, certain: bool) -> Severity:
    """Return the word for how sure a finding is."""
    return "certain" if certain else "doubtful"
