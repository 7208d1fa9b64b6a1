"""The columns of a graph that was drawn elsewhere: its nodes and edges."""

from collections.abc import Iterable

from graph.exchange.read.columns import AS_OF, BASIS, Table, TableField
from graph.message import _
from graph.model.look import Look
from graph.model.looks import ENTERPRISE_STATUS
from graph.model.plain_looks import REGION_SORT, SORT


def _words(*looks: Iterable[Look]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(look.short("zh") for each in looks for look in each))


NODES = Table(
    "nodes",
    _("图谱节点"),
    (
        TableField(
            "id",
            "编号",
            ("id", "节点编号", "节点id", "node", "node id", "代码"),
            _("本表内唯一"),
            "bottom_frame",
            required=True,
        ),
        TableField(
            "name",
            "名称",
            ("name", "label", "节点名称", "节点"),
            _("名称"),
            "底盘",
            required=True,
        ),
        TableField(
            "type",
            "类型",
            ("type", "节点类型"),
            _("环节、企业、产业链、产业或地区；空着为环节"),
            choices=("环节", "企业", "产业链", "产业", "地区"),
        ),
        TableField(
            "sort",
            "类别",
            ("sort", "品类", "环节类别"),
            _("原料、材料、零部件、装备、产品、软件、服务；地区：园区、镇街 …"),
            choices=_words(SORT.values(), REGION_SORT.values()),
        ),
        TableField("chain", "产业链", ("chain", "所属产业链"), _("可多个")),
        TableField(
            "stage",
            "位置",
            ("stage", "上中下游", "链上位置"),
            _("上游、中游、下游或配套；空着为中游"),
            choices=("上游", "中游", "下游", "配套"),
        ),
        TableField(
            "status",
            "状态",
            ("status", "企业状态", "登记状态", "经营状态", "运行状态", "生产状态"),
            _("企业的状态"),
            choices=_words(ENTERPRISE_STATUS.values()),
        ),
        TableField("region", "地区", ("region", "所在地区", "组团"), _("企业所在")),
        TableField(
            "traded",
            "可外购",
            ("traded", "市场采购"),
            _("是，或理由：全国市场可买到"),
        ),
        TableField(
            "captive",
            "厂内工序",
            ("captive",),
            _("是：只在厂内做"),
            choices=("是", "否"),
        ),
        TableField("aliases", "别名", ("aliases", "简称"), _("可多个")),
        TableField(
            "name_en",
            "英文名",
            ("name en", "name_en", "english name"),
            _("英文名"),
        ),
        BASIS,
        AS_OF,
    ),
    marks=("id", "name"),
)

EDGES = Table(
    "edges",
    _("图谱连线"),
    (
        TableField(
            "source",
            "起点",
            ("source", "from", "源", "源节点", "起点编号", "start"),
            _("节点的编号或名称"),
            "底盘",
            required=True,
        ),
        TableField(
            "target",
            "终点",
            ("target", "to", "目标", "目标节点", "终点编号", "end"),
            _("节点的编号或名称"),
            "底盘",
            required=True,
        ),
        TableField(
            "relation",
            "关系",
            ("relation", "type", "类型", "关系类型", "label"),
            _("供应、属于、生产、所在链、所属产业、位于；空着按两端类型"),
            choices=("供应", "属于", "生产", "所在链", "所属产业", "位于", "隶属"),
        ),
        TableField(
            "group",
            "组",
            ("group", "投入组", "替代组"),
            _("同一组的投入任一即可；空着各成一组"),
        ),
        TableField(
            "essential",
            "必需",
            ("essential", "是否必需"),
            _("空着为是"),
            choices=("是", "否"),
        ),
        TableField(
            "input",
            "投入",
            ("input", "投入类别"),
            _("物料、能源、资本或服务；空着为物料"),
            choices=("物料", "能源", "资本", "服务"),
        ),
        TableField("exact", "限定", ("exact",), _("是：其种类不能代替"), choices=("是", "否")),
        TableField(
            "stage",
            "位置",
            ("stage",),
            _("所在链的位置"),
            choices=("上游", "中游", "下游", "配套"),
        ),
        BASIS,
        AS_OF,
    ),
    marks=("source", "target"),
)
