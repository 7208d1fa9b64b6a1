"""`liantu gaps`: the gap list 补链清单."""

from collections.abc import Sequence

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.evidence import EvidenceLines
from api.cli.options import options_of, page_options, terms_options, wanted_from
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import listed, named
from api.wanted import GapsWanted
from graph.answers.shapes import GapItem, GapsBody, Ref
from graph.answers.words import NEED
from graph.message import p_
from graph.model.vocabulary import STANDINGS
from viz import style


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("列出缺口：确认、拟增、待核实、方向、在册五份清单。")
    params = [*options_of(GapsWanted, say), *page_options(say), *terms_options(say)]
    return reading_command("gaps", say, run, params, about)


def run(session: Session, **wanted: str | None) -> None:
    """Answer like `GET /gaps`."""
    with session.asking() as question:
        body = queries.gaps(question, wanted_from(GapsWanted, wanted, session.say))
        cited = session.cited(question)
        session.answer(body, lambda: _text(body, cited))


def _text(body: GapsBody, cited: EvidenceLines) -> str:
    say = cited.say
    parts: list[str] = []
    for standing in STANDINGS:
        items = [item for item in body.items if item.standing == standing]
        if items:
            look = style.STANDING[standing]
            count = body.standings.get(standing, len(items))
            head = f"{look.label(say.lang)} {count} · {look.note(say.lang)}"
            parts.append(f"{head}\n{_table(items, cited)}")
    listed_ = say("共 {total} 条，已列 {shown} 条", total=body.total, shown=len(body.items))
    if body.next is not None:
        listed_ += say("；下一页 --cursor {next}", next=body.next)
    return "\n\n".join([*parts, listed_, completeness.terms(body, say)])


def _table(items: list[GapItem], cited: EvidenceLines) -> str:
    say = cited.say
    columns = (
        Column(say("缺口"), ratio=4),
        Column(say("类别"), ratio=2),
        Column(say(p_("several", "产业链")), ratio=2),
        Column(say("谁在等；核实什么"), ratio=4),
        Column(say("依据"), ratio=6),
    )
    rows = [
        (
            f"{item.name}\n{item.id}",
            _kind(item, say),
            listed(item.chains, say),
            _blocks(item, say),
            cited.lines(item.evidence),
        )
        for item in items
    ]
    return table(columns, rows, lines=True)


def _kind(item: GapItem, say: Say) -> str:
    kind = style.kind_look(item.kind, item.standing)
    need = NEED[say.lang][item.need]
    return f"{kind.label(say.lang)}\n{style.ORIGIN[item.origin].label(say.lang)}\n{need}"


def _blocks(item: GapItem, say: Say) -> str:
    parts = [_first(item.families, say), item.settles or ""]
    if item.takers and not item.families:
        parts[0] = say("可从市场采购的产品：{who}", who=_first(item.takers, say))
    return "\n".join(filter(None, parts))


def _first(refs: Sequence[Ref], say: Say) -> str:
    shown = say("、").join(named(ref, say) for ref in refs[:5])
    return shown + (say(" 等 {waiting} 个", waiting=len(refs)) if len(refs) > 5 else "")
