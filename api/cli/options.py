"""Options and arguments that several commands take."""

from collections.abc import Mapping
from typing import TypedDict, TypeVar

import click
from pydantic import ValidationError

from api.cli.say import Say
from api.settings import LANGS
from api.wanted import PageWanted, TermsWanted, Wanted
from graph.message import _

W = TypeVar("W", bound=Wanted)
METAVARS = {
    "boundary": "traded|traded+tiers:k|none",
    "inputs": "material,energy,capital,service",
}


class Described(TypedDict, total=False):
    """What the schema of a model says of one of its fields."""

    description: str
    default: str | int | None
    anyOf: "list[Described]"
    enum: list[str]
    type: str
    minimum: int
    maximum: int


def shared_options(say: Say) -> list[click.Parameter]:
    """Return the options that every command takes."""
    return [
        click.Option(
            ["--dataset"],
            help=say("数据集，默认为唯一的一个"),
        ),
        click.Option(
            ["--store"],
            metavar="URI",
            help=say("存储，如 sqlite:///文件 或 neo4j://主机；默认在用户数据目录"),
        ),
        lang_option(say),
        click.Option(
            ["--json", "as_json"],
            is_flag=True,
            help=say("输出 HTTP 接口的 JSON"),
        ),
    ]


def lang_option(say: Say) -> click.Option:
    """Return the option that chooses the language."""
    return click.Option(["--lang"], type=click.Choice(tuple(LANGS)), help=say("语言"))


def options_of(wanted: type[Wanted], say: Say, *only: str) -> list[click.Parameter]:
    """Return an option for each field of what can be asked for, or for some of them alone."""
    fields: Mapping[str, Described] = wanted.model_json_schema()["properties"]
    return [_option(name, fields[name], say) for name in only or fields]


def names_options(wanted: type[Wanted], say: Say) -> list[click.Parameter]:
    """Return an option for each field that holds names; each can be given several times."""
    fields: Mapping[str, Described] = wanted.model_json_schema()["properties"]
    return [
        click.Option([f"--{name}"], multiple=True, metavar=say("名称"), help=_about(field, say))
        for name, field in fields.items()
    ]


def terms_options(say: Say) -> list[click.Parameter]:
    """Return the options of every computing command."""
    return options_of(TermsWanted, say)


def page_options(say: Say) -> list[click.Parameter]:
    """Return the options of every long list."""
    return options_of(PageWanted, say)


def wanted_from(kind: type[W], given: Mapping[str, object], say: Say) -> W:
    """Return what the options ask for; raise `click.UsageError` for what nobody can ask for."""
    named = {name: given[name] for name in kind.model_fields if given.get(name) is not None}
    try:
        return kind.model_validate(named)
    except ValidationError as error:
        from api.http.validation import parameter_problem  # noqa: PLC0415 - wrong use is rare

        first = error.errors()[0]
        problem = parameter_problem({**first, "loc": ("option", *first["loc"])}, say.lang)
        raise click.UsageError(f"{problem.parameter}: {problem.why}") from error


def _option(name: str, field: Described, say: Say) -> click.Option:
    about = _about(field, say)
    default = field.get("default")
    if default is not None:
        about = say(_("{about}，默认 {default}", about=about, default=default))
    return click.Option(
        [f"--{name}"],
        type=_type(field),
        default=default,
        metavar=METAVARS.get(name),
        help=about,
    )


def _about(field: Described, say: Say) -> str:
    return say.either(*field["description"].split(" / "))


def _type(field: Described) -> click.ParamType[object] | None:
    kinds = field.get("anyOf", [field])
    words = dict.fromkeys(word for each in kinds for word in each.get("enum", ()))
    if words:
        return click.Choice(tuple(words))
    for each in kinds:
        if each.get("type") == "integer":
            return click.IntRange(each.get("minimum"), each.get("maximum"))
    return None


def name_argument(name: str, metavar: str) -> click.Argument:
    """Return a required name, alias or id."""
    return click.Argument([name], metavar=metavar)
