"""Two facts that read one passage in ways that exclude each other, and words that prove nothing."""

from pathlib import Path

import pytest

from graph.load import check
from graph.load.urgency import urgency_of
from tests.records.broken import Broken
from tests.records.folders import dataset, only_finding

PLAN = (
    "青溪县发展自行车产业。\n"
    "飞轮车业生产车架和车轮。\n"
    "缺乏钢管，引进钢管企业。\n"
    "邻县发展铝业。\n"
    "重点培育电机、电机和控制器。\n"
    "积极建设车架产业园，推动整车基地建设。\n"
    "累计培育企业31家，产值年均增长3.2%。\n"
    "在河东镇、河西镇建设钢管厂，建成〔15〕个车间，预期性。\n"
    "2021年现状，规上企业20家，利润增长7%。\n"
    "累计引进项目8个、资金9亿元。\n"
)
TOWNS = (
    "regions:\n"
    "  - {id: east, name: 河东镇, sort: town, parent: qingxi, evidence: [河东镇]}\n"
    "  - {id: west, name: 河西镇, sort: town, parent: qingxi, evidence: [河西镇]}\n"
)
PARK = (
    "platforms:\n  - {id: park, name: 车架产业园, state: planned, evidence: [积极建设车架产业园]}\n"
)
FIRM = "enterprises:\n  - {id: flywheel, name: 飞轮车业, STATUS evidence: [飞轮车业]}\n"
REFUSED = [
    Broken(
        "one sentence under way as a claim and planned as a platform",
        PARK + "claims:\n"
        "  - {segment: bike_frame, status: developing, evidence: [建设车架产业园]}\n",
        4,
        "claim.qingxi.bike_frame.developing",
        "park (town/facts.yaml:2) takes the same words for planned",
    ),
    Broken(
        "one sentence planned as a claim and under way as a project",
        "projects:\n  - {id: base, name: 整车基地, state: building, evidence: [推动整车基地建设]}\n"
        "claims:\n  - {segment: bicycle, status: sought, evidence: [整车基地]}\n",
        4,
        "claim.qingxi.bicycle.sought",
        "base (town/facts.yaml:2) takes the same words for building",
    ),
    Broken(
        "one passage for what is made here and for its absence",
        FIRM.replace("STATUS", "")
        + "makes:\n  - {enterprise: flywheel, segment: bike_frame, evidence: [飞轮车业生产车架]}\n"
        "claims:\n  - {segment: bike_frame, status: absent, evidence: [车架和车轮]}\n",
        6,
        "claim.qingxi.bike_frame.absent",
        "makes.flywheel.bike_frame (town/facts.yaml:4) takes the same words for its being here",
    ),
    Broken(
        "one passage for what is present and for a gap",
        "claims:\n  - {segment: steel_tube, status: present, evidence: [缺乏钢管]}\n"
        "gaps:\n  - {id: tubes, name: 缺, kind: missing, segment: steel_tube, urgency: 0,\n"
        "     evidence: [缺乏钢管]}\n",
        4,
        "tubes",
        "claim.qingxi.steel_tube.present (town/facts.yaml:2)",
    ),
    Broken(
        "one passage of two towns that it does not name",
        TOWNS + "platforms:\n"
        "  - {id: park, name: 车架产业园, region: east, evidence: [积极建设车架产业园]}\n"
        "claims:\n  - {segment: bike_frame, status: sought, region: west,\n"
        "     evidence: [积极建设车架产业园]}\n",
        7,
        "claim.west.bike_frame.sought",
        "(town/facts.yaml:5) takes the same words for east",
    ),
    Broken(
        "a gap that is less urgent than its words",
        "gaps:\n  - {id: tubes, name: 缺, kind: missing, segment: steel_tube, urgency: 1,\n"
        "     evidence: [缺乏钢管]}\n",
        2,
        "tubes",
        "the words of its quotes make urgency 0, not 1",
        ("0",),
    ),
    Broken(
        "a second role in the word of the first",
        FIRM.replace("STATUS", "") + "roles:\n"
        "  - {enterprise: flywheel, chain: bikes, role: 龙头, evidence: [飞轮车业]}\n"
        "  - {enterprise: flywheel, chain: bikes, role: 龙头, nth: 2, evidence: [飞轮车业]}\n",
        5,
        "role.bikes.flywheel.2",
        "role “龙头” stands already at town/facts.yaml:4",
    ),
]  # fmt: skip


