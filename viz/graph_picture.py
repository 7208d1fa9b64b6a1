"""The picture of a graph for other programs: places of the layout, colours of the pages."""

from graph.answers.shapes.graph import GraphBody, GraphNode
from graph.exchange.out import GraphLooks, Mark
from graph.model.vocabulary import Lang
from viz.single_file import FILLS, RELATIONS, colours, node_fill, six_digits


def picture_of(graph: GraphBody, lang: Lang) -> GraphLooks:
    """Each node where the layout has put it, looking as in `graph.html`."""
    return GraphLooks(
        marks={f"{node.type}:{node.record}": _mark(node, lang) for node in graph.nodes},
        relations={code.upper(): str(word.text(lang)) for code, word in RELATIONS.items()},
        line=six_digits(colours()["unknown-line"]),
    )


def _mark(node: GraphNode, lang: Lang) -> Mark:
    look, dashed = node_fill(node)
    ground, ink, border = (six_digits(colours()[each]) for each in FILLS[look])
    return Mark(
        label=node.name if lang == "zh" else (node.name_en or node.name),
        x=node.x,
        y=node.y,
        ground=ground,
        ink=ink,
        border=border,
        shape="ellipse" if node.type == "enterprise" else "box",
        dashed=dashed,
    )
