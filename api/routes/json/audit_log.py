"""The audit log, for admins."""

from starlette.responses import HTMLResponse, Response

from api.auth.callers import Admin
from api.http.dependencies import AskAll, PageAsked
from api.http.routers import reading_router
from api.routes import PREFIX
from api.routes.pages.asking import PageAsk
from graph.answers.shapes.trail import TrailBody
from viz.access import trail_page

router = reading_router(tags=["access"])
FRESH = {"Cache-Control": "no-store"}


@router.get(f"{PREFIX}/audit-log", response_model=TrailBody)
def list_entries(ask: AskAll, admin: Admin, page: PageAsked) -> Response:  # noqa: ARG001 - a gate
    """审计日志：何人、何时、从何处、改了什么，含被拒绝的尝试。Who changed what."""
    body = ask.services.audit_log.page(page)
    return Response(body.model_dump_json(), headers=FRESH, media_type="application/json")


@router.get("/audit-log", include_in_schema=False)
def show_entries(page: PageAsk, admin: Admin, wanted: PageAsked) -> Response:  # noqa: ARG001
    """The audit log as a table."""
    body = page.asked.conditions.services.audit_log.page(wanted)
    return HTMLResponse(trail_page(page.chrome, body), headers=FRESH)
