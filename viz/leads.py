"""Pages of leads: the board, one lead, and the leads of a gap with what is offered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from graph.answers.shapes import Ref
from graph.answers.shapes.leads import GapLeadsBody, LeadBody, LeadItem, LeadsBody
from graph.edits.landing import Landing
from graph.model.look import VOCABULARIES
from graph.model.vocabulary import EnterpriseStatus, LeadStage, ProjectState, Strength
from viz.chrome import Chrome
from viz.editing import EditProblem, may_edit
from viz.render import render

STAGES = VOCABULARIES[LeadStage]
STATUSES = VOCABULARIES[EnterpriseStatus]
STRENGTHS = VOCABULARIES[Strength]
STATES = VOCABULARIES[ProjectState]


@dataclass(frozen=True, slots=True)
class LeadsQuery:
    """The question of `/leads`, as it was typed; `view` is the board, or the list by owner."""

    view: str = ""
    stage: str = ""
    owner: str = ""
    chain: str = ""
    overdue: str = ""

    def asked(self) -> dict[str, str]:
        """What was filled in."""
        return {each.name: text for each in fields(self) if (text := getattr(self, each.name))}

    def filters(self) -> dict[str, str]:
        """Likewise, without the view."""
        return replace(self, view="").asked()


@dataclass(frozen=True, slots=True)
class LandingTyped:
    """What is `found` to be registered of a lead, and the form in which a person confirms it."""

    version: int
    found: Landing
    firms: tuple[str, ...]
    segments: tuple[Ref, ...]
    firm: str
    segment: str
    project: str
    known: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class LeadTyped:
    """A lead as it stands in its form; `version` is the one that the editor sees.

    `targets` and `documents` hold one entry a line; `landing` is what is to be confirmed besides.
    """

    version: int
    owner: str = ""
    targets: str = ""
    stage: str = "study"
    park: str = ""
    due: str = ""
    note: str = ""
    documents: str = ""
    reason: str = ""
    known: str = ""
    as_of: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
    landing: LandingTyped | None = None


def typed_from(version: int, lead: LeadItem) -> LeadTyped:
    """Begin with the lead there is; what was done is to be said anew."""
    return LeadTyped(
        version,
        owner=lead.owner,
        targets="\n".join(lead.targets),
        stage=lead.stage,
        park=lead.park.id if lead.park else "",
        due=lead.due or "",
        note=lead.note or "",
        documents="\n".join(lead.documents),
    )


def leads_page(chrome: Chrome, body: LeadsBody, query: LeadsQuery, owners: Iterable[str]) -> str:
    """`/leads?view=&stage=&owner=&chain=&overdue=`: the board by stage, or the list by owner."""
    items: dict[str, list[LeadItem]] = {}
    for each in body.items:
        items.setdefault(each.owner if query.view == "owner" else each.stage, []).append(each)
    heads = list(items) if query.view == "owner" else [each for each in STAGES if each in items]
    names = {
        "heads": heads,
        "grouped": items,
        "stages": STAGES,
        "owners": [(each, each) for each in owners],
    }
    return render("leads.html", chrome, body=body, query=query, **names)


def lead_page(
    chrome: Chrome,
    body: LeadBody,
    typed: LeadTyped,
    parks: tuple[Ref, ...],
    problem: EditProblem | None = None,
) -> str:
    """`/leads/{id}`: what was done, by when, what to look at, and the form to move it on.

    Once it is signed, and until that is registered, also the form that registers it.
    """
    names = {"body": body, "typed": typed, "parks": parks, "problem": problem, "stages": STAGES}
    looks = {"statuses": STATUSES, "states": STATES}
    return render("lead.html", chrome, may_edit=may_edit(chrome), **looks, **names)


def gap_leads_page(
    chrome: Chrome,
    body: GapLeadsBody,
    typed: LeadTyped,
    parks: tuple[Ref, ...],
    problem: EditProblem | None = None,
) -> str:
    """`/gaps/{id}/leads`: the leads of a gap, what is offered, and the form for a new one."""
    names = {"body": body, "typed": typed, "parks": parks, "problem": problem, "stages": STAGES}
    looks = {"statuses": STATUSES, "strengths": STRENGTHS}
    return render("gap-leads.html", chrome, may_edit=may_edit(chrome), **looks, **names)
