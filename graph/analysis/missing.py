"""Missing upstream 缺什么: which segments a product lacks, through which steps, instead of what."""

from collections import deque
from dataclasses import dataclass

from graph.analysis.standing import is_lacking
from graph.analysis.targets import answered_for, found_here
from graph.analysis.walk import Opening, Walk, open_groups, walk_behind
from graph.model.vocabulary import Standing
from graph.network.frame import Frame, frame_for


@dataclass(frozen=True, slots=True)
class MissingLink:
    """A missing segment: `sole` where some group has no other member, `path` to the product.

    `depth` counts supply steps (steps to a kind are 0); one that lies `behind` another missing
    segment is never a gap of its own and has no standing. `groups` are the open groups.
    """

    segment: int
    behind: bool
    depth: int
    sole: bool
    standing: Standing | None
    path: tuple[int, ...]
    alternatives: tuple[int, ...]
    groups: tuple[int, ...]


def missing_upstream(frame: Frame, target: int, depth: int | None = None) -> list[MissingLink]:
    """List the members of the open groups of a product, and what lies behind them.

    In the certain world; the product counts as wanted, whatever its status. Confirmed ones first
    (those that lack), then those to settle, then those behind; each by depth and id.
    """
    frame = frame_for(frame, target)
    situation = frame.situation
    walk = open_groups(frame, target, situation.certain, frame.certain)
    walk_behind(frame, walk, situation.certain, frame.certain)
    links = _links(frame, walk)
    return sorted(
        (link for link in links if depth is None or link.depth <= depth),
        key=lambda link: (link.behind, link.standing != "confirmed", link.depth, link.segment),
    )


def _links(frame: Frame, walk: Walk) -> list[MissingLink]:
    openings: dict[int, list[Opening]] = {}
    for opening in walk.openings:
        for member, _ in frame.members(opening.group):
            openings.setdefault(member, []).append(opening)
    return [_link(frame, walk, member, found) for member, found in openings.items()]


def _link(frame: Frame, walk: Walk, member: int, openings: list[Opening]) -> MissingLink:
    nearest = min(openings, key=lambda opening: (opening.behind, opening.depth, opening.group))
    counted = [opening for opening in openings if opening.behind == nearest.behind]
    groups = [[each for each, _ in frame.members(opening.group)] for opening in counted]
    sole = any(len(group) == 1 for group in groups)
    others = set().union(*groups) - {member}
    standing: Standing = "confirmed" if is_lacking(frame, member) else "to_settle"
    return MissingLink(
        segment=member,
        behind=nearest.behind,
        depth=nearest.depth,
        sole=sole,
        standing=None if nearest.behind else standing,
        path=walk.path(member, nearest.consumer),
        alternatives=() if sole else tuple(sorted(others)),
        groups=tuple(sorted(opening.group for opening in counted)),
    )


@dataclass(frozen=True, slots=True)
class Bought:
    """A segment inside the boundary that an answer rests on: nearest depth and group."""

    segment: int
    depth: int
    group: int


def bought_inputs(frame: Frame, target: int) -> list[Bought]:
    """List what the product and its suppliers buy on the market, by depth and id.

    Goes through asked groups, through whatever is available or captive; stops at the boundary.
    """
    frame = frame_for(frame, target)
    queue = deque((start, 0) for start in answered_for(frame, target))
    seen = {start for start, _ in queue}
    found: dict[int, Bought] = {}
    while queue:
        segment, depth = queue.popleft()
        for group in frame.groups(segment):
            for member, exact in frame.members(group):
                if frame.bought(member, exact=exact):
                    found.setdefault(member, Bought(member, depth + 1, group))
                    continue
                onward = set(_suppliers(frame, member, exact=exact)) - seen
                seen |= onward
                queue.extend((each, depth + 1) for each in sorted(onward))
    return sorted(found.values(), key=lambda bought: (bought.depth, bought.segment))


def mostly_bought(frame: Frame, target: int) -> bool:
    """Tell whether the direct inputs of a product are bought, but for a smaller part missing.

    None of them comes from here, then, and what is missing is no reason to look past the rest.
    """
    frame = frame_for(frame, target)
    bought = missing = 0
    for segment in answered_for(frame, target):
        for group in frame.groups(segment):
            members = frame.members(group)
            if any(frame.bought(member, exact=exact) for member, exact in members):
                bought += 1
            elif any(_suppliers(frame, member, exact=exact) for member, exact in members):
                return False
            else:
                missing += 1
    return bought > missing


def _suppliers(frame: Frame, member: int, *, exact: bool) -> list[int]:
    """List what the answer goes on into: whatever of the member is there, captive stages too."""
    world = frame.situation.certain
    if frame.arrays.captive[member] or frame.here(world, member, exact=exact):
        return found_here(frame, world, member, exact=exact)
    return []
