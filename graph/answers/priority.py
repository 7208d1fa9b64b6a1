"""Priority 优先级: gaps in order, every score taken apart, and what would change the order."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.analysis.acceptability import SEED, draws_for
from graph.analysis.flips import flips
from graph.analysis.priority import Scored
from graph.analysis.weights import Weights, preset_weights
from graph.answers.chains import gap_chains
from graph.answers.criteria import left_out, measures
from graph.answers.echo import echo
from graph.answers.first_lines import alternatives, first_lines
from graph.answers.gap_names import gap_name
from graph.answers.scores import USUAL, accepted, score_item, scores, with_acceptability
from graph.answers.shapes import Ref
from graph.answers.shapes.priority import (
    FlipItem,
    LeftOut,
    LeftOutItem,
    PriorityBody,
    PriorityItem,
    PriorityScore,
)
from graph.answers.workspace import WHOLE, Workspace
from graph.model.vocabulary import CRITERIA, STANDINGS, Lang, Preset
from graph.network.terms import Terms

FIRST = 10
REASONS: tuple[LeftOut, ...] = ("no_data", "service", "bought", "direction", "noted")


@dataclass(frozen=True, slots=True)
class Weighing:
    """How gaps are weighed: weights, the preset that they started from, the seed of the draws.

    `first` says how many lines the short list has.
    """

    weights: Weights
    preset: Preset = USUAL
    seed: int = SEED
    first: int = FIRST


def priority(
    ws: Workspace,
    terms: Terms,
    lang: Lang,
    weighing: Weighing | None = None,
    part: slice = WHOLE,
) -> PriorityBody:
    """Rank the rows of the gap list that something could be landed for; describe a `part`."""
    how = weighing or Weighing(preset_weights(USUAL))
    scored = scores(ws, terms, how.weights)
    seen = accepted(ws, terms, scored, how.seed)
    ranked = {id_: (each, seen[id_]) for id_, each in scored.items()}
    turns = _flips(ws, terms, scored, (how.weights, part), lang)
    items = []
    for id_, turn in turns.items():
        score = score_item(ws, terms, id_, scored[id_], lang)
        ref = _ref(ws, terms, id_, lang)
        items.append(_item(ws, terms, ref, with_acceptability(score, seen[id_]), turn))
    return PriorityBody(
        **echo(ws, terms),
        preset=how.preset,
        weights=dict(zip(CRITERIA, how.weights, strict=True)),
        seed=how.seed,
        draws=draws_for(measures(ws, terms)[each].values for each in scored),
        standings=_standings(ws, terms, scored),
        first=first_lines(ws, terms, ranked, how.first, lang),
        left_out=_left_out(ws, terms, scored, lang),
        items=tuple(items),
        total=len(scored),
    )


def _standings(ws: Workspace, terms: Terms, scored: Mapping[str, Scored]) -> dict[str, int]:
    rows = ws.gap_rows(terms)
    found = Counter(rows[each].standing for each in scored)
    return {str(code): found[code] for code in STANDINGS if found[code]}


def _item(
    ws: Workspace, terms: Terms, gap: Ref, score: PriorityScore, flip: FlipItem | None
) -> PriorityItem:
    row = ws.gap_rows(terms)[gap.id]
    return PriorityItem(
        id=gap.id,
        name=gap.name,
        segment=ws.ref("segment", row.segment or ""),
        chains=tuple(ws.ref("chain", each) for each in gap_chains(ws, terms)[gap.id]),
        standing=row.standing,
        need=row.need,
        alternatives=alternatives(ws, terms, gap.id),
        priority=score,
        flip=flip,
    )


def _flips(
    ws: Workspace,
    terms: Terms,
    scored: Mapping[str, Scored],
    asked: tuple[Weights, slice],
    lang: Lang,
) -> dict[str, FlipItem | None]:
    """Find the nearest flip of each row of a part."""
    found, order = measures(ws, terms), tuple(scored)
    weights, part = asked
    turns = flips([found[each].values for each in order], weights, part)
    return {
        id_: None
        if turn is None
        else FlipItem(
            criterion=turn.criterion,
            change=turn.change,
            weight=turn.weight,
            rank=turn.rank,
            other=_ref(ws, terms, order[turn.other], lang),
        )
        for id_, turn in zip(order[part], turns, strict=True)
    }


def _ref(ws: Workspace, terms: Terms, gap: str, lang: Lang) -> Ref:
    return Ref(type="gap", id=gap, name=gap_name(ws, ws.gap_rows(terms)[gap], lang))


def _left_out(
    ws: Workspace, terms: Terms, scored: Mapping[str, Scored], lang: Lang
) -> tuple[LeftOutItem, ...]:
    rows = ws.gap_rows(terms)
    found: dict[LeftOut, list[Ref]] = {}
    for id_ in sorted({task.id for task in ws.tasks(terms).values()} - scored.keys()):
        reason = left_out(ws, rows[id_]) or "no_data"
        found.setdefault(reason, []).append(_ref(ws, terms, id_, lang))
    return tuple(
        LeftOutItem(reason=each, gaps=tuple(found[each])) for each in REASONS if each in found
    )
