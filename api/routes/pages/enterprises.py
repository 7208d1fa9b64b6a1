"""The page of one enterprise, where two that are one are merged, and parted again."""

from starlette.responses import Response

from api.auth.callers import Editor
from api.http.routers import reading_router
from api.routes.pages.asking import PageAsk, PageRequest
from api.routes.pages.edit_forms import Typed, submitted
from graph import answers
from graph.answers.registers import listed_firm
from graph.edits import merging
from graph.edits.changes import Change
from graph.edits.inputs import MergeInput
from viz import pages
from viz.editing import EditProblem, MergerTyped

router = reading_router(include_in_schema=False)


@router.get("/enterprises/{id}")
def show_enterprise(page: PageAsk, id: str) -> Response:  # noqa: A002
    """One enterprise."""
    version = page.asked.version.number
    return page.show(lambda: _drawn(page, id, MergerTyped(version, _parts(page, id))))


@router.post("/enterprises/{id}/merge")
def merge_enterprise(page: PageAsk, who: Editor, id: str, fields: Typed) -> Response:  # noqa: A002
    """Merge another enterprise into this one, or part again what was merged into it."""
    form, ws = submitted(page, who, fields), page.asked.ws

    def change() -> Change:
        given = {**form.texts("reason"), "evidence": form.known}
        said = MergeInput.model_validate(given)
        if parted := form.fields.get("part", ""):
            return merging.split(form.store, ws, (id, parted), said, form.author)
        other = answers.resolve(ws, form.fields.get("other", ""), "enterprise")
        return merging.merged(form.store, ws, (id, other), said, form.author)

    def drawn(problem: EditProblem, version: int) -> str:
        typed = form.texts("other", "reason", "known", "as_of")
        return _drawn(page, id, MergerTyped(version, _parts(page, id), **typed), problem)

    return form.make(change, drawn)


def _parts(page: PageRequest, id_: str) -> tuple[str, ...]:
    merged = page.asked.ws.facts.merged.items()
    return tuple(old for (kind, old), now in merged if kind == "enterprise" and now == id_)


def _drawn(
    page: PageRequest, id_: str, typed: MergerTyped, problem: EditProblem | None = None
) -> str:
    ws = page.asked.ws
    body = answers.enterprise(ws, id_, page.asked.lang)
    firm = next((e for e in ws.registers.firms if e.key == id_ and (e.rows or e.gone)), None)
    listed = listed_firm(ws, firm) if firm and page.caller.may("editor") else None
    return pages.enterprise_page(page.chrome, body, typed, listed, problem)
