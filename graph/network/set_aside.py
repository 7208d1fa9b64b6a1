"""Statements that a later one sets aside: shown still, but they give no status any more."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.model import Claim, Document, Fact, Facts, Makes
from graph.model.references import RecordKey


class _Said(NamedTuple):
    """That a segment is made or present in a region (`yes`), or that it is absent from it."""

    key: RecordKey
    segment: str
    region: str
    yes: bool
    date: str
    answer: bool
    edition: bool


def set_aside(facts: Facts) -> frozenset[RecordKey]:
    """Find the statements that a dated reported yes or no of a later date contradicts.

    A plan of a new period contradicts likewise what earlier documents say, never what was reported.
    A yes about a place sets aside that the place, or one around it, has none; a no about a
    place sets aside every yes within it. A statement without a date of its own is as old as
    the dataset's edition.
    """
    by_segment: dict[str, list[_Said]] = {}
    for said in _statements(facts):
        by_segment.setdefault(said.segment, []).append(said)
    return frozenset(
        old.key
        for each in by_segment.values()
        for new in each
        for old in each
        if old.yes != new.yes and old.date < new.date and _overrules(new, old)
        if _covers(facts, new, old)
    )


def _overrules(new: _Said, old: _Said) -> bool:
    return new.answer or (new.edition and not old.answer)


def _covers(facts: Facts, new: _Said, old: _Said) -> bool:
    inner, outer = (new.region, old.region) if new.yes else (old.region, new.region)
    here: str | None = inner
    while here is not None and here != outer:
        here = facts.regions[here].parent
    return here is not None


def _statements(facts: Facts) -> Iterator[_Said]:
    """Yield what is said of the segments of which somebody says no: of others all say yes."""
    denied = {claim.segment for claim in facts.claims.values() if claim.status == "absent"}
    for making in facts.makes.values() if denied else ():
        if making.segment not in denied:
            continue
        firm = facts.enterprises[making.enterprise]
        if firm.status == "operating":
            proven = facts.makes[making.id]  # of very many, only what is asked has its proofs
            yield _said(facts, proven, firm.region or facts.dataset.region, yes=True)
    for claim in facts.claims.values():
        if claim.status in {"present", "absent"} and claim.segment in denied:
            yield _said(facts, claim, claim.region, yes=claim.status == "present")


def _said(facts: Facts, fact: Makes | Claim, region: str, *, yes: bool) -> _Said:
    answers = [e.as_of for e in fact.evidence if e.basis == "reported" and e.as_of]
    newest = newest_document(facts, fact)
    stated = newest.date if newest and newest.date else facts.dataset.edition.date
    return _Said(
        (fact.type, fact.id),
        fact.segment,
        region,
        yes,
        max(answers, default=stated),
        answer=bool(answers),
        edition=newest is not None and newest.edition is not None,
    )


def newest_document(facts: Facts, fact: Fact) -> Document | None:
    """Return the newest of the documents with a date that state a fact; it dates the fact."""
    named = {each.document for each in fact.evidence if each.document}
    dated = [facts.documents[each] for each in named if each in facts.documents]
    return max(
        (each for each in dated if each.date), key=lambda each: each.date or "", default=None
    )
