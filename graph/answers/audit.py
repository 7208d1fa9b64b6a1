"""The plan audit: findings with names, sentences, arithmetic and the quotes of both sides."""

from graph.analysis.audit import audit as audited
from graph.analysis.audit_findings import Contradiction, evidence_of
from graph.answers.audit_words import arithmetic, statement, unless
from graph.answers.echo import origin
from graph.answers.shapes.audit import AuditBody, AuditItem
from graph.answers.workspace import Workspace, ref_to
from graph.model.vocabulary import FindingKind, Lang, Severity


def audit(
    ws: Workspace,
    lang: Lang,
    *,
    severity: Severity | None = None,
    kind: FindingKind | None = None,
) -> AuditBody:
    """List what the plan says against itself, certain ones first.

    `severities` and `compared` count without the filters.
    """
    found = audited(ws.facts)
    wanted = [
        each
        for each in found.findings
        if severity in {None, each.severity} and kind in {None, each.kind}
    ]
    counts = {
        code: sum(each.severity == code for each in found.findings)
        for code in ("certain", "doubtful")
    }
    return AuditBody(
        **origin(ws),
        severities=counts,
        compared={str(kind): times for kind, times in found.compared.items()},
        items=tuple(_item(ws, each, lang) for each in wanted),
        total=len(wanted),
    )


def _item(ws: Workspace, finding: Contradiction, lang: Lang) -> AuditItem:
    reading = unless(finding)
    return AuditItem(
        id=finding.id,
        kind=finding.kind,
        severity=finding.severity,
        statement=statement(ws.facts, finding).text(lang),
        arithmetic=arithmetic(finding).text(lang),
        unless=None if reading is None else reading.text(lang),
        about=tuple(dict.fromkeys(ref_to(each) for each in (*finding.one, *finding.other))),
        evidence=evidence_of(finding),
    )
