"""`liantu show`: what is known of one record, whatever its type."""

from collections.abc import Callable, Mapping, Sequence

import click

from api.cli import cards, panoramas
from api.cli.command import reading_command
from api.cli.evidence import EvidenceLines
from api.cli.options import name_argument, terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.queries import Question
from graph import answers
from graph.errors import AmbiguousNameError, UnknownNameError
from graph.message import p_
from graph.model import Record, RecordType

SHOWN: tuple[RecordType, ...] = ("segment", "enterprise", "chain", "industry", "region", "gap")
DERIVED = "derived."
"""How the id of a computed gap begins; it is no record, so its name is not looked up."""


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("显示环节、企业、产业链、产业、地区或缺口的已知事实及依据。")
    of_type = click.Option(["--type", "of_type"], type=click.Choice(SHOWN), help=say("类型"))
    params = [name_argument("name", say(p_("metavar", "名称"))), of_type, *terms_options(say)]
    return reading_command("show", say, run, params, about)


def run(session: Session, name: str, of_type: RecordType | None) -> None:
    """Answer like `GET /segments/{id}`, `/enterprises/{id}` …, by the type of the record."""
    with session.asking() as question:
        of, id_ = find(question, name, (of_type,) if of_type else SHOWN)
        body, text = SHOW[of](question, id_, session.cited(question))
        session.answer(body, text)


def find(question: Question, name: str, types: Sequence[RecordType]) -> tuple[RecordType, str]:
    """Find the one record with this name among `types`; raise a `RequestError` with candidates."""
    if name.startswith(DERIVED) and "gap" in types:
        return "gap", name
    found: list[tuple[RecordType, str]] = []
    near: list[str] = []
    for each in types:
        try:
            found.append((each, answers.resolve(question.ws, name, each)))
        except AmbiguousNameError as error:
            found += [(each, id_) for id_ in error.suggestions]
        except UnknownNameError as error:
            near += error.suggestions
    if not found:
        raise UnknownNameError(
            name=name,
            what=types[0] if len(types) == 1 else "record",
            suggestions=_nearest(name, near),
        )
    if len(found) > 1:
        choices = [f"--type {each} {id_}" for each, id_ in found]
        raise AmbiguousNameError(
            name=name, what=types[0] if len(types) == 1 else "record", suggestions=choices
        )
    return found[0]


def _nearest(name: str, names: Sequence[str]) -> list[str]:
    """Those that hold the name first; each type has sorted its own already."""
    return sorted(dict.fromkeys(names), key=lambda each: name not in each)[:6]


Shown = tuple[Record, Callable[[], str]]


def _segment(question: Question, id_: str, cited: EvidenceLines) -> Shown:
    body = answers.segment(question.ws, id_, question.terms, question.lang)
    return body, lambda: cards.segment(body, cited)


def _enterprise(question: Question, id_: str, cited: EvidenceLines) -> Shown:
    body = answers.enterprise(question.ws, id_, question.lang)
    return body, lambda: cards.enterprise(body, cited)


def _chain(question: Question, id_: str, cited: EvidenceLines) -> Shown:
    body = answers.chain(question.ws, id_, question.terms)
    picture = answers.panorama(question.ws, question.terms, question.lang, chain=id_)
    return body, lambda: panoramas.chain(body, picture, cited)


def _industry(question: Question, id_: str, cited: EvidenceLines) -> Shown:
    body = answers.panorama(question.ws, question.terms, question.lang, industry=id_)
    return body, lambda: panoramas.panorama(body, cited)


def _region(question: Question, id_: str, cited: EvidenceLines) -> Shown:
    regions = answers.regions(question.ws).items
    found = next(each for each in regions if each.id == id_)
    return found, lambda: cards.region(found, cited)


def _gap(question: Question, id_: str, cited: EvidenceLines) -> Shown:
    body = answers.gap(question.ws, id_, question.terms, question.lang)
    return body, lambda: cards.gap(body, cited)


SHOW: Mapping[RecordType, Callable[[Question, str, EvidenceLines], Shown]] = {
    "segment": _segment,
    "enterprise": _enterprise,
    "chain": _chain,
    "industry": _industry,
    "region": _region,
    "gap": _gap,
}
