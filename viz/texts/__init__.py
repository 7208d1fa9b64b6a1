"""The words of the pages, Chinese and English side by side: one module per part of the site."""

from graph.message import Message
from viz.texts import (
    access,
    common,
    district,
    edits,
    errors,
    exports,
    graph,
    overview,
    priority,
    questions,
    reach,
    records,
    ties,
    told,
)

TEXTS: dict[str, Message] = {
    **common.TEXTS,
    **access.TEXTS,
    **district.TEXTS,
    **edits.TEXTS,
    **errors.TEXTS,
    **exports.TEXTS,
    **graph.TEXTS,
    **overview.TEXTS,
    **priority.TEXTS,
    **questions.TEXTS,
    **reach.TEXTS,
    **records.TEXTS,
    **ties.TEXTS,
    **told.TEXTS,
}
