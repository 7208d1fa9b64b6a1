"""Files to take away."""

from fastapi import APIRouter
from starlette.responses import Response

from api import exports
from api.dependencies import Ask, GapsAsked, TermsAsked
from api.routes import PREFIX

router = APIRouter(prefix=PREFIX, tags=["export"])


@router.get(
    "/export/{file}",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "gaps.csv"}},
)
def export(ask: Ask, terms: TermsAsked, wanted: GapsAsked, file: str) -> Response:
    """导出文件（gaps.csv 补链清单）。A file; `gaps.csv` is the gap list."""
    found = exports.file(file)
    return ask.conditions.reply_bytes(
        lambda: b"".join(found.write(ask.question(terms), wanted)),
        found.media_type,
        **{"Content-Disposition": f'attachment; filename="{file}"'},
    )
