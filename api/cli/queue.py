"""`liantu queue`: who may make what, because of which words; confirm, refuse, undo."""

import getpass
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import click

from api.cli.command import command
from api.cli.options import options_of, page_options, wanted_from
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from api.publishing import publish
from api.queries import Question
from api.queueing import filter_of, proposals, queue_of
from api.wanted import QueueWanted
from api.workspaces import Workspaces
from graph.answers import Workspace
from graph.answers.shapes.edits import EditBody
from graph.edits import history
from graph.edits.changes import Author, Change, commit
from graph.edits.deciding import DecisionsInput, decided, last_decided
from graph.message import _
from graph.model.plain_looks import BY, STRENGTH, VERB
from graph.recognition.proposal import STRENGTHS, Because
from graph.recognition.queue_list import QueueBody, QueueItem, chosen
from graph.store.contract import GraphStore

_Act = Literal["confirm", "refuse", "undo"]
_Options = dict[str, object]


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("待确认：哪家企业可能生产什么，凭哪些用语；确认、否定、撤销。")
    return command("queue", say, run, [*_own(say), *page_options(say)], about)


def _own(say: Say) -> list[click.Parameter]:
    acts = {
        "confirm": say("确认所列编号：liantu queue --confirm ID…"),
        "refuse": say("否定所列编号"),
        "undo": say("撤销本人最近一次认定"),
    }
    return [
        click.Argument(["ids"], nargs=-1, metavar="ID"),
        *options_of(QueueWanted, say),
        *(
            click.Option([f"--{act}", "act"], flag_value=act, default=None, help=about)
            for act, about in acts.items()
        ),
        click.Option(["--all", "every"], is_flag=True, help=say("认定筛选所列的全部，不写编号")),
        click.Option(["--reason"], help=say("理由，可不写")),
        click.Option(["--who"], metavar=say("姓名"), help=say("谁认定，默认当前用户")),
    ]


def run(  # noqa: PLR0913, PLR0917 - the options of the command
    session: Session,
    ids: tuple[str, ...],
    act: _Act | None,
    every: bool,  # noqa: FBT001
    reason: str | None,
    who: str | None,
    **filters: object,
) -> None:
    """Answer like `GET /proposals`, or write like `POST /proposals/decisions`."""
    say = session.say
    wanted = wanted_from(QueueWanted, filters, say)
    if act is None or act == "undo":
        _refuse_ids(ids, say)
    elif bool(ids) == every:
        raise click.UsageError(say("请写出编号，或加 --all 认定筛选所列的全部，二者取一"))
    with session.filled_store() as store:
        workspaces = Workspaces(store, session.settings.dataset)
        ws = workspaces.at(workspaces.current(None))
        asked = Question(ws, say.lang, page=session.page)
        if act is None:
            body = proposals(asked, wanted)
            session.answer(body, lambda: _text(body, say))
            return
        author = Author(who or getpass.getuser(), date.today().isoformat())
        if act == "undo":
            change = _undoing(store, ws, author, say)
        else:
            there = queue_of(ws)
            listed = chosen(there, filter_of(asked, there, wanted)) if every else ()
            said = _said(act, ids or tuple(each.id for each in listed), reason)
            change = decided(ws.facts, there, said, author)
        edit = _written(store, workspaces, ws, change, author)
    session.answer(edit, lambda: _done(edit, change, say))


def _refuse_ids(ids: Sequence[str], say: Say) -> None:
    if ids:
        raise click.UsageError(say("编号之前须写 --confirm 或 --refuse"))


def _said(act: _Act, ids: tuple[str, ...], reason: str | None) -> DecisionsInput:
    if act == "confirm":
        return DecisionsInput(confirm=ids, reason=reason)
    return DecisionsInput(refuse=ids, reason=reason)


def _undoing(store: GraphStore, ws: Workspace, author: Author, say: Say) -> Change:
    last = last_decided(store, ws.facts, author.name)
    return history.undoing(store, last, say("撤销认定"), ws.facts.version)


def _written(
    store: GraphStore, workspaces: Workspaces, ws: Workspace, change: Change, author: Author
) -> EditBody:
    made = commit(store, ws.facts, change, author, ws.facts.version)
    publish(store, made)
    return history.edited(store, workspaces.at(made), change.keys, "zh")


def _done(edit: EditBody, change: Change, say: Say) -> str:
    if not edit.changed:
        return say("没有要改的：均已如此认定")
    return say("{note}。现为版本 {version}", note=change.note, version=edit.version)


def _text(body: QueueBody, say: Say) -> str:
    columns = (
        Column(say("企业"), ratio=4),
        Column(say("环节"), ratio=3),
        Column(say("强弱")),
        Column(say("短语"), ratio=4),
        Column(say("理解为"), ratio=3),
        Column(say("出处"), ratio=3),
    )
    drawn = table(columns, [_row(each, say) for each in body.items], lines=True)
    counted = body.strengths
    total = say(
        _(
            "{firms} 家企业，{segments} 个环节，{total} 条：{counts}",
            firms=body.firms,
            segments=body.segments,
            total=body.total,
            counts=_counts((counted.strong, counted.medium, counted.weak), say),
        )
    )
    if body.next is not None:
        total += say("；下一页 --cursor {next}", next=body.next)
    return f"{drawn}\n{total}"


def _counts(numbers: Iterable[int], say: Say) -> str:
    told = zip(STRENGTHS, numbers, strict=True)
    return say("，").join(f"{say(STRENGTH[each].words)} {n}" for each, n in told)


def _row(item: QueueItem, say: Say) -> tuple[str, ...]:
    first = item.because[0]
    new = "" if item.known else say("（未在册）")
    return (
        f"{item.firm.name}{new}\n{item.id}",
        named(item.segment, say),
        say(STRENGTH[item.strength].words),
        first.phrase,
        _understood(first, say),
        f"{first.table}:{first.row}",
    )


def _understood(because: Because, say: Say) -> str:
    verb = "" if because.verb == "none" else f" · {say(VERB[because.verb].words)}"
    return f"{because.name}（{say(BY[because.by].words)}）{verb}"
