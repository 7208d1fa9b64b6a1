"""`liantu export`: files to take away."""

from pathlib import Path

import click

from api import exports, questions
from api.cli.command import command
from api.cli.gap_options import gap_options
from api.cli.options import terms_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note, write_bytes


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("导出文件：gaps.csv 补链清单。", "Write a file: gaps.csv, the gap list.")
    # Not "kind": that is the filter of gaps.
    file = click.Argument(["file"], type=click.Choice(tuple(exports.FILES)), metavar="KIND")
    output = click.Option(
        ["-o", "--output"],
        type=click.Path(dir_okay=False, path_type=Path),
        help=say("写到此文件，默认标准输出", "the file; default: standard output"),
    )
    params = [file, output, *gap_options(say), *terms_options(say)]
    return command("export", say, run, params, about)


def run(session: Session, file: str, output: Path | None, **wanted: str | None) -> None:
    """Give the file of `GET /export/{kind}`."""
    given = {name: value for name, value in wanted.items() if value is not None}
    asked = questions.GapsWanted(**given)  # type: ignore[arg-type] # click checked
    with session.asking() as question:
        content = b"".join(exports.file(file).write(question, asked))
    if output is None:
        write_bytes(content)
    else:
        replace(output, content)
        note(session.say(f"已写入 {output}", f"wrote {output}"))


def replace(path: Path, content: bytes) -> None:
    """Write a file at once: a reader sees the old one or the new one."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise click.FileError(str(path), error.strerror) from error
