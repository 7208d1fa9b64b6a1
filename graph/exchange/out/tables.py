"""The tables that people work with as workbooks: 补链清单 and 核实清单."""

from collections.abc import Collection, Iterable

from graph.answers.shapes import FirstQuestion, GapsBody, Ref, VerifyBody, VerifyItem
from graph.answers.shapes.common import ComputedPage
from graph.answers.words import STATUS
from graph.answers.workspace import Workspace
from graph.exchange.out.gap_table import COLUMNS, table
from graph.exchange.out.workbook import WrittenSheet, workbook
from graph.model.vocabulary import Lang

VERIFY_COLUMNS = (
    "编号",
    "环节",
    "现状",
    "要问的问题",
    "问谁",
    "若答“有”的影响",
    "若答“无”的影响",
    "答复",
    "依据",
    "日期",
)
"""The columns of 核实清单; answer, evidence and date are filled by people."""

NOTE = "未知不等于没有：没有已知本地企业的环节列为待核实，不列为缺口。推算结果依参考配方得出。"


def gaps_xlsx(body: GapsBody, ws: Workspace, lang: Lang) -> bytes:
    """Write the gap list as a workbook with a cover sheet."""
    rows = tuple(tuple(_number(c, i) for i, c in enumerate(r)) for r in table(body, ws, lang))
    return workbook(_cover("补链清单", body, ws), [WrittenSheet("补链清单", COLUMNS, rows)])


def verify_xlsx(body: VerifyBody, ws: Workspace, lang: Lang) -> bytes:
    """Write the questions as a workbook: a cover, all of them, then a sheet for each firm."""
    every: tuple[VerifyItem | FirstQuestion, ...] = (*body.first, *body.items)
    sheets = [WrittenSheet("核实清单", VERIFY_COLUMNS, tuple(verify_rows(every, lang)))]
    asked: dict[str, list[VerifyItem | FirstQuestion]] = {}
    for item in every:
        for whom in item.ask:
            asked.setdefault(_whom(whom), []).append(item)
    for name, items in asked.items():
        title = sheet_title(name, [sheet.name for sheet in sheets])
        sheets.append(WrittenSheet(title, VERIFY_COLUMNS, tuple(verify_rows(items, lang))))
    return workbook(_cover("核实清单", body, ws), sheets)


def sheet_title(name: str, taken: Collection[str]) -> str:
    """Name a sheet so that every spreadsheet takes it: 31 characters, none that it refuses.

    >>> sheet_title("甲/乙公司", ["甲 乙公司"])
    '甲 乙公司 2'
    """
    plain = "".join(" " if each in "[]:*?/\\'" else each for each in name).strip()[:27]
    titles = (plain, *(f"{plain} {number}" for number in range(2, 1000)))
    return next(each for each in titles if each.lower() not in {t.lower() for t in taken})


def verify_rows(items: Iterable[VerifyItem | FirstQuestion], lang: Lang) -> list[tuple[str, ...]]:
    """List the questions, in their order: a row for each segment that one asks about.

    Each row is answered for its own segment; one that several questions ask about stands once.
    """
    rows: dict[str, tuple[str, ...]] = {}
    for item in items:
        for member in item.members:
            rows.setdefault(member.id, _verify_row(item, member, lang))
    return list(rows.values())


def _verify_row(item: VerifyItem | FirstQuestion, member: Ref, lang: Lang) -> tuple[str, ...]:
    return (
        member.id,
        member.name,
        STATUS[lang][item.local_status],
        item.question,
        "、".join(_whom(whom) for whom in item.ask),
        item.if_yes.text,
        item.if_no.text,
        "",
        "",
        "",
    )


def _whom(whom: Ref | str) -> str:
    return whom if isinstance(whom, str) else whom.name


def _number(cell: str, column: int) -> str | int:
    """Keep the running number a number."""
    return int(cell) if COLUMNS[column] == "序号" else cell


def _cover(title: str, body: ComputedPage, ws: Workspace) -> list[tuple[str, str]]:
    about = ws.facts.dataset
    return [
        ("表", title),
        ("数据集", f"{about.title}（{about.id}）"),
        ("依据文件", f"{about.edition.label}，{about.edition.date}"),
        ("数据版本", str(body.version)),
        ("地区", body.region.name),
        ("边界", body.boundary),
        ("投入", "、".join(body.inputs)),
        ("时点", body.horizon),
        ("行数", str(body.total)),
        (
            "说明",
            "未知不等于没有：没有已知本地企业的环节列为待核实，不列为缺口。推算结果依参考配方得出。",
        ),
    ]
