"""`liantu audit`: 规划体检, what the plan says against itself."""

import click

from api import queries
from api.cli.command import reading_command
from api.cli.options import options_of, page_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.wanted_around import AuditFilter
from graph.answers.shapes import AuditBody, AuditItem
from graph.model.audit_looks import FINDINGS, SEVERITIES
from graph.model.vocabulary import FindingKind, Severity


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("规划体检：规划自相矛盾之处，附算式与两处原文。")
    return reading_command(
        "audit", say, run, [*options_of(AuditFilter, say), *page_options(say)], about
    )


def run(session: Session, severity: Severity | None, kind: FindingKind | None) -> None:
    """Answer like `GET /audit`."""
    with session.asking() as question:
        body = queries.audit(question, AuditFilter(severity=severity, kind=kind))
        session.answer(body, lambda: _text(body, session.say))


def _text(body: AuditBody, say: Say) -> str:
    columns = (
        Column(say("把握")),
        Column(say("哪里不合"), ratio=4),
        Column(say("算式"), ratio=3),
        Column(say("除非"), ratio=2),
        Column(say("原文行"), ratio=1),
    )
    rows = [_row(item, say) for item in body.items]
    times = sum(body.compared.values())
    if not any(body.severities.values()):
        return say("比对 {n} 次，没有发现规划自相矛盾", n=times)
    first = say("规划有 {certain} 处确定自相矛盾，另有 {doubtful} 处存疑", **body.severities)
    compared = say("按规则比对 {n} 次，其余都相合", n=times)
    return "\n\n".join([first, table(columns, rows, lines=True), compared])


def _row(item: AuditItem, say: Say) -> tuple[str, ...]:
    lines = dict.fromkeys(str(each.line) for each in item.evidence if each.line)
    return (
        SEVERITIES[item.severity].label(say.lang),
        f"{FINDINGS[item.kind].label(say.lang)}\n{item.statement}",
        item.arithmetic,
        item.unless or "",
        "\n".join(lines),
    )
