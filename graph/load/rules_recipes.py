"""Rules on recipes: nothing supplies itself, nothing stands in two groups, no circles."""

from collections.abc import Iterable, Iterator, Sequence

from graph.load.cycles import cycles
from graph.load.entries import SourceEntry
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.message import Message, _
from graph.model import ByProduct, InputGroup, KindOf, Region, Segment
from graph.model.recipes import Recipes, recipes_of


def refuse_self_supply(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """No segment is an input or a by-product of itself."""
    for entry in entries:
        for steps in _self_supplies(entry):
            to.add(entry.place.at(*steps), _("环节不能供应自己"))


def _self_supplies(entry: SourceEntry) -> Iterator[tuple[str | int, ...]]:
    match entry.record:
        case ByProduct() as record if record.source == record.target:
            yield ("target",)
        case InputGroup() as record:
            for index, member in enumerate(record.members):
                if member.segment == record.consumer:
                    yield "members", index


def refuse_second_groups(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """Per input sort, a segment stands once in one group of a consumer."""
    first: dict[tuple[str, object, str, str], FilePlace] = {}
    for entry in entries:
        if not isinstance(entry.record, InputGroup):
            continue
        place, group = entry.place, entry.record
        for index, member in enumerate(group.members):
            key = (place.file, place.path[:2], group.input, member.segment)
            other = first.setdefault(key, place)
            if other is not place:
                to.add(
                    place.at("members", index),
                    _(
                        "“{segment}”已在同类投入的另一组中（{other}）",
                        segment=member.segment,
                        other=other,
                    ),
                )
            elif index > _first_index(group, member.segment):
                to.add(
                    place.at("members", index), _("“{segment}”在一组中重复", segment=member.segment)
                )


def _first_index(group: InputGroup, segment: str) -> int:
    return [member.segment for member in group.members].index(segment)


def refuse_kind_circles(entries: Iterable[SourceEntry], to: FindingsReport) -> bool:
    """A segment is no kind of itself, through others neither; return whether one is."""
    kinds = {
        e.record.segment: (e.record.parent, e) for e in entries if isinstance(e.record, KindOf)
    }
    return _refuse_circles(kinds, _("属于关系成环"), to)


def refuse_region_circles(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """A region is no part of itself, through others neither."""
    parents = {
        e.record.id: (e.record.parent, e)
        for e in entries
        if isinstance(e.record, Region) and e.record.parent is not None
    }
    _refuse_circles(parents, _("地区隶属成环"), to)


def _refuse_circles(
    above: dict[str, tuple[str, SourceEntry]], message: Message, to: FindingsReport
) -> bool:
    circles = list(cycles({below: [parent] for below, (parent, _entry) in above.items()}))
    for circle in circles:
        path = " → ".join(circle)
        to.add(above[circle[0]][1].place, _("{message}：{path}", message=message, path=path))
    return bool(circles)


def refuse_captive_circles(entries: Sequence[SourceEntry], to: FindingsReport) -> None:
    """Captive segments do not need one another in a circle; expects kinds without circles."""
    captive = {
        e.record.id: e.place for e in entries if isinstance(e.record, Segment) and e.record.captive
    }
    recipes = recipes_of(
        [e.record for e in entries if isinstance(e.record, InputGroup)],
        [e.record for e in entries if isinstance(e.record, KindOf)],
    )
    graph = {
        segment: [needed for needed in _needs(segment, recipes) if needed in captive]
        for segment in captive
    }
    for circle in cycles(graph):
        path = " → ".join(circle)
        to.add(captive[circle[0]], _("厂内工序互相依赖成环：{path}", path=path))


def _needs(segment: str, recipes: Recipes) -> Iterator[str]:
    """Members of essential groups; of a general segment its kinds too, which stand for it."""
    for group in recipes.effective(segment):
        if group.essential:
            yield from (member.segment for member in group.members)
    yield from recipes.kinds.get(segment, ())
