"""The kinds of tables and their columns: names, synonyms, what each is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from graph.errors import Words

Kind = Literal["enterprises", "makes"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its code, its header in our own files, and what else offices call it."""

    code: str
    header: str
    synonyms: tuple[str, ...]
    about: Words
    example: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table. A sheet is of the kind whose `marks` are all there."""

    kind: Kind
    title: Words
    fields: tuple[Field, ...]
    marks: tuple[str, ...]

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

TABLES: Mapping[Kind, Table] = {
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
}
