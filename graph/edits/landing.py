"""A lead that lands: its project, then the firm as a maker, each with the lead as its evidence."""

from dataclasses import dataclass

from graph.answers import Workspace, resolve
from graph.answers.leads import firms_called, lead_chains, lead_gap, project_of
from graph.edits.changes import Author, Change
from graph.edits.inputs import EditInput, EvidenceInputs, ShortText, evidence_of
from graph.errors import BadParameterError
from graph.message import _
from graph.model import AnyRecord, Enterprise, Evidence, Fact, Lead, Makes, Project
from graph.model.new_ids import new_id
from graph.model.plain_looks import LEAD_STAGE
from graph.model.references import DERIVED, derived_ends, made_id
from graph.model.vocabulary import EnterpriseStatus, LeadStage, ProjectState

STATES: dict[LeadStage, ProjectState] = {
    "signed": "planned",
    "building": "building",
    "producing": "done",
}
"""How far the project is at each stage from which a lead lands."""
_HERE: frozenset[EnterpriseStatus] = frozenset({"operating", "suspended"})


class LandingInput(EditInput):
    """Which firm of a lead lands, with which project, and which segment it is to make.

    Without a firm it is the only target, without a segment that of the gap; a project that is
    not named is called after both.
    """

    firm: ShortText | None = None
    segment: ShortText | None = None
    project: ShortText | None = None
    evidence: EvidenceInputs


@dataclass(frozen=True, slots=True)
class Landing:
    """What is proposed to be registered of a lead, before a person confirms it.

    `makes` says whether the firm is to count as a maker of the segment: being built until it
    produces. A firm that produces other things here already is none before it does.
    """

    firm: str
    known: Enterprise | None
    status: EnterpriseStatus
    segment: str
    project: str
    state: ProjectState
    makes: bool


def proposed(ws: Workspace, lead: Lead, said: LandingInput | None = None) -> Landing:
    """Say what a lead is to be registered as at its stage; raise `BadParameterError`."""
    if lead.stage not in STATES:
        allowed = "、".join(LEAD_STAGE[each].label("zh") for each in STATES)
        stage = LEAD_STAGE[lead.stage].label("zh")
        raise BadParameterError(parameter="stage", value=stage, allowed=allowed)
    firm, segment = _firm(lead, said), _segment(ws, lead, said)
    known = firms_called(ws, [firm]).get(firm)
    running = known is not None and known.status in _HERE
    produces = lead.stage == "producing"
    called = said.project if said else None
    held = ws.facts.projects.get(project_of(lead))
    name = ws.facts.segments[segment].name
    return Landing(
        firm=firm,
        known=known,
        status="operating" if produces else known.status if known and running else "planned",
        segment=segment,
        project=called
        or (held.name if held else _("{firm}{segment}项目").text("zh", firm=firm, segment=name)),
        state=STATES[lead.stage],
        makes=produces or not running,
    )


def landed(ws: Workspace, lead: Lead, said: LandingInput, author: Author) -> Change:
    """Register what a lead has come to, as far as it is not registered so already.

    At `signed` and `building` the project and the firm as a planned maker, at `producing` the
    firm as a maker. Raise `BadParameterError`, and `UnknownNameError` for a segment.
    """
    found = proposed(ws, lead, said)
    evidence = _evidence(ws, lead, said, author)
    firm = found.known.id if found.known else new_id(found.firm, "firm")
    records: list[AnyRecord] = [_project(ws, lead, found, firm, evidence)]
    if found.known is None or found.known.status != found.status:
        records.insert(0, _enterprise(lead, found, firm, evidence))
    if found.makes:
        id_ = made_id("makes", (firm, found.segment))
        held = ws.facts.makes.get(id_)
        makes = Makes(id=id_, enterprise=firm, segment=found.segment, evidence=evidence)
        records.append(_added(held, makes))
    told = _("招商线索落地：{project}（{stage}）")
    stage = LEAD_STAGE[lead.stage].words
    return Change(told.text("zh", project=found.project, stage=stage), tuple(records))


