"""What the rules on ids and names refuse."""

from pathlib import Path

import pytest

from tests.records.broken import Broken, refuse_facts

IDS = [
    Broken(
        "an unknown segment",
        "claims:\n  - status: absent\n    evidence: [缺乏钢管]\n    segment: steel_tub\n",
        4,
        "claim.qingxi.steel_tub.absent",
        "no segment with id “steel_tub”",
        ("steel_tube",),
    ),
    Broken(
        "an unknown chain",
        "mentions:\n  - {segment: steel_tube, chain: bike, evidence: [缺乏钢管]}\n",
        2,
        "mention.bike.steel_tube",
        "no chain with id “bike”",
        ("bikes",),
    ),
    Broken(
        "a chain of the reference layer that the district has not",
        "mentions:\n  - {segment: steel_tube, chain: boats, evidence: [缺乏钢管]}\n",
        2,
        "mention.boats.steel_tube",
        "no chain with id “boats”",
    ),
    Broken(
        "an unknown default chain of a file, told once",
        "chain: bike\nmentions:\n  - {segment: steel_tube, evidence: [缺乏钢管]}\n"
        "  - {segment: bike_frame, evidence: [车架]}\n",
        1,
        None,
        "no chain with id “bike”",
        ("bikes",),
    ),
    Broken(
        "a mention without a chain",
        "mentions:\n  - {segment: steel_tube, evidence: [缺乏钢管]}\n",
        2,
        "mention.steel_tube",
        "key “chain” is missing, and the file names none",
    ),
    Broken(
        "an unknown region",
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, region: qingx, evidence: [飞轮车业]}\n",
        2,
        "flywheel",
        "no region with id “qingx”",
        ("qingxi",),
    ),
    Broken(
        "an unknown enterprise",
        "roles:\n  - {enterprise: flywhel, chain: bikes, role: 龙头, evidence: [飞轮车业]}\n"
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n",
        2,
        "role.bikes.flywhel",
        "no enterprise with id “flywhel”",
        ("flywheel",),
    ),
    Broken(
        "a chain without its industry",
        "chains:\n  - id: motors\n    name: 电机\n    name_en: Motors\n    industry: vehicle\n"
        "    evidence: [重点培育电机]\n",
        5,
        "motors",
        "no industry with id “vehicle”",
        ("vehicles",),
    ),
    Broken(
        "a region whose parent nothing is",
        "regions:\n  - {id: north, name: 邻县, sort: town, parent: qinxi, evidence: [邻县]}\n",
        2,
        "north",
        "no region with id “qinxi”",
        ("qingxi",),
    ),
    Broken(
        "a town without a parent",
        "regions:\n  - {id: north, name: 邻县, sort: town, evidence: [邻县]}\n",
        2,
        "north",
        "a town needs its parent region",
    ),
    Broken(
        "an unknown source",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    source: [handbok]\n",
        6,
        "tyre",
        "no source with id “handbok”",
        ("handbook",),
    ),
    Broken(
        "an unknown document",
        "claims:\n  - segment: steel_tube\n    status: absent\n    evidence:\n"
        "      - {quote: 缺乏钢管, document: plam}\n",
        5,
        "claim.steel_tube.absent",
        "no document with id “plam”",
        ("plan",),
    ),
    Broken(
        "an unknown related segment",
        "gaps:\n  - id: tubes\n    name: 缺钢管\n    kind: missing\n    urgency: 0\n"
        "    segment: steel_tube\n    related:\n      - bike_frame\n      - bicycl\n"
        "    evidence: [缺乏钢管]\n",
        9,
        "tubes",
        "no segment with id “bicycl”",
        ("bicycle",),
    ),
    Broken(
        "an id that stands twice",
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
        "  - {id: flywheel, name: 飞轮, evidence: [飞轮车业]}\n",
        3,
        "flywheel",
        "id “flywheel” stands twice, first at town/facts.yaml:2",
    ),
    Broken(
        "a tie that stands twice",
        "claims:\n  - {segment: steel_tube, status: absent, evidence: [缺乏钢管]}\n"
        "  - {segment: steel_tube, status: absent, region: qingxi, evidence: [缺乏钢管]}\n",
        3,
        "claim.qingxi.steel_tube.absent",
        "stands twice, first at town/facts.yaml:2",
    ),
    Broken(
        "a segment of both layers",
        "segments:\n  - {id: steel_tube, name: 无缝管, name_en: Seamless, sort: material}\n",
        2,
        "steel_tube",
        "id “steel_tube” stands twice, first at layer/segments.yaml:10",
    ),
    Broken(
        "a merged id that is used again",
        "segments:\n  - {id: seamless, name: 无缝管, name_en: Seamless, sort: material,\n"
        "     was: [steel_tube]}\n",
        3,
        "seamless",
        "id “steel_tube” in was is still in use at layer/segments.yaml:10",
    ),
    Broken(
        "a merged id that is named",
        "segments:\n  - {id: tyre, was: [outer], name: 轮胎, name_en: Tyre, sort: component}\n"
        "claims:\n  - {segment: outer, status: absent, evidence: [缺乏钢管]}\n",
        4,
        "claim.qingxi.outer.absent",
        "no segment with id “outer”",
        ("tyre",),
    ),
    Broken(
        "a name of two records",
        "segments:\n  - {id: seamless, name: 钢管, name_en: Seamless, sort: material}\n",
        2,
        "seamless",
        "“钢管” is already a name, alias or id of steel_tube (layer/segments.yaml:10)",
    ),
    Broken(
        "an alias that differs in width and case only",
        "segments:\n  - id: seamless\n    name: 无缝管\n    name_en: Seamless\n"
        "    sort: material\n    aliases:\n      - 管\n      - Ｓteel TUBE\n",
        8,
        "seamless",
        "is already a name, alias or id of steel_tube",
    ),
    Broken(
        "a word of the document for two segments",
        "chain: bikes\nmentions:\n  - {segment: steel_tube, name: 电机, evidence: [重点培育电机]}\n"
        "  - {segment: bike_frame, name: 电机, evidence: [重点培育电机]}\n",
        4,
        "mention.bikes.bike_frame",
        "“电机” is already a name, alias or id of steel_tube",
    ),
    Broken(
        "an id merged into itself",
        "segments:\n  - {id: tyre, was: [tyre], name: 轮胎, name_en: Tyre, sort: component}\n",
        2,
        "tyre",
        "id “tyre” in was is still in use at town/facts.yaml:2",
    ),
    Broken(
        "an id merged into two records",
        "segments:\n  - {id: tyre, was: [outer], name: 轮胎, name_en: Tyre, sort: component}\n"
        "  - {id: tube, was: [outer], name: 内胎, name_en: Tube, sort: component}\n",
        3,
        "tube",
        "id “outer” in was is still in use at town/facts.yaml:2",
    ),
]


@pytest.mark.parametrize("broken", IDS, ids=lambda each: each.rule)
def test_a_dataset_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    refuse_facts(broken, tmp_path)
