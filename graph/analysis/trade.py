"""Deliveries as flows of the Economic Systemic Risk Index: which are essential to whom."""

from collections.abc import Iterable, Iterator, Mapping

from graph.analysis.esri import Flow, Trade
from graph.model import Delivery, Makes
from graph.network.frame import Frame

InputKind = frozenset[tuple[int, bool]]


def trade_of(
    frame: Frame, deliveries: Iterable[Delivery], products: Mapping[str, tuple[Makes, ...]]
) -> tuple[Trade, tuple[str, ...]]:
    """Make flows of the deliveries with amounts, and name the firms by number.

    A delivery is essential where the segment, or a general of it, stands in an essential group of
    what its target makes, in-house stages passed through; deliveries for one group are one kind of
    input. All others are not essential.
    """
    known = [each for each in deliveries if each.amount]
    firms = sorted({firm for each in known for firm in (each.source, each.target)})
    number = {firm: at for at, firm in enumerate(firms)}
    kinds: dict[InputKind | int, int] = {}
    flows = []
    for each in known:
        segment = frame.network.number(each.segment)
        group = _group(frame, segment, products.get(each.target, ()))
        kind = kinds.setdefault(segment if group is None else group, len(kinds))
        source, target = number[each.source], number[each.target]
        assert each.amount is not None  # noqa: S101 - those without are left out
        flows.append(Flow(source, target, segment, each.amount, kind, group is not None))
    return Trade(len(firms), tuple(flows)), tuple(firms)


def _group(frame: Frame, segment: int, made: Iterable[Makes]) -> InputKind | None:
    """Find the first essential group of what a firm makes that takes a segment."""
    generals = {segment, *frame.arrays.above(segment)}
    for each in sorted({fact.segment for fact in made}):
        for group in _essential(frame, frame.network.number(each), set()):
            members = frame.members(group)
            if any(m == segment or (m in generals and not exact) for m, exact in members):
                return frozenset(members)
    return None


def _essential(frame: Frame, segment: int, seen: set[int]) -> Iterator[int]:
    seen.add(segment)
    for group in frame.arrays.groups.row(segment):
        if frame.arrays.essential[group]:
            yield group
            for member, _exact in frame.members(group):
                if frame.arrays.captive[member] and member not in seen:
                    yield from _essential(frame, member, seen)
