"""`liantu verify`: 核实清单, what to ask first, and whom."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import page_options, terms_options
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from graph.answers.shapes import (
    EnterpriseSheet,
    FirstQuestion,
    VerifyBody,
    VerifyByEnterpriseBody,
    VerifyItem,
)
from graph.message import p_


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("核实清单：先核实哪些环节，问谁，有与无各改变什么。")
    by = click.Option(
        ["--by"],
        type=click.Choice(("gap", "firm")),
        default="gap",
        help=say("一问一行（默认），或一家企业一张单"),
    )
    return reading_command("verify", say, run, [by, *page_options(say), *terms_options(say)], about)


def run(session: Session, by: str) -> None:
    """Answer like `GET /verify`."""
    with session.asking() as question:
        with progress(session.say("正在推演每个问题…")):
            asked = queries.verify(question) if by == "gap" else None
            sheets = None if asked else queries.verify_by_enterprise(question)
        if asked:
            session.answer(asked, lambda: _text(asked, session.say))
        if sheets:
            session.answer(sheets, lambda: _sheets(sheets, session.say))


def _sheets(body: VerifyByEnterpriseBody, say: Say) -> str:
    parts = [_sheet(sheet) for sheet in body.items]
    listed = say("{questions} 个问题，{total} 张单", questions=body.questions, total=body.total)
    return "\n\n".join([*parts, listed, completeness.terms(body, say)])


def _sheet(sheet: EnterpriseSheet) -> str:
    asked = [item.question for item in sheet.first] + [item.question for item in sheet.questions]
    return "\n".join([f"{sheet.name}（{len(asked)}）", *(f"  {each}" for each in asked)])


def _text(body: VerifyBody, say: Say) -> str:
    columns = (
        Column(say("要问的问题"), ratio=4),
        Column(say("问谁"), ratio=4),
        Column(say("若答“有”"), ratio=3),
        Column(say("若答“无”"), ratio=3),
        Column(say(p_("several", "改变")), right=True),
    )
    rows = [
        (
            f"{item.question}\n{item.segment.id}",
            _whom(item, say),
            item.if_yes.text,
            item.if_no.text,
            str(item.changes),
        )
        for item in body.items
    ]
    listed = say("共 {total} 条，已列 {shown} 条", total=body.total, shown=len(rows))
    if body.next is not None:
        listed += say("；下一页 --cursor {next}", next=body.next)
    first = [_first(body, say)] if body.first else []
    parts = [*first, table(columns, rows, lines=True), listed, completeness.terms(body, say)]
    return "\n\n".join(parts)


def _first(body: VerifyBody, say: Say) -> str:
    """List the questions about facts themselves, each with whom to ask."""
    lines = [f"  {item.question}（{_whom(item, say)}）" for item in body.first]
    return "\n".join([say("先问 {n} 个", n=len(lines)), *lines])


def _whom(item: VerifyItem | FirstQuestion, say: Say) -> str:
    return say("、").join(whom if isinstance(whom, str) else named(whom, say) for whom in item.ask)
