"""The report of an import, as a person reads it."""

from collections.abc import Iterable, Iterator

from api.cli.register_lines import register_lines
from api.cli.say import Say
from api.cli.words import named
from graph.answers.shapes import Completeness, Ref
from graph.exchange.report.bodies import (
    AnswerDifference,
    ImportBody,
    PassedItem,
    RejectedItem,
    TableItem,
)

SHOWN = 20
"""Rows of a kind on a screen; the rest is in `--json` and in the file of rejected rows."""


def text(body: ImportBody, say: Say) -> str:
    """Tell what became of the rows and what the facts change."""
    lines = [line for table in body.tables for line in table_lines(table, say)]
    if body.as_register is not None:
        lines += register_lines(body.as_register, say)
    lines += _matched(body, say)
    lines.append(_counts(body, say))
    lines += _changes(body, say)
    lines += rejected_lines(body.rejected, say)
    lines += passed_lines(body.passed, say)
    lines += _circles(body, say)
    lines += _answers(body.answers, say)
    lines.append(_end(body, say))
    return "\n".join(line for line in lines if line)


def table_lines(table: TableItem, say: Say) -> Iterator[str]:
    """Tell what a table is and what its columns are taken for."""
    yield say(
        "{table}：{kind_name}，表头在第 {header_row} 行，{rows} 行",
        table=table.table,
        kind_name=table.kind_name,
        header_row=table.header_row,
        rows=table.rows,
    )
    used = [
        each.column if each.column == each.field_name else f"{each.column}→{each.field_name}"
        for each in table.columns
        if each.field
    ]
    yield say("  列：") + say("，").join(used)
    if table.unknown:
        yield say("  未使用的列：") + say("、").join(table.unknown)


def _matched(body: ImportBody, say: Say) -> list[str]:
    words = {
        "normalised": say("按规范名视为"),
        "chosen": say("按确认视为"),
        "new": say("作为新企业登记，相近的有"),
        "open": say("可能是"),
    }
    lines = []
    asked = [e for e in body.matched if (e.how, e.taken_for.type) != ("open", "region")]
    for each in asked:  # which places are not known stands among what was left out
        near = "、".join(f"{other.ref.name} {other.score}" for other in each.candidates)
        meant = near if each.how == "new" else f"{named(each.taken_for, say)} ({each.taken_for.id})"
        lines.append(f"  “{each.value}” {words[each.how]} {meant}")
    return _cut(lines, say)


def _counts(body: ImportBody, say: Say) -> str:
    return say(
        "行：新增 {new}，修改 {changed}，相同 {same}，拒绝 "
        "{rejected_rows}，未读 {passed}，共 {all}；事实：新增 {added}，修改 {facts_changed}，撤回 "
        "{withdrawn}",
        all=body.all_rows,
        passed=body.passed_rows,
        new=body.new,
        changed=body.changed,
        same=body.same,
        rejected_rows=body.rejected_rows,
        added=body.facts.added,
        facts_changed=body.facts.changed,
        withdrawn=body.facts.withdrawn,
    )


def _changes(body: ImportBody, say: Say) -> list[str]:
    """Every value that changes, as it was and as it will be."""
    lines = [
        f"  {each.fact.name} {change.field_name}："
        f"{change.before or say('（空）')} → {change.after or say('（空）')}"
        f" [{row.table} {row.row}]"
        for row in body.rows
        for each in row.facts
        for change in each.changes
    ]
    lines += [
        f"  {each.fact.name}：{each.taken_back} [{row.table} {row.row}]"
        for row in body.rows
        for each in row.facts
        if each.taken_back
    ]
    return _cut(lines, say)


def rejected_lines(rejected: Iterable[RejectedItem], say: Say) -> list[str]:
    """Tell the first cells for which rows are rejected."""
    return _cut([_rejected(each, say) for each in rejected], say)


def _rejected(item: RejectedItem, say: Say) -> str:
    place = say("第 {row} 行", row=item.row)
    column = f" [{item.column}]" if item.column else ""
    return f"  ✗ {item.table} {place}{column} “{item.value}”：{item.why}"


def passed_lines(passed: Iterable[PassedItem], say: Say) -> list[str]:
    """Tell the first rows and cells that were not read."""
    lines = []
    for each in passed:
        row = say("第 {row} 行", row=each.row)
        skipped = say("未读") if each.rows else say("单元格")
        lines.append(f"  – {each.table} {row} “{each.text}”：{skipped}（{each.why}）")
    return _cut(lines, say)


def _answers(found: AnswerDifference, say: Say) -> Iterator[str]:
    kinds: tuple[tuple[str, tuple[Ref, ...]], ...] = (
        (say("新出现的缺口"), found.opened),
        (say("消除的缺口"), found.closed),
        (say("由待核实变为确认"), found.confirmed),
        (say("由确认变为待核实"), found.doubted),
    )
    for label, gaps in kinds:
        if gaps:
            shown = [f"{named(gap, say)} ({gap.id})" for gap in gaps]
            yield f"{label} {len(gaps)}：" + say("、").join(shown[:SHOWN])
    for each in found.chains:
        yield f"{named(each.chain, say)} {_range(each.before, say)} → {_range(each.after, say)}"
    if not any(gaps for _, gaps in kinds) and not found.chains:
        yield say("答案没有变化")


def _range(found: Completeness, say: Say) -> str:
    counts = say(
        "可得 {available}、未知 {unknown}（在建 {developing}）、缺 {lacking}",
        available=found.available,
        unknown=found.unknown,
        developing=found.developing,
        lacking=found.lacking,
    )
    if found.low is None or found.high is None or found.display != "percent":
        return f"（{counts}）"
    return f"{found.low:.0%}–{found.high:.0%}（{counts}）"


def _circles(body: ImportBody, say: Say) -> list[str]:
    label = say("供应成环（允许，请核对）")
    lines = [
        f"  {label}：{'、'.join(each.names)} [{', '.join(map(str, each.rows))}]"
        for each in body.circles
    ]
    return _cut(lines, say)


def _end(body: ImportBody, say: Say) -> str:
    if body.applied:
        return say("已写入，现为版本 {version}", version=body.version)
    if not body.version:
        return say("尚未写入；加 --apply 新建数据集 {dataset}", dataset=body.dataset)
    return say("尚未写入；加 --apply 写入")


def _cut(lines: Iterable[str], say: Say) -> list[str]:
    found = list(lines)
    rest = len(found) - SHOWN
    more = [say("  ……另有 {rest} 条", rest=rest)] if rest > 0 else []
    return found[:SHOWN] + more
