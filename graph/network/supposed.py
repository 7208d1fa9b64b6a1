"""What if some facts were otherwise: the facts that would hold, and the network of them.

The network of changed facts is worked out from the one that there is: only the segments on which
facts change are compiled again, everything else is taken over. It equals the network that
`compile_network` makes of all the changed facts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.model import Claim, Enterprise, Evidence, Facts, Makes, Unlisted
from graph.network.arrays import Rows, rows_of
from graph.network.compile import compile_network, local_indexes
from graph.network.network import Locals, Network

AFTER_EVERYTHING = "9999-12-31"
"""The date of what is assumed: nothing that was said before contradicts it."""
ASSUMED = (Evidence(basis="reported", note="supposed", as_of=AFTER_EVERYTHING),)


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is assumed to be otherwise in a region, by ids.

    `closed` enterprises stop, `landed` ones run in the region; of the segments `absent` nobody in
    the region makes any, of `here` somebody does; the segments `untraded` are bought no longer.
    """

    region: str
    closed: frozenset[str] = frozenset()
    landed: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()
    untraded: frozenset[str] = frozenset()


def supposed_facts(facts: Facts, change: Supposition) -> Facts:
    """Return the facts as they would be; ids that are not there change nothing."""
    claims = {
        each.id: each
        for status, segments in (("absent", change.absent), ("present", change.here))
        for each in (_claim(change.region, segment, status) for segment in sorted(segments))
    }
    firms = {
        id_: _firm(facts, facts.enterprises[id_], change)
        for id_ in sorted(change.closed | change.landed)
        if id_ in facts.enterprises
    }
    bought_no_more = {
        id_: facts.segments[id_].model_copy(update={"traded": None})
        for id_ in sorted(change.untraded)
        if id_ in facts.segments
    }
    return replace(
        facts,
        enterprises={**facts.enterprises, **firms},
        claims={**facts.claims, **claims},
        segments={**facts.segments, **bought_no_more},
    )


def supposed_network(
    network: Network, facts: Facts, change: Supposition, unlisted: Iterable[Unlisted] = ()
) -> Network:
    """Return the network of the changed facts; `facts` and `unlisted` are those of `network`."""
    now = supposed_facts(facts, change)
    touched = touched_segments(facts, change)
    part = compile_network(_about(now, touched), [u for u in unlisted if u.segment in touched])
    traded = bytearray(network.arrays.traded)
    for segment in change.untraded:
        traded[network.number(segment)] = 0
    return replace(
        network,
        arrays=network.arrays._replace(traded=traded),
        locals=_patched(network, part),
    )


def without_firm(
    facts: Facts, firm: str, makes: Iterable[Makes], said: Iterable[Claim | Unlisted]
) -> Network:
    """Return the network of what a firm makes, and nothing else, as if the firm had stopped.

    `makes` are those of all firms on these segments, `said` is what is claimed of them.
    """
    made, claims = tuple(makes), tuple(said)
    segments = sorted({each.segment for each in made})
    firms = {each.enterprise: facts.enterprises[each.enterprise] for each in made}
    firms[firm] = firms[firm].model_copy(update={"status": "suspended"})
    part = replace(
        facts,
        segments={each: facts.segments[each] for each in segments},
        enterprises=firms,
        makes={each.id: each for each in made},
        claims={each.id: each for each in claims if isinstance(each, Claim)},
        kinds={},
        input_groups={},
        by_products={},
    )
    return compile_network(part, (each for each in claims if isinstance(each, Unlisted)))


def touched_segments(facts: Facts, change: Supposition) -> frozenset[str]:
    """Collect the segments on which facts change: claimed ones, and what firms make."""
    firms = change.closed | change.landed
    made = {each.segment for each in facts.makes.values() if each.enterprise in firms}
    return frozenset(made | change.absent | change.here)


def _claim(region: str, segment: str, status: str) -> Claim:
    id_ = f"claim.assumed.{region}.{segment}.{status}"
    fields = {"id": id_, "segment": segment, "region": region, "status": status}
    return Claim.model_validate(fields | {"evidence": ASSUMED})


def _firm(facts: Facts, firm: Enterprise, change: Supposition) -> Enterprise:
    if firm.id in change.closed:
        return firm.model_copy(update={"status": "suspended"})
    place = firm.region if _lies_in(facts, firm.region, change.region) else None
    if place is None and change.region != facts.dataset.region:
        place = change.region
    return firm.model_copy(update={"status": "operating", "region": place})


def _lies_in(facts: Facts, place: str | None, region: str) -> bool:
    while place is not None and place != region:
        place = facts.regions[place].parent
    return place is not None


def _about(facts: Facts, touched: frozenset[str]) -> Facts:
    """Keep of the facts what says who makes some segments where, and no recipes."""
    return replace(
        facts,
        segments={id_: each for id_, each in facts.segments.items() if id_ in touched},
        makes={id_: each for id_, each in facts.makes.items() if each.segment in touched},
        claims={id_: each for id_, each in facts.claims.items() if each.segment in touched},
        kinds={},
        input_groups={},
        by_products={},
    )


def _patched(network: Network, part: Network) -> Locals:
    """Take the rows of the segments of `part` from there, all others as they are."""
    old, new = network.locals, part.locals
    at = {network.number(id_): number for number, id_ in enumerate(part.ids)}
    which = [(new, at[s]) if s in at else (old, s) for s in range(len(network.ids))]
    makers = rows_of(found.makers.row(s) for found, s in which)
    claimed = rows_of(found.claim_region.row(s) for found, s in which)
    return replace(
        old,
        enterprise_region=new.enterprise_region,
        makers=makers,
        maker_status=_joined(_marks(found.makers, found.maker_status, s) for found, s in which),
        claim_region=claimed,
        claim_status=_joined(
            _marks(found.claim_region, found.claim_status, s) for found, s in which
        ),
        claim_reported=_joined(
            _marks(found.claim_region, found.claim_reported, s) for found, s in which
        ),
        **local_indexes(makers, claimed, new.enterprise_region, len(old.regions)),
    )


def _marks(rows: Rows, marks: bytearray, row: int) -> bytes:
    """Cut out the marks that run in step with one of the rows."""
    return bytes(marks[rows.starts[row] : rows.starts[row + 1]])


def _joined(parts: Iterable[bytes]) -> bytearray:
    return bytearray(b"".join(parts))
