"""选几项: which k of the gaps to fill, under the user's own limits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph.analysis.candidates import candidates
from graph.analysis.choice_conflicts import conflicts, nothing_gained
from graph.analysis.choose import Choice, Ground, Solved, Wishes, choose
from graph.analysis.gain_model import LOCAL, NOTHING, PLANNED, Worth
from graph.analysis.land import fitting_parks
from graph.analysis.optimum import Optimum
from graph.answers.chains import gap_chains
from graph.answers.choice_words import notes, refuse, refuse_forced, sentence
from graph.answers.echo import echo
from graph.answers.gap_names import gap_name
from graph.answers.ranking import ranking
from graph.answers.shapes import Ref
from graph.answers.shapes.choose import (
    ChooseBody,
    ChooseWeights,
    ChosenItem,
    ForcedCost,
    ParkUse,
    UnlockedItem,
    WorldChoice,
)
from graph.answers.workspace import Workspace
from graph.model.vocabulary import Lang
from graph.network.arrays import DEVELOPING, PRESENT
from graph.network.terms import Terms


@dataclass(frozen=True)
class ChoiceAsked:
    """What is asked, by ids: at most k, which are forced or forbidden, and the limits.

    `land` is the free land of parks (mu); `needs` and `costs` are those of segments.
    """

    k: int
    chain: str | None = None
    force: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    land: Mapping[str, float] = field(default_factory=dict)
    needs: Mapping[str, float] = field(default_factory=dict)
    budget: float | None = None
    costs: Mapping[str, float] = field(default_factory=dict)


def chosen(ws: Workspace, asked: ChoiceAsked, terms: Terms, lang: Lang) -> ChooseBody:
    """Choose; raise `ChoiceRefusedError` where the wishes contradict one another."""
    question = _Question(ws, asked, terms, lang)
    refuse_forced(ws, ws.frame(terms), question.wishes.forced)
    refuse(ws, conflicts(question.ground, question.wishes), question.wishes)
    found = choose(question.ground, question.wishes)
    if not found.certain.optimum.worth > NOTHING:
        refuse(
            ws,
            nothing_gained(found.certain.model, question.ground, question.wishes),
            question.wishes,
        )
    return question.body(found)


@dataclass(frozen=True)
class _Question:
    ws: Workspace
    asked: ChoiceAsked
    terms: Terms
    lang: Lang

    @cached_property
    def rows(self) -> Mapping[int, tuple[str, ...]]:
        """The candidates of the gap list, with the rows they come from."""
        ws, terms = self.ws, self.terms
        where = gap_chains(ws, terms)
        tasks = {task.id: task for task in ws.tasks(terms).values()}
        wanted = [t for t in tasks.values() if self.asked.chain in {None, *where[t.id]}]
        return candidates(ws.frame(terms), ws.gap_rows(terms), wanted)

    @cached_property
    def ground(self) -> Ground:
        """The frame, the wanted products and the candidates."""
        here = DEVELOPING if self.terms.horizon == "planned" else PRESENT
        wanted = self.ws.needs(self.terms).wanted
        products = {product: rank > here for product, rank in wanted.items()}
        places = {
            segment: min(self._place(row, segment) for row in rows)
            for segment, rows in self.rows.items()
        }
        return Ground(self.ws.frame(self.terms), products, places)

    def _place(self, row: str, segment: int) -> int:
        """Say where a candidate stands: by its row, what that is on before its alternatives."""
        named = self.ws.gap_rows(self.terms)[row].segment
        ahead = named == self.ws.network.ids[segment]
        return 2 * ranking(self.ws, self.terms)[row].place + (not ahead)

    @cached_property
    def wishes(self) -> Wishes:
        """The wishes by number."""
        asked, number = self.asked, self.ws.network.number
        return Wishes(
            k=asked.k,
            forced=frozenset(map(number, asked.force)),
            forbidden=frozenset(map(number, asked.forbid)),
            parks=asked.land,
            land={number(each): mu for each, mu in asked.needs.items()},
            fits=self._fits(),
            budget=asked.budget,
            costs={number(each): cost for each, cost in asked.costs.items()},
        )

    def _fits(self) -> dict[int, frozenset[str]]:
        """Name, of what needs land, the given parks that fit its chains; none where none does."""
        number, given = self.ws.network.number, self.asked.land.keys()
        found = {number(each): self._parks_for(number(each)) & given for each in self.asked.needs}
        return {segment: frozenset(parks) for segment, parks in found.items() if parks}

    def _parks_for(self, segment: int) -> set[str]:
        """Collect the parks that state a chain of the candidate as a direction, or have it."""
        where = gap_chains(self.ws, self.terms)
        chains = {chain for row in self.rows.get(segment, ()) for chain in where[row]}
        return {each.park for each in fitting_parks(self.ws.parks, chains)}

    def body(self, found: Choice) -> ChooseBody:
        """Join the answer with names and sentences."""
        ws, asked, certain = self.ws, self.asked, found.certain
        best = certain.optimum
        picked = tuple(self._item(certain, each) for each in certain.chosen)
        every = len(certain.model.candidates)
        return ChooseBody(
            **echo(ws, self.terms),
            k=asked.k,
            chain=ws.ref("chain", asked.chain) if asked.chain else None,
            candidates=every,
            force=self._refs(asked.force),
            forbid=self._refs(asked.forbid),
            weights=ChooseWeights(local=float(LOCAL), planned=float(PLANNED)),
            sentence=sentence(found, every, picked, self.lang),
            chosen=picked,
            objective=float(best.worth.gain),
            completed=best.worth.completed,
            proven_optimal=best.proven,
            bound=best.bound,
            greedy_objective=float(found.greedy_worth.gain),
            greedy=self._greedy(found),
            second_best=self._world(certain, found.second) if found.second else None,
            forced_cost=self._forced(found.forced_cost),
            unlocks=tuple(self._unlocked(certain)),
            possible=self._world(found.possible, found.possible.optimum),
            both=ws.segments(found.both),
            parks=self._parks(picked),
            budget=asked.budget,
            spent=None if asked.budget is None else sum(each.cost or 0 for each in picked),
            notes=notes(self.wishes, every, picked, self._not_candidates(), self.lang),
        )

    def _item(self, solved: Solved, segment: int) -> ChosenItem:
        ref, asked = self.ws.segment(segment), self.asked
        status = self.ws.local_status(self.terms, ref.id) or "unknown"
        literal = solved.model.candidates.index(segment)
        park = solved.optimum.parks.get(literal)
        rows, gaps = self.ws.gap_rows(self.terms), self.rows.get(segment, ())
        return ChosenItem(
            **dict(ref),
            local_status=status,
            verify_first=status in {"unknown", "developing"},
            forced=ref.id in asked.force,
            rows=tuple(
                Ref(type="gap", id=each, name=gap_name(self.ws, rows[each], self.lang))
                for each in gaps
            ),
            brings_alone=float(solved.alone(segment).gain),
            lost_without=float(solved.lost(segment).gain),
            land=asked.needs.get(ref.id),
            park=self.ws.ref("region", park) if park else None,
            park_fits=park in self._parks_for(segment) if park else None,
            cost=asked.costs.get(ref.id),
        )

    def _refs(self, segments: Iterable[str]) -> tuple[Ref, ...]:
        return tuple(self.ws.ref("segment", each) for each in segments)

    def _world(self, solved: Solved, found: Optimum) -> WorldChoice:
        return WorldChoice(
            chosen=self.ws.segments(solved.segments(found.chosen)),
            objective=float(found.worth.gain),
            completed=found.worth.completed,
            proven_optimal=found.proven,
            bound=found.bound,
        )

    def _greedy(self, found: Choice) -> WorldChoice:
        best = found.certain.optimum
        return WorldChoice(
            chosen=self.ws.segments(found.greedy),
            objective=float(found.greedy_worth.gain),
            completed=found.greedy_worth.completed,
            proven_optimal=best.proven and not found.greedy_worth < best.worth,
            bound=best.bound,
        )

    def _forced(self, costs: Mapping[int, Worth]) -> tuple[ForcedCost, ...]:
        return tuple(
            ForcedCost(
                segment=self.ws.segment(each), cost=float(cost.gain), completed=cost.completed
            )
            for each, cost in costs.items()
        )

    def _unlocked(self, solved: Solved) -> Iterable[UnlockedItem]:
        for each in solved.unlocked:
            yield UnlockedItem(
                product=self.ws.segment(each.product),
                planned=each.planned,
                needed=each.needed,
                before=each.before,
                after=each.after,
                completed=each.completed,
                gain=each.gain,
            )

    def _parks(self, picked: tuple[ChosenItem, ...]) -> tuple[ParkUse, ...]:
        def used(park: str) -> float:
            return sum(each.land or 0 for each in picked if each.park and each.park.id == park)

        return tuple(
            ParkUse(park=self.ws.ref("region", park), land=land, used=used(park))
            for park, land in self.asked.land.items()
        )

    def _not_candidates(self) -> tuple[Ref, ...]:
        """Point to what is forbidden, or has a need or a cost, and was no candidate anyway."""
        known = {*self.rows, *self.wishes.forced}
        named = dict.fromkeys((*self.asked.forbid, *self.asked.needs, *self.asked.costs))
        return self._refs(each for each in named if self.ws.network.number(each) not in known)
