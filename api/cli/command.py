"""What all commands have in common: language, help, shared options, one session."""

import re
from collections.abc import Callable, Mapping, Sequence

import click

from api.cli.options import options_of, shared_options, wanted_from
from api.cli.say import Say
from api.cli.session import Session
from api.settings import Flags, read_settings
from api.wanted import PageWanted, ReadingWanted, TermsWanted

SHARED = ("dataset", "store", "lang", "as_json")
_SENTENCE = re.compile(r"。|\.(?: |$)")
_PARTS = (re.compile("；|; "), re.compile("：|: "))
SETTINGS = ("store", "dataset", "lang", "host", "port", "root_path")


class Help(click.Command):
    """Help in the user's language."""

    say = Say("zh")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.say("显示帮助")
        return option

    def get_short_help_str(self, limit: int = 120) -> str:
        """Say what the command does: its first sentence, of one wider than `limit` a part."""
        from rich.cells import cell_len  # noqa: PLC0415 - only a list of commands asks

        sentence = _SENTENCE.split(self.help or "")[0]
        for cut in _PARTS:
            if cell_len(sentence) > limit:
                sentence = cut.split(sentence)[0]
        return sentence

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, self.say("用法："))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section(self.say("选项")):
            formatter.write_dl([record for record in records if record])


class Commands(Help, click.Group):
    """Several commands under one name."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        known = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        with formatter.section(self.say("命令")):
            formatter.write_dl(
                [(name, each.get_short_help_str()) for name, each in known.items() if each]
            )


def command(
    name: str,
    say: Say,
    run: Callable[..., int | None],
    params: Sequence[click.Parameter],
    about: str,
) -> click.Command:
    """Build a command; `run` gets a `Session`, then its own parameters by name.

    What `run` returns is the exit code, nothing being 0.
    """

    def callback(**given: object) -> int | None:
        environ = click.get_current_context().obj
        return run(session(environ, say, given), **_own(given))

    built = Help(name, callback=callback, params=[*params, *shared_options(say)], help=about)
    built.say = say
    return built


def reading_command(
    name: str,
    say: Say,
    run: Callable[..., int | None],
    params: Sequence[click.Parameter],
    about: str,
) -> click.Command:
    """Build a command that answers from the current version, or from one that is past."""
    return command(name, say, run, [*params, *options_of(ReadingWanted, say, "version")], about)


def session(environ: Mapping[str, str], say: Say, given: Mapping[str, object]) -> Session:
    """Read settings and terms out of what was given."""
    flags = {name: given.get(name) for name in SETTINGS}
    flags["lang"] = flags["lang"] or click.get_current_context().find_root().params.get("lang")
    return Session(
        settings=read_settings(environ, Flags(**flags)),  # type: ignore[arg-type] # click checked
        say=say,
        as_json=bool(given.get("as_json")),
        announce_store=not (given.get("store") or environ.get("LIANTU_STORE")),
        terms=wanted_from(TermsWanted, given, say),
        page=wanted_from(PageWanted, given, say),
        version=wanted_from(ReadingWanted, given, say).version,
    )


def _own(given: Mapping[str, object]) -> dict[str, object]:
    models = (TermsWanted, PageWanted, ReadingWanted)
    taken = {*SHARED, *SETTINGS, *(name for model in models for name in model.model_fields)}
    return {name: value for name, value in given.items() if name not in taken}
