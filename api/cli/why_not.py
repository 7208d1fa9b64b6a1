"""`liantu why-not`: why a segment is not a gap."""

import click

from api import queries
from api.cli import completeness
from api.cli.command import reading_command
from api.cli.evidence import EvidenceLines
from api.cli.options import name_argument, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.words import listed, named
from graph.answers.shapes import WhyNotBody
from graph.message import p_
from viz import style


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("说明一个环节为何不是缺口。")
    params = [name_argument("segment", say(p_("metavar", "环节"))), *terms_options(say)]
    return reading_command("why-not", say, run, params, about)


def run(session: Session, segment: str) -> None:
    """Answer like `GET /why-not`."""
    with session.asking() as question:
        body = queries.why_not(question, segment)
        cited = session.cited(question)
        session.answer(body, lambda: _text(body, cited))


def _text(body: WhyNotBody, cited: EvidenceLines) -> str:
    say = cited.say
    status = style.status_look(body.local_status).label(say.lang)
    lines = [f"{named(body.target, say)} ({body.target.id}): {status}"]
    if body.gap is not None and body.standing == "confirmed":
        lines.append(say("它是缺口：{name} ({id})", name=body.gap.name, id=body.gap.id))
    elif body.gap is not None:
        lines.append(
            say("在清单上，不是确认缺口：{name} ({id})", name=body.gap.name, id=body.gap.id)
        )
    for reason in body.reasons:
        lines.append(f"- {reason.text}")
        if reason.refs:
            lines.append("  " + listed(reason.refs, say))
        lines += [f"  {line}" for line in cited.lines(reason.evidence).splitlines()]
    return "\n".join([*lines, "", completeness.terms(body, say)])
