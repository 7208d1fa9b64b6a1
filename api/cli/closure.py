"""`liantu closure`: everything upstream or downstream of a segment."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import name_argument, options_of, page_options, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from api.wanted import ClosureWanted
from graph.answers.offered import Direction
from graph.answers.shapes import ClosureBody
from graph.message import p_
from viz import style


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("列出一个环节的全部上游（或下游），带级数。")
    params = [
        name_argument("segment", say(p_("metavar", "环节"))),
        *options_of(ClosureWanted, say, "direction", "depth"),
        *page_options(say),
        *terms_options(say),
    ]
    return reading_command("closure", say, run, params, about)


def run(session: Session, segment: str, direction: Direction, depth: int | None) -> None:
    """Answer like `GET /closure`."""
    with session.asking() as question:
        wanted = ClosureWanted(segment=segment, direction=direction, depth=depth)
        body = queries.closure(question, wanted)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: ClosureBody, say: Say) -> str:
    columns = (
        Column(say("级"), right=True),
        Column(say("环节"), ratio=3),
        Column(say("本地状态")),
        Column(say("市场可采购")),
    )
    lang = say.lang
    rows = [
        (
            str(item.depth),
            named(item.segment, say),
            style.status_look(item.local_status).label(lang),
            say("是") if item.traded else "",
        )
        for item in body.items
    ]
    way = say("上游") if body.direction == "up" else say("下游")
    name, shown = named(body.segment, say), len(rows)
    head = say(
        "{name}的{way}：共 {total} 个环节，已列 {shown} 个",
        name=name,
        way=way,
        total=body.total,
        shown=shown,
    )
    found = [table(columns, rows)] if rows else []
    return "\n\n".join([head, *found, completeness.terms(body, say)])
