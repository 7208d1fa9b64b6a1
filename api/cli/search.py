"""`liantu search`: records by name."""

import click

from api import queries
from api.cli.command import reading_command
from api.cli.options import name_argument, page_options, wanted_from
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import type_word
from api.wanted import SearchWanted
from api.workspaces import Workspaces
from graph.answers.shapes import SearchBody


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("按名称、别名、英文或拼音查找，并列出规划原文里的句子。")
    params = [name_argument("text", say("文字")), *page_options(say)]
    return reading_command("search", say, run, params, about)


def run(session: Session, text: str) -> None:
    """Answer like `GET /search`."""
    with session.filled_store() as store:
        version = session.shown(Workspaces(store, session.settings.dataset))
        wanted = wanted_from(SearchWanted, {"q": text}, session.say)
        facts = store.read(version.dataset, version.number)
        body = queries.search(store, version, wanted, session.page, facts)
    session.answer(body, lambda: _text(body, session.say))


def _text(body: SearchBody, say: Say) -> str:
    if not body.items and not body.passages:
        return say("没有找到")
    return "\n\n".join(part for part in (_names(body, say), _passages(body, say)) if part)


def _names(body: SearchBody, say: Say) -> str:
    if not body.items:
        return ""
    columns = (
        Column(say("类型")),
        Column(say("名称")),
        Column("id"),
        Column(say("匹配")),
    )
    rows = [(type_word(item.type, say), item.name, item.id, item.matched) for item in body.items]
    total = say("共 {total} 条，已列 {shown} 条", total=body.total, shown=len(rows))
    return f"{table(columns, rows)}\n{total}"


def _passages(body: SearchBody, say: Say) -> str:
    if not body.passages:
        return ""
    shown, total = len(body.passages), body.passages_total
    head = say("原文里的 {total} 句，已列 {shown} 句", total=total, shown=shown)
    lines = [f"  {each.document.name}:{each.line} {each.text}" for each in body.passages]
    return "\n".join([head, *lines])
