"""The pages of what comes first, and of parks and chains; a body in, an HTML text out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.analysis.weights import WHOLE, written
from graph.answers.shapes import FlipItem, LandBody, ParkRow, PriorityBody
from graph.answers.shapes.priority import LeftOutItem
from graph.model.look import VOCABULARIES
from graph.model.vocabulary import Criterion, Preset
from viz.chrome import Chrome
from viz.leaves import Leaf
from viz.queries import PageProblem, TermsQuery
from viz.render import render

CRITERION = VOCABULARIES[Criterion]
PRESET = VOCABULARIES[Preset]
ROWS, LEFT_OUT = 40, 200
"""Gaps of one leaf with their scores taken apart, and by name alone."""


@dataclass(frozen=True, slots=True)
class PriorityQuery(TermsQuery):
    """The question of `/priority`, as it was typed: preset, weights, seed, lines, terms.

    `typed` are the fields of weights that hold something; `given` are all weights as large as
    they were written, empty where one of them is none.
    """

    preset: str = "fill"
    typed: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[Criterion, float] = field(default_factory=dict)
    seed: str = ""
    first: str = ""

    def shown(self, criterion: Criterion) -> str:
        """What stands in the field of a weight."""
        known = written({criterion: self.given.get(criterion, 0)}).partition(":")[2]
        return self.typed.get(criterion, known if self.given else "")

    def kept(self) -> dict[str, str]:
        """What a link with other weights carries on."""
        return {"seed": self.seed, "first": self.first} | self.terms()

    def flip(self, flip: FlipItem) -> tuple[float, float]:
        """The weight that a flip changes, now and then, as large as it was written."""
        return self.given[flip.criterion], flip.weight * sum(self.given.values()) / WHOLE

    def flipped(self, flip: FlipItem) -> dict[str, str]:
        """The question in which a flip has happened."""
        moved = written({**self.given, flip.criterion: self.flip(flip)[1]})
        return {"preset": self.preset, "weights": moved} | self.kept()

    def same(self) -> dict[str, str]:
        """This very question, for the route that takes no field for each weight."""
        return {"preset": self.preset, "weights": written(self.given)} | self.kept()


@dataclass(frozen=True, slots=True)
class PriorityShown:
    """What of the ranking is shown: the body of one leaf, or none; which leaf of all that is.

    Of what is not ranked, `left` names the reason that is listed on, `more` the leaf of that.
    """

    body: PriorityBody | None
    leaf: Leaf
    left: str = ""
    more: int = 1

    def left_out(self, item: LeftOutItem) -> Leaf:
        """Which of the gaps left out for one reason are listed."""
        return Leaf(self.more if item.reason == self.left else 1, LEFT_OUT, len(item.gaps))


def priority_page(
    chrome: Chrome, shown: PriorityShown, problem: PageProblem | None, query: PriorityQuery
) -> str:
    """`/priority?preset=&need=&…&seed=&page=&gap=`: short list, weights, scores taken apart."""
    names = {"shown": shown, "body": shown.body, "leaf": shown.leaf, "query": query}
    looks = {"criteria": CRITERION, "presets": PRESET}
    return render("priority.html", chrome, problem=problem, **names, **looks)


def land_page(chrome: Chrome, body: LandBody, query: TermsQuery) -> str:
    """`/land`: which park states which chain, who stands there, how much land is free."""
    cells = {
        (chain.id, park.region.id): _cell(park, chain.id)
        for chain in body.chains
        for park in body.parks
    }
    parks = [each for each in body.parks if each.cells or each.free_land_mu is not None]
    names = {"cells": cells, "parks": parks}
    return render("land.html", chrome, body=body, query=query, **names)


def _cell(park: ParkRow, chain: str) -> object:
    return next((each for each in park.cells if each.chain.id == chain), None)
