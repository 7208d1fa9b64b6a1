"""The words of the pages, Chinese and English side by side: one module per part of the site."""

from viz.texts import (
    access,
    common,
    district,
    documents,
    edits,
    exports,
    graph,
    imports,
    navigation,
    overview,
    questions,
    records,
    seek,
    ties,
)

TEXTS: dict[str, tuple[str, str]] = {
    **access.TEXTS,
    **common.TEXTS,
    **district.TEXTS,
    **documents.TEXTS,
    **edits.TEXTS,
    **exports.TEXTS,
    **imports.TEXTS,
    **graph.TEXTS,
    **navigation.TEXTS,
    **overview.TEXTS,
    **questions.TEXTS,
    **records.TEXTS,
    **seek.TEXTS,
    **ties.TEXTS,
}
