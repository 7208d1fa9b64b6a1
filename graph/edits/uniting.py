"""What is said of two enterprises that are one: joined, the newer of two values, and each told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.edits.values import is_newer, newest, worded
from graph.message import Message, _
from graph.model import (
    AnyFact,
    AnyRecord,
    Enterprise,
    Evidence,
    Fact,
    Facts,
    FirmWords,
    RecordKey,
    Role,
)
from graph.model.facts import FIELD_OF_TYPE, own_fields
from graph.model.merging import reattached_one
from graph.model.references import composed_id, references
from graph.model.vocabulary import RecordType

_LISTS = ("aliases", "qualifications")
"""What both have counts."""
_TOLD = _("{field}：{keep}“{held}”，{gone}“{said}”{date}，{which}")
_NEWER, _KEPT = _("后者较新，取后者"), _("前者较新，仍取前者")
_UNCLEAR = _("日期分不出先后，仍取前者")


@dataclass
class Uniting:
    """Two enterprises of a dataset on the way to be one: the first stays, the second goes.

    `told` says each value in which they differ, and which of the two holds.
    """

    facts: Facts
    keep: Enterprise
    gone: Enterprise
    told: list[Message] = field(default_factory=list)

    def enterprise(self, own: Sequence[Evidence]) -> Enterprise:
        """The one enterprise; `own` proves that it is one."""
        keep, gone = self.keep, self.gone
        values = dict(self._values(keep, gone))
        names = dict.fromkeys((*keep.aliases, gone.name, *gone.aliases))
        values["aliases"] = tuple(each for each in names if each != keep.name)
        values["qualifications"] = tuple(
            dict.fromkeys((*keep.qualifications, *gone.qualifications))
        )
        values["was"] = tuple(dict.fromkeys((*keep.was, *gone.was, gone.id)))
        one = keep.model_copy(update=values)
        brought = (self._speaking(each, one) for each in gone.evidence)
        proofs = tuple(dict.fromkeys((*keep.evidence, *brought, *own)))
        return one.model_copy(update={"evidence": proofs})

    def facts_of_both(self) -> Iterator[AnyRecord]:
        """What is said of both: one fact with the proofs of both, where neither is denied."""
        for record in (*self.facts.records(), *self.facts.denied.values()):
            other, held = self._meeting(record)
            if isinstance(held, Fact) and isinstance(other, Fact):
                yield from self._one_fact(held, other)

    def _meeting(self, record: AnyRecord) -> tuple[AnyRecord, AnyRecord | None]:
        """A record of the one that goes as one of the other's, and what is held in that place."""
        gone: RecordKey = ("enterprise", self.gone.id)
        if gone not in references(record):
            return record, None
        other = reattached_one(record, {gone: self.keep.id})
        found: AnyRecord | None = getattr(self.facts, FIELD_OF_TYPE[other.type]).get(other.id)
        return other, found if other.id != record.id else None

    def _one_fact(self, held: AnyFact, other: AnyFact) -> Iterator[AnyRecord]:
        if other.denied:
            yield held
        elif isinstance(held, Role) and isinstance(other, Role) and held.role != other.role:
            yield held
            yield from self._further_role(other)
        else:
            values: dict[str, object] = {"evidence": _proofs(held, other)}
            if isinstance(held, FirmWords) and isinstance(other, FirmWords):
                values["lines"] = tuple(dict.fromkeys((*held.lines, *other.lines)))
                values["industry"] = tuple(dict.fromkeys((*held.industry, *other.industry)))
            elif not held.about.confidential:
                values |= dict(self._values(held, other))
            yield held.model_copy(update=values)

    def _further_role(self, other: Role) -> Iterator[Role]:
        """The role of the one that goes, as a further one of the other in that chain."""
        every = self.facts.roles.values()
        ends = (self.keep.id, other.chain)
        own = [each for each in every if (each.enterprise, each.chain) == ends]
        same = next((each for each in own if each.role == other.role), None)
        if same is not None:
            yield same.model_copy(update={"evidence": _proofs(same, other)})
            return
        nth = max(each.nth for each in own) + 1
        role = other.model_copy(update={"nth": nth})
        yield role.model_copy(update={"id": composed_id(role)})

    def _values(self, keep: AnyFact, gone: AnyFact) -> Iterator[tuple[str, object]]:
        """The values that the second says: where the first says none, and where they are newer."""
        for name, told in own_fields(type(keep)).items():
            held, said = getattr(keep, name), getattr(gone, name)
            if said in (None, ()) or held == said or name in ("name", *_LISTS):
                continue
            if held in (None, ()):
                yield name, said
                continue
            since, date = newest(self.facts, keep, name), newest(self.facts, gone, name)
            newer = is_newer(date, since)
            kept = _KEPT if is_newer(since, date) else _UNCLEAR
            if newer:
                yield name, said
            self.told.append(
                _TOLD.filled(
                    field=told.words,
                    keep=self.keep.name,
                    held=worded(keep, name, self._named),
                    gone=self.gone.name,
                    said=worded(gone, name, self._named),
                    date=f"（{date}）" if date else "",
                    which=_NEWER if newer else kept,
                )
            )

    def _speaking(self, proof: Evidence, one: Enterprise) -> Evidence:
        """A proof of the one that goes, of those values alone that hold of both."""
        of_both = [name for name in own_fields(Enterprise) if self._holds(proof, one, name)]
        return proof.model_copy(update={"fields": tuple(of_both)})

    def _holds(self, proof: Evidence, one: Enterprise, name: str) -> bool:
        if name == "aliases":
            return True
        said = getattr(self.gone, name)
        held = name in _LISTS or getattr(one, name) == said
        return proof.speaks_of(name) and said not in (None, ()) and held

    def _named(self, type_: RecordType, id_: str) -> str:
        return getattr(getattr(self.facts, FIELD_OF_TYPE[type_]).get(id_), "name", id_)


def _proofs(held: Fact, other: Fact) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*held.evidence, *other.evidence)))
