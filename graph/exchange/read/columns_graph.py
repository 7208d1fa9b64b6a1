"""The columns of a graph that was drawn elsewhere: its nodes and edges."""

from graph.errors import Words
from graph.exchange.read.columns import AS_OF, BASIS, Field, Table

NODES = Table(
    "nodes",
    Words("图谱节点", "nodes of a graph"),
    (
        Field(
            "id",
            "编号",
            ("id", "节点编号", "节点id", "node", "node id", "代码"),
            Words("本表内唯一", "unique in the table"),
            "bottom_frame",
            required=True,
        ),
        Field(
            "name",
            "名称",
            ("name", "label", "节点名称", "节点"),
            Words("名称", "the name"),
            "底盘",
            required=True,
        ),
        Field(
            "type",
            "类型",
            ("type", "节点类型"),
            Words("环节、企业、产业链、产业或地区；空着为环节", "segment unless said otherwise"),
            choices=("环节", "企业", "产业链", "产业", "地区"),
        ),
        Field(
            "sort",
            "类别",
            ("sort", "品类", "环节类别"),
            Words("原料、材料、零部件、装备、产品、软件、服务；地区：园区、镇街 …", "its sort"),
        ),
        Field("chain", "产业链", ("chain", "所属产业链"), Words("可多个", "one or more")),
        Field(
            "stage",
            "位置",
            ("stage", "上中下游", "链上位置"),
            Words("上游、中游、下游或配套；空着为中游", "midstream unless said otherwise"),
            choices=("上游", "中游", "下游", "配套"),
        ),
        Field("status", "状态", ("status", "企业状态"), Words("企业的状态", "of an enterprise")),
        Field("region", "地区", ("region", "所在地区", "组团"), Words("企业所在", "where it is")),
        Field(
            "traded",
            "可外购",
            ("traded", "市场采购"),
            Words("是，或理由：全国市场可买到", "yes, or why anyone can buy it"),
        ),
        Field(
            "captive",
            "厂内工序",
            ("captive",),
            Words("是：只在厂内做", "yes: a stage inside its maker"),
            choices=("是", "否"),
        ),
        Field("aliases", "别名", ("aliases", "简称"), Words("可多个", "one or more")),
        Field(
            "name_en",
            "英文名",
            ("name en", "name_en", "english name"),
            Words("英文名", "in English"),
        ),
        BASIS,
        AS_OF,
    ),
    marks=("id", "name"),
)

EDGES = Table(
    "edges",
    Words("图谱连线", "edges of a graph"),
    (
        Field(
            "source",
            "起点",
            ("source", "from", "源", "源节点", "起点编号", "start"),
            Words("节点的编号或名称", "id or name of a node"),
            "底盘",
            required=True,
        ),
        Field(
            "target",
            "终点",
            ("target", "to", "目标", "目标节点", "终点编号", "end"),
            Words("节点的编号或名称", "id or name of a node"),
            "底盘",
            required=True,
        ),
        Field(
            "relation",
            "关系",
            ("relation", "type", "类型", "关系类型", "label"),
            Words(
                "供应、属于、生产、所在链、所属产业、位于；空着按两端类型",
                "by the types of its ends unless said otherwise",
            ),
        ),
        Field(
            "group",
            "组",
            ("group", "投入组", "替代组"),
            Words("同一组的投入任一即可；空着各成一组", "alternatives share a group"),
        ),
        Field(
            "essential",
            "必需",
            ("essential", "是否必需"),
            Words("空着为是", "yes unless said otherwise"),
            choices=("是", "否"),
        ),
        Field(
            "input",
            "投入",
            ("input", "投入类别"),
            Words("物料、能源、资本或服务；空着为物料", "material unless said otherwise"),
            choices=("物料", "能源", "资本", "服务"),
        ),
        Field("exact", "限定", ("exact",), Words("是：其种类不能代替", "no kind of it will do")),
        Field("stage", "位置", ("stage",), Words("所在链的位置", "stage in the chain")),
        BASIS,
        AS_OF,
    ),
    marks=("source", "target"),
)
