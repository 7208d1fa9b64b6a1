"""The feed, for programs that look in from time to time: `/feed.atom`."""

from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from api.feeds import FeedScope, feed
from api.http.dependencies import AskNow
from api.http.etag import etag
from api.http.proxies import site_of
from api.http.routers import reading_router
from api.leading import this_day
from api.wanted_leads import FeedWanted
from graph.exchange.out.atom import atom

router = reading_router(include_in_schema=False)
ATOM = "application/atom+xml; charset=utf-8"
PRIVATE = {"Cache-Control": "private, no-cache"}
"""It repeats the address that somebody asked under."""


@router.get("/feed.atom")
def show_feed(request: Request, ask: AskNow, wanted: Annotated[FeedWanted, Query()]) -> Response:
    """What has changed and which leads are late, with the rights of whoever asks."""
    site, question = site_of(request), ask.question()
    dated, services = ask.conditions.on(this_day()), ask.conditions.services
    versions = services.store.versions(ask.version.dataset)
    gaps = services.gap_changes.of(services.workspaces, versions, ask.lang)
    # What was not known in time is told later, of versions that stay as they are.
    conditions = replace(dated, tag=etag(dated.tag, site, repr(sorted(gaps))))
    if conditions.unchanged:
        return conditions.reply_bytes(bytes, ATOM, **PRIVATE)
    chain = question.id(wanted.chain, "chain")
    scope = FeedScope(question, services.store, site, request.url.query, chain, wanted.owner, gaps)
    found = feed(scope)
    updated = datetime.fromisoformat(found.updated).astimezone(UTC).replace(microsecond=0)
    headers = {**PRIVATE, "Last-Modified": format_datetime(updated, usegmt=True)}
    if conditions.if_none_match is None and _has(request, updated):
        return Response(status_code=304, headers=headers)
    return conditions.reply_bytes(lambda: "".join(atom(found)).encode(), ATOM, **headers)


def _has(request: Request, updated: datetime) -> bool:
    """Whether the client says that it has what was updated then; an odd date says nothing."""
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return since.tzinfo is not None and since >= updated
