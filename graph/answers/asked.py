"""Whom the questions of 核实清单 ask: counted before any of them is described."""

from array import array
from collections.abc import Sequence

from graph.answers.asking import enterprises_to_ask
from graph.answers.first_questions import first_asked
from graph.answers.ranking import ranking
from graph.answers.sheets import Asked, Whom
from graph.answers.workspace import Workspace
from graph.network.terms import Terms


def asked(ws: Workspace, terms: Terms, year: int | None) -> Asked:
    """Say what is asked and whom; kept, for every page of questions and sheets tells it."""
    settled = ws.settle(terms)
    return ws.sheets.get((settled, year), lambda: _asked(ws, settled, year))


def _asked(ws: Workspace, terms: Terms, year: int | None) -> Asked:
    ranks, gaps = ranking(ws, terms), ws.gap_rows(terms)
    rows = tuple(sorted(ws.questions(terms), key=lambda id_: ranks[id_].place))
    first = first_asked(ws, terms, year)
    kept = ws.kept.peek(terms)
    told = kept.asked if kept else {}
    rows_of = _by_firm(
        [told[id_] if told else enterprises_to_ask(ws, terms, gaps[id_]) for id_ in rows]
    )
    first_of = _by_firm([each.firms for each in first])
    firms = dict.fromkeys((*rows_of, *first_of))
    return Asked(
        first, rows, first_of, rows_of, tuple(sorted(firms, key=lambda each: each is None))
    )


def _by_firm(asked_of: Sequence[tuple[str, ...]]) -> dict[Whom, Sequence[int]]:
    found: dict[Whom, array[int]] = {}
    for place, firms in enumerate(asked_of):
        for firm in firms or (None,):
            found.setdefault(firm, array("i")).append(place)
    return dict(found)
