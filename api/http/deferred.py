"""The application before its store is there: every answer says why it is not."""

from collections.abc import Callable, Iterator
from itertools import chain, repeat
from threading import Event

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.app import create_app, frame
from api.http.traffic import Traffic
from api.routes.json.health import alive
from api.settings import Settings
from graph.errors import LiantuError
from graph.store.contract import GraphStore

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


class DeferredApp:
    """The application of `create_app` once `opened` gives a store; problems and pages till then.

    `opened` raises why there is no store.
    """

    def __init__(self, settings: Settings, opened: Callable[[], GraphStore]) -> None:
        self.why: LiantuError | None = None
        self._settings = settings
        self._opened = opened
        self._app: ASGIApp = _closed_app(settings, self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the application there is."""
        await self._app(scope, receive, send)

    def open(self) -> None:
        """Open the store; raise why that cannot be, which is then what every request is told."""
        try:
            store = self._opened()
        except LiantuError as error:
            self.why = error
            raise
        # The reason stays: requests that came before may still have to be told.
        self._app = create_app(self._settings, store)

    def keep_trying(self, changed: Callable[[LiantuError | None], None], stop: Event) -> None:
        """Open the store as soon as it can be; tell each new reason, and nothing in the end."""
        for seconds in _pauses():
            before = str(self.why)
            if stop.wait(seconds):
                return
            try:
                self.open()
            except LiantuError as error:
                if str(error) != before:
                    changed(error)
            else:
                changed(None)
                return


def _pauses() -> Iterator[float]:
    """Soon at first; a server locks who gives a wrong password too often, so not for long."""
    return chain((0.5, 1.0, 2.0, 4.0), repeat(8.0))


def _closed_app(settings: Settings, deferred: DeferredApp) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.state.lang = settings.lang
    app.get("/healthz")(alive)
    frame(app, settings, {}, Traffic())

    @app.api_route("/{path:path}", methods=METHODS)
    def closed() -> None:
        assert deferred.why is not None  # noqa: S101 - without a reason the store is open
        raise deferred.why.with_traceback(None)  # else it grows with each request

    return app
