"""The columns of our own tables as they come back: 补链清单 and 核实清单."""

from graph.exchange.out import target_table
from graph.exchange.out.gap_table import COLUMNS
from graph.exchange.out.ledgers import LEDGERS
from graph.exchange.out.tables import VERIFY_COLUMNS
from graph.exchange.read.columns import Table, TableField, TableKind
from graph.message import Message, _

_NUMBER = "序号"
"""Counts the rows of one file, in its order: it says nothing, and is not read."""
_COMPUTED = _("由链图推算，请勿改动")


def _own(columns: tuple[str, ...], filled: tuple[TableField, ...]) -> tuple[TableField, ...]:
    """The columns of a table that we wrote: those that people fill, the others computed."""
    by_header = {field.header: field for field in filled}
    return tuple(
        by_header.get(name) or TableField(f"computed_{at}", name, (), _COMPUTED, computed=True)
        for at, name in enumerate(columns)
        if name != _NUMBER
    )


def _filled(code: str, header: str, about: Message, *, required: bool = False) -> TableField:
    return TableField(code, header, (), about, required=required)


_GAPS = _own(
    COLUMNS,
    (
        _filled("id", "编号", _("缺口的编号"), required=True),
        _filled(
            "standing",
            "确认状态",
            _("后面可加判断与理由：待核实（不实：城南厂在产）"),
        ),
        _filled("verdict", "判断", _("属实、不实、采纳或已补上")),
        _filled("reason", "判断理由", _("为什么这样判断")),
        _filled("owner", "责任单位", _("谁负责")),
        _filled("due", "时限", _("何时完成")),
        _filled("note", "备注", _("备注")),
    ),
)
_VERIFY = _own(
    VERIFY_COLUMNS,
    (
        _filled("id", "编号", _("环节的编号"), required=True),
        _filled(
            "answer",
            "答复",
            _("有、无、在建、拟引进或不清楚；可写明企业：有：城南厂"),
        ),
        _filled("basis", "依据", _("从哪里知道的")),
        _filled("as_of", "日期", _("何时核实")),
    ),
)

GAPS = Table("gaps", _("补链清单"), _GAPS, ("id", "standing", "owner"))

VERIFY = Table("verify", _("核实清单"), _VERIFY, ("id", "answer"))

LEADS = Table(
    "leads",
    _("目标企业清单"),
    _own(
        target_table.COLUMNS,
        (
            _filled("id", "编号", _("线索或可问企业的编号"), required=True),
            _filled("targets", "目标企业", _("企业名称，可多家")),
            _filled("park", "承载地", _("园区、镇街")),
            _filled("owner", "责任单位", _("谁负责；给可问的企业填上，就立为线索")),
            _filled("stage", "对接阶段", _("研判、对接、洽谈、签约、开工、投产或终止")),
            _filled("due", "本阶段期限", _("日期，今天或以后")),
            _filled("note", "备注", _("备注")),
            _filled("done", "办理情况", _("这次做了什么；各次相加")),
            _filled("reason", "退回或终止的理由", _("退回前一阶段或终止时必填")),
        ),
    ),
    ("id", "stage", "owner"),
)


def _told(kind: TableKind) -> Table:
    """A table that people only read: a cell that was changed is refused."""
    ledger = LEDGERS[kind]
    fields = _own(ledger.columns, (_filled("id", "编号", _("编号"), required=True),))
    short = next(each.code for each in fields if each.header == ledger.columns[1])
    return Table(kind, ledger.title, fields, ("id", short))


BLOCKS, PROJECTS = _told("blocks"), _told("projects")
PARKS, AUDIT = _told("parks"), _told("audit")
