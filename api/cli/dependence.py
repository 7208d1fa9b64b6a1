"""`liantu dependence`: what hangs on whom."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import options_of, page_options, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import listed, named
from api.wanted import DependenceWanted
from graph.answers.shapes import DependenceBody, DependenceItem, External


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("依存与风险：只点名一家的环节、集中度、下游波及、对外依存。")
    chain = options_of(DependenceWanted, say)
    return reading_command(
        "dependence", say, run, [*chain, *page_options(say), *terms_options(say)], about
    )


def run(session: Session, chain: str | None) -> None:
    """Answer like `GET /dependence`."""
    with session.asking() as question:
        body = queries.dependence(question, chain)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: DependenceBody, say: Say) -> str:
    columns = (
        Column(say("环节"), ratio=3),
        Column(say("在产企业"), ratio=4),
        Column("HHI", right=True),
        Column(say("离不开它"), right=True),
        Column(say("波及"), ratio=4),
        Column(say("对外依存")),
    )
    rows = [_row(item, say) for item in body.items]
    total = say(
        "共 {total} 条，其中资料只点名一家的 {single} 条；已列 {shown} 条",
        total=body.total,
        single=body.single,
        shown=len(rows),
    )
    return "\n\n".join([table(columns, rows), total, completeness.terms(body, say)])


def _row(item: DependenceItem, say: Say) -> tuple[str, ...]:
    alone = say("（资料只点名一家）") if item.single_makers else ""
    shown = say("、").join(named(ref, say) for ref in item.reaches[:5])
    more = say(" 等 {reach} 个", reach=item.reach) if item.reach > 5 else ""
    return (
        named(item.segment, say),
        listed(item.makers, say) + alone,
        "" if item.hhi is None else f"{item.hhi:.2f}",
        str(item.holds or ""),
        shown + more,
        _external(item.external, say),
    )


def _external(found: External, say: Say) -> str:
    if not found.needed:
        return ""
    counts = say(
        "外购 {bought} 未知 {unknown} 缺 {lacking} / {needed}",
        bought=found.bought,
        unknown=found.unknown,
        lacking=found.lacking,
        needed=found.needed,
    )
    if found.display != "percent" or found.low is None or found.high is None:
        return counts
    return f"{found.low:.0%}–{found.high:.0%} ({counts})"
