"""`liantu recognise`: what the firms of a list probably make, and because of which words."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import click

from api.cli.command import command
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from api.cli.table_files import files_argument, read_table
from api.cli.tables import Column, table
from api.cli.words import named
from api.recognising import recognised
from graph.message import Message, _
from graph.recognition.proposal import STRENGTHS, Because, Proposal, RecognitionBody

SHOWN = 500
"""Proposals in the table for people; `--json` holds all."""
_STRENGTHS: Mapping[str, Message] = {
    "strong": _("强"),
    "medium": _("中"),
    "weak": _("弱"),
}
_BY: Mapping[str, Message] = {
    "name": _("环节名称"),
    "alias": _("别名"),
    "synonym": _("行业说法"),
    "standard_phrase": _("规范表述"),
    "firm_name": _("企业名称"),
}
_VERBS: Mapping[str, Message] = {
    "makes": _("生产"),
    "processes": _("加工"),
    "sells": _("销售"),
    "develops": _("研发"),
    "repairs": _("安装维修"),
    "none": Message(""),
}
_CUT: Mapping[str, Message] = {
    "text": _("文字过长，只读前 {kept} 字"),
    "segments": _("词义过多，只列 {kept} 个"),
    "proposals": _("待确认过多，只列 {kept} 条"),
}


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("从企业名单的用语认出其可能生产的环节，附短语与强弱；不写入任何内容。")
    return command("recognise", say, run, [files_argument()], about)


def run(session: Session, files: tuple[Path, ...]) -> None:
    """Read the lists, and tell what they say."""
    say = session.say
    read = [read_table(path, say) for path in files]
    with session.asking() as question, progress(say("正在识别…")):
        body = recognised(question.ws, read, say.lang)
    session.answer(body, lambda: _text(body, say))


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
        _word(_STRENGTHS, proposal.strength, say),
        first.phrase,
        _understood(first, say),
        _code(first, say),
        f"{first.table}:{first.row}" + (say(" 另 {more} 处", more=more) if more else ""),
    )


def _understood(because: Because, say: Say) -> str:
    verb = _word(_VERBS, because.verb, say)
    return f"{because.name}（{_word(_BY, because.by, say)}）" + (f" · {verb}" if verb else "")


def _code(because: Because, say: Say) -> str:
    code = because.industry_code or ""
    if because.code_agrees is None:
        return code
    sign = say("相符") if because.code_agrees else say("不符")
    return f"{code} {sign}".strip()


def _word(words: Mapping[str, Message], code: str, say: Say) -> str:
    return say(words[code])


def _total(body: RecognitionBody, say: Say) -> str:
    counted = Counter(each.strength for each in body.proposals)
    told = say("，").join(f"{_word(_STRENGTHS, each, say)} {counted[each]}" for each in STRENGTHS)
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
