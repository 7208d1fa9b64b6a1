"""Made-up firms as rows of lists, and how far proposals agree with what was written of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

import seeds
from graph.load import load_dataset, load_synonyms
from graph.model import ByProduct, KindOf, Segment
from graph.model.vocabulary import FirmColumn, Strength
from graph.recognition.known import Known, known
from graph.recognition.recogniser import recognise
from graph.recognition.rows import FirmRow, Words

HERE = Path(__file__).parent
MOST = ("strong", "medium", "weak")


def row(
    firm: str,
    kind: FirmColumn,
    *texts: str,
    industry: str = "",
    number: int = 1,
    code: str | None = None,
) -> FirmRow:
    """A row of a list with one column of words."""
    words = tuple(Words(kind, kind, text) for text in texts)
    return FirmRow(f"{kind}.csv", number, firm, code, (industry,) if industry else (), words)


@cache
def shipped() -> Known:
    """The shipped dataset with the shipped words."""
    seed = load_dataset(seeds.FOLDER / seeds.SHIPPED)
    records = (*seed.reference, *seed.local)
    return known(
        [each for each in records if isinstance(each, Segment)],
        [each for each in records if isinstance(each, KindOf)],
        [each for each in records if isinstance(each, ByProduct)],
        load_synonyms(seeds.FOLDER / "reference"),
    )


@dataclass(frozen=True)
class Score:
    """Proposals of a set by strength: right, false, neither; what must be said; clean firms."""

    counted: Mapping[Strength, Counter[str]]
    found: int
    musts: int
    clean: int
    empty: int

    def precision(self, *strengths: Strength) -> float:
        """Right ones among those that are right or false."""
        right = sum(self.counted[each]["right"] for each in strengths)
        return right / (right + sum(self.counted[each]["false"] for each in strengths))

    @property
    def recall(self) -> float:
        """Right ones among what must be said."""
        return self.found / self.musts


@cache
def score(name: str) -> Score:
    """Recognise a set of firms and compare with what its author says they make."""
    listed = yaml.safe_load((HERE / name).read_text("utf-8"))["firms"]
    gold = {each["firm"]: each for each in listed}
    found = recognise((each for firm in listed for each in _rows(firm)), shipped()).proposals
    counted: dict[Strength, Counter[str]] = {
        "strong": Counter(),
        "medium": Counter(),
        "weak": Counter(),
    }
    dirty = set()
    right = 0
    for each in found:
        firm = gold[each.firm]
        must, may = each.segment.id in firm["makes"], each.segment.id in firm["plausible"]
        counted[each.strength]["right" if must else "neither" if may else "false"] += 1
        right += must
        if not must and not may:
            dirty.add(each.firm)
    empty = {name for name, firm in gold.items() if not firm["makes"]}
    musts = sum(len(firm["makes"]) for firm in listed)
    return Score(counted, right, musts, len(empty - dirty), len(empty))


def _rows(firm: Mapping[str, object]) -> Iterator[FirmRow]:
    name = str(firm["firm"])
    match firm.get("A"):
        case {"class": industry, "scope": scope}:
            yield row(name, "scope", scope, industry=industry)
    match firm.get("B"):
        case {"code": code, "activity": activity}:
            yield row(name, "activity", *map(str, activity), industry=code)
    match firm.get("C"):
        case [*lines]:
            yield row(name, "invoice", *map(str, lines))
    match firm.get("D"):
        case str(product):
            yield row(name, "award", product)
