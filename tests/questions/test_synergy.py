"""Synergies counted once more from the raw YAML files, and three cases read by hand.

The definitions, as this test restates them. A chain makes what stands midstream or downstream in
it and takes what stands upstream or supporting in it.

- supply A → B: a pair of what A makes and B does not, and what of B, but not of A, has it among
  its inputs; inputs of a more general segment count for its kinds unless an own group replaces
  them (names one of the members, or a kind of one).
- shared inputs: what both chains take.
- shared makers: who has a role in both chains, or makes something of them.
- stated: ties the plan names, whichever of the two it starts from.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
import yaml

import seeds
from graph import answers
from graph.answers.chains import gap_chains
from graph.answers.shapes import SynergyBody, SynergyCell
from graph.network.terms import Terms
from tests.exchange.conftest import shipped

MAKES = {"midstream", "downstream"}
Fields = dict[str, list[dict[str, object]]]


@cache
def files() -> list[tuple[Path, Fields]]:
    folders = (seeds.FOLDER / "reference" / "segments", seeds.FOLDER / "hechuan")
    found = sorted(path for folder in folders for path in folder.rglob("*.yaml"))
    return [(path, yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)) for path in found]


def entries(name: str) -> Iterator[tuple[str | None, dict[str, object]]]:
    """Every entry of a section, with the chain that its file is about."""
    for _, fields in files():
        chain = fields.get("chain")
        for entry in fields.get(name, ()):
            yield (chain if isinstance(chain, str) else None), entry


class Raw:
    """What the files say, as sets of ids."""

    def __init__(self) -> None:
        segments = {str(s["id"]): s for _, s in entries("segments")}
        self.stage: dict[str, dict[str, str]] = defaultdict(dict)
        for id_, found in segments.items():
            for chain, place in dict(found.get("chains", {})).items():  # type: ignore[call-overload]
                self.stage[chain][id_] = place["stage"]
        self.parent = {id_: self._parent(s) for id_, s in segments.items() if "kind_of" in s}
        self.own = {id_: self._groups(s) for id_, s in segments.items()}
        self.firms = self._firms()
        self.stated = [(str(s["source"]), str(s["target"])) for _, s in entries("synergies")]

    def _parent(self, found: dict[str, object]) -> str:
        kind = found["kind_of"]
        return str(kind["segment"] if isinstance(kind, dict) else kind)

    def _groups(self, found: dict[str, object]) -> list[set[str]]:
        return [
            {m["segment"] if isinstance(m, dict) else m for m in group["members"]}
            for group in found.get("inputs", [])  # type: ignore[attr-defined]
        ]

    def _firms(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for chain, role in entries("roles"):
            found[str(role.get("chain", chain))].add(str(role["enterprise"]))
        for _, fact in entries("makes"):
            for chain, stages in self.stage.items():
                if fact["segment"] in stages:
                    found[chain].add(str(fact["enterprise"]))
        return found

    def general(self, segment: str) -> list[str]:
        above = self.parent.get(segment)
        return [] if above is None else [above, *self.general(above)]

    @cache  # noqa: B019 - one object for all tests
    def inputs(self, segment: str) -> frozenset[frozenset[str]]:
        above = self.parent.get(segment)
        inherited = self.inputs(above) if above else frozenset()
        own = self.own[segment]
        replaced = {
            group
            for group in inherited
            for mine in own
            for member in mine
            if member in group or group.intersection(self.general(member))
        }
        return (inherited - replaced) | {frozenset(group) for group in own}

    def supply(self, giver: str, taker: str) -> set[tuple[str, str]]:
        gives, takes = self.stage[giver], self.stage[taker]
        return {
            (source, target)
            for target in takes.keys() - gives.keys()
            for source in {m for group in self.inputs(target) for m in group} & gives.keys()
            if gives[source] in MAKES and takes.get(source) not in MAKES
        }

    def shared_inputs(self, a: str, b: str) -> set[str]:
        def taken(chain: str) -> set[str]:
            return {s for s, stage in self.stage[chain].items() if stage not in MAKES}

        return taken(a) & taken(b)


@cache
def raw() -> Raw:
    return Raw()


@cache
def cells() -> dict[frozenset[str], SynergyCell]:
    body = answers.synergies(shipped("hechuan"), Terms())
    return {frozenset((cell.a, cell.b)): cell for cell in body.cells}


def chains() -> list[str]:
    return sorted(str(each["id"]) for _, each in entries("chains"))


def counted(a: str, b: str) -> dict[str, int]:
    files = raw()
    return {
        "stated": sum({source, target} == {a, b} for source, target in files.stated),
        "supply": len(files.supply(a, b)) + len(files.supply(b, a)),
        "shared_inputs": len(files.shared_inputs(a, b)),
        "shared_makers": len(files.firms[a] & files.firms[b]),
    }


@pytest.mark.parametrize("a", chains())
def test_every_cell_counts_what_the_files_say(a: str) -> None:
    for b in chains():
        if b == a:
            continue
        cell = cells().get(frozenset((a, b)))
        found = dict.fromkeys(counted(a, b), 0) if cell is None else dict(cell)

        assert {key: found[key] for key in counted(a, b)} == counted(a, b), (a, b)


def test_the_files_have_ties_of_every_sort() -> None:
    pairs = [counted(a, b) for a, b in combinations(chains(), 2)]

    assert all(sum(pair[sort] > 0 for pair in pairs) >= 5 for sort in pairs[0])


def pair(a: str, b: str) -> SynergyBody:
    return answers.synergy(shipped("hechuan"), a, b, Terms(), "zh")


def test_the_lists_name_the_pairs_that_the_files_give() -> None:
    body = pair("aluminium", "vehicle")

    assert {(s.source.id, s.target.id) for s in body.supplies} == raw().supply(
        "aluminium", "vehicle"
    )
    assert {(s.source.id, s.target.id) for s in body.supplied_by} == raw().supply(
        "vehicle", "aluminium"
    )


def test_every_tie_of_a_pair_has_its_proof() -> None:
    body = pair("vehicle", "auto_aftermarket")
    lists = (body.stated, body.shared_inputs, body.shared_makers, body.shared_gaps)

    assert all(supply.evidence for supply in (*body.supplies, *body.supplied_by))
    assert all(tie.evidence for ties in lists for tie in ties)
    assert any(ties for ties in lists)


def test_ties_do_not_hang_on_who_is_named_first() -> None:
    there, back = pair("aluminium", "vehicle"), pair("vehicle", "aluminium")

    assert there.supplies == back.supplied_by
    assert there.shared_gaps == back.shared_gaps
    assert there.shared_makers == back.shared_makers


# One landing, several chains (一补多链), read in the files by hand.


def test_a_motor_controller_serves_parts_and_motorcycles() -> None:
    """The plan wants one for motorcycles (新能源摩托车: e_motorcycle takes it).

    The electric drive (e_drive), at home in the chain of parts, takes it as well.
    """
    serves = gap_chains(shipped("hechuan"), Terms())["motor_controller_introduction"]

    assert raw().stage["motorcycle"]["e_motorcycle"] in MAKES
    assert raw().stage["auto_parts"]["e_drive"] == "midstream"
    assert raw().stage["vehicle"]["e_drive"] != "midstream"
    for taker in ("e_drive", "e_motorcycle"):
        assert frozenset({"motor_controller"}) in raw().inputs(taker)
    assert set(serves) == {"auto_parts", "motorcycle"}
    for a, b in combinations(serves, 2):
        shared = {tie.ref.id for tie in pair(a, b).shared_gaps}
        assert "motor_controller_introduction" in shared


def test_crushed_stone_serves_cement_and_prefabrication() -> None:
    """Ready-mixed concrete takes it in the one chain, precast components in the other."""
    gap = "derived.hechuan.crushed_stone"
    blocked = answers.gap(shipped("hechuan"), gap, Terms(), "zh").blocks

    assert {"ready_mix_concrete", "precast_component"} <= {each.id for each in blocked}
    assert "ready_mix_concrete" in raw().stage["cement"]
    assert "precast_component" in raw().stage["prefab"]
    assert gap in {tie.ref.id for tie in pair("cement", "prefab").shared_gaps}


def test_optical_lenses_serve_terminals_and_medical_devices() -> None:
    """VR and AR headsets take them among hardware, endoscopes among medical devices."""
    gap = "derived.hechuan.optical_lens"
    blocked = answers.gap(shipped("hechuan"), gap, Terms(), "zh").blocks

    assert {"vr_ar", "endoscope_system"} <= {each.id for each in blocked}
    assert "vr_ar" in raw().stage["hardware"]
    assert "endoscope_system" in raw().stage["medical_devices"]
    assert gap in {tie.ref.id for tie in pair("hardware", "medical_devices").shared_gaps}


def test_an_industry_has_the_ties_of_its_chains_and_those_within_it_are_none() -> None:
    body = answers.synergies(shipped("hechuan"), Terms(), level="industry")
    industries = {str(c["id"]): str(c["industry"]) for _, c in entries("chains")}
    cell = next(each for each in body.cells if {each.a, each.b} == {"automotive", "new_materials"})
    ours = [c for c, i in industries.items() if i == "automotive"]
    theirs = [c for c, i in industries.items() if i == "new_materials"]

    assert cell.stated == sum(
        (s in ours and t in theirs) or (s in theirs and t in ours) for s, t in raw().stated
    )
    assert cell.shared_makers == len(
        set().union(*(raw().firms[c] for c in ours))
        & set().union(*(raw().firms[c] for c in theirs))
    )
