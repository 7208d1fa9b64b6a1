"""`liantu merge`: two enterprises that are one; with `--split` two after all."""

import getpass
from datetime import date

import click

from api.cli.command import command
from api.cli.options import name_argument
from api.cli.say import Say
from api.cli.session import Session
from api.publishing import publish
from api.workspaces import Workspaces
from graph.answers import resolve
from graph.answers.shapes.edits import EditBody
from graph.edits import history, merging
from graph.edits.changes import Author, commit
from graph.edits.inputs import MergeInput
from graph.message import p_


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("把另一家企业并入这一家，或以 --split 再分开；加 --apply 才写入。")
    params: list[click.Parameter] = [
        name_argument("name", say(p_("metavar", "名称"))),
        name_argument("other", say("另一名称")),
        click.Option(["--split"], is_flag=True, help=say("把曾并入的编号再分出来")),
        click.Option(["--reason"], required=True, metavar=say("理由"), help=say("为何，怎样得知")),
        click.Option(["--by"], metavar=say("姓名"), help=say("谁填报，默认当前用户")),
        click.Option(["--apply", "write"], is_flag=True, help=say("写入")),
    ]
    return command("merge", say, run, params, about)


def run(  # noqa: PLR0913, PLR0917 - the options of the command
    session: Session,
    name: str,
    other: str,
    split: bool,  # noqa: FBT001
    reason: str,
    by: str | None,
    write: bool,  # noqa: FBT001
) -> None:
    """Answer like `POST /enterprises/{id}/merge` and `/split`."""
    say, author = session.say, Author(by or getpass.getuser(), date.today().isoformat())
    said = MergeInput.model_validate({"reason": reason, "evidence": [{"note": reason}]})
    with session.filled_store() as store:
        workspaces = Workspaces(store, session.settings.dataset)
        ws = workspaces.at(workspaces.current(None))
        keep = resolve(ws, name, "enterprise")
        gone = other if split else resolve(ws, other, "enterprise")
        made = merging.split if split else merging.merged
        change = made(store, ws, (keep, gone), said, author)
        if write:
            version = commit(store, ws.facts, change, author, ws.facts.version)
            publish(store, version)
            body = history.edited(store, workspaces.at(version), change.keys, say.lang)
        else:
            body = history.would_edit(ws, ws, change, say.lang)
        body = body.model_copy(update={"differing": change.told(say.lang)})
    session.answer(body, lambda: _text(body, say))


def _text(body: EditBody, say: Say) -> str:
    lines = [f"  {each.text}" for each in body.edits]
    lines += [f"  ! {each}" for each in body.differing]
    end = say("已写入，现为版本 {version}", version=body.version)
    return "\n".join([*lines, end if body.changed else say("尚未写入；加 --apply 写入")])
