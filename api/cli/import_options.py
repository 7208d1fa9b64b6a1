"""What the commands that read tables are told of them."""

import click

from api.cli.say import Say
from graph.exchange.read.columns import KINDS
from graph.exchange.read.headers import TableChoices
from graph.exchange.read.layout import SheetLayout


def reading_options(say: Say) -> list[click.Parameter]:
    """What tells how tables are to be read."""
    return [
        click.Option(
            ["--kind", "kinds"],
            multiple=True,
            metavar=f"[{'|'.join(KINDS)}]",
            help=say("表格种类，默认按表头识别；文件=种类 只对一个文件"),
        ),
        click.Option(
            ["--map", "columns"],
            multiple=True,
            metavar=say("列名=字段"),
            help=say("指明某列的含义，可多次；空字段为不用"),
        ),
        click.Option(
            ["--value", "values"],
            multiple=True,
            metavar=say("字段:原值=我们的值"),
            help=say("说明表中的词是什么，可多次，如 关系:SUBORDINATE_TO=属于"),
        ),
    ]


def choosing_option(say: Say) -> click.Parameter:
    """What tells whom a name of the tables means."""
    return click.Option(
        ["--choose", "names"],
        multiple=True,
        metavar=say("名称=编号"),
        help=say("确认某名称：编号、new 或 skip"),
    )


def choices_of(
    kinds: tuple[str, ...], columns: tuple[str, ...], values: tuple[str, ...], say: Say
) -> TableChoices:
    """What was said of kinds, columns and words; raise `click.BadParameter` for what is none."""
    said = TableChoices(columns=pairs(columns, "--map", say), values=pairs(values, "--value", say))
    return said.over(_kinds(kinds, say))


def _kinds(given: tuple[str, ...], say: Say) -> TableChoices:
    """Read `KIND` and `FILE=KIND`."""
    found = TableChoices()
    for each in given:
        file, sign, word = each.rpartition("=")
        kind = next((known for known in KINDS if known == word), None)
        if kind is None:
            raise click.BadParameter(
                say("没有“{word}”这种表；可用：{known}", word=word, known=", ".join(KINDS)),
                param_hint="--kind",
            )
        own = TableChoices(layouts={file: SheetLayout(kind=kind)}) if sign else TableChoices(kind)
        found = own.over(found)
    return found


def pairs(given: tuple[str, ...], option: str, say: Say) -> dict[str, str]:
    """Read `name=meaning`; the last sign of equality counts, for names may hold one."""
    for each in given:
        if "=" not in each:
            raise click.BadParameter(say("“{each}”中没有等号", each=each), param_hint=option)
    split = (each.rpartition("=") for each in given)
    return {name.strip(): meaning.strip() for name, _, meaning in split}
