"""Synergies: the matrix, and what ties two chains or industries."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from graph.analysis.synergy import Supply, shared, shared_inputs, supplies
from graph.answers.chains import chains_of, firms_of, gap_chains, segments_of
from graph.answers.echo import echo
from graph.answers.gaps import gap_name
from graph.answers.shapes import Ref
from graph.answers.shapes.synergies import (
    SynergiesBody,
    SynergyBody,
    SynergyCell,
    SynergySupply,
    SynergyTie,
)
from graph.answers.workspace import Workspace
from graph.errors import BadParameterError, UnknownNameError
from graph.model import Evidence, Synergy
from graph.model.vocabulary import Lang, Stage
from graph.network.terms import Terms

Level = Literal["chain", "industry"]


@dataclass(frozen=True, slots=True)
class _Party:
    """A chain or industry with all that can tie it to another."""

    ref: Ref
    chains: frozenset[str]
    places: dict[int, Stage]
    makers: frozenset[str]
    gaps: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Ties:
    stated: list[Synergy]
    gives: list[Supply]
    takes: list[Supply]
    inputs: list[int]
    makers: list[str]
    gaps: list[str]


def synergies(ws: Workspace, terms: Terms, *, level: Level = "chain") -> SynergiesBody:
    """Count the ties of every pair of chains or industries; pairs without any are left out."""
    parties = _parties(ws, terms, level)
    cells = (
        _cell(ws, one, other, _ties(ws, terms, one, other))
        for one, other in combinations(parties, 2)
    )
    return SynergiesBody(
        **echo(ws, terms),
        level=level,
        chains=tuple(party.ref for party in parties),
        cells=tuple(cell for cell in cells if _counts(cell)),
    )


def synergy(  # noqa: PLR0913 - two parties, the terms, the language
    ws: Workspace, a: str, b: str, terms: Terms, lang: Lang, *, level: Level = "chain"
) -> SynergyBody:
    """List what ties two chains or industries.

    Raise `UnknownNameError`, and `BadParameterError` for one and itself.
    """
    parties = {party.ref.id: party for party in _parties(ws, terms, level)}
    for each in (a, b):
        if each not in parties:
            raise UnknownNameError(name=each, what=level, suggestions=tuple(parties))
    if a == b:
        raise BadParameterError(
            parameter="b", value=b, allowed=", ".join(sorted(parties.keys() - {a}))
        )
    one, other = parties[a], parties[b]
    ties = _ties(ws, terms, one, other)
    return SynergyBody(
        **echo(ws, terms),
        a=one.ref,
        b=other.ref,
        stated=tuple(
            SynergyTie(ref=ws.ref("synergy", tie.id), evidence=tie.evidence) for tie in ties.stated
        ),
        supplies=_supplies(ws, ties.gives),
        supplied_by=_supplies(ws, ties.takes),
        shared_inputs=tuple(_segment_tie(ws, each) for each in ties.inputs),
        shared_makers=tuple(_maker_tie(ws, each, one, other) for each in ties.makers),
        shared_gaps=tuple(_gap_tie(ws, terms, each, lang) for each in ties.gaps),
    )


def _parties(ws: Workspace, terms: Terms, level: Level) -> list[_Party]:
    if level == "chain":
        ordered = sorted(ws.facts.chains.values(), key=lambda c: (c.order, c.id))
        return [_party(ws, terms, ws.ref("chain", each.id), [each.id]) for each in ordered]
    industries = sorted(ws.facts.industries.values(), key=lambda i: (i.order, i.id))
    return [
        _party(ws, terms, ws.ref("industry", i.id), [c.id for c in chains_of(ws, i.id)])
        for i in industries
    ]


def _party(ws: Workspace, terms: Terms, ref: Ref, chain_ids: list[str]) -> _Party:
    wanted = frozenset(chain_ids)
    belongs = gap_chains(ws, terms)
    return _Party(
        ref=ref,
        chains=wanted,
        places=_places(ws, chain_ids),
        makers=frozenset(firms_of(ws, chain_ids, segments_of(ws, chain_ids))),
        gaps=frozenset(gap for gap, chains in belongs.items() if wanted.intersection(chains)),
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


def _ties(ws: Workspace, terms: Terms, one: _Party, other: _Party) -> _Ties:
    frame = ws.frame(terms)
    stated = [
        tie
        for tie in ws.facts.synergies.values()
        if (tie.source in one.chains and tie.target in other.chains)
        or (tie.source in other.chains and tie.target in one.chains)
    ]
    return _Ties(
        stated=stated,
        gives=supplies(frame, one.places, other.places),
        takes=supplies(frame, other.places, one.places),
        inputs=shared_inputs(one.places, other.places),
        makers=shared(one.makers, other.makers),
        gaps=shared(one.gaps, other.gaps),
    )


def _cell(ws: Workspace, one: _Party, other: _Party, ties: _Ties) -> SynergyCell:
    return SynergyCell(
        a=one.ref.id,
        b=other.ref.id,
        stated=len(ties.stated),
        supply=len(ties.gives) + len(ties.takes),
        shared_inputs=len(ties.inputs),
        shared_makers=len(ties.makers),
        shared_gaps=len(ties.gaps),
        ties=tuple(ws.ref("synergy", tie.id) for tie in ties.stated),
    )


def _counts(cell: SynergyCell) -> bool:
    derived = cell.supply + cell.shared_inputs + cell.shared_makers + cell.shared_gaps
    return bool(cell.stated + derived)


def _supplies(ws: Workspace, found: list[Supply]) -> tuple[SynergySupply, ...]:
    return tuple(
        SynergySupply(
            source=ws.segment(each.source),
            target=ws.segment(each.target),
            evidence=ws.facts.input_groups[ws.network.group_ids[each.group]].evidence,
        )
        for each in found
    )


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
