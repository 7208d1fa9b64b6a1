"""The codes that are words and nothing else: complete, or nothing starts."""

from collections.abc import Mapping
from typing import get_args

from graph.message import _, p_
from graph.model.look import Look, complete
from graph.model.looks import LOCAL_STATUS
from graph.model.vocabulary import (
    Binding,
    Bound,
    By,
    ClaimStatus,
    Confidence,
    Coverage,
    Criterion,
    Currency,
    DecisionVerdict,
    DirectionSort,
    FirmColumn,
    InputSort,
    Intent,
    LeadStage,
    Measure,
    Preset,
    ProjectState,
    Reading,
    RegionSort,
    Sort,
    Stage,
    StatusBasis,
    Strength,
    SubjectType,
    Urgency,
    Verb,
    Verdict,
)

STAGE: Mapping[Stage, Look] = complete(
    Stage,
    {
        "upstream": Look(_("上游")),
        "midstream": Look(_("中游")),
        "downstream": Look(_("下游")),
        "supporting": Look(_("配套")),
    },
)
"""Stages of a chain."""

SORT: Mapping[Sort, Look] = complete(
    Sort,
    {
        "raw_material": Look(_("原料"), also=("原材料",)),
        "material": Look(_("材料")),
        "component": Look(_("零部件"), also=("部件",)),
        "equipment": Look(_("装备"), also=("设备",)),
        "product": Look(_("产品")),
        "software": Look(_("软件")),
        "service": Look(_("服务")),
    },
)
"""Sorts of segment."""

INPUT_SORT: Mapping[InputSort, Look] = complete(
    InputSort,
    {
        "material": Look(_("物料"), also=("材料", "原料")),
        "energy": Look(_("能源")),
        "capital": Look(_("设备"), also=("资本",)),
        "service": Look(_("服务")),
    },
)
"""Sorts of input."""

REGION_SORT: Mapping[RegionSort, Look] = complete(
    RegionSort,
    {
        "district": Look(p_("region", "全区"), also=("区县",)),
        "park": Look(_("组团"), also=("园区",)),
        "zone": Look(_("中小企业园"), also=("集聚区",)),
        "town": Look(_("镇街"), also=("镇",)),
        "neighbour": Look(_("周边地区")),
    },
)
"""Sorts of region."""

PROJECT_STATE: Mapping[ProjectState, Look] = complete(
    ProjectState,
    {
        "planned": Look(_("拟建")),
        "building": Look(_("在建")),
        "done": Look(_("已建成")),
    },
)
"""How far a project or a platform is."""

LEAD_STAGE: Mapping[LeadStage, Look] = complete(
    LeadStage,
    {
        "study": Look(_("研判")),
        "contact": Look(_("对接")),
        "talks": Look(_("洽谈")),
        "signed": Look(_("签约")),
        "building": Look(_("开工")),
        "producing": Look(_("投产")),
        "ended": Look(_("终止")),
    },
)
"""How far a lead is."""

VERDICT: Mapping[Verdict, Look] = complete(
    Verdict,
    {
        "confirm": Look(_("属实"), brief=_("属实")),
        "refute": Look(_("不实"), brief=_("不实")),
        "adopt": Look(_("采纳，列入补链"), brief=_("采纳")),
        "filled": Look(_("已补上"), brief=_("已补上")),
    },
)
"""What people say of a gap; none of the short words is part of one for what is computed."""

INTENT: Mapping[Intent, Look] = complete(
    Intent,
    {
        "develop": Look(p_("intent", "发展")),
        "explore": Look(_("探索")),
    },
)
"""What a document wants with a segment that it names."""

DIRECTION_SORT: Mapping[DirectionSort, Look] = complete(
    DirectionSort,
    {
        "develops": Look(_("发展")),
        "cooperates": Look(_("合作")),
    },
)
"""What a neighbouring region does."""

BOUND: Mapping[Bound, Look] = complete(
    Bound,
    {
        "exact": Look(_("正好")),
        "at_least": Look(_("不少于")),
        "more_than": Look(_("超过")),
        "about": Look(_("左右")),
        "at_most": Look(_("不超过")),
    },
)
"""How the value of an indicator is meant."""

READING: Mapping[Reading, Look] = complete(
    Reading,
    {"actual": Look(_("现值")), "target": Look(_("目标"))},
)
"""Whether an indicator says what is or what shall be."""

CONFIDENCE: Mapping[Confidence, Look] = complete(
    Confidence,
    {"high": Look(_("高")), "medium": Look(_("中"))},
)
"""How sure a classification is."""

CURRENCY: Mapping[Currency, Look] = complete(
    Currency,
    {
        "CNY": Look(_("元"), also=("人民币", "元人民币", "人民币元", "rmb", "¥")),
        "USD": Look(_("美元"), also=("美金", "$")),
        "EUR": Look(_("欧元"), also=("€",)),
        "HKD": Look(_("港元"), also=("港币",)),
        "JPY": Look(_("日元")),
        "GBP": Look(_("英镑"), also=("£",)),
        "TWD": Look(_("新台币")),
        "SGD": Look(_("新加坡元"), also=("新币",)),
        "KRW": Look(_("韩元")),
    },
)
"""Currencies, by ISO 4217."""

SUBJECT_TYPE: Mapping[SubjectType, Look] = complete(
    SubjectType,
    {
        "region": Look(_("地区")),
        "industry": Look(_("产业")),
        "chain": Look(_("产业链")),
    },
)
"""What an indicator is about."""

