"""`liantu what-if`: what follows where enterprises stop or land, and segments come or go."""

from collections.abc import Iterator

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import names_options, terms_options, wanted_from
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from api.wanted_stress import WhatIfWanted
from graph.answers.shapes import Completeness
from graph.answers.shapes.what_if import CompletenessShift, GapShifts, ShiftItem, WhatIfBody


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("假设推演：企业关停或落地、环节有无改变以后，逐轮影响什么；不写入。")
    params = [*names_options(WhatIfWanted, say), *terms_options(say)]
    return reading_command("what-if", say, run, params, about)


def run(session: Session, **given: tuple[str, ...]) -> None:
    """Answer like `POST /what-if`."""
    wanted = wanted_from(WhatIfWanted, given, session.say)
    with session.asking() as question:
        body = queries.what_if(question, wanted)
        session.answer(body, lambda: "\n\n".join(_parts(body, session.say)))


def _parts(body: WhatIfBody, say: Say) -> Iterator[str]:
    yield "\n".join(f"* {each.text}" for each in body.supposed)
    yield "\n".join(f"- {each}" for each in body.summary)
    for title, found in ((say("失去"), body.lost), (say("得到"), body.gained)):
        if found:
            yield _shifts(title, found, say)
    if body.completeness:
        yield _completeness(body.completeness, say)
    yield from _gaps(body.gaps, say)
    yield body.method_text
    yield completeness.terms(body, say)


def _shifts(title: str, found: tuple[ShiftItem, ...], say: Say) -> str:
    columns = (Column(say("轮"), right=True), Column(title, ratio=2), Column(say("原因"), ratio=4))
    rows = [(str(e.round), named(e.segment, say), _because(e, say)) for e in found]
    return table(columns, rows)


def _because(item: ShiftItem, say: Say) -> str:
    return item.because.text + (say("（仍可从市场买到）") if item.bought else "")


def _completeness(found: tuple[CompletenessShift, ...], say: Say) -> str:
    columns = (Column(say("产业链"), ratio=2), Column(say("此前")), Column(say("此后")))
    rows = [(named(e.chain, say), _counts(e.before, say), _counts(e.after, say)) for e in found]
    return table(columns, rows)


def _counts(found: Completeness, say: Say) -> str:
    return say(
        "有 {available} 未知 {unknown} 缺 {lacking} / {needed}",
        available=found.available,
        unknown=found.unknown,
        lacking=found.lacking,
        needed=found.needed,
    )


def _gaps(gaps: GapShifts, say: Say) -> Iterator[str]:
    for title, found in (
        (say("新列入补链清单的"), gaps.opened),
        (say("不再列入补链清单的"), gaps.closed),
    ):
        if found:
            columns = (Column(title, ratio=2), Column(say("原因"), ratio=4))
            yield table(columns, [(named(each.gap, say), each.text) for each in found])
