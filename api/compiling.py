"""A version compiled with what its queue leaves open."""

from graph.answers import Workspace, workspace
from graph.model import Facts
from graph.store.layers import uncollected


@uncollected()
def compiled(facts: Facts) -> Workspace:
    """Compile a version; registers conclude nothing of a segment that a proposal waits on."""
    if not facts.registers:
        return workspace(facts)
    # Imported here: recognition and its words, which only registers ask for.
    from api.recognising import waiting_on  # noqa: PLC0415

    return workspace(facts, open_on=waiting_on(facts))
