"""`liantu export`: files to take away."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import click

from api import exports
from api.cli.atomic import replacing
from api.cli.command import reading_command
from api.cli.options import options_of, terms_options, wanted_from
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note, write_bytes
from api.wanted import GapsWanted


def build(say: Say) -> click.Command:
    """Build the command."""
    kinds = say("、").join(exports.FILES)
    about = say("导出文件：{kinds}。", kinds=kinds)
    # Not "kind": that is the filter of gaps.
    file = click.Argument(["file"], type=click.Choice(tuple(exports.FILES)), metavar="KIND")
    output = click.Option(
        ["-o", "--output"],
        type=click.Path(dir_okay=False, path_type=Path),
        help=say("写到此文件，默认标准输出"),
    )
    params = [file, output, *options_of(GapsWanted, say), *terms_options(say)]
    return reading_command("export", say, run, params, about)


def run(session: Session, file: str, output: Path | None, **wanted: str | None) -> None:
    """Give the file of `GET /export/{kind}`."""
    asked = wanted_from(GapsWanted, wanted, session.say)
    with session.asking() as question, progress(session.say("正在导出…")):
        own = dataclasses.replace(question, editor=True)  # whoever has the store has all of it
        pieces = exports.file(file).write(own, asked)
        if output is not None:
            replace(output, pieces, session.say)
    if output is None:
        for piece in pieces:
            write_bytes(piece)
    else:
        note(session.say("已写入 {output}", output=output))


def replace(path: Path, pieces: Iterator[bytes], say: Say) -> None:
    """Write a file at once; raises `click.FileError` where it cannot be written."""
    with replacing(path, say) as partial, partial.open("xb") as file:
        for piece in pieces:
            file.write(piece)
