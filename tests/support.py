"""The smallest valid record of each type, so that a test shows only what matters.

Names default to the id, regions to `district`. Every builder takes further fields of its record
by keyword; a field that the record does not have is refused by the record itself.
"""

from graph.model import (
    AnyRecord,
    ByProduct,
    Chain,
    Claim,
    Dataset,
    Delivery,
    Document,
    Edition,
    Enterprise,
    Evidence,
    Facts,
    FirmWords,
    Gap,
    Indicator,
    Industry,
    InputGroup,
    Judgement,
    KindOf,
    Lead,
    ListedFirm,
    Makes,
    Member,
    Membership,
    Mention,
    Platform,
    Process,
    Project,
    ProposalDecision,
    Region,
    RegionDirection,
    Register,
    Review,
    Role,
    Seed,
    Segment,
    Source,
    Synergy,
    Traded,
    Unlisted,
    facts_from,
)

REFERENCE = (Evidence(basis="reference", source="domain", note="工程常识"),)
STATED = (Evidence(basis="stated", document="plan", quote="原文", line=1, start=0, end=2),)
REPORTED = (Evidence(basis="reported", table="survey", row=1, by="tester", as_of="2026-01-01"),)


def reported(as_of: str) -> tuple[Evidence, ...]:
    """What somebody reports as of a date."""
    return (Evidence(basis="reported", table="survey", row=1, by="tester", as_of=as_of),)


def document(id_: str = "plan", text: str = "原文\n", **fields: object) -> Document:
    return Document.model_validate({"id": id_, "title": id_, "sha256": "0", "text": text} | fields)


def source(id_: str = "domain", **fields: object) -> Source:
    return Source.model_validate({"id": id_, "title": id_} | fields)


def industry(id_: str = "vehicles", **fields: object) -> Industry:
    return Industry.model_validate(_named(id_) | {"evidence": STATED} | fields)


def chain(id_: str = "bikes", industry: str = "vehicles", **fields: object) -> Chain:
    return Chain.model_validate(_named(id_) | {"industry": industry, "evidence": STATED} | fields)


def region(id_: str = "district", sort: str = "district", **fields: object) -> Region:
    """A region; whatever is no district lies in `district` unless told otherwise."""
    parent = None if sort in ("district", "neighbour") else "district"
    fields = {"sort": sort, "parent": parent} | fields
    return Region.model_validate({"id": id_, "name": id_, "evidence": STATED} | fields)


def segment(id_: str, *, traded: bool = False, **fields: object) -> Segment:
    """A product of the reference layer; `traded` ones are bought on the open market."""
    judgement = Traded(reason="大宗商品") if traded else None
    fields = {"sort": "product", "traded": judgement, "evidence": REFERENCE} | fields
    return Segment.model_validate(_named(id_) | fields)


def kind(segment: str, parent: str, **fields: object) -> KindOf:
    ends = {"id": f"kind_of.{segment}", "segment": segment, "parent": parent}
    return KindOf.model_validate(ends | {"evidence": REFERENCE} | fields)


def membership(
    chain: str, segment: str, stage: str = "upstream", group: str | None = None, **fields: object
) -> Membership:
    ends = {"id": f"membership.{chain}.{segment}", "chain": chain, "segment": segment}
    fields = {"stage": stage, "group": group, "evidence": REFERENCE} | fields
    return Membership.model_validate(ends | fields)


def group(
    consumer: str,
    *members: str,
    input: str = "material",  # noqa: A002 - the word of the record
    essential: bool = True,
    exact: tuple[str, ...] = (),
) -> InputGroup:
    """Inputs of `consumer`, one of which will do; of members in `exact` no kind will do."""
    return InputGroup.model_validate(
        {
            "id": f"input.{consumer}.{input}.{members[0]}",
            "consumer": consumer,
            "input": input,
            "essential": essential,
            "members": tuple(Member(segment=each, exact=each in exact) for each in members),
            "evidence": REFERENCE,
        }
    )


def by_product(source: str, target: str, **fields: object) -> ByProduct:
    ends = {"id": f"by_product.{source}.{target}", "source": source, "target": target}
    return ByProduct.model_validate(ends | {"evidence": REFERENCE} | fields)


