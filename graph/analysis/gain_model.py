"""What a choice of candidates would bring, as a small system of conditions.

A *literal* is a number: that of a candidate (from 0), or of a condition (after them). A condition
is true if each of its clauses has a true literal; conditions may lean on one another in a circle,
and of all ways to call them true the largest counts, as with what is completable: it starts from
all being true and takes away what nothing holds up. More candidates never make less true.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

AnyOf = tuple[int, ...]
LOCAL, PLANNED = Fraction(1), Fraction(1, 2)
"""The weights of a product that is here, and of a planned one."""


@dataclass(frozen=True, slots=True)
class ProductGain:
    """What may come of a product: `had` of its `needed` groups are served as it is.

    Each of the `rising` literals serves one group more; `completes`, null where nothing can or
    need do so, makes it completable (a planned one: ready).
    """

    product: int
    planned: bool
    needed: int
    had: int
    rising: tuple[int, ...]
    completes: int | None

    @property
    def worth(self) -> Fraction:
        """What one group more is worth."""
        return (PLANNED if self.planned else LOCAL) / max(self.needed, 1)


@dataclass(frozen=True, slots=True)
class Worth:
    """What a choice is worth: the gain first, then how many products it completes."""

    gain: Fraction
    completed: int

    def __lt__(self, other: "Worth") -> bool:
        return (self.gain, self.completed) < (other.gain, other.completed)


NOTHING = Worth(Fraction(0), 0)


@dataclass(frozen=True)
class GainModel:
    """Candidates (segments by number), conditions, and the products that they bear on."""

    candidates: tuple[int, ...]
    conditions: tuple[tuple[AnyOf, ...], ...]
    products: tuple[ProductGain, ...]

    @property
    def size(self) -> int:
        """How many literals there are."""
        return len(self.candidates) + len(self.conditions)

    @cached_property
    def gain_of(self) -> Mapping[int, Fraction]:
        """What each literal adds to the gain."""
        found: dict[int, Fraction] = {}
        for each in self.products:
            for literal in each.rising:
                found[literal] = found.get(literal, Fraction(0)) + each.worth
        return found

    @cached_property
    def completed_by(self) -> Mapping[int, int]:
        """How many products each literal completes."""
        found: dict[int, int] = {}
        for each in self.products:
            if each.completes is not None:
                found[each.completes] = found.get(each.completes, 0) + 1
        return found

    @cached_property
    def _uses(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """The clauses that each literal stands in: its condition and the clause's place."""
        found: list[list[tuple[int, int]]] = [[] for _ in range(self.size)]
        for index, clauses in enumerate(self.conditions):
            for place, clause in enumerate(clauses):
                for literal in clause:
                    found[literal].append((index, place))
        return tuple(tuple(each) for each in found)

    def true(self, chosen: AbstractSet[int]) -> frozenset[int]:
        """Collect the literals that are true once some candidates are chosen: linear in clauses."""
        first = len(self.candidates)
        left = [[len(clause) for clause in clauses] for clauses in self.conditions]
        gone = [each not in chosen for each in range(first)] + [False] * len(self.conditions)
        for index, clauses in enumerate(self.conditions):
            gone[first + index] = any(not clause for clause in clauses)
        fallen = [literal for literal, is_gone in enumerate(gone) if is_gone]
        while fallen:
            for index, place in self._uses[fallen.pop()]:
                left[index][place] -= 1
                if left[index][place] == 0 and not gone[first + index]:
                    gone[first + index] = True
                    fallen.append(first + index)
        return frozenset(literal for literal, is_gone in enumerate(gone) if not is_gone)

    def worth(self, chosen: AbstractSet[int]) -> Worth:
        """Return what a choice is worth, exactly."""
        true = self.true(chosen)
        gain = sum((self.gain_of[each] for each in true & self.gain_of.keys()), Fraction(0))
        return Worth(gain, sum(self.completed_by[each] for each in true & self.completed_by.keys()))

    def numbers(self, segments: Iterable[int]) -> frozenset[int]:
        """Return the literals of some candidates."""
        return frozenset(self.candidates.index(each) for each in segments)
