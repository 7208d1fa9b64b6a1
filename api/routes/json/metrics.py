"""Figures for a program that watches this one, in the text form of Prometheus."""

from collections.abc import Iterator

from fastapi import Request
from starlette.responses import PlainTextResponse

from api.http.routers import reading_router
from api.http.services import services_of
from api.http.traffic import Labels, Metric, exposition, single
from api.routes import PREFIX

router = reading_router(include_in_schema=False)
TEXT = "text/plain; version=0.0.4"


@router.get("/metrics")
@router.get(f"{PREFIX}/metrics")
def show_metrics(request: Request) -> PlainTextResponse:
    """What was asked, who waits, what is open; nothing of the data but its versions."""
    services = services_of(request)
    text = exposition(services.traffic, _more(request))
    return PlainTextResponse(text, media_type=TEXT)


def _more(request: Request) -> Iterator[Metric]:
    services = services_of(request)
    versions: dict[Labels, float] = {
        (("dataset", each.dataset),): each.number for each in services.workspaces.versions()
    }
    yield Metric("liantu_dataset_version", "The current version.", versions)
    compiled = services.workspaces.compiled
    yield single("liantu_networks", "Networks that are kept.", compiled)
    yield single("liantu_sessions", "Browsers that are logged in.", len(services.sessions))
    held = getattr(request.state, "connections", None)
    if held is not None:  # what serves may be another server
        yield single("liantu_connections", "Connections that are open.", len(held))
        gone = "Connections that had to give up their place."
        yield single("liantu_connections_crowded_total", gone, held.turned_away)
