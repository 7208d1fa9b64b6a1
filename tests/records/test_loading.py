"""What a dataset folder becomes: records with ids, defaults and proofs."""

from pathlib import Path

import pytest

from graph.errors import InvalidDataError
from graph.load import load_dataset
from graph.model import (
    FIELD_OF_TYPE,
    AnyRecord,
    Chain,
    Claim,
    Document,
    Enterprise,
    Evidence,
    Fact,
    Gap,
    Indicator,
    InputGroup,
    KindOf,
    Member,
    Membership,
    Mention,
    Platform,
    Project,
    Region,
    RegionDirection,
    Role,
    Segment,
)
from graph.model.district import Period
from tests import support
from tests.records.folders import PLAN, dataset

TYRE = "  - {id: tyre, name: 轮胎, name_en: Tyre, sort: component"


def local(parent: Path, text: str) -> dict[str, AnyRecord]:
    seed = load_dataset(dataset(parent, {"facts.yaml": text}))
    return {record.id: record for record in seed.local}


def evidence_of(record: AnyRecord) -> tuple[Evidence, ...]:
    assert isinstance(record, Fact)
    return record.evidence


def test_a_quote_becomes_a_span_of_its_document(tmp_path: Path) -> None:
    records = local(
        tmp_path, "claims:\n  - {segment: steel_tube, status: absent, evidence: [乏钢管]}\n"
    )

    (proof,) = evidence_of(records["claim.qingxi.steel_tube.absent"])

    assert proof == Evidence(
        basis="stated", document="plan", quote="乏钢管", line=3, start=1, end=4
    )
    assert PLAN.split("\n")[2][1:4] == "乏钢管"


def test_line_and_nth_choose_one_of_several_places(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "enterprises:\n  - {id: motor, name: 电机, evidence: [{quote: 电机, line: 5, nth: 2}]}\n",
    )

    (proof,) = evidence_of(records["motor"])

    assert (proof.line, proof.start, proof.end) == (5, 7, 9)


def test_the_default_chain_of_a_file_reaches_mentions_roles_and_gaps(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "chain: bikes\n"
        "mentions:\n  - {segment: steel_tube, evidence: [缺乏钢管]}\n"
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
        "roles:\n  - {enterprise: flywheel, role: 龙头, evidence: [飞轮车业]}\n"
        "gaps:\n"
        "  - {id: tubes, name: 缺, kind: missing, segment: steel_tube, urgency: 0,\n"
        "     evidence: [缺乏钢管]}\n"
        "  - {id: far, name: 远, kind: risk, segment: steel_tube, chains: [],\n"
        "     evidence: [引进钢管]}\n",
    )
    tubes, far = records["tubes"], records["far"]

    assert {"mention.bikes.steel_tube", "role.bikes.flywheel"} <= set(records)
    assert isinstance(tubes, Gap)
    assert isinstance(far, Gap)
    assert (tubes.chains, far.chains) == (("bikes",), ())


def test_what_says_no_region_is_about_the_district(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "claims:\n  - {segment: steel_tube, status: absent, evidence: [缺乏钢管]}\n"
        "gaps:\n"
        "  - {id: tubes, name: 缺, kind: missing, segment: steel_tube, urgency: 0,\n"
        "     evidence: [缺乏钢管]}\n",
    )
    claim, gap = records["claim.qingxi.steel_tube.absent"], records["tubes"]

    assert isinstance(claim, Claim)
    assert isinstance(gap, Gap)
    assert (claim.region, gap.region) == ("qingxi", "qingxi")


def test_an_enterprise_operates_unless_told_and_lies_nowhere_unless_told(tmp_path: Path) -> None:
    records = local(
        tmp_path, "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
    )
    enterprise = records["flywheel"]

    assert isinstance(enterprise, Enterprise)
    assert (enterprise.status, enterprise.region) == ("operating", None)


def test_the_word_of_a_mention_proves_other_facts_on_its_segment(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "mentions:\n"
        "  - {segment: steel_tube, chain: bikes, name: 控制器, intent: develop,\n"
        "     evidence: [控制器]}\n"
        "claims:\n  - {segment: steel_tube, status: sought, evidence: [培育电机、电机和控制器]}\n",
    )
    mention = records["mention.bikes.steel_tube"]

    assert isinstance(mention, Mention)
    assert (mention.name, mention.intent) == ("控制器", "develop")
    assert "claim.qingxi.steel_tube.sought" in records


def test_a_stated_why_stands_in_for_the_name(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "claims:\n  - segment: steel_tube\n    status: absent\n"
        "    evidence: [{quote: 引进, why: 所引进者即钢管}]\n",
    )

    assert evidence_of(records["claim.qingxi.steel_tube.absent"])[0].why == "所引进者即钢管"


