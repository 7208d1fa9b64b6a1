"""Pages of who may: logging in and out."""

from collections.abc import Sequence

from graph.answers.shapes.trail import TrailBody
from viz.chrome import Chrome
from viz.queries import PageProblem
from viz.render import render


def login_page(
    chrome: Chrome,
    onward: str,
    problem: PageProblem | None = None,
    *,
    tokens: bool = True,
    kept: str = "",
) -> str:
    """`/login?next=…`: the field for a token, or who is logged in and the way out.

    `onward` is the page to go on to; `tokens` says whether anybody has a token yet; `kept` is a
    form that waits for the login.
    """
    return render("login.html", chrome, onward=onward, problem=problem, tokens=tokens, kept=kept)


def resume_page(
    chrome: Chrome, address: str, fields: Sequence[tuple[str, str]], words: Sequence[str]
) -> str:
    """After `/login`: a form that was sent before, to be sent again; `words` are shown of it."""
    return render("resume.html", chrome, address=address, fields=fields, typed=words)


def trail_page(chrome: Chrome, body: TrailBody) -> str:
    """`/audit-log?cursor=…`: who changed what, for admins."""
    return render("audit-log.html", chrome, body=body)


def status_page(chrome: Chrome, rows: Sequence[tuple[str, str, str]]) -> str:
    """`/status`: what the server does and needs, for admins; what, how it stands, what was seen."""
    return render("status.html", chrome, rows=rows)
