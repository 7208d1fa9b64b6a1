"""Leads: who works on a gap, how far they are, and what is offered to begin with."""

from pydantic import Field

from graph.answers.shapes.common import Body, Page, Ref
from graph.answers.shapes.gaps import NeighbourBeside
from graph.answers.shapes.priority import ParkItem
from graph.model import Evidence, Record
from graph.model.leads import LeadDetails
from graph.model.vocabulary import EnterpriseStatus, LeadRemark, LeadStage, Strength


class LeadTarget(Record):
    """A firm that a lead is after; `enterprise` and `status` where the dataset knows it."""

    name: str
    enterprise: Ref | None = None
    status: EnterpriseStatus | None = None


class LeadRemarkItem(Record):
    """Something to look at in a lead, and what to do about it."""

    code: LeadRemark
    text: str
    refs: tuple[Ref, ...] = ()


class LeadItem(LeadDetails):
    """A lead: whose, with whom, how far, by when, and what is remarked.

    `deadline` is `due`, else what the clock of the stage says, null where nothing is to follow;
    `days_late` counts from the day after it. `firms` are the `targets` with what is known of
    them. `project` is what it has come to, where that is registered. `evidence` tells what was
    done, by whom, step by step.
    """

    id: str
    gap: Ref
    chains: tuple[Ref, ...]
    park: Ref | None
    firms: tuple[LeadTarget, ...]
    deadline: str | None
    overdue: bool
    days_late: int
    remarks: tuple[LeadRemarkItem, ...]
    project: Ref | None = None
    evidence: tuple[Evidence, ...]


class LeadBody(Body, LeadItem):
    """One lead."""


class LeadsBody(Page):
    """The leads 招商线索, the latest first, as of `today`.

    `stages`, `owners` and `late` count what is listed, on all pages. `stage_days` is how many days
    each stage may take here.
    """

    today: str
    stage_days: dict[LeadStage, int]
    stages: dict[str, int]
    owners: dict[str, int]
    late: int
    items: tuple[LeadItem, ...]


class OfferedTarget(Record):
    """A firm elsewhere that could fill a gap: one the plan wants, or one that delivers here.

    `through` are the local firms to which it delivers already.
    """

    enterprise: Ref
    status: EnterpriseStatus
    through: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class OfferedElsewhere(Record):
    """A firm of a list from elsewhere that seems to make a segment, by its own words.

    `phrase` stands in `column` of that row of the list, `word` is what was understood in it. It
    is no fact: whoever asks the firm finds out.
    """

    id: str
    name: str
    segment: Ref
    strength: Strength
    column: str
    phrase: str
    word: str
    understood_by: str
    table: str
    row: int
    as_of: str | None


class OfferedPartner(Record):
    """A local maker that would deal with whoever fills a gap, and in what."""

    segment: Ref
    makers: tuple[Ref, ...]


class OfferedRole(Record):
    """A local firm with a role in a chain of the gap."""

    enterprise: Ref
    chain: Ref
    role: str


class GapLeadsBody(Body):
    """The leads of one gap, and what is offered for a new one.

    `buyers` would buy from whoever fills it, `sellers` would sell to them; `waiting` make what the
    gap holds up further on; `roles` stand in its chains; `parks` fit, the best first; `rivals`
    nearby ask the same firms in. `elsewhere` are firms of lists from elsewhere, for editors alone.
    """

    today: str
    gap: Ref
    items: tuple[LeadItem, ...]
    targets: tuple[OfferedTarget, ...]
    buyers: tuple[OfferedPartner, ...]
    sellers: tuple[OfferedPartner, ...]
    waiting: tuple[OfferedPartner, ...]
    roles: tuple[OfferedRole, ...]
    parks: tuple[ParkItem, ...] = Field(default=())
    rivals: tuple[NeighbourBeside, ...] = Field(default=())
    elsewhere: tuple[OfferedElsewhere, ...] = Field(default=())
