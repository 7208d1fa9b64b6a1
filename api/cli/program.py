"""The program: finds its language and command, turns errors into a sentence and a code."""

import importlib
import keyword
from collections.abc import Mapping, Sequence

import click

from api.cli.command import Commands
from api.cli.options import lang_option
from api.cli.say import Say
from api.cli.streams import finish, note, write
from api.cli.usage import sentence
from api.version import program_version
from graph.errors import (
    AmbiguousNameError,
    BadParameterError,
    LiantuError,
    NotLoopbackError,
    UnknownNameError,
    UnknownSettingError,
)
from graph.message import _
from graph.model.vocabulary import Lang

COMMANDS = (
    "serve",
    "check",
    "load",
    "chains",
    "show",
    "search",
    "recognise",
    "queue",
    "missing",
    "why-not",
    "gaps",
    "priority",
    "land",
    "leads",
    "choose",
    "synergies",
    "path",
    "closure",
    "dependence",
    "what-if",
    "risk",
    "neighbours",
    "verify",
    "audit",
    "registers",
    "review",
    "history",
    "diff",
    "merge",
    "report",
    "picture",
    "export",
    "template",
    "import",
    "copy",
    "backup",
    "token",
    "doctor",
)
WRONG_USE = (BadParameterError, UnknownSettingError, NotLoopbackError)


class Program(Commands):
    """All commands; one is imported only when it is named, or listed in the help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names, the usual first step first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Build one command; raise `NoSuchCommand` with the nearest."""
        if cmd_name not in COMMANDS:
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        module = importlib.import_module(f"api.cli.{_module(cmd_name)}")
        built = module.build(self.say)
        assert isinstance(built, click.Command)  # noqa: S101 - what every `build` returns
        return built


def _module(command: str) -> str:
    name = command.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run the command that the arguments name; return its exit code."""
    lang = spoken(arguments, environ)
    try:
        code = program(lang).main(
            list(arguments), prog_name="liantu", standalone_mode=False, obj=environ
        )
        finish()
    except click.ClickException as error:
        note(sentence(error, lang))
        return error.exit_code
    except LiantuError as error:
        note(explained(error, lang))
        return 2 if isinstance(error, WRONG_USE) else 1
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return code if isinstance(code, int) else 0


def program(lang: Lang) -> Program:
    """Build the program in a language."""
    say = Say(lang)
    about = say("链图：产业链图谱，每条结论都有原文依据。")
    built = Program("liantu", help=about, params=[lang_option(say), _version_option(say)])
    built.say = say
    return built


def spoken(arguments: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """Return the language of help and errors, known before the arguments are read."""
    wanted = environ.get("LIANTU_LANG")
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return "en" if wanted == "en" else "zh"


def explained(error: LiantuError, lang: Lang) -> str:
    """Return the sentence of an error, with the nearest candidates where it has some."""
    text = error.text(lang)
    if isinstance(error, UnknownNameError | AmbiguousNameError) and error.suggestions:
        label, comma = (_("。可能是：").text(lang), _("、").text(lang))
        text += label + comma.join(error.suggestions)
    return text


def _version_option(say: Say) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
        if wanted:
            write(f"liantu {program_version()}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=show,
        help=say("显示版本"),
    )
