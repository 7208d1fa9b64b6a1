"""The report of an import, as a person reads it."""

from collections.abc import Iterable, Iterator

from api.cli.say import Say
from api.cli.words import named
from graph.answers.shapes import Completeness, Ref
from graph.exchange.report.bodies import AnswerDifference, ImportBody, RejectedItem, TableItem

SHOWN = 20
"""Rows of a kind on a screen; the rest is in `--json` and in the file of rejected rows."""


def text(body: ImportBody, say: Say) -> str:
    """Tell what became of the rows and what the facts change."""
    lines = [line for table in body.tables for line in _table(table, say)]
    lines += _matched(body, say)
    lines.append(_counts(body, say))
    lines += _changes(body, say)
    lines += _cut([_rejected(each, say) for each in body.rejected], say)
    lines += _passed(body, say)
    lines += _circles(body, say)
    lines += _answers(body.answers, say)
    lines.append(_end(body, say))
    return "\n".join(line for line in lines if line)


def _table(table: TableItem, say: Say) -> Iterator[str]:
    yield say(
        f"{table.table}：{table.kind_name}，表头在第 {table.header_row} 行，{table.rows} 行",
        f"{table.table}: {table.kind_name}, header in row {table.header_row}, {table.rows} rows",
    )
    used = [
        each.column if each.column == each.field_name else f"{each.column}→{each.field_name}"
        for each in table.columns
        if each.field
    ]
    yield say("  列：", "  columns: ") + say("，", ", ").join(used)
    if table.unknown:
        yield say("  未使用的列：", "  unused columns: ") + say("、", ", ").join(table.unknown)


def _matched(body: ImportBody, say: Say) -> list[str]:
    words = {
        "normalised": say("按规范名视为", "taken by its core for"),
        "chosen": say("按确认视为", "taken as confirmed for"),
        "new": say("作为新企业登记，相近的有", "taken for a new firm; near are"),
    }
    lines = []
    for each in body.matched:
        near = "、".join(f"{other.ref.name} {other.score}" for other in each.candidates)
        meant = near if each.how == "new" else f"{named(each.taken_for, say)} ({each.taken_for.id})"
        lines.append(f"  “{each.value}” {words[each.how]} {meant}")
    return _cut(lines, say)


def _counts(body: ImportBody, say: Say) -> str:
    return say(
        f"行：新增 {body.new}，修改 {body.changed}，相同 {body.same}，拒绝 {body.rejected_rows}；"
        f"事实：新增 {body.facts.added}，修改 {body.facts.changed}，撤回 {body.facts.withdrawn}",
        f"rows: {body.new} new, {body.changed} changed, {body.same} the same,"
        f" {body.rejected_rows} rejected; facts: {body.facts.added} added,"
        f" {body.facts.changed} changed, {body.facts.withdrawn} withdrawn",
    )


def _changes(body: ImportBody, say: Say) -> list[str]:
    """Every value that changes, as it was and as it will be."""
    lines = [
        f"  {each.fact.name} {change.field_name}："
        f"{change.before or say('（空）', '(empty)')} → {change.after or say('（空）', '(empty)')}"
        f" [{row.table} {row.row}]"
        for row in body.rows
        for each in row.facts
        for change in each.changes
    ]
    return _cut(lines, say)


def _rejected(item: RejectedItem, say: Say) -> str:
    place = say(f"第 {item.row} 行", f"row {item.row}")
    column = f" [{item.column}]" if item.column else ""
    return f"  ✗ {item.table} {place}{column} “{item.value}”：{item.why}"


def _passed(body: ImportBody, say: Say) -> list[str]:
    lines = []
    for each in body.passed:
        row = say(f"第 {each.row} 行", f"row {each.row}")
        skipped = say("未读", "passed over")
        lines.append(f"  – {each.table} {row} “{each.text}”：{skipped}（{each.why}）")
    return _cut(lines, say)


def _answers(found: AnswerDifference, say: Say) -> Iterator[str]:
    kinds: tuple[tuple[str, tuple[Ref, ...]], ...] = (
        (say("新出现的缺口", "gaps that open"), found.opened),
        (say("消除的缺口", "gaps that close"), found.closed),
        (say("由待核实变为确认", "gaps that become certain"), found.confirmed),
        (say("由确认变为待核实", "gaps that become uncertain"), found.doubted),
    )
    for label, gaps in kinds:
        if gaps:
            shown = [f"{named(gap, say)} ({gap.id})" for gap in gaps]
            yield f"{label} {len(gaps)}：" + say("、", ", ").join(shown[:SHOWN])
    for each in found.chains:
        yield f"{named(each.chain, say)} {_range(each.before, say)} → {_range(each.after, say)}"
    if not any(gaps for _, gaps in kinds) and not found.chains:
        yield say("答案没有变化", "no answer changes")


def _range(found: Completeness, say: Say) -> str:
    counts = say(
        f"可得 {found.available}、未知 {found.unknown}、缺 {found.lacking}",
        f"{found.available} available, {found.unknown} unknown, {found.lacking} lacking",
    )
    if found.low is None or found.high is None or found.display != "percent":
        return f"（{counts}）"
    return f"{found.low:.0%}–{found.high:.0%}（{counts}）"


def _circles(body: ImportBody, say: Say) -> list[str]:
    label = say("供应成环（允许，请核对）", "suppliers of one another (allowed; have a look)")
    lines = [
        f"  {label}：{'、'.join(each.names)} [{', '.join(map(str, each.rows))}]"
        for each in body.circles
    ]
    return _cut(lines, say)


def _end(body: ImportBody, say: Say) -> str:
    if body.applied:
        return say(f"已写入，现为版本 {body.version}", f"written, now version {body.version}")
    if not body.version:
        return say(
            f"尚未写入；加 --apply 新建数据集 {body.dataset}",
            f"nothing was written; --apply makes a new dataset {body.dataset}",
        )
    return say("尚未写入；加 --apply 写入", "nothing was written; --apply writes it")


def _cut(lines: Iterable[str], say: Say) -> list[str]:
    found = list(lines)
    rest = len(found) - SHOWN
    more = [say(f"  ……另有 {rest} 条", f"  … and {rest} more")] if rest > 0 else []
    return found[:SHOWN] + more
