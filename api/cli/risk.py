"""`liantu risk`: where it hurts, in a chain or in the whole district."""

from collections.abc import Iterator

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import options_of, page_options, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import listed, named
from api.wanted_stress import RiskWanted
from graph.answers.shapes.risk import EndProductItem, FirmRisk, RiskBody


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("风险：终端产品离不开什么、只点名一家的环节、各企业停产的影响。")
    chain = options_of(RiskWanted, say)
    return reading_command(
        "risk", say, run, [*chain, *page_options(say), *terms_options(say)], about
    )


def run(session: Session, chain: str | None) -> None:
    """Answer like `GET /risk`."""
    with session.asking() as question:
        body = queries.risk(question, chain)
        session.answer(body, lambda: "\n\n".join(_parts(body, session.say)))


def _parts(body: RiskBody, say: Say) -> Iterator[str]:
    yield "\n".join(f"- {each}" for each in body.summary)
    if body.end_products:
        yield _ends(body, say)
    if body.firms:
        yield _firms(body, say)
    if body.next:
        yield _onward(body, say)
    yield "\n".join((body.method_text, *body.notes))
    yield completeness.terms(body, say)


def _onward(body: RiskBody, say: Say) -> str:
    return say(
        "终端产品 {ends} 个、企业 {firms} 家、只点名一家的环节 {singles} 个，没有列完；"
        "接着看：--cursor {next}",
        ends=body.totals.end_products,
        firms=body.totals.firms,
        singles=body.totals.singles,
        next=body.next,
    )


def _ends(body: RiskBody, say: Say) -> str:
    columns = (
        Column(say("终端产品"), ratio=2),
        Column(say("只点名一家的"), ratio=2),
        Column(say("离不开的环节"), ratio=4),
    )
    return table(columns, [_end(each, say) for each in body.end_products])


def _firms(body: RiskBody, say: Say) -> str:
    columns = (
        Column(say("企业"), ratio=2),
        Column(say("只它一家的产品"), ratio=2),
        Column(say("按已知会失去"), right=True),
        Column(say("最少到最多"), right=True),
        *([Column("ESRI", right=True)] if body.method == "esri" else []),
    )
    return table(columns, [_firm(each, say)[: len(columns)] for each in body.firms])


def _end(item: EndProductItem, say: Say) -> tuple[str, ...]:
    single = tuple(each.segment for each in item.dominators if each.single)
    every = [named(each.segment, say) for each in item.dominators]
    shown = say("、").join(every[:6])
    more = say(" 等 {reach} 个", reach=len(every)) if len(every) > 6 else ""
    return named(item.segment, say), listed(single, say), shown + more


def _firm(item: FirmRisk, say: Say) -> tuple[str, ...]:
    span = say("{low}–{high} / {of}", low=item.low, high=item.high, of=item.of)
    share = "" if item.index is None else f"{item.index:.1%}"
    known = say("{n} 个", n=item.known)
    return named(item.enterprise, say), listed(item.products, say), known, span, share
