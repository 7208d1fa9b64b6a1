"""The codes that are words and nothing else: complete, or nothing starts."""

from collections.abc import Mapping
from typing import get_args

from graph.model.look import Look, complete
from graph.model.looks import LOCAL_STATUS
from graph.model.vocabulary import (
    Binding,
    Bound,
    ClaimStatus,
    Confidence,
    Currency,
    DirectionSort,
    InputSort,
    Intent,
    Measure,
    ProjectState,
    Reading,
    RegionSort,
    Sort,
    Stage,
    StatusBasis,
    SubjectType,
    Urgency,
    Verdict,
)
from graph.model.words import Words

STAGE: Mapping[Stage, Look] = complete(
    Stage,
    {
        "upstream": Look(Words("上游", "Upstream")),
        "midstream": Look(Words("中游", "Midstream")),
        "downstream": Look(Words("下游", "Downstream")),
        "supporting": Look(Words("配套", "Supporting")),
    },
)
"""Stages of a chain."""

SORT: Mapping[Sort, Look] = complete(
    Sort,
    {
        "raw_material": Look(Words("原料", "raw material"), also=("原材料",)),
        "material": Look(Words("材料", "material")),
        "component": Look(Words("零部件", "component"), also=("部件",)),
        "equipment": Look(Words("装备", "equipment"), also=("设备",)),
        "product": Look(Words("产品", "product")),
        "software": Look(Words("软件", "software")),
        "service": Look(Words("服务", "service")),
    },
)
"""Sorts of segment."""

INPUT_SORT: Mapping[InputSort, Look] = complete(
    InputSort,
    {
        "material": Look(Words("物料", "material"), also=("材料", "原料")),
        "energy": Look(Words("能源", "energy")),
        "capital": Look(Words("设备", "capital"), also=("资本",)),
        "service": Look(Words("服务", "service")),
    },
)
"""Sorts of input."""

REGION_SORT: Mapping[RegionSort, Look] = complete(
    RegionSort,
    {
        "district": Look(Words("全区", "District"), also=("区县",)),
        "park": Look(Words("组团", "Park"), also=("园区",)),
        "zone": Look(Words("中小企业园", "SME zone"), also=("集聚区",)),
        "town": Look(Words("镇街", "Town"), also=("镇",)),
        "neighbour": Look(Words("周边地区", "Neighbour")),
    },
)
"""Sorts of region."""

PROJECT_STATE: Mapping[ProjectState, Look] = complete(
    ProjectState,
    {
        "planned": Look(Words("拟建", "Planned")),
        "building": Look(Words("在建", "Under way")),
        "done": Look(Words("已建成", "Done")),
    },
)
"""How far a project or a platform is."""

VERDICT: Mapping[Verdict, Look] = complete(
    Verdict,
    {
        "confirm": Look(Words("属实", "Confirmed"), brief=Words("属实", "confirmed by people")),
        "refute": Look(Words("不实", "Refuted"), brief=Words("不实", "refuted")),
        "adopt": Look(Words("采纳，列入补链", "Adopted"), brief=Words("采纳", "adopted")),
    },
)
"""What people say of a gap; none of the short words is part of one for what is computed."""

INTENT: Mapping[Intent, Look] = complete(
    Intent,
    {
        "develop": Look(Words("发展", "develop")),
        "explore": Look(Words("探索", "explore")),
    },
)
"""What a document wants with a segment that it names."""

DIRECTION_SORT: Mapping[DirectionSort, Look] = complete(
    DirectionSort,
    {
        "develops": Look(Words("发展", "develops")),
        "cooperates": Look(Words("合作", "cooperates")),
    },
)
"""What a neighbouring region does."""

BOUND: Mapping[Bound, Look] = complete(
    Bound,
    {
        "exact": Look(Words("正好", "exact")),
        "at_least": Look(Words("不少于", "at least")),
        "more_than": Look(Words("超过", "more than")),
        "about": Look(Words("左右", "about")),
        "at_most": Look(Words("不超过", "at most")),
    },
)
"""How the value of an indicator is meant."""

READING: Mapping[Reading, Look] = complete(
    Reading,
    {"actual": Look(Words("现值", "Actual")), "target": Look(Words("目标", "Target"))},
)
"""Whether an indicator says what is or what shall be."""

CONFIDENCE: Mapping[Confidence, Look] = complete(
    Confidence,
    {"high": Look(Words("高", "high")), "medium": Look(Words("中", "medium"))},
)
"""How sure a classification is."""

CURRENCY: Mapping[Currency, Look] = complete(
    Currency,
    {
        "CNY": Look(Words("元", "yuan"), also=("人民币", "元人民币", "人民币元", "rmb", "¥")),
        "USD": Look(Words("美元", "US dollars"), also=("美金", "$")),
        "EUR": Look(Words("欧元", "euros"), also=("€",)),
        "HKD": Look(Words("港元", "Hong Kong dollars"), also=("港币",)),
        "JPY": Look(Words("日元", "yen")),
        "GBP": Look(Words("英镑", "pounds"), also=("£",)),
        "TWD": Look(Words("新台币", "Taiwan dollars")),
        "SGD": Look(Words("新加坡元", "Singapore dollars"), also=("新币",)),
        "KRW": Look(Words("韩元", "won")),
    },
)
"""Currencies, by ISO 4217."""

SUBJECT_TYPE: Mapping[SubjectType, Look] = complete(
    SubjectType,
    {
        "region": Look(Words("地区", "region")),
        "industry": Look(Words("产业", "industry")),
        "chain": Look(Words("产业链", "chain")),
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
        "level": Look(Words("水平", "level")),
        "cumulative": Look(Words("累计", "in total")),
        "annual_average": Look(Words("年均", "a year on average")),
        "growth": Look(Words("比上年", "on the year before")),
    },
)
"""What figures measure."""

BINDING: Mapping[Binding, Look] = complete(
    Binding,
    {
        "binding": Look(Words("约束性", "binding")),
        "expected": Look(Words("预期性", "expected")),
    },
)
"""What a plan holds itself to."""

URGENCY: Mapping[Urgency, Look] = complete(
    Urgency,
    {
        0: Look(Words("重点", "stressed")),
        1: Look(Words("鼓励", "encouraged")),
        2: Look(Words("一般", "plain")),
    },
)
"""How strongly a document asks for what is lacking."""

STATUS_BASIS: Mapping[StatusBasis, Look] = complete(
    StatusBasis,
    {
        "stated": Look(Words("规划称", "The plan says")),
        "reported": Look(Words("填报", "Reported")),
        "register": Look(Words("名录", "A register")),
        "derived": Look(Words("推算", "Derived")),
    },
)
"""What a local status rests on."""