def is_registered(ws: Workspace, lead: Lead) -> bool:
    """Whether what a lead has come to at its stage is registered already."""
    held = ws.facts.projects.get(project_of(lead))
    if held is None or held.state != STATES.get(lead.stage):
        return False
    firm = ws.facts.enterprises.get(held.enterprise or "")
    if firm is None or lead.stage != "producing":
        return firm is not None
    makes = (made_id("makes", (firm.id, each)) for each in held.segments)
    return firm.status == "operating" and all(each in ws.facts.makes for each in makes)


def _firm(lead: Lead, said: LandingInput | None) -> str:
    firm = said.firm if said else None
    if firm is None and lead.targets and (said is None or len(lead.targets) == 1):
        return lead.targets[0]
    if firm is None or firm not in lead.targets:
        allowed = "、".join(lead.targets) or _("先在线索里填目标企业")
        raise BadParameterError(parameter="firm", value=firm or "", allowed=allowed)
    return firm


def _segment(ws: Workspace, lead: Lead, said: LandingInput | None) -> str:
    if said and said.segment:
        return resolve(ws, said.segment, "segment")
    fitting = segments_of(ws, lead)
    if not fitting:
        raise BadParameterError(parameter="segment", value="", allowed=_("写明它生产哪个环节"))
    return fitting[0]


def segments_of(ws: Workspace, lead: Lead) -> tuple[str, ...]:
    """The segments that the gap of a lead is about: its own, else those that it names."""
    stated = ws.facts.gaps.get(lead.gap)
    found: tuple[str | None, ...]
    if stated is None:
        found = (derived_ends(lead.gap)[1][1],) if lead.gap.startswith(DERIVED) else ()
    else:
        found = (stated.segment,) if stated.segment else stated.related
    return tuple(each for each in found if each in ws.facts.segments)


def _evidence(
    ws: Workspace, lead: Lead, said: LandingInput, author: Author
) -> tuple[Evidence, ...]:
    """How it is known: as was said, with the lead that it comes from."""
    from_lead = _(
        "招商线索“{gap}”（{stage}）：{note}",
        gap=lead_gap(ws, lead, "zh").name,
        stage=LEAD_STAGE[lead.stage].words,
    )
    return tuple(
        each.model_copy(update={"note": from_lead.text("zh", note=each.note)})
        for each in evidence_of(said.evidence, author.name, author.today)
    )


def _added(held: Fact | None, new: Makes) -> Makes:
    """A fact with what proved it before."""
    if not isinstance(held, Makes):
        return new
    proofs = dict.fromkeys((*held.evidence, *new.evidence))
    return held.model_copy(update={"evidence": tuple(proofs)})


def _project(
    ws: Workspace, lead: Lead, found: Landing, firm: str, evidence: tuple[Evidence, ...]
) -> Project:
    held = ws.facts.projects.get(project_of(lead))
    before = held.evidence if held else ()
    return Project(
        id=project_of(lead),
        name=found.project,
        state=found.state,
        enterprise=firm,
        chains=lead_chains(ws, lead),
        segments=(found.segment,),
        region=lead.park,
        evidence=tuple(dict.fromkeys((*before, *evidence))),
    )


def _enterprise(
    lead: Lead, found: Landing, firm: str, evidence: tuple[Evidence, ...]
) -> Enterprise:
    """The firm with its new status; what else is held of it stays."""
    if found.known is None:
        return Enterprise(
            id=firm, name=found.firm, status=found.status, region=lead.park, evidence=evidence
        )
    own = tuple(each.model_copy(update={"fields": ("status",)}) for each in evidence)
    proofs = tuple(dict.fromkeys((*found.known.evidence, *own)))
    return found.known.model_copy(update={"status": found.status, "evidence": proofs})
