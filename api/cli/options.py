"""Options and arguments that several commands take."""

import click

from api.cli.say import Say
from api.http.paging import DEFAULT_LIMIT, MOST
from api.settings import LANGS


def shared_options(say: Say) -> list[click.Parameter]:
    """Return the options that every command takes."""
    return [
        click.Option(
            ["--dataset"],
            help=say("数据集，默认为唯一的一个", "the dataset; default: the only one"),
        ),
        click.Option(
            ["--store"],
            metavar="URI",
            help=say(
                "存储，如 sqlite:///文件 或 neo4j://主机；默认在用户数据目录",
                "the store, such as sqlite:///FILE or neo4j://HOST",
            ),
        ),
        lang_option(say),
        click.Option(
            ["--json", "as_json"],
            is_flag=True,
            help=say("输出 HTTP 接口的 JSON", "print the JSON of the HTTP route"),
        ),
    ]


def lang_option(say: Say) -> click.Option:
    """Return the option that chooses the language."""
    return click.Option(
        ["--lang"], type=click.Choice(tuple(LANGS)), help=say("语言", "the language")
    )


def terms_options(say: Say) -> list[click.Parameter]:
    """Return the options of every computing command."""
    return [
        click.Option(["--region"], help=say("地区，默认全区", "the region; default: the district")),
        click.Option(
            ["--boundary"],
            metavar="traded|traded+tiers:k|none",
            help=say("什么算买得到，默认 traded", "what counts as obtainable; default: traded"),
        ),
        click.Option(
            ["--inputs"],
            metavar="material,energy,capital,service",
            help=say("看哪些投入，默认 material", "which inputs; default: material"),
        ),
        click.Option(
            ["--horizon"],
            type=click.Choice(["now", "planned"]),
            help=say("planned：在建也算", "planned: what is being built counts"),
        ),
    ]


def page_options(say: Say) -> list[click.Parameter]:
    """Return the options of every long list."""
    return [
        click.Option(
            ["--limit"],
            type=click.IntRange(1, MOST),
            help=say(f"最多列几条，默认 {DEFAULT_LIMIT}", f"how many; default: {DEFAULT_LIMIT}"),
        ),
        click.Option(["--cursor"], help=say("上一页给出的 next", "`next` of the page before")),
    ]


def name_argument(name: str, metavar: str) -> click.Argument:
    """Return a required name, alias or id."""
    return click.Argument([name], metavar=metavar)
