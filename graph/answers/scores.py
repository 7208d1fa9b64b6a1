"""Scores of the rows of the gap list: kept for the usual weights, worked out for others."""

from collections.abc import Iterable, Mapping

from graph.analysis.acceptability import SEED, Acceptability, acceptabilities
from graph.analysis.priority import Scored, priorities
from graph.analysis.weights import Weights, preset_weights
from graph.answers.criteria import measures
from graph.answers.measured import measured
from graph.answers.shapes.priority import AcceptabilityItem, ContributionItem, PriorityScore
from graph.answers.workspace import Workspace
from graph.model.vocabulary import Lang, Preset
from graph.network.terms import Terms

USUAL: Preset = "fill"
"""Under which weights the gap list and its files are scored."""


def scores(ws: Workspace, terms: Terms, weights: Weights | None = None) -> Mapping[str, Scored]:
    """Score the rows that can be ranked, by id, best first, by usual or given weights.

    Worked out once for the same terms and weights.
    """
    used = preset_weights(USUAL) if weights is None else weights

    def made() -> Mapping[str, Scored]:
        values = {id_: each.values for id_, each in measures(ws, terms).items()}
        return priorities(values, used)

    return ws.scored.get((ws.settle(terms), used), made)


def accepted(
    ws: Workspace, terms: Terms, ranked: Iterable[str] | None = None, seed: int = SEED
) -> Mapping[str, Acceptability]:
    """Tell how often each row has which rank under random weights; worked out once for a seed.

    `ranked` are the rows compared: all that can be ranked unless some are named.
    """
    found = measures(ws, terms)
    wanted = found.keys() if ranked is None else set(ranked)
    rows = tuple(each for each in found if each in wanted)

    def made() -> Mapping[str, Acceptability]:
        values = [found[each].values for each in rows]
        return dict(zip(rows, acceptabilities(values, seed=seed), strict=True))

    return ws.accepted.get((ws.settle(terms), rows, seed), made)


def priority_of(ws: Workspace, terms: Terms, task: str, lang: Lang) -> PriorityScore | None:
    """Give the priority of a row under the usual weights; null where it is not ranked."""
    settled = ws.settle(terms)
    scored = scores(ws, settled).get(task)
    if scored is None:
        return None
    told = ws.priorities.get((settled, lang), dict)
    if task not in told:
        told[task] = score_item(ws, settled, task, scored, lang)
    return told[task]


def score_item(ws: Workspace, terms: Terms, task: str, scored: Scored, lang: Lang) -> PriorityScore:
    """Take a score apart, with what was measured for each criterion."""
    said = measured(ws, terms, ws.gap_rows(terms)[task], measures(ws, terms)[task], lang)
    return PriorityScore(
        score=scored.score,
        rank=scored.rank,
        ties=scored.ties,
        contributions=tuple(
            ContributionItem(
                criterion=each.criterion,
                given=each.given,
                weight=each.weight,
                value=each.value,
                points=each.points,
                said=said[each.criterion],
            )
            for each in scored.contributions
        ),
    )


def with_acceptability(item: PriorityScore, found: Acceptability) -> PriorityScore:
    """Add to a score how much of it hangs on the weights."""
    told = AcceptabilityItem(
        first=found.first, first_ten=found.first_ten, low=found.low, high=found.high
    )
    return item.model_copy(update={"acceptability": told})
