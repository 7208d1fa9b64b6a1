"""The report of a list as a register: what became of its firms, and what the answers change."""

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.analysis.register_doubts import doubts, may_conclude
from graph.answers.registers import told_doubts
from graph.answers.shapes import Ref
from graph.answers.workspace import Workspace, ref_to
from graph.exchange.match.snapshot import FATES, FirmFate, RegisterAsked, Snapshot, snapshot
from graph.exchange.read.files import TableFile
from graph.exchange.read.firm_words import read_firms
from graph.exchange.report.bodies import (
    CandidateItem,
    FactDifference,
    FirmFateItem,
    ImportBody,
    MatchItem,
    PassedItem,
    RegisterReport,
)
from graph.exchange.report.effects import difference, facts_with
from graph.exchange.report.outcome import ImportChoices
from graph.model import ListedFirm
from graph.model.vocabulary import Lang

SHOWN = 500
"""Firms told one by one; the rest is counted."""


def register_read(
    ws: Workspace, files: Sequence[TableFile], choices: ImportChoices, asked: RegisterAsked
) -> Snapshot:
    """Read lists as one register; what of them could not be read is among its flaws."""
    lists = [read_firms(file, wordless=True) for file in files]
    rows = [row for each in lists for row in each.rows]
    found = snapshot(ws.facts, asked, rows, (choices.by, choices.today), choices.names)
    found.flaws += [(e.table, e.row, "", e.why) for each in lists for e in each.skipped]
    return found


def register_report(found: Snapshot, ws: Workspace, lang: Lang) -> ImportBody:
    """Tell what became of every firm, what speaks against the list, what the answers change."""
    counts = Counter(each.fate for each in found.fates)
    added = counts["new"] + (found.former is None)
    return ImportBody(
        dataset=ws.facts.dataset.id,
        version=ws.facts.version,
        applied=False,
        new=counts["new"],
        changed=len(found.fates) - counts["new"] - counts["same"],
        same=counts["same"],
        rejected_rows=0,
        rejected=(),
        rows=(),
        truncated=sum(counts.values()) - counts["same"] > SHOWN,
        tables=(),
        matched=tuple(_unsettled(found)),
        circles=(),
        passed=tuple(
            PassedItem(table=table, row=row, text=text, why=why.text(lang))
            for table, row, text, why in found.flaws[:SHOWN]
        ),
        facts=FactDifference(added=added, changed=max(len(found.records) - added, 0), withdrawn=0),
        answers=difference(ws, facts_with(ws.facts, found.records), lang),
        as_register=_declared(found, ws, lang),
    )


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
