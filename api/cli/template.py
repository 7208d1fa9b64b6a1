"""`liantu template`: an empty table to fill."""

from pathlib import Path

import click

from api.cli.command import command
from api.cli.export import replace
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note, write_bytes
from graph.exchange.out.templates import TEMPLATES, template
from graph.exchange.read.columns import TableKind


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("空表格（XLSX）：表头、示例、各列说明；核实清单与补链清单请用 export。")
    kind = click.Argument(["kind"], type=click.Choice(TEMPLATES), metavar="KIND")
    output = click.Option(
        ["-o", "--output"],
        type=click.Path(dir_okay=False, path_type=Path),
        help=say("写到此文件，默认标准输出"),
    )
    return command("template", say, run, [kind, output], about)


def run(session: Session, kind: TableKind, output: Path | None) -> None:
    """Write the table; it needs no store."""
    content = template(kind, session.say.lang)
    if output is None:
        write_bytes(content)
        return
    replace(output, iter([content]), session.say)
    note(session.say("已写入 {output}", output=output))
