"""Files to take away."""

from dataclasses import replace
from typing import Annotated

from fastapi import Path, Query
from starlette.responses import Response

from api import exports
from api.auth.callers import Reader
from api.http.dependencies import Ask, TermsAsked
from api.http.routers import reading_router
from api.routes import PREFIX
from api.wanted_exports import ExportWanted

router = reading_router(prefix=PREFIX, tags=["export"])
FileName = Annotated[
    str,
    Path(
        description="文件 / the file",
        examples=["gaps.csv"],
        json_schema_extra={"enum": list(exports.FILES)},
    ),
]
ExportAsked = Annotated[ExportWanted, Query()]
MEDIA_TYPES = {file.media_type.split(";")[0] for file in exports.FILES.values()}


@router.get(
    "/export/{file}",
    response_class=Response,
    responses={
        200: {
            "content": {each: {} for each in sorted(MEDIA_TYPES)},
            "description": ", ".join(exports.FILES),
        }
    },
)
def export(
    ask: Ask, who: Reader, terms: TermsAsked, wanted: ExportAsked, file: FileName
) -> Response:
    """导出文件：补链清单、核实清单、图谱。A file: the gap list, the questions, the graph."""
    found = exports.file(file)
    named = {"Content-Disposition": f'attachment; filename="{_called(ask, file)}"'}
    asked = replace(ask.question(terms), editor=who.may("editor"))
    if found.streamed:
        return ask.conditions.reply_stream(
            lambda: found.write(asked, wanted), found.media_type, **named
        )
    seen = ask.conditions.seen_by(who) if found.for_editors else ask.conditions
    return seen.reply_bytes(lambda: b"".join(found.write(asked, wanted)), found.media_type, **named)


def _called(ask: Ask, file: str) -> str:
    """What the file is called: that of a past version names it, for a CSV cannot say it inside."""
    current = ask.conditions.services.workspaces.current(ask.version.dataset)
    if ask.version.number == current.number:
        return file
    name, _, ending = file.rpartition(".")
    return f"{name}.v{ask.version.number}.{ending}"
