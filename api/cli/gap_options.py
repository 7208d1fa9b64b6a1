"""Which gaps to list or export."""

from typing import get_args

import click

from api.cli.say import Say
from graph.answers.shapes import GapRows
from graph.model.vocabulary import GAP_KINDS, NEEDS, STANDINGS, GapOrigin


def gap_options(say: Say) -> list[click.Parameter]:
    """Return the filters of gaps."""
    return [
        click.Option(["--chain"], help=say("产业链", "the chain")),
        click.Option(["--kind"], type=click.Choice(GAP_KINDS), help=say("类别", "the kind")),
        click.Option(
            ["--origin"], type=click.Choice(get_args(GapOrigin)), help=say("来源", "the origin")
        ),
        click.Option(
            ["--standing"], type=click.Choice(STANDINGS), help=say("确认状态", "the standing")
        ),
        click.Option(
            ["--product"], help=say("只列此产品上游缺的", "what is missing upstream of it")
        ),
        click.Option(["--sort"], help=say("排序，默认 standing", "the order; default: standing")),
        click.Option(["--need"], type=click.Choice(NEEDS), help=say("需要", "the need")),
        click.Option(
            ["--rows"],
            type=click.Choice(get_args(GapRows)),
            help=say("一行一件事（默认）或一个缺口", "a row per task (default) or per gap"),
        ),
    ]
