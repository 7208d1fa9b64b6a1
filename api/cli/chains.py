"""`liantu chains`: every chain with its counts."""

import click

from api.cli.command import reading_command
from api.cli.completeness import shown
from api.cli.options import terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from graph import answers
from graph.answers.shapes import ChainsBody
from graph.message import p_


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("列出产业链：环节、企业、缺口数与本地配套率。")
    return reading_command("chains", say, run, terms_options(say), about)


def run(session: Session) -> None:
    """Answer like `GET /chains`."""
    with session.asking() as question:
        body = answers.chains(question.ws, question.terms)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: ChainsBody, say: Say) -> str:
    columns = (
        Column(say("产业链")),
        Column("id"),
        Column(say(p_("several", "环节")), right=True),
        Column(say("有企业"), right=True),
        Column(say("已有"), right=True),
        Column(say("未知"), right=True),
        Column(say("企业"), right=True),
        Column(say(p_("several", "缺口")), right=True),
        Column(say("本地配套率")),
    )
    rows = [
        (
            say.either(item.name, item.name_en),
            item.id,
            str(item.segments),
            str(item.counts.made),
            str(item.counts.present),
            str(item.counts.unknown),
            str(item.enterprises),
            str(item.gaps),
            shown(item.completeness, say),
        )
        for item in body.items
    ]
    return table(columns, rows)
