"""Rows that say what a segment takes: inputs each as it comes, alternatives when all are known."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.exchange.bulk.ground import BulkRow
from graph.exchange.match.edges import INPUTS
from graph.message import _
from graph.model import InputGroup, Member
from graph.model.record_text import RecordText, json_of, written
from graph.model.vocabulary import InputSort


@dataclass(slots=True)
class BulkInputs:
    """Inputs as they come; `groups` are those with a label, by consumer, sort and label."""

    groups: dict[tuple[str, InputSort, str], InputGroup] = field(default_factory=dict)
    supplied: set[str] = field(default_factory=set)

    def say(self, row: BulkRow, source: str, consumer: str) -> Iterator[RecordText]:
        """The input that a row tells, if it is no alternative to others."""
        sort = row.word("input", INPUTS) or "material"
        essential, exact = row.yes("essential") is not False, bool(row.yes("exact"))
        label = row.text("group")
        evidence, proofs = (row.evidence(), "") if label else (None, row.proofs())
        if row.cells.faults:
            return
        id_ = f"input.{consumer}.{sort}.{source}"
        if evidence is not None:
            whole = InputGroup(
                id=id_,
                consumer=consumer,
                input=sort,
                essential=essential,
                members=(Member(segment=source, exact=exact),),
                evidence=(evidence,),
            )
            self._join(row, (consumer, sort, label), whole)
        elif id_ not in self.supplied:
            self.supplied.add(id_)
            said = {
                "id": json_of(id_),
                "consumer": json_of(consumer),
                "input": json_of(sort),
                "essential": json_of(essential),
                "members": f"[{written(Member, segment=json_of(source), exact=json_of(exact))}]",
            }
            yield RecordText("input_group", id_, written(InputGroup, **said, evidence=proofs))

    def _join(self, row: BulkRow, key: tuple[str, InputSort, str], whole: InputGroup) -> None:
        """Put an alternative to those that have its label."""
        before = self.groups.setdefault(key, whole)
        if before is whole:
            self.supplied.add(whole.id)
            return
        (member,) = whole.members
        if any(each.segment == member.segment for each in before.members):
            return
        if before.essential != whole.essential:
            row.cells.refuse("essential", _("同一组内“必需”不一致"), "contradiction")
            return
        proofs = (*before.evidence, *whole.evidence)
        changes = {"members": (*before.members, member), "evidence": proofs}
        self.groups[key] = before.model_copy(update=changes)
