"""What a search field suggests while one types: records by type, as options of a list."""

from collections.abc import Iterable

from graph.answers.shapes import SearchBody, SearchItem
from viz.chrome import Chrome
from viz.render import render

MOST_OF_A_TYPE = 8
"""Options of one type; the search page has the rest."""


def hits(chrome: Chrome, body: SearchBody) -> str:
    """`/search/hits?q=`: the best matches, the type of the very best first."""
    groups = [(type_, items[:MOST_OF_A_TYPE]) for type_, items in by_type(body.items)]
    return render("hits.html", chrome, groups=groups, total=body.total)


def by_type(items: Iterable[SearchItem]) -> list[tuple[str, list[SearchItem]]]:
    """Gather what was found by type, the type of the best match first."""
    found: dict[str, list[SearchItem]] = {}
    for item in items:
        found.setdefault(item.type, []).append(item)
    return list(found.items())
