"""Choices by id, so that a test shows segments and not numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from graph.analysis.choice_conflicts import ChoiceConflict, conflicts, nothing_gained
from graph.analysis.choose import Choice, Ground, Solved, Wishes, choose
from graph.analysis.gain_model import Worth
from tests.questions.asking import Asked


@dataclass(frozen=True)
class Choosable:
    """A dataset, its wanted products, and some candidates."""

    asked: Asked
    names: tuple[str, ...]

    @property
    def planned(self) -> dict[str, bool]:
        """The wanted products: of each whether it is only planned."""
        return {
            self.asked.network.ids[each]: rank > 1 for each, rank in self.asked.needs.wanted.items()
        }

    @property
    def ground(self) -> Ground:
        products = {self.number(each): planned for each, planned in self.planned.items()}
        return Ground(
            self.asked.frame,
            products,
            {self.number(each): place for place, each in enumerate(self.names)},
        )

    def number(self, name: str) -> int:
        return self.asked.network.number(name)

    def numbered(self, amounts: Mapping[str, float]) -> dict[int, float]:
        return {self.number(each): amount for each, amount in amounts.items()}

    def wishes(  # noqa: PLR0913 - what a user may say
        self,
        k: int,
        *,
        force: Iterable[str] = (),
        forbid: Iterable[str] = (),
        parks: Mapping[str, float] | None = None,
        land: Mapping[str, float] | None = None,
        fits: Mapping[str, str] | None = None,
        budget: float | None = None,
        costs: Mapping[str, float] | None = None,
    ) -> Wishes:
        return Wishes(
            k=k,
            forced=frozenset(map(self.number, force)),
            forbidden=frozenset(map(self.number, forbid)),
            parks=parks or {},
            land=self.numbered(land or {}),
            fits={self.number(each): frozenset({park}) for each, park in (fits or {}).items()},
            budget=budget,
            costs=self.numbered(costs or {}),
        )

    def choose(self, wishes: Wishes, seconds: float = 5.0) -> Choice:
        return choose(self.ground, wishes, seconds)

    def chosen(self, solved: Solved) -> set[str]:
        return self.asked.ids(solved.chosen)

    def worth(self, *chosen: str) -> tuple[Fraction | int, int]:
        model = self.ground.model("certain", self.wishes(1))
        return told(model.worth(model.numbers(map(self.number, chosen))))

    def conflicts(self, wishes: Wishes) -> tuple[ChoiceConflict, ...]:
        return conflicts(self.ground, wishes)

    def nothing_gained(self, wishes: Wishes) -> tuple[ChoiceConflict, ...]:
        return nothing_gained(self.ground.model("certain", wishes), self.ground, wishes)


def told(value: Worth) -> tuple[Fraction | int, int]:
    return value.gain, value.completed
