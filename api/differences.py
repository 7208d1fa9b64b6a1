"""Two versions compared: the same for route, page and command."""

from collections.abc import Iterable

from api.http.paging import paged
from api.wanted import PageWanted
from api.wanted_around import DiffWanted
from api.workspaces import Workspaces
from graph import answers
from graph.answers import Workspace
from graph.answers.shapes.diff import ChangedFact, DiffBody
from graph.edits.finding import held
from graph.edits.history import version_shape
from graph.model import AnyRecord
from graph.model.references import RecordKey, references
from graph.model.vocabulary import Lang
from graph.store.contract import Version


def difference(
    workspaces: Workspaces, shown: Version, wanted: DiffWanted, page: PageWanted, lang: Lang
) -> DiffBody:
    """One page of the facts that differ, and all answers that do.

    By default from the version before to the one that is `shown`. Raises `UnknownVersionError`,
    `VersionGoneError`.
    """
    current = workspaces.current(shown.dataset)
    after = workspaces.numbered(current, wanted.to or shown.number)
    before = workspaces.numbered(current, wanted.source or max(1, after.number - 1))
    told = (version_shape(before), version_shape(after))
    body = answers.diff(workspaces.at(before), workspaces.at(after), told, lang)
    return paged(body, page, "diff", str(before.number))


def names_in(ws: Workspace, items: Iterable[ChangedFact], lang: Lang) -> dict[RecordKey, str]:
    """What the records are called that changed facts name, as far as they are there."""
    records = (each for item in items for each in (item.before, item.after) if each is not None)
    keys = {key for record in records for key in references(record)}
    found = ((key, held(ws.facts, key)) for key in keys)
    return {key: name for key, record in found if (name := _called(record, lang))}


def _called(record: AnyRecord | None, lang: Lang) -> str:
    name: str = getattr(record, "name", "")
    english: str | None = getattr(record, "name_en", None)
    return (english if lang == "en" else None) or name
