"""`liantu report`: the diagnosis of a chain, or of all of them, as a document."""

from pathlib import Path

import click

from api import exports
from api.cli.command import reading_command
from api.cli.export import replace
from api.cli.options import name_argument, terms_options
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note
from api.wanted import GapsWanted

ALL = "all"
"""Instead of a chain: every one."""
KINDS = {f".{each}": f"chain-report.{each}" for each in ("docx", "html", "pptx")}


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("产业链诊断：写成 .docx、.html（A4 打印）或 .pptx；CHAIN 为 all 时是各链简报。")
    output = click.Option(
        ["-o", "--output"],
        type=click.Path(dir_okay=False, path_type=Path),
        required=True,
        help=say("写到此文件，.docx、.html 或 .pptx"),
    )
    params = [name_argument("chain", "CHAIN"), output, *terms_options(say)]
    return reading_command("report", say, run, params, about)


def run(session: Session, chain: str, output: Path) -> None:
    """Write the file that `GET /export/chain-report.…` gives; raise `click.UsageError`."""
    kind = KINDS.get(output.suffix.lower())
    if kind is None:
        raise click.UsageError(session.say("文件名须以 .docx、.html 或 .pptx 结尾"))
    wanted = GapsWanted(chain=None if chain == ALL else chain)
    with session.asking() as question, progress(session.say("正在导出…")):
        replace(output, exports.file(kind).write(question, wanted), session.say)
    note(session.say("已写入 {output}", output=output))
