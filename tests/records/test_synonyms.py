"""Words of trades are held against the segments of their layer."""

from pathlib import Path

import pytest

import seeds
from graph.errors import InvalidDataError
from graph.load import load_dataset, load_synonyms
from graph.model import Segment
from graph.model.synonyms import ByName, Synonym, Trap
from tests.records.folders import only_finding, reference

WORD = "words:\n  - {segment: bicycle, trade: [单车]}\n"
SPELLED = "words:\n  - {segment: bicycle, trade: [启动车]}\n"
TRAP = "traps:\n  - {words: [单车], why: 无}\n"


def words(parent: Path, text: str) -> Path:
    return reference(parent, {"synonyms/bikes.yaml": text})


def test_words_come_by_ground_with_their_context(tmp_path: Path) -> None:
    folder = words(
        tmp_path,
        "words:\n"
        "  - {segment: bicycle, trade: [单车], phrase: [自行车制造]}\n"
        "  - {segment: bike_frame, hint: {自行车|3761: [管件]}}\n"
        "traps:\n  - {words: [单车棚], why: 建筑}\n",
    )

    found = load_synonyms(folder)

    assert found.words == (
        Synonym(text="单车", segment="bicycle", ground="trade"),
        Synonym(text="管件", segment="bike_frame", ground="hint", context=("自行车", "3761")),
        Synonym(text="自行车制造", segment="bicycle", ground="phrase"),
    )
    assert found.traps == (Trap(text="单车棚", why="建筑"),)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("words:\n  - {segment: bycicle, trade: [单车]}\n", 2, "bycicle"),
        ("words:\n  - {segment: bicycle, trade: [车架]}\n", 2, "bike_frame"),
        (
            f"{WORD}  - {{segment: bike_frame, kind: [单车]}}\n",
            3,
            "bicycle",
        ),
        (f"{WORD}{TRAP}", 4, "单车"),
        (f"{TRAP}{WORD}", 4, "单车"),
        ("words:\n  - {segment: bicycle}\n", 2, "no word"),
        ("words:\n  - {segment: bicycle, slang: [单车]}\n", 2, "slang"),
        ("words:\n  - {segment: bicycle, hint: {'|': [单车]}}\n", 2, "hint"),
        (f"{WORD}by_name:\n  - {{segments: [bicycle], why: 无}}\n", 4, "bicycle"),
        ("by_name:\n  - {segments: [bycicle], why: 无}\n", 2, "bycicle"),
        ("by_name:\n  - {segments: [bicycle]}\n", 2, "why"),
        (f"{SPELLED}  - {{segment: bike_frame, trade: [起动车]}}\n", 3, "bicycle"),
    ],
    ids=["no such segment", "another's name", "another's word", "word then trap", "trap then word",
         "nothing said", "unknown key", "no context", "words and by name", "nobody by name",
         "no reason", "another's word spelled otherwise"],
)  # fmt: skip
def test_a_word_that_does_not_fit_is_told_where_it_stands(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    found = only_finding(words(tmp_path, text))

    assert (found.file, found.line) == ("layer/synonyms/bikes.yaml", line)
    assert told in found.text("en")


def test_a_hint_may_share_its_word_with_another_segment(tmp_path: Path) -> None:
    text = f"{WORD}  - {{segment: bike_frame, hint: {{车架: [单车]}}}}\n"

    assert len(load_synonyms(words(tmp_path, text)).words) == 2


def test_a_broken_layer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError):
        load_synonyms(words(tmp_path, "words: 车\n"))


def test_a_segment_may_go_by_its_name_with_a_reason(tmp_path: Path) -> None:
    folder = words(tmp_path, "by_name:\n  - {segments: [bike_frame, bicycle], why: 无}\n")

    assert load_synonyms(folder).by_name == (
        ByName(segment="bicycle", why="无"),
        ByName(segment="bike_frame", why="无"),
    )


def test_every_shipped_segment_has_words_or_a_reason_to_have_none() -> None:
    found = load_synonyms(seeds.FOLDER / "reference")
    seed = load_dataset(seeds.FOLDER / seeds.SHIPPED)

    spoken = {each.segment for each in found.words}
    named = {each.segment for each in found.by_name}
    assert {each.id for each in seed.reference if isinstance(each, Segment)} == spoken | named
    assert all(trap.why for trap in found.traps)
    assert all(each.why for each in found.by_name)
