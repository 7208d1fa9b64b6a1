"""The graph 图谱 as a picture: the places, curves and colours of the page."""

import math
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from graph.answers.shapes import Ref
from graph.answers.shapes.graph import GraphBody, GraphEdge, GraphNode
from graph.message import _
from graph.model.vocabulary import STAGES, Lang
from viz import style
from viz.graph_layout import COLUMN, HANGING, ROW
from viz.graph_page import foot_of
from viz.pictures.letters import LINE, broken, fitted
from viz.pictures.marks import Box, Letters, Paint, Sketch, box, paint, written
from viz.pictures.sheet import LegendKey
from viz.single_file import colours
from viz.words import PageWords

WIDE = COLUMN - 28
HIGH, LOW = ROW - 6, ROW * HANGING - 5
LETTERS, SMALL = 13.0, 10.0
HEAD = 34.0
"""The names of the stages."""
BOWED = 60.0
"""Between neighbours in one column a straight line would run through others: it bows out."""
SHARP = 0.4
"""Half the angle of an arrow's tip."""
Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]


def graph_drawing(graph: GraphBody, lang: Lang) -> Sketch:
    """Draw links, then the records over them, then the names of the stages."""
    if not graph.nodes:
        return Sketch(Markup(""), 0, 0)
    hung = _hung(graph)
    left = min(node.x for node in graph.nodes) - WIDE / 2 - 10
    top = min(node.y for node in graph.nodes) - ROW / 2 - HEAD
    boxes = {node.id: _place(node, (left, top), hung=node.id in hung) for node in graph.nodes}
    width = max(each.x + each.width for each in boxes.values()) + 10
    height = max(each.bottom for each in boxes.values()) + 10
    grave = {node.id for node in graph.nodes if _grave(node)}
    low = foot_of(graph, lang)
    floor = low["top"] - top if low else height
    marks = Markup("").join(_stages(graph, boxes, floor, lang))
    if low:
        how = Letters(SMALL, colours()["soft"])
        marks += written(10, floor + 2, [low["word"]], how)
    marks += Markup("").join(_link(edge, boxes, grave) for edge in graph.edges)
    marks += Markup("").join(_record(node, boxes[node.id], lang) for node in graph.nodes)
    return Sketch(marks, width, height)


def graph_keys(graph: GraphBody, lang: Lang) -> Iterator[LegendKey]:
    """What the colours say of the records that are drawn."""
    found = {_code(node) for node in graph.nodes}
    for code, look in style.STATUS.items():
        if code in found:
            yield LegendKey(paint(code), look.label(lang))
    words = PageWords(lang)
    if "enterprise" in found:
        yield LegendKey(paint("enterprise"), words.coded("type_enterprise"))
    if any(_grave(node) for node in graph.nodes):
        yield LegendKey(paint("absent", confirmed=True), style.STANDING["confirmed"].label(lang))
    if "gap" in found:
        yield LegendKey(paint("gap"), _("其他缺口").text(lang))
    places = [words.coded(f"type_{each}") for each in ("chain", "industry", "region")]
    if "other" in found:
        yield LegendKey(paint("other"), _("、").text(lang).join(places))


def _hung(graph: GraphBody) -> set[str]:
    """Tell which records hang below a segment: they are lower."""
    return {edge.source for edge in graph.edges if edge.relation in {"makes", "gap_on"}}


def _place(node: GraphNode, origin: Point, *, hung: bool) -> Box:
    high = LOW if hung else HIGH
    return Box(node.x - origin[0] - WIDE / 2, node.y - origin[1] - high / 2, WIDE, high)


def _code(node: GraphNode) -> str:
    if node.type == "segment":
        return node.status or "captive"
    return node.type if node.type in {"enterprise", "gap"} else "other"


def _grave(node: GraphNode) -> bool:
    """Whether it is a confirmed gap, or a segment with one."""
    if node.gap:
        return node.gap.standing == "confirmed" and not node.gap.elsewhere
    return node.type == "gap" and node.status == "confirmed"


def _record(node: GraphNode, place: Box, lang: Lang) -> Markup:
    look = paint(_code(node), confirmed=_grave(node))
    name = PageWords(lang).name(
        Ref(type=node.type, id=node.record, name=node.name, name_en=node.name_en)
    )
    told = broken(_told(node, lang), SMALL, place.width - 8)
    below = SMALL * LINE if told[0] else 0.0
    text = fitted(name, place.width - 8, place.height - 4 - below, LETTERS)
    top = place.y + (place.height - text.height - below) / 2
    how = Letters(text.size, look.ink, middle=True)
    marks = box(place, look, round_=12 if node.type == "enterprise" else 4)
    marks += written(place.middle[0], top, text.lines, how)
    small = Letters(SMALL, look.ink, middle=True)
    return marks + written(place.middle[0], top + text.height, told if below else (), small)


