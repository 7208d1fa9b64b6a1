"""Words of trades are held against the segments of their layer."""

from pathlib import Path

import pytest

import seeds
from graph.errors import InvalidDataError
from graph.load import load_synonyms
from graph.model.synonyms import Synonym, Trap
from tests.records.folders import only_finding, reference

WORD = "words:\n  - {segment: bicycle, trade: [单车]}\n"
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
    ],
    ids=["no such segment", "another's name", "another's word", "word then trap", "trap then word",
         "nothing said", "unknown key", "no context"],
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


def test_the_shipped_words_fit_the_shipped_segments() -> None:
    found = load_synonyms(seeds.FOLDER / "reference")

    assert len({each.segment for each in found.words}) > 900
    assert all(trap.why for trap in found.traps)
