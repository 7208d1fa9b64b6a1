"""The workspace of facts that are supposed to be otherwise."""

from collections import defaultdict
from dataclasses import fields

from graph.answers.cache import BoundedCache
from graph.answers.workspace import Workspace
from graph.model import Claim
from graph.network.supposed import Supposition, supposed_facts, supposed_network


def supposing(ws: Workspace, supposition: Supposition) -> Workspace:
    """Return the workspace of facts that were otherwise; what registers show stays as it is."""
    facts = supposed_facts(ws.facts, supposition)
    unlisted = [each for found in ws.unlisted.values() for each in found]
    kept = {each.name: getattr(ws, each.name) for each in fields(ws)}
    fresh = {
        n: BoundedCache[object](v.most) for n, v in kept.items() if isinstance(v, BoundedCache)
    }
    claims: defaultdict[str, tuple[Claim, ...]] = defaultdict(tuple)
    for each in facts.claims.values():
        claims[each.segment] += (each,)
    changed = {
        "facts": facts,
        "network": supposed_network(ws.network, ws.facts, supposition, unlisted),
        "claims": dict(claims),
    }
    found = Workspace(**{**kept, **fresh, **changed})
    vars(found)["placed"] = ws.placed  # nothing is supposed of where segments stand
    return found
