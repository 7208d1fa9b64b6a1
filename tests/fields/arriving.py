"""How the samples come in: as a folder of seeds, as rows of tables, as corrections."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.exchange.report.effects import facts_with
from graph.model import FIELD_OF_TYPE, RECORDS, AnyRecord, Facts, RecordType
from graph.model.facts import own_fields
from tests.fields.samples import AROUND, CREDIT_CODE, SAMPLES, TEXT, record
from tests.imports.tables import csv_file, read
from tests.support import dataset, facts

HEAD = {
    "id": "town",
    "title": "青溪县",
    "title_en": "Qingxi",
    "region": "qingxi",
    "edition": {"label": "青府发1号", "date": "2026-01-31"},
}


def folder_of(parent: Path) -> Path:
    """A folder of seeds that says what the samples say; JSON is YAML too."""
    document = {**SAMPLES["document"], "file": "plan.txt"}
    sections: dict[str, Any] = {
        "dataset": HEAD,
        "documents": [{each: document[each] for each in document if each not in _READ}],
        "uncited": [{"quote": "不是产业", "reason": "只是举例"}],
        "sources": [SAMPLES["source"]],
        "segments": _segments(),
    }
    for type_, each in RECORDS.items():
        if "load" not in each.about.not_in and type_ not in _OWN_FORMS:
            sections[FIELD_OF_TYPE[type_]] = [*_around(type_), *_variants(type_)]
    folder = parent / "town"
    folder.mkdir()
    (folder / "dataset.yaml").write_text(json.dumps(sections, ensure_ascii=False), "utf-8")
    (folder / "plan.txt").write_bytes(TEXT.encode())
    return folder


_READ = {"text", "uncited"}
"""What a document gets from its file and from the section of the uncited."""
_OWN_FORMS = {
    "document",
    "source",
    "segment",
    "kind_of",
    "membership",
    "input_group",
    "by_product",
}


_APART: Mapping[RecordType, tuple[tuple[str, ...], ...]] = {
    "gap": (
        ("enterprise_type", "capability"),
        ("segment", "capability"),
        ("segment", "enterprise_type"),
    ),
    "segment": (("captive",), ("traded", "no_recipe")),
}
"""Fields that a file cannot say together: what each variant of the sample leaves out."""


def id_with(type_: RecordType, name: str) -> str:
    """The id of the sample, or of the variant of it, that says a field in the folder."""
    id_ = str(SAMPLES[type_]["id"])
    left_out = _APART.get(type_, ((),))
    first = next(at for at, names in enumerate(left_out) if name not in names)
    return f"{id_}{first or ''}"


def _variants(type_: RecordType) -> list[dict[str, Any]]:
    """The items of a sample: one, or as many as its fields need to stand apart."""
    found = []
    for at, left_out in enumerate(_APART.get(type_, ((),))):
        values = {name: each for name, each in SAMPLES[type_].items() if name not in left_out}
        values["id"] = f"{values['id']}{at or ''}"
        values |= {
            name: f"{values[name]}{at}" for name in ("name", "name_en") if at and name in values
        }
        values |= {"aliases": []} if at and "aliases" in values else {}
        found.append(_item(type_, values))
    return found


def _around(type_: RecordType) -> list[dict[str, Any]]:
    return [_item(type_, each) for each in AROUND if each["type"] == type_]


def _item(type_: RecordType, values: Mapping[str, Any]) -> dict[str, Any]:
    """An item of a section: the fields that are typed, and what proves them."""
    made = RECORDS[type_].about.made_of
    item = {name: values[name] for name in own_fields(RECORDS[type_]) if name in values}
    item.pop("order", None)
    id_ = {} if made else {"id": values["id"].rpartition(".")[2]}
    quote = {
        "quote": "“十四五”累计产值32.5左右亿元，预期性" if type_ == "indicator" else "原文",
        "why": "示例",
    }
    proof = {"note": "示例"} if type_ == "segment" else {"evidence": [quote]}
    return id_ | item | proof


def _segments() -> list[dict[str, Any]]:
    """Segments with what hangs on them."""
    frame, captive = _variants("segment")
    part, bell, bicycle = _around("segment")
    place, group = SAMPLES["membership"], SAMPLES["input_group"]
    frame["kind_of"] = {"segment": SAMPLES["kind_of"]["parent"], "note": "示例"}
    frame["chains"] = {"bikes": {"stage": place["stage"], "group": place["group"]}}
    bicycle["inputs"] = [
        {
            "members": group["members"],
            "input": group["input"],
            "essential": group["essential"],
            "note": "示例",
        }
    ]
    bicycle["by_products"] = [{"target": SAMPLES["by_product"]["target"], "note": "示例"}]
    return [part, bell, bicycle, frame, captive]


_NODES = (
    "vehicles,车辆,产业,,,,,Vehicles",
    "bikes,自行车,产业链,,,,,Bicycles",
    "park,河湾园区,地区,组团",
    "frame,车架,环节,零部件,全国有售,是,架子,Frame",
    "flywheel,飞轮车业,企业,,,,飞轮,Flywheel",
)
_FIRMS = (
    "企业,链/环节,角色,状态,组团,产品,统一社会信用代码,资质,注册资本（万元）,成立日期,参保人数,地址,数据截至",
    (
        f'飞轮车业,自行车,链主,拟建,河湾园区,车架,{CREDIT_CODE},专精特新、高新技术企业,"5,000",'
        "2008年5月16日,126人,河湾路8号,2026-11-25"
    ),
)


def in_tables(type_: RecordType) -> AnyRecord:
    """A sample as it arrives from tables."""
    shelf: Mapping[str, AnyRecord] = getattr(_imported(), FIELD_OF_TYPE[type_])
    return shelf[SAMPLES[type_]["id"]]


@cache
def _imported() -> Facts:
    """What is held of a district after its tables came in, one upon the other."""
    nodes = csv_file(
        "编号,名称,类型,类别,可外购,厂内工序,别名,英文名,产业链,位置", *_NODES, name="nodes.csv"
    )
    edges = csv_file(
        "起点,终点,关系,限定,必需,投入,位置",
        "frame,part,属于",
        "frame,bikes,所在链,,,,中游",
        "frame,bicycle,供应,是,是,物料",
        "bell,bicycle,供应,,是,物料",
        "spoke,bicycle,生产",
        "bikes,vehicles,所属产业",
        "park,qingxi,隶属",
        name="edges.csv",
    )
    supplies = csv_file(
        "供方企业,需方企业,环节,金额(万元),年份",
        "飞轮车业,辐条厂,车架,1200.5,2025",
        name="供应.csv",
    )
    verify = csv_file("编号,答复", "bell,拟引进", name="核实清单.csv")
    gaps = csv_file(
        "编号,确认状态,责任单位,时限,备注",
        "parts,在册（采纳：三家均不生产）,县经信委,2027年底,先问飞轮",
        name="补链清单.csv",
    )
    known = [record(each) for each in AROUND]
    known += [record({"type": "gap", **SAMPLES["gap"], "chains": [], "related": []})]
    now = facts(*known, dataset=dataset(region="qingxi"))
    for tables in ((nodes, edges), (csv_file(*_FIRMS),), (supplies, verify, gaps)):
        found = read(*tables, of=now)
        assert [fault for line in found.lines for fault in line.faults] == []
        now = facts_with(now, found.records)
    return now


Correction = tuple[Any, Any, str | None]
"""What is said, what is held then, and the id where that is made of it."""


def _same(value: Any) -> Correction:
    return value, value, None


CORRECTIONS: Mapping[RecordType, Mapping[str, Correction]] = {
    "industry": {"name": _same("车船"), "name_en": _same("Vessels")},
    "chain": {"name": _same("两轮车"), "name_en": _same("Two"), "aliases": _same(["踏车"])},
    "region": {
        "name": _same("湾园"),
        "name_en": _same("Bend"),
        "aliases": _same(["湾"]),
        "free_land_mu": _same(80.0),
        "planned_area_mu": _same(800.0),
        "industrial_land_mu": _same(500.0),
    },
    "segment": {
        "name": _same("骨架"),
        "name_en": _same("Chassis"),
        "aliases": _same(["支架"]),
        "sort": _same("product"),
        "traded": _same({"reason": "邻县有售"}),
    },
    "membership": {"stage": _same("upstream"), "group": _same("车体")},
    "input_group": {"essential": _same(False)},
    "enterprise": {
        "name": _same("飞轮集团"),
        "name_en": _same("Wheels"),
        "aliases": _same(["老飞轮"]),
        "status": _same("suspended"),
        "credit_code": ("9111 0000 8020 5014 3f", "91110000802050143F", None),
        "qualifications": _same(["瞪羚企业"]),
        "registered_capital": ("300万美元", {"amount": 300.0, "currency": "USD"}, None),
        "founded": ("2009年3月", "2009-03", None),
        "insured": _same(80),
        "address": _same("河湾路9号"),
        "region": ("青溪县", "qingxi", None),
    },
    "role": {"role": _same("配套")},
    "makes": {"segment": ("零件", "part", "makes.flywheel.part")},
    "mention": {"name": _same("车骨"), "intent": _same("develop")},
    "claim": {"status": ("absent", "absent", "claim.qingxi.bell.absent")},
    "gap": {"name": _same("零件商"), "kind": _same("risk")},
    "platform": {
        "name": _same("测试中心"),
        "name_en": _same("Lab"),
        "aliases": _same(["测试所"]),
        "state": _same("done"),
        "enterprise": ("辐条厂", "spoke", None),
        "region": ("青溪县", "qingxi", None),
    },
    "project": {
        "name": _same("骨架项目"),
        "name_en": _same("Chassis plant"),
        "state": _same("done"),
        "enterprise": ("辐条厂", "spoke", None),
        "region": ("青溪县", "qingxi", None),
    },
    "indicator": {
        "value": _same(33.0),
        "printed": _same("33"),
        "bound": _same("exact"),
        "measure": _same("level"),
        "binding": _same("binding"),
    },
    "synergy": {"name": _same("船车联动")},
    "direction": {"name": _same("镁合金"), "sort": _same("develops")},
    "process": {"name": _same("电阻焊")},
    "delivery": {"amount": _same(900.0), "year": _same(2024)},
}
