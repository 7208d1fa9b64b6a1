"""What lists and pages tell of all gaps of a large version, kept beside its columns.

Under the usual terms only, as rows of numbers (`graph.analysis.kept`). It is what this very code
worked out: `answered_by` tells whether it still is.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias, cast

from graph.analysis.criteria import GapMeasures
from graph.analysis.kept import KeptGaps, kept_gaps
from graph.analysis.land import ParkFit, fitting_parks
from graph.answers.asking import enterprises_to_ask
from graph.answers.chains import chains, gap_chains, industries
from graph.answers.criteria import measures
from graph.answers.placed import SORTS
from graph.answers.ranking import ranking
from graph.answers.shapes import ChainCounts
from graph.answers.workspace import Ranked, Workspace
from graph.model.vocabulary import NEEDS, STANDINGS, Urgency
from graph.network.terms import Terms

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
        for file in sorted((Path(__file__).parent.parent / package).glob("*.py")):
            seen.update(file.name.encode() + file.read_bytes())
    return seen.hexdigest()


@dataclass(frozen=True)
class KeptAnswers:
    """What was kept of a version; each part is read when it is asked for."""

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

    def measures(self, ws: Workspace) -> dict[str, GapMeasures]:
        """What is known of each row that can be ranked; what parks have is looked up."""
        rows = cast("list[MeasuresRow]", self.read("measures"))
        parks = cache(lambda chains: fitting_parks(ws.parks, chains))
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


def kept_answers(ws: Workspace) -> Iterator[tuple[str, list[object]]]:
    """Yield what `KeptAnswers` reads, by part."""
    terms = ws.settle(Terms())
    rows = ws.gap_rows(terms)
    at, firms = ({each: n for n, each in enumerate(ids)} for ids in (rows, ws.facts.enterprises))
    yield from kept_gaps(ws.place(terms), rows, ws.tasks(terms)).items()
    yield "ranks", [(at[id_], *ranked) for id_, ranked in ranking(ws, terms).items()]
    yield "chains", [ws.placed.numbers(each) for each in gap_chains(ws, terms).values()]
    yield (
        "asked",
        [
            (at[id_], [firms[firm] for firm in enterprises_to_ask(ws, terms, rows[id_])])
            for id_ in ws.questions(terms)
        ],
    )
    yield "measures", [_told_measures(at[id_], each) for id_, each in measures(ws, terms).items()]
    yield "counts", [*_counted(ws, terms)]


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


def _told_measures(at: int, found: GapMeasures) -> MeasuresRow:
    return (
        at,
        NEEDS.index(found.need),
        found.held,
        found.urgency,
        STANDINGS.index(found.standing),
        found.sure,
        SORTS.index(found.sort),
        found.chains,
        found.reach,
        found.near and [*found.near],
        found.parks is not None,
        found.target,
    )


def _counted(ws: Workspace, terms: Terms) -> Iterator[tuple[tuple[str, ...], str]]:
    keys = [tuple(ref.id for ref in each.chains) for each in industries(ws, terms).items]
    keys += [(each.id,) for each in chains(ws, terms).items]
    for key in keys:
        found = ws.counts.peek((terms, key))
        if found is not None:
            yield key, found.model_dump_json()


def answers_from(ws: Workspace, read: ReadPart) -> KeptAnswers:
    """Return what was kept of a version, to be read with its facts."""
    region = ws.facts.dataset.region
    gaps = KeptGaps(ws.facts, region, ws.network.ids, read)
    return KeptAnswers(gaps, ws.placed.chains, ws.network.locals.enterprises, read)
