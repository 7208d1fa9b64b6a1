"""Firms as registers and facts know them together: their codes, and whether they were reviewed."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.model import Facts, ListedFirm, Review
from graph.model.industry_codes import code_in, finest
from graph.model.names import fold


@dataclass(frozen=True)
class Firm:
    """A firm of a register or of the facts; `rows` are those of every register, the newest first.

    `key` is the id of its enterprise, else made of its credit code or name. `codes` are those of
    its industry, `region` is null where none is stated. A `closed` one is gone for good; the rows
    of `gone` are those of registers that list it no longer.
    """

    key: str
    enterprise: str | None
    name: str
    codes: tuple[str, ...]
    region: str | None
    closed: bool
    reviewed: bool
    rows: tuple[ListedFirm, ...]
    gone: tuple[ListedFirm, ...] = ()

    @cached_property
    def digest(self) -> str:
        """The digest of its words and codes, on which a review rests."""
        return digest_of(self.rows)


def firms(facts: Facts, rows: Iterable[ListedFirm]) -> tuple[Firm, ...]:
    """Gather the rows of every register by firm, with all known enterprises, in order of key.

    A row is of the enterprise that it names, or whose credit code or name it has. One that is no
    longer listed counts only for a known enterprise, as the last that its register said of it.
    """
    classes = class_names(facts)
    by_firm: defaultdict[str, list[ListedFirm]] = defaultdict(list)
    for key, row in _resolved(facts, rows):
        if row.listed_in in facts.registers and not is_elsewhere(facts, row):
            by_firm[key].append(row)
    for key in facts.enterprises:
        by_firm.setdefault(key, [])
    reviews = reviews_of(facts.reviews.values())
    found = (_firm(facts, key, own, classes, reviews) for key, own in sorted(by_firm.items()))
    return tuple(each for each in found if each is not None)


def is_elsewhere(facts: Facts, row: ListedFirm) -> bool:
    """Whether a row is of a list of firms elsewhere, which says nothing of the district."""
    register = facts.registers.get(row.listed_in)
    return register is not None and register.coverage == "elsewhere"


def class_names(facts: Facts) -> Mapping[str, str]:
    """The codes of classes by their folded names, as the segments have them."""
    return {fold(code.name): code.code for each in facts.segments.values() for code in each.codes}


def codes_of_row(row: ListedFirm, classes: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of a row: as written, or by the name of a class that some segment has."""
    found = (code_in(each) or classes.get(fold(each)) for each in row.industry)
    return finest(each for each in found if each is not None)


def digest_of(rows: Iterable[ListedFirm]) -> str:
    """The digest of what rows say of their firm: codes and own words, not amounts."""
    said = {fold(each) for row in rows for each in row.industry}
    said |= {f"{each.kind}:{fold(each.text)}" for row in rows for each in row.words}
    return hashlib.sha256("\n".join(sorted(said)).encode()).hexdigest()[:16]


def key_of(name: str, credit_code: str | None) -> str:
    """The key of a firm that is no known enterprise."""
    if credit_code:
        return f"code_{credit_code.lower()}"
    return f"name_{hashlib.sha256(fold(name).encode()).hexdigest()[:12]}"


def reviews_of(reviews: Iterable[Review]) -> Mapping[str, frozenset[str]]:
    """The digests on which reviews rest, by every key of their firm."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in reviews:
        keys = {each.id.removeprefix("review."), key_of(each.name, None)}
        for key in keys | ({each.enterprise} if each.enterprise else set()):
            found[key].add(each.digest)
    return {key: frozenset(digests) for key, digests in found.items()}


def inside(facts: Facts, region: str | None, place: str) -> bool:
    """Whether a region lies in another, or is it."""
    while region is not None and region != place:
        region = facts.regions[region].parent if region in facts.regions else None
    return region == place


def _resolved(facts: Facts, rows: Iterable[ListedFirm]) -> Iterator[tuple[str, ListedFirm]]:
    """Yield each row with the key of its firm: one row with a code serves another by its name."""
    given = tuple(rows)
    codes = {e.credit_code: e.id for e in facts.enterprises.values() if e.credit_code}
    names = _names(facts)
    coded = {fold(row.name): row.credit_code for row in given if row.credit_code}
    for row in given:
        code = row.credit_code or coded.get(fold(row.name))
        known = row.enterprise if row.enterprise in facts.enterprises else None
        known = known or codes.get(code or "") or names.get(fold(row.name))
        yield known or key_of(row.name, code), row


def _names(facts: Facts) -> Mapping[str, str]:
    """The enterprises by their folded names; a name of two is nobody's."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in facts.enterprises.values():
        for name in (each.name, *each.aliases):
            found[fold(name)].add(each.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _firm(
    facts: Facts,
    key: str,
    rows: list[ListedFirm],
    classes: Mapping[str, str],
    reviews: Mapping[str, frozenset[str]],
) -> Firm | None:
    known = facts.enterprises.get(key)
    current = [row for row in rows if row.gone is None]
    if known is None and not current:
        return None
    held = sorted(current or rows, key=lambda row: (_date(facts, row), row.id), reverse=True)
    newest = [row for row in held if _date(facts, row) == _date(facts, held[0])]
    keys = {key, *(key_of(row.name, row.credit_code) for row in held)}
    keys |= {key_of(row.name, None) for row in held}
    digest = digest_of(held)
    return Firm(
        key=key,
        enterprise=known.id if known else None,
        name=known.name if known else held[0].name,
        codes=finest(code for row in held for code in codes_of_row(row, classes)),
        region=(known.region if known else None) or _place(facts, held),
        closed=bool(newest) and all(row.closed for row in newest),
        reviewed=any(digest in reviews.get(each, ()) for each in keys),
        rows=tuple(held),
        gone=tuple(row for row in rows if row.gone is not None),
    )


def _date(facts: Facts, row: ListedFirm) -> str:
    return facts.registers[row.listed_in].as_of


def _place(facts: Facts, rows: Iterable[ListedFirm]) -> str | None:
    """Where a firm stands, by the newest row that says so; a park's list says so of all its own."""
    for row in rows:
        of = facts.registers[row.listed_in].region
        if row.region is not None or of != facts.dataset.region:
            return row.region or of
    return None
