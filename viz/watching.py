"""Pages of what is new: since a version, and the lists that a reader comes back to."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.answers.shapes import Ref
from graph.answers.shapes.diff import DiffBody
from viz import navigation, style
from viz.chrome import Chrome
from viz.editing import RecordNames, compared
from viz.overview import SinceSeen, VersionSummary
from viz.queries import PageProblem
from viz.render import render
from viz.words import PageWords

LONGEST = 60
"""Characters of a name that a form suggests."""


@dataclass(frozen=True, slots=True)
class SavedState:
    """A saved list, what is new and gone in it since the last look, or why it does not hold.

    `rows` counts what it lists now, at `version`; both are null where that is not known, and
    `compared` is false where the last look cannot be asked again.
    """

    id: str
    name: str
    address: str
    version: int | None = None
    rows: int | None = None
    compared: bool = False
    new: tuple[Ref, ...] = ()
    gone: tuple[Ref, ...] = ()
    problem: str | None = None

    @property
    def differs(self) -> bool:
        """Whether rows came or went."""
        return bool(self.new or self.gone)


@dataclass(frozen=True, slots=True)
class SavedTyped:
    """A list about to be saved, as it stands in its form."""

    name: str
    address: str


def saved_page(
    chrome: Chrome,
    lists: Sequence[SavedState],
    typed: SavedTyped | None = None,
    problem: PageProblem | None = None,
) -> str:
    """`/saved?add=`: the lists that a reader keeps, and the form for another one."""
    return render("saved.html", chrome, lists=lists, typed=typed, problem=problem)


def suggested_name(chrome: Chrome, path: str, query: Sequence[tuple[str, str]]) -> str:
    """A name for a list: what its page is called in the navigation, and what is asked there."""
    entries = (*navigation.BAR, *(each for section in navigation.MORE for each in section.entries))
    page = next((each.word.text(chrome.lang) for each in entries if each.path == path), path)
    asked = (_asked(chrome, name, text) for name, text in query if name != "dataset")
    return " · ".join([page, *asked])[:LONGEST]


def _asked(chrome: Chrome, name: str, text: str) -> str:
    """What was asked, by the name of the chain or the word of the standing; else as it was."""
    if name == "standing" and text in style.STANDING:
        return style.STANDING[text].label(chrome.lang)
    chains = {ref.id: ref for menu in chrome.menus for ref in menu.chains}
    if name == "chain" and text in chains:
        return PageWords(chrome.lang).name(chains[text])
    return text


def changes_page(
    chrome: Chrome,
    body: DiffBody,
    since: SinceSeen,
    versions: Sequence[VersionSummary],
    names: RecordNames,
) -> str:
    """`/changes?since=`: what has changed since a version, and the way to have seen it."""
    onward = {"since": str(since.version)}
    return render("changes.html", chrome, **compared(body, versions, onward, names), since=since)


def unwatched_page(
    chrome: Chrome, versions: Sequence[VersionSummary], problem: PageProblem | None = None
) -> str:
    """`/changes`, where no version is remembered, or the one that is asked is not there."""
    return render("unwatched.html", chrome, versions=versions, problem=problem)
