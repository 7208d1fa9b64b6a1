"""Synergies as a triangle: the strong pairs top left, each cell with the reason inside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from graph.answers.shapes import Ref, SynergiesBody, SynergyCell, SynergySupply
from graph.model import Evidence

TieSort = Literal["stated", "shared_gaps", "shared_makers", "supply", "shared_inputs"]
SORTS: tuple[TieSort, ...] = get_args(TieSort)
"""Sorts of tie, what a document says first; the order in which equal pairs are told apart."""
BANDS = 3
"""How many shades the pairs that have a tie are divided into."""
MOST_PARTIES = 24
"""More than this make a triangle that nobody reads, and a page that takes long to come."""
DENSE = 11
"""Rows above which a cell at 1440 px has no room for words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two chains or industries; no cell where nothing ties them. Bands run from 0 to `BANDS`."""

    a: Ref
    b: Ref
    cell: SynergyCell | None
    band: int

    @property
    def counts(self) -> tuple[tuple[TieSort, int], ...]:
        """How many ties of each sort, those that there are."""
        return () if self.cell is None else counts(self.cell)

    @property
    def possible(self) -> int:
        """How many ties there would be between unknown ends, or over what anyone buys."""
        return 0 if self.cell is None else sum(dict(self.cell.possible).values())

    @property
    def flow(self) -> tuple[int, int]:
        """How many supplies lead from the first to the second, and back."""
        if self.cell is None:
            return 0, 0
        there, back = self.cell.gives, self.cell.takes
        return (there, back) if self.cell.a == self.a.id else (back, there)


@dataclass(frozen=True, slots=True)
class Band:
    """A shade and the counts it stands for."""

    band: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The lower triangle by rows, every tied pair by rank, and what the shades mean.

    `folded` are the parties, those with fewest ties, that the triangle has no room for.
    """

    columns: tuple[Ref, ...]
    rows: tuple[tuple[Ref, tuple[Pair, ...]], ...]
    folded: int
    ranked: tuple[Pair, ...]
    bands: tuple[Band, ...]

    @property
    def first(self) -> int:
        """How many ranked pairs fit beside the triangle."""
        return max(6, len(self.rows) // 2 + 1)

    @property
    def dense(self) -> bool:
        """Whether cells are too small for whole words."""
        return len(self.rows) > DENSE

    @property
    def stated(self) -> int:
        """How many pairs a document ties."""
        return sum(pair.cell is not None and pair.cell.stated > 0 for pair in self.ranked)


@dataclass(frozen=True, slots=True)
class Given:
    """What a source goes into: the supplies that rest on the same evidence stand together."""

    source: Ref
    uses: tuple[tuple[tuple[SynergySupply, ...], tuple[Evidence, ...]], ...]

    @property
    def count(self) -> int:
        """How many supplies there are."""
        return sum(len(supplies) for supplies, _ in self.uses)


def counts(cell: SynergyCell) -> tuple[tuple[TieSort, int], ...]:
    """The sorts of tie a pair has, with their counts."""
    return tuple((sort, getattr(cell, sort)) for sort in SORTS if getattr(cell, sort))


def matrix(body: SynergiesBody, sort: TieSort = "stated") -> Matrix:
    """Order chains so that the pairs with most ties of one sort stand top left, and rank them.

    Where two pairs have equally many, the other sorts decide.
    """
    cells = {frozenset((cell.a, cell.b)): cell for cell in body.cells}
    parties = _ordered(body, sort)
    bands = _bands(sorted(getattr(cell, sort) for cell in body.cells if getattr(cell, sort)))

    def pair(one: Ref, other: Ref) -> Pair:
        cell = cells.get(frozenset((one.id, other.id)))
        return Pair(one, other, cell, _band(bands, getattr(cell, sort) if cell else 0))

    drawn = parties[:MOST_PARTIES]
    rows = tuple(
        (party, tuple(pair(column, party) for column in drawn[:number]))
        for number, party in enumerate(drawn)
        if number
    )
    place = {party.id: number for number, party in enumerate(parties)}
    ends = sorted(sorted((place[cell.b], place[cell.a]), reverse=True) for cell in body.cells)
    tied = [pair(parties[second], parties[first]) for first, second in ends]
    return Matrix(
        columns=tuple(drawn[:-1]),
        rows=rows,
        folded=len(parties) - len(drawn),
        ranked=tuple(sorted(tied, key=lambda each: _rank(each.cell, sort), reverse=True)),
        bands=bands,
    )


def by_source(supplies: Iterable[SynergySupply]) -> tuple[Given, ...]:
    """The supplies of each source together, the source that goes into most first."""
    found: dict[Ref, dict[tuple[Evidence, ...], list[SynergySupply]]] = {}
    for supply in supplies:
        found.setdefault(supply.source, {}).setdefault(supply.evidence, []).append(supply)
    given = [
        Given(source, tuple((tuple(listed), evidence) for evidence, listed in uses.items()))
        for source, uses in found.items()
    ]
    return tuple(sorted(given, key=lambda each: -each.count))


def _rank(cell: SynergyCell | None, sort: TieSort) -> tuple[int, ...]:
    if cell is None:
        return ()
    known = tuple(getattr(cell, each) for each in (sort, *SORTS))
    return (*known, sum(dict(cell.possible).values()))


def _ordered(body: SynergiesBody, sort: TieSort) -> list[Ref]:
    """Begin with the chain that has most ties; then always the one most tied to those before."""
    tied: dict[str, dict[str, tuple[int, ...]]] = {ref.id: {} for ref in body.chains}
    for cell in body.cells:
        tied[cell.a][cell.b] = tied[cell.b][cell.a] = _rank(cell, sort)
    weights = {party: _sum(ranks.values()) for party, ranks in tied.items()}
    rest, found = list(body.chains), list[Ref]()
    while rest:
        most = max(rest, key=lambda ref: weights[ref.id])
        rest.remove(most)
        if not found:  # from here on only those that stand already count
            weights = dict.fromkeys(tied, ())
        found.append(most)
        for other, rank in tied[most.id].items():
            weights[other] = _sum((weights[other], rank))
    return found


def _sum(ranks: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    given = [rank for rank in ranks if rank]
    return tuple(sum(column) for column in zip(*given, strict=True))


def _bands(found: Sequence[int]) -> tuple[Band, ...]:
    """Divide counts, smallest first, into bands of about as many pairs; equal ones together."""
    lows = sorted(set(found))
    if len(lows) > BANDS:
        lows = sorted({found[len(found) * band // BANDS] for band in range(BANDS)})
    highs = [max(count for count in found if count < low) for low in lows[1:]]
    ends = zip(lows, [*highs, *found[-1:]], strict=True)
    first = BANDS - len(lows) + 1
    return tuple(Band(band, low, high) for band, (low, high) in enumerate(ends, start=first))


def _band(bands: tuple[Band, ...], count: int) -> int:
    return max((each.band for each in bands if count >= each.low), default=0)
