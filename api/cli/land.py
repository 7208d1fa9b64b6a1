"""`liantu land`: parks and chains."""

import click

from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import listed, named
from graph import answers
from graph.answers.shapes import LandBody, ParkCell, ParkRow


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("承载地：各园区写明发展哪些链、有谁在、剩余多少用地。")
    return reading_command("land", say, run, terms_options(say), about)


def run(session: Session) -> None:
    """Answer like `GET /land`."""
    with session.asking() as question:
        body = answers.land(question.ws, question.terms)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: LandBody, say: Say) -> str:
    columns = (
        Column(say("承载地"), ratio=2),
        Column(say("剩余用地（亩）"), right=True),
        Column(say("写明发展的链"), ratio=4),
        Column(say("只有企业或平台在的链"), ratio=4),
    )
    parks = [each for each in body.parks if each.cells or each.free_land_mu is not None]
    rows = [_row(each, say) for each in parks]
    first = say(
        "{parks} 处承载地；{homeless} 条链没有园区写明为方向",
        parks=len(parks),
        homeless=len(body.homeless),
    )
    none = say("没有园区写明的链：{chains}", chains=listed(body.homeless, say) or "—")
    return "\n\n".join([first, table(columns, rows), none, completeness.terms(body, say)])


def _row(park: ParkRow, say: Say) -> tuple[str, ...]:
    land = say("未写明") if park.free_land_mu is None else f"{park.free_land_mu:g}"
    stated = [each for each in park.cells if each.directions]
    other = [each for each in park.cells if not each.directions]
    return named(park.region, say), land, _chains(stated, say), _chains(other, say)


def _chains(cells: list[ParkCell], say: Say) -> str:
    return listed(tuple(each.chain for each in cells), say)
