"""The facts before an import, with what its earlier rows have said already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from graph.edits.withdrawals import Withdrawal
from graph.exchange.match.names import MUST_CONFIRM, Candidate, Match, Names, names_of
from graph.exchange.read.cells import Cells, Fault
from graph.message import _
from graph.model import (
    RECORDS,
    AnyRecord,
    Chain,
    Claim,
    Enterprise,
    Facts,
    Industry,
    RecordType,
    Region,
    Segment,
)
from graph.model.facts import FIELD_OF_TYPE
from graph.model.names import fold
from graph.model.new_ids import new_id
from graph.model.references import RecordKey
from graph.model.vocabulary import ClaimStatus

NEW = "new"
SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Matched:
    """A name of the table that is not written as we know it, and what it was taken for."""

    value: str
    type: RecordType
    id: str
    how: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class ImportedGraph:
    """A graph drawn elsewhere: what its own ids stand for, in which row each id stood first.

    `refused` has the nodes whose row was rejected by the name they would have had,
    `groups` are its groups of inputs by consumer, sort and label; `edges` its edges by ends and
    relation, with their rows.
    """

    nodes: dict[str, RecordKey] = field(default_factory=dict)
    keys: set[RecordKey] = field(default_factory=set)
    rows: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    refused: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    groups: dict[tuple[str, str, str], str] = field(default_factory=dict)
    edges: dict[tuple[str, RecordKey, RecordKey, str], int] = field(default_factory=dict)


@dataclass(slots=True)
class KnownRecords:
    """Facts that grow row by row. `choices` says what people decided of names (folded).

    `withdrawn` is what people took back; with `restore` lists may say it again. `met` are the names
    that were asked for, folded, where choices are made.
    """

    facts: Facts
    choices: Mapping[str, str] = field(default_factory=dict)
    withdrawn: Mapping[RecordKey, Withdrawal] = field(default_factory=dict)
    restore: bool = False
    said: dict[RecordKey, AnyRecord] = field(default_factory=dict)
    told: dict[tuple[RecordKey, str], tuple[object, int]] = field(default_factory=dict)
    matched: dict[tuple[str, str], Matched] = field(default_factory=dict)
    drawn: ImportedGraph = field(default_factory=ImportedGraph)
    left_out: list[tuple[str, int, Fault]] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    _names: dict[RecordType, Names] = field(default_factory=dict)
    _codes: dict[str, str] = field(default_factory=dict)
    _inputs: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._codes = {
            firm.credit_code: firm.id
            for firm in self.facts.enterprises.values()
            if firm.credit_code
        }

    def current(self, key: RecordKey) -> AnyRecord | None:
        """Return a record as it stands now, earlier rows included."""
        if key in self.said:
            return self.said[key]
        return self.before(key)

    def before(self, key: RecordKey) -> AnyRecord | None:
        """Return a record as it stood before the import."""
        kind, id_ = key
        found: AnyRecord | None = getattr(self.facts, FIELD_OF_TYPE[kind]).get(id_)
        return found

    def accept(self, cells: Cells, records: Sequence[AnyRecord]) -> None:
        """Take what a row says."""
        self.told.update(cells.told)
        if cells.node is not None:
            own, drawn = cells.node
            self.drawn.nodes[own] = drawn
            self.drawn.keys.add(drawn)
        for record in records:
            key = (record.type, record.id)
            new = key not in self.said and self.before(key) is None
            self.said[key] = record
            if new and isinstance(record, Enterprise | Segment | Chain | Region | Industry):
                self.names(record.type).add(record.id, record.name, getattr(record, "aliases", ()))
            if isinstance(record, Enterprise) and record.credit_code:
                self._codes[record.credit_code] = record.id

    def names(self, kind: RecordType) -> Names:
        """Return the names of one type of record, indexed once."""
        if kind not in self._names:
            self._names[kind] = names_of(self.facts, kind)
        return self._names[kind]

    def choice(self, text: str) -> str | None:
        """Return what a person decided of a name."""
        if not self.choices:
            return None
        folded = fold(text)
        self.met.add(folded)
        return self.choices.get(folded)

    def find(self, kind: RecordType, text: str) -> Match:
        """Return what a name means: by choice, else by the names known."""
        chosen = self.choice(text)
        meant = self.names(kind).exactly(chosen).id if chosen is not None else None
        if meant is not None:
            return self._noted(kind, text, Match(meant, "chosen"))
        return self._noted(kind, text, self.names(kind).find(text))

    def named(self, cells: Cells, code: str, kind: RecordType, text: str) -> str | None:
        """Return the id behind a name in a column, else null and a fault with who comes near."""
        found = self.find(kind, text)
        if found.id is None:
            refuse_name(cells, code, kind, text, found.candidates)
        return found.id

    def claims_on(self, region: str, segment: str) -> Iterator[Claim]:
        """Yield what is claimed of a segment in a region, as it stands now."""
        for status in get_args(ClaimStatus):
            found = self.current(("claim", f"claim.{region}.{segment}.{status}"))
            if isinstance(found, Claim) and not found.denied:
                yield found

    def inputs_before(self) -> Mapping[tuple[str, str, str], str]:
        """Return the groups of the facts before by consumer, sort and each of their members."""
        if not self._inputs:
            self._inputs = {
                (group.consumer, group.input, member.segment): group.id
                for group in self.facts.input_groups.values()
                for member in group.members
            }
        return self._inputs

    def known_firm(self, cells: Cells, code: str) -> str | None:
        """Return the id of a known firm in a column; null and a fault for any other."""
        text = cells.needed(code)
        return self.named(cells, code, "enterprise", text) if text else None

    def firm(self, cells: Cells, text: str, code: str = "enterprise") -> str | None:
        """Return the id of a firm, of a new one too; null and a fault where a person decides."""
        found = self.find("enterprise", text)
        if found.id is not None:
            return found.id
        if self.choice(text) == NEW or not must_confirm(found.candidates):
            id_ = new_id(text, "firm")
            self._note(text, "enterprise", Match(id_, None, found.candidates), "new")
            return id_
        refuse_name(cells, code, "enterprise", text, found.candidates)
        return None

    def firm_with_code(self, code: str) -> str | None:
        """Return the firm that is known to have a credit code."""
        return self._codes.get(code)

    def _noted(self, kind: RecordType, text: str, found: Match) -> Match:
        if found.id is not None and found.how in ("normalised", "chosen"):
            self._note(text, kind, found, found.how)
        return found

    def _note(self, text: str, kind: RecordType, found: Match, how: str) -> None:
        if how == "new" and not found.candidates:
            return
        matched = Matched(text, kind, found.id or "", how, found.candidates)
        self.matched.setdefault((kind, text), matched)


def refuse_name(
    cells: Cells, code: str, kind: RecordType, text: str, candidates: tuple[Candidate, ...]
) -> None:
    """Reject a row for a name that a person has to settle, or that is not known."""
    what = RECORDS[kind].about.words
    if candidates:
        near = "、".join(f"{each.name}（{each.id}）" for each in candidates)
        why = _("“{text}”可能是已有的{what}：{near}；请确认", text=text, what=what, near=near)
    else:
        why = _("没有名为“{text}”的{what}", text=text, what=what)
    kind_of_fault = "unsettled" if candidates else "unknown"
    cells.faults.append(
        Fault(cells.header(code), cells.text(code), why, kind_of_fault, candidates, text)
    )


def must_confirm(candidates: Sequence[Candidate]) -> bool:
    """Whether a person has to say if a name is one of these."""
    return any(each.score >= MUST_CONFIRM for each in candidates)
