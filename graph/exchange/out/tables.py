"""The tables that people work with as workbooks: 补链清单 and 核实清单."""

from graph.answers.shapes import GapsBody, VerifyBody
from graph.answers.shapes.common import ComputedPage
from graph.answers.words import STATUS
from graph.answers.workspace import Workspace
from graph.exchange.out.gap_table import COLUMNS, table
from graph.exchange.out.workbook import Sheet, workbook
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
    return workbook(_cover("补链清单", body, ws), [Sheet("补链清单", COLUMNS, rows)])


def verify_xlsx(body: VerifyBody, ws: Workspace, lang: Lang) -> bytes:
    """Write the list of questions as a workbook with a cover sheet."""
    sheet = Sheet("核实清单", VERIFY_COLUMNS, tuple(verify_rows(body, lang)))
    return workbook(_cover("核实清单", body, ws), [sheet])


def verify_rows(body: VerifyBody, lang: Lang) -> list[tuple[str, ...]]:
    """List the rows of the list of questions, in the order of the body."""
    return [
        (
            item.segment.id,
            item.segment.name,
            STATUS[lang]["unknown"],
            item.question,
            item.ask,
            item.if_yes.text,
            item.if_no.text,
            "",
            "",
            "",
        )
        for item in body.items
    ]


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
