"""One record of each type with every field filled, as JSON has it; and what people read of it.

Whoever adds a field adds its value here: the tests fail for a field without one.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from graph.model import RECORDS, AnyRecord, Evidence, Fact, RecordType, record_adapter
from graph.model.facts import own_fields
from graph.model.told import Reach

CREDIT_CODE = "91110000600037341L"
"""Its check character is right by GB 32100."""
TEXT = "原文\n不是产业\n“十四五”累计产值32.5左右亿元，预期性\n"
QUOTE = {"basis": "stated", "document": "plan", "quote": "原文", "line": 1, "start": 0, "end": 2}

SAMPLES: Mapping[RecordType, Mapping[str, Any]] = {
    "document": {
        "id": "plan",
        "title": "青溪县规划",
        "publisher": "青溪县人民政府",
        "date": "2026-01-31",
        "edition": "第二期",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "text": TEXT,
        "uncited": [{**QUOTE, "quote": "不是产业", "line": 2, "end": 4, "note": "只是举例"}],
    },
    "source": {
        "id": "handbook",
        "title": "自行车手册",
        "url": "https://example.org/handbook",
        "publisher": "示例出版社",
        "year": "2019",
        "says": "车架用钢管",
    },
    "industry": {"id": "vehicles", "name": "车辆", "name_en": "Vehicles", "order": 1},
    "chain": {
        "id": "bikes",
        "name": "自行车",
        "name_en": "Bicycles",
        "industry": "vehicles",
        "order": 1,
        "aliases": ["单车"],
    },
    "region": {
        "id": "park",
        "name": "河湾园区",
        "name_en": "River Bend Park",
        "aliases": ["河湾"],
        "sort": "park",
        "parent": "qingxi",
        "free_land_mu": 120.5,
        "planned_area_mu": 900.5,
        "industrial_land_mu": 600.5,
    },
    "segment": {
        "id": "frame",
        "name": "车架",
        "name_en": "Frame",
        "aliases": ["架子"],
        "sort": "component",
        "captive": True,
        "traded": {"reason": "全国有售"},
        "codes": [{"code": "3761", "name": "自行车制造", "confidence": "high"}],
        "no_recipe": "外购即可",
    },
    "kind_of": {"id": "kind_of.frame", "segment": "frame", "parent": "part"},
    "membership": {
        "id": "membership.bikes.frame",
        "segment": "frame",
        "chain": "bikes",
        "stage": "midstream",
        "group": "车身",
    },
    "input_group": {
        "id": "input.bicycle.material.frame",
        "consumer": "bicycle",
        "input": "material",
        "essential": True,
        "members": [{"segment": "frame", "exact": True}],
    },
    "by_product": {"id": "by_product.bicycle.part", "source": "bicycle", "target": "part"},
    "enterprise": {
        "id": "flywheel",
        "name": "飞轮车业",
        "name_en": "Flywheel",
        "aliases": ["飞轮"],
        "status": "planned",
        "credit_code": CREDIT_CODE,
        "qualifications": ["专精特新", "高新技术企业"],
        "registered_capital": {"amount": 5000.0, "currency": "CNY"},
        "founded": "2008-05-16",
        "insured": 126,
        "address": "河湾路8号",
        "region": "park",
    },
    "role": {
        "id": "role.bikes.flywheel",
        "enterprise": "flywheel",
        "chain": "bikes",
        "role": "链主",
        "nth": 1,
    },
    "makes": {"id": "makes.flywheel.frame", "enterprise": "flywheel", "segment": "frame"},
    "mention": {
        "id": "mention.bikes.frame",
        "segment": "frame",
        "chain": "bikes",
        "name": "骨架",
        "intent": "explore",
    },
    "claim": {
        "id": "claim.qingxi.bell.sought",
        "segment": "bell",
        "region": "qingxi",
        "status": "sought",
    },
    "gap": {
        "id": "parts",
        "name": "零件厂",
        "kind": "weak",
        "region": "qingxi",
        "chains": ["bikes"],
        "segment": "part",
        "enterprise_type": "零件企业",
        "capability": "检测能力",
        "related": ["frame"],
        "urgency": 2,
    },
    "platform": {
        "id": "lab",
        "name": "检测中心",
        "name_en": "Test centre",
        "aliases": ["检测所"],
        "state": "planned",
        "enterprise": "flywheel",
        "chains": ["bikes"],
        "region": "park",
    },
    "project": {
        "id": "plant",
        "name": "车架项目",
        "name_en": "Frame plant",
        "state": "building",
        "enterprise": "flywheel",
        "chains": ["bikes"],
        "segments": ["frame"],
        "region": "park",
    },
    "indicator": {
        "id": "output",
        "name": "产值",
        "value": 32.5,
        "printed": "32.5左右",
        "bound": "about",
        "unit": "亿元",
        "year": 2025,
        "period": {"start": 2021, "end": 2025},
        "measure": "cumulative",
        "binding": "expected",
        "actual_or_target": "target",
        "subject_type": "chain",
        "subject": "bikes",
    },
    "synergy": {"id": "serves", "name": "车船联动", "source": "bikes", "target": "boats"},
    "direction": {
        "id": "direction.north.alloys",
        "name": "铝合金",
        "sort": "cooperates",
        "region": "north",
        "chains": ["bikes"],
    },
    "process": {"id": "welding", "name": "激光焊接", "industries": ["vehicles"]},
    "judgement": {
        "id": "judgement.parts",
        "gap": "parts",
        "verdict": "adopt",
        "reason": "三家均不生产",
        "owner": "县经信委",
        "due": "2027年底",
        "note": "先问飞轮",
    },
    "lead": {
        "id": "lead.parts.3",
        "gap": "parts",
        "targets": ["江北车架集团", "飞轮车业"],
        "owner": "招商一科",
        "stage": "talks",
        "since": "2026-11-02",
        "due": "2027-01-31",
        "note": "看过两处厂房",
        "documents": ["http://oa.example/2026-118"],
        "park": "park",
    },
    "delivery": {
        "id": "delivery.flywheel.spoke.frame",
        "source": "flywheel",
        "target": "spoke",
        "segment": "frame",
        "amount": 1200.5,
        "year": 2025,
    },
    "register": {
        "id": "register.census",
        "name": "四经普名录",
        "as_of": "2024-12-31",
        "region": "qingxi",
        "coverage": "above_scale",
        "enough": "本县规下企业不做零件",
        "checked": "已与统计局核对户数",
        "note": "县统计局提供",
    },
    "listed_firm": {
        "id": "listed_firm.census.flywheel",
        "listed_in": "register.census",
        "name": "青溪飞轮车业有限公司",
        "enterprise": "flywheel",
        "credit_code": CREDIT_CODE,
        "industry": ["3761", "自行车制造"],
        "words": [
            {"column": "主要业务活动", "kind": "activity", "text": "车架制造", "amount": 12.5}
        ],
        "state": "注销",
        "closed": True,
        "region": "park",
        "gone": "2025-12-31",
    },
    "review": {
        "id": "review.flywheel",
        "name": "飞轮车业",
        "enterprise": "flywheel",
        "digest": "3f2a",
    },
    "firm_words": {
        "id": "firm_words.spoke_maker.c0ffee",
        "enterprise": "spoke_maker",
        "firm": "青溪辐条制品厂",
        "credit_code": CREDIT_CODE,
        "industry": ["3761", "自行车制造"],
        "lines": [
            {
                "row": 3,
                "kind": "activity",
                "column": "主要业务活动",
                "text": "辐条、车圈制造",
                "amount": None,
            }
        ],
    },
    "decision": {
        "id": "decision.spoke_maker.frame",
        "enterprise": "spoke_maker",
        "firm": "青溪辐条制品厂",
        "segment": "frame",
        "verdict": "refuse",
        "strength": "medium",
        "column": "经营范围",
        "phrase": "车架制造",
        "word": "车架",
        "understood_by": "synonym",
        "verb": "processes",
        "rested_on": ["0123456789ab"],
    },
}
AROUND: tuple[Mapping[str, Any], ...] = (
    {"type": "region", "id": "qingxi", "name": "青溪县", "sort": "district"},
    {"type": "region", "id": "north", "name": "北县", "sort": "neighbour"},
    {"type": "industry", "id": "ships", "name": "船业", "name_en": "Ships"},
    {
        "type": "chain",
        "id": "boats",
        "name": "船舶",
        "name_en": "Boats",
        "industry": "vehicles",
    },
    {"type": "segment", "id": "part", "name": "零件", "name_en": "Part", "sort": "component"},
    {"type": "segment", "id": "bell", "name": "车铃", "name_en": "Bell", "sort": "component"},
    {"type": "segment", "id": "bicycle", "name": "整车", "name_en": "Bicycle", "sort": "product"},
    {"type": "enterprise", "id": "spoke", "name": "辐条厂", "status": "operating"},
)
"""What the samples name besides one another."""
REPORTED = frozenset(
    {"judgement", "lead", "delivery", "firm_words", "decision", "register", "listed_firm", "review"}
)
"""What no document states."""
READ: Mapping[tuple[RecordType, str], str] = {
    ("document", "uncited"): "不是产业",
    ("document", "text"): "“十四五”累计产值32.5左右亿元，预期性",
    ("chain", "industry"): "车辆",
    ("region", "sort"): "组团",
    ("region", "parent"): "青溪县",
    ("region", "free_land_mu"): "120.5",
    ("segment", "sort"): "零部件",
    ("segment", "captive"): "是",
    ("segment", "traded"): "全国有售",
    ("segment", "codes"): "3761 自行车制造",
    ("kind_of", "segment"): "车架",
    ("kind_of", "parent"): "零件",
    ("membership", "segment"): "车架",
    ("membership", "chain"): "自行车",
    ("membership", "stage"): "中游",
    ("input_group", "consumer"): "整车",
    ("input_group", "input"): "物料",
    ("input_group", "essential"): "是",
    ("input_group", "members"): "车架",
    ("by_product", "source"): "整车",
    ("by_product", "target"): "零件",
    ("enterprise", "status"): "在建/拟建",
    ("enterprise", "qualifications"): "专精特新、高新技术企业",
    ("enterprise", "registered_capital"): "5000万元",
    ("enterprise", "region"): "河湾园区",
    ("role", "enterprise"): "飞轮车业",
    ("role", "chain"): "自行车",
    ("makes", "enterprise"): "飞轮车业",
    ("makes", "segment"): "车架",
    ("mention", "segment"): "车架",
    ("mention", "chain"): "自行车",
    ("mention", "intent"): "探索",
    ("claim", "segment"): "车铃",
    ("claim", "region"): "青溪县",
    ("claim", "status"): "拟引进",
    ("gap", "kind"): "薄弱",
    ("gap", "region"): "青溪县",
    ("gap", "chains"): "自行车",
    ("gap", "segment"): "零件",
    ("gap", "related"): "车架",
    ("gap", "urgency"): "一般",
    ("platform", "state"): "拟建",
    ("platform", "enterprise"): "飞轮车业",
    ("platform", "chains"): "自行车",
    ("platform", "region"): "河湾园区",
    ("project", "state"): "在建",
    ("project", "enterprise"): "飞轮车业",
    ("project", "chains"): "自行车",
    ("project", "segments"): "车架",
    ("project", "region"): "河湾园区",
    ("indicator", "bound"): "左右",
    ("indicator", "period"): "2021—2025",
    ("indicator", "measure"): "累计",
    ("indicator", "binding"): "预期性",
    ("indicator", "actual_or_target"): "目标",
    ("indicator", "subject_type"): "产业链",
    ("indicator", "subject"): "自行车",
    ("synergy", "source"): "自行车",
    ("synergy", "target"): "船舶",
    ("direction", "sort"): "合作",
    ("direction", "region"): "北县",
    ("direction", "chains"): "自行车",
    ("process", "industries"): "车辆",
    ("judgement", "gap"): "零件厂",
    ("judgement", "verdict"): "采纳，列入补链",
    ("lead", "gap"): "零件厂",
    ("lead", "stage"): "洽谈",
    ("lead", "park"): "河湾园区",
    ("delivery", "source"): "飞轮车业",
    ("delivery", "target"): "辐条厂",
    ("delivery", "segment"): "车架",
    ("register", "region"): "青溪县",
    ("register", "coverage"): "全部规上工业企业",
    ("listed_firm", "listed_in"): "四经普名录",
    ("listed_firm", "enterprise"): "飞轮车业",
    ("listed_firm", "words"): "主要业务活动：车架制造",
    ("listed_firm", "closed"): "是",
    ("listed_firm", "region"): "河湾园区",
    ("review", "enterprise"): "飞轮车业",
    ("firm_words", "lines"): "辐条、车圈制造",
    ("decision", "segment"): "车架",
    ("decision", "verdict"): "已否定",
    ("decision", "strength"): "中",
    ("decision", "understood_by"): "行业说法",
    ("decision", "verb"): "加工",
}
"""What people read of the fields whose value is no text that stands for itself."""


def fields_of(place: Reach) -> list[tuple[RecordType, str]]:
    """Every field that says it reaches a place."""
    return [
        (type_, name)
        for type_, record in RECORDS.items()
        if place not in record.about.not_in
        for name, told in own_fields(record).items()
        if place not in told.not_in
    ]


def value_of(type_: RecordType, name: str) -> Any:
    """The value of a sample; fails with a hint where a new field has none."""
    assert name in SAMPLES[type_], f"tests/fields/samples.py: give {type_} a value of {name}"
    return SAMPLES[type_][name]


def read_of(type_: RecordType, name: str) -> str:
    """What people read of a field."""
    value = value_of(type_, name)
    return READ.get((type_, name)) or ("、".join(value) if isinstance(value, list) else str(value))


def sample(type_: RecordType) -> AnyRecord:
    return record({"type": type_, **SAMPLES[type_]})


def record(values: Mapping[str, Any]) -> AnyRecord:
    """A record from its JSON; a fact is proven by the plan, a report by who made it."""
    given = dict(values)
    if issubclass(RECORDS[given["type"]], Fact):
        reported = given["type"] in REPORTED
        proof = Evidence(basis="reported", note="走访", by="王工", as_of="2026-11-20")
        given["evidence"] = [proof.model_dump() if reported else QUOTE]
    return record_adapter.validate_json(json.dumps(given))


def everything() -> list[AnyRecord]:
    """Every sample with what it names."""
    return [*(record(each) for each in AROUND), *(sample(each) for each in SAMPLES)]
