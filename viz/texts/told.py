"""Words that pages take from the model: types of record, codes, fields of a judgement."""

from collections.abc import Mapping

from graph.message import Message
from graph.model import RECORDS, Judgement
from graph.model.facts import own_fields
from graph.model.look import VOCABULARIES
from graph.model.vocabulary import (
    DirectionSort,
    InputSort,
    ProjectState,
    RegionSort,
    Sort,
    Stage,
    Verdict,
)

_CODES: Mapping[str, object] = {
    "direction": DirectionSort,
    "input": InputSort,
    "region": RegionSort,
    "sort": Sort,
    "stage": Stage,
    "state": ProjectState,
    "verdict": Verdict,
}
"""What the key of a code's word begins with: `stage_upstream`."""
TEXTS: dict[str, Message] = {
    **{f"type_{type_}": each.about.heading for type_, each in RECORDS.items()},
    **{
        f"{start}_{code}": look.words
        for start, vocabulary in _CODES.items()
        for code, look in VOCABULARIES[vocabulary].items()
    },
    **{f"field_{name}": each.words for name, each in own_fields(Judgement).items()},
}
