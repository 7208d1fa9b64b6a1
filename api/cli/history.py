"""`liantu history`: 修订记录, who changed what, when and why."""

import click

from api.cli.command import command
from api.cli.options import page_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.histories import history_page
from api.workspaces import Workspaces
from graph.answers.shapes.edits import HistoryBody, VersionItem


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("修订记录：何人、何时、为何改了什么。", "Who changed what, when and why.")
    return command("history", say, run, page_options(say), about)


def run(session: Session) -> None:
    """Answer like `GET /history`."""
    with session.filled_store() as store:
        workspaces = Workspaces(store, session.settings.dataset)
        version = workspaces.current(None)
        ws = workspaces.at(version)
        body = history_page(store, version, ws, session.page, session.say.lang)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: HistoryBody, say: Say) -> str:
    columns = (
        Column(say("版本", "version"), right=True),
        Column(say("时间（UTC）", "time (UTC)")),
        Column(say("何人", "who")),
        Column(say("为何", "why"), ratio=2),
        Column(say("更改", "what"), ratio=4),
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
    listed = say(f"共 {body.total} 个版本，已列 {len(rows)} 个", f"{len(rows)} of {body.total}")
    if body.next is not None:
        listed += say(f"；下一页 --cursor {body.next}", f"; next page: --cursor {body.next}")
    return "\n\n".join([table(columns, rows, lines=True), listed])


def _what(item: VersionItem, say: Say) -> str:
    if item.cause == "load":
        return say(
            f"载入 {item.edition}：新增 {item.added}、改变 {item.changed}、移除 {item.removed}",
            f"{item.edition} loaded: +{item.added} ~{item.changed} −{item.removed}",
        )
    words = {
        "reported": say("填报", "reported"),
        "changed": say("改变", "changed"),
        "denied": say("否定", "denied"),
        "withdrawn": say("撤回", "taken back"),
    }
    lines = [f"{words[edit.action]} {edit.text}" for edit in item.edits]
    more = [say(f"另有 {item.more} 条", f"{item.more} more")] if item.more else []
    return "\n".join([*lines, *more])
