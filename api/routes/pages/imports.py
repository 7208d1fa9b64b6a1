"""Tables in by page: files, a report with what a person decides, then written."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.auth.callers import Editor
from api.http.errors import kind_of
from api.http.limits import MB
from api.http.routers import reading_router
from api.imports.declared import FIELDS, declared
from api.imports.drafts import Draft, DraftTask
from api.imports.forms import choices_in, kept_and, names_in
from api.imports.saved import SavedChoices
from api.imports.uploads import MOST_FIELDS, MOST_FILES
from api.routes.pages.asking import PageAsk, PageRequest
from api.routes.pages.import_files import FRESH, PATH, draft_of
from graph.errors import LiantuError, RequestError, TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.files import TableFile, kept_file
from graph.exchange.read.headers import TableChoices
from graph.exchange.report.outcome import ImportChoices
from graph.message import _
from viz.import_names import left_out
from viz.imports import ImportShown, import_page, report_page
from viz.queries import PageProblem

router = reading_router(prefix=PATH, include_in_schema=False)
_NONE = _("没有选择文件")


async def sent(
    request: Request,
    who: Editor,  # noqa: ARG001 - asked before the body is read
) -> AsyncIterator[FormData]:
    """Yield what a form sent; its files are gone afterwards."""
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
        yield form


Sent = Annotated[FormData, Depends(sent)]


@router.get("")
def show_form(page: PageAsk, who: Editor) -> Response:  # noqa: ARG001 - a gate
    """The field for files."""
    return _form(page)


@router.post("")
def bring(page: PageAsk, who: Editor, form: Sent) -> Response:
    """Read files and go on to their report; what is no table is told above the form."""
    services = page.asked.conditions.services
    try:
        wanted = _wanted(page, form, TableChoices())
        draft = Draft(who.token, tuple(_files(form)), page.asked.lang)
        register = declared(lambda field: str(form.get(field) or ""))
    except RequestError as error:
        said = {field: str(form.get(field) or "") for field in (*FIELDS, "template")}
        return _form(page, error, said)
    services.drafts.put(draft)
    choices = ImportChoices(
        by=who.name,
        today=_today(),
        dataset=page.asked.version.dataset,
        wanted=wanted,
        register=register,
    )
    draft.start(services.imports, services.workspaces, DraftTask(choices)).wait()
    return _to(page, draft)


@router.get("/{id}")
def show_report(page: PageAsk, who: Editor, id: str) -> Response:  # noqa: A002
    """The report of an import, or how far it is."""
    draft = draft_of(page, who.token, id)
    error = draft.error
    status = kind_of(error).status if error else 200
    return HTMLResponse(report_page(page.chrome, _shown(page, draft)), status, FRESH)


@router.post("/{id}")
def decide(page: PageAsk, who: Editor, form: Sent, id: str) -> Response:  # noqa: A002
    """Check again with what was decided, or write."""
    draft = draft_of(page, who.token, id)
    if form.get("action") == "cancel":
        draft.cancel()
        return _to(page, draft)
    if draft.settled:
        return _to(page, draft)
    action, body = str(form.get("action", "check")), draft.body
    writes = action in {"write", "write_sound"} and body is not None
    said, names = _said(draft, form)
    choices = ImportChoices(
        by=who.name,
        today=_today(),
        dataset=draft.task.choices.dataset,
        wanted=_wanted(page, form, said),
        names=names,
        register=draft.task.choices.register,
        restore="restore" in form,
    )
    if action == "save":
        _saved(page).keep(str(form.get("save-as") or "").strip(), choices.wanted)
    task = DraftTask(
        choices,
        write=writes,
        sound_only=action == "write_sound",
        seen=body.version if body else None,
    )
    services = page.asked.conditions.services
    draft.start(services.imports, services.workspaces, task).wait()
    return _to(page, draft)


def _form(
    page: PageRequest,
    error: LiantuError | None = None,
    said: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    problem = _problem(page, error) if error else None
    status = kind_of(error).status if error else 200
    shown = import_page(page.chrome, limits.BYTES // MB, problem, _saved(page).names, said)
    return HTMLResponse(shown, status, FRESH)


def _files(form: FormData) -> Iterator[TableFile]:
    given = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
    chosen = [each for each in given if each.filename]
    if not chosen:
        raise TableRefusedError(file="—", reason=_NONE)
    for each in chosen:
        yield kept_file(each.filename or "", each.file)


def _said(draft: Draft, form: FormData) -> tuple[TableChoices, dict[str, str]]:
    """What the form of a report says of tables and names, and what was said before it.

    A report shows but a part of the names, words and sheets. Where there is none, the form of the
    refusal holds all that is not to be dropped.
    """
    said, names, body = choices_in(form), names_in(form), draft.body
    before = draft.task.choices
    if body is None:
        return replace(said, values=kept_and({}, said.values)), kept_and(before.names, names)
    rest = left_out(body) if "skip-rest" in form else {}
    tables = [each.table for each in body.tables]
    layouts = before.wanted.elsewhere([*tables, *draft.likely])
    values = kept_and(before.wanted.values, said.values)
    names = kept_and(rest, kept_and(before.names, names))
    return replace(said, values=values, layouts={**layouts, **said.layouts}), names


def _saved(page: PageRequest) -> SavedChoices:
    return SavedChoices(page.asked.conditions.services.settings.imports)


def _wanted(page: PageRequest, form: FormData, said: TableChoices) -> TableChoices:
    """What was said, what the chosen template says, and the further headers that users have."""
    saved, template = _saved(page), str(form.get("template") or "")
    return saved.extended(said.over(saved.template(template).choices) if template else said)


def _shown(page: PageRequest, draft: Draft) -> ImportShown:
    wanted, saved = draft.task.choices.wanted, _saved(page)
    return ImportShown(
        id=draft.id,
        read=draft.read,
        ahead=draft.ahead(page.asked.conditions.services.imports),
        body=draft.body,
        problem=_problem(page, draft.error) if draft.error else None,
        kind=wanted.kind or "",
        columns=wanted.columns or {},
        values=wanted.values,
        names=draft.task.choices.names,
        rejected=tuple(draft.rejected),
        headers={table: each.columns for table, each in draft.likely.items()},
        likely={table: each.kind for table, each in draft.likely.items() if each.kind},
        restore=draft.task.choices.restore,
        register=draft.task.choices.register is not None,
        layouts=wanted.layouts,
        keeps=saved.folder is not None,
        templates=saved.names,
        segments=_segments(page) if draft.body and draft.body.rejected else (),
    )


def _segments(page: PageRequest) -> tuple[str, ...]:
    """The names that an unknown product may be said to mean."""
    return tuple(sorted({each.name for each in page.asked.ws.facts.segments.values()}))


def _problem(page: PageRequest, error: LiantuError) -> PageProblem:
    lang = page.asked.lang
    return PageProblem(kind_of(error).title(lang), error.text(lang))


def _to(page: PageRequest, draft: Draft) -> Response:
    """Go on to the report; the tag names the version that was written."""
    body = draft.body
    tag = {"ETag": f'"{body.version}"'} if body and body.applied else {}
    address = page.chrome.links.to(f"{PATH}/{draft.id}")
    return RedirectResponse(address, 303, {**FRESH, **tag})


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()