def enterprise(
    id_: str, status: str = "operating", region: str | None = None, **fields: object
) -> Enterprise:
    fields = {"status": status, "region": region, "evidence": STATED} | fields
    return Enterprise.model_validate({"id": id_, "name": id_} | fields)


def role(chain: str, enterprise: str, role: str = "龙头", **fields: object) -> Role:
    ends = {"id": f"role.{chain}.{enterprise}", "chain": chain, "enterprise": enterprise}
    return Role.model_validate(ends | {"role": role, "evidence": STATED} | fields)


def makes(enterprise: str, segment: str, **fields: object) -> Makes:
    ends = {"id": f"makes.{enterprise}.{segment}", "enterprise": enterprise, "segment": segment}
    return Makes.model_validate(ends | {"evidence": STATED} | fields)


def maker(
    id_: str, *segments: str, status: str = "operating", region: str | None = None
) -> tuple[Enterprise | Makes, ...]:
    """An enterprise and what it makes; `*maker("acme", "frame")` spreads them."""
    return (enterprise(id_, status, region), *(makes(id_, each) for each in segments))


def delivery(source: str, target: str, segment: str, **fields: object) -> Delivery:
    ends = {"source": source, "target": target, "segment": segment}
    id_ = f"delivery.{source}.{target}.{segment}"
    return Delivery.model_validate({"id": id_, **ends, "evidence": REPORTED} | fields)


def register(id_: str, coverage: str = "all_industrial", **fields: object) -> Register:
    """A register of the district, as of the beginning of 2026."""
    told = {"id": f"register.{id_}", "name": id_, "as_of": "2026-01-01", "coverage": coverage}
    return Register.model_validate({**told, "region": "district", "evidence": REPORTED} | fields)


def listed(register: str, name: str, *industry: str, **fields: object) -> ListedFirm:
    """A row of a register, with the codes of its industry."""
    told = {
        "id": f"listed_firm.{register}.{name}",
        "listed_in": f"register.{register}",
        "name": name,
    }
    return ListedFirm.model_validate({**told, "industry": industry, "evidence": REPORTED} | fields)


def review(name: str, digest: str = "0", **fields: object) -> Review:
    told = {"id": f"review.{name}", "name": name, "digest": digest}
    return Review.model_validate({**told, "evidence": REPORTED} | fields)


def mention(
    chain: str, segment: str, name: str | None = None, intent: str | None = None, **fields: object
) -> Mention:
    ends = {"id": f"mention.{chain}.{segment}", "chain": chain, "segment": segment}
    fields = {"name": name, "intent": intent, "evidence": STATED} | fields
    return Mention.model_validate(ends | fields)


def claim(segment: str, status: str, region: str = "district", **fields: object) -> Claim:
    ends = {"id": f"claim.{region}.{segment}.{status}", "segment": segment, "region": region}
    return Claim.model_validate(ends | {"status": status, "evidence": STATED} | fields)


def firm_words(enterprise: str, text: str = "生产车架", **fields: object) -> FirmWords:
    """What a firm says in one list, in one cell."""
    line = {"row": 2, "kind": "activity", "column": "主要业务活动", "text": text}
    given = {"id": f"firm_words.{enterprise}.list", "enterprise": enterprise, "firm": enterprise}
    return FirmWords.model_validate(given | {"lines": (line,), "evidence": REPORTED} | fields)


def decision(
    enterprise: str, segment: str, verdict: str = "refuse", **fields: object
) -> ProposalDecision:
    ends = {"id": f"decision.{enterprise}.{segment}", "enterprise": enterprise, "segment": segment}
    said = {"column": "主要业务活动", "phrase": "生产车架", "word": "车架", "verb": "makes"}
    known = {"firm": enterprise, "strength": "strong", "understood_by": "name"}
    rested = {"verdict": verdict, "rested_on": ("0123456789ab",), "evidence": REPORTED}
    return ProposalDecision.model_validate(ends | said | known | rested | fields)