def test_a_recipe_becomes_a_segment_and_what_hangs_on_it(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "segments:\n"
        f"{TYRE},\n"
        "     kind_of: bike_frame, chains: {bikes: {stage: upstream, group: 轮}},\n"
        "     inputs: [{members: [steel_tube, {segment: rubber, exact: true}], input: energy,\n"
        "               essential: false, source: [handbook, domain], note: 须耐磨}],\n"
        "     by_products: [{target: rubber, source: [handbook]}]}\n"
        "  - {id: rubber, name: 橡胶, name_en: Rubber, sort: material}\n",
    )

    assert {"tyre", "kind_of.tyre", "membership.bikes.tyre"} <= set(records)
    assert "by_product.tyre.rubber" in records
    group = records["input.tyre.energy.steel_tube"]
    assert isinstance(group, InputGroup)
    assert group.members == (Member(segment="steel_tube"), Member(segment="rubber", exact=True))
    assert not group.essential
    assert group.evidence == (
        Evidence(basis="reference", source="handbook", note="须耐磨"),
        Evidence(basis="reference", source="domain", note="须耐磨"),
    )


def test_a_group_is_essential_material_unless_told(tmp_path: Path) -> None:
    records = local(
        tmp_path, f"segments:\n{TYRE}, inputs: [{{members: [steel_tube], source: [handbook]}}]}}\n"
    )
    group = records["input.tyre.material.steel_tube"]

    assert isinstance(group, InputGroup)
    assert (group.input, group.essential) == ("material", True)
    assert group.evidence == (Evidence(basis="reference", source="handbook"),)


def test_editors_own_judgements_say_so_in_their_evidence(tmp_path: Path) -> None:
    records = local(
        tmp_path, f"segments:\n{TYRE}, kind_of: bike_frame, chains: {{bikes: upstream}}}}\n"
    )

    notes = {id_: evidence_of(record)[0].note for id_, record in records.items() if "tyre" in id_}

    assert notes == {
        "tyre": "独立成类的环节，工程常识",
        "kind_of.tyre": "属于关系为编者归类",
        "membership.bikes.tyre": "所处阶段与分组为编者归类",
    }
    membership, kind = records["membership.bikes.tyre"], records["kind_of.tyre"]
    assert isinstance(membership, Membership)
    assert isinstance(kind, KindOf)
    assert (membership.stage, membership.group) == ("upstream", None)
    assert kind.parent == "bike_frame"


def test_the_reference_serves_only_chains_that_the_district_has(tmp_path: Path) -> None:
    seed = load_dataset(dataset(tmp_path))

    memberships = [record.id for record in seed.reference if record.type == "membership"]

    assert memberships == ["membership.bikes.bicycle", "membership.bikes.bike_frame"]


def test_a_dataset_without_a_reference_layer_brings_its_own_segments(tmp_path: Path) -> None:
    folder = dataset(tmp_path, {"facts.yaml": f"segments:\n{TYRE}}}\n"})
    head = folder / "dataset.yaml"
    head.write_text(head.read_text().replace("reference: layer", "reference: null"))

    seed = load_dataset(folder)

    assert seed.reference == ()
    assert [record.id for record in seed.local if isinstance(record, Segment)] == ["tyre"]


def test_records_come_sorted_by_type_and_id(tmp_path: Path) -> None:
    text = (
        "enterprises:\n  - {id: motor, name: 电机, evidence: [{quote: 重点培育电机}]}\n"
        "  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
    )
    seed = load_dataset(dataset(tmp_path, {"a/deep/facts.yaml": text}))
    order = list(FIELD_OF_TYPE)

    for layer in (seed.local, seed.reference):
        keys = [(order.index(record.type), record.id) for record in layer]
        assert keys == sorted(keys)
    assert [r.id for r in seed.local if r.type == "enterprise"] == ["flywheel", "motor"]


def test_chains_keep_the_order_in_which_they_are_written(tmp_path: Path) -> None:
    text = (
        "chains:\n"
        "  - {id: zinc, name: 铝业, name_en: Al, industry: vehicles, evidence: [铝业]}\n"
        "  - {id: alpha, name: 控制器, name_en: Ctl, industry: vehicles, evidence: [控制器]}\n"
    )
    seed = load_dataset(dataset(tmp_path, {"more.yaml": text}))
    chains = [record for record in seed.local if isinstance(record, Chain)]

    assert [each.id for each in sorted(chains, key=lambda c: c.order)] == ["bikes", "zinc", "alpha"]


def test_the_document_is_kept_verbatim(tmp_path: Path) -> None:
    seed = load_dataset(dataset(tmp_path))

    (document,) = [record for record in seed.local if record.type == "document"]

    assert document.text == PLAN


def test_the_head_becomes_the_dataset(tmp_path: Path) -> None:
    head = load_dataset(dataset(tmp_path)).dataset

    assert (head.id, head.region, head.made_up) == ("town", "qingxi", False)
    assert (head.edition.label, head.edition.date) == ("青府发1号", "2026-01-31")
    assert head.edition.period is None


