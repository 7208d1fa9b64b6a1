"""The columns of our own tables as they come back: 补链清单 and 核实清单."""

from graph.errors import Words
from graph.exchange.out.gap_table import COLUMNS
from graph.exchange.out.tables import VERIFY_COLUMNS
from graph.exchange.read.columns import Field, Table

_NUMBER = "序号"
"""Counts the rows of one file, in its order: it says nothing, and is not read."""
_COMPUTED = Words("由链图推算，请勿改动", "computed; leave it as it is")


def _own(columns: tuple[str, ...], filled: tuple[Field, ...]) -> tuple[Field, ...]:
    """The columns of a table that we wrote: those that people fill, the others computed."""
    by_header = {field.header: field for field in filled}
    return tuple(
        by_header.get(name) or Field(f"computed_{at}", name, (), _COMPUTED, computed=True)
        for at, name in enumerate(columns)
        if name != _NUMBER
    )


def _filled(code: str, header: str, about: Words, *, required: bool = False) -> Field:
    return Field(code, header, (), about, required=required)


_GAPS = _own(
    COLUMNS,
    (
        _filled("id", "编号", Words("缺口的编号", "the id of the gap"), required=True),
        _filled(
            "standing",
            "确认状态",
            Words(
                "后面可加判断与理由：待核实（不实：城南厂在产）",
                "a verdict and reason may follow in brackets",
            ),
        ),
        _filled("owner", "责任单位", Words("谁负责", "who sees to it")),
        _filled("due", "时限", Words("何时完成", "until when")),
        _filled("note", "备注", Words("备注", "a note")),
    ),
)
_VERIFY = _own(
    VERIFY_COLUMNS,
    (
        _filled("id", "编号", Words("环节的编号", "the id of the segment"), required=True),
        _filled(
            "answer",
            "答复",
            Words(
                "有、无、在建、拟引进或不清楚；可写明企业：有：城南厂",
                "有, 无, 在建, 拟引进 or 不清楚; a firm may follow a colon",
            ),
        ),
        _filled("basis", "依据", Words("从哪里知道的", "where it is known from")),
        _filled("as_of", "日期", Words("何时核实", "when it was found out")),
    ),
)

GAPS = Table("gaps", Words("补链清单", "gap list"), _GAPS, ("id", "standing", "owner"))

VERIFY = Table("verify", Words("核实清单", "questions to settle"), _VERIFY, ("id", "answer"))
