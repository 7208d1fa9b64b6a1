"""Is a register what it claims to be? What speaks against it, before anything is concluded."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.analysis.listed_firms import class_names, codes_of_row, inside
from graph.model import Facts, ListedFirm, Register
from graph.model.industry_codes import code_in, is_of_2017, share
from graph.model.names import fold

DoubtCode = Literal["fewer", "fewer_than_stated", "no_codes", "edition_2011"]
ABOVE_SCALE = frozenset(map(fold, ("规上工业企业", "规模以上工业企业", "规模以上工业企业数")))
"""What documents call the number of industrial enterprises above the scale."""
FIRMS = "家"
"""The unit of a number of enterprises."""
MOST_UNCODED = 0.5
"""The share of rows without a code from which on a list says nothing by code."""
MOST_FOREIGN = 0.02
"""The share of rows with codes that the edition of 2017 has not: below, they are slips."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against a register: `count` firms or rows of it, where `of` were expected."""

    code: DoubtCode
    count: int
    of: int


def doubts(facts: Facts, register: Register, rows: Collection[ListedFirm]) -> tuple[Doubt, ...]:
    """List what speaks against a register of these rows; a partial one claims nothing.

    fewer: it lists fewer firms than are known in its region, suspended ones included ·
    fewer_than_stated: fewer than a document counts above the scale in its region · no_codes: half
    of its rows have no code · edition_2011: codes, or names beside codes, that GB/T 4754-2017 has
    not.
    """
    if register.coverage in {"partial", "elsewhere"}:
        return ()
    listed = [row for row in rows if row.gone is None]
    classes = class_names(facts)
    running = sum(not row.closed for row in listed)
    uncoded = sum(not codes_of_row(row, classes) for row in listed)
    foreign = sum(_is_foreign(row, classes) for row in listed)
    known = sum(
        each.status in {"operating", "suspended"}
        and inside(facts, each.region or facts.dataset.region, register.region)
        for each in facts.enterprises.values()
    )
    stated = _stated(facts, register.region)
    found = (
        (running < known, Doubt("fewer", running, known)),
        (running < stated, Doubt("fewer_than_stated", running, stated)),
        (
            uncoded > MOST_UNCODED * len(listed) or not listed,
            Doubt("no_codes", uncoded, len(listed)),
        ),
        (foreign > MOST_FOREIGN * len(listed), Doubt("edition_2011", foreign, len(listed))),
    )
    return tuple(doubt for stands, doubt in found if stands)


def may_conclude(facts: Facts, register: Register, rows: Collection[ListedFirm]) -> bool:
    """Whether a register covers its region and nothing unanswered speaks against it.

    Without codes it can be looked at by no code, whatever people say.
    """
    covers = register.coverage in {"all_industrial", "park"} or (
        register.coverage == "above_scale" and register.enough is not None
    )
    found = doubts(facts, register, rows) if covers else ()
    return covers and all(register.checked and each.code != "no_codes" for each in found)


def _stated(facts: Facts, region: str) -> int:
    """How many industrial enterprises above the scale the latest document counts in a region."""
    counts = [
        (each.year, each.value or 0)
        for each in facts.indicators.values()
        if (each.subject_type, each.subject) == ("region", region)
        and (each.actual_or_target, each.measure, each.unit) == ("actual", "level", FIRMS)
        and fold(each.name) in ABOVE_SCALE
    ]
    return int(max(counts, default=(0, 0))[1])


def _is_foreign(row: ListedFirm, classes: Mapping[str, str]) -> bool:
    """Whether a code of a row is none of 2017, or its class is called so under another code."""
    codes = [code for each in row.industry if (code := code_in(each))]
    called = [code for each in row.industry if (code := classes.get(fold(each)))]
    renamed = (
        any(not any(share(code, other) for other in codes) for code in called) if codes else False
    )
    return renamed or not all(map(is_of_2017, codes))
