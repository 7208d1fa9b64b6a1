"""`liantu path`: how one segment gets into another."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import command
from api.cli.options import name_argument, terms_options
from api.cli.proofs import Proofs
from api.cli.say import Say
from api.cli.session import Session
from api.cli.words import named
from graph.answers.shapes import PathBody, PathStep


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say(
        "列出一个环节到另一个环节的最短供应路径，每一步有依据。",
        "List the shortest supply paths between two segments, each step with its proof.",
    )
    ends = [
        name_argument("source", say("起点", "FROM")),
        name_argument("target", say("终点", "TO")),
    ]
    return command("path", say, run, [*ends, *terms_options(say)], about)


def run(session: Session, source: str, target: str) -> None:
    """Answer like `GET /path`."""
    with session.asking() as question:
        body = queries.path(question, source, target)
        proofs = session.proofs(question)
        session.answer(body, lambda: _text(body, proofs))


def _text(body: PathBody, proofs: Proofs) -> str:
    say = proofs.say
    ends = f"{named(body.source, say)} → {named(body.target, say)}"
    if body.steps is None:
        head = say(f"{ends}：没有供应路径相连", f"{ends}: no supply path connects them")
    else:
        count = len(body.paths)
        head = say(
            f"{ends}：最短 {body.steps} 级供应，{count} 条路径",
            f"{ends}: {body.steps} supply steps at least, {count} paths",
        )
    paths = [_path(steps, proofs) for steps in body.paths]
    return "\n\n".join([head, *paths, completeness.terms(body, say)])


def _path(steps: tuple[PathStep, ...], proofs: Proofs) -> str:
    say = proofs.say
    lines = [named(steps[0].segment, say)]
    for step in steps[1:]:
        arrow = say("属于", "is a kind of") if step.kind_of else "→"
        lines.append(f"  {arrow} {named(step.segment, say)}")
        lines += [f"      {line}" for line in proofs.lines(step.evidence).splitlines()]
    return "\n".join(lines)
