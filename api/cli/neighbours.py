"""`liantu neighbours`: who nearby is complement or rival on a gap."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import options_of, page_options, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from api.wanted_around import NeighboursWanted
from graph.answers.shapes import NeighbourGap, NeighboursBody
from graph.model.neighbour_looks import NEIGHBOUR_ROLES
from graph.model.vocabulary import NeighbourRole


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("周边地区写明的方向与缺口：互补还是竞争，附双方原文。")
    own = options_of(NeighboursWanted, say)
    return reading_command(
        "neighbours", say, run, [*own, *page_options(say), *terms_options(say)], about
    )


def run(
    session: Session, chain: str | None, neighbour: str | None, role: NeighbourRole | None
) -> None:
    """Answer like `GET /neighbours`."""
    with session.asking() as question:
        wanted = NeighboursWanted(chain=chain, neighbour=neighbour, role=role)
        body = queries.neighbours(question, wanted)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: NeighboursBody, say: Say) -> str:
    columns = (
        Column(say("缺口"), ratio=3),
        Column(say("周边地区"), ratio=2),
        Column(say("是什么"), ratio=3),
        Column(say("本区原文"), ratio=3),
        Column(say("对方原文"), ratio=3),
    )
    rows = [_row(item, say) for item in body.items]
    total = say("共 {total} 条，已列 {shown} 条", total=body.total, shown=len(rows))
    first = say(
        "补链清单 {gaps} 项，有 {regions} 个周边地区的方向与之相合；"
        "逐对看，互补 {complement} 对，竞争 {rival} 对，互补又竞争 {both} 对",
        gaps=body.gaps,
        regions=body.regions,
        **body.roles,
    )
    drawn = table(columns, rows, lines=True)
    return "\n\n".join([first, drawn, total, completeness.terms(body, say)])


def _row(item: NeighbourGap, say: Say) -> tuple[str, ...]:
    theirs, ours = (
        next((each.quote for each in reversed(side) if each.quote), "")
        for side in (item.evidence, item.ours)
    )
    role = NEIGHBOUR_ROLES[item.role].label(say.lang)
    return (
        named(item.gap, say),
        named(item.region, say),
        f"{role}\n{item.because}",
        ours,
        theirs,
    )
