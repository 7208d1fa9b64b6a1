"""Synergies counted once more from the raw YAML files, and three cases read by hand.

The definitions, as this test restates them. A chain makes what stands midstream or downstream in
it and takes what stands upstream or supporting in it. An in-house stage is neither.

- supply A → B: a pair of what A makes and B does not, and what of B, but not of A, has it among
  its inputs; inputs of a more general segment count for its kinds unless an own group replaces
  them (names one of the members, or a kind of one). Takers of one kind in B are one.
- shared inputs: what both chains take.
- shared makers: who has a role in both chains, or makes something of them.
- stated: ties the plan names, whichever of the two it starts from.

Known are the supplies of what is not traded, if giver or taker is here, and the shared inputs
that are not traded nor used as energy or service alone, if here or taken in both by what is here;
what is here is taken from the situation, which has tests of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
import yaml

import seeds
from graph import answers
from graph.answers.chains import gap_chains
from graph.answers.shapes import SynergyBody, SynergyCell, SynergySupply
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
        self.captive = {id_ for id_, s in segments.items() if s.get("captive")}
        self.traded = {id_ for id_, s in segments.items() if s.get("traded")}
        self.parent = {id_: self._parent(s) for id_, s in segments.items() if "kind_of" in s}
        self.own = {id_: self._groups(s) for id_, s in segments.items()}
        self.sorts = [pair for s in segments.values() for pair in self._sorts(s)]
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

    def _sorts(self, found: dict[str, object]) -> Iterator[tuple[set[str], str]]:
        listed: list[dict[str, str]] = list(found.get("inputs", []))  # type: ignore[call-overload]
        for group, members in zip(listed, self._groups(found), strict=True):
            yield members, group.get("input", "material")

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

    def supply(self, giver: str, taker: str) -> dict[tuple[str, str], set[str]]:
        """Source and most general target of each tie, with all that takes it by that tie."""
        gives, takes = self.stage[giver], self.stage[taker]
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        pairs = {
            (source, target)
            for target in takes.keys() - gives.keys()
            for source in {m for group in self.inputs(target) for m in group} & gives.keys()
            if gives[source] in MAKES and takes.get(source) not in MAKES
            if source not in self.captive
        }
        for source, target in pairs:
            above = [g for g in self.general(target) if (source, g) in pairs]
            found[source, above[-1] if above else target].add(target)
        return found

    def known_supply(self, giver: str, taker: str) -> set[tuple[str, str]]:
        return {
            pair
            for pair, takers in self.supply(giver, taker).items()
            if not self.bought(pair[0])
            if pair[0] in here() or any(self.works(each) for each in takers)
        }

    def shared_inputs(self, a: str, b: str) -> set[str]:
        def taken(chain: str) -> set[str]:
            return {s for s, stage in self.stage[chain].items() if stage not in MAKES}

        return (taken(a) & taken(b)) - self.captive

    def known_inputs(self, a: str, b: str) -> set[str]:
        def needed(segment: str, chain: str) -> bool:
            return any(
                self.works(taker)
                for taker in self.stage[chain]
                if any(segment in group for group in self.inputs(taker))
            )

        return {
            each
            for each in self.shared_inputs(a, b)
            if not self.bought(each) and not self.utility(each)
            if each in here() or (needed(each, a) and needed(each, b))
        }

    def bought(self, segment: str) -> bool:
        return any(each == segment or segment in self.general(each) for each in self.traded)

    @cache  # noqa: B019 - one object for all tests
    def works(self, segment: str) -> bool:
        if segment not in self.captive:
            return segment in themselves()
        return any(
            self.works(taker)
            for taker in self.own
            if any(segment in group for group in self.inputs(taker))
        )

    def utility(self, segment: str) -> bool:
        uses = {sort for members, sort in self.sorts if segment in members}
        return bool(uses) and uses <= {"energy", "service"}


@cache
def here() -> set[str]:
    """What is known to be available, be it by a kind of it."""
    world = shipped("hechuan").frame(Terms()).situation.certain
    return {
        s for s, mark in zip(shipped("hechuan").network.ids, world.available, strict=True) if mark
    }


@cache
def themselves() -> set[str]:
    """What is known to be available by a fact on itself."""
    world = shipped("hechuan").frame(Terms()).situation.certain
    return {s for s, mark in zip(shipped("hechuan").network.ids, world.itself, strict=True) if mark}


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
    firms = files.firms[a] & files.firms[b]
    return {
        "stated": sum({source, target} == {a, b} for source, target in files.stated),
        "gives": len(files.known_supply(a, b)),
        "takes": len(files.known_supply(b, a)),
        "shared_inputs": len(files.known_inputs(a, b)),
        "supply of both": len(files.supply(a, b)) + len(files.supply(b, a)),
        "shared_inputs of both": len(files.shared_inputs(a, b)),
        "shared_makers of both": len(firms),
    }


def found_in(cell: SynergyCell | None, first: str) -> dict[str, int]:
    if cell is None:
        return dict.fromkeys(counted("vehicle", "moulds"), 0)
    gives, takes = (cell.gives, cell.takes) if cell.a == first else (cell.takes, cell.gives)
    return {
        "stated": cell.stated,
        "gives": gives,
        "takes": takes,
        "shared_inputs": cell.shared_inputs,
        "supply of both": cell.supply + cell.possible.supply,
        "shared_inputs of both": cell.shared_inputs + cell.possible.shared_inputs,
        "shared_makers of both": cell.shared_makers + cell.possible.shared_makers,
    }


@pytest.mark.parametrize("a", chains())
def test_every_cell_counts_what_the_files_say(a: str) -> None:
    for b in chains():
        if b != a:
            assert found_in(cells().get(frozenset((a, b))), a) == counted(a, b), (a, b)


def test_the_files_have_ties_of_every_sort() -> None:
    pairs = [counted(a, b) for a, b in combinations(chains(), 2)]

    assert all(sum(pair[sort] > 0 for pair in pairs) >= 5 for sort in pairs[0])


def test_cells_stand_by_their_counts() -> None:
    listed = answers.synergies(shipped("hechuan"), Terms()).cells
    counts = [(c.stated, c.shared_gaps, c.shared_makers, c.supply, c.shared_inputs) for c in listed]

    assert counts == sorted(counts, reverse=True)


def pair(a: str, b: str) -> SynergyBody:
    return answers.synergy(shipped("hechuan"), a, b, Terms(), "zh")


def ends(supplies: Iterable[SynergySupply]) -> set[tuple[str, str]]:
    return {(supply.source.id, supply.target.id) for supply in supplies}


def test_the_lists_name_the_pairs_that_the_files_give() -> None:
    body = pair("aluminium", "vehicle")

    assert ends(body.supplies) == raw().known_supply("aluminium", "vehicle")
    assert ends(body.supplied_by) == raw().known_supply("vehicle", "aluminium")
    assert (
        ends((*body.supplies, *body.possible.supplies))
        == raw().supply("aluminium", "vehicle").keys()
    )


def test_kinds_of_a_target_stand_with_it_and_are_no_tie_of_their_own() -> None:
    """Every car has seats; sedans and SUVs inherit the input of 汽车整车."""
    (seats,) = (s for s in pair("vehicle", "auto_parts").supplied_by if s.source.id == "car_seat")

    assert seats.target.id == "vehicle"
    assert {each.id for each in seats.also} == raw().supply("auto_parts", "vehicle")[
        "car_seat", "vehicle"
    ] - {"vehicle"}
    assert len(seats.also) > 5


def test_steel_and_testing_tie_no_two_chains_for_certain() -> None:
    """Anyone buys steel plate; testing is a service that every chain takes."""
    body = pair("vehicle", "motorcycle")

    known = {tie.ref.id for tie in body.shared_inputs}
    possible = {tie.ref.id for tie in body.possible.shared_inputs}
    assert {"steel_sheet", "testing_cert"} <= possible
    assert known.isdisjoint(possible)


def test_shared_gaps_are_on_segments_and_not_merely_on_record() -> None:
    rows = shipped("hechuan").gap_rows(Terms())
    gaps = {
        tie.ref.id
        for a, b in combinations(chains(), 2)
        if frozenset((a, b)) in cells()
        for ties in (pair(a, b).shared_gaps, pair(a, b).possible.shared_gaps)
        for tie in ties
    }

    assert gaps
    assert all(rows[gap].segment is not None for gap in gaps)
    assert all(rows[gap].standing != "noted" for gap in gaps)


def test_what_the_plan_states_has_its_direction() -> None:
    there = {(t.source.id, t.target.id) for t in pair("vehicle", "moulds").stated}
    back = {(t.source.id, t.target.id) for t in pair("moulds", "vehicle").stated}

    assert there == back == {ends for ends in raw().stated if set(ends) == {"vehicle", "moulds"}}


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
    """Asphalt mixture takes it in the one chain, precast components in the other."""
    gap = "derived.hechuan.crushed_stone"
    blocked = answers.gap(shipped("hechuan"), gap, Terms(), "zh").blocks

    assert {"asphalt_mixture", "precast_component"} <= {each.id for each in blocked}
    assert "asphalt_mixture" in raw().stage["cement"]
    assert "precast_component" in raw().stage["prefab"]
    assert gap in {tie.ref.id for tie in pair("cement", "prefab").shared_gaps}


def test_optical_lenses_serve_medical_devices_and_no_terminals() -> None:
    """Endoscopes are sought; of headsets, which take them too, the plan only speaks."""
    gap = "derived.hechuan.optical_lens"
    blocked = answers.gap(shipped("hechuan"), gap, Terms(), "zh").blocks

    assert "endoscope_system" in {each.id for each in blocked}
    assert "vr_ar" not in {each.id for each in blocked}
    assert "vr_ar" in raw().stage["hardware"]
    assert "endoscope_system" in raw().stage["medical_devices"]
    body = pair("hardware", "medical_devices")
    assert gap not in {tie.ref.id for tie in body.shared_gaps}


def test_an_industry_has_the_ties_of_its_chains_and_those_within_it_are_none() -> None:
    body = answers.synergies(shipped("hechuan"), Terms(), level="industry")
    industries = {str(c["id"]): str(c["industry"]) for _, c in entries("chains")}
    cell = next(each for each in body.cells if {each.a, each.b} == {"automotive", "new_materials"})
    ours = [c for c, i in industries.items() if i == "automotive"]
    theirs = [c for c, i in industries.items() if i == "new_materials"]

    assert cell.stated == sum(
        (s in ours and t in theirs) or (s in theirs and t in ours) for s, t in raw().stated
    )
    assert cell.shared_makers + cell.possible.shared_makers == len(
        set().union(*(raw().firms[c] for c in ours))
        & set().union(*(raw().firms[c] for c in theirs))
    )
