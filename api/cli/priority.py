"""`liantu priority`: which gap first, and why."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.options import options_of, page_options, terms_options, wanted_from
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import listed, named
from api.wanted_priority import PriorityWanted
from graph.analysis.weights import written
from graph.answers.shapes import FirstLine, ParkItem, PriorityBody, PriorityItem
from graph.model.looks import STANDING
from graph.model.plain_looks import CRITERION, PRESET


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("优先级：先补哪个、为什么、换权重变不变；--first 只列首批几项。")
    params = [*options_of(PriorityWanted, say), *page_options(say), *terms_options(say)]
    for each in params:
        if each.name == "first":
            each.default = None  # named, it asks for the short list alone
    return reading_command("priority", say, run, params, about)


def run(session: Session, first: int | None, **wanted: str | None) -> None:
    """Answer like `GET /priority`."""
    asked = wanted_from(PriorityWanted, {**wanted, "first": first}, session.say)
    with session.asking() as question:
        body = queries.priority(question, asked)
        text = _list if first is None else _short
        session.answer(body, lambda: text(body, session.say))


def _list(body: PriorityBody, say: Say) -> str:
    columns = (
        Column(say("名次"), right=True),
        Column(say("得分"), right=True),
        Column(say("缺口"), ratio=3),
        Column(say("确认状态")),
        Column(say("构成"), ratio=6),
        Column(say("前十机会"), right=True),
        Column(say("最小改动"), ratio=3),
    )
    rows = [_row(item, say) for item in body.items]
    shown = say("共 {total} 条，已列 {shown} 条", total=body.total, shown=len(rows))
    if body.next is not None:
        shown += say("；下一页 --cursor {next}", next=body.next)
    drawn = table(columns, rows, lines=True)
    return "\n\n".join([_headline(body, say), drawn, shown, _weights(body, say)])


def _headline(body: PriorityBody, say: Say) -> str:
    if not body.first:
        return say("没有可排先后的缺口")
    return say(
        "先补{name}：{score} 分，{total} 项中居首"
        "（确认缺口 {confirmed}、规划拟增 {wished}、待核实 {asked}）",
        name=body.first[0].gap.name,
        score=f"{body.first[0].score:.1f}",
        total=body.total,
        confirmed=body.standings.get("confirmed", 0),
        wished=body.standings.get("wished", 0),
        asked=body.standings.get("to_settle", 0),
    )


def _row(item: PriorityItem, say: Say) -> tuple[str, ...]:
    found = item.priority
    parts = [
        f"{CRITERION[each.criterion].label(say.lang)} {each.points:.1f}"
        for each in sorted(found.contributions, key=lambda each: -each.points)
        if each.value
    ]
    share = f"{found.acceptability.first_ten:.0%}" if found.acceptability else ""
    return (
        str(found.rank),
        f"{found.score:.1f}",
        f"{item.name}\n{item.id}",
        STANDING[item.standing].short(say.lang),
        say("、").join(parts),
        share,
        _flip(item, say),
    )


def _flip(item: PriorityItem, say: Say) -> str:
    if item.flip is None:
        return say("任一权重单独改都不变")
    return say(
        "{criterion} {change} 则第 {rank} 位",
        criterion=CRITERION[item.flip.criterion].label(say.lang),
        change=f"{item.flip.change:+.2f}",
        rank=item.flip.rank,
    )


def _short(body: PriorityBody, say: Say) -> str:
    lines = [_line(each, say) for each in body.first]
    return "\n\n".join([_headline(body, say), *lines, _weights(body, say)])


def _line(line: FirstLine, say: Say) -> str:
    head = f"{line.rank}. {line.gap.name} · {line.score:.1f}"
    asked = say("、").join(each if isinstance(each, str) else named(each, say) for each in line.ask)
    told = (
        (say("另含"), listed(line.also, say)),
        (say("也可替代"), listed(line.alternatives, say)),
        (say("为何"), line.why),
        (say("补上即齐"), listed(line.unlocks, say)),
        (say("还有助于"), listed(line.helps, say)),
        (say("问谁"), asked),
        (say("可引企业"), listed(line.candidates, say)),
        (say("周边"), listed(line.neighbours, say)),
        (say("放哪里"), say("；").join(_park(each, say) for each in line.parks)),
        (say("有多确定"), line.how_sure),
    )
    return "\n".join([head, *(f"   {name}{say('：')}{text}" for name, text in told if text)])


def _park(park: ParkItem, say: Say) -> str:
    land = say("用地未写明") if park.free_land_mu is None else f"{park.free_land_mu:g} {say('亩')}"
    return f"{named(park.region, say)} ({land})"


def _weights(body: PriorityBody, say: Say) -> str:
    return "\n".join(
        [
            say(
                "权重 {preset} {weights} · 随机权重 {draws} 组 · 种子 {seed}",
                preset=PRESET[body.preset].label(say.lang),
                weights=written(body.weights),
                draws=body.draws,
                seed=body.seed,
            ),
            completeness.terms(body, say),
        ]
    )
