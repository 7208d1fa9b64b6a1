"""A call of a tool answered: a sentence and a body, or what is wrong, in the words of the pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from api.cli.streams import json_bytes
from api.http.errors import WRONG_PARAMETER, Problem, details_of, kind_of
from api.http.validation import parameter_problem
from api.mcp.asking import Asking
from api.mcp.tools import TOOLS, Tool
from api.settings import Settings
from api.workspaces import Workspaces
from graph.errors import LiantuError, UnknownNameError
from graph.message import _
from graph.model.printable import printable
from graph.model.vocabulary import Lang


@dataclass(frozen=True, slots=True)
class Answered:
    """What a call gives: a sentence, and a body as JSON or the problem that stands in its way."""

    sentence: str
    body: str
    failed: bool = False


def answered(
    workspaces: Workspaces, settings: Settings, name: str, said: Mapping[str, object]
) -> Answered:
    """Answer one call; what is asked wrongly is told, with the nearest names where there are."""
    lang: Lang = "en" if said.get("lang", settings.lang) == "en" else "zh"
    try:
        tool = _tool(name)
        asked = Asking(workspaces, settings, tool.wanted.model_validate(said))
        body, sentence = tool.answer(asked)
    except ValidationError as error:
        return _misasked(error, tool, lang)
    except LiantuError as error:
        return _refused(error, name, lang)
    # As on a console: what nobody sees is escaped, and the JSON says the same.
    told = json_bytes(body.model_dump_json()).decode().rstrip("\n")
    return Answered(printable(sentence.text(lang)), told)


def _tool(name: str) -> Tool:
    if name not in TOOLS:
        raise UnknownNameError(name=name, what="tool", suggestions=tuple(TOOLS))
    return TOOLS[name]


def _refused(error: LiantuError, tool: str, lang: Lang) -> Answered:
    kind = kind_of(error)
    problem = Problem(
        type=kind.type,
        title=kind.title(lang),
        status=kind.status,
        detail=error.text(lang),
        instance=tool,
    ).model_copy(update=details_of(error))
    sentence = problem.detail
    if problem.suggestions:
        sentence += _("。可能是：").text(lang) + _("、").text(lang).join(problem.suggestions)
    return Answered(printable(sentence), problem.encoded().decode(), failed=True)


def _misasked(error: ValidationError, tool: Tool, lang: Lang) -> Answered:
    allowed = ", ".join(field.alias or name for name, field in tool.wanted.model_fields.items())
    found = tuple(
        parameter_problem(
            {**each, "loc": ("arguments", *each["loc"]), **_known(each["type"], allowed)}, lang
        )
        for each in error.errors()
    )
    detail = (_("；").text(lang)).join(f"{each.parameter}: {each.why}" for each in found)
    problem = Problem(
        type=WRONG_PARAMETER.type,
        title=WRONG_PARAMETER.title(lang),
        status=WRONG_PARAMETER.status,
        detail=detail,
        instance=tool.name,
        errors=found,
    )
    return Answered(printable(detail), problem.encoded().decode(), failed=True)


def _known(code: str, allowed: str) -> Mapping[str, object]:
    """A parameter that a tool does not have is told with those that it has."""
    if code != "extra_forbidden":
        return {}
    return {"type": "unknown", "ctx": {"allowed": allowed}}
