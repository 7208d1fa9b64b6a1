"""Tables that a command is given: the argument, and how they are read."""

from pathlib import Path

import click

from api.cli.say import Say
from graph.exchange.read.files import TableFile, read_file


def files_argument() -> click.Argument:
    """Return one or more files."""
    path = click.Path(path_type=Path)
    return click.Argument(["files"], nargs=-1, required=True, type=path, metavar="FILE")


def read_table(path: Path, say: Say) -> TableFile:
    """Read a table; raise `click.ClickException` for a file that cannot be read."""
    try:
        return read_file(path)
    except OSError as error:
        hint = say("无法读取")
        raise click.FileError(str(path), error.strerror or hint) from error
