"""Whatever a file holds, the checker answers with records or with findings that point at it."""

import tempfile
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import Finding, InvalidDataError
from graph.load import load_dataset
from graph.load.items import LOCAL
from tests.records.folders import DATASET, dataset

FACTS = """\
chain: bikes
segments:
  - {id: tyre, name: 轮胎, name_en: Tyre, sort: component, kind_of: bike_frame, captive: false,
     chains: {bikes: {stage: upstream, group: 轮}},
     codes: [{code: "2911", name: 轮, confidence: high}],
     inputs: [{members: [steel_tube, {segment: rubber, exact: true}], source: [handbook]}],
     by_products: [{target: rubber, source: [domain], note: 副产}]}
  - {id: rubber, name: 橡胶, name_en: Rubber, sort: material, traded: {reason: 采购}}
enterprises:
  - {id: flywheel, name: 飞轮车业, aliases: [飞轮], evidence: [飞轮车业]}
mentions:
  - {segment: steel_tube, name: 管, intent: develop, evidence: [{quote: 钢管, line: 3, nth: 2}]}
gaps:
  - {id: tubes, name: 缺, kind: missing, segment: steel_tube, urgency: 0, evidence: [缺乏钢管]}
"""
KEYS = sorted({key for shape in LOCAL.values() for key in shape.model_fields})
WORDS = st.sampled_from([*KEYS, "bikes", "qingxi", "steel_tube", "a", "甲", "", "absent", "park"])
SCALARS = WORDS | st.none() | st.booleans() | st.integers() | st.floats()
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=10,
)
ITEMS = st.lists(st.dictionaries(st.sampled_from(KEYS), TREES, max_size=6), max_size=3)


def findings_on(text: str) -> tuple[Finding, ...]:
    """What is found in a dataset with such a file; any error but findings is raised."""
    with tempfile.TemporaryDirectory() as name:
        try:
            load_dataset(dataset(Path(name), {"facts.yaml": text}))
        except InvalidDataError as error:
            return error.findings
    return ()


def lies_in(finding: Finding, text: str) -> bool:
    """Whether a finding points at the text, or at the head that the text contradicts."""
    lines = {"town/facts.yaml": text.count("\n") + 1, "town/dataset.yaml": DATASET.count("\n")}
    return finding.line is not None and 1 <= finding.line <= lines[finding.file]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_file_with_pieces_cut_out_or_put_in(data: st.DataObject) -> None:
    text = FACTS
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        piece = data.draw(st.text("ab:-[]{}'\"&*!|>%@#,? \n\t甲\x00\ufeff\u2028", max_size=4))
        text = text[:start] + piece + text[end:]

    assert all(lies_in(finding, text) for finding in findings_on(text))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([*LOCAL, "chain", "document", "x"]), TREES | ITEMS))
def test_a_file_of_anything_under_any_section(tree: dict[str, object]) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)

    assert all(lies_in(finding, text) for finding in findings_on(text))


def test_the_file_that_is_cut_up_is_valid() -> None:
    assert findings_on(FACTS) == ()
