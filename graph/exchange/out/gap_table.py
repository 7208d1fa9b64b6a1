"""The gap list as a table: the columns of 补链清单, one row per gap."""

import csv
import io
from collections.abc import Iterator

from graph.answers.shapes import GapItem, GapsBody
from graph.answers.terms_words import boundary_in_words
from graph.answers.words import NEED, STATUS, VERDICT, gap_kind, standing_cell
from graph.answers.workspace import Workspace
from graph.exchange.out.gap_columns import GapColumns
from graph.message import _
from graph.model import Evidence
from graph.model.gap_kinds import GAP_KIND
from graph.model.looks import BASIS
from graph.model.plain_looks import URGENCY
from graph.model.vocabulary import Lang
from graph.network.terms import Terms, parse_boundary

COLUMNS = (
    "编号",
    "序号",
    "产业链",
    "环节",
    "缺口",
    "类别",
    "状态",
    "确认状态",
    "名次",
    "需要",
    "规划急缓",
    "动作(延/补/强)",
    "必需/可替代",
    "受影响本地产品与企业",
    "本地配套率",
    "优先级得分及构成",
    "排名稳定度",
    "GB/T 4754",
    "承载地与剩余用地(亩)",
    "依据原文(行)",
    "依据类型",
    "数据截至",
    "判断",
    "判断理由",
    "责任单位",
    "时限",
    "备注",
)
"""The columns in order; a cell for which there are no data is empty."""
FILLED = COLUMNS[-5:]
"""Those that people fill."""
DAYS = ("数据截至", "时限")
"""Those that hold days."""

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def gaps_csv(body: GapsBody, ws: Workspace, lang: Lang) -> Iterator[str]:
    """Yield the lines of a CSV file (RFC 4180, CRLF); a BOM first, so that Excel reads UTF-8.

    Cells that a spreadsheet would run as a formula are disarmed by an apostrophe.
    """
    yield "\ufeff" + _line(COLUMNS)
    for row in table(body, ws, lang):
        yield _line(row)


def table(body: GapsBody, ws: Workspace, lang: Lang) -> list[tuple[str, ...]]:
    """List the rows of the gap list, in the order of the body."""
    terms = Terms(body.region.id, parse_boundary(body.boundary), body.inputs, body.horizon)
    columns = GapColumns(ws, terms, lang)
    return [_row(item, number, columns) for number, item in enumerate(body.items, start=1)]


def _line(cells: tuple[str, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([disarmed(cell) for cell in cells])
    return buffer.getvalue()


def disarmed(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula.

    >>> disarmed("=1+1"), disarmed("电梯")
    ("'=1+1", '电梯')
    """
    return "'" + cell if cell.startswith(_RISKY) else cell


def _row(item: GapItem, number: int, columns: GapColumns) -> tuple[str, ...]:
    ws, lang = columns.ws, columns.lang
    segment = ws.facts.segments[item.segment.id] if item.segment else None
    status = STATUS[lang][item.local_status] if item.local_status else ""
    codes = "；".join(f"{code.code} {code.name}" for code in segment.codes) if segment else ""
    basis = dict.fromkeys(each.basis for each in item.evidence)
    within = boundary_in_words(str(columns.terms.boundary)).text("zh")
    named = [
        BASIS[each].label("zh") + (f"（{within}）" if each == "derived" else "") for each in basis
    ]
    said = item.judgement
    return (
        item.id,
        str(number),
        "、".join(chain.name for chain in item.chains),
        item.segment.name if item.segment else "",
        item.name,
        gap_kind(item.kind, item.standing, lang),
        status,
        standing_cell(
            item.standing, said.verdict if said else None, said.reason if said else None, lang
        ),
        _place(item, lang),
        NEED[lang][item.need],
        URGENCY[item.urgency].label(lang),
        GAP_KIND[item.kind].action,
        _needed(item),
        _affected(item, ws),
        columns.completeness(item),
        columns.priority(item),
        columns.stability(item),
        codes,
        columns.parks(item),
        "；".join(_cited(each) for each in item.evidence if each.quote),
        "、".join(named),
        ws.facts.dataset.edition.date,
        VERDICT[lang][said.verdict] if said and said.verdict else "",
        (said and said.reason) or "",
        (said and said.owner) or "",
        (said and said.due) or "",
        (said and said.note) or "",
    )


def _place(item: GapItem, lang: Lang) -> str:
    """名次: the rank among the rows of its standing, and how many share it."""
    if item.ties == 1:
        return str(item.rank)
    return _("{rank}（{n}项并列）", rank=item.rank, n=item.ties).text(lang)


def _needed(item: GapItem) -> str:
    if item.essential is None:
        return ""
    return "必需" if item.essential else "可替代"


def _affected(item: GapItem, ws: Workspace) -> str:
    cells = []
    for product in item.blocks:
        firms = [
            ws.facts.enterprises[fact.enterprise].name
            for fact in ws.makers.get(product.id, ())
            if ws.facts.enterprises[fact.enterprise].status == "operating"
        ]
        cells.append(product.name + (f"（{'、'.join(firms)}）" if firms else ""))
    return "；".join(cells)


def _cited(evidence: Evidence) -> str:
    return f"“{evidence.quote}”（第{evidence.line}行）"
