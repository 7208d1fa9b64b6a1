"""Which ids a record names, and under which key."""

from collections.abc import Iterator

from graph.load.forms_recipes import DOMAIN
from graph.load.yaml_marks import YamlPath
from graph.model import AnyRecord, ByProduct, Fact, InputGroup, KindOf, Membership, RecordType
from graph.model.references import naming_fields

Reference = tuple[RecordType, str, YamlPath]
"""The type of what is named, its id, and the path from the record to where it is named."""


def references(record: AnyRecord) -> Iterator[Reference]:
    """Every id that the record names, the sources of its evidence included."""
    yield from _named(record)
    if isinstance(record, Fact):
        for index, evidence in enumerate(record.evidence):
            if evidence.source not in (None, DOMAIN):
                yield "source", str(evidence.source), ("source", index)


def _named(record: AnyRecord) -> Iterator[Reference]:
    match record:
        case KindOf():
            yield "segment", record.parent, ("segment",)
        case Membership():
            yield "chain", record.chain, ()
        case ByProduct():
            yield "segment", record.target, ("target",)
        case InputGroup():
            for index, member in enumerate(record.members):
                yield "segment", member.segment, ("members", index)
        case _:
            yield from _named_by_fields(record)


def _named_by_fields(record: AnyRecord) -> Iterator[Reference]:
    for field, type_ in naming_fields(record):
        match getattr(record, field):
            case str() as id_:
                yield type_, id_, (field,)
            case tuple() as ids:
                for index, id_ in enumerate(ids):
                    yield type_, id_, (field, index)