CLAIM_STATUS: Mapping[ClaimStatus, Look] = complete(
    ClaimStatus, {code: LOCAL_STATUS[code] for code in get_args(ClaimStatus)}
)
"""What is said of the availability of a segment."""

MEASURE: Mapping[Measure, Look] = complete(
    Measure,
    {
        "level": Look(_("水平")),
        "cumulative": Look(_("累计")),
        "annual_average": Look(_("年均")),
        "growth": Look(_("比上年")),
    },
)
"""What figures measure."""

BINDING: Mapping[Binding, Look] = complete(
    Binding,
    {
        "binding": Look(_("约束性")),
        "expected": Look(_("预期性")),
    },
)
"""What a plan holds itself to."""

URGENCY: Mapping[Urgency, Look] = complete(
    Urgency,
    {
        0: Look(_("重点")),
        1: Look(_("鼓励")),
        2: Look(_("一般")),
    },
)
"""How strongly a document asks for what is lacking."""

COVERAGE: Mapping[Coverage, Look] = complete(
    Coverage,
    {
        "all_industrial": Look(_("全部工业法人"), also=("四经普", "全部工业")),
        "above_scale": Look(_("全部规上工业企业"), also=("规上", "规上工业")),
        "park": Look(_("园区全部企业"), also=("园区",)),
        "partial": Look(_("部分企业"), also=("部分",)),
        "elsewhere": Look(_("外地企业，只作目标企业"), also=("外地", "外地企业")),
    },
)
"""What registers claim to hold."""

STATUS_BASIS: Mapping[StatusBasis, Look] = complete(
    StatusBasis,
    {
        "stated": Look(_("规划称")),
        "reported": Look(_("填报")),
        "register": Look(_("名录")),
        "derived": Look(_("推算")),
    },
)
"""What a local status rests on."""

FIRM_COLUMN: Mapping[FirmColumn, Look] = complete(
    FirmColumn,
    {
        "scope": Look(_("经营范围")),
        "activity": Look(_("主要业务活动")),
        "invoice": Look(_("开票商品")),
        "award": Look(_("主导产品")),
    },
)
"""What the columns hold that firms speak in."""

STRENGTH: Mapping[Strength, Look] = complete(
    Strength,
    {
        "strong": Look(_("强")),
        "medium": Look(_("中")),
        "weak": Look(_("弱")),
    },
)
"""How much the words of a firm prove."""

BY: Mapping[By, Look] = complete(
    By,
    {
        "name": Look(_("环节名称")),
        "alias": Look(_("别名")),
        "synonym": Look(_("行业说法")),
        "standard_phrase": Look(_("规范表述")),
        "firm_name": Look(_("企业名称")),
    },
)
"""As what a word was understood."""

VERB: Mapping[Verb, Look] = complete(
    Verb,
    {
        "makes": Look(_("生产")),
        "processes": Look(_("加工")),
        "sells": Look(_("销售")),
        "develops": Look(_("研发")),
        "repairs": Look(_("安装维修")),
        "none": Look(_("未写动词")),
    },
)
"""What a firm says that it does with a thing."""

DECISION_VERDICT: Mapping[DecisionVerdict, Look] = complete(
    DecisionVerdict,
    {
        "confirm": Look(_("已确认")),
        "refuse": Look(_("已否定")),
    },
)
"""What a person decided of a proposal."""

CRITERION: Mapping[Criterion, Look] = complete(
    Criterion,
    {
        "need": Look(
            _("需要"), meaning=_("卡住在产 1，卡住拟引 2/3，市场需求 1/3，未见需求 0"),
        ),
        "families": Look(
            _("受影响用户"),
            meaning=_("在等的用户类数，在产计 1、拟引计 1/2，未知若有就不缺的减半；n/(n+2)"),
        ),
        "urgency": Look(
            _("规划急缓"),
            meaning=_("规划用词：重点、着力、缺乏 1，积极、鼓励 2/3，平述 1/3，规划未提 0"),
        ),
        "certainty": Look(
            _("确凿程度"),
            meaning=_("确定的缺口 1，尚有成员待核实 3/4，规划拟增 1/2，待核实 1/4"),
        ),
        "sort": Look(
            _("环节形态"),
            meaning=_("部件、装备、产品、软件 1，材料 1/2，原料 0"),
        ),
        "chains": Look(
            _("一补多链"), meaning=_("所服务的产业链数；(n-1)/n"),
        ),
        "reach": Look(
            _("下游波及"), meaning=_("下游的本地产品与拟引产品数；n/(n+5)"),
        ),
        "near": Look(
            _("就近可供"),
            meaning=_("候选企业每家计 2，方向涵盖此链的周边地区各计 1；n/(n+4)"),
        ),
        "park": Look(
            _("园区相合"),
            meaning=_("有园区写明此链为方向 1，只有此链的企业或平台在园 1/2，都没有 0"),
        ),
        "land": Look(
            _("剩余用地"), meaning=_("相合园区写明的剩余用地（亩）；n/(n+500)"),
        ),
        "target": Look(
            _("链的目标"),
            meaning=_("此链或所属产业写明的产值规模目标（亿元），有几个取最小；n/(n+100)"),
        ),
    },
)  # fmt: skip
"""The criteria of priority, each with how it becomes a number between 0 and 1."""

PRESET: Mapping[Preset, Look] = complete(
    Preset,
    {
        "fill": Look(_("补链优先"), meaning=_("先补卡住生产、规划点名急补的")),
        "strengthen": Look(_("强链优先"), meaning=_("先做目标大、用户多、就近有人可引的链")),
        "across": Look(_("跨链协同优先"), meaning=_("先补一处服务多条链的")),
    },
)
"""The weights that stand ready."""