@pytest.mark.parametrize("broken", REFUSED, ids=lambda each: each.rule)
def test_a_dataset_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    finding = only_finding(dataset(tmp_path, {"facts.yaml": broken.text}, PLAN))

    broken.deserves(finding, "town/facts.yaml")


AGREEING = [
    PARK + "claims:\n  - {segment: bike_frame, status: sought, evidence: [建设车架产业园]}\n",
    # Two clauses of one sentence: the park is planned, the base goes on.
    PARK + "claims:\n  - {segment: bicycle, status: developing, evidence: [推动整车基地建设]}\n",
    # A list names both towns.
    TOWNS + "claims:\n"
    "  - {segment: steel_tube, status: sought, region: east,\n"
    "     evidence: [在河东镇、河西镇建设钢管厂]}\n"
    "  - {segment: steel_tube, status: sought, region: west,\n"
    "     evidence: [在河东镇、河西镇建设钢管厂]}\n",
    # A town lies in the district.
    TOWNS + "platforms:\n"
    "  - {id: park, name: 车架产业园, region: east, evidence: [积极建设车架产业园]}\n"
    "claims:\n  - {segment: bike_frame, status: sought, evidence: [积极建设车架产业园]}\n",
    # A partner is no place of what is done with it.
    """regions:
  - {id: next, name: 邻县, sort: neighbour, evidence: [邻县]}
directions:
  - {id: metal, region: next, name: 铝业, sort: cooperates, evidence: [邻县发展铝业]}
gaps:
  - {id: more, name: 铝业, kind: upgrade, capability: 铝业, evidence: [发展铝业]}
""",
    # A firm that stands still makes nothing available.
    FIRM.replace("STATUS", "status: suspended,")
    + "makes:\n  - {enterprise: flywheel, segment: bike_frame, evidence: [飞轮车业生产车架]}\n"
    "claims:\n  - {segment: bike_frame, status: absent, evidence: [车架和车轮]}\n",
    # Sought and absent go together.
    """claims:
  - {segment: steel_tube, status: sought, evidence: [缺乏钢管，引进钢管企业]}
  - {segment: steel_tube, status: absent, evidence: [缺乏钢管，引进钢管企业]}
""",
    FIRM.replace("STATUS", "") + "roles:\n"
    "  - {enterprise: flywheel, chain: bikes, role: 龙头, evidence: [飞轮车业]}\n"
    "  - {enterprise: flywheel, chain: bikes, role: 配套, nth: 2, evidence: [飞轮车业]}\n",
]  # fmt: skip


@pytest.mark.parametrize("text", AGREEING)
def test_facts_that_agree_on_a_passage_are_fine(text: str, tmp_path: Path) -> None:
    text = text.replace("[缺乏钢管，引进钢管企业]", "['缺乏钢管，引进钢管企业']")

    assert check(dataset(tmp_path, {"facts.yaml": text}, PLAN)).kind == "dataset"


@pytest.mark.parametrize(
    ("quote", "urgency"),
    [
        ("医疗器械产业缺乏III类高端器械产品", 0),
        ("补齐产业链空白", 0),
        ("加快引进中置电机和电机控制器等核心零部件", 0),
        ("着力引进汽车电子研发生产企业", 0),
        ("大力拓展新能源摩托车整车产品", 0),
        ("加大引领性龙头项目引进力度", 0),
        ("大力开发引进耗材", 0),
        ("积极引进一批新能源摩托车整车和配套企业", 1),
        ("努力拓展新能源摩托车", 1),
        ("鼓励中药企业拓展产业链上游", 1),
        ("大力发展高端铝材，拓展上下游产业", 2),  # 大力 asks for development
        ("引进海天味业、李锦记、加加食品等调味品行业龙头企业", 2),
        ("补齐汽车零部件领域短板", 2),
        ("加快推动产业转型", 2),
    ],
)
def test_the_words_before_the_verb_say_how_urgent_it_is(quote: str, urgency: int) -> None:
    assert urgency_of([quote]) == urgency
