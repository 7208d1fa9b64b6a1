"""What the facts of a dataset rest on, counted once per version."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from graph.model import Fact, Facts


class Resting(NamedTuple):
    """How many public facts there are: by the basis of their first evidence, by `domain` alone.

    `as_of` is the newest date that somebody reported.
    """

    facts: int
    bases: Mapping[str, int]
    domain: int
    as_of: str | None


def resting(facts: Facts) -> Resting:
    """Count what public facts rest on."""
    found = [each.evidence for each in facts.public() if isinstance(each, Fact)]
    return Resting(
        facts=len(found),
        bases=Counter(evidence[0].basis for evidence in found),
        domain=sum(all(each.source == "domain" for each in evidence) for evidence in found),
        as_of=max((e.as_of for evidence in found for e in evidence if e.as_of), default=None),
    )
