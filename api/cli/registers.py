"""`liantu registers`: lists of firms with date and coverage, what they show, whom to review."""

from typing import get_args

import click

from api.cli.command import reading_command
from api.cli.editing import edit
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from graph.answers.offered import FirmState
from graph.answers.registers import listed_firms, registers_body
from graph.answers.shapes.registers import ListedFirmsBody, RegisterItem, RegistersBody
from graph.edits.reviewing import register_withdrawn
from graph.message import _
from graph.model.plain_looks import COVERAGE

SHOWN = 200
"""Enterprises in the table for people; `--json` holds all."""


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("名录：日期、覆盖范围、疑点与结论；--list 列出名录中的企业，--withdraw 撤回一份。")
    options: list[click.Parameter] = [
        click.Option(
            ["--list", "state"],
            type=click.Choice(get_args(FirmState)),
            help=say("名录中的企业：待核对、已核对、不再列入、已注销，或全部"),
        ),
        click.Option(["--withdraw"], metavar=say("名称"), help=say("撤回这份名录，结论随之消失")),
        click.Option(["--reason"], metavar=say("理由"), help=say("为何撤回")),
        click.Option(["--by"], metavar=say("姓名"), help=say("谁填报，默认当前用户")),
    ]
    return reading_command("registers", say, run, options, about)


def run(
    session: Session,
    state: FirmState | None,
    withdraw: str | None,
    reason: str | None,
    by: str | None,
) -> None:
    """Answer like `GET /registers` or `/registers/firms`, or write like `DELETE /registers/…`."""
    say = session.say
    if withdraw:
        if session.version is not None:
            raise click.UsageError(say("--withdraw 写入现行版，不能带 --version"))
        note = reason or _("撤回名录").text("zh")
        edit(session, by, lambda ws, _who: register_withdrawn(ws, withdraw, note))
        return
    with session.asking() as question:
        if state is None:
            body = registers_body(question.ws, say.lang)
            session.answer(body, lambda: _registers(body, say))
        else:
            firms = listed_firms(question.ws, state)
            session.answer(firms, lambda: _firms(firms, say))


def _registers(body: RegistersBody, say: Say) -> str:
    if not body.items:
        return say("还没有名录：liantu import 文件 --register 名称 --as-of 日期 --covers 范围")
    return "\n".join(line for item in body.items for line in _register(item, say))


def _register(item: RegisterItem, say: Say) -> list[str]:
    lines = [
        say(
            "名录“{name}”，{date}，{region}，{coverage}",
            name=item.name,
            date=item.as_of,
            region=named(item.region, say),
            coverage=say(COVERAGE[item.coverage].words),
        ),
        say(
            "  在册 {listed} 家（注销或迁出 {closed}），已核对 {reviewed}，不再列入 {gone}；"
            "名录未见 {unlisted} 个环节",
            **item.model_dump(include={"listed", "closed", "reviewed", "gone", "unlisted"}),
        ),
    ]
    return [*lines, *(say("  疑点：{text}", text=doubt.text) for doubt in item.doubts)]


def _firms(body: ListedFirmsBody, say: Say) -> str:
    columns = (
        Column(say("编号"), ratio=2),
        Column(say("企业"), ratio=4),
        Column(say("代码")),
        Column(say("说法"), ratio=6),
        Column(say("因它未知"), right=True),
    )
    rows = [
        (
            each.key,
            each.name,
            say("、").join(each.codes),
            say("；").join((*each.gone_from, *each.words))[:120],
            str(each.keeps),
        )
        for each in body.items[:SHOWN]
    ]
    return table(columns, rows) + "\n" + say("共 {n} 家", n=body.total)
