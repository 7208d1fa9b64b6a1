"""`liantu recognise`: what the firms of a list probably make, and because of which words."""

import getpass
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from api.cli.command import command
from api.cli.import_options import choosing_option
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from api.cli.table_files import files_argument, read_table
from api.cli.tables import Column, table
from api.cli.words import named
from api.publishing import publish
from api.queueing import ListsBody, kept, lists_body
from api.recognising import recognised
from api.workspaces import Workspaces
from graph.edits.changes import Author, commit
from graph.exchange.match.firm_words import KeepChoices
from graph.exchange.read.files import TableFile
from graph.message import Message, _
from graph.model.formats import date_in
from graph.model.plain_looks import BY, STRENGTH, VERB
from graph.recognition.proposal import STRENGTHS, Because, Proposal, RecognitionBody

SHOWN = 500
"""Proposals in the table for people; `--json` holds all."""
_CUT: Mapping[str, Message] = {
    "text": _("文字过长，只读前 {kept} 字"),
    "segments": _("词义过多，只列 {kept} 个"),
    "proposals": _("待确认过多，只列 {kept} 条"),
}


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("从企业名单的用语认出其可能生产的环节，附短语与强弱；不加 --to-queue 不写入。")
    return command("recognise", say, run, [files_argument(), *_options(say)], about)


def _options(say: Say) -> list[click.Parameter]:
    return [
        click.Option(["--to-queue"], is_flag=True, help=say("存下用语，列入待确认")),
        click.Option(["--as-of"], metavar="DATE", help=say("名单的日期，如 2026-06-30")),
        choosing_option(say),
    ]


def run(
    session: Session,
    files: tuple[Path, ...],
    to_queue: bool,  # noqa: FBT001
    as_of: str | None,
    names: tuple[str, ...],
) -> None:
    """Read the lists, and tell what they say; keep it where asked to."""
    say = session.say
    read = [read_table(path, say) for path in files]
    if to_queue:
        _keep(session, read, _choices(as_of, names, say))
        return
    with session.asking() as question, progress(say("正在识别…")):
        body = recognised(question.ws, read, say.lang)
    session.answer(body, lambda: _text(body, say))


def _choices(as_of: str | None, names: tuple[str, ...], say: Say) -> KeepChoices:
    found = date_in(as_of) if as_of else None
    if as_of and found is None:
        raise click.BadParameter(say("应如 2026-06-30"), param_hint="--as-of")
    if wrong := next((each for each in names if "=" not in each), None):
        told = say("“{each}”中没有等号", each=wrong)
        raise click.BadParameter(told, param_hint="--choose")
    pairs = {name.strip(): id_.strip() for name, _, id_ in (e.rpartition("=") for e in names)}
    return KeepChoices(getpass.getuser(), found, pairs)


def _keep(session: Session, read: list[TableFile], choices: KeepChoices) -> None:
    say = session.say
    with session.filled_store() as store:
        workspaces = Workspaces(store, session.settings.dataset)
        ws = workspaces.at(workspaces.current(None))
        change, found = kept(ws, read, choices)
        author = Author(choices.by, date.today().isoformat())
        made = commit(store, ws.facts, change, author, ws.facts.version)
        publish(store, made)
        body = lists_body(ws, made.number, found, say.lang)
    session.answer(body, lambda: _told_of_lists(body, say))


def _told_of_lists(body: ListsBody, say: Say) -> str:
    told = say("{firms} 家企业的用语已存，", firms=body.firms)
    told += say("{changed} 家有变，{gone} 家不再列入", changed=body.changed, gone=body.gone)
    ending = say("；现为版本 {version}，认定：liantu queue", version=body.version)
    skipped = [f"{each.table}:{each.row} {each.why}" for each in body.skipped]
    return "\n".join([told + ending, *skipped])


def _text(body: RecognitionBody, say: Say) -> str:
    columns = (
        Column(say("企业"), ratio=4),
        Column(say("环节"), ratio=3),
        Column(say("强弱")),
        Column(say("短语"), ratio=4),
        Column(say("理解为"), ratio=3),
        Column(say("代码")),
        Column(say("出处"), ratio=3),
    )
    rows = [_row(each, say) for each in body.proposals[:SHOWN]]
    drawn = table(columns, rows) if rows else say("没有认出任何环节")
    return "\n".join([drawn, _total(body, say), *_told(body, say)])


def _row(proposal: Proposal, say: Say) -> tuple[str, ...]:
    first = proposal.because[0]
    more = len(proposal.because) - 1
    return (
        proposal.firm,
        named(proposal.segment, say),
        say(STRENGTH[proposal.strength].words),
        first.phrase,
        _understood(first, say),
        _code(first, say),
        f"{first.table}:{first.row}" + (say(" 另 {more} 处", more=more) if more else ""),
    )


def _understood(because: Because, say: Say) -> str:
    verb = "" if because.verb == "none" else f" · {say(VERB[because.verb].words)}"
    return f"{because.name}（{say(BY[because.by].words)}）{verb}"


def _code(because: Because, say: Say) -> str:
    code = because.industry_code or ""
    if because.code_agrees is None:
        return code
    sign = say("相符") if because.code_agrees else say("不符")
    return f"{code} {sign}".strip()


def _total(body: RecognitionBody, say: Say) -> str:
    counted = Counter(each.strength for each in body.proposals)
    told = say("，").join(f"{say(STRENGTH[each].words)} {counted[each]}" for each in STRENGTHS)
    firms = say("{firms} 家企业，", firms=body.firms)
    total = say("{proposals} 条待确认：", proposals=len(body.proposals))
    rest = len(body.proposals) - SHOWN
    more = say("；只列前 {shown} 条，其余见 --json", shown=SHOWN)
    return firms + total + told + (more if rest > 0 else "")


def _told(body: RecognitionBody, say: Say) -> list[str]:
    """What was cut and what was not read, each with its place."""
    cut = [
        f"{each.table}:{each.row} {each.firm} " + say(_CUT[each.what]).format(kept=each.kept)
        for each in body.cut
    ]
    return cut + [f"{each.table}:{each.row} {each.why}" for each in body.skipped]
