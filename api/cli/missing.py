"""`liantu missing`: what is missing upstream of a segment, with the proof of each line."""

from textwrap import indent

import click

from api import queries
from api.cli import completeness, unlock
from api.cli.command import reading_command
from api.cli.evidence import EvidenceLines
from api.cli.options import name_argument, options_of, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import listed, named
from api.wanted import MissingWanted
from graph.answers.shapes import KindAnswer, MissingBody, MissingItem
from graph.message import _, p_
from viz import style


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("列出一个环节上游缺什么：证明路径、解锁组合与依据。")
    depth = options_of(MissingWanted, say, "depth")
    params = [name_argument("segment", say(p_("metavar", "环节"))), *depth, *terms_options(say)]
    return reading_command("missing", say, run, params, about)


def run(session: Session, segment: str, depth: int | None) -> None:
    """Answer like `GET /missing`."""
    with session.asking() as question:
        body = queries.missing(question, segment, depth)
        cited = session.cited(question)
        session.answer(body, lambda: _text(body, cited))


def _text(body: MissingBody, cited: EvidenceLines) -> str:
    say = cited.say
    parts = [
        body.sentence,
        _verdicts(body, say),
        _kinds(body, say),
        _missing_table(body, cited) if body.missing else "",
        unlock.shown(body, say),
        _traded(body, cited),
        completeness.terms(body, say),
    ]
    return "\n\n".join(part for part in parts if part)


HERE = (None, "made", "present")
"""Of what is not here only readiness is asked: that it cannot be completed would only say so."""


def _verdicts(body: MissingBody, say: Say) -> str:
    rest = say(
        "配套就绪：{ready}    本地配套率：{rate}",
        ready=style.ANSWER[body.ready].label(say.lang),
        rate=completeness.shown(body.completeness, say),
    )
    if body.local_status not in HERE:
        return rest
    answer = style.ANSWER[body.completable].label(say.lang)
    return say("可补全：{completable}", completable=answer) + "    " + rest


def _kinds(body: MissingBody, say: Say) -> str:
    if not body.kinds:
        return ""
    answered = say("；").join(
        f"{named(each.segment, say)} ({style.status_look(each.local_status).label(say.lang)},"
        f" {_answer(each, say)})"
        for each in body.kinds
    )
    return say("所问为类别，按其种类回答：") + answered


def _answer(kind: KindAnswer, say: Say) -> str:
    if kind.local_status in HERE:
        return style.ANSWER[kind.completable].label(say.lang)
    return f"{say('配套就绪')} {style.ANSWER[kind.ready].label(say.lang)}"


def _missing_table(body: MissingBody, cited: EvidenceLines) -> str:
    say = cited.say
    columns = (
        Column(say("缺失环节"), ratio=3),
        Column(say("状态"), ratio=2),
        Column(say("级"), right=True),
        Column(say("路径；替代；缺口；可供方"), ratio=5),
        Column(say("依据"), ratio=6),
    )
    rows = [
        (
            f"{named(item.segment, say)}\n{item.segment.id}",
            _state(item, say),
            str(item.depth),
            _ways(item, say),
            cited.lines(item.evidence),
        )
        for item in body.missing
    ]
    return table(columns, rows, lines=True)


def _state(item: MissingItem, say: Say) -> str:
    words = [style.STATUS[item.status].label(say.lang)]
    if item.standing is not None:
        words.append(style.STANDING[item.standing].label(say.lang))
    if item.behind:
        words.append(say("在另一缺失环节之后"))
    if not item.essential:
        words.append(say("有替代"))
    return "\n".join(words)


def _ways(item: MissingItem, say: Say) -> str:
    parts = [" → ".join(named(ref, say) for ref in item.path)]
    for message, refs in (
        (_("替代"), item.alternatives),
        (_("缺口"), item.gaps),
        (_("相关缺口"), item.related),
        (_("可供方"), item.suppliers),
    ):
        if refs:
            parts.append(say("{message}：", message=message) + listed(refs, say))
    return "\n".join(parts)


def _traded(body: MissingBody, cited: EvidenceLines) -> str:
    """List what is bought: why anyone can, and what proves that it is an input."""
    if not body.traded:
        return ""
    say = cited.say
    title = say("结论所依的市场采购品")
    lines = [
        f"  {named(each.segment, say)} ({say('第 {depth} 级', depth=each.depth)}):"
        f" {each.reason}\n{indent(cited.lines(each.evidence), '    ')}"
        for each in body.traded
    ]
    return "\n".join([title, *lines])
