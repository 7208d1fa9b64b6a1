"""Files to take away."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api import exports
from api.http.dependencies import Ask, TermsAsked
from api.routes import PREFIX
from api.wanted_exports import ExportWanted

router = APIRouter(prefix=PREFIX, tags=["export"])
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
def export(ask: Ask, terms: TermsAsked, wanted: ExportAsked, file: FileName) -> Response:
    """导出文件：补链清单、核实清单、图谱。A file: the gap list, the questions, the graph."""
    found = exports.file(file)
    named = {"Content-Disposition": f'attachment; filename="{file}"'}
    if found.streamed:
        return ask.conditions.reply_stream(
            lambda: found.write(ask.question(terms), wanted), found.media_type, **named
        )
    return ask.conditions.reply_bytes(
        lambda: b"".join(found.write(ask.question(terms), wanted)), found.media_type, **named
    )
