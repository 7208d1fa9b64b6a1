"""What the rules on recipes refuse."""

from pathlib import Path

import pytest

from graph.load import check
from tests.records.broken import Broken, refuse_facts
from tests.records.folders import dataset, only_finding

RECIPES = [
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
        "a by-product that is listed twice",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    by_products:\n      - {target: steel_tube, source: [handbook]}\n"
        "      - {target: steel_tube, source: [domain], note: 再说一次}\n",
        8,
        "by_product.tyre.steel_tube",
        "stands twice, first at town/facts.yaml:7",
    ),
    Broken(
        "two groups with the same first member",
        "segments:\n  - id: tyre\n    name: 轮胎\n    name_en: Tyre\n    sort: component\n"
        "    inputs:\n      - {members: [steel_tube], source: [handbook]}\n"
        "      - {members: [steel_tube], source: [handbook]}\n",
        8,
        "input.tyre.material.steel_tube",
        "“steel_tube” stands in another group of the same input (town/facts.yaml:7)",
    ),
    Broken(
        "a captive circle through a kind that stands for its general segment",
        "segments:\n"
        "  - {id: sol, name: 溶胶, name_en: Sol, sort: material, captive: true,\n"
        "     inputs: [{members: [gel], source: [handbook]}]}\n"
        "  - {id: gel, name: 凝胶, name_en: Gel, sort: material, captive: true}\n"
        "  - {id: wet, name: 湿凝胶, name_en: Wet gel, sort: material, captive: true,\n"
        "     kind_of: gel, inputs: [{members: [sol], source: [handbook]}]}\n",
        4,
        "gel",
        "in a circle: gel → wet → sol → gel",
    ),
    Broken(
        "a captive circle through an inherited input",
        "segments:\n"
        "  - {id: sol, name: 溶胶, name_en: Sol, sort: material, captive: true,\n"
        "     inputs: [{members: [wet], source: [handbook]}]}\n"
        "  - {id: gel, name: 凝胶, name_en: Gel, sort: material,\n"
        "     inputs: [{members: [sol], source: [handbook]}]}\n"
        "  - {id: wet, name: 湿凝胶, name_en: Wet gel, sort: material, captive: true,\n"
        "     kind_of: gel}\n",
        2,
        "sol",
        "in a circle: sol → wet → sol",
    ),
]


@pytest.mark.parametrize("broken", RECIPES, ids=lambda each: each.rule)
def test_a_dataset_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    refuse_facts(broken, tmp_path)


ALLOWED = {
    "a circle of captive segments that is not essential": (
        "segments:\n"
        "  - {id: gel, name: 凝胶, name_en: Gel, sort: material, captive: true,\n"
        "     inputs: [{members: [sol], source: [handbook], essential: false}]}\n"
        "  - {id: sol, name: 溶胶, name_en: Sol, sort: material, captive: true,\n"
        "     inputs: [{members: [gel], source: [handbook]}]}\n"
    ),
    "a circle with a segment that is not captive": (
        "segments:\n"
        "  - {id: gel, name: 凝胶, name_en: Gel, sort: material, captive: true,\n"
        "     inputs: [{members: [sol], source: [handbook]}]}\n"
        "  - {id: sol, name: 溶胶, name_en: Sol, sort: material,\n"
        "     inputs: [{members: [gel], source: [handbook]}]}\n"
    ),
    "a member in groups of different input sorts": (
        "segments:\n"
        "  - {id: gel, name: 凝胶, name_en: Gel, sort: material,\n"
        "     inputs: [{members: [steel_tube], source: [handbook]},\n"
        "              {members: [steel_tube], input: energy, source: [handbook]}]}\n"
    ),
    "a member of two consumers": (
        "segments:\n"
        "  - {id: gel, name: 凝胶, name_en: Gel, sort: material,\n"
        "     inputs: [{members: [steel_tube], source: [handbook]}]}\n"
        "  - {id: sol, name: 溶胶, name_en: Sol, sort: material,\n"
        "     inputs: [{members: [steel_tube], source: [handbook]}]}\n"
    ),
}


@pytest.mark.parametrize("recipe", ALLOWED.values(), ids=ALLOWED)
def test_a_dataset_may_hold(recipe: str, tmp_path: Path) -> None:
    assert check(dataset(tmp_path, {"facts.yaml": recipe})).id == "town"


def test_a_segment_that_stands_twice_is_told_once_with_all_that_hangs_on_it(
    tmp_path: Path,
) -> None:
    tyre = (
        "  - {id: tyre, name: 轮胎, name_en: Tyre, sort: component, kind_of: bike_frame,\n"
        "     chains: {bikes: upstream}, inputs: [{members: [steel_tube], source: [handbook]}],\n"
        "     by_products: [{target: steel_tube, source: [handbook]}]}\n"
    )

    finding = only_finding(dataset(tmp_path, {"facts.yaml": f"segments:\n{tyre}{tyre}"}))

    assert (finding.line, finding.record) == (5, "tyre")
