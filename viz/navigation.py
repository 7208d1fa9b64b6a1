"""The navigation of every page; a new page is one line of `BAR` or `MORE`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its word in `viz.texts` and its path.

    A phone's bar has room for four entries; the others fold into "more" there.
    """

    word: str
    path: str
    phone: bool = False

    def holds(self, path: str) -> bool:
        """Whether a page stands here or below."""
        return path == self.path or (self.path != "/" and path.startswith(f"{self.path}/"))


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading of "more"."""

    word: str
    entries: tuple[Entry, ...]


BAR = (
    Entry("overview", "/", phone=True),
    Entry("graph", "/graph"),
    Entry("missing", "/missing", phone=True),
    Entry("gaps", "/gaps", phone=True),
    Entry("synergies", "/synergies"),
    Entry("reader", "/documents"),
)
"""What stands in the bar; the menu of panoramas comes after the first."""

MORE = (
    Section(
        "nav_district",
        (
            Entry("regions", "/regions"),
            Entry("indicators", "/indicators"),
            Entry("platforms", "/platforms"),
            Entry("projects", "/projects"),
            Entry("dependence", "/dependence"),
        ),
    ),
    Section(
        "nav_records",
        (Entry("segments_page", "/segments"), Entry("enterprises_page", "/enterprises")),
    ),
    Section(
        "nav_work",
        (
            Entry("honesty", "/verify"),
            Entry("sources", "/sources"),
            Entry("exports", "/exports"),
            Entry("import", "/import"),
            Entry("history", "/history"),
        ),
    ),
)
"""What "more" opens; a section without entries is not shown."""


def more() -> tuple[Section, ...]:
    """The sections that have entries."""
    return tuple(section for section in MORE if section.entries)


def stands(path: str) -> bool:
    """Whether the application has a page that the navigation leads to at this path."""
    return any(
        entry.path == path
        for entry in (*BAR, *(entry for section in MORE for entry in section.entries))
    )


def in_more(path: str) -> bool:
    """Whether a page stands in "more" only."""
    return any(entry.holds(path) for section in MORE for entry in section.entries)
