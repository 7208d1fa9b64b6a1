"""`graph.html`: a graph as one file that opens from disk and asks nobody for anything.

pyvis holds nodes, edges and options in the form that vis-network draws; the page around them is
our own, for that of pyvis fetches styles and scripts from elsewhere.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

from graph.answers.shapes import GapsBody
from graph.answers.shapes.graph import GraphBody, GraphEdge, GraphNode
from graph.message import Message, _, p_, spoken
from graph.model.vocabulary import STANDINGS, Lang
from viz import style
from viz.render import environment

VIS = "vis-network.min.js"
"""The script that draws, in the folder where pyvis keeps it."""
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"dragNodes": False, "hover": True, "tooltipDelay": 150},
    "edges": {"smooth": False},
    "nodes": {"borderWidth": 1, "margin": 8, "widthConstraint": {"maximum": 190}},
}
FILLS = {
    "made": ("made", "made-ink", "made-line"),
    "present": ("present", "present-ink", "present-line"),
    "developing": ("build", "build-ink", "build-line"),
    "sought": ("sought", "sought-ink", "sought-line"),
    "absent": ("surface", "ink", "soft"),
    "unlisted": ("unknown", "unknown-ink", "soft"),
    "unknown": ("unknown", "unknown-ink", "unknown-line"),
    "captive": ("captive", "captive-ink", "captive-line"),
    "confirmed": ("surface", "absent-ink", "gap"),
    "gap": ("surface", "unknown-ink", "unknown-line"),
    "enterprise": ("surface", "ink", "navy"),
    "other": ("navy", "on-navy", "navy"),
}
"""Ground, ink and border of a node, as the stylesheet calls them."""
Attributes = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the file shows: a graph, its gaps, and the number of firms folded into a segment."""

    title: str
    edition: str
    graph: GraphBody
    gaps: GapsBody
    firms: Mapping[str, int]


def single_file(drawing: Drawing, lang: Lang) -> str:
    """Write the page: UTF-8, every text escaped, positions fixed."""
    words = spoken(_WORDS, lang)
    template = environment().get_template("single-file.html")
    return template.render(
        lang=lang,
        words=words,
        drawing=drawing,
        subject=_subject(drawing, lang),
        standings=_standings(drawing.gaps),
        statuses=_legend(lang),
        style=style,
        colours=colours(),
        script=Markup(_script()),  # noqa: S704 - the file of an installed package
        data=Markup(_data(drawing, lang)),  # noqa: S704 - escaped by `_inert`
    )


def _subject(drawing: Drawing, lang: Lang) -> str:
    shown = len(drawing.graph.nodes)
    cut = _WORDS["cut"].template(lang) if drawing.graph.truncated else ""
    return _WORDS["counts"].text(lang, nodes=shown, edges=len(drawing.graph.edges)) + cut


