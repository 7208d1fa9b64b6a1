"""Whether the program is alive, and whether its store answers."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from api.http.services import services_of

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
def alive() -> JSONResponse:
    """The program is alive, whatever its store does."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
def ready(request: Request) -> JSONResponse:
    """The store answers; one that does not is a problem with its reason."""
    services_of(request).store.ping()
    return JSONResponse({"status": "ok"})