def _told(node: GraphNode, lang: Lang) -> str:
    """Say in words what the colour says."""
    if node.type == "segment":
        return style.status_look(node.status).short(lang)
    if node.type == "gap" and node.status:
        return style.STANDING[node.status].short(lang)
    if node.type == "enterprise" and node.status not in {None, "operating"}:
        return style.ENTERPRISE[node.status or ""].short(lang)
    return ""


def _stages(
    graph: GraphBody, boxes: Mapping[str, Box], height: float, lang: Lang
) -> Iterator[Markup]:
    navy, ground = colours()["navy-2"], colours()["ground"]
    for stage in STAGES:
        spots = [boxes[node.id] for node in graph.nodes if node.stage == stage]
        if not spots:
            continue
        left = min(each.x for each in spots) - 8
        width = max(each.x + each.width for each in spots) + 8 - left
        yield box(Box(left, 0, width, height), Paint(ground, "", ground))
        yield box(Box(left, 0, width, 26), Paint(navy, "", navy))
        how = Letters(LETTERS, colours()["on-navy"], bold=True, middle=True)
        yield written(left + width / 2, 4, [PageWords(lang).coded(f"stage_{stage}")], how)


def _link(edge: GraphEdge, boxes: Mapping[str, Box], grave: set[str]) -> Markup:
    curve = _curve(boxes[edge.source].middle, boxes[edge.target].middle)
    tip, turn = _end(curve, boxes[edge.target])
    ink, dashes = _line(edge, grave)
    wings = [
        (tip[0] - 9 * math.cos(turn + angle), tip[1] - 9 * math.sin(turn + angle))
        for angle in (SHARP, -SHARP)
    ]
    a, b, c, d = (f"{x:.1f} {y:.1f}" for x, y in curve)
    head = "L".join(f"{x:.1f} {y:.1f}" for x, y in (tip, *wings))
    return Markup(
        '<path d="M{}C{} {} {}" fill="none" stroke="{}" stroke-opacity="0.6"{}/>'
        '<path d="M{}Z" fill="{}" fill-opacity="0.6"/>'
    ).format(a, b, c, d, ink, dashes, head, ink)


def _line(edge: GraphEdge, grave: set[str]) -> tuple[str, Markup]:
    """Colour and dashes of a link: red from a confirmed gap, grey where it is not essential."""
    if edge.source in grave and edge.relation in {"supplies", "blocks", "gap_on"}:
        return colours()["gap"], Markup(' stroke-dasharray="6 4"')
    if edge.relation == "kind_of":
        return colours()["unknown-line"], Markup(' stroke-dasharray="2 4"')
    faint = edge.relation != "supplies" or edge.essential is False
    return colours()["unknown-line" if faint else "made-line"], Markup("")


def _curve(a: Point, d: Point) -> Curve:
    dx, dy = d[0] - a[0], d[1] - a[1]
    if dx == 0 and abs(dy) > BOWED:
        out = a[0] + math.copysign(min(110.0, 40 + abs(dy) * 0.2), dy)
        return a, (out, a[1] + dy * 0.2), (out, d[1] - dy * 0.2), d
    return a, (a[0] + dx * 0.4, a[1]), (d[0] - dx * 0.4, d[1]), d


def _end(curve: Curve, target: Box) -> tuple[Point, float]:
    """Where a curve meets the box that it leads to, and in which direction."""
    at = 1.0
    while at > 0.02 and _inside(_on(curve, at), target):
        at -= 0.02
    tip, tail = _on(curve, at), _on(curve, max(0.0, at - 0.04))
    return tip, math.atan2(tip[1] - tail[1], tip[0] - tail[0])


def _inside(point: Point, place: Box) -> bool:
    x, y = point
    return place.x < x < place.x + place.width and place.y < y < place.bottom


def _on(curve: Sequence[Point], at: float) -> Point:
    left = 1 - at
    shares = (left**3, 3 * left * left * at, 3 * left * at * at, at**3)
    x, y = (sum(s * p[axis] for s, p in zip(shares, curve, strict=True)) for axis in (0, 1))
    return x, y
