"""`liantu check`: validate a dataset folder, all errors at once."""

from collections.abc import Mapping

import click
from pydantic import Field

from api.cli.command import command
from api.cli.datasets import folder
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from graph.errors import InvalidDataError
from graph.load import Checked
from graph.load import check as check_folder
from graph.model import Record


class CheckFinding(Record):
    """One broken rule."""

    file: str
    line: int | None
    record: str | None
    message: str
    nearest: tuple[str, ...]


class CheckReport(Record):
    """What a check found; `counts` by type of record where all is well."""

    valid: bool
    id: str | None = None
    title: str | None = None
    counts: dict[str, int] = Field(default_factory=dict)
    problems: tuple[CheckFinding, ...] = ()


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("校验数据集目录，一次列出全部错误；默认随附的数据集。")
    path = click.Argument(["path"], required=False, metavar=say("[目录]"))
    return command("check", say, run, [path], about)


def run(session: Session, path: str | None) -> int:
    """Tell what the folder holds; exit 1 with every error."""
    try:
        with progress(session.say("正在校验…")):
            checked = check_folder(folder(path))
    except InvalidDataError as error:
        if not session.as_json:
            raise
        report = _refused(error, session.say)
    else:
        report = _accepted(checked)
    session.answer(report, lambda: _text(report, session.say))
    return 0 if report.valid else 1


def _accepted(checked: Checked) -> CheckReport:
    counts: Mapping[str, int] = checked.counts
    return CheckReport(valid=True, id=checked.id, title=checked.title, counts=dict(counts))


def _refused(error: InvalidDataError, say: Say) -> CheckReport:
    problems = tuple(
        CheckFinding(
            file=each.file,
            line=each.line,
            record=each.record,
            message=say(each.message),
            nearest=each.nearest,
        )
        for each in error.findings
    )
    return CheckReport(valid=False, problems=problems)


def _text(report: CheckReport, say: Say) -> str:
    counts = say("，").join(f"{kind} {count}" for kind, count in report.counts.items())
    return say("{title} ({id}) 没有错误：{counts}", title=report.title, id=report.id, counts=counts)