def _standings(gaps: GapsBody) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Group the gaps by standing, each as the id of its node, its name and what it blocks."""
    return [
        (
            standing,
            [
                (gap.id, gap.name, "、".join(ref.name for ref in gap.blocks[:4]))
                for gap in gaps.items
                if gap.standing == standing
            ],
        )
        for standing in STANDINGS
    ]


def _legend(lang: Lang) -> list[tuple[str, str, str, bool]]:
    """List what a node can look like: word, ground, border, whether dashed."""
    palette = colours()
    rows = [(look.label(lang), code, False) for code, look in style.STATUS.items()]
    rows += [(style.STANDING["confirmed"].label(lang), "confirmed", True)]
    rows += [(_WORDS["other_gaps"].template(lang), "gap", True)]
    return [(w, palette[FILLS[c][0]], palette[FILLS[c][2]], dashed) for w, c, dashed in rows]


def _data(drawing: Drawing, lang: Lang) -> str:
    """Give the nodes, edges and options as JSON that ends no script."""
    from pyvis.network import Network  # type: ignore[import-untyped] # noqa: PLC0415 - heavy

    network = Network(directed=True)
    network.set_options(json.dumps(OPTIONS))
    for node in drawing.graph.nodes:
        network.add_node(node.id, **_node(node, drawing.firms, lang))
    for edge in drawing.graph.edges:
        network.add_edge(edge.source, edge.target, **_edge(edge, lang))
    nodes, edges, *_other = network.get_network_data()
    return _inert({"nodes": nodes, "edges": edges, "options": OPTIONS})


def _inert(value: object) -> str:
    r"""Write JSON in which nothing can end the script element that holds it.

    >>> _inert("</script>&")
    '"\\u003c/script\\u003e\\u0026"'
    """
    text = json.dumps(value, ensure_ascii=False)
    for each in "<>&\u2028\u2029":
        text = text.replace(each, f"\\u{ord(each):04x}")
    return text


def _node(node: GraphNode, firms: Mapping[str, int], lang: Lang) -> dict[str, object]:
    name = node.name if lang == "zh" else (node.name_en or node.name)
    folded = firms.get(node.record, 0) if node.type == "segment" else 0
    label = name + (_WORDS["firms"].text(lang, count=folded) if folded else "")
    look, dashed = node_fill(node)
    ground, ink, border = (colours()[each] for each in FILLS[look])
    return {
        "label": label,
        "title": f"{label}\n{_status(node, lang)}\n{node.type}:{node.record}",
        "x": node.x,
        "y": node.y,
        "shape": "ellipse" if node.type == "enterprise" else "box",
        "color": {"background": ground, "border": border},
        "font": {"color": ink},
        "shapeProperties": {"borderDashes": [6, 4] if dashed else False},
        "borderWidth": 2 if look == "confirmed" else 1,
    }


def node_fill(node: GraphNode) -> tuple[str, bool]:
    """Choose the fill, and whether the border is dashed.

    Only a confirmed gap is red, and what is unknown stays neutral.
    """
    if node.type == "gap":
        return ("confirmed" if node.status == "confirmed" else "gap", True)
    if node.type == "segment":
        return (node.status or "captive", False)
    return ("enterprise" if node.type == "enterprise" else "other", False)


def _status(node: GraphNode, lang: Lang) -> str:
    if node.type == "segment":
        return style.status_look(node.status).label(lang)
    if node.type == "gap" and node.status:
        return style.STANDING[node.status].label(lang)
    if node.type == "enterprise" and node.status:
        return style.ENTERPRISE[node.status].label(lang)
    return ""


def _edge(edge: GraphEdge, lang: Lang) -> dict[str, object]:
    faint = edge.relation != "supplies" or edge.essential is False
    word = RELATIONS[edge.relation].text(lang)
    return {
        "title": f"{word} · {style.BASIS[edge.basis].label(lang)}",
        "color": colours()["line" if faint else "unknown-line"],
        "dashes": edge.relation in {"kind_of", "blocks", "gap_on"} or edge.essential is False,
        "arrows": "to",
    }


@cache
def colours() -> Mapping[str, str]:
    """Read the palette out of the stylesheet; the first value of a name is the light one."""
    text = files("viz").joinpath("static", "colours.css").read_text("utf-8")
    found: dict[str, str] = {}
    for each in filter(None, map(_COLOUR.match, text.splitlines())):
        found.setdefault(each[1], each[2])
    return found


def six_digits(colour: str) -> str:
    """Write a colour with six digits, which is how documents and other programs want it.

    >>> six_digits("#fff")
    '#ffffff'
    """
    return colour if len(colour) == 7 else "#" + "".join(each * 2 for each in colour[1:])


def vis_folder() -> Path:
    """Find the folder of vis-network without importing pyvis, which imports IPython."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyvis")
    return Path(spec.origin).parent / "lib" / "vis-9.1.2"


@cache
def _script() -> str:
    return vis_folder().joinpath(VIS).read_text("utf-8")


_COLOUR = re.compile(r"\s*--([\w-]+):\s*(#[0-9a-f]+);")
RELATIONS = {
    "supplies": _("供应"),
    "kind_of": _("属于"),
    "makes": _("生产"),
    "in_chain": _("属于产业链"),
    "in_industry": _("属于产业"),
    "has_role": _("在链中的角色"),
    "located_in": _("位于"),
    "gap_on": _("缺口所在"),
    "blocks": _("影响"),
    "candidate_for": _("候选"),
}
_WORDS: Mapping[str, Message] = {
    "graph": _("产业链图谱"),
    "gaps": p_("several", "缺口"),
    "counts": _("{nodes} 个节点，{edges} 条关系"),
    "cut": _("；节点过多，企业折叠为数目，只画资料写明的环节及其最近的环节"),
    "firms": _("（{count} 家企业）"),
    "other_gaps": _("其他缺口"),
    "none": _("没有缺口"),
    "foot": _("未见本地企业不等于没有。推算结果依参考配方得出。"),
    "blocks": _("影响："),
    "terms": _("边界 {boundary} · 地区 {region} · 数据版本 {version}"),
    "no_script": _("图需要脚本；缺口清单如旁。"),
}
