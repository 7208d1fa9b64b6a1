"""`liantu synergies`: which chains tie to which, and what ties two of them."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import command
from api.cli.options import options_of, terms_options
from api.cli.proofs import Proofs
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.cli.words import named
from api.wanted import SynergyWanted
from graph.answers.shapes import SynergiesBody, SynergyBody, SynergySupply, SynergyTie
from graph.answers.synergies import Level


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say(
        "产业链之间的协同：全部、一条链的，或两条链之间的。",
        "Ties between chains: all, those of one, or what ties two.",
    )
    params = [
        click.Argument(["chain"], required=False, metavar=say("[产业链]", "[CHAIN]")),
        click.Argument(["other"], required=False, metavar=say("[另一条]", "[OTHER]")),
        *options_of(SynergyWanted, say),
        *terms_options(say),
    ]
    return command("synergies", say, run, params, about)


def run(session: Session, chain: str | None, other: str | None, level: Level) -> None:
    """Answer like `GET /synergies` and `GET /synergies/{a}/{b}`."""
    with session.asking() as question:
        if chain is not None and other is not None:
            pair = queries.synergy(question, (chain, other), level)
            proofs = session.proofs(question)
            session.answer(pair, lambda: _pair(pair, proofs))
        else:
            body = queries.synergies(question, level, chain)
            session.answer(body, lambda: _matrix(body, session.say))


def _matrix(body: SynergiesBody, say: Say) -> str:
    names = {ref.id: named(ref, say) for ref in body.chains}
    columns = (
        Column(say("产业链", "chain")),
        Column(say("产业链", "chain")),
        Column(say("原文提到", "stated"), right=True),
        Column(say("供应", "supplies"), right=True),
        Column(say("共用投入", "shared inputs"), right=True),
        Column(say("共有企业", "shared makers"), right=True),
        Column(say("共有缺口", "shared gaps"), right=True),
    )
    rows = [
        (
            names[cell.a],
            names[cell.b],
            str(cell.stated),
            str(cell.supply),
            str(cell.shared_inputs),
            str(cell.shared_makers),
            str(cell.shared_gaps),
        )
        for cell in body.cells
    ]
    return f"{table(columns, rows)}\n\n{completeness.terms(body, say)}"


def _pair(body: SynergyBody, proofs: Proofs) -> str:
    say = proofs.say
    a, b = named(body.a, say), named(body.b, say)
    lines = [f"{a} · {b}"]
    for title, supplies in ((f"{a} → {b}", body.supplies), (f"{b} → {a}", body.supplied_by)):
        lines += _supplies(title, supplies, proofs)
    for title, ties in (
        (say("原文提到", "stated"), body.stated),
        (say("共用投入", "shared inputs"), body.shared_inputs),
        (say("共有企业", "shared makers"), body.shared_makers),
        (say("共有缺口（一补多链）", "shared gaps"), body.shared_gaps),
    ):
        lines += _ties(title, ties, proofs)
    return "\n".join([*lines, "", completeness.terms(body, say)])


def _supplies(title: str, found: tuple[SynergySupply, ...], proofs: Proofs) -> list[str]:
    lines = [f"{title}: {len(found)}"]
    for each in found:
        lines.append(f"  {named(each.source, proofs.say)} → {named(each.target, proofs.say)}")
        lines += [f"    {line}" for line in proofs.lines(each.evidence).splitlines()]
    return lines


def _ties(title: str, found: tuple[SynergyTie, ...], proofs: Proofs) -> list[str]:
    lines = [f"{title}: {len(found)}"]
    for each in found:
        lines.append(f"  {named(each.ref, proofs.say)}")
        lines += [f"    {line}" for line in proofs.lines(each.evidence).splitlines()]
    return lines
