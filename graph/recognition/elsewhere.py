"""Firms elsewhere, in lists of their own words: whom to ask about a gap here, and why."""

from collections import defaultdict
from collections.abc import Iterator

from graph.answers.lead_offers import Elsewhere
from graph.answers.shapes.leads import OfferedElsewhere
from graph.model import Facts
from graph.model.plain_looks import BY
from graph.model.vocabulary import EnterpriseStatus
from graph.recognition.proposal import STRENGTHS, Proposal
from graph.recognition.queue import Recogniser
from graph.recognition.said import FirmSaid, firms_elsewhere

_HERE: frozenset[EnterpriseStatus] = frozenset({"operating", "suspended", "planned"})


def elsewhere(facts: Facts, recogniser: Recogniser) -> Elsewhere:
    """Say which firms of lists from elsewhere seem to make what, the strongest words first.

    Who is here already is left out. What they say proposes whom to ask: it is no fact of the
    district, and waits in no queue.
    """
    found: defaultdict[str, list[OfferedElsewhere]] = defaultdict(list)
    for firm, proposals in recogniser.told(_not_here(facts)):
        for each in proposals:
            found[each.segment.id].append(_offered(firm, each))
    return {
        segment: tuple(sorted(each, key=lambda one: (STRENGTHS.index(one.strength), one.id)))
        for segment, each in found.items()
    }


def _not_here(facts: Facts) -> Iterator[FirmSaid]:
    for firm in firms_elsewhere(facts):
        known = facts.enterprises.get(firm.id)
        if known is None or known.status not in _HERE:
            yield firm


def _offered(firm: FirmSaid, proposal: Proposal) -> OfferedElsewhere:
    because = proposal.because[0]
    return OfferedElsewhere(
        id=firm.id,
        name=firm.name,
        segment=proposal.segment,
        strength=proposal.strength,
        column=because.column,
        phrase=because.phrase,
        word=because.name,
        understood_by=BY[because.by].label("zh"),
        table=because.table,
        row=because.row,
        as_of=firm.dates.get(because.table),
    )
