"""Files to take away."""

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from api import exports
from api.dependencies import Ask, GapsAsked, TermsAsked
from api.routes import PREFIX

router = APIRouter(prefix=PREFIX, tags=["export"])


@router.get(
    "/export/{file}",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/csv": {}}, "description": "gaps.csv"}},
)
def export(ask: Ask, terms: TermsAsked, wanted: GapsAsked, file: str) -> Response:
    """导出文件（gaps.csv 补链清单）。A file; `gaps.csv` is the gap list."""
    wanted_file = exports.file(file)
    content = wanted_file.write(ask.question(terms), wanted)
    return StreamingResponse(
        content,
        media_type=wanted_file.media_type,
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )
