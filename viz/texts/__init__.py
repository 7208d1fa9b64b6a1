"""The words of the pages, Chinese and English side by side: one module per part of the site."""

from viz.texts import (
    access,
    common,
    district,
    documents,
    edits,
    errors,
    exports,
    graph,
    imports,
    navigation,
    overview,
    questions,
    records,
    seek,
    ties,
    told,
)

TEXTS: dict[str, tuple[str, str]] = {
    **common.TEXTS,
    **access.TEXTS,
    **district.TEXTS,
    **documents.TEXTS,
    **edits.TEXTS,
    **errors.TEXTS,
    **exports.TEXTS,
    **graph.TEXTS,
    **imports.TEXTS,
    **navigation.TEXTS,
    **overview.TEXTS,
    **questions.TEXTS,
    **records.TEXTS,
    **seek.TEXTS,
    **ties.TEXTS,
    **told.TEXTS,
}
