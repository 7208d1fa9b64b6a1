"""What every store promises of ids that were merged, and of facts that are denied."""

from graph.model import AnyRecord, Evidence
from graph.store import GraphStore
from tests.stores.examples import BIKES, ids
from tests.support import (
    REPORTED,
    claim,
    enterprise,
    gap,
    group,
    judgement,
    lead,
    makes,
    mention,
    project,
    seed,
    segment,
)

OLD = tuple(each for each in BIKES if each.id not in {"frame", "makes.acme.frame"})


def merged(store: GraphStore, *reported: AnyRecord) -> None:
    """Report on `tube` and `beta`, which a load then merges into `frame` and `acme`."""
    store.load(seed(*BIKES, segment("tube"), enterprise("beta")))
    store.report("demo", reported, by="王工", note="报")
    firm = enterprise("acme", was=("beta",))
    others = (each for each in OLD if (each.type, each.id) != ("enterprise", "acme"))
    store.load(seed(*others, segment("frame", was=("tube",)), firm))


class MergedContract:
    def test_what_names_a_merged_id_names_the_other_and_goes_by_it(self, store: GraphStore) -> None:
        merged(store, makes("beta", "tube"), claim("tube", "present"), mention("bikes", "tube"))

        facts = store.read("demo")
        assert facts.makes["makes.acme.frame"] == makes("acme", "frame")
        assert facts.claims["claim.district.frame.present"] == claim("frame", "present")
        assert facts.mentions["mention.bikes.frame"] == mention("bikes", "frame")
        assert "makes.beta.tube" not in facts.makes
        assert store.orphans("demo") == ()

    def test_lists_of_names_are_followed_too(self, store: GraphStore) -> None:
        lists = project("hall", segments=("bike", "tube"), enterprise="beta")
        merged(store, lists, group("bike", "tube"), gap("g", capability="检测", related=("tube",)))

        facts = store.read("demo")
        assert facts.projects["hall"].segments == ("bike", "frame")
        assert facts.projects["hall"].enterprise == "acme"
        assert facts.input_groups["input.bike.material.frame"] == group("bike", "frame")
        assert facts.gaps["g"].related == ("frame",)
        assert store.orphans("demo") == ()

    def test_a_judgement_of_a_derived_gap_goes_with_its_segment(self, store: GraphStore) -> None:
        merged(store, judgement("derived.district.tube"))

        assert list(store.read("demo").judgements) == ["judgement.derived.district.frame"]
        assert store.orphans("demo") == ()

    def test_a_lead_on_a_derived_gap_goes_with_its_segment(self, store: GraphStore) -> None:
        merged(store, lead("derived.district.tube"))

        (found,) = store.read("demo").leads.values()
        assert (found.id, found.gap) == ("lead.derived.district.tube.2", "derived.district.frame")
        assert store.orphans("demo") == ()

    def test_a_reported_record_that_was_merged_itself_covers_the_other(
        self, store: GraphStore
    ) -> None:
        merged(store, enterprise("beta", status="suspended", name="贝塔"))

        facts = store.read("demo")
        assert facts.enterprises["acme"].status == "suspended"
        assert "beta" not in facts.enterprises
        assert facts.covered["enterprise", "acme"] == enterprise("acme", was=("beta",))

    def test_merging_again_leads_to_the_last(self, store: GraphStore) -> None:
        store.load(seed(*BIKES, segment("pipe")))
        store.report("demo", [claim("pipe", "present")], by="王工", note="报")
        store.load(seed(*OLD, segment("tube", was=("pipe",)), segment("frame", was=("tube",))))

        assert "claim.district.frame.present" in store.read("demo").claims

    def test_the_reported_layer_keeps_what_was_written(self, store: GraphStore) -> None:
        merged(store, makes("beta", "tube"))

        assert ids(store.reported("demo")) == ["makes.beta.tube"]
        assert store.withdraw("demo", [("makes", "makes.beta.tube")], by="王", note="").removed == 1
        assert "makes.acme.frame" not in store.read("demo").makes

    def test_old_versions_read_as_they_were(self, store: GraphStore) -> None:
        merged(store, makes("beta", "tube"))

        assert "makes.beta.tube" in store.read("demo", 2).makes


class DenialContract:
    def test_a_denied_fact_is_none_and_is_kept_beside(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))
        denial = makes("acme", "frame", denied="已停产", evidence=REPORTED)
        store.report("demo", [denial], by="王工", note="已停产")

        facts = store.read("demo")
        assert "makes.acme.frame" not in facts.makes
        assert facts.denied == {("makes", "makes.acme.frame"): denial}
        assert facts.covered == {("makes", "makes.acme.frame"): makes("acme", "frame")}
        assert denial not in tuple(facts.records())

    def test_a_denial_outlives_a_load_and_ends_when_withdrawn(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))
        store.report("demo", [makes("acme", "frame", denied="误报")], by="王工", note="误报")
        store.load(seed(*BIKES, segment("bell")))
        assert "makes.acme.frame" not in store.read("demo").makes

        store.withdraw("demo", [("makes", "makes.acme.frame")], by="王工", note="核实无误")

        facts = store.read("demo")
        assert facts.makes["makes.acme.frame"] == makes("acme", "frame")
        assert (facts.denied, facts.covered) == ({}, {})

    def test_a_denied_fact_gives_no_name(self, store: GraphStore) -> None:
        store.load(seed(*BIKES, gap("g", capability="检测", name="检测能力")))
        store.report("demo", [gap("g", capability="检测", denied="已有")], by="王", note="已有")
        store.report("demo", [mention("bikes", "frame", "管架", denied="误")], by="王", note="误")

        assert store.search("demo", "检测") == ()
        assert store.search("demo", "管架") == ()

    def test_a_corrected_record_keeps_the_seeds_beside_it(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))
        known = Evidence(basis="reported", by="王工", note="停产公告")
        corrected = enterprise("acme", status="suspended", evidence=(known,))
        store.report("demo", [corrected], by="王工", note="停产公告")

        facts = store.read("demo")
        assert facts.enterprises["acme"] == corrected
        assert facts.covered == {("enterprise", "acme"): enterprise("acme")}
