"""The public sources of the reference layer."""

from graph.answers.described import described
from graph.answers.echo import origin
from graph.answers.shapes.documents import SourceItem, SourcesBody
from graph.answers.workspace import Workspace


def sources(ws: Workspace) -> SourcesBody:
    """List every source by id, with the number of facts that rest on it."""
    items = tuple(
        described(ws, SourceItem, each, facts=ws.cited.get(each.id, 0))
        for each in ws.facts.sources.values()
    )
    return SourcesBody(**origin(ws), items=items, total=len(items))
