"""`liantu synergies`: which chains tie to which, and what ties two of them."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.evidence import EvidenceLines
from api.cli.options import options_of, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from api.wanted import SynergyWanted
from graph.answers.offered import Level
from graph.answers.shapes import (
    PossibleTies,
    SynergiesBody,
    SynergyBody,
    SynergySupply,
    SynergyTie,
)
from graph.model import Evidence


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("产业链之间的协同：全部、一条链的，或两条链之间的。")
    params = [
        click.Argument(["chain"], required=False, metavar=say("[产业链]")),
        click.Argument(["other"], required=False, metavar=say("[另一条]")),
        *options_of(SynergyWanted, say),
        *terms_options(say),
    ]
    return reading_command("synergies", say, run, params, about)


def run(session: Session, chain: str | None, other: str | None, level: Level) -> None:
    """Answer like `GET /synergies` and `GET /synergies/{a}/{b}`."""
    with session.asking() as question:
        if chain is not None and other is not None:
            pair = queries.synergy(question, (chain, other), level)
            cited = session.cited(question)
            session.answer(pair, lambda: _pair(pair, cited))
        else:
            body = queries.synergies(question, level, chain)
            session.answer(body, lambda: _matrix(body, session.say))


def _matrix(body: SynergiesBody, say: Say) -> str:
    names = {ref.id: named(ref, say) for ref in body.chains}
    columns = (
        Column(say("产业链")),
        Column(say("产业链")),
        Column(say("原文提到"), right=True),
        Column(say("供应"), right=True),
        Column(say("共用投入"), right=True),
        Column(say("共有企业"), right=True),
        Column(say("共有缺口"), right=True),
        Column(say("可能"), right=True),
    )
    rows = [
        (
            names[cell.a],
            names[cell.b],
            str(cell.stated),
            f"{cell.supply} ({cell.gives}→ {cell.takes}←)" if cell.supply else "0",
            str(cell.shared_inputs),
            str(cell.shared_makers),
            str(cell.shared_gaps),
            str(sum(dict(cell.possible).values())),
        )
        for cell in body.cells
    ]
    return f"{table(columns, rows)}\n\n{completeness.terms(body, say)}"


def _pair(body: SynergyBody, cited: EvidenceLines) -> str:
    say = cited.say
    a, b = named(body.a, say), named(body.b, say)
    lines = [f"{a} · {b}", f"{say('原文提到')}: {len(body.stated)}"]
    for tie in body.stated:
        lines.append(
            f"  {named(tie.ref, say)}: {named(tie.source, say)} → {named(tie.target, say)}"
        )
        lines += _proof(tie.evidence, cited)
    lines += _lists((a, b), body, cited)
    lines += [
        "",
        say("可能的联系（两端未知，或市场可买）："),
    ]
    lines += _lists((a, b), body.possible, cited)
    return "\n".join([*lines, "", completeness.terms(body, say)])


def _lists(
    ends: tuple[str, str], ties: SynergyBody | PossibleTies, cited: EvidenceLines
) -> list[str]:
    say, (a, b) = cited.say, ends
    lines = _supplies(f"{a} → {b}", ties.supplies, cited)
    lines += _supplies(f"{b} → {a}", ties.supplied_by, cited)
    for title, found in (
        (say("共用投入"), ties.shared_inputs),
        (say("共有企业"), ties.shared_makers),
        (say("共有缺口（一补多链）"), ties.shared_gaps),
    ):
        lines += _ties(title, found, cited)
    return lines


def _supplies(title: str, found: tuple[SynergySupply, ...], cited: EvidenceLines) -> list[str]:
    lines = [f"{title}: {len(found)}"]
    for each in found:
        also = f" (+{len(each.also)})" if each.also else ""
        ends = f"{named(each.source, cited.say)} → {named(each.target, cited.say)}"
        lines += [f"  {ends}{also}", *_proof(each.evidence, cited)]
    return lines


def _ties(title: str, found: tuple[SynergyTie, ...], cited: EvidenceLines) -> list[str]:
    lines = [f"{title}: {len(found)}"]
    for each in found:
        lines += [f"  {named(each.ref, cited.say)}", *_proof(each.evidence, cited)]
    return lines


def _proof(evidence: tuple[Evidence, ...], cited: EvidenceLines) -> list[str]:
    return [f"    {line}" for line in cited.lines(evidence).splitlines()]
