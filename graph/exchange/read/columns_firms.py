"""The columns of lists of firms, of who makes what, and of supplies."""

from graph.exchange.read.columns import AS_OF, BASIS, Field, Table, told_columns
from graph.message import _
from graph.model import Enterprise

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
    _("全称、简称或编号"),
    "某机械有限公司",
    required=True,
)
_TOLD = told_columns(Enterprise)
_CODE = next(each for each in _TOLD if each.code == "credit_code")
_STATUS = next(each for each in _TOLD if each.code == "status")
_REGISTRY = Field(
    "registry",
    "登记状态",
    (
        "工商状态",
        "工商登记状态",
        "企业登记状态",
        "登记状况",
        "注册状态",
        "存续状态",
        "企业存续状态",
        "市场主体状态",
        "主体状态",
    ),
    _("存续、注销、吊销、迁出等；注销、吊销、迁出的不算在产"),
)

ENTERPRISES = Table(
    "enterprises",
    _("重点企业库"),
    (
        Field(
            "id",
            "编号",
            ("企业编号", "企业id", "id"),
            _("已有企业的编号；新企业留空"),
        ),
        _ENTERPRISE,
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
            _("产业链或环节的名称，可多个"),
        ),
        Field(
            "role",
            "角色",
            ("链上角色", "企业类型", "地位", "role"),
            _("链主、龙头、配套等"),
            "配套",
        ),
        Field(
            "products",
            "产品",
            ("主要产品", "主营产品", "主导产品", "产品名称", "products", "product"),
            _("环节的名称，可多个，用顿号分开"),
        ),
        *_TOLD,
        _REGISTRY,
        BASIS,
        AS_OF,
    ),
    marks=("enterprise",),
)

MAKES = Table(
    "makes",
    _("企业产品清单"),
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
            _("环节的名称、别名或编号，可多个"),
            "同步带、链条",
            required=True,
        ),
        _STATUS,
        _REGISTRY,
        BASIS,
        AS_OF,
    ),
    marks=("enterprise", "product"),
)

SUPPLIES = Table(
    "supplies",
    _("供应清单"),
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
            _("已知企业的名称或编号"),
            "某供应有限公司",
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
            _("已知企业的名称或编号"),
            "某机械有限公司",
            required=True,
        ),
        Field(
            "product",
            "环节",
            ("产品", "供应产品", "供货产品", "产品名称", "物料", "segment", "product"),
            _("环节的名称、别名或编号"),
            "链条",
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
            _("一年的金额；可写 1.2亿元"),
        ),
        Field("year", "年份", ("年度", "year"), _("金额的年份")),
        Field(
            "own",
            "是否自产",
            ("自产", "自制", "供方自产", "own"),
            _("是：供方自己生产；空着或否：只是供货"),
            choices=("是", "否"),
        ),
        BASIS,
        AS_OF,
    ),
    marks=("source", "target", "product"),
)
