"""What a region's products lack, kept so that an answer's effect follows from what it changes."""

from collections import ChainMap, Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from graph.analysis.families import generals
from graph.analysis.needs import is_link
from graph.analysis.standing import is_lacking
from graph.analysis.steps import Steps
from graph.analysis.targets import UNWANTED, is_hidden, product_ranks, rank_of, wanted_products
from graph.network.assuming import Assumed
from graph.network.frame import Frame

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Effect:
    """The derived gaps that an answer closes, that it opens, and that it makes certain."""

    closes: frozenset[int]
    opens: frozenset[int]
    confirms: frozenset[int]


@dataclass(frozen=True, slots=True)
class Lacking:
    """The wanted products of a frame, and the members of the open groups of each.

    `ranks` holds generals too that their kinds hide, `lacks` what is wanted. `entered` tells of
    each segment which products were walked through it, `waiting` of each member of an open group
    which products it is missing from, `counts` how many of those are no links. `steps` are those
    of all walks.
    """

    frame: Frame
    named: frozenset[int]
    ranks: Mapping[int, int]
    lacks: Mapping[int, frozenset[int]]
    entered: Mapping[int, AbstractSet[int]]
    waiting: dict[int, set[int]]
    links: frozenset[int]
    counts: Mapping[int, int]
    steps: Steps

    def effect(self, answer: Assumed) -> Effect:
        """Work out what an answer changes, from the products that it touches."""
        delta = self._delta(answer)
        closes = frozenset(m for m, by in delta.items() if 0 < self.counts.get(m, 0) == -by)
        opens = frozenset(m for m, by in delta.items() if by > 0 and not self.counts.get(m))
        judged = {each for each in answer.shown if self.counts.get(each)} - closes
        return Effect(
            closes=closes,
            opens=opens,
            confirms=frozenset(
                each
                for each in judged | opens
                if is_lacking(answer.frame, each)
                and (each in opens or not is_lacking(self.frame, each))
            ),
        )

    def _delta(self, answer: Assumed) -> Mapping[int, int]:
        """Tell by how much the counts of members change."""
        ranks = self._ranks(answer)
        lacks = self._lacks(answer, ranks)
        touched = {m for p, lack in lacks.items() for m in (lack or _NONE) | self._lack(p)}
        anew = _inverse({product: lack for product, lack in lacks.items() if lack})
        waiting = ChainMap(
            {m: (self.waiting.get(m, set()) - lacks.keys()) | anew.get(m, set()) for m in touched},
            self.waiting,
        )
        near = {g for each in touched for g in generals(self.frame, each)}
        delta = Counter[int]()
        for product in near | lacks.keys() | answer.shown:
            old = self._lack(product)
            new = lacks.get(product, old) or _NONE
            if product in self.links:
                old = _NONE
            rank = ranks.get(product, UNWANTED)
            if rank != UNWANTED and is_link(answer.frame, product, rank, waiting):
                new = _NONE
            delta.update(new - old)
            delta.subtract(old - new)
        return delta

    def _lack(self, product: int) -> frozenset[int]:
        return self.lacks.get(product, _NONE)

    def _ranks(self, answer: Assumed) -> Mapping[int, int]:
        ranks = {each: rank_of(answer.frame, self.named, each) for each in answer.shown}
        changed = {each: UNWANTED if rank is None else rank for each, rank in ranks.items()}
        return ChainMap(changed, self.ranks)  # type: ignore[arg-type] # written to by nobody

    def _lacks(self, answer: Assumed, ranks: Mapping[int, int]) -> dict[int, frozenset[int] | None]:
        """Walk again what was walked through a change, and what is wanted now; none: no longer."""
        frame, arrays = answer.frame, answer.frame.arrays
        # Asked one by one: an operation on sets of keys would go over all products.
        wanted = {
            p for p in answer.shown if ranks[p] != UNWANTED and not is_hidden(frame, p, ranks)
        }
        gone = {p for p in answer.shown if p in self.lacks} - wanted
        moved = {general for each in answer.changed for general in generals(frame, each)}
        again = {p for p in moved if p in self.lacks}
        takers = {arrays.consumer[g] for each in moved for g in arrays.used_in.row(each)}
        for each in takers:
            again |= self.entered.get(each, _NONE)
        walked = (again | {p for p in wanted if p not in self.lacks}) - gone
        steps = Steps(frame, self.steps, takers)
        return {
            **{product: steps.walked(product).members for product in walked},
            **dict.fromkeys(gone),
        }


def lacking(frame: Frame, named: Iterable[int]) -> Lacking:
    """Walk from every wanted product of a frame; `named` are those of stated gaps."""
    named = frozenset(named)
    wanted = wanted_products(frame, named)
    steps = Steps(frame)
    walked = {product: steps.walked(product) for product in wanted}
    lacks = {product: found.members for product, found in walked.items()}
    waiting = _inverse(lacks)
    links = frozenset(p for p, rank in wanted.items() if is_link(frame, p, rank, waiting))
    return Lacking(
        frame=frame,
        named=named,
        ranks=product_ranks(frame, named),
        lacks=lacks,
        entered=_inverse({product: found.entered for product, found in walked.items()}),
        waiting=waiting,
        links=links,
        counts=Counter(m for p, lack in lacks.items() if p not in links for m in lack),
        steps=steps,
    )


def _inverse(sets: Mapping[int, Iterable[int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for key, values in sets.items():
        for value in values:
            found.setdefault(value, set()).add(key)
    return found
