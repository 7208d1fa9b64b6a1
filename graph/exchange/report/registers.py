"""The report of a list as a register: what became of its firms, and what the answers change."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from graph.analysis.register_doubts import doubts, may_conclude
from graph.answers.registers import told_doubts
from graph.answers.shapes import Ref
from graph.answers.workspace import Workspace, ref_to, workspace
from graph.errors import TableRefusedError
from graph.exchange.match.chosen import refuse_unmet_in
from graph.exchange.match.listing import ListChoices, Place, unsaid
from graph.exchange.match.snapshot import (
    FATE_WORDS,
    FATES,
    Fate,
    FirmFate,
    RegisterAsked,
    Snapshot,
    snapshot,
)
from graph.exchange.read.files import TableFile
from graph.exchange.read.firm_columns import FIRM_LIST
from graph.exchange.report.bodies import (
    CandidateItem,
    ChangeItem,
    FactDifference,
    FactItem,
    FirmFateItem,
    ImportBody,
    MatchItem,
    PassedItem,
    RegisterReport,
    RowItem,
)
from graph.exchange.report.effects import difference, facts_with
from graph.exchange.report.fates import Outcome, RowFates
from graph.exchange.report.outcome import (
    KEPT,
    ImportChoices,
    ImportGround,
    TableRead,
    ToldLines,
)
from graph.exchange.report.register_lists import RegisterLists, register_lists
from graph.exchange.report.summary import table_item
from graph.exchange.report.unread import Passed
from graph.message import _
from graph.model import Facts, ListedFirm
from graph.model.names import fold
from graph.model.vocabulary import Lang

SHOWN = 500
"""Firms told one by one; the rest is counted."""
MOST_REGIONS = 30
"""Regions that the name of a place may be said to mean, on the page."""


@dataclass(frozen=True, slots=True)
class RegisterRead:
    """Lists that were read as a register: what they say, and their tables row by row."""

    snapshot: Snapshot
    tables: tuple[TableRead, ...]
    passed: Sequence[Passed]


def register_read(
    ground: ImportGround,
    files: Sequence[TableFile],
    choices: ImportChoices,
    asked: RegisterAsked,
    told: ToldLines = lambda _: None,
) -> RegisterRead:
    """Read lists as one register; raise `TableRefusedError` for one that a person took back."""
    lists = register_lists(files, choices.wanted, told)
    _refuse_unmet(lists, files, choices)
    columns = {code for table in lists.tables for code in table.heading.columns}
    how = ListChoices(choices.by, choices.today, choices.names, unsaid(columns), told)
    found = snapshot(ground.ws.facts, asked, lists.rows, how)
    if not choices.restore:
        _refuse_taken_back(ground, found)
    return RegisterRead(found, tuple(_tables(lists, found)), lists.passed)


def _refuse_unmet(lists: RegisterLists, files: Sequence[TableFile], choices: ImportChoices) -> None:
    """Raise `BadParameterError` for what was said of a name that the lists do not have."""
    if choices.names:
        met = {fold(text) for row in lists.rows for text in (row.firm, row.place)}
        unmet = {name for name in choices.names if fold(name) not in met}
        refuse_unmet_in(files, replace(choices.wanted, among=(FIRM_LIST,)), unmet)


def _refuse_taken_back(ground: ImportGround, found: Snapshot) -> None:
    """A register that was withdrawn does not come back by the same list, or an older one."""
    register = found.register
    gone = ground.withdrawn.get(("register", register.id))
    if found.former is None and gone is not None and register.as_of <= gone.day:
        why = _TAKEN_BACK.filled(day=gone.day, by=gone.by, why=gone.why)
        raise TableRefusedError(file=register.name, reason=why)


_TAKEN_BACK = _(
    "这份名录 {day} 由 {by} 撤回：{why}；确要恢复，请选“恢复曾撤回或否定的事实”（命令 --restore）"
)
_OUTCOMES: Mapping[Fate, Outcome] = {"new": "new", "same": "same"}
"""What becomes of the rows of a firm; all else is a change."""


def _tables(lists: RegisterLists, found: Snapshot) -> Iterator[TableRead]:
    for table in lists.tables:
        fates = RowFates()
        for number, _same in table.fates:
            fate = found.fate_of[Place(table.table, number)].fate
            fates.add(number, _OUTCOMES.get(fate, "changed"))
        yield replace(table, rows=len(fates.numbers), fates=fates)


def register_report(
    read: RegisterRead,
    ws: Workspace,
    lang: Lang,
    compiled: Callable[[Facts], Workspace] = workspace,
) -> ImportBody:
    """Tell what became of every firm, what speaks against the list, what the answers change."""
    found = read.snapshot
    fates = Counter(each.fate for each in found.fates)
    rows = Counter(outcome for table in read.tables for _number, outcome in table.fates)
    added = fates["new"] + (found.former is None)
    passed = sum(each.rows for each in read.passed)
    return ImportBody(
        dataset=ws.facts.dataset.id,
        version=ws.facts.version,
        applied=False,
        new=rows["new"],
        changed=rows["changed"],
        same=rows["same"],
        rejected_rows=0,
        rejected=(),
        rows=tuple(islice(_rows(read, ws, lang), KEPT)),
        truncated=sum(fates.values()) - fates["same"] > SHOWN,
        tables=tuple(table_item(each, lang) for each in read.tables),
        matched=(*_unsettled(found), *_places(found, ws)),
        circles=(),
        passed=tuple(islice(_passed(read, lang), KEPT)),
        passed_rows=passed,
        all_rows=rows.total() + passed,
        facts=FactDifference(added=added, changed=max(len(found.records) - added, 0), withdrawn=0),
        answers=difference(ws, compiled(facts_with(ws.facts, found.records)), lang),
        as_register=_declared(found, ws, lang),
    )


def _passed(read: RegisterRead, lang: Lang) -> Iterator[PassedItem]:
    for each in read.passed:
        why = each.why.text(lang)
        yield PassedItem(table=each.table, row=each.row, text=each.text, why=why, rows=each.rows)
    for (table, row), text, reason in read.snapshot.flaws:
        yield PassedItem(table=table, row=row, text=text, why=reason.text(lang), rows=0)


def _rows(read: RegisterRead, ws: Workspace, lang: Lang) -> Iterator[RowItem]:
    """The rows whose firm is new or changed, each with what became of it."""
    for table in read.tables:
        for number, outcome in table.fates:
            fate = read.snapshot.fate_of[Place(table.table, number)]
            if outcome != "same":
                ref = Ref(type="listed_firm", id=fate.now.id, name=fate.now.name)
                fact = FactItem(fact=ref, outcome=outcome, changes=_change(ws, fate, lang))
                yield RowItem(table=table.table, row=number, outcome=outcome, facts=(fact,))


def _change(ws: Workspace, fate: FirmFate, lang: Lang) -> tuple[ChangeItem, ...]:
    before, after = _changes(ws, fate)
    word = FATE_WORDS[fate.fate].text(lang)
    change = ChangeItem(field=fate.fate, field_name=word, before=before, after=after)
    return (change,) if before or after else ()


def _declared(found: Snapshot, ws: Workspace, lang: Lang) -> RegisterReport:
    counts = Counter(each.fate for each in found.fates)
    register = found.register
    return RegisterReport(
        name=register.name,
        as_of=register.as_of,
        region=ref_to(ws.facts.regions[register.region]),
        coverage=register.coverage,
        former=found.former.as_of if found.former else None,
        fates={fate: counts[fate] for fate in FATES},
        firms=tuple(_fates(ws, found))[:SHOWN],
        unmatched=sum(row.enterprise is None for row in found.rows if row.gone is None),
        doubts=told_doubts(doubts(ws.facts, register, found.rows), lang),
        concludes=may_conclude(ws.facts, register, found.rows),
    )


def _fates(ws: Workspace, found: Snapshot) -> Iterator[FirmFateItem]:
    told = [each for each in found.fates if each.fate != "same"]
    for each in sorted(told, key=lambda one: (FATES.index(one.fate), one.now.name)):
        known = ws.facts.enterprises.get(each.now.enterprise or "")
        before, after = _changes(ws, each)
        yield FirmFateItem(
            fate=each.fate,
            name=each.now.name,
            enterprise=ref_to(known) if known else None,
            before=before,
            after=after,
        )


def _changes(ws: Workspace, fate: FirmFate) -> tuple[str, str]:
    """What a row said before and says now, of what changed."""
    if fate.before is None or fate.fate in {"new", "gone"}:
        return "", ""
    old, new = _said(ws, fate.before), _said(ws, fate.now)
    changed = [at for at, said in enumerate(old) if said != new[at]]
    return "；".join(old[at] for at in changed), "；".join(new[at] for at in changed)


def _said(ws: Workspace, row: ListedFirm) -> tuple[str, ...]:
    region = ws.facts.regions.get(row.region or "")
    words = "、".join(str(each)[:60] for each in row.words[:6])
    place = region.name if region else ""
    said = (row.name, row.state or "", place, "、".join(row.industry), words)
    return tuple(each or "—" for each in said)


def _unsettled(found: Snapshot) -> Iterator[MatchItem]:
    for name, near in list(found.unsettled.items())[:SHOWN]:
        candidates = tuple(
            CandidateItem(ref=Ref(type="enterprise", id=each.id, name=each.name), score=each.score)
            for each in near
        )
        yield MatchItem(value=name, taken_for=candidates[0].ref, how="open", candidates=candidates)


def _places(found: Snapshot, ws: Workspace) -> Iterator[MatchItem]:
    """Names of places that nobody knows, each with the regions that they may mean."""
    regions = (each for each in ws.facts.regions.values() if each.sort != "neighbour")
    within = tuple(
        CandidateItem(ref=ref_to(each), score=0)
        for each in sorted(regions, key=lambda one: (one.sort, one.id))
    )[:MOST_REGIONS]
    for name in found.places[:SHOWN] if within else ():
        yield MatchItem(value=name, taken_for=within[0].ref, how="open", candidates=within)
