"""Lists of firms as offices keep them, to rows of what each firm says of itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.files import TableFile, visible_sheets
from graph.exchange.read.headers import SEARCHED, plain
from graph.exchange.read.passing import passed_over
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.message import Message, _
from graph.model.vocabulary import FirmColumn
from graph.recognition.rows import FirmRow, Words

_WORDS: Mapping[FirmColumn, str] = {
    "scope": """
经营范围 经营范围及方式 许可经营项目 一般经营项目 经营业务范围
""",
    "activity": """
主要业务活动 主要业务 主营业务 主营业务活动 主要经营活动 主要产品 主营产品 生产产品
""",
    "invoice": """
商品和服务名称 商品名称 货物名称 货物或应税劳务名称 货物或应税劳务、服务名称 项目名称
开票商品 开票品名 品名 货物或服务名称 应税项目名称 货物劳务名称
""",
    "award": """
主导产品 认定产品 产品名称 产品 核心产品 细分产品 入选产品
""",
}
_FIRM = """
企业名称 单位详细名称 单位名称 企业 公司名称 企业全称 法人单位名称 纳税人名称
销方名称 销方 销售方名称 销售方 销货方 销货方名称 销方企业名称 厂家 公司 单位
enterprise company
"""
_CODE = """
统一社会信用代码 社会信用代码 信用代码 纳税人识别号 销方税号 销方识别号 组织机构代码
creditcode
"""
_AMOUNT = "金额 开票金额 不含税金额 销售额 价税合计 合计金额"
_INDUSTRY = """
行业代码 国民经济行业代码 行业小类代码 国标行业小类 行业小类 所属行业小类 行业名称
所属行业 国民经济行业 行业 国标行业中类 行业中类 国标行业大类 行业大类 国标行业门类
行业门类
"""
"""From the finest class to the coarsest."""
_STATE = """
登记状态 经营状态 企业状态 状态 工商状态 登记状况 注册状态 存续状态 生产状态 运营状态
企业登记状态 市场主体状态
"""
_PLACE = """
组团 所在组团 园区 所在园区 所属园区 镇街 所在镇街 地区 所在地 区域 功能区
"""
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NO_FIRMS = _("找不到表头：须有一列企业名称（或单位名称、单位详细名称）")
_NO_HEADER = _("找不到表头：须有企业名称，以及经营范围、主要业务活动、商品名称或主导产品之一")


@dataclass(frozen=True, slots=True)
class SkippedTable:
    """A row that was not read, and why."""

    table: str
    row: int
    why: Message


@dataclass(slots=True)
class FirmList:
    """The rows of a file, and those that could not be read."""

    rows: list[FirmRow] = field(default_factory=list)
    skipped: list[SkippedTable] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the columns of a sheet hold; `words` goes from column to its name and kind."""

    row: int
    firm: int
    named: str
    credit_code: int | None
    amount: int | None
    industry: tuple[int, ...]
    words: Mapping[int, tuple[str, FirmColumn]]
    state: int | None = None
    place: int | None = None


def read_firms(file: TableFile, *, wordless: bool = False) -> FirmList:
    """Read every sheet that has a header; raise `TableRefusedError` where none has, or for size.

    `wordless` rows are those of a register, which need not say what the firms do.
    """
    found = FirmList()
    headed = False
    for sheet in visible_sheets(file):
        first = list(islice(sheet.rows, SEARCHED))
        heading = _heading(first, wordless=wordless)
        if heading is not None:
            headed = True
            _read(sheet, heading, chain(first, sheet.rows), found, wordless=wordless)
    if not headed:
        raise TableRefusedError(file=file.name, reason=_NO_FIRMS if wordless else _NO_HEADER)
    return found


def _read(
    sheet: ReadSheet,
    heading: _Heading,
    rows: Iterator[TableRow],
    to: FirmList,
    *,
    wordless: bool,
) -> None:
    for row in rows:
        if row.number <= heading.row or not row:
            continue
        if len(to.rows) >= limits.ROWS:
            raise TableRefusedError(file=sheet.file, reason=limits.too_many_rows(limits.ROWS))
        why = row.flaw or next(iter(row.flaws.values()), None)
        firm = _firm_row(sheet.table, row, heading)
        if firm is not None and not _told(firm, row, wordless=wordless):
            firm = None
        if why is not None:
            to.skipped.append(SkippedTable(sheet.table, row.number, why))
        elif firm is not None:
            to.rows.append(firm)


def _firm_row(table: str, row: TableRow, heading: _Heading) -> FirmRow | None:
    """What a row says of a firm; null where it names none."""
    firm = row.cell(heading.firm)
    amount = None if heading.amount is None else _number(row.cell(heading.amount))
    words = tuple(
        Words(name, kind, row.cell(at), amount if kind == "invoice" else None)
        for at, (name, kind) in heading.words.items()
        if row.cell(at)
    )
    if firm in ("", heading.named):  # a header of two rows says its name twice
        return None
    code = "" if heading.credit_code is None else row.cell(heading.credit_code)
    industry = tuple(row.cell(at) for at in heading.industry if row.cell(at))
    state, place = ("" if at is None else row.cell(at) for at in (heading.state, heading.place))
    return FirmRow(table, row.number, firm, code or None, industry, words, state, place)


def _told(firm: FirmRow, row: TableRow, *, wordless: bool) -> bool:
    """Whether a row is to be read: no total, note or empty one."""
    return passed_over(row) is None if wordless else bool(firm.words)


def _heading(rows: list[TableRow], *, wordless: bool) -> _Heading | None:
    """The row that names a firm and most columns of words; the upper one of equals."""
    width = max((len(row.cells) for row in rows), default=0)
    headed = (_headed(row, width) for row in rows)
    found = [each for each in headed if each is not None and (each.words or wordless)]
    return max(
        found, key=lambda each: (len(each.words) + len(each.industry), -each.row), default=None
    )


def _headed(row: TableRow, width: int) -> _Heading | None:
    names = [_name(row.cell(at)) for at in range(width)]
    firm = _first(names, _FIRM)
    words = _words(row, names)
    if firm is None or row.cell(firm).isdecimal():
        return None
    wanted = _INDUSTRY.split()
    industry = sorted((wanted.index(name), at) for at, name in enumerate(names) if name in wanted)
    return _Heading(
        row.number,
        firm,
        row.cell(firm),
        _first(names, _CODE),
        _first(names, _AMOUNT),
        tuple(at for _other, at in industry),
        words,
        _first(names, _STATE),
        _first(names, _PLACE),
    )


def _words(row: TableRow, names: list[str]) -> Mapping[int, tuple[str, FirmColumn]]:
    """Columns of words; one without a name belongs to the one before it (a merged header)."""
    found: dict[int, tuple[str, FirmColumn]] = {}
    before: tuple[str, FirmColumn] | None = None
    for at, name in enumerate(names):
        kind = next((kind for kind, known in _WORDS.items() if name in known.split()), None)
        if kind is not None:
            before = (row.cell(at), kind)
        elif name:
            before = None
        if before is not None and (name or before[1] == "activity"):
            found[at] = before
    return found


def _first(names: list[str], known: str) -> int | None:
    """The column with the first of the known names that occurs."""
    places = (names.index(name) for name in known.split() if name in names)
    return next(places, None)


def _name(header: str) -> str:
    return _BRACKETS.sub("", plain(header)).rstrip("0123456789一二三")


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None
