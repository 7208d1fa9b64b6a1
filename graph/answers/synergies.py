"""Synergies: the matrix, and what ties two chains or industries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from graph.analysis.gaps import GapRow
from graph.analysis.synergy import (
    MADE_AT,
    Apart,
    Supply,
    TieGround,
    ground,
    known_gap,
    shared,
    shared_inputs,
    supplies,
)
from graph.analysis.tallies import PartyPair, Tally, input_tally, shared_tally, supply_tally
from graph.answers.chains import chains_of, enterprises_of, gap_chains, segments_of
from graph.answers.described import described
from graph.answers.echo import echo
from graph.answers.gap_names import gap_name
from graph.answers.offered import Level
from graph.answers.shapes import Ref
from graph.answers.shapes.synergies import (
    PossibleCounts,
    PossibleTies,
    StatedTie,
    SynergiesBody,
    SynergyBody,
    SynergyCell,
    SynergySupply,
    SynergyTie,
)
from graph.answers.workspace import Workspace
from graph.errors import BadParameterError, UnknownNameError
from graph.model import Evidence, Synergy
from graph.model.vocabulary import FILLED_BY_LANDING, Lang, Stage
from graph.network.terms import Terms


@dataclass(frozen=True, slots=True)
class _Party:
    """A chain or industry with all that can tie it to another.

    Makers and gaps each with whether they are known there.
    """

    ref: Ref
    chains: frozenset[str]
    places: dict[int, Stage]
    makers: Mapping[str, bool]
    gaps: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class _Ties:
    stated: list[Synergy]
    gives: Apart[Supply]
    takes: Apart[Supply]
    inputs: Apart[int]
    makers: Apart[str]
    gaps: Apart[str]


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many ties of each kind pairs have; supplies by giver and taker."""

    stated: Mapping[PartyPair, list[Synergy]]
    supplies: Tally
    inputs: Tally
    makers: Tally
    gaps: Tally

    @classmethod
    def of(cls, scene: "_Scene", parties: Sequence[_Party]) -> "_Counted":
        places = [party.places for party in parties]
        return cls(
            stated=_stated_between(scene.ws, parties),
            supplies=supply_tally(scene.on, places),
            inputs=input_tally(scene.on, places),
            makers=shared_tally([party.makers for party in parties]),
            gaps=shared_tally([party.gaps for party in parties]),
        )

    def pairs(self) -> list[PartyPair]:
        """The pairs with any tie, in order."""
        tallies = (self.supplies, self.inputs, self.makers, self.gaps)
        counts = (count for tally in tallies for count in tally)
        found = {(min(pair), max(pair)) for each in (self.stated, *counts) for pair in each}
        return sorted(found)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every pair of one question is looked at against."""

    ws: Workspace
    terms: Terms
    lang: Lang
    on: TieGround


def synergies(ws: Workspace, terms: Terms, *, level: Level = "chain") -> SynergiesBody:
    """Count the ties of every pair of chains or industries; pairs without any are left out."""
    settled = ws.settle(terms)
    chains, cells = ws.tied.get((settled, level), lambda: _matrix(ws, settled, level))
    return SynergiesBody(**echo(ws, terms), level=level, chains=chains, cells=cells)


def _matrix(
    ws: Workspace, terms: Terms, level: Level
) -> tuple[tuple[Ref, ...], tuple[SynergyCell, ...]]:
    scene = _Scene(ws, terms, "zh", ground(ws.frame(terms)))
    parties = _parties(scene, level)
    counted = _Counted.of(scene, parties)
    cells = [_cell(ws, parties, counted, pair) for pair in counted.pairs()]
    return tuple(party.ref for party in parties), tuple(sorted(cells, key=_most_first))


def synergy(  # noqa: PLR0913 - two parties, the terms, the language
    ws: Workspace, a: str, b: str, terms: Terms, lang: Lang, *, level: Level = "chain"
) -> SynergyBody:
    """List what ties two chains or industries.

    Raise `UnknownNameError`, and `BadParameterError` for one and itself.
    """
    scene = _Scene(ws, terms, lang, ground(ws.frame(terms)))
    parties = {party.ref.id: party for party in _parties(scene, level)}
    for each in (a, b):
        if each not in parties:
            raise UnknownNameError(name=each, what=level, suggestions=tuple(parties))
    if a == b:
        raise BadParameterError(
            parameter="b", value=b, allowed=", ".join(sorted(parties.keys() - {a}))
        )
    one, other = parties[a], parties[b]
    ties = _ties(scene, one, other)
    return SynergyBody(
        **echo(ws, terms),
        a=one.ref,
        b=other.ref,
        stated=tuple(_stated(ws, tie) for tie in ties.stated),
        supplies=_supplies(ws, ties.gives.known),
        supplied_by=_supplies(ws, ties.takes.known),
        shared_inputs=_inputs(ws, ties.inputs.known),
        shared_makers=_makers(ws, ties.makers.known, one, other),
        shared_gaps=_gaps(scene, ties.gaps.known),
        possible=PossibleTies(
            supplies=_supplies(ws, ties.gives.possible),
            supplied_by=_supplies(ws, ties.takes.possible),
            shared_inputs=_inputs(ws, ties.inputs.possible),
            shared_makers=_makers(ws, ties.makers.possible, one, other),
            shared_gaps=_gaps(scene, ties.gaps.possible),
        ),
    )


def serving_several(ws: Workspace, terms: Terms, rows: Iterable[GapRow]) -> tuple[GapRow, ...]:
    """Gaps whose closing serves several chains (一补多链), those that serve most first.

    Only gaps on segments, and none that is on record only (weak, to upgrade, at risk): those are
    closed by landing somebody.
    """
    where = gap_chains(ws, terms)
    fillable = [row for row in rows if row.segment and row.standing in FILLED_BY_LANDING]
    found = [row for row in fillable if len(where[row.id]) > 1]
    return tuple(sorted(found, key=lambda row: -len(where[row.id])))


def _parties(scene: _Scene, level: Level) -> list[_Party]:
    ws = scene.ws
    gaps = _gaps_of_chains(scene)
    if level == "chain":
        ordered = sorted(ws.facts.chains.values(), key=lambda c: (c.order, c.id))
        return [_party(scene, ws.ref("chain", each.id), [each.id], gaps) for each in ordered]
    industries = sorted(ws.facts.industries.values(), key=lambda i: (i.order, i.id))
    return [
        _party(scene, ws.ref("industry", i.id), [c.id for c in chains_of(ws, i.id)], gaps)
        for i in industries
    ]


def _party(
    scene: _Scene, ref: Ref, chain_ids: list[str], gaps: Mapping[str, Mapping[str, bool]]
) -> _Party:
    ws, wanted = scene.ws, frozenset(chain_ids)
    places = _places(ws, chain_ids)
    firms = enterprises_of(ws, chain_ids, segments_of(ws, chain_ids))
    return _Party(
        ref=ref,
        chains=wanted,
        places=places,
        makers={firm: _known_firm(scene, firm, wanted, places) for firm in firms},
        gaps={gap: mark for each in chain_ids for gap, mark in gaps.get(each, {}).items()},
    )


def _gaps_of_chains(scene: _Scene) -> Mapping[str, Mapping[str, bool]]:
    """List by chain the gaps that landing a maker would close, with whether it is a known tie."""
    network, belongs = scene.ws.network, gap_chains(scene.ws, scene.terms)
    found: dict[str, dict[str, bool]] = {}
    for row in scene.ws.gap_rows(scene.terms).values():
        if row.segment is not None and row.standing in FILLED_BY_LANDING:
            blocked = [block.product for block in row.lack.blocks] if row.lack else []
            number, stated = network.number(row.segment), row.stated is not None
            known = known_gap(scene.on, number, blocked, stated=stated)
            for chain in belongs[row.id]:
                found.setdefault(chain, {})[row.id] = known
    return found


def _known_firm(
    scene: _Scene, firm: str, chain_ids: frozenset[str], places: Mapping[int, Stage]
) -> bool:
    """Tell whether a firm that is here has a role, or makes there what not anyone sells."""
    ws = scene.ws
    if ws.facts.enterprises[firm].status in {"planned", "prospective"}:
        return False
    if any(role.chain in chain_ids for role in ws.roles.get(firm, ())):
        return True
    made = (ws.network.number(fact.segment) for fact in ws.products.get(firm, ()))
    return any(
        places.get(number) in MADE_AT or not scene.on.frame.bought(number, exact=False)
        for number in made
        if number in places
    )


def _places(ws: Workspace, chain_ids: Iterable[str]) -> dict[int, Stage]:
    """Take the stage nearest to making: in a union of chains what one makes is made."""
    order: tuple[Stage, ...] = ("midstream", "downstream", "upstream", "supporting")
    found: dict[int, Stage] = {}
    for chain in chain_ids:
        for place in ws.members.get(chain, ()):
            number = ws.network.number(place.segment)
            here = found.get(number)
            if here is None or order.index(place.stage) < order.index(here):
                found[number] = place.stage
    return found


def _ties(scene: _Scene, one: _Party, other: _Party) -> _Ties:
    stated = [
        tie
        for tie in scene.ws.facts.synergies.values()
        if (tie.source in one.chains and tie.target in other.chains)
        or (tie.source in other.chains and tie.target in one.chains)
    ]
    return _Ties(
        stated=stated,
        gives=supplies(scene.on, one.places, other.places),
        takes=supplies(scene.on, other.places, one.places),
        inputs=shared_inputs(scene.on, one.places, other.places),
        makers=shared(one.makers, other.makers),
        gaps=shared(one.gaps, other.gaps),
    )


def _stated_between(ws: Workspace, parties: Sequence[_Party]) -> Mapping[PartyPair, list[Synergy]]:
    where: dict[str, list[int]] = {}
    for place, party in enumerate(parties):
        for chain in party.chains:
            where.setdefault(chain, []).append(place)
    found: dict[PartyPair, list[Synergy]] = {}
    for tie in ws.facts.synergies.values():
        ends = product(where.get(tie.source, ()), where.get(tie.target, ()))
        for pair in {(min(a, b), max(a, b)) for a, b in ends if a != b}:
            found.setdefault(pair, []).append(tie)
    return found


def _cell(
    ws: Workspace, parties: Sequence[_Party], counted: _Counted, pair: PartyPair
) -> SynergyCell:
    one, other = pair
    back = (other, one)
    stated = counted.stated.get(pair, [])
    gives, takes = counted.supplies.known[pair], counted.supplies.known[back]
    return SynergyCell(
        a=parties[one].ref.id,
        b=parties[other].ref.id,
        stated=len(stated),
        supply=gives + takes,
        shared_inputs=counted.inputs.known[pair],
        shared_makers=counted.makers.known[pair],
        shared_gaps=counted.gaps.known[pair],
        gives=gives,
        takes=takes,
        possible=PossibleCounts(
            supply=counted.supplies.possible[pair] + counted.supplies.possible[back],
            shared_inputs=counted.inputs.possible[pair],
            shared_makers=counted.makers.possible[pair],
            shared_gaps=counted.gaps.possible[pair],
        ),
        ties=tuple(ws.ref("synergy", tie.id) for tie in stated),
    )


def _counts(cell: SynergyCell) -> tuple[int, ...]:
    known = (cell.stated, cell.shared_gaps, cell.shared_makers, cell.supply, cell.shared_inputs)
    maybe = cell.possible
    return (
        *known,
        *(maybe.shared_gaps, maybe.shared_makers, maybe.supply, maybe.shared_inputs),
    )


def _most_first(cell: SynergyCell) -> tuple[int, ...]:
    return tuple(-count for count in _counts(cell))


def _stated(ws: Workspace, tie: Synergy) -> StatedTie:
    return described(ws, StatedTie, tie, ref=ws.ref("synergy", tie.id))


def _supplies(ws: Workspace, found: Iterable[Supply]) -> tuple[SynergySupply, ...]:
    return tuple(
        SynergySupply(
            source=ws.segment(each.source),
            target=ws.segment(each.target),
            also=ws.segments(each.also),
            evidence=_recipe(ws, each.groups),
        )
        for each in found
    )


def _recipe(ws: Workspace, groups: Iterable[int]) -> tuple[Evidence, ...]:
    """Take the evidence of some groups, an inherited one once."""
    records = dict.fromkeys(ws.network.group_ids[group] for group in groups)
    found = (e for record in records for e in ws.facts.input_groups[record].evidence)
    return tuple(dict.fromkeys(found))


def _inputs(ws: Workspace, found: Iterable[int]) -> tuple[SynergyTie, ...]:
    return tuple(_segment_tie(ws, each) for each in found)


def _makers(
    ws: Workspace, found: Iterable[str], one: _Party, other: _Party
) -> tuple[SynergyTie, ...]:
    return tuple(_maker_tie(ws, each, one, other) for each in found)


def _gaps(scene: _Scene, found: Iterable[str]) -> tuple[SynergyTie, ...]:
    return tuple(_gap_tie(scene.ws, scene.terms, each, scene.lang) for each in found)


def _segment_tie(ws: Workspace, number: int) -> SynergyTie:
    segment = ws.network.ids[number]
    found = [each for place in ws.places.get(segment, ()) for each in place.evidence]
    return SynergyTie(ref=ws.segment(number), evidence=tuple(dict.fromkeys(found)))


def _maker_tie(ws: Workspace, firm: str, one: _Party, other: _Party) -> SynergyTie:
    chains = one.chains | other.chains
    facts = [
        *(role for role in ws.roles.get(firm, ()) if role.chain in chains),
        *(
            fact
            for fact in ws.products.get(firm, ())
            if any(place.chain in chains for place in ws.places.get(fact.segment, ()))
        ),
    ]
    evidence: dict[Evidence, None] = dict.fromkeys(e for fact in facts for e in fact.evidence)
    return SynergyTie(ref=ws.ref("enterprise", firm), evidence=tuple(evidence))


def _gap_tie(ws: Workspace, terms: Terms, gap: str, lang: Lang) -> SynergyTie:
    row = ws.gap_rows(terms)[gap]
    note = " → ".join(ref.name for ref in ws.segments(row.lack.path)) if row.lack else None
    derived = () if row.lack is None else (Evidence(basis="derived", note=note),)
    stated = row.stated.evidence if row.stated else ()
    ref = Ref(type="gap", id=gap, name=gap_name(ws, row, lang))
    return SynergyTie(ref=ref, evidence=(*stated, *derived))
