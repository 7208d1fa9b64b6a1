"""How the server is, for admins."""

from collections.abc import Iterator
from datetime import UTC, datetime

from fastapi import Request
from starlette.responses import HTMLResponse, Response

from api.auth.callers import Admin
from api.checkup import CheckedPoint, contents, files, program, told
from api.http.routers import reading_router
from api.http.services import Services, services_of
from api.http.traffic import resident_bytes
from api.routes.json.audit_log import FRESH
from api.routes.pages.asking import PageAsk
from graph.message import _
from viz.access import status_page

router = reading_router(include_in_schema=False)


@router.get("/status")
def show_status(request: Request, page: PageAsk, admin: Admin) -> Response:  # noqa: ARG001 - a gate
    """What the server does, and what it needs."""
    services = services_of(request)
    found = (
        *_doing(services, getattr(request.state, "connections", None)),
        *program(),
        *contents(services.store),
        *files(services.settings),
    )
    body = told(found, page.asked.lang)
    rows = [(each.about, each.state, each.seen) for each in body.items]
    return HTMLResponse(status_page(page.chrome, rows), headers=FRESH)


def _doing(services: Services, connections: object) -> Iterator[CheckedPoint]:
    traffic = services.traffic
    since = datetime.fromtimestamp(traffic.started, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
    yield CheckedPoint(_("启动于"), "good", since)
    failed = sum(count for (_m, _r, status), count in traffic.requests.items() if status >= 500)
    answered = _("{n} 个，其中 {failed} 个出错", n=traffic.requests.total(), failed=failed)
    yield CheckedPoint(_("已答请求"), "doubtful" if failed else "good", answered)
    waiting = traffic.waiting
    now = _("在算 {n} 个，排队 {queued} 个", n=waiting.answering, queued=waiting.queued)
    yield CheckedPoint(_("当前问题"), "good", now)
    if waiting.refused:
        said = ", ".join(f"{why} {count}" for why, count in sorted(waiting.refused.items()))
        yield CheckedPoint(_("未答的问题"), "doubtful", said)
    if connections is not None:
        yield CheckedPoint(_("连接"), "good", str(len(connections)))  # type: ignore[arg-type] # sized
    yield CheckedPoint(_("已登录的浏览器"), "good", str(len(services.sessions)))
    memory = resident_bytes()
    if memory is not None:
        yield CheckedPoint(_("内存"), "good", f"{memory / 1024**2:.0f} MB")
