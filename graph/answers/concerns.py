"""Which chains a fact concerns: those it names, and those of what it names."""

from collections.abc import Iterator

from graph.answers.workspace import Workspace
from graph.model import AnyRecord, Chain
from graph.model.references import RecordKey, references


def concerned_chains(ws: Workspace, fact: AnyRecord) -> tuple[str, ...]:
    """List the chains that a fact names, or whose segment, enterprise or industry it names."""
    if isinstance(fact, Chain):
        return (fact.id,)
    ends = [(fact.type, fact.id), *references(fact)]
    return tuple(sorted({chain for end in ends for chain in _chains(ws, end)}))


def _chains(ws: Workspace, end: RecordKey) -> Iterator[str]:
    match end:
        case "chain", chain:
            yield chain
        case "industry", industry:
            yield from (each.id for each in ws.facts.chains.values() if each.industry == industry)
        case "segment", segment:
            yield from (place.chain for place in ws.places.get(segment, ()))
        case "enterprise", firm:
            yield from (role.chain for role in ws.roles.get(firm, ()))
