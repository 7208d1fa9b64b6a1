"""Pages of registers: the first week, and reviews of enterprises."""

from starlette.responses import Response

from api.auth.callers import Editor
from api.first_week import first_week_of
from api.http.routers import reading_router
from api.routes.pages.asking import PageAsk, PageRequest
from api.routes.pages.edit_forms import Typed, submitted
from graph.answers.registers import listed_firms
from graph.answers.shapes.registers import ListedFirmItem
from graph.edits import reviewing
from graph.edits.changes import Change
from graph.edits.reviewing import ReviewsInput
from viz.editing import EditProblem
from viz.registers import SHOWN, first_week_page

router = reading_router(include_in_schema=False)


@router.get("/first-week")
def show_first_week(page: PageAsk) -> Response:
    """Registers in, questions by firm, and what each step did."""
    return page.show(lambda: _drawn(page))


@router.post("/first-week")
def review(page: PageAsk, who: Editor, fields: Typed) -> Response:
    """Review an enterprise of the list, and go back to it."""
    form = submitted(page, who, fields)

    def change() -> Change:
        said = ReviewsInput.model_validate({"firms": (form.fields.get("firm", ""),)})
        return reviewing.reviewed(page.asked.ws, said, form.author)

    def drawn(problem: EditProblem, _version: int) -> str:
        return _drawn(page, problem)

    return form.make(change, drawn, page.chrome.links.to("/first-week", anchor="review"))


@router.post("/enterprises/{id}/review")
def review_enterprise(page: PageAsk, who: Editor, id: str, fields: Typed) -> Response:  # noqa: A002
    """Review an enterprise on its own page, or take that back."""
    form = submitted(page, who, fields)
    ws = page.asked.ws

    def change() -> Change:
        if form.fields.get("says") == "undo":
            return reviewing.unreviewed(ws, (id,))
        return reviewing.reviewed(ws, ReviewsInput.model_validate({"firms": (id,)}), form.author)

    def drawn(problem: EditProblem, _version: int) -> str:
        return _drawn(page, problem)

    return form.make(change, drawn, page.chrome.links.to(f"/enterprises/{id}", anchor="review"))


def _drawn(page: PageRequest, problem: EditProblem | None = None) -> str:
    ws = page.asked.ws
    to_review: tuple[ListedFirmItem, ...] = ()
    gone: tuple[ListedFirmItem, ...] = ()
    if page.caller.may("editor"):
        to_review = listed_firms(ws, "unreviewed").items[:SHOWN]
        gone = listed_firms(ws, "gone").items[:SHOWN]
    body = first_week_of(ws, page.asked.lang)
    return first_week_page(page.chrome, body, to_review, gone, problem)
