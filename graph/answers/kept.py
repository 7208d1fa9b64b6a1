"""What lists and pages tell of all gaps of a large version, kept beside its columns.

Under the usual terms only, as rows of numbers (`graph.analysis.kept`). It is what this very code
worked out: `answered_by` tells whether it still is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias, cast

from graph.analysis.criteria import GapMeasures
from graph.analysis.kept import KeptGaps
from graph.analysis.land import ParkFit, Parks, fitting_parks
from graph.answers.placed import SORTS
from graph.answers.ranked import Ranked
from graph.answers.shapes import ChainCounts
from graph.model.vocabulary import NEEDS, STANDINGS, Urgency

MeasuresRow: TypeAlias = tuple[
    int, int, float, Urgency | None, int, bool, int, int, int, list[int] | None, bool, float | None
]
FittingParks = Callable[[tuple[str, ...]], tuple[ParkFit, ...]]
ReadPart = Callable[[str], list[object]]
_CODE = ("model", "network", "analysis", "answers")
"""The packages on which an answer rests."""
PARTS = (
    "wanted",
    "groups",
    "lacks",
    "rows",
    "tasks",
    "ranks",
    "chains",
    "asked",
    "measures",
    "counts",
)
"""What is kept, each read by itself."""


@cache
def answered_by() -> str:
    """Return a digest of the code that works answers out: another release may answer otherwise."""
    seen = blake2b(digest_size=16)
    for package in _CODE:
        for file in sorted((Path(__file__).parent.parent / package).rglob("*.py")):
            seen.update(file.name.encode() + file.read_bytes())
    return seen.hexdigest()


@dataclass(frozen=True)
class KeptAnswers:
    """What was kept of a version; each part is read when it is asked for.

    Of one with very many firms whom questions ask, measures and counts are empty: not kept.
    """

    gaps: KeptGaps
    chain_ids: tuple[str, ...]
    firms: tuple[str, ...]
    read: ReadPart

    @cached_property
    def ranks(self) -> Mapping[str, Ranked]:
        """The place of each row of the gap list."""
        rows = cast("list[tuple[int, int, int, int]]", self.read("ranks"))
        return {self.gaps.gaps[row]: Ranked(*ranked) for row, *ranked in rows}

    @cached_property
    def chains(self) -> Mapping[str, tuple[str, ...]]:
        """The chains in whose list each gap stands."""
        rows = cast("list[list[int]]", self.read("chains"))
        named = (tuple([self.chain_ids[each] for each in row]) for row in rows)
        return dict(zip(self.gaps.gaps, named, strict=True))

    @cached_property
    def asked(self) -> Mapping[str, tuple[str, ...]]:
        """Whom each question of the gap list asks."""
        rows = cast("list[tuple[int, list[int]]]", self.read("asked"))
        return {self.gaps.gaps[row]: tuple([self.firms[each] for each in to]) for row, to in rows}

    def measures(self, places: Callable[[], Parks]) -> dict[str, GapMeasures]:
        """What is known of each row that can be ranked; what parks have is looked up."""
        rows = cast("list[MeasuresRow]", self.read("measures"))
        parks = cache(lambda chains: fitting_parks(places(), chains))
        names = ((self.gaps.gaps[row[0]], row) for row in rows)
        return {id_: _measures(row, parks, self.chains[id_]) for id_, row in names}

    @cached_property
    def _counts(self) -> Mapping[tuple[str, ...], str]:
        rows = cast("list[tuple[list[str], str]]", self.read("counts"))
        return {tuple(ids): body for ids, body in rows}

    def counts(self, chain_ids: tuple[str, ...]) -> ChainCounts | None:
        """Return what some chains hold; null where nobody counted them."""
        found = self._counts.get(chain_ids)
        return None if found is None else ChainCounts.model_validate_json(found)


def _measures(
    row: MeasuresRow,
    parks: Callable[[tuple[str, ...]], tuple[ParkFit, ...]],
    chains: tuple[str, ...],
) -> GapMeasures:
    _, need, held, urgency, standing, sure, sort, served, reach, near, speak, target = row
    return GapMeasures(
        need=NEEDS[need],
        held=held,
        urgency=urgency,
        standing=STANDINGS[standing],
        sure=sure,
        sort=SORTS[sort],
        chains=served,
        reach=reach,
        near=None if near is None else (near[0], near[1]),
        parks=parks(chains) if speak else None,
        target=target,
    )
