"""The public sources of the reference layer."""

from collections import Counter

from graph.answers.described import described
from graph.answers.echo import origin
from graph.answers.shapes.documents import SourceItem, SourcesBody
from graph.answers.workspace import Workspace
from graph.model import Fact


def sources(ws: Workspace) -> SourcesBody:
    """List every source by id, with the number of facts that rest on it."""
    facts = (each for each in ws.facts.public() if isinstance(each, Fact))
    cited = Counter(key for fact in facts for key in {e.source for e in fact.evidence} if key)
    items = tuple(
        described(ws, SourceItem, each, facts=cited[each.id]) for each in ws.facts.sources.values()
    )
    return SourcesBody(**origin(ws), items=items, total=len(items))
