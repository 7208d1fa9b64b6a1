"""Two versions compared: the same for route, page and command."""

from api.http.paging import paged
from api.wanted import PageWanted
from api.wanted_around import DiffWanted
from api.workspaces import Workspaces
from graph import answers
from graph.answers.shapes.diff import DiffBody
from graph.edits.history import version_shape
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
