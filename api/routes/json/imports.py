"""Tables in: a report first, written only where asked to."""

from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import Query, Request
from starlette.responses import Response

from api.auth.callers import Reader
from api.auth.roles import Caller
from api.editing import EDIT_PROBLEMS
from api.http.dependencies import refuse_unknown_parameters
from api.http.paths import ImportId
from api.http.routers import reading_router
from api.http.services import Services, lang_of, services_of
from api.imports.applying import apply, prepare
from api.imports.jobs import Job, Work
from api.imports.uploads import FORM, Upload, Uploaded
from api.routes import PREFIX
from api.wanted import AllWanted
from graph.answers.shapes import Body
from graph.errors import (
    ImportEndedError,
    LiantuError,
    UnknownDatasetError,
    UnknownNameError,
)
from graph.exchange.report.bodies import ImportBody

PATH = f"{PREFIX}/imports"
LATE: Mapping[int | str, dict[str, object]] = {
    409: {**EDIT_PROBLEMS[409], "description": "已结束或正在写入 / done, or writing already"}
}
router = reading_router(prefix=PREFIX, tags=["imports"])


class ImportReport(ImportBody):
    """An import that is done."""

    id: str
    state: Literal["done"] = "done"


class ImportProgress(Body):
    """An import under way, failed or cancelled: how many rows were read, or why it failed.

    `ahead` imports are worked on before it begins.
    """

    id: str
    state: Literal["running", "failed", "cancelled"]
    read: int
    ahead: int = 0
    detail: str | None = None


@router.post(
    "/imports",
    response_model=ImportReport,
    responses={
        **EDIT_PROBLEMS,
        202: {"model": ImportProgress, "description": "5000 行以上 / above 5,000 rows"},
    },
    openapi_extra={"requestBody": FORM},
)
def import_tables(request: Request, upload: Uploaded) -> Response:
    """导入表格：报告每行结果与答案的变化；apply=true 才写入。Tables in: a report, then written."""
    services = services_of(request)
    dataset = upload.choices.dataset or services.settings.dataset or ""
    with suppress(UnknownDatasetError):  # nodes and edges may found it
        request.state.version = services.workspaces.newest(upload.choices.dataset)
    job = services.imports.start(
        dataset, _work(services, upload), upload.token, writes=upload.may_write
    )
    if job.wait():
        return _report(job, job.result.result())
    return _progress(services, job, HTTPStatus.ACCEPTED, "running")


@router.get("/imports/{id}", response_model=ImportReport | ImportProgress)
def show_import(
    request: Request,
    who: Reader,
    id: ImportId,  # noqa: A002
    about: Annotated[AllWanted, Query()],
) -> Response:
    """自己一次导入的进度或报告。How far an import of one's own is, or its report."""
    refuse_unknown_parameters(request)
    services, job = services_of(request), _job(request, who, id)
    if not job.result.done():
        return _progress(services, job, HTTPStatus.OK, "running")
    error = job.result.exception()
    if isinstance(error, LiantuError):
        state: Literal["failed", "cancelled"] = "cancelled" if job.cancelled else "failed"
        detail = error.text(about.lang or lang_of(request))
        return _progress(services, job, HTTPStatus.OK, state, detail)
    return _report(job, job.result.result())


@router.delete("/imports/{id}", response_model=ImportProgress, responses={**LATE})
def cancel_import(
    request: Request,
    who: Reader,
    id: ImportId,  # noqa: A002
    about: Annotated[AllWanted, Query()],  # noqa: ARG001 - a parameter of the route
) -> Response:
    """取消自己排队中或读取中的导入；不写入任何内容。Cancel one's own import before it writes."""
    refuse_unknown_parameters(request)
    job = _job(request, who, id)
    if not job.cancel():
        raise ImportEndedError
    request.state.audited = True
    return _progress(services_of(request), job, HTTPStatus.OK, "cancelled")


def _job(request: Request, who: Caller, id_: str) -> Job:
    """Return an import of the caller's own; raise `UnknownNameError`."""
    found = services_of(request).imports.find(id_, who.token)
    if found is None:
        raise UnknownNameError(name=id_, what="import")
    return found


def _work(services: Services, upload: Upload) -> Work:
    def work(job: Job) -> ImportBody:
        found = prepare(services.workspaces, upload.files, upload.choices, upload.lang, job.tell)
        if not upload.write:
            return found.body
        job.begin_to_write()
        return apply(services.store, found, sound_only=upload.sound_only, seen=upload.seen)

    return work


def _report(job: Job, body: ImportBody) -> Response:
    report = ImportReport(id=job.id, **dict(body))
    headers = {"ETag": f'"{report.version}"', "Cache-Control": "no-store"}
    return Response(report.model_dump_json(), headers=headers, media_type="application/json")


def _progress(
    services: Services,
    job: Job,
    status: HTTPStatus,
    state: Literal["running", "failed", "cancelled"],
    detail: str | None = None,
) -> Response:
    body = ImportProgress(
        dataset=job.dataset,
        version=0,
        id=job.id,
        state=state,
        read=job.read,
        ahead=services.imports.ahead(job),
        detail=detail,
    )
    headers = {"Location": f"{PREFIX}/imports/{job.id}", "Cache-Control": "no-store"}
    return Response(body.model_dump_json(), status, headers, "application/json")
