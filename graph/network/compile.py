"""Facts to arrays."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypedDict

from graph.model import Claim, Facts, InputGroup, Unlisted
from graph.model.recipes import Recipes, recipes_of
from graph.model.told_fields import told_in
from graph.model.vocabulary import INPUT_SORTS, LOCAL_STATUSES, EnterpriseStatus, LocalStatus
from graph.network.arrays import NONE, UNLISTED, Arrays, Rows, inverses, rows_of
from graph.network.network import Locals, Network
from graph.network.set_aside import set_aside

STATUS_BY_MAKER: Mapping[EnterpriseStatus, LocalStatus] = {
    "operating": "made",
    "planned": "developing",
    "prospective": "sought",
}
"""What a maker's status says of its product; what a suspended one makes gets nothing."""


GOODS = frozenset({"product", "equipment", "software"})
"""Sorts of segments that somebody outside the chains may lack, such as a hospital."""


def compile_network(facts: Facts, unlisted: Iterable[Unlisted] = ()) -> Network:
    """Compile a dataset version; linear in its segments, groups, makers and claims.

    `unlisted` is what complete registers show not to be here.
    """
    ids = tuple(facts.segments)
    numbers = {segment: index for index, segment in enumerate(ids)}
    recipes = recipes_of(facts.input_groups.values(), facts.kinds.values())
    groups = [(segment, group) for segment in ids for group in recipes.effective(segment)]
    return Network(
        dataset=facts.dataset.id,
        version=facts.version,
        region=facts.dataset.region,
        ids=ids,
        group_ids=tuple(group.id for _, group in groups),
        arrays=_arrays(facts, numbers, recipes, groups),
        locals=_locals(facts, numbers, unlisted),
        numbers=numbers,
    )


def _arrays(
    facts: Facts,
    numbers: Mapping[str, int],
    recipes: Recipes,
    groups: Sequence[tuple[str, InputGroup]],
) -> Arrays:
    size = len(numbers)
    members = rows_of([[numbers[m.segment] for m in g.members] for _, g in groups])
    exact = bytearray(m.exact for _, group in groups for m in group.members)
    consumer = array("i", [numbers[segment] for segment, _ in groups])
    pairs = ((numbers[b.source], numbers[b.target]) for b in facts.by_products.values())
    yields = rows_of(_lists(size, pairs))
    captive = bytearray(s.captive for s in facts.segments.values())
    groups_of = rows_of(_lists(size, ((c, g) for g, c in enumerate(consumer))))
    return Arrays(
        parent=array("i", [numbers.get(recipes.parent.get(s, ""), NONE) for s in numbers]),
        kinds=rows_of([[numbers[k] for k in recipes.kinds.get(s, ())] for s in numbers]),
        traded=bytearray(s.traded is not None for s in facts.segments.values()),
        captive=captive,
        goods=bytearray(s.sort in GOODS for s in facts.segments.values()),
        category=bytearray(recipes.is_category(s) for s in numbers),
        groups=groups_of,
        yields=yields,
        consumer=consumer,
        essential=bytearray(group.essential for _, group in groups),
        input_sort=bytearray(INPUT_SORTS.index(group.input) for _, group in groups),
        members=members,
        exact=exact,
        **inverses(groups_of, members, exact, yields, captive),
    )


def _lists(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    lists: list[list[int]] = [[] for _ in range(size)]
    for index, value in pairs:
        lists[index].append(value)
    return lists


def _locals(facts: Facts, numbers: Mapping[str, int], unlisted: Iterable[Unlisted]) -> Locals:
    regions = {region: index for index, region in enumerate(facts.regions)}
    firms = {firm: index for index, firm in enumerate(facts.enterprises)}
    past = set_aside(facts)
    makers: list[list[tuple[int, int]]] = [[] for _ in numbers]
    codes = [_code_of(firm.status) for firm in facts.enterprises.values()]
    ends = (told_in(facts.makes, field) for field in ("enterprise", "segment"))
    for id_, enterprise, segment in zip(facts.makes, *ends, strict=True):
        firm = firms[enterprise]
        code = codes[firm]
        if code is not None and ("makes", id_) not in past:
            makers[numbers[segment]].append((firm, code))
    claims: list[list[tuple[int, int, bool]]] = [[] for _ in numbers]
    for claim in facts.claims.values():
        if (claim.type, claim.id) not in past:
            code = LOCAL_STATUSES.index(claim.status)
            claims[numbers[claim.segment]].append((regions[claim.region], code, is_reported(claim)))
    for each in unlisted:
        claims[numbers[each.segment]].append((regions[each.region], UNLISTED, False))
    made = rows_of([[firm for firm, _ in row] for row in makers])
    claimed = rows_of([[region for region, _, _ in row] for row in claims])
    where = array("i", [regions.get(f.region or "", NONE) for f in facts.enterprises.values()])
    return Locals(
        enterprises=tuple(firms),
        enterprise_region=where,
        makers=made,
        maker_status=bytearray(code for row in makers for _, code in row),
        claim_region=claimed,
        claim_status=bytearray(code for row in claims for _, code, _ in row),
        claim_reported=bytearray(told for row in claims for _, _, told in row),
        regions=tuple(regions),
        region_parent=array(
            "i", [regions.get(region.parent or "", NONE) for region in facts.regions.values()]
        ),
        **local_indexes(made, claimed, where, len(regions)),
    )


def _code_of(status: EnterpriseStatus) -> int | None:
    """The number of what a firm of this status gives its products."""
    given = STATUS_BY_MAKER.get(status)
    return None if given is None else LOCAL_STATUSES.index(given)


class LocalIndexes(TypedDict):
    """Where firms and regions stand in the rows of `Locals`, as its fields are called."""

    firms_in: Rows
    made_by: Rows
    maker_segment: "array[int]"
    claims_in: Rows
    claim_segment: "array[int]"


def local_indexes(
    makers: Rows, claim_region: Rows, enterprise_region: "array[int]", regions: int
) -> LocalIndexes:
    """Work out what follows from the rows of `Locals` by segment."""
    firms = len(enterprise_region)
    # One without a region stands last, for its number is NONE.
    placed = ((place, firm) for firm, place in enumerate(enterprise_region))
    return LocalIndexes(
        firms_in=rows_of(_lists(regions + 1, placed)),
        made_by=rows_of(_lists(firms, ((n, at) for at, n in enumerate(makers.values)))),
        maker_segment=_row_numbers(makers),
        claims_in=rows_of(_lists(regions, ((n, at) for at, n in enumerate(claim_region.values)))),
        claim_segment=_row_numbers(claim_region),
    )


def _row_numbers(rows: Rows) -> "array[int]":
    """Tell of each value in which row it stands."""
    lengths = (end - start for start, end in pairwise(rows.starts))
    return array("i", [row for row, length in enumerate(lengths) for _ in range(length)])


def is_reported(claim: Claim) -> bool:
    """Whether a person reported a claim."""
    return any(each.basis == "reported" for each in claim.evidence)
