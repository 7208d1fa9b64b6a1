"""The history, page by page: the same for routes, pages and commands."""

from api.http.paging import paged
from api.wanted import PageWanted
from graph.answers import Workspace
from graph.answers.shapes.edits import HistoryBody
from graph.edits.history import history, with_edits
from graph.model.vocabulary import Lang
from graph.store.contract import GraphStore, Version


def history_page(
    store: GraphStore, version: Version, ws: Workspace, page: PageWanted, lang: Lang
) -> HistoryBody:
    """One page of the versions up to `version`, with their edits."""
    return with_edits(store, ws, paged(history(store, version), page, "history"), lang)
