"""The columns of lists of firms that are kept as they are: registers, and words to recognise."""

from collections.abc import Mapping

from graph.exchange.read.columns import Table, TableField
from graph.exchange.read.columns_enterprises import ENTERPRISES
from graph.exchange.read.states import WORDS as STATES
from graph.message import _
from graph.model.vocabulary import FirmColumn

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


def _column(
    code: str, header: str, names: str, *, choices: tuple[str, ...] = (), like: str = ""
) -> TableField:
    """A column; `like` is that of 重点企业库 whose names it has too."""
    more = ENTERPRISES.field(like).synonyms if like else ()
    synonyms = tuple(dict.fromkeys((*names.split(), *more)))
    return TableField(code, header, synonyms, _COLUMN, required=like == code, choices=choices)


_COLUMN = _("名录的列")
_HEADERS: Mapping[FirmColumn, str] = {
    "scope": "经营范围",
    "activity": "主要业务活动",
    "invoice": "开票商品",
    "award": "主导产品",
}
FIRM_LIST = Table(
    kind="enterprises",
    title=_("名录"),
    fields=(
        _column("enterprise", "企业", _FIRM, like="enterprise"),
        _column("credit_code", "统一社会信用代码", _CODE, like="credit_code"),
        _column("industry", "行业代码", _INDUSTRY),
        *(_column(kind, _HEADERS[kind], names) for kind, names in _WORDS.items()),
        _column("amount", "金额", _AMOUNT),
        _column("registry", "登记状态", _STATE, choices=tuple(STATES.split("、")), like="registry"),
        _column("region", "组团", _PLACE),
        _column("former", "曾用名", "", like="former"),
    ),
    marks=("enterprise",),
)
"""A list of firms by its columns; of several names of one the first that is there counts."""
KINDS: tuple[FirmColumn, ...] = tuple(_WORDS)
