"""`liantu review`: firms of the registers that somebody looked at, one by one."""

import click

from api.cli.command import command
from api.cli.editing import edit
from api.cli.say import Say
from api.cli.session import Session
from graph.edits.inputs import EvidenceInput
from graph.edits.reviewing import ReviewsInput, reviewed, unreviewed


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("逐企核对：这些企业只生产已确认的；名录据此才有“名录未见”。--undo 撤回。")
    params: list[click.Parameter] = [
        click.Argument(["firms"], nargs=-1, required=True, metavar="ENTERPRISE"),
        click.Option(["--undo"], is_flag=True, help=say("撤回这些企业的核对")),
        click.Option(["--note"], metavar=say("说明"), help=say("如何得知，如走访")),
        click.Option(["--by"], metavar=say("姓名"), help=say("谁填报，默认当前用户")),
    ]
    return command("review", say, run, params, about)


def run(
    session: Session,
    firms: tuple[str, ...],
    undo: bool,  # noqa: FBT001
    note: str | None,
    by: str | None,
) -> None:
    """Write like `POST /reviews`, or take back like `DELETE /reviews`."""
    how = (EvidenceInput(note=note),) if note else ()
    said = ReviewsInput(firms=firms, evidence=how)
    if undo:
        edit(session, by, lambda ws, _: unreviewed(ws, firms))
    else:
        edit(session, by, lambda ws, author: reviewed(ws, said, author))
