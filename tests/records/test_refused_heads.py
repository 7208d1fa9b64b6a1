"""What the heads of both kinds of folder refuse, and a reference layer by itself."""

from pathlib import Path

import pytest

from tests.records.broken import Broken
from tests.records.folders import DATASET, LAYER, dataset, only_finding, reference

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

    broken.deserves(finding, "town/dataset.yaml")


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

    broken.deserves(finding, "layer/more.yaml")


def test_a_chain_that_a_layer_lists_twice_is_refused(tmp_path: Path) -> None:
    text = LAYER.replace("boats, name: 船舶, name_en: Boats", "bikes, name: 单车, name_en: Bikes")

    finding = only_finding(
        reference(tmp_path, {"layer.yaml": text, "segments.yaml": "segments: []\n"})
    )

    assert (finding.file, finding.line, finding.record) == ("layer/layer.yaml", 4, "bikes")
    assert "stands twice, first at layer/layer.yaml:3" in finding.en
