"""What gaps are called, and what proves the path to one."""

from collections.abc import Iterable
from itertools import pairwise

from graph.analysis.gaps import GapRow, NamedGap
from graph.answers.shapes import Ref
from graph.answers.workspace import Workspace
from graph.model import Evidence
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def gap_name(ws: Workspace, row: GapRow | NamedGap, lang: Lang) -> str:
    """Name a gap: by its document, or by the segment that is missing."""
    if row.stated and lang == "zh":
        return row.stated.name
    if row.segment:
        found = ws.facts.segments[row.segment]
        return found.name if lang == "zh" else found.name_en
    return row.stated.name if row.stated else row.id


def gap_refs(ws: Workspace, terms: Terms, segment: str, lang: Lang) -> tuple[Ref, ...]:
    """Point to the gaps on a segment."""
    rows = ws.named_gaps_on(terms, segment)
    return tuple(Ref(type="gap", id=row.id, name=gap_name(ws, row, lang)) for row in rows)


def recipe_evidence(ws: Workspace, path: tuple[int, ...]) -> tuple[Evidence, ...]:
    """Collect the evidence of the groups and kinds along a proof path, each once."""
    arrays = ws.network.arrays
    found: dict[Evidence, None] = {}
    for member, consumer in pairwise(path):
        if arrays.parent[member] == consumer:
            found |= dict.fromkeys(ws.kinds[ws.network.ids[member]].evidence)
        for group in arrays.groups.row(consumer):
            if member in arrays.members.row(group):
                found |= dict.fromkeys(_group_evidence(ws, group))
    return tuple(found)


def _group_evidence(ws: Workspace, group: int) -> Iterable[Evidence]:
    return ws.facts.input_groups[ws.network.group_ids[group]].evidence
