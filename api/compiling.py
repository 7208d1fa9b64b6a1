"""A version compiled with what its queue leaves open."""

from collections.abc import Mapping
from dataclasses import replace

from graph.answers import Workspace, workspace
from graph.answers.folded import KnownNames
from graph.answers.resting import resting, resting_with
from graph.answers.workspace import to_be_saved
from graph.model import Facts
from graph.model.collecting import uncollected
from graph.model.soundness import sound
from graph.store.contract import GraphStore, Version
from graph.store.saved_facts import BodiesOf
from graph.store.streamed_facts import (
    LARGE,
    OF_FIRMS,
    StreamRead,
    firms_are_sound,
    streamed_facts,
)


@uncollected()
def compiled(facts: Facts) -> Workspace:
    """Compile a version; registers conclude nothing of a segment that a proposal waits on."""
    if not facts.registers:
        return workspace(facts)
    # Imported here: recognition and its words, which only registers ask for.
    from api.recognising import waiting_on  # noqa: PLC0415

    return workspace(facts, open_on=waiting_on(facts))


@uncollected()
def large_workspace(
    store: GraphStore, version: Version, least: int = LARGE
) -> tuple[Workspace, Mapping[str, BodiesOf]] | None:
    """Compile a version with `least` rows of firms, to be saved; with the bodies of its firms.

    None for other versions, and where something has to be worked out of the records of all firms:
    registers, ids that were merged, facts that lost their subject.
    """
    if not isinstance(store, StreamRead) or store.count_of(version, OF_FIRMS) < least:
        return None
    found = streamed_facts(store, version)
    if found is None or found.facts.registers or not firms_are_sound(found.facts):
        return None
    others = replace(found.facts, roles={}, makes={})
    if sound(others) is not others:
        return None
    ws = to_be_saved(found.facts)
    names = {"enterprise": found.firms_by_name}
    few = resting(replace(found.facts, enterprises={}, roles={}, makes={}))
    proofs = found.proofs
    vars(ws)["resting"] = resting_with(few, proofs.bases, proofs.domain, proofs.as_of)
    vars(ws)["known_names"] = KnownNames(found.facts, lambda: names)
    return ws, found.bodies
