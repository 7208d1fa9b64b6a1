"""`liantu path`: how one segment gets into another."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.evidence import EvidenceLines
from api.cli.options import name_argument, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.words import named
from graph.answers.shapes import PathBody, PathStep
from graph.message import p_


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("列出一个环节到另一个环节的最短供应路径，每一步有依据。")
    ends = [
        name_argument("source", say("起点")),
        name_argument("target", say("终点")),
    ]
    return reading_command("path", say, run, [*ends, *terms_options(say)], about)


def run(session: Session, source: str, target: str) -> None:
    """Answer like `GET /path`."""
    with session.asking() as question:
        body = queries.path(question, source, target)
        cited = session.cited(question)
        session.answer(body, lambda: _text(body, cited))


def _text(body: PathBody, cited: EvidenceLines) -> str:
    say = cited.say
    ends = f"{named(body.source, say)} → {named(body.target, say)}"
    if body.steps is None:
        head = say("{ends}：没有供应路径相连", ends=ends)
    else:
        count = len(body.paths)
        head = say(
            "{ends}：最短 {steps} 级供应，{count} 条路径", ends=ends, steps=body.steps, count=count
        )
    paths = [_path(steps, cited) for steps in body.paths]
    return "\n\n".join([head, *paths, completeness.terms(body, say)])


def _path(steps: tuple[PathStep, ...], cited: EvidenceLines) -> str:
    say = cited.say
    lines = [named(steps[0].segment, say)]
    for step in steps[1:]:
        arrow = say(p_("relation", "属于")) if step.kind_of else "→"
        lines.append(f"  {arrow} {named(step.segment, say)}")
        lines += [f"      {line}" for line in cited.lines(step.evidence).splitlines()]
    return "\n".join(lines)
