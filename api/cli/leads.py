"""`liantu leads`: who works on which gap, how far they are, and who is late."""

import click

from api import leading
from api.cli.command import reading_command
from api.cli.options import options_of, page_options, wanted_from
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from api.wanted_leads import LeadsWanted
from graph.answers.shapes.leads import LeadItem, LeadsBody
from graph.model.plain_looks import LEAD_STAGE


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("招商线索：缺口、目标企业、责任单位、阶段、期限；逾期的在前。")
    params = [*options_of(LeadsWanted, say), *page_options(say)]
    return reading_command("leads", say, run, params, about)


def run(session: Session, **wanted: str | None) -> None:
    """Answer like `GET /leads`."""
    asked = wanted_from(LeadsWanted, wanted, session.say)
    with session.asking() as question:
        body = leading.leads(question, asked)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: LeadsBody, say: Say) -> str:
    columns = (
        Column(say("期限"), ratio=2),
        Column(say("对接阶段")),
        Column(say("缺口"), ratio=3),
        Column(say("目标企业"), ratio=3),
        Column(say("责任单位"), ratio=2),
        Column(say("需留意"), ratio=4),
    )
    rows = [_row(item, say) for item in body.items]
    total = say("招商线索 {n} 条，逾期 {late} 条", n=body.total, late=body.late)
    if body.next is not None:
        total += say("；下一页 --cursor {next}", next=body.next)
    return "\n\n".join([table(columns, rows, lines=True), total] if rows else [total])


def _row(item: LeadItem, say: Say) -> tuple[str, ...]:
    late = say("逾期 {n} 天", n=item.days_late) if item.overdue else ""
    return (
        "\n".join(filter(None, (item.deadline or "—", late))),
        LEAD_STAGE[item.stage].label(say.lang),
        f"{named(item.gap, say)}\n{item.id}",
        say("、").join(item.targets),
        item.owner,
        "\n".join(each.text for each in item.remarks),
    )
