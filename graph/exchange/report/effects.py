"""What an import would change: in the facts, and in the answers that follow from them."""

from collections.abc import Iterable
from dataclasses import replace

from graph.answers.chains import products_in
from graph.answers.echo import completeness_of
from graph.answers.gap_names import gap_name
from graph.answers.shapes import Completeness, Ref
from graph.answers.workspace import Workspace
from graph.exchange.report.bodies import AnswerDifference, ChainDifference
from graph.model import FIELD_OF_TYPE, AnyRecord, Facts
from graph.model.vocabulary import OPEN_STANDINGS as OPEN
from graph.model.vocabulary import Lang, Standing
from graph.network.terms import Terms


def facts_with(facts: Facts, records: Iterable[AnyRecord]) -> Facts:
    """The facts as they would be with these records laid over them."""
    changed: dict[str, dict[str, AnyRecord]] = {}
    for record in records:
        changed.setdefault(FIELD_OF_TYPE[record.type], {})[record.id] = record
    shelves = {name: {**getattr(facts, name), **new} for name, new in changed.items()}
    return replace(facts, **{name: dict(sorted(shelf.items())) for name, shelf in shelves.items()})  # type: ignore[arg-type] # sorted by their type


def difference(before: Workspace, after: Workspace, lang: Lang) -> AnswerDifference:
    """Compare the answers under the usual terms: gaps by standing, completeness by chain."""
    terms = Terms()
    old = {row.id: row.standing for row in before.gap_rows(terms).values()}
    new = {row.id: row.standing for row in after.gap_rows(terms).values()}
    opened = [each for each in new if new[each] in OPEN and old.get(each) not in OPEN]
    closed = [each for each in old if old[each] in OPEN and new.get(each) not in OPEN]
    both = [each for each in old if old[each] in OPEN and new.get(each) in OPEN]
    return AnswerDifference(
        opened=_gaps(after, opened, lang),
        closed=_gaps(before, closed, lang),
        confirmed=_gaps(after, [e for e in both if (old[e], new[e]) == _SETTLED], lang),
        doubted=_gaps(after, [e for e in both if (new[e], old[e]) == _SETTLED], lang),
        chains=tuple(_chains(before, after, terms)),
    )


_SETTLED: tuple[Standing, Standing] = ("to_settle", "confirmed")


def _gaps(ws: Workspace, ids: Iterable[str], lang: Lang) -> tuple[Ref, ...]:
    rows = ws.gap_rows(Terms())
    return tuple(Ref(type="gap", id=id_, name=gap_name(ws, rows[id_], lang)) for id_ in sorted(ids))


def _chains(before: Workspace, after: Workspace, terms: Terms) -> Iterable[ChainDifference]:
    for chain in sorted(after.facts.chains.values(), key=lambda each: (each.order, each.id)):
        old, new = (_completeness(ws, terms, chain.id) for ws in (before, after))
        if old != new:
            yield ChainDifference(chain=after.ref("chain", chain.id), before=old, after=new)


def _completeness(ws: Workspace, terms: Terms, chain: str) -> Completeness:
    return completeness_of(ws, terms, products_in(ws, terms, [chain]))
