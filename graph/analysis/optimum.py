"""The best choice under limits, by HiGHS: a mixed-integer program of `graph.analysis.gain_model`.

One binary variable for each candidate, one continuous variable for each condition, at most the sum
of each of its clauses. For a given choice the support of any feasible point sustains itself, and
the true literals are such a point: so the largest values are exactly those that are true, and
only the choice has to be integral (docs/choice.md has the proof).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from math import inf

from graph.analysis.gain_model import GainModel, Worth

NEAR = 1e-7
"""Gains that differ by less count as the same."""


@dataclass(frozen=True)
class Limits:
    """What a choice has to keep to; candidates by their literals.

    Where `parks` are given (mu each), what needs land has to find room in one of them: in one that
    `fits`, where that is said. Of equal choices the one whose `places` are the earliest wins.
    """

    k: int
    forced: frozenset[int] = frozenset()
    parks: Mapping[str, float] = field(default_factory=dict)
    land: Mapping[int, float] = field(default_factory=dict)
    fits: Mapping[int, Collection[str]] = field(default_factory=dict)
    budget: float | None = None
    costs: Mapping[int, float] = field(default_factory=dict)
    places: Mapping[int, int] = field(default_factory=dict)

    def open_to(self, literal: int) -> list[str]:
        """List the parks where a candidate may stand."""
        fits = self.fits.get(literal, self.parks)
        return [park for park in self.parks if park in fits]


@dataclass(frozen=True, slots=True)
class Optimum:
    """A choice and its exact value; `bound` is what no choice can exceed, to 1e-6.

    `proven` is false where the time was up first: then a better choice may exist. `parks` tells
    where each that needs land would stand.
    """

    chosen: frozenset[int]
    worth: Worth
    proven: bool
    bound: float
    parks: Mapping[int, str]


def best_choice(
    model: GainModel, limits: Limits, *, without: AbstractSet[int] = frozenset(), seconds: float
) -> Optimum | None:
    """Find the choice of most gain, then of most products completed, then of fewest candidates.

    `without`: some choice that lacks one of these, for the second-best. None where no choice
    keeps to the limits, or none was found in time. Without candidates nothing is chosen.
    """
    if not model.candidates:
        return Optimum(frozenset(), model.worth(frozenset()), True, 0.0, {})  # noqa: FBT003 - fields
    program = _Program(model, limits)
    if without:
        program.at_most(dict.fromkeys(without, 1.0), len(without) - 1)
    gain = {literal: float(worth) for literal, worth in model.gain_of.items()}
    first = program.solved(gain, seconds)
    if first is None:
        return None
    program.at_most({literal: -worth for literal, worth in gain.items()}, NEAR - first.reached)
    second = program.solved(_then(model, limits), seconds, gap=0.5) if first.proven else None
    # Within the tolerance of the solver the second may have lost a little gain.
    tried = [each for each in (second, first) if each is not None]
    found = max(tried, key=lambda each: model.worth(each.chosen).gain)
    worth = model.worth(found.chosen)
    return Optimum(
        chosen=found.chosen,
        worth=worth,
        proven=second is not None and second.proven,
        bound=float(worth.gain) if first.proven else max(first.bound, float(worth.gain)),
        parks=found.parks,
    )


def _then(model: GainModel, limits: Limits) -> dict[int, float]:
    """Of equal gain: the most products completed, then the fewest candidates, the first ones."""
    count = len(model.candidates)
    dearer = count * (count + 1)  # than any difference of places
    completed = {
        literal: float(n * dearer * (count + 1)) for literal, n in model.completed_by.items()
    }
    order = sorted(range(count), key=lambda each: (limits.places.get(each, count), each))
    places = {literal: -float(dearer + place) for place, literal in enumerate(order)}
    return {
        literal: completed.get(literal, 0.0) + places.get(literal, 0.0)
        for literal in completed.keys() | places.keys()
    }


def least_room(limits: Limits, chosen: Collection[int]) -> dict[str, float]:
    """Find the least land more, park by park, with which a choice finds room; none if it does."""
    wanted = [each for each in chosen if limits.land.get(each, 0) > 0]
    program = _Program(GainModel((), (), ()), Limits(0))
    filled: dict[str, dict[int, float]] = {park: {} for park in limits.parks}
    for each in wanted:
        columns = program.place(each, limits)
        for column in columns:
            filled[program.places[column][1]][column] = limits.land[each]
        program.rows.append((dict.fromkeys(columns, 1.0), 1.0, 1.0))
    more = {park: program.column(inf) for park in limits.parks}
    for park, room in limits.parks.items():
        program.at_most({**filled[park], more[park]: -1.0}, room)
    found = program.solved(dict.fromkeys(more.values(), -1.0), 1.0) if wanted else None
    if found is None:
        return {}
    values = {park: found.values[column] for park, column in more.items()}
    return {park: value for park, value in values.items() if value > NEAR}


@dataclass(frozen=True, slots=True)
class _Solved:
    chosen: frozenset[int]
    parks: Mapping[int, str]
    reached: float
    bound: float
    proven: bool
    values: Sequence[float]


class _Program:
    def __init__(self, model: GainModel, limits: Limits) -> None:
        self.whole = len(model.candidates)
        self.lower = [float(each in limits.forced) for each in range(self.whole)]
        self.upper = [1.0] * self.whole
        self.rows: list[tuple[dict[int, float], float, float]] = []
        self.places: dict[int, tuple[int, str]] = {}
        for index, clauses in enumerate(model.conditions):
            self.column(0.0 if () in clauses else 1.0)
            for clause in clauses:
                self.at_most({self.whole + index: 1.0, **dict.fromkeys(clause, -1.0)}, 0)
        self.at_most(dict.fromkeys(range(self.whole), 1.0), limits.k)
        if limits.budget is not None:
            self.at_most(dict(limits.costs), limits.budget)
        if limits.parks:
            self._place(limits)

    def column(self, upper: float) -> int:
        """Add a continuous variable from 0 up."""
        self.lower.append(0.0)
        self.upper.append(upper)
        return len(self.lower) - 1

    def _place(self, limits: Limits) -> None:
        """Give each that needs land one park, within what the park has."""
        filled: dict[str, dict[int, float]] = {park: {} for park in limits.parks}
        for literal, need in limits.land.items():
            if need > 0:
                columns = self.place(literal, limits)
                for column in columns:
                    filled[self.places[column][1]][column] = need
                self.rows.append(({literal: -1.0, **dict.fromkeys(columns, 1.0)}, 0.0, 0.0))
        for park, room in limits.parks.items():
            self.at_most(filled[park], room)

    def place(self, literal: int, limits: Limits) -> list[int]:
        """Add a variable for each park where a candidate may stand."""
        columns = []
        for park in limits.open_to(literal):
            columns.append(self.column(1.0))
            self.places[columns[-1]] = (literal, park)
        return columns

    def at_most(self, row: Mapping[int, float], most: float) -> None:
        """Add a row."""
        self.rows.append((dict(row), -inf, float(most)))

    def solved(
        self, objective: Mapping[int, float], seconds: float, gap: float = NEAR
    ) -> _Solved | None:
        """Maximise, to within `gap`; none where nothing feasible exists, or was found in time."""
        # Loading HiGHS takes a quarter of a second, and only this question needs it.
        import highspy  # noqa: PLC0415

        solver = highspy.Highs()  # type: ignore[no-untyped-call] # its own gap
        for option, value in _OPTIONS.items():
            solver.setOptionValue(option, value)
        solver.setOptionValue("time_limit", seconds)
        solver.setOptionValue("mip_abs_gap", gap)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.lower), len(self.rows)
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_ = [objective.get(column, 0.0) for column in range(len(self.lower))]
        lp.col_lower_, lp.col_upper_ = self.lower, self.upper
        lp.row_lower_ = [lower for _, lower, _ in self.rows]
        lp.row_upper_ = [upper for _, _, upper in self.rows]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = _starts(row for row, _, _ in self.rows)
        lp.a_matrix_.index_ = [column for row, _, _ in self.rows for column in row]
        lp.a_matrix_.value_ = [value for row, _, _ in self.rows for value in row.values()]
        integral = {*range(self.whole), *self.places}
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[column in integral] for column in range(len(self.lower))]
        solver.passModel(lp)
        solver.run()
        info = solver.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        values = solver.getSolution().col_value
        return _Solved(
            chosen=frozenset(each for each in range(self.whole) if values[each] > 0.5),
            parks=dict(place for column, place in self.places.items() if values[column] > 0.5),
            reached=info.objective_function_value,
            bound=info.mip_dual_bound,
            proven=solver.getModelStatus() == highspy.HighsModelStatus.kOptimal,
            values=values,
        )


_OPTIONS: Mapping[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,  # the same question gets the same of several equal choices
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
}


def _starts(rows: Iterable[Mapping[int, float]]) -> list[int]:
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    return starts
