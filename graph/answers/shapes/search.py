"""What was found by name."""

from graph.answers.shapes.common import Page, Ref


class SearchItem(Ref):
    """A record found by name."""

    matched: str


class SearchBody(Page):
    """What was found."""

    items: tuple[SearchItem, ...]
