"""The plan audit 规划体检: what a document says against itself."""

from graph.answers.shapes.common import Page, Ref
from graph.model import Evidence, Record
from graph.model.vocabulary import FindingKind, Severity


class AuditItem(Record):
    """Two sides of the plan that do not fit, with the quotes of both and the arithmetic in words.

    `unless` says which reading would reconcile them, null where none does.
    """

    id: str
    kind: FindingKind
    severity: Severity
    statement: str
    arithmetic: str
    unless: str | None
    about: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class AuditBody(Page):
    """What was found, certain ones first; `severities` counts them.

    `compared` tells how many comparisons each kind made, those that fit included.
    """

    severities: dict[str, int]
    compared: dict[str, int]
    items: tuple[AuditItem, ...]
