"""Random edits of small random datasets: of every kind that people make, and odd ones."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from graph.model import AnyRecord, Evidence, Fact, Facts, Gap, RecordKey, facts_from
from graph.model.following import ReportedChange
from graph.model.references import DERIVED
from tests import support
from tests.questions.random_graphs import PLACES, random_facts
from tests.support import REPORTED, reported

CHAINS = ("bikes", "boats")
FIRM_STATES = ("operating", "planned", "suspended", "prospective")
CLAIMS = ("present", "absent", "sought")

Written = tuple[list[AnyRecord], list[RecordKey]]
"""What an edit reports and what it withdraws."""


@dataclass
class EditedDataset:
    """A dataset of a seed and what was reported above it, edited at random."""

    dice: Random
    seed: Facts
    reported: dict[RecordKey, AnyRecord] = field(default_factory=dict)
    past: list[list[ReportedChange]] = field(default_factory=list)
    version: int = 1

    def facts(self) -> Facts:
        """Everything as a store reads it."""
        records = (*self.seed.records(), *self.reported.values())
        return facts_from(self.seed.dataset, self.version, records)

    def edit(self) -> list[ReportedChange]:
        """Make one edit that changes something; return what it changed."""
        while True:
            if changes := self.write(*self.dice.choice(EDITS)(self)):
                return changes

    def write(
        self, records: Sequence[AnyRecord], gone: Sequence[RecordKey]
    ) -> list[ReportedChange]:
        """Report and withdraw; return what that changed: if anything, it is the next version."""
        changes = list(self._changes(records, gone))
        if not changes:
            return changes
        for each in changes:
            self.reported.pop(each.key, None)
            if each.after is not None:
                self.reported[each.key] = each.after
        self.past.append(changes)
        self.version += 1
        return changes

    def _changes(
        self, records: Sequence[AnyRecord], gone: Sequence[RecordKey]
    ) -> Iterator[ReportedChange]:
        after: dict[RecordKey, AnyRecord | None] = dict.fromkeys(gone)
        after |= {(each.type, each.id): each for each in records}
        for key, now in sorted(after.items()):
            before = self.reported.get(key)
            if before != now:
                yield ReportedChange(key, before, now)

    def one_of(self, shelf: str) -> AnyRecord | None:
        """Draw a fact of a shelf."""
        there = list(getattr(self.facts(), shelf).values())
        return self.dice.choice(there) if there else None

    def id_of(self, shelf: str) -> str:
        """Draw the id of a fact of a shelf that is never empty."""
        found = self.one_of(shelf)
        assert found is not None
        return found.id


def edited_dataset(seed: int) -> EditedDataset:
    """A random dataset with chains, roles and the like; nothing of it is edited yet."""
    dice = Random(seed + 300_000)  # noqa: S311 - a test, no secret
    there = random_facts(seed, largest=8)
    more: list[AnyRecord] = [
        support.industry(),
        *(support.chain(each) for each in CHAINS),
        *(
            support.membership(dice.choice(CHAINS), each, dice.choice(("midstream", "downstream")))
            for each in there.segments
        ),
        support.enterprise("loner", region="park"),
        support.role("bikes", "loner"),
        support.direction("yonder", "boats", "boats"),
        support.document(),
        support.source(),
    ]
    records = (*there.records(), *more)
    return EditedDataset(dice, facts_from(there.dataset, 1, records))


def _judgement(data: EditedDataset) -> Written:
    gap = data.id_of("gaps")
    if data.dice.random() < 0.5:
        gap = f"{DERIVED}district.{data.id_of('segments')}"
    verdict = data.dice.choice(("confirm", "refute", "adopt", None))
    owner = data.dice.choice((None, "招商局", "经信委"))
    return [support.judgement(gap, verdict, owner=owner, evidence=_when(data))], []


def _lead(data: EditedDataset) -> Written:
    return [support.lead(data.id_of("gaps"), data.dice.choice((2, 3)))], []


def _firm(data: EditedDataset) -> Written:
    dice, id_ = data.dice, data.dice.choice(("fresh_a", "fresh_b", data.id_of("enterprises")))
    state, place = dice.choice(FIRM_STATES), dice.choice(PLACES)
    made = [support.makes(id_, data.id_of("segments"), evidence=_when(data))]
    firm = support.enterprise(id_, state, place, evidence=_when(data), corrected="走访")
    return [firm, *(made if dice.random() < 0.5 else [])], []


def _makes(data: EditedDataset) -> Written:
    ends = data.id_of("enterprises"), data.id_of("segments")
    return [support.makes(*ends, evidence=_when(data))], []


def _claim(data: EditedDataset) -> Written:
    place = data.dice.choice(PLACES) or "district"
    said = data.dice.choice(CLAIMS)
    return [support.claim(data.id_of("segments"), said, place, evidence=_when(data))], []


def _role(data: EditedDataset) -> Written:
    return [support.role(data.dice.choice(CHAINS), data.id_of("enterprises"), "配套")], []


def _beside(data: EditedDataset) -> Written:
    chain, segment = data.dice.choice(CHAINS), data.id_of("segments")
    stage = data.dice.choice(("upstream", "midstream", "downstream"))
    records = (
        support.mention(chain, segment, data.dice.choice((None, "别名")), evidence=REPORTED),
        support.membership(chain, segment, stage, evidence=REPORTED),
        support.gap(f"told_{data.dice.randint(1, 3)}", segment=segment, chains=(chain,)),
        support.platform("lab", chains=(chain,), region="park", evidence=REPORTED),
        support.indicator("output", data.dice.choice((1.0, 2.0))),
        support.delivery("loner", data.id_of("enterprises"), segment),
        support.decision("loner", segment),
        support.firm_words("loner"),
        support.review("loner"),
        support.document(date=data.dice.choice(("2025-01-01", "2026-12-01"))),
        support.segment(segment, name=data.dice.choice("甲乙丙"), evidence=REPORTED),
    )
    return [data.dice.choice(records)], []


def _denial(data: EditedDataset) -> Written:
    found = data.one_of(data.dice.choice(("makes", "claims", "roles", "mentions", "kinds")))
    if not isinstance(found, Fact):
        return [], []
    return [found.model_copy(update={"denied": "并非如此", "evidence": _when(data)})], []


def _correction(data: EditedDataset) -> Written:
    found = data.one_of("gaps")
    assert isinstance(found, Gap)
    update = {"urgency": data.dice.choice((0, 1, 2)), "evidence": REPORTED, "corrected": "更正"}
    return [found.model_copy(update=update)], []


def _withdrawal(data: EditedDataset) -> Written:
    some = data.dice.sample(sorted(data.reported), min(len(data.reported), 2))
    return [], some[: data.dice.choice((1, 1, 2))]


def _undo(data: EditedDataset) -> Written:
    if not data.past:
        return [], []
    undone = data.dice.choice(data.past[-3:])
    back = [each.before for each in undone if each.before is not None]
    return back, [each.key for each in undone if each.before is None]


def _merge(data: EditedDataset) -> Written:
    """One firm goes over into another; seldom, for all that follows is compiled from scratch."""
    firms = data.facts().enterprises
    if len(firms) < 2 or data.dice.random() < 0.7:
        return [], []
    kept, other = data.dice.sample(sorted(firms), 2)
    return [firms[kept].model_copy(update={"was": (*firms[kept].was, other)})], []


def _orphan(data: EditedDataset) -> Written:
    """Something about a firm that is not there, or not yet."""
    return [support.makes("fresh_a", data.id_of("segments"), evidence=_when(data))], []


def _when(data: EditedDataset) -> tuple[Evidence, ...]:
    return reported(data.dice.choice(("2025-06", "2026-03-01", "2026-09")))


EDITS: tuple[Callable[[EditedDataset], Written], ...] = (
    _judgement,
    _judgement,
    _lead,
    _firm,
    _firm,
    _makes,
    _makes,
    _claim,
    _claim,
    _role,
    _beside,
    _beside,
    _denial,
    _correction,
    _withdrawal,
    _withdrawal,
    _undo,
    _merge,
    _orphan,
)
