"""选几项: reads what is asked of a choice, and answers it."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from pydantic import ValidationError

from api.queries import Question
from api.trade_words import id_of
from api.wanted import LONGEST, MOST, TermsWanted
from api.wanted_choice import ChooseInput, ChooseWanted, LimitsInput
from graph import answers
from graph.answers import ChoiceAsked
from graph.answers.shapes import ChooseBody
from graph.errors import BadParameterError
from graph.message import _
from graph.model import RecordType

PAIR = re.compile(r"(.*\S)\s*[=＝:：]\s*([0-9]+(?:\.[0-9]+)?)")
_BETWEEN = re.compile(r"[,，;；、\n]")


def written_out(wanted: ChooseWanted) -> ChooseInput:
    """Read what a form or a command asks; raise `BadParameterError`."""
    try:
        return ChooseInput(
            k=wanted.k,
            chain=wanted.chain,
            limits=LimitsInput(
                land=amounts("land", wanted.land),
                needs=amounts("needs", wanted.needs),
                budget=wanted.budget,
                costs=amounts("costs", wanted.costs),
            ),
            force=names(wanted.force),
            forbid=names(wanted.forbid),
        )
    except ValidationError as error:  # a name is too long, or there are too many
        first = error.errors()[0]
        raise BadParameterError(
            parameter=str(first["loc"][0]),
            value=str(first["input"])[:60],
            allowed=f"≤ {MOST} × {LONGEST}",
        ) from error


def names(text: str) -> tuple[str, ...]:
    """Read names joined by commas, semicolons or lines.

    >>> names("车架，链条 ; 车架")
    ('车架', '链条')
    """
    return tuple(dict.fromkeys(each.strip() for each in _BETWEEN.split(text) if each.strip()))


def amounts(parameter: str, text: str) -> dict[str, float]:
    """Read names with amounts; raise `BadParameterError` for what is none.

    >>> amounts("land", "东园=120, 西园：60.5")
    {'东园': 120.0, '西园': 60.5}
    """
    found: dict[str, float] = {}
    for each in names(text):
        pair = PAIR.fullmatch(each)
        if pair is None:
            raise BadParameterError(parameter=parameter, value=each, allowed=_("名称=数"))
        found[pair[1]] = float(pair[2])
    return found


def chosen(asked: Question, wanted: ChooseInput) -> ChooseBody:
    """Answer a choice, with the link of the page that asks the same."""
    limits = wanted.limits
    what = ChoiceAsked(
        k=wanted.k,
        chain=asked.id(wanted.chain, "chain"),
        force=_ids(asked, wanted.force),
        forbid=_ids(asked, wanted.forbid),
        land=_by_id(asked, limits.land, "region"),
        needs=_by_id(asked, limits.needs, "segment"),
        budget=limits.budget,
        costs=_by_id(asked, limits.costs, "segment"),
    )
    body = answers.chosen(asked.ws, what, asked.terms, asked.lang)
    return body.model_copy(update={"link": _link(asked, what)})


def _ids(asked: Question, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_of(asked.ws, each, "segment") for each in given))


def _by_id(asked: Question, given: dict[str, float], sort: RecordType) -> dict[str, float]:
    return {id_of(asked.ws, each, sort): amount for each, amount in given.items()}


def _link(asked: Question, what: ChoiceAsked) -> str:
    """Write the address of the page; what is left at its default stays out."""
    terms, defaults = asked.wanted, TermsWanted()
    said = {
        "k": str(what.k),
        "chain": what.chain or "",
        "force": ",".join(what.force),
        "forbid": ",".join(what.forbid),
        "land": _pairs(what.land),
        "needs": _pairs(what.needs),
        "budget": "" if what.budget is None else f"{what.budget:g}",
        "costs": _pairs(what.costs),
        **{
            name: getattr(terms, name)
            for name in TermsWanted.model_fields
            if getattr(terms, name) != getattr(defaults, name)
        },
    }
    return "/choose?" + urlencode({name: text for name, text in said.items() if text})


def _pairs(given: Mapping[str, float]) -> str:
    return ",".join(f"{name}={amount:g}" for name, amount in given.items())
