"""Whether the program is alive, and whether its store answers.

These are `async`: they never wait for the threads in which answers are worked out. The store is
asked in a thread of their own.
"""

from anyio import CapacityLimiter, to_thread
from fastapi import Request
from starlette.responses import JSONResponse

from api.http.routers import open_router
from api.http.services import services_of

router = open_router(include_in_schema=False)


@router.get("/healthz")
async def alive() -> JSONResponse:
    """The program is alive, whatever its store does."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
async def ready(request: Request) -> JSONResponse:
    """The store answers; one that does not is a problem with its reason."""
    await to_thread.run_sync(services_of(request).store.ping, limiter=CapacityLimiter(1))
    return JSONResponse({"status": "ok"})
