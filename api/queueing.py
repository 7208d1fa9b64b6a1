"""The queue of a dataset: what fills it, what is in it."""

from collections.abc import Iterable, Mapping, Sequence

from api.http.paging import cut
from api.queries import Question
from api.recognising import recogniser_of
from api.wanted import QueueWanted
from graph.answers import Workspace
from graph.answers.shapes import Body
from graph.edits.changes import Change
from graph.exchange.match.firm_words import KeepChoices, WordsKept, words_kept
from graph.exchange.read.files import TableFile
from graph.exchange.read.firm_words import SkippedTable, read_firms
from graph.message import _
from graph.model.vocabulary import Lang
from graph.recognition.proposal import Skipped
from graph.recognition.queue import Queued, queue
from graph.recognition.queue_list import QueueBody, QueueFilter, firm_named, queue_body


class ListsBody(Body):
    """What became of lists of firms: `changed` firms say other than before, `gone` no more."""

    firms: int
    changed: int
    gone: int
    skipped: tuple[Skipped, ...]


def queue_of(ws: Workspace) -> Mapping[str, Queued]:
    """Return the proposals of a dataset with what was decided of them, by id."""
    return queue(ws.facts, recogniser_of(ws.facts))


def proposals(asked: Question, wanted: QueueWanted) -> QueueBody:
    """Return one page of the queue; raise `UnknownNameError` for a firm or a segment."""
    there = queue_of(asked.ws)
    version = asked.ws.facts.version
    return queue_body(
        asked.ws,
        there,
        filter_of(asked, there, wanted),
        lambda listed: cut(listed, version, asked.page, "proposals", wanted),
    )


def filter_of(asked: Question, there: Mapping[str, Queued], wanted: QueueWanted) -> QueueFilter:
    """Read the names of what is wanted."""
    return QueueFilter(
        firm=None if wanted.firm is None else firm_named(asked.ws, there, wanted.firm),
        segment=asked.id(wanted.segment, "segment"),
        strength=wanted.strength,
        state=wanted.state,
        by=wanted.by,
    )


def kept(
    ws: Workspace, files: Sequence[TableFile], choices: KeepChoices
) -> tuple[Change, WordsKept]:
    """Read lists into the change that keeps their words; raise `TableRefusedError`."""
    lists = [read_firms(file) for file in files]
    found = words_kept(ws.facts, lists, choices)
    named = "、".join(file.name for file in files)
    note = _("名单 {named}：{n} 家企业的用语", named=named, n=_firms(found))
    change = Change(note.text("zh")[:500], found.changed, found.gone)
    skipped = (*(each for one in lists for each in one.skipped), *found.skipped)
    return change, WordsKept(found.every, found.changed, found.gone, skipped)


def lists_body(ws: Workspace, version: int, found: WordsKept, lang: Lang) -> ListsBody:
    """Tell what became of lists, in the version after them."""
    return ListsBody(
        dataset=ws.facts.dataset.id,
        version=version,
        firms=_firms(found),
        changed=len(found.changed),
        gone=len(found.gone),
        skipped=tuple(_skipped(found.skipped, lang)),
    )


def _firms(found: WordsKept) -> int:
    return len({each.enterprise for each in found.every})


def _skipped(rows: Iterable[SkippedTable], lang: Lang) -> Iterable[Skipped]:
    return (Skipped(table=each.table, row=each.row, why=each.why.text(lang)) for each in rows)
