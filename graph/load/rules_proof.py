"""The rule that a quote proves its fact: it names what the fact is about."""

from collections.abc import Iterable, Iterator, Sequence

from graph.load.catalog import Catalog
from graph.load.entries import SourceEntry
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.message import _
from graph.model import (
    AnyRecord,
    Claim,
    Fact,
    Gap,
    Indicator,
    Makes,
    Mention,
    RecordType,
    RegionDirection,
    Role,
    Synergy,
)


def refuse_unproven(entries: Iterable[SourceEntry], catalog: Catalog, to: FindingsReport) -> None:
    """A quote contains the name or an alias of each of its subjects, or says `why` not."""
    for entry in entries:
        if isinstance(entry.record, Fact):
            subjects = [words for words in _subjects(entry.record, catalog) if words]
            for index, quote in _bare_quotes(entry.record):
                _refuse_unnamed(quote, subjects, entry.place.at("evidence", index), to)


def _bare_quotes(record: Fact) -> Iterator[tuple[int, str]]:
    """The quotes that were found and do not say why they prove the fact all the same."""
    for index, evidence in enumerate(record.evidence):
        found = evidence.line is not None
        if evidence.quote is not None and found and evidence.why is None:
            yield index, evidence.quote


def _refuse_unnamed(
    quote: str, subjects: Iterable[Sequence[str]], place: FilePlace, to: FindingsReport
) -> None:
    for words in subjects:
        if not any(word in quote for word in words):
            to.add(
                place,
                _("引文没有出现“{name}”或其别名，也没有写 why", name=words[0]),
                words if len(words) > 1 else (),
            )


_NAMED: frozenset[RecordType] = frozenset(
    {"industry", "chain", "region", "enterprise", "platform", "project", "process"}
)
"""Types of records that their quote has to name."""


def _subjects(record: AnyRecord, catalog: Catalog) -> Iterator[Sequence[str]]:
    """The words of each record that a quote has to name; none for one that is not known."""
    if record.type in _NAMED:
        yield catalog.words(record.type, record.id)
    match record:
        case RegionDirection():
            yield catalog.words("region", record.region)
        case Synergy():
            yield catalog.words("chain", record.source)
            yield catalog.words("chain", record.target)
        case Indicator():
            # A table states the name and the number in two cells, and each is quoted.
            yield [record.printed, record.name]
        case Gap(segment=None):
            yield [record.enterprise_type or record.capability or ""]
        case Role() | Makes():
            yield catalog.words("enterprise", record.enterprise)
    if isinstance(record, Makes | Mention | Claim | Gap) and record.segment is not None:
        yield catalog.words("segment", record.segment)


def refuse_unprinted(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """Of the quotes of an indicator, one at least prints its number."""
    for entry in entries:
        record = entry.record
        if isinstance(record, Indicator):
            quotes = [each.quote for each in record.evidence if each.quote is not None]
            if not any(record.printed in quote for quote in quotes):
                to.add(
                    entry.place.at("printed"),
                    _("没有一段引文印有“{printed}”", printed=record.printed),
                )
