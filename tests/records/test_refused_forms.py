"""What the form of a file refuses: keys, codes, types, sections."""

from pathlib import Path

import pytest

from tests.records.broken import Broken, refuse_facts

FORMS = [
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
    Broken("an error of YAML", "claims:\n  - {segment: [\n", 3, None, "broken YAML"),
    Broken("a key twice", "claims:\nclaims:\n", 2, None, "“claims” stands twice"),
]


@pytest.mark.parametrize("broken", FORMS, ids=lambda each: each.rule)
def test_a_dataset_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    refuse_facts(broken, tmp_path)
