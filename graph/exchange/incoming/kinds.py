"""The kinds of tables and their columns: names, synonyms, what each is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from graph.errors import Words
from graph.exchange.gap_table import COLUMNS
from graph.exchange.tables import VERIFY_COLUMNS

Kind = Literal["enterprises", "makes", "supplies", "verify", "gaps"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its code, its header in our own files, and what else offices call it.

    A `computed` one is ours to fill: a row that changes it is rejected.
    """

    code: str
    header: str
    synonyms: tuple[str, ...]
    about: Words
    example: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table. A sheet is of the kind whose `marks` are all there."""

    kind: Kind
    title: Words
    fields: tuple[Field, ...]
    marks: tuple[str, ...]

    @property
    def computed(self) -> tuple[Field, ...]:
        """The columns that people leave as they are."""
        return tuple(each for each in self.fields if each.computed)

    def field(self, code: str) -> Field:
        """Return the column with this code."""
        return next(each for each in self.fields if each.code == code)


_BASIS = Field(
    "basis",
    "依据",
    ("来源", "数据来源", "依据来源", "source", "basis"),
    Words("从哪里知道的，如走访、统计表", "where it is known from: a visit, a statistical table"),
    "实地走访",
)
_AS_OF = Field(
    "as_of",
    "数据截至",
    (
        "截至日期",
        "数据截止",
        "截止日期",
        "数据日期",
        "日期",
        "填报日期",
        "更新日期",
        "date",
        "as of",
    ),
    Words("日期，如 2026-11-25", "a date such as 2026-11-25"),
    "2026-11-25",
)
_ENTERPRISE = Field(
    "enterprise",
    "企业",
    (
        "企业名称",
        "单位名称",
        "公司名称",
        "公司",
        "单位",
        "企业全称",
        "厂家",
        "enterprise",
        "company",
        "firm",
    ),
    Words("全称、简称或编号", "full name, short name or id"),
    "示例机械有限公司",
    required=True,
)
_CODE = Field(
    "credit_code",
    "统一社会信用代码",
    ("社会信用代码", "信用代码", "组织机构代码", "credit code", "uscc"),
    Words("18 位，用来认出同一企业", "18 characters; tells one enterprise from another"),
    "91500117MA5EXAMPL9",
)

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

TABLES: Mapping[Kind, Table] = {
    "gaps": Table("gaps", Words("补链清单", "gap list"), _GAPS, ("id", "standing", "owner")),
    "verify": Table("verify", Words("核实清单", "questions to settle"), _VERIFY, ("id", "answer")),
    "enterprises": Table(
        "enterprises",
        Words("重点企业库", "enterprise list"),
        (
            Field(
                "id",
                "编号",
                ("企业编号", "企业id", "id"),
                Words("已有企业的编号；新企业留空", "the id of a known enterprise; else empty"),
            ),
            _ENTERPRISE,
            _CODE,
            Field(
                "place",
                "链/环节",
                (
                    "产业链",
                    "所属产业链",
                    "所属链",
                    "链",
                    "所属产业链环节",
                    "产业链环节",
                    "环节",
                    "chain",
                ),
                Words("产业链或环节的名称，可多个", "names of chains or segments"),
            ),
            Field(
                "role",
                "角色",
                ("链上角色", "企业类型", "地位", "role"),
                Words("链主、龙头、配套等", "lead firm, supplier …"),
                "配套",
            ),
            Field(
                "status",
                "状态",
                ("企业状态", "生产状态", "经营状态", "运营状态", "status"),
                Words("在产、停产、在建或拟引进；空着为在产", "operating unless said otherwise"),
                "在产",
                choices=("在产", "停产", "在建", "拟引进"),
            ),
            Field(
                "region",
                "组团",
                (
                    "所在组团",
                    "园区",
                    "所在园区",
                    "所属园区",
                    "地区",
                    "所在地",
                    "镇街",
                    "region",
                    "park",
                ),
                Words("组团、园区或镇街的名称", "name of a park or town"),
            ),
            Field(
                "products",
                "产品",
                ("主要产品", "主营产品", "主导产品", "产品名称", "products", "product"),
                Words("环节的名称，可多个，用顿号分开", "names of segments, separated by commas"),
            ),
            Field(
                "qualifications",
                "资质",
                ("企业资质", "资质荣誉", "认定", "qualifications"),
                Words("如专精特新，可多个", "such as certificates"),
            ),
            _BASIS,
            _AS_OF,
        ),
        marks=("enterprise",),
    ),
    "makes": Table(
        "makes",
        Words("企业产品清单", "who makes what"),
        (
            _ENTERPRISE,
            _CODE,
            Field(
                "product",
                "环节",
                (
                    "产品",
                    "产品名称",
                    "主要产品",
                    "主营产品",
                    "生产产品",
                    "产品/环节",
                    "环节名称",
                    "segment",
                    "product",
                    "products",
                ),
                Words("环节的名称、别名或编号，可多个", "names, aliases or ids of segments"),
                required=True,
            ),
            _BASIS,
            _AS_OF,
        ),
        marks=("enterprise", "product"),
    ),
    "supplies": Table(
        "supplies",
        Words("供应清单", "supply list"),
        (
            Field(
                "source",
                "供方企业",
                (
                    "供应商",
                    "供应企业",
                    "供货企业",
                    "供货单位",
                    "供方",
                    "供应商名称",
                    "上游企业",
                    "supplier",
                    "source",
                ),
                Words("已知企业的名称或编号", "the name or id of a known firm"),
                "示例供应有限公司",
                required=True,
            ),
            Field(
                "target",
                "需方企业",
                (
                    "采购企业",
                    "采购商",
                    "需方",
                    "采购单位",
                    "客户",
                    "客户名称",
                    "下游企业",
                    "customer",
                    "buyer",
                    "target",
                ),
                Words("已知企业的名称或编号", "the name or id of a known firm"),
                "示例机械有限公司",
                required=True,
            ),
            Field(
                "product",
                "环节",
                ("产品", "供应产品", "供货产品", "产品名称", "物料", "segment", "product"),
                Words("环节的名称、别名或编号", "name, alias or id of a segment"),
                required=True,
            ),
            Field(
                "amount",
                "金额(万元)",
                (
                    "金额",
                    "供货额",
                    "采购额",
                    "年供货额",
                    "年采购额",
                    "供货金额",
                    "采购金额",
                    "交易额",
                    "amount",
                ),
                Words("一年的金额；可写 1.2亿元", "of one year, in 万元"),
            ),
            Field("year", "年份", ("年度", "year"), Words("金额的年份", "the year of the amount")),
            Field(
                "own",
                "是否自产",
                ("自产", "自制", "供方自产", "own"),
                Words("是：供方自己生产；空着或否：只是供货", "whether the supplier makes it"),
                choices=("是", "否"),
            ),
            _BASIS,
            _AS_OF,
        ),
        marks=("source", "target", "product"),
    ),
}
