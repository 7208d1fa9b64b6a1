"""`liantu history`: 修订记录, who changed what, when and why."""

import click

from api.cli.command import reading_command
from api.cli.options import page_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.histories import history_page
from api.workspaces import Workspaces
from graph.answers.shapes.edits import HistoryBody, VersionItem


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("修订记录：何人、何时、为何改了什么。")
    return reading_command("history", say, run, page_options(say), about)


def run(session: Session) -> None:
    """Answer like `GET /history`."""
    with session.filled_store() as store:
        workspaces = Workspaces(store, session.settings.dataset)
        version = session.shown(workspaces)
        ws = workspaces.at(version)
        body = history_page(store, version, ws, session.page, session.say.lang)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: HistoryBody, say: Say) -> str:
    columns = (
        Column(say("版本"), right=True),
        Column(say("时间（UTC）")),
        Column(say("何人")),
        Column(say("为何"), ratio=2),
        Column(say("更改"), ratio=4),
    )
    rows = [
        (
            str(item.version),
            item.at[:16].replace("T", " "),
            item.by or "",
            item.note or "",
            _what(item, say),
        )
        for item in body.items
    ]
    listed = say("共 {total} 个版本，已列 {shown} 个", total=body.total, shown=len(rows))
    if body.next is not None:
        listed += say("；下一页 --cursor {next}", next=body.next)
    return "\n\n".join([table(columns, rows, lines=True), listed])


def _what(item: VersionItem, say: Say) -> str:
    if item.cause == "load":
        return say(
            "载入 {edition}：新增 {added}、改变 {changed}、移除 {removed}",
            edition=item.edition,
            added=item.added,
            changed=item.changed,
            removed=item.removed,
        )
    words = {
        "reported": say("填报"),
        "changed": say("改变"),
        "denied": say("否定"),
        "withdrawn": say("撤回"),
    }
    lines = [f"{words[edit.action]} {edit.text}" for edit in item.edits]
    more = [say("另有 {more} 条", more=item.more)] if item.more else []
    return "\n".join([*lines, *more])
