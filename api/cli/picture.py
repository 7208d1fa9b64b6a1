"""`liantu picture`: a picture to paste into a document."""

from pathlib import Path
from typing import get_args

import click

from api import pictures
from api.cli.command import reading_command
from api.cli.export import replace
from api.cli.options import options_of, terms_options
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note
from api.pictures import Picture
from api.queries import Question
from api.wanted import GraphWanted
from api.wanted_pictures import MatrixWanted, PictureForm
from graph.answers.offered import Level
from viz.matrix import TieSort

KINDS = ("panorama", "graph", "synergies")
FORMS: dict[str, PictureForm] = {f".{form}": form for form in get_args(PictureForm)}


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("图片：panorama 要名称；graph 的名称是中心，省略为全部；synergies 不要名称。")
    params = [
        click.Argument(["kind"], type=click.Choice(KINDS), metavar="KIND"),
        click.Argument(["name"], required=False, metavar=say("[名称]")),
        click.Option(
            ["-o", "--output"],
            type=click.Path(dir_okay=False, path_type=Path),
            required=True,
            help=say("写到此文件，.svg 或 .png（两倍大）"),
        ),
        *options_of(MatrixWanted, say),
        *options_of(GraphWanted, say, "hops", "limit", "chain", "types"),
        *terms_options(say),
    ]
    return reading_command("picture", say, run, params, about)


def run(  # noqa: PLR0913 - the options of the command
    session: Session,
    *,
    kind: str,
    name: str | None,
    output: Path,
    level: Level,
    sort: TieSort,
    **wanted: str | int | None,
) -> None:
    """Write the file of the route; raise `click.UsageError` for another ending."""
    form = FORMS.get(output.suffix.lower())
    if form is None:
        raise click.UsageError(session.say("文件名须以 .svg 或 .png 结尾"))
    if kind == "panorama" and name is None:
        raise click.UsageError(session.say("全景图须写明哪条产业链（或 --level industry 的产业）"))
    with session.asking() as question, progress(session.say("正在画图…")):
        if kind == "panorama":
            picture = _panorama(question, name, level)
        elif kind == "graph":
            given = {key: value for key, value in wanted.items() if value is not None}
            picture = pictures.graph(question, GraphWanted(center=name, **given))
        else:
            picture = pictures.synergies(question, MatrixWanted(level=level, sort=sort))
        replace(output, iter([picture.content(form)]), session.say)
    note(session.say("已写入 {output}", output=output))


def _panorama(asked: Question, name: str | None, level: Level) -> Picture:
    found = asked.id(name, level)
    return pictures.panorama(asked, **{level: found})
