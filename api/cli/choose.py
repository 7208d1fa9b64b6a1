"""`liantu choose`: which k of the gaps to fill."""

import click

from api.choosing import chosen, written_out
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import options_of, terms_options, wanted_from
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import listed, named
from api.wanted import MOST
from api.wanted_choice import ChooseWanted
from graph.answers.choice_words import amount
from graph.answers.shapes import ChooseBody, ChosenItem
from viz import style


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("在限额之内补哪几项最好：精确求解，附证明、次优与必选的代价。")
    own = [name for name in ChooseWanted.model_fields if name != "k"]
    params = [
        click.Argument(["k"], metavar="K", type=click.IntRange(1, MOST)),
        *options_of(ChooseWanted, say, *own),
        *terms_options(say),
    ]
    return reading_command("choose", say, run, params, about)


def run(session: Session, **given: object) -> None:
    """Answer like `POST /choose`."""
    wanted = written_out(wanted_from(ChooseWanted, given, session.say))
    with session.asking() as question:
        body = chosen(question, wanted)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: ChooseBody, say: Say) -> str:
    columns = (
        Column(say("环节"), ratio=3),
        Column(say("本地状态")),
        Column(say("单独可提高"), right=True),
        Column(say("去掉则少"), right=True),
        *([Column(say("用地（亩）"), right=True)] if body.parks else []),
        *([Column(say("费用"), right=True)] if body.budget is not None else []),
    )
    rows = [_row(each, body, say) for each in body.chosen]
    parts = [body.sentence, table(columns, rows) if rows else "", _gains(body, say)]
    link = say("同一答案的页面：{link}", link=body.link)
    parts += [_beside(body, say), "\n".join(body.notes), link, completeness.terms(body, say)]
    return "\n\n".join(part for part in parts if part)


def _row(item: ChosenItem, body: ChooseBody, say: Say) -> tuple[str, ...]:
    forced = say("（必选）") if item.forced else ""
    park = f" {named(item.park, say)}" if item.park else ""
    return (
        named(item, say) + forced,
        style.status_look(item.local_status).label(say.lang),
        amount(item.brings_alone),
        amount(item.lost_without),
        *(["" if item.land is None else amount(item.land) + park] if body.parks else []),
        *(["" if item.cost is None else amount(item.cost)] if body.budget is not None else []),
    )


def _gains(body: ChooseBody, say: Say) -> str:
    if not body.unlocks:
        return ""
    columns = (
        Column(say("受益产品"), ratio=3),
        Column(say("原有"), right=True),
        Column(say("选后"), right=True),
        Column(say("共需"), right=True),
        Column(say("配齐")),
    )
    rows = [
        (
            named(each.product, say) + (say("（拟引）") if each.planned else ""),
            str(each.before),
            str(each.after),
            str(each.needed),
            say("是") if each.completed else "",
        )
        for each in body.unlocks
    ]
    return table(columns, rows)


def _beside(body: ChooseBody, say: Say) -> str:
    second, possible = body.second_best, body.possible
    lines = [say("逐项贪选：{gain}", gain=amount(body.greedy_objective))]
    if second is not None:
        lines.append(
            say(
                "次优：{gain}，{names}",
                gain=amount(second.objective),
                names=listed(second.chosen, say),
            )
        )
    lines.append(
        say(
            "若未知的都有：{gain}，{names}",
            gain=amount(possible.objective),
            names=listed(possible.chosen, say) or "—",
        )
    )
    lines.append(say("两种情形都选：{names}", names=listed(body.both, say) or "—"))
    lines += [
        say("必选“{name}”的代价：{cost}", name=named(each.segment, say), cost=amount(each.cost))
        for each in body.forced_cost
    ]
    return "\n".join(lines)
