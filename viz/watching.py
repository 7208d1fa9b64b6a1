"""Pages of what is new: since a version, and the lists that a reader comes back to."""

from collections.abc import Sequence

from graph.answers.shapes.diff import DiffBody
from viz.chrome import Chrome
from viz.editing import compared
from viz.overview import SinceSeen, VersionSummary
from viz.queries import PageProblem
from viz.render import render


def changes_page(
    chrome: Chrome, body: DiffBody, since: SinceSeen, versions: Sequence[VersionSummary]
) -> str:
    """`/changes?since=`: what has changed since a version, and the way to have seen it."""
    onward = {"since": str(since.version)}
    return render("changes.html", chrome, **compared(body, versions, onward), since=since)


def unwatched_page(
    chrome: Chrome, versions: Sequence[VersionSummary], problem: PageProblem | None = None
) -> str:
    """`/changes`, where no version is remembered, or the one that is asked is not there."""
    return render("unwatched.html", chrome, versions=versions, problem=problem)
