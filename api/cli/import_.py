"""`liantu import`: tables in; report and difference first, written only with `--apply`."""

import getpass
from datetime import date
from pathlib import Path

import click

from api.cli.command import command
from api.cli.export import replace
from api.cli.import_options import choices_of, choosing_option, pairs, reading_options
from api.cli.import_report import text
from api.cli.progress import counting, progress
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note
from api.cli.table_files import files_argument, read_table
from api.imports.applying import Prepared, apply, prepare
from api.imports.declared import COVERAGES, declared
from api.imports.saved import SavedChoices
from api.publishing import publish
from api.workspaces import Workspaces
from graph.exchange.read.headers import TableChoices
from graph.exchange.read.saved import template_in, written_template
from graph.exchange.report.outcome import ImportChoices
from graph.exchange.report.rows import report_csv, report_lines, report_xlsx
from graph.exchange.report.summary import rejected_csv


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("导入表格：先报告每行结果与答案的变化，加 --apply 才写入。")
    return command("import", say, run, [files_argument(), *_options(say)], about)


def _options(say: Say) -> list[click.Parameter]:
    return [
        click.Option(["--apply", "write"], is_flag=True, help=say("写入")),
        *reading_options(say),
        *_template_options(say),
        choosing_option(say),
        click.Option(
            ["--sound-only"],
            is_flag=True,
            help=say("有行被拒绝时只导入其余行"),
        ),
        click.Option(
            ["--restore"],
            is_flag=True,
            help=say("名单再次说到曾被撤回或否定的事实时也写入"),
        ),
        click.Option(
            ["--by"],
            metavar=say("姓名"),
            help=say("谁填报，默认当前用户"),
        ),
        *_register_options(say),
        click.Option(
            ["--report"],
            type=click.Path(dir_okay=False, path_type=Path),
            help=say("把每一行的结果写到此 XLSX 或 CSV"),
        ),
        click.Option(
            ["--rejected"],
            type=click.Path(dir_okay=False, path_type=Path),
            help=say("把被拒绝的行写到此 CSV"),
        ),
    ]


def _template_options(say: Say) -> list[click.Parameter]:
    """What tells how tables were read before."""
    return [
        click.Option(
            ["--template"],
            metavar=say("方案"),
            help=say("按保存的导入方案读：名称或文件"),
        ),
        click.Option(
            ["--save-template"],
            type=click.Path(dir_okay=False, path_type=Path),
            help=say("把列、词与表形的说明存为导入方案文件"),
        ),
    ]


_PARAMETER = {"region": "place"}
"""What is called otherwise within: `region` is that of answers."""


def _register_options(say: Say) -> list[click.Parameter]:
    """What is declared of a list that is a register."""
    return [
        click.Option(
            ["--register"],
            metavar=say("名称"),
            help=say("作为这一名称的名录导入，代替较早的同名名录"),
        ),
        click.Option(["--as-of"], metavar=say("日期"), help=say("名录日期，如 2026-06-30")),
        click.Option(
            ["--region", "place"], metavar=say("地区"), help=say("名录所说的地区，默认全区")
        ),
        click.Option(
            ["--covers", "--coverage", "coverage"],
            type=click.Choice(COVERAGES),
            help=say("名录声称的覆盖范围"),
        ),
        click.Option(["--enough"], metavar=say("理由"), help=say("规上即视为齐全的理由")),
        click.Option(["--checked"], metavar=say("说明"), help=say("疑点核对的结果")),
        click.Option(["--note"], metavar=say("备注"), help=say("名录的备注")),
        click.Option(["--replace"], is_flag=True, help=say("代替同日的同名名录")),
    ]


def run(  # noqa: PLR0913, PLR0917 - the options of the command
    session: Session,
    files: tuple[Path, ...],
    write: bool,  # noqa: FBT001
    kinds: tuple[str, ...],
    columns: tuple[str, ...],
    values: tuple[str, ...],
    template: str | None,
    save_template: Path | None,
    names: tuple[str, ...],
    sound_only: bool,  # noqa: FBT001
    restore: bool,  # noqa: FBT001
    by: str | None,
    rejected: Path | None,
    report: Path | None,
    **register: str | bool | None,
) -> int:
    """Report what the tables would change; write it in one transaction where asked to."""
    say = session.say
    said = choices_of(kinds, columns, values, say).over(_template(session, template))
    if save_template is not None:
        said.refuse_unknown_fields()
        replace(save_template, iter([written_template(said).encode()]), say)
    choices = ImportChoices(
        by=by or getpass.getuser(),
        today=date.today().isoformat(),
        wanted=SavedChoices(session.imports_folder).extended(said),
        names=pairs(names, "--choose", say),
        restore=restore,
        register=declared(lambda field: str(register[_PARAMETER.get(field, field)] or "")),
    )
    if report is not None and report.suffix.lower() not in {".xlsx", ".csv"}:
        raise click.BadParameter(say("文件名应以 .xlsx 或 .csv 结尾"), param_hint="--report")
    read = [read_table(path, say) for path in files]
    with session.filled_store() as store:
        workspaces = Workspaces(store, session.settings.dataset)
        with counting(say("正在读取，行：")) as told:
            prepared = prepare(workspaces, read, choices, say.lang, told)
        if rejected is not None:
            _write_rejected(prepared, rejected, say)
        body = prepared.body
        if report is not None:
            _write_report(prepared, report, say)
        if write:
            with progress(say("正在写入…")):
                body = apply(store, prepared, sound_only=sound_only)
                publish(store, store.current(body.dataset))
    session.answer(body, lambda: text(body, say))
    return 1 if body.rejected_rows else 0


def _template(session: Session, wanted: str | None) -> TableChoices:
    """The choices of a template, by its name or as a file."""
    saved = SavedChoices(session.imports_folder)
    if not wanted:
        return TableChoices()
    if wanted in saved.names or not Path(wanted).is_file():
        return saved.template(wanted).choices
    return template_in(Path(wanted).read_text("utf-8-sig", "replace"), Path(wanted).name).choices


def _write_report(prepared: Prepared, path: Path, say: Say) -> None:
    """Write what became of every row: to a workbook, or to a CSV where the name says so."""
    lines = report_lines(prepared.body, prepared.tables, say.lang)
    if path.suffix.lower() == ".csv":
        replace(path, (line.encode() for line in report_csv(lines, say.lang)), say)
    else:
        replace(path, iter([report_xlsx(prepared.body, lines, say.lang)]), say)
    note(say("每一行的结果已写入 {path}", path=path))


def _write_rejected(prepared: Prepared, path: Path, say: Say) -> None:
    """Write a file for each table with rejected rows; the second gets a 2 in its name."""
    tables = [table for table in prepared.tables if table.rejected]
    for at, table in enumerate(tables, start=1):
        own = path if at == 1 else path.with_stem(f"{path.stem}.{at}")
        replace(own, (line.encode() for line in rejected_csv(table, say.lang)), say)
        note(say("被拒绝的行已写入 {own}", own=own))
