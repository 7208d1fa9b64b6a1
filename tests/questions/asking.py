"""The program's answers by id, so that a test shows segments and not numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from graph.analysis.completeness import Depth, Range, completeness
from graph.analysis.families import Family, families
from graph.analysis.gaps import GapPlace, GapRow, gap_rows, place_of
from graph.analysis.missing import MissingLink, bought_inputs, missing_upstream
from graph.analysis.needs import Needs
from graph.analysis.tasks import Task, tasks
from graph.analysis.unlock import CertainSets, UnlockSets, certain_sets, unlock_sets
from graph.analysis.verdicts import Feasibility, verdict
from graph.analysis.walk import open_groups
from graph.analysis.why_not import why_not
from graph.model import AnyRecord, Facts, Unlisted
from graph.network.compile import compile_network
from graph.network.frame import Frame, frame_for, frame_of, upstream_depths
from graph.network.kernels import Completable
from graph.network.network import Network
from graph.network.terms import Terms, parse_boundary, parse_horizon, parse_inputs
from tests.support import facts, group, kind, segment

World = Literal["certain", "possible"]
Members = tuple[tuple[str, bool], ...]
LIFT: tuple[AnyRecord, ...] = (
    *map(segment, ("lift", "parts", "car", "door")),
    kind("car", "parts"),
    kind("door", "parts"),
    group("lift", "car"),
    group("lift", "door"),
)
"""A lift takes a car and a door, which are kinds of lift parts."""


@dataclass(frozen=True)
class Asked:
    """A dataset under the terms of a question."""

    facts: Facts
    network: Network
    frame: Frame

    def at(self, target: str) -> Frame:
        """The frame of a question about one product, set once."""
        if target not in self._frames:
            self._frames[target] = frame_for(self.frame, self.network.number(target))
        return self._frames[target]

    @cached_property
    def _frames(self) -> dict[str, Frame]:
        return {}

    def ids(self, numbers: Iterable[int]) -> set[str]:
        return {self.network.ids[number] for number in numbers}

    def marked(self, marks: bytearray) -> set[str]:
        return self.ids(index for index, mark in enumerate(marks) if mark)

    def status(self, segment: str) -> str | None:
        return self.frame.situation.local_status(self.network.number(segment))

    def available(self, world: World = "certain") -> set[str]:
        return self.marked(getattr(self.frame.situation, world).available)

    def closure(self, target: str) -> dict[str, int]:
        depths = upstream_depths(self.frame, self.network.number(target))
        return {self.network.ids[s]: depth for s, depth in depths.items()}

    def completable(self, world: World = "certain", target: str | None = None) -> set[str]:
        """The largest self-supporting set; with tiers it depends on the target."""
        frame = self.frame if target is None else self.at(target)
        return self.marked(_found(frame, world).whole)

    def verdict(self, target: str) -> Feasibility:
        return verdict(self.at(target), self.network.number(target))

    def open(self, target: str, world: World = "certain") -> dict[Members, int]:
        """Open groups with the depth of their members; each member with whether it is exact."""
        frame = self.at(target)
        situation = getattr(frame.situation, world)
        walk = open_groups(frame, self.network.number(target), situation, _found(frame, world))
        return {
            tuple(
                (self.network.ids[m], exact) for m, exact in frame.members(each.group)
            ): each.depth
            for each in reversed(walk.openings)
        }

    def missing(self, target: str) -> dict[str, MissingLink]:
        found = missing_upstream(self.frame, self.network.number(target))
        return {self.network.ids[link.segment]: link for link in found}

    def names(self, path: Iterable[int]) -> list[str]:
        return [self.network.ids[s] for s in path]

    def path(self, target: str, missing: str) -> list[str]:
        return self.names(self.missing(target)[missing].path)

    def bought(self, target: str) -> dict[str, int]:
        found = bought_inputs(self.frame, self.network.number(target))
        return {self.network.ids[each.segment]: each.depth for each in found}

    def unlock(self, target: str, limit: int = 50) -> UnlockSets:
        return unlock_sets(self.frame, self.network.number(target), limit)

    def unlock_sets(self, target: str) -> list[set[str]]:
        return [self.ids(each) for each in self.unlock(target).sets]

    def certain_sets(self, target: str) -> CertainSets:
        return certain_sets(self.frame, self.network.number(target))

    def range(self, *targets: str, depth: Depth = "direct") -> Range:
        return completeness(self.frame, [self.network.number(t) for t in targets], depth)

    def groups(self, *targets: str, depth: Depth = "direct") -> list[tuple[list[str], str]]:
        """The counted groups with their states."""
        found = self.range(*targets, depth=depth).groups
        return sorted((sorted(self.ids(members)), state) for members, state in found)

    @cached_property
    def place(self) -> GapPlace:
        return place_of(self.frame, self.facts.gaps.values())

    @property
    def needs(self) -> Needs:
        return self.place.needs

    @cached_property
    def gaps(self) -> dict[str, GapRow]:
        return {row.id: row for row in gap_rows(self.place)}

    @cached_property
    def tasks(self) -> dict[str, Task]:
        return tasks(self.place, self.gaps.values())

    def task_of(self, gap: str) -> Task:
        return next(task for task in self.tasks.values() if gap in task.gaps)

    def blocks(self, gap: str) -> list[str]:
        lack = self.gaps[gap].lack
        return [] if lack is None else [self.network.ids[each.product] for each in lack.blocks]

    def families(self, gap: str) -> tuple[Family, ...]:
        row = self.gaps[gap]
        place = self.place
        if row.stated and row.stated.region != self.frame.situation.region:
            terms = replace(self.frame.terms, region=row.stated.region)
            place = place_of(frame_of(self.network, terms), place.stated)
        return families(place.frame, place.needs.wanted, row.lack.takers) if row.lack else ()

    def why_not(self, segment: str) -> dict[str, set[str]]:
        """Reasons with the segments that they point to."""
        found = why_not(self.frame, self.network.number(segment), self.needs)
        return {why.code: self.ids(why.segments) for why in found}


def ask(
    *records: AnyRecord,
    region: str | None = None,
    boundary: str = "traded",
    inputs: str = "material",
    horizon: str = "now",
    unlisted: Iterable[Unlisted] = (),
) -> Asked:
    """Ask about a dataset of these records."""
    return asked_of(
        facts(*records),
        region=region,
        boundary=boundary,
        inputs=inputs,
        horizon=horizon,
        unlisted=unlisted,
    )


def asked_of(  # noqa: PLR0913 - the terms of a question
    dataset: Facts,
    *,
    region: str | None,
    boundary: str,
    inputs: str,
    horizon: str,
    unlisted: Iterable[Unlisted] = (),
) -> Asked:
    network = compile_network(dataset, unlisted)
    terms = Terms(region, parse_boundary(boundary), parse_inputs(inputs), parse_horizon(horizon))
    return Asked(dataset, network, frame_of(network, terms))


def _found(frame: Frame, world: World) -> Completable:
    return frame.certain if world == "certain" else frame.possible
