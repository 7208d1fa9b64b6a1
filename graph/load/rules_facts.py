"""Rules on local facts: quotes name their subject, gaps do not compete."""

from collections.abc import Iterable, Iterator

from graph.load.catalog import Catalog
from graph.load.entries import Entry
from graph.load.places import Place
from graph.load.report import Report
from graph.model import (
    AnyRecord,
    Chain,
    Claim,
    Enterprise,
    Fact,
    Gap,
    Industry,
    Makes,
    Mention,
    Region,
    Role,
)
from graph.model.vocabulary import MERGING_KINDS


def refuse_unproven(entries: Iterable[Entry], catalog: Catalog, to: Report) -> None:
    """A quote contains the name or an alias of each of its subjects, or says `why` not."""
    for entry in entries:
        if not isinstance(entry.record, Fact):
            continue
        subjects = [words for words in _subjects(entry.record, catalog) if words]
        for index, evidence in enumerate(entry.record.evidence):
            quote = evidence.quote
            if quote is None or evidence.why is not None:
                continue
            for words in subjects:
                if not any(word in quote for word in words):
                    to.add(
                        entry.place.at("evidence", index),
                        f"引文没有出现“{words[0]}”或其别名，也没有写 why",
                        f"the quote names neither “{words[0]}” nor an alias, and says no why",
                        words if len(words) > 1 else (),
                    )


def _subjects(record: AnyRecord, catalog: Catalog) -> Iterator[list[str]]:
    """The words of each record that a quote has to name; none for one that is not known."""
    match record:
        case Industry() | Chain() | Region() | Enterprise():
            yield catalog.words(record.type, record.id)
        case Gap(segment=None):
            yield [record.enterprise_type or record.capability or ""]
        case Role() | Makes():
            yield catalog.words("enterprise", record.enterprise)
    if isinstance(record, Makes | Mention | Claim | Gap) and record.segment is not None:
        yield catalog.words("segment", record.segment)


def refuse_competing_gaps(entries: Iterable[Entry], to: Report) -> None:
    """One region and segment has one stated gap at most of the kinds that meet a derived one."""
    first: dict[tuple[str, str], tuple[str, Place]] = {}
    for entry in entries:
        gap = entry.record
        if not isinstance(gap, Gap) or gap.segment is None or gap.kind not in MERGING_KINDS:
            continue
        here = (gap.id, entry.place)
        other, where = first.setdefault((gap.region, gap.segment), here)
        if other != gap.id:
            to.add(
                entry.place,
                f"同一地区同一环节已有缺口 {other}（{where}）；"
                "missing、introduce、extend 只能有一个",
                f"gap {other} ({where}) is on the same region and segment; "
                "only one of missing, introduce, extend",
            )
