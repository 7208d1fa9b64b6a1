"""The plan audit 规划体检: where a document contradicts itself, by rules over its facts.

No contradiction is typed in: each rule compares figures or statements that must fit, for all
facts that it finds of that form. docs/audit.md has the formula of each kind.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.analysis import audit_growth, audit_parts, audit_statements, audit_targets
from graph.analysis.audit_findings import Comparisons, Contradiction
from graph.model import Facts
from graph.model.vocabulary import FindingKind

RULES: tuple[Callable[[Facts], Comparisons], ...] = (
    audit_parts.parts_exceed_whole,
    audit_growth.growth,
    audit_targets.two_figures,
    audit_targets.joint_count,
    audit_targets.two_scales,
    audit_growth.share,
    audit_parts.firms_exceed_scale,
    audit_parts.part_takes_all,
    audit_parts.built_exceeds_planned,
    audit_parts.land,
    audit_targets.below_present,
    audit_targets.double_negative,
    audit_statements.stopped_and_counted_on,
    audit_statements.here_and_lacking,
)
"""In the order in which findings of one severity are told."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found, certain ones first, and how many comparisons each kind made."""

    findings: tuple[Contradiction, ...]
    compared: Mapping[FindingKind, int]


def audit(facts: Facts) -> Audit:
    """Compare what must fit, of all facts; linear but for pairs of figures of one subject."""
    made = [each for rule in RULES for each in rule(facts)]
    found = [finding for _, finding in made if finding is not None]
    return Audit(
        findings=tuple(sorted(found, key=lambda each: each.severity != "certain")),
        compared=Counter(kind for kind, _ in made),
    )
