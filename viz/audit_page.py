"""The page of the plan audit; a body in, an HTML text out."""

from dataclasses import dataclass

from graph.answers.shapes import AuditBody
from graph.model.audit_looks import FINDINGS, SEVERITIES
from viz.chrome import Chrome
from viz.render import render


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """The question of `/audit`, as it was typed."""

    severity: str = ""
    kind: str = ""


def audit_page(chrome: Chrome, body: AuditBody, query: AuditQuery) -> str:
    """`/audit?severity=&kind=`: what the plan says against itself, both quotes and arithmetic."""
    looks = {"severities": SEVERITIES, "findings": FINDINGS}
    return render("audit.html", chrome, body=body, query=query, **looks)
