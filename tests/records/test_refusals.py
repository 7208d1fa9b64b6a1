"""Each rule of the checker: what breaks it, and what the finding names."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.records.folders import DATASET, LAYER, dataset, only_finding, reference


@dataclass(frozen=True)
class Broken:
    """The text of one file with one error, and the finding that it deserves."""

    rule: str
    text: str
    line: int
    record: str | None
    words: str
    nearest: tuple[str, ...] = ()


FACTS = [
    Broken(
        "an unknown key",
        "mentions:\n  - segmnt: steel_tube\n    chain: bikes\n    evidence: [缺乏钢管]\n",
        2,
        "mention.bikes",
        "no key “segmnt”",
        ("segment",),
    ),
    Broken(
        "a missing key",
        "claims:\n  - {segment: steel_tube, evidence: [缺乏钢管]}\n",
        2,
        "claim.steel_tube",
        "key “status” is missing",
    ),
    Broken(
        "an unknown code",
        "claims:\n  - segment: steel_tube\n    status: abesnt\n    evidence: [缺乏钢管]\n",
        3,
        "claim.steel_tube.abesnt",
        "no valid code of “status”; known: present developing sought absent",
        ("absent",),
    ),
    Broken(
        "a number where text belongs",
        "enterprises:\n  - id: flywheel\n    name: 360\n    evidence: [飞轮车业]\n",
        3,
        "flywheel",
        "“name” must be text, not 360",
    ),
    Broken(
        "a word where true or false belongs",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    captive: yes\n",
        6,
        "tyre",
        "“captive” must be true or false, not yes",
        ("true", "false"),
    ),
    Broken(
        "an id that is none",
        "enterprises:\n  - {id: Flywheel Co, name: 飞轮车业, evidence: [飞轮车业]}\n",
        2,
        "Flywheel Co",
        "“Flywheel Co” is no id",
    ),
    Broken(
        "a name where an id belongs",
        "claims:\n  - {segment: 钢管, status: absent, evidence: [缺乏钢管]}\n",
        2,
        "claim.钢管.absent",
        "“钢管” is no id",
        ("steel_tube",),
    ),
    Broken(
        "text where a list belongs",
        "claims:\n  - {segment: steel_tube, status: absent, evidence: 缺乏钢管}\n",
        2,
        "claim.steel_tube.absent",
        "“evidence” must be a list, not 缺乏钢管",
    ),
    Broken(
        "a list without an item",
        "claims:\n  - {segment: steel_tube, status: absent, evidence: []}\n",
        2,
        "claim.steel_tube.absent",
        "“evidence” needs at least one item",
    ),
    Broken(
        "an empty text",
        "enterprises:\n  - {id: flywheel, name: '', evidence: [飞轮车业]}\n",
        2,
        "flywheel",
        "“name” is empty",
    ),
    Broken(
        "an impossible number",
        "regions:\n  - id: north\n    name: 邻县\n    sort: neighbour\n    free_land_mu: -3\n"
        "    evidence: [邻县]\n",
        5,
        "north",
        "“free_land_mu” cannot be less than 0",
    ),
    Broken(
        "an unknown section",
        "claim:\n  - {segment: steel_tube, status: absent, evidence: [缺乏钢管]}\n",
        1,
        None,
        "no section “claim”",
        ("claims",),
    ),
    Broken("a section that is no list", "claims: 3\n", 1, None, "a section is a list"),
    Broken("an item that is no mapping", "claims:\n  - 3\n", 2, "claims[1]", "must be a mapping"),
    Broken("a file that is a list", "- 1\n", 1, None, "must be a mapping at its top"),
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
        "gaps:\n  - id: tubes\n    name: 缺钢管\n    kind: missing\n    segment: steel_tube\n"
        "    related:\n      - bike_frame\n      - bicycl\n    evidence: [缺乏钢管]\n",
        8,
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
        "an input of itself",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    inputs:\n      - members:\n          - steel_tube\n          - tyre\n"
        "        source: [handbook]\n",
        9,
        "input.tyre.material.steel_tube",
        "a segment cannot supply itself",
    ),
    Broken(
        "a by-product of itself",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    by_products:\n      - target: tyre\n        source: [handbook]\n",
        7,
        "by_product.tyre.tyre",
        "a segment cannot supply itself",
    ),
    Broken(
        "a member twice in one group",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    inputs:\n      - source: [handbook]\n        members:\n          - steel_tube\n"
        "          - {segment: steel_tube, exact: true}\n",
        10,
        "input.tyre.material.steel_tube",
        "“steel_tube” stands twice in one group",
    ),
    Broken(
        "a member in two groups of one input sort",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    inputs:\n      - {members: [steel_tube], source: [handbook]}\n"
        "      - {members: [bike_frame, steel_tube], source: [handbook]}\n",
        8,
        "input.tyre.material.bike_frame",
        "“steel_tube” stands in another group of the same input (town/facts.yaml:7)",
    ),
    Broken(
        "a kind of itself through another",
        "segments:\n"
        "  - {id: tyre, name: 轮胎, name_en: Tyre, sort: component, kind_of: rubber}\n"
        "  - {id: rubber, name: 橡胶, name_en: Rubber, sort: material, kind_of: tyre}\n",
        3,
        "kind_of.rubber",
        "kinds go in a circle: rubber → tyre → rubber",
    ),
    Broken(
        "a kind of itself",
        "segments:\n  - {id: tyre, name: 轮胎, name_en: Tyre, sort: component, kind_of: tyre}\n",
        2,
        "kind_of.tyre",
        "kinds go in a circle: tyre → tyre",
    ),
    Broken(
        "regions within each other",
        "regions:\n  - {id: east, name: 邻县, sort: zone, parent: west, evidence: [邻县]}\n"
        "  - {id: west, name: 西区, sort: zone, parent: east,\n"
        "     evidence: [{quote: 邻县, why: 简称}]}\n",
        2,
        "east",
        "regions go in a circle: east → west → east",
    ),
    Broken(
        "captive segments that only need one another",
        "segments:\n"
        "  - {id: gel, name: 湿凝胶, name_en: Wet gel, sort: material, captive: true,\n"
        "     inputs: [{members: [sol, steel_tube], source: [handbook]}]}\n"
        "  - {id: sol, name: 溶胶, name_en: Sol, sort: material, captive: true,\n"
        "     inputs: [{members: [gel], source: [handbook]}]}\n",
        2,
        "gel",
        "captive segments need one another in a circle: gel → sol → gel",
    ),
    Broken(
        "a captive segment that is traded",
        "segments:\n  - {id: gel, name: 湿凝胶, name_en: Wet gel, sort: material, captive: true,\n"
        "     traded: {reason: 全国采购}}\n",
        2,
        "gel",
        "captive cannot be traded",
    ),
    Broken(
        "a recipe of what is said to have none",
        "segments:\n  - {id: gel, name: 湿凝胶, name_en: Wet gel, sort: material,\n"
        "     no_recipe: 类别, inputs: [{members: [steel_tube], source: [handbook]}]}\n",
        2,
        "gel",
        "no_recipe contradicts inputs",
    ),
    Broken(
        "engineering knowledge without a reason",
        "segments:\n  - id: gel\n    name: 湿凝胶\n    name_en: Wet gel\n    sort: material\n"
        "    inputs:\n      - {members: [bike_frame], source: [handbook]}\n"
        "      - {members: [steel_tube]}\n",
        8,
        "gel",
        "source domain (engineering knowledge) needs a note",
    ),
    Broken(
        "the built-in source declared",
        "sources:\n  - {id: domain, title: 常识}\n",
        2,
        "domain",
        "source domain is built in",
    ),
    Broken(
        "a code of another form",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    codes:\n      - {code: '29111', name: 轮胎制造, confidence: high}\n",
        7,
        "tyre",
        "“29111” is not written as “code” must be",
    ),
    Broken(
        "an unknown stage",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    chains:\n      bikes: upsteam\n",
        7,
        "tyre",
        "“upsteam” is no valid code of “stage”",
        ("upstream",),
    ),
    Broken(
        "a quote that is not there",
        "claims:\n  - segment: steel_tube\n    status: absent\n    evidence:\n"
        "      - 十分缺乏钢管\n",
        5,
        "claim.steel_tube.absent",
        "no such passage: “十分缺乏钢管”",
        ("3: 缺乏钢管",),
    ),
    Broken(
        "a quote that occurs on several lines",
        "claims:\n  - segment: steel_tube\n    status: absent\n    evidence:\n"
        "      - {quote: 车, why: 试}\n",
        5,
        "claim.steel_tube.absent",
        "“车” occurs 4 times",
        ("line: 1", "line: 2, nth: 1", "line: 2, nth: 2", "line: 2, nth: 3"),
    ),
    Broken(
        "a quote that occurs twice on its line",
        "claims:\n  - segment: steel_tube\n    status: absent\n    evidence:\n"
        "      - {quote: 电机, line: 5, why: 试}\n",
        5,
        "claim.steel_tube.absent",
        "“电机” occurs 2 times",
        ("line: 5, nth: 1", "line: 5, nth: 2"),
    ),
    Broken(
        "a quote on another line than said",
        "claims:\n  - segment: steel_tube\n    status: absent\n"
        "    evidence: [{quote: 缺乏钢管, line: 4}]\n",
        4,
        "claim.steel_tube.absent",
        "not at the line / nth given",
        ("line: 3",),
    ),
    Broken(
        "an occurrence beyond the last",
        "claims:\n  - segment: steel_tube\n    status: absent\n    evidence:\n"
        "      - {quote: 电机, line: 5, nth: 3, why: 试}\n",
        5,
        "claim.steel_tube.absent",
        "not at the line / nth given",
        ("line: 5, nth: 1", "line: 5, nth: 2"),
    ),
    Broken(
        "an occurrence of no line",
        "claims:\n  - segment: steel_tube\n    status: absent\n"
        "    evidence: [{quote: 缺乏钢管, nth: 1}]\n",
        4,
        "claim.steel_tube.absent",
        "nth needs a line",
    ),
    Broken(
        "a quote over two lines",
        "claims:\n  - segment: steel_tube\n    status: absent\n    evidence:\n"
        "      - |\n        缺乏钢管\n        引进\n",
        5,
        "claim.steel_tube.absent",
        "a quote lies within one line",
    ),
    Broken(
        "a quote that does not name its segment",
        "claims:\n  - segment: steel_tube\n    status: absent\n    evidence:\n"
        "      - 缺乏钢管\n      - 飞轮车业\n",
        6,
        "claim.qingxi.steel_tube.absent",
        "the quote names neither “钢管” nor an alias",
    ),
    Broken(
        "a making that names the enterprise only",
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
        "makes:\n  - {enterprise: flywheel, segment: bike_frame, evidence: [飞轮车业]}\n",
        4,
        "makes.flywheel.bike_frame",
        "the quote names neither “车架” nor an alias",
    ),
    Broken(
        "a making that names the segment only",
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, aliases: [飞轮], evidence: [飞轮车业]}\n"
        "makes:\n  - {enterprise: flywheel, segment: bike_frame, evidence: [车架]}\n",
        4,
        "makes.flywheel.bike_frame",
        "the quote names neither “飞轮车业” nor an alias",
        ("飞轮车业", "飞轮"),
    ),
    Broken(
        "a role that does not name its enterprise",
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
        "roles:\n  - {enterprise: flywheel, chain: bikes, role: 龙头, evidence: [车架]}\n",
        4,
        "role.bikes.flywheel",
        "the quote names neither “飞轮车业” nor an alias",
    ),
    Broken(
        "a gap on a type of enterprise that is not quoted",
        "gaps:\n  - {id: firms, name: 钢管厂, kind: introduce, enterprise_type: 钢管厂,\n"
        "     evidence: [引进钢管企业]}\n",
        3,
        "firms",
        "the quote names neither “钢管厂” nor an alias",
    ),
    Broken(
        "a gap without a subject",
        "gaps:\n  - {id: tubes, name: 缺, kind: missing, evidence: [缺乏钢管]}\n",
        2,
        "tubes",
        "exactly one of segment, enterprise_type and capability",
    ),
    Broken(
        "a gap with two subjects",
        "gaps:\n  - {id: tubes, name: 缺, kind: missing, segment: steel_tube,\n"
        "     capability: 钢管, evidence: [缺乏钢管]}\n",
        2,
        "tubes",
        "exactly one of segment, enterprise_type and capability",
    ),
    Broken(
        "two stated gaps that would merge",
        "gaps:\n"
        "  - {id: tubes, name: 缺, kind: missing, segment: steel_tube, evidence: [缺乏钢管]}\n"
        "  - {id: wish, name: 引, kind: introduce, segment: steel_tube, evidence: [引进钢管]}\n",
        3,
        "wish",
        "gap tubes (town/facts.yaml:2) is on the same region and segment",
    ),
    Broken(
        "an indicator whose number no quote prints",
        "indicators:\n  - id: output\n    name: 产值\n    value: 3\n    printed: '3'\n"
        "    unit: 亿元\n    year: 2025\n    actual_or_target: target\n"
        "    evidence: [{quote: 邻县, why: 试}]\n",
        5,
        "output",
        "none of the quotes prints “3”",
    ),
    Broken(
        "a synergy of a chain with itself",
        "synergies:\n"
        "  - {id: loop, name: 自, source: bikes, target: bikes, evidence: [自行车产业]}\n",
        2,
        "loop",
        "a synergy ties two different chains",
    ),
    Broken(
        "a project of an unknown segment",
        "projects:\n  - id: works\n    name: 飞轮车业\n    state: planned\n"
        "    segments: [steel_tub]\n"
        "    evidence: [飞轮车业]\n",
        5,
        "works",
        "no segment with id “steel_tub”",
        ("steel_tube",),
    ),
    Broken(
        "a sentence left uncited that is not there",
        "uncited:\n  - {quote: 邻省发展铝业, reason: 背景}\n",
        2,
        "uncited[1]",
        "no such passage: “邻省发展铝业”",
        ("4: 邻县发展铝业",),
    ),
    Broken("an error of YAML", "claims:\n  - {segment: [\n", 3, None, "broken YAML"),
    Broken("a key twice", "claims:\nclaims:\n", 2, None, "“claims” stands twice"),
]


@pytest.mark.parametrize("broken", FACTS, ids=lambda each: each.rule)
def test_a_dataset_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    finding = only_finding(dataset(tmp_path, {"facts.yaml": broken.text}))

    assert (finding.file, finding.line) == ("town/facts.yaml", broken.line)
    assert finding.record == broken.record
    assert broken.words in finding.en
    assert finding.nearest == broken.nearest
    assert any("\u4e00" <= character <= "\u9fff" for character in finding.zh)


HEADS = [
    Broken(
        "a date that is none",
        DATASET.replace('"2026-01-31"', '"2026-02-30"'),
        6,
        "dataset",
        "“2026-02-30” is no date",
    ),
    Broken(
        "a date without dashes",
        DATASET.replace('"2026-01-31"', '"20260131"'),
        6,
        "dataset",
        "“20260131” is no date",
    ),
    Broken(
        "a region that nothing is",
        DATASET.replace("region: qingxi", "region: qingx"),
        5,
        "dataset",
        "no region with id “qingx”",
        ("qingxi",),
    ),
    Broken(
        "a reference layer that is not there",
        DATASET.replace("reference: layer", "reference: lair"),
        7,
        "dataset",
        "no folder of a reference layer “lair” beside this one",
        ("layer",),
    ),
    Broken(
        "a reference layer elsewhere",
        DATASET.replace("reference: layer", "reference: ../layer"),
        7,
        "dataset",
        "“../layer” is no id",
    ),
    Broken(
        "an unknown key of the head",
        DATASET.replace("title_en:", "titel_en:"),
        4,
        "dataset",
        "no key “titel_en”",
        ("title_en", "title"),
    ),
    Broken(
        "a file that is not there",
        DATASET.replace("documents/plan.txt", "documents/plam.txt"),
        9,
        "plan",
        "there is no file “documents/plam.txt”",
        ("documents/plan.txt",),
    ),
    Broken(
        "a file outside the folder",
        DATASET.replace("documents/plan.txt", "../town/../layer/layer.yaml"),
        9,
        "plan",
        "lies outside the folder",
    ),
]


@pytest.mark.parametrize("broken", HEADS, ids=lambda each: each.rule)
def test_the_head_of_a_dataset_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    digest = (dataset(tmp_path) / "dataset.yaml").read_text().split("sha256: ")[1][:64]
    text = broken.text.replace("DIGEST", digest)

    finding = only_finding(dataset(tmp_path, {"dataset.yaml": text}))

    assert (finding.file, finding.line) == ("town/dataset.yaml", broken.line)
    assert finding.record == broken.record
    assert broken.words in finding.en
    assert finding.nearest == broken.nearest


LAYERS = [
    Broken(
        "a chain that the layer does not list",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    chains:\n      bikes: upstream\n      bike: upstream\n",
        8,
        "membership.bike.tyre",
        "no chain with id “bike”",
        ("bikes",),
    ),
    Broken(
        "an input that only a dataset has",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    inputs: [{members: [rubber], source: [handbook]}]\n",
        6,
        "input.tyre.material.rubber",
        "no segment with id “rubber”",
    ),
    Broken(
        "a fact of a district",
        "claims: []\n",
        1,
        None,
        "no section “claims” here; known: sources, segments",
    ),
    Broken(
        "chains outside the head",
        "chains:\n  - {id: cars, name: 汽车, name_en: Cars}\n",
        1,
        None,
        "no section “chains” here",
    ),
]


@pytest.mark.parametrize("broken", LAYERS, ids=lambda each: each.rule)
def test_a_reference_layer_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    finding = only_finding(reference(tmp_path, {"more.yaml": broken.text}))

    assert (finding.file, finding.line) == ("layer/more.yaml", broken.line)
    assert finding.record == broken.record
    assert broken.words in finding.en
    assert finding.nearest == broken.nearest


def test_a_chain_that_a_layer_lists_twice_is_refused(tmp_path: Path) -> None:
    text = LAYER.replace("boats, name: 船舶, name_en: Boats", "bikes, name: 单车, name_en: Bikes")

    finding = only_finding(
        reference(tmp_path, {"layer.yaml": text, "segments.yaml": "segments: []\n"})
    )

    assert (finding.file, finding.line, finding.record) == ("layer/layer.yaml", 4, "bikes")
    assert "stands twice, first at layer/layer.yaml:3" in finding.en
