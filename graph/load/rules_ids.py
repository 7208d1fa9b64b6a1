"""Rules on ids and names: each once, and each id that is named is there."""

from collections.abc import Iterable, Iterator, Sequence

from graph.load.catalog import Catalog
from graph.load.entries import SourceEntry
from graph.load.forms_recipes import DOMAIN
from graph.load.places import FilePlace
from graph.load.references import references
from graph.load.report import FindingsReport
from graph.load.yaml_marks import YamlPath
from graph.message import _
from graph.model import (
    RECORDS,
    AnyRecord,
    Chain,
    Enterprise,
    Fact,
    Gap,
    Industry,
    Mention,
    Platform,
    Process,
    Project,
    Region,
    Segment,
)
from graph.model.names import fold

NamedRecord = Industry | Chain | Region | Segment | Enterprise | Gap | Platform | Project | Process


def refuse_unknown_ids(
    entries: Iterable[SourceEntry], catalog: Catalog, to: FindingsReport
) -> None:
    """Every id that a record names is declared."""
    for entry in entries:
        for kind, id_, steps in references(entry.record):
            if not catalog.has(kind, id_):
                what = RECORDS[kind].about.words
                to.add(
                    entry.place.at(*steps),
                    _("没有 id 为“{id}”的{what}", id=id_, what=what),
                    catalog.nearest(kind, id_),
                )


def refuse_second_ids(entries: Sequence[SourceEntry], to: FindingsReport) -> None:
    """An id is unique per type, in both layers together; `domain` is reserved."""
    first: dict[tuple[str, str], FilePlace] = {}
    for entry in entries:
        record, place = entry.record, entry.place
        if (record.type, record.id) == ("source", DOMAIN):
            to.add(place.at("id"), _("domain 是保留的来源，不用登记"))
        other = first.setdefault((record.type, record.id), place)
        if record.type == "input_group":  # two with one id share a member, which is told
            continue
        if other is not place and (_is_item(place) or _same_item(place, other)):
            tell_second_id(record.id, place, other, to)


def tell_second_id(id_: str, place: FilePlace, other: FilePlace, to: FindingsReport) -> None:
    """Report an id at `place` that stands at `other` already."""
    to.add(place, _("id“{id}”重复，已见于 {other}", id=id_, other=other))


def _is_item(place: FilePlace) -> bool:
    """What hangs on a segment is not told again where the segment itself stands twice."""
    return len(place.path) == 2


def _same_item(one: FilePlace, other: FilePlace) -> bool:
    return (one.file, one.path[:2]) == (other.file, other.path[:2])


def refuse_reused_ids(entries: Sequence[SourceEntry], to: FindingsReport) -> None:
    """An id that was merged away is never used again, nor merged into two records."""
    used = {(entry.record.type, entry.record.id): entry.place for entry in entries}
    for entry in entries:
        record = entry.record
        if not isinstance(record, Fact):
            continue
        for index, old in enumerate(record.was):
            other = used.setdefault((record.type, old), entry.place)
            if other is not entry.place or old == record.id:
                to.add(
                    entry.place.at("was", index),
                    _("was 中的 id“{old}”仍被使用，见 {other}", old=old, other=other),
                )


def refuse_shared_names(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """A name, alias or id calls one record of a type only, in both layers together."""
    owners: dict[tuple[str, str], tuple[str, FilePlace]] = {}
    for entry in entries:
        for kind, owner, word, steps in _called(entry.record):
            other, where = owners.setdefault((kind, fold(word)), (owner, entry.place))
            if other != owner:
                to.add(
                    entry.place.at(*steps),
                    _(
                        "“{word}”已是 {other} 的名称、别名或 id（{where}）",
                        word=word,
                        other=other,
                        where=where,
                    ),
                )


def _called(record: AnyRecord) -> Iterator[tuple[str, str, str, YamlPath]]:
    """Type and id of the record that is called so, the word, and where it stands."""
    if isinstance(record, Mention) and record.name is not None:
        yield "segment", record.segment, record.name, ("name",)
    if isinstance(record, NamedRecord):
        yield record.type, record.id, record.id, ("id",)
        yield record.type, record.id, record.name, ("name",)
        name_en = getattr(record, "name_en", None)
        if name_en is not None:
            yield record.type, record.id, name_en, ("name_en",)
        for index, alias in enumerate(getattr(record, "aliases", ())):
            yield record.type, record.id, alias, ("aliases", index)