def test_a_plan_may_say_its_years_in_their_order(tmp_path: Path) -> None:
    folder = dataset(tmp_path)
    file = folder / "dataset.yaml"
    before = file.read_text("utf-8")
    dated = 'date: "2026-01-31", period: {start: %d, end: %d}'
    file.write_text(before.replace('date: "2026-01-31"', dated % (2021, 2025)), "utf-8")

    assert load_dataset(folder).dataset.edition.period == Period(start=2021, end=2025)

    file.write_text(before.replace('date: "2026-01-31"', dated % (2025, 2021)), "utf-8")
    with pytest.raises(InvalidDataError, match="period 的 start 不能晚于 end"):
        load_dataset(folder)


def test_facts_around_the_chains_are_read(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "chain: bikes\n"
        "regions:\n  - {id: north, name: 邻县, sort: neighbour, evidence: [邻县]}\n"
        "projects:\n  - {id: works, name: 飞轮车业, state: building, segments: [bike_frame],\n"
        "     evidence: [飞轮车业生产车架]}\n"
        "indicators:\n  - {id: motors_2025, name: 电机, value: null, printed: '控制器', unit: 台,\n"
        "     year: 2025, actual_or_target: target,\n"
        "     evidence: [控制器, {quote: 电机, line: 5, nth: 1}]}\n"
        "directions:\n  - {id: aluminium, region: north, name: 铝业, sort: develops,\n"
        "     chains: [bikes], evidence: [邻县发展铝业]}\n",
    )
    project, indicator = records["works"], records["motors_2025"]

    assert isinstance(project, Project)
    assert (project.chains, project.segments) == (("bikes",), ("bike_frame",))
    assert isinstance(indicator, Indicator)
    assert (indicator.subject_type, indicator.subject) == ("region", "qingxi")
    assert isinstance(records["direction.north.aluminium"], RegionDirection)


def test_a_sentence_left_uncited_keeps_its_reason_and_place(tmp_path: Path) -> None:
    text = (
        "uncited:\n  - {quote: 邻县发展铝业, reason: 背景}\n  - {quote: 青溪县发展, reason: 总述}\n"
    )

    seed = load_dataset(dataset(tmp_path, {"uncited.yaml": text}))
    (document,) = [each for each in seed.local if isinstance(each, Document)]
    first, second = document.uncited

    assert (first.line, first.quote, first.note) == (1, "青溪县发展", "总述")
    assert (second.line, second.quote, second.note) == (4, "邻县发展铝业", "背景")


@pytest.mark.parametrize("intended", ["present", "developing", "sought", "absent"])
def test_a_segment_may_be_made_and_called_anything(intended: str, tmp_path: Path) -> None:
    """A contradiction of the plan is for its audit to tell, not for the checker to refuse."""
    records = local(
        tmp_path,
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
        "makes:\n  - {enterprise: flywheel, segment: bike_frame, evidence: [飞轮车业生产车架]}\n"
        f"claims:\n  - {{segment: bike_frame, status: {intended},\n"
        "     evidence: [{quote: 缺乏, why: 所缺即车架}]}\n",
    )

    assert {"makes.flywheel.bike_frame", f"claim.qingxi.bike_frame.{intended}"} <= set(records)


def test_a_firm_may_have_two_roles_in_a_chain(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "chain: bikes\n"
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
        "roles:\n"
        "  - {enterprise: flywheel, role: 整车企业, evidence: [飞轮车业]}\n"
        "  - {enterprise: flywheel, role: 配套, nth: 2, evidence: [飞轮车业]}\n",
    )
    first, second = records["role.bikes.flywheel"], records["role.bikes.flywheel.2"]

    assert isinstance(first, Role)
    assert isinstance(second, Role)
    assert (first.role, second.role) == ("整车企业", "配套")


def test_a_second_role_keeps_its_number_where_its_firm_is_merged() -> None:
    second = support.role("bikes", "old", "配套", id="role.bikes.old.2", nth=2)
    heir = support.enterprise("new", was=("old",))

    merged = support.facts(heir, support.role("bikes", "old"), second)

    assert sorted(merged.roles) == ["role.bikes.new", "role.bikes.new.2"]


def test_a_park_has_its_directions_and_a_platform_its_firm(tmp_path: Path) -> None:
    records = local(
        tmp_path,
        "regions:\n  - {id: park, name: 青溪县园区, sort: park, parent: qingxi, free_land_mu: 3,\n"
        "     planned_area_mu: 20, industrial_land_mu: 10,\n"
        "     evidence: [{quote: 青溪县, why: 试}]}\n"
        "enterprises:\n  - {id: flywheel, name: 飞轮车业, evidence: [飞轮车业]}\n"
        "platforms:\n  - {id: lab, name: 车轮, enterprise: flywheel, evidence: [车架和车轮]}\n"
        "directions:\n  - {id: bikes, region: park, name: 自行车, sort: develops,\n"
        "     chains: [bikes], evidence: [{quote: 发展自行车产业, why: 试}]}\n",
    )
    park, lab = records["park"], records["lab"]

    assert isinstance(park, Region)
    assert (park.planned_area_mu, park.industrial_land_mu, park.free_land_mu) == (20, 10, 3)
    assert isinstance(lab, Platform)
    assert lab.enterprise == "flywheel"
    assert isinstance(records["direction.park.bikes"], RegionDirection)
