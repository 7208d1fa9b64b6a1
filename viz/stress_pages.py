"""The pages of what would follow, and of where it hurts; a body in, an HTML text out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from graph.answers.offered import SupposedAction
from graph.answers.risk import RiskParts
from graph.answers.shapes.risk import RiskBody
from graph.answers.shapes.what_if import PriorityShift, ShiftItem, WhatIfBody
from graph.answers.supposing import WORDS
from viz.chrome import Chrome
from viz.leaves import Leaf
from viz.queries import PageProblem, TermsQuery
from viz.reach_pages import DependenceQuery
from viz.render import render

MOST_ENDS, MOST_NAMED = 50, 20
"""Rows of a list of risks on one page; segments that one row names."""
BETWEEN = "、"
_BETWEEN = re.compile(r"[、；;\n]+")


def split(texts: Iterable[str]) -> tuple[str, ...]:
    """Take names apart, each once.

    >>> split(["飞轮车业、 管材", "管材", ""])
    ('飞轮车业', '管材')
    """
    names = (each.strip() for text in texts for each in _BETWEEN.split(text))
    return tuple(dict.fromkeys(each for each in names if each))


@dataclass(frozen=True, slots=True)
class WhatIfQuery(TermsQuery):
    """The question of `/what-if`, as it was typed: names by what is supposed, and the terms."""

    names: Mapping[SupposedAction, tuple[str, ...]] = field(default_factory=dict)

    def supposes(self) -> bool:
        """Whether anything is supposed."""
        return any(self.names.values())

    def kept(self) -> dict[str, str]:
        """The names of each field, joined."""
        return {action: BETWEEN.join(names) for action, names in self.names.items() if names}

    def again(self, action: SupposedAction, name: str, *, without: bool = False) -> dict[str, str]:
        """The question with one name more, or without it, for a link."""
        found = [each for each in self.names.get(action, ()) if each != name]
        names = {**self.names, action: tuple(found if without else [*found, name])}
        return replace(self, names=names).kept() | self.terms()


def what_if_page(
    chrome: Chrome, body: WhatIfBody | None, problem: PageProblem | None, query: WhatIfQuery
) -> str:
    """`/what-if?close=&land=&stop=&unflag=&here=&absent=`: what follows 假设推演."""
    return render(
        "what-if.html",
        chrome,
        body=body,
        problem=problem,
        query=query,
        actions=WORDS,
        lost=_rounds(body.lost) if body else (),
        gained=_rounds(body.gained) if body else (),
        moved=sorted(body.priority, key=_only_moved) if body else (),
        rescored=sum(not _only_moved(each) for each in body.priority) if body else 0,
    )


def _only_moved(shift: PriorityShift) -> bool:
    return shift.score_before == shift.score_after


def _rounds(items: tuple[ShiftItem, ...]) -> tuple[tuple[int, tuple[ShiftItem, ...]], ...]:
    by_round = groupby(items, key=lambda item: item.round)
    return tuple((number, tuple(found)) for number, found in by_round)


@dataclass(frozen=True, slots=True)
class RiskQuery(DependenceQuery):
    """The question of `/risk`: the terms, a chain, and which leaf of each list is shown.

    `end` is an end product that is listed alone, with all that it cannot do without.
    """

    end: str = ""
    ends: int = 1
    firms: int = 1
    singles: int = 1

    def parts(self) -> RiskParts:
        """Which rows of each list are shown."""
        ends, firms, singles = (
            Leaf(each, MOST_ENDS, 0).wanted for each in (self.ends, self.firms, self.singles)
        )
        return RiskParts(ends, firms, singles, end=self.end or None)

    def asked(self) -> dict[str, str]:
        """What a link to another leaf carries on."""
        return {"chain": self.chain, "end": self.end} | self.terms()


def risk_page(chrome: Chrome, body: RiskBody, query: RiskQuery) -> str:
    """`/risk?chain=`: where it hurts, in a chain or in the district 产业链风险."""
    ends = len(body.end_products) if query.end else body.totals.end_products
    named = MOST_NAMED if not query.end else None
    leaves = {
        "of_ends": Leaf(query.ends, MOST_ENDS, ends),
        "of_firms": Leaf(query.firms, MOST_ENDS, body.totals.firms),
        "of_singles": Leaf(query.singles, MOST_ENDS, body.totals.singles),
    }
    return render("risk.html", chrome, body=body, query=query, named=named, **leaves)
