"""总览: what a district's plan and its chains come to, in one sentence and a few numbers."""

from collections import Counter
from collections.abc import Iterable

from graph.answers.chains import industries, standings_in
from graph.answers.datasets import dataset_item
from graph.answers.district import indicators
from graph.answers.echo import echo
from graph.answers.gap_names import gap_name
from graph.answers.headline import district_headline, listed_rows
from graph.answers.shapes import IndicatorItem, IndustryItem, Ref
from graph.answers.shapes.overview import Goal, Grounds, IndustryOverview, Overview
from graph.answers.workspace import Workspace
from graph.model.vocabulary import OPEN_STANDINGS, STANDINGS, Lang
from graph.network.terms import Terms

MONEY = "亿元"
"""The scale of an industry is counted in money; such a target comes first."""


def overview(ws: Workspace, terms: Terms, lang: Lang) -> Overview:
    """Sum up a district: its first gap, its industries with their targets, what it all rests on."""
    rows = listed_rows(ws, terms, None)
    standings = Counter(row.standing for row in rows)
    # Open is what is no wish, and not on record only.
    first = next((row for row in rows if row.standing in OPEN_STANDINGS), None)
    numbers, share = indicators(ws).items, dataset_item(ws).unknown_share
    return Overview(
        **echo(ws, terms),
        headline=district_headline(ws, terms, None if share is None else f"{share:.0%}", lang),
        standings={str(each): standings[each] for each in STANDINGS},
        first=Ref(type="gap", id=first.id, name=gap_name(ws, first, lang)) if first else None,
        industries=tuple(
            _industry(ws, terms, each, numbers) for each in industries(ws, terms).items
        ),
        goals=_measured(ws, numbers),
        grounds=grounds(ws),
    )


def _industry(
    ws: Workspace, terms: Terms, industry: IndustryItem, numbers: Iterable[IndicatorItem]
) -> IndustryOverview:
    chains = {ref.id for ref in industry.chains}
    return IndustryOverview(
        industry=industry,
        standings=standings_in(ws, terms, chains),
        goals=_goals(industry, numbers),
    )


def _goals(industry: IndustryItem, numbers: Iterable[IndicatorItem]) -> tuple[Goal, ...]:
    """List the targets of an industry, and of its chain where it has but one; money first.

    Of two sums of money, one with its year comes before one without, then the one that more
    sentences state.
    """
    scopes = {("industry", industry.id)}
    if len(industry.chains) == 1:
        scopes.add(("chain", industry.chains[0].id))
    mine = [each for each in numbers if (each.scope.type, each.scope.id) in scopes]
    targets = [each for each in mine if each.actual_or_target == "target"]
    targets.sort(
        key=lambda each: (each.unit != MONEY, _undated(each), -len(each.evidence), each.id)
    )
    return tuple(_goal(each, mine) for each in targets)


def _undated(target: IndicatorItem) -> bool:
    """Whether a sum of money is stated without its year."""
    dated = any(str(target.year) in (each.quote or "") for each in target.evidence)
    return target.unit == MONEY and not dated


def _goal(target: IndicatorItem, numbers: Iterable[IndicatorItem]) -> Goal:
    """Set the newest number of the same unit beside a target, one of the same name before all."""
    today = [
        each
        for each in numbers
        if each.actual_or_target == "actual" and each.unit == target.unit and each.value is not None
    ]
    best = max(today, key=lambda each: (each.name == target.name, each.year, each.id), default=None)
    if best is None or (best.name != target.name and target.unit != MONEY):
        return Goal(target=target, today=None, same=False, share=None)
    return Goal(
        target=target, today=best, same=best.name == target.name, share=_share(best, target)
    )


def _share(today: IndicatorItem, target: IndicatorItem) -> float | None:
    if not today.value or not target.value or min(today.value, target.value) < 0:
        return None
    return today.value / target.value


def _measured(ws: Workspace, numbers: Iterable[IndicatorItem]) -> tuple[Goal, ...]:
    """List the district's own numbers that have a target of the same name, as its plan has them."""
    district = ws.facts.dataset.region
    by_id = {each.id: each for each in numbers}
    pairs = [
        Goal(target=by_id[each.target.id], today=each, same=True, share=each.progress)
        for each in by_id.values()
        if each.target and each.progress is not None and each.scope.id == district
    ]
    return tuple(sorted(pairs, key=lambda goal: (_place(goal.target), goal.target.id)))


def _place(indicator: IndicatorItem) -> tuple[int, int]:
    """Find where the documents name it; what else is cited, such as a table's head, is shared."""
    named = indicator.evidence[0]
    return (named.line or 0, named.start or 0)


def grounds(ws: Workspace) -> Grounds:
    """Say what the facts of a dataset rest on."""
    about = dataset_item(ws)
    return Grounds(
        basis_share=about.basis_share,
        domain_share=ws.resting.domain / ws.resting.facts,
        unknown_share=about.unknown_share,
        edition=about.edition,
        edition_date=about.edition_date,
        reported_as_of=ws.resting.as_of,
    )
