"""Pages of who may: logging in and out."""

from graph.answers.shapes.trail import TrailBody
from viz.chrome import Chrome
from viz.queries import PageProblem
from viz.render import render


def login_page(
    chrome: Chrome, onward: str, problem: PageProblem | None = None, *, tokens: bool = True
) -> str:
    """`/login?next=…`: the field for a token, or who is logged in and the way out.

    `onward` is the page to go on to; `tokens` says whether anybody has a token yet.
    """
    return render("login.html", chrome, onward=onward, problem=problem, tokens=tokens)


def trail_page(chrome: Chrome, body: TrailBody) -> str:
    """`/audit-log?cursor=…`: who changed what, for admins."""
    return render("audit-log.html", chrome, body=body)
