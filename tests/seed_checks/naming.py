"""What a quote has to name to prove its fact, worked out from the records alone."""

from collections.abc import Iterator
from functools import cache

from graph.model import (
    Chain,
    Claim,
    Enterprise,
    Evidence,
    Fact,
    Gap,
    Indicator,
    Industry,
    Makes,
    Mention,
    Platform,
    Process,
    Project,
    Region,
    RegionDirection,
    Role,
    Segment,
    Synergy,
)
from tests.seed_checks.plan import facts, seed

Named = Industry | Chain | Region | Segment | Enterprise | Platform | Project | Process


@cache
def _words() -> dict[tuple[str, str], frozenset[str]]:
    """Every word for a record: its name, its aliases, the document's word in a mention."""
    found: dict[tuple[str, str], set[str]] = {}
    for record in (*seed().reference, *seed().local):
        if isinstance(record, Named):
            own = {record.name, *getattr(record, "aliases", ())}
            found.setdefault((record.type, record.id), set()).update(own)
        if isinstance(record, Mention) and record.name is not None:
            found.setdefault(("segment", record.segment), set()).add(record.name)
    return {key: frozenset(words) for key, words in found.items()}


def words_for(kind: str, id_: str) -> frozenset[str]:
    """Every word for a record of a type."""
    return _words()[kind, id_]


def subjects(fact: Fact) -> Iterator[frozenset[str]]:
    """Words for each thing that the quotes of a fact have to name; both ends of a relation."""
    words = _words()
    match fact:
        case Industry() | Chain() | Region() | Enterprise() | Platform() | Project() | Process():
            yield words[fact.type, fact.id]
        case Indicator():
            yield frozenset({fact.name, fact.printed})
        case Synergy():
            yield words["chain", fact.source]
            yield words["chain", fact.target]
        case RegionDirection():
            yield words["region", fact.region]
        case Role() | Makes():
            yield words["enterprise", fact.enterprise]
        case Gap(segment=None):
            yield frozenset({fact.enterprise_type or fact.capability or ""})
    if isinstance(fact, Makes | Mention | Claim | Gap) and fact.segment is not None:
        yield words["segment", fact.segment]


def unnaming() -> Iterator[tuple[Fact, Evidence]]:
    """The quotes that leave out a subject of their fact."""
    for fact in facts():
        for each in fact.evidence:
            quote = each.quote
            if quote is not None and not all(
                any(word in quote for word in words) for words in subjects(fact)
            ):
                yield fact, each
