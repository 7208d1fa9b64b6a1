"""`liantu load FILE…`: big files as a whole dataset, with what became of every row."""

from dataclasses import dataclass
from pathlib import Path

import click

from api.cli.export import replace
from api.cli.import_report import passed_lines, rejected_lines, table_lines
from api.cli.progress import counting
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note
from api.imports.bulk import Bulked, BulkTask, load_files
from api.publishing import publish
from graph.exchange.bulk.report import BulkBody
from graph.exchange.read.headers import TableChoices
from graph.exchange.report.rows import report_csv, row_lines
from graph.exchange.report.summary import rejected_csv


@dataclass(frozen=True, slots=True)
class FilesTold:
    """What the command was told of files."""

    paths: tuple[Path, ...]
    by: str
    today: str
    wanted: TableChoices
    sound_only: bool
    report: Path | None
    rejected: Path | None


def load(session: Session, told: FilesTold) -> int:
    """Load files, or nothing of them where a row is rejected."""
    say, dataset = session.say, session.settings.dataset
    missing = next((each for each in told.paths if not each.is_file()), None)
    if missing is not None:
        raise click.UsageError(say("{path} 不是文件；文件与目录请分开载入", path=missing))
    if dataset is None:
        raise click.UsageError(say("请用 --dataset 说明建成哪个数据集"))
    task = BulkTask(
        told.paths, dataset, told.by, told.today, told.wanted, sound_only=told.sound_only
    )
    with session.store() as store:
        with counting(say("正在读取，行：")) as tell:
            found = load_files(store, task, say.lang, tell)
        if found.body.written:
            publish(store, store.current(found.body.dataset))
    _write(found, told, say)
    session.answer(found.body, lambda: text(found.body, say, sound_only=told.sound_only))
    return 1 if found.body.rejected_rows else 0


def _write(found: Bulked, told: FilesTold, say: Say) -> None:
    body, tables = found.body, found.load.tables
    if told.report is not None:
        lines = row_lines(tables, body.passed, say.lang, {})
        replace(told.report, (each.encode() for each in report_csv(lines, say.lang)), say)
        note(say("每一行的结果已写入 {path}", path=told.report))
    if told.rejected is None:
        return
    wrong = [table for table in tables if table.rejected]
    for at, table in enumerate(wrong, start=1):
        own = told.rejected if at == 1 else told.rejected.with_stem(f"{told.rejected.stem}.{at}")
        replace(own, (line.encode() for line in rejected_csv(table, say.lang)), say)
        note(say("被拒绝的行已写入 {own}", own=own))


def text(body: BulkBody, say: Say, *, sound_only: bool) -> str:
    """Tell what became of the rows."""
    lines = [line for table in body.tables for line in table_lines(table, say)]
    for each in body.unused:
        if each.nearest:
            near = say("、").join(each.nearest)
            column = each.column
            lines.append(say("  “{column}”是否为：{near}？", column=column, near=near))
    lines.append(
        say(
            "行：新增 {new}，相同 {same}，拒绝 {rejected}，未读 {passed}，共 {all}",
            new=body.new,
            same=body.same,
            rejected=body.rejected_rows,
            passed=body.passed_rows,
            all=body.all_rows,
        )
    )
    lines += [*rejected_lines(body.rejected, say), *passed_lines(body.passed, say)]
    return "\n".join([*lines, _end(body, say, sound_only=sound_only)])


def _end(body: BulkBody, say: Say, *, sound_only: bool) -> str:
    if body.written:
        return say(
            "已载入数据集 {name} 版本 {number}：新增 {added}，修改 {changed}，删除 {removed}",
            name=body.dataset,
            number=body.version,
            added=body.facts.added,
            changed=body.facts.changed,
            removed=body.facts.withdrawn,
        )
    if body.rejected_rows and not sound_only:
        return say("没有写入：请改正被拒绝的行，或加 --sound-only 只载入其余行")
    name, number = body.dataset, body.version
    return say("数据集 {name} 没有变化，仍为版本 {number}", name=name, number=number)