def unlisted(segment: str, region: str = "district") -> Unlisted:
    """What a complete register shows not to be here."""
    note = "四经普，覆盖全部工业法人"
    evidence = (Evidence(basis="reported", table="四经普", note=note, as_of="2026-01-01"),)
    return Unlisted(segment=segment, region=region, evidence=evidence)


def gap(id_: str, kind: str = "missing", *, segment: str | None = None, **fields: object) -> Gap:
    """A gap on `segment`; or say `enterprise_type` or `capability` instead."""
    fields = {"kind": kind, "segment": segment, "region": "district", "evidence": STATED} | fields
    return Gap.model_validate({"id": id_, "name": id_} | fields)


def judgement(gap: str, verdict: str | None = "confirm", **fields: object) -> Judgement:
    reason = None if verdict is None else "实地走访"
    fields = {"verdict": verdict, "reason": reason, "evidence": REPORTED} | fields
    return Judgement.model_validate({"id": f"judgement.{gap}", "gap": gap} | fields)


def lead(gap: str, number: int = 2, **fields: object) -> Lead:
    fields = {"owner": "招商局", "since": "2026-11-01", "evidence": REPORTED} | fields
    return Lead.model_validate({"id": f"lead.{gap}.{number}", "gap": gap} | fields)


def platform(id_: str, **fields: object) -> Platform:
    return Platform.model_validate({"id": id_, "name": id_, "evidence": STATED} | fields)


def project(id_: str, state: str = "planned", **fields: object) -> Project:
    fields = {"state": state, "evidence": STATED} | fields
    return Project.model_validate({"id": id_, "name": id_} | fields)


def indicator(
    id_: str, value: float | None = 1.0, subject: str = "district", **fields: object
) -> Indicator:
    """A figure about a region, of 2025, actual; say `subject_type` for another subject."""
    about = {"subject_type": "region", "subject": subject, "actual_or_target": "actual"}
    number = {"value": value, "printed": str(value), "unit": "亿元", "year": 2025}
    fields = about | number | {"evidence": STATED} | fields
    return Indicator.model_validate({"id": id_, "name": id_} | fields)


def synergy(id_: str, source: str, target: str, **fields: object) -> Synergy:
    fields = {"source": source, "target": target, "evidence": STATED} | fields
    return Synergy.model_validate({"id": id_, "name": id_} | fields)


def direction(region: str, slug: str, *chains: str, sort: str = "develops") -> RegionDirection:
    """What a neighbouring `region` wants to develop, covering our `chains`."""
    ends = {"id": f"direction.{region}.{slug}", "region": region, "chains": chains}
    return RegionDirection.model_validate(ends | {"name": slug, "sort": sort, "evidence": STATED})


def process(id_: str, *industries: str, **fields: object) -> Process:
    fields = {"industries": industries, "evidence": STATED} | fields
    return Process.model_validate({"id": id_, "name": id_} | fields)


def dataset(id_: str = "demo", *, edition: str = "2026", **fields: object) -> Dataset:
    label = Edition(label=edition, date="2026-01-01")
    names = {"id": id_, "title": id_, "title_en": id_, "region": "district"}
    return Dataset.model_validate(names | {"edition": label} | fields)


def seed(*records: AnyRecord, dataset: Dataset | None = None) -> Seed:
    """A seed of exactly these records; what rests on the reference goes to that layer."""
    below = [each for each in records if _rests_on_reference(each)]
    above = [each for each in records if not _rests_on_reference(each)]
    return Seed(dataset or _DEMO, _ordered(below), _ordered(above))


def facts(*records: AnyRecord, dataset: Dataset | None = None) -> Facts:
    """Version 1 of these records, with a region `district` unless there is one."""
    district = () if any(each.type == "region" for each in records) else (region(),)
    return facts_from(dataset or _DEMO, 1, (*district, *records))


def _named(id_: str) -> dict[str, object]:
    return {"id": id_, "name": id_, "name_en": id_}


def _rests_on_reference(record: AnyRecord) -> bool:
    if isinstance(record, Source):
        return True
    return not isinstance(record, Document) and record.evidence[0].basis == "reference"


def _ordered(records: list[AnyRecord]) -> tuple[AnyRecord, ...]:
    return tuple(sorted(records, key=lambda each: (each.type, each.id)))


_DEMO = dataset()
