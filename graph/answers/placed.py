"""In which chains segments stand, as numbers: what counts and ranks, so that no record is made."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from graph.analysis.synergy import MADE_AT
from graph.model import Facts
from graph.model.vocabulary import STAGES, Sort
from graph.network.arrays import Rows, rows_of
from graph.network.saved import Column

SORTS: tuple[Sort, ...] = get_args(Sort)
_NO_PRODUCTS = frozenset({SORTS.index("service"), SORTS.index("raw_material")})
_MADE_AT = frozenset(STAGES.index(each) for each in MADE_AT)
_MIDSTREAM = STAGES.index("midstream")
_ROWS, _BYTES = ("home", "made", "members"), ("stages", "sorts")


class Placed(NamedTuple):
    """Segments and `chains` by their numbers, from 0 in order of id.

    `home` are the chains that a segment is at home in (`graph.answers.home`), `made` those in which
    it stands midstream; `members` the segments of each chain, with `stages` in step.
    """

    chains: tuple[str, ...]
    home: Rows
    made: Rows
    members: Rows
    stages: bytearray
    sorts: bytearray

    def named(self, chains: Iterable[int]) -> tuple[str, ...]:
        """Name chains by their numbers, in order."""
        return tuple(self.chains[each] for each in sorted(chains))

    def numbers(self, chains: Iterable[str]) -> list[int]:
        """Give the numbers of chains; those that are not there are left out."""
        found = ((bisect_left(self.chains, each), each) for each in chains)
        return [at for at, each in found if self.chains[at : at + 1] == (each,)]

    def sort(self, segment: int) -> Sort:
        """Tell of which sort a segment is."""
        return SORTS[self.sorts[segment]]

    def members_of(self, chains: Iterable[int]) -> list[int]:
        """List the segments of some chains, each once."""
        return sorted({each for chain in chains for each in self.members.row(chain)})

    def products_of(self, chains: Iterable[int]) -> set[int]:
        """Collect what some chains make: midstream or downstream in one, and at home there.

        No services, no raw materials.
        """
        starts, segments = self.members
        places = ((c, at) for c in chains for at in range(starts[c], starts[c + 1]))
        made = ((c, segments[at]) for c, at in places if self.stages[at] in _MADE_AT)
        own = {each for chain, each in made if chain in self.home.row(each)}
        return {each for each in own if self.sorts[each] not in _NO_PRODUCTS}


def placed(facts: Facts) -> Placed:
    """Place the segments of sound facts."""
    segments = {each: number for number, each in enumerate(facts.segments)}
    chains = {each: number for number, each in enumerate(facts.chains)}
    members: list[list[tuple[int, int]]] = [[] for _ in chains]
    standing: list[list[tuple[int, int]]] = [[] for _ in segments]
    for place in facts.memberships.values():
        segment, chain = segments[place.segment], chains[place.chain]
        stage = STAGES.index(place.stage)
        members[chain].append((segment, stage))
        standing[segment].append((chain, stage))
    mentioned: dict[int, set[int]] = {}
    for mention in facts.mentions.values():
        mentioned.setdefault(segments[mention.segment], set()).add(chains[mention.chain])
    made = [sorted(c for c, stage in places if stage == _MIDSTREAM) for places in standing]
    own = [
        found
        or sorted(mentioned.get(segment, ()))
        or sorted(chain for chain, _ in standing[segment])
        for segment, found in enumerate(made)
    ]
    parents = {segments[each.segment]: segments[each.parent] for each in facts.kinds.values()}
    inside = [sorted(each) for each in members]
    return Placed(
        chains=tuple(facts.chains),
        home=rows_of([_home(own, parents, segment) for segment in range(len(own))]),
        made=rows_of(made),
        members=rows_of([[segment for segment, _ in each] for each in inside]),
        stages=bytearray(stage for each in inside for _, stage in each),
        sorts=bytearray(SORTS.index(each.sort) for each in facts.segments.values()),
    )


def placed_columns(found: Placed) -> Iterator[tuple[str, Column]]:
    """Yield every array, by name."""
    for name in _ROWS:
        rows: Rows = getattr(found, name)
        yield f"placed.{name}.starts", rows.starts
        yield f"placed.{name}.values", rows.values
    for name in _BYTES:
        yield f"placed.{name}", getattr(found, name)


def placed_from(chains: tuple[str, ...], read: Callable[[str], Column]) -> Placed:
    """Put together what was saved."""
    rows = {name: Rows(*(read(f"placed.{name}.{part}") for part in Rows._fields)) for name in _ROWS}  # type: ignore[arg-type] # arrays
    return Placed(chains=chains, **rows, **{name: read(f"placed.{name}") for name in _BYTES})  # type: ignore[arg-type] # by their names


def _home(own: Sequence[Sequence[int]], parents: Mapping[int, int], segment: int) -> Sequence[int]:
    while not own[segment] and segment in parents:
        segment = parents[segment]
    return own[segment]
