"""What an import by page leaves: its report row by row, files to keep, empty tables to fill."""

from typing import Annotated

from starlette.responses import HTMLResponse, Response

from api.auth.callers import Editor
from api.exports import XLSX
from api.http.routers import reading_router
from api.imports.drafts import Draft
from api.routes.pages.asking import Blank, PageAsk, PageNumber, PageRequest
from graph.errors import UnknownNameError
from graph.exchange.out.templates import TEMPLATES, template
from graph.exchange.read.columns import TableKind
from graph.exchange.read.saved import written_template
from graph.exchange.report.rows import ReportForm, RowFate
from viz.import_rows import rows_page

PATH = "/import"
router = reading_router(prefix=PATH, include_in_schema=False)
FRESH = {"Cache-Control": "no-store"}


def draft_of(page: PageRequest, owner: str, id_: str) -> Draft:
    """The import with this id of this token; raise `UnknownNameError` where it is not kept."""
    found = page.asked.conditions.services.drafts.find(id_, owner)
    if found is None:
        raise UnknownNameError(name=id_, what="import")
    return found


@router.get("/{id}/rows")
def show_rows(
    page: PageAsk,
    who: Editor,
    id: str,  # noqa: A002
    fate: Annotated[RowFate | None, Blank] = None,
    number: PageNumber = None,
) -> Response:
    """What became of every row, a leaf at a time."""
    draft = draft_of(page, who.token, id)
    if draft.body is None:
        raise UnknownNameError(name="rows", what="record")
    lines = draft.report_lines()
    shown = rows_page(page.chrome, id, draft.body, lines, (fate, number or 1))
    return HTMLResponse(shown, headers=FRESH)


@router.get("/template/{kind}")
def give_template(page: PageAsk, who: Editor, kind: TableKind) -> Response:  # noqa: ARG001 - a gate
    """An empty table to fill."""
    if kind not in TEMPLATES:
        raise UnknownNameError(name=kind, what="record")
    named = {"Content-Disposition": f'attachment; filename="{kind}.xlsx"'}
    return Response(template(kind, page.asked.lang), headers=named, media_type=XLSX)


@router.get("/{id}/report.{form}")
def give_report(page: PageAsk, who: Editor, id: str, form: ReportForm) -> Response:  # noqa: A002
    """What became of every row, as a file to keep."""
    found = draft_of(page, who.token, id).kept_report(form)
    if not found:
        raise UnknownNameError(name=f"report.{form}", what="record")
    named = {"Content-Disposition": f'attachment; filename="import-report.{form}"'}
    media = XLSX if form == "xlsx" else "text/csv"
    return Response(found, headers={**FRESH, **named}, media_type=media)


@router.get("/{id}/template.yaml")
def give_choices(page: PageAsk, who: Editor, id: str) -> Response:  # noqa: A002
    """What was said of columns, words and shapes, as a template for the command."""
    wanted = draft_of(page, who.token, id).task.choices.wanted
    named = {"Content-Disposition": 'attachment; filename="template.yaml"'}
    text = written_template(wanted)
    return Response(text, headers={**FRESH, **named}, media_type="application/yaml")


@router.get("/{id}/rejected/{number}")
def give_rejected(page: PageAsk, who: Editor, id: str, number: int) -> Response:  # noqa: A002
    """The rejected rows of a table, to be corrected and imported again."""
    found = list(draft_of(page, who.token, id).rejected.values())
    if not 0 <= number < len(found):
        raise UnknownNameError(name=str(number), what="record")
    named = {"Content-Disposition": f'attachment; filename="rejected-{number + 1}.csv"'}
    return Response(found[number], headers={**FRESH, **named}, media_type="text/csv")
