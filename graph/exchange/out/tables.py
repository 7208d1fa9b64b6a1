"""The tables that people work with as workbooks: 补链清单 and 核实清单."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.answers.shapes import FirstQuestion, GapsBody, Ref, VerifyBody, VerifyItem
from graph.answers.shapes.common import ComputedPage
from graph.answers.words import STATUS, VERDICT
from graph.answers.workspace import Workspace
from graph.exchange.out.gap_table import COLUMNS, DAYS, FILLED, table
from graph.exchange.out.sheet import WrittenSheet
from graph.exchange.out.workbook import workbook
from graph.message import Message, _
from graph.model.plain_looks import INPUT_SORT
from graph.model.vocabulary import Horizon, Lang
from graph.network.terms import parse_boundary

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

ANSWERS = ("有", "无", "在建", "拟引进", "不清楚")
"""What 答复 offers; who it is may be written behind it."""

NOTE = "未知不等于没有：没有已知本地企业的环节列为待核实，不列为缺口。推算结果依参考配方得出。"


def gaps_xlsx(body: GapsBody, ws: Workspace, lang: Lang) -> bytes:
    """Write the gap list as a workbook with a cover sheet."""
    return workbook(cover_of("补链清单", body, ws, lang), [gaps_sheet(body, ws, lang)])


def gaps_sheet(body: GapsBody, ws: Workspace, lang: Lang) -> WrittenSheet:
    """The gap list as a sheet; 判断 offers the verdicts, 责任单位 whoever is named already."""
    rows = tuple(tuple(_number(c, i) for i, c in enumerate(r)) for r in table(body, ws, lang))
    offered = {"判断": tuple(VERDICT[lang].values()), "责任单位": owners(ws)}
    return WrittenSheet("补链清单", COLUMNS, rows, offered, filled=FILLED, dates=DAYS, due="时限")


def owners(ws: Workspace) -> tuple[str, ...]:
    """The offices that some lead or judgement names already, in order."""
    leads = {each.owner for each in ws.facts.leads.values()}
    judged = {each.owner for each in ws.facts.judgements.values() if each.owner}
    return tuple(sorted(leads | judged))


def verify_xlsx(body: VerifyBody, ws: Workspace, lang: Lang) -> bytes:
    """Write the questions as a workbook: a cover, all of them, then a sheet for each firm."""
    every = questions_sheet(body, lang)
    asked = firm_sheets(body, lang, [every.name])
    return workbook(cover_of("核实清单", body, ws, lang), [every, *asked])


def questions_sheet(body: VerifyBody, lang: Lang) -> WrittenSheet:
    """Every question as a sheet."""
    return _questions("核实清单", (*body.first, *body.items), lang)


def firm_sheets(body: VerifyBody, lang: Lang, taken: Sequence[str]) -> list[WrittenSheet]:
    """The questions that each firm can answer, as sheets named after them."""
    every: tuple[VerifyItem | FirstQuestion, ...] = (*body.first, *body.items)
    asked: dict[str, list[VerifyItem | FirstQuestion]] = {}
    for item in every:
        for whom in item.ask:
            asked.setdefault(_whom(whom), []).append(item)
    sheets: list[WrittenSheet] = []
    for name, items in asked.items():
        title = sheet_title(name, [*taken, *(sheet.name for sheet in sheets)])
        sheets.append(_questions(title, items, lang))
    return sheets


def _questions(name: str, items: Iterable[VerifyItem | FirstQuestion], lang: Lang) -> WrittenSheet:
    rows = tuple(verify_rows(items, lang))
    return WrittenSheet(
        name, VERIFY_COLUMNS, rows, {"答复": ANSWERS}, filled=VERIFY_COLUMNS[-3:], dates=("日期",)
    )


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


_BOUNDARY: Mapping[bool, Message] = {
    True: _("公开市场可采购的环节不作缺口"),
    False: _("一切都要本地有（压力测试）"),
}
_TIERS = _("公开市场可采购的，和离所问产品 {n} 级以外的，都不作缺口")
_HORIZON: Mapping[Horizon, Message] = {"now": _("只算现有"), "planned": _("在建的也算有")}


def _in_words(code: str, lang: Lang) -> str:
    """A boundary in words: whoever reads a table has no page to look a code up."""
    found = parse_boundary(code)
    if found.tiers:
        return _TIERS.text(lang, n=found.tiers)
    return _BOUNDARY[found.traded].text(lang)


def cover_of(
    title: str, body: ComputedPage, ws: Workspace, lang: Lang = "zh"
) -> list[tuple[str, ...]]:
    """What a workbook says of itself, so that it can come back: data, version and terms.

    Where a code has words, it stands behind them.
    """
    about = ws.facts.dataset
    return [
        ("表", title),
        ("数据集", f"{about.title}（{about.id}）"),
        ("依据文件", f"{about.edition.label}，{about.edition.date}"),
        ("数据版本", str(body.version)),
        ("地区", body.region.name),
        ("边界", _in_words(body.boundary, lang), body.boundary),
        ("投入", "、".join(INPUT_SORT[e].label(lang) for e in body.inputs), ",".join(body.inputs)),
        ("时点", _HORIZON[body.horizon].text(lang), body.horizon),
        ("行数", str(body.total)),
        (
            "说明",
            "未知不等于没有：没有已知本地企业的环节列为待核实，不列为缺口。推算结果依参考配方得出。",
        ),
    ]
