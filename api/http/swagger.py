"""The page at /docs: Swagger UI from files on this machine, without a request to anyone."""

from importlib.resources import files
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.staticfiles import StaticFiles
from starlette.responses import HTMLResponse, Response

from api.auth.callers import anyone
from api.http.proxies import root_path_of
from viz.render import below

PAGE = """<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>链图 Liantu API</title>
<link rel="icon" href="/docs/files/favicon.png">
<link rel="stylesheet" href="/docs/files/swagger-ui.css">
<div id="api"></div>
<script src="/docs/files/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
"""
# A file of its own: the content security policy forbids scripts inside a page.
START = """SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
"""


def add_swagger(app: FastAPI) -> None:
    """Serve the page and its files."""

    @app.get("/docs", include_in_schema=False, dependencies=[Depends(anyone)])
    def show_docs(request: Request) -> HTMLResponse:
        return HTMLResponse(below(PAGE, root_path_of(request)))

    @app.get("/docs/start.js", include_in_schema=False, dependencies=[Depends(anyone)])
    def start_docs() -> Response:
        return Response(START, media_type="text/javascript")

    bundled = Path(str(files("fastapi_offline").joinpath("static")))
    app.mount("/docs/files", StaticFiles(directory=bundled), name="docs-files")
