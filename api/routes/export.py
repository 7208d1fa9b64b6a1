"""Files to take away."""

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from api import exports
from api.dependencies import Ask, GapsAsked, TermsAsked

router = APIRouter(tags=["export"])


@router.get(
    "/export/{kind}",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/csv": {}}, "description": "gaps.csv"}},
)
def export(ask: Ask, terms: TermsAsked, wanted: GapsAsked, kind: str) -> Response:
    """导出文件（gaps.csv 补链清单）。A file; `gaps.csv` is the gap list."""
    file = exports.file(kind)
    content = file.write(ask.question(terms), wanted)
    return StreamingResponse(
        content,
        media_type=file.media_type,
        headers={"Content-Disposition": f'attachment; filename="{kind}"'},
    )
