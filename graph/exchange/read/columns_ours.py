"""The columns of our own tables as they come back: 补链清单 and 核实清单."""

from graph.exchange.out.gap_table import COLUMNS
from graph.exchange.out.tables import VERIFY_COLUMNS
from graph.exchange.read.columns import Table, TableField
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
