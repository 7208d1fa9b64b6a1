"""Working out what is kept of all gaps of a large version, and giving it back to a workspace."""

from collections.abc import Iterator

from graph.analysis.criteria import GapMeasures
from graph.analysis.kept import KeptGaps, kept_gaps
from graph.answers.asking import enterprises_to_ask
from graph.answers.chains import chains, gap_chains, industries
from graph.answers.criteria import measures
from graph.answers.kept import KeptAnswers, MeasuresRow, ReadPart
from graph.answers.placed import SORTS
from graph.answers.ranking import ranking
from graph.answers.workspace import Workspace
from graph.model.vocabulary import NEEDS, STANDINGS
from graph.network.terms import Terms


def kept_answers(ws: Workspace) -> Iterator[tuple[str, list[object]]]:
    """Yield what `KeptAnswers` reads of gaps and their ranks, by part."""
    terms = ws.settle(Terms())
    rows = ws.gap_rows(terms)
    at = {each: number for number, each in enumerate(rows)}
    yield from kept_gaps(ws.place(terms), rows, ws.tasks(terms)).items()
    yield "ranks", [(at[id_], *ranked) for id_, ranked in ranking(ws, terms).items()]
    yield "chains", [ws.placed.numbers(each) for each in gap_chains(ws, terms).values()]


def kept_of_firms(ws: Workspace) -> Iterator[tuple[str, list[object]]]:
    """Yield what rests on the records of firms too: not where there are too many to make them."""
    terms = ws.settle(Terms())
    rows = ws.gap_rows(terms)
    at, firms = ({each: n for n, each in enumerate(ids)} for ids in (rows, ws.facts.enterprises))
    whom = ((id_, enterprises_to_ask(ws, terms, rows[id_])) for id_ in ws.questions(terms))
    yield "asked", [(at[id_], [firms[firm] for firm in asked]) for id_, asked in whom]
    yield "measures", [_told_measures(at[id_], each) for id_, each in measures(ws, terms).items()]
    yield "counts", [*_counted(ws, terms)]


def _told_measures(at: int, found: GapMeasures) -> MeasuresRow:
    return (
        at,
        NEEDS.index(found.need),
        found.held,
        found.urgency,
        STANDINGS.index(found.standing),
        found.sure,
        SORTS.index(found.sort),
        found.chains,
        found.reach,
        found.near and [*found.near],
        found.parks is not None,
        found.target,
    )


def _counted(ws: Workspace, terms: Terms) -> Iterator[tuple[tuple[str, ...], str]]:
    keys = [tuple(ref.id for ref in each.chains) for each in industries(ws, terms).items]
    keys += [(each.id,) for each in chains(ws, terms).items]
    for key in keys:
        found = ws.counts.peek((terms, key))
        if found is not None:
            yield key, found.model_dump_json()


def answers_from(ws: Workspace, read: ReadPart) -> KeptAnswers:
    """Return what was kept of a version, to be read with its facts."""
    region = ws.facts.dataset.region
    gaps = KeptGaps(ws.facts, region, ws.network.ids, read)
    return KeptAnswers(gaps, ws.placed.chains, ws.network.locals.enterprises, read)
