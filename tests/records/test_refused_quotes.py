"""What the rules on quotes, gaps and the facts around the chains refuse."""

from pathlib import Path

import pytest

from graph.load import check
from tests.records.broken import Broken, refuse_facts
from tests.records.folders import dataset

QUOTES = [
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
        "  - {id: tubes, name: 缺, kind: missing, segment: steel_tube, urgency: 0, "
        "evidence: [缺乏钢管]}\n"
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
]


@pytest.mark.parametrize("broken", QUOTES, ids=lambda each: each.rule)
def test_a_dataset_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    refuse_facts(broken, tmp_path)


def test_one_gap_of_each_region_and_any_that_never_merge_are_fine(tmp_path: Path) -> None:
    text = (
        "regions:\n  - {id: north, name: 邻县, sort: town, parent: qingxi, evidence: [邻县]}\n"
        "gaps:\n"
        "  - {id: here, name: 缺, kind: missing, segment: steel_tube, urgency: 0,\n"
        "     evidence: [缺乏钢管]}\n"
        "  - {id: there, name: 引, kind: introduce, segment: steel_tube, region: north,\n"
        "     evidence: [引进钢管]}\n"
        "  - {id: poor, name: 弱, kind: weak, segment: steel_tube, evidence: [引进钢管]}\n"
    )

    assert check(dataset(tmp_path, {"facts.yaml": text})).counts["gap"] == 3
