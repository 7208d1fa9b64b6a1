"""Turns a body into a response: not at all for who has it, kept for the next, compressed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from fastapi import Request
from starlette.responses import Response, StreamingResponse

from api.auth.roles import Caller
from api.http.answer_cache import encoded
from api.http.etag import etag, matches, versioned
from api.http.services import Services, lang_of, services_of
from api.queries import Question, this_year
from api.wanted import PageWanted, TermsWanted
from graph.answers import Workspace
from graph.model import Record
from graph.model.vocabulary import Lang
from graph.store.contract import Version

JSON = "application/json"
KEPT_OF_A_STREAM = 8 * 1024 * 1024
"""Bytes; a stream is for files that need not fit in memory, but those of a district do."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """In which language the client wants the answer, what it has already, what it can read.

    `tag` names the answer: it follows from program, versions, path, query, language and year.
    `version` is that of the one dataset it is about.
    """

    services: Services
    lang: Lang
    tag: str
    if_none_match: str | None
    zips: bool
    version: int | None

    def on(self, day: date) -> "Conditions":
        """The conditions of an answer that holds for one day."""
        return replace(self, tag=etag(self.tag, day.isoformat()))

    @property
    def unchanged(self) -> bool:
        """Whether the client says by its tag that it has the answer already."""
        return matches(self.if_none_match, self._headers()["ETag"])

    def seen_by(self, caller: Caller) -> "Conditions":
        """The conditions of an answer that holds more for editors: no reader is given theirs."""
        return replace(self, tag=etag(self.tag, "editor")) if caller.may("editor") else self

    def reply(self, body: Callable[[], Record]) -> Response:
        """Answer with a body as JSON."""
        return self.reply_bytes(lambda: body().model_dump_json().encode(), JSON)

    def reply_bytes(self, content: Callable[[], bytes], media_type: str, **more: str) -> Response:
        """Answer with bytes; they are not computed for a client that has them already."""
        headers = self._headers() | more
        if matches(self.if_none_match, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        kept = self.services.bodies.get(self.tag)
        if kept is None:
            kept = encoded(content())
            self.services.bodies.put(self.tag, kept)
        if self.zips and kept.zipped is not None:
            headers["Content-Encoding"] = "gzip"
            return Response(kept.zipped, headers=headers, media_type=media_type)
        return Response(kept.plain, headers=headers, media_type=media_type)

    def reply_stream(
        self, pieces: Callable[[], Iterator[bytes]], media_type: str, **more: str
    ) -> Response:
        """Answer with a file, which is kept for the next; one that is large, as it is made."""
        headers = self._headers() | more
        known = matches(self.if_none_match, headers["ETag"])
        if known or self.services.bodies.get(self.tag) is not None:
            return self.reply_bytes(lambda: b"".join(pieces()), media_type, **more)
        begun, rest = _begun(pieces())
        if rest is None:
            return self.reply_bytes(lambda: b"".join(begun), media_type, **more)
        return StreamingResponse(chain(begun, rest), headers=headers, media_type=media_type)

    def _headers(self) -> dict[str, str]:
        parts = (self.tag, "gzip" if self.zips else "plain")
        return {
            "ETag": etag(*parts) if self.version is None else versioned(self.version, *parts),
            "Cache-Control": "no-cache",
            "Vary": "Accept-Language, Accept-Encoding",
        }


@dataclass(frozen=True, slots=True)
class DatasetRequest:
    """A request about one dataset at its current version."""

    conditions: Conditions
    version: Version

    @property
    def ws(self) -> Workspace:
        """The compiled network; compiled now if nobody asked before."""
        return self.conditions.services.workspaces.at(self.version)

    @property
    def lang(self) -> Lang:
        """The language of the answer."""
        return self.conditions.lang

    def question(
        self, wanted: TermsWanted | None = None, page: PageWanted | None = None
    ) -> Question:
        """Return the question that goes with the request."""
        days = self.conditions.services.settings.stage_days
        return Question(
            self.ws,
            self.lang,
            wanted or TermsWanted(),
            page or PageWanted(),
            days,
            workspaces=self.conditions.services.workspaces,
        )

    def reply(self, body: Callable[[], Record]) -> Response:
        """Answer with a body as JSON."""
        return self.conditions.reply(body)

    def answer(self, body: Callable[[], Record]) -> Response:
        """Answer a question that came in the body of the request: nothing is kept of it."""
        content = body().model_dump_json().encode()
        return Response(content, headers={"Cache-Control": "no-store"}, media_type=JSON)


def _begun(pieces: Iterator[bytes]) -> tuple[list[bytes], Iterator[bytes] | None]:
    """Return what fits into memory, and the rest, if there is one."""
    begun: list[bytes] = []
    size = 0
    for piece in pieces:
        begun.append(piece)
        size += len(piece)
        if size > KEPT_OF_A_STREAM:
            return begun, pieces
    return begun, None


def conditions(request: Request, lang: Lang | None, versions: tuple[Version, ...]) -> Conditions:
    """Read the conditions of a request whose answer depends on `versions`."""
    services = services_of(request)
    language = lang or lang_of(request)
    states = tuple(f"{each.dataset}:{each.number}" for each in versions)
    query = sorted(request.query_params.multi_items())
    year = str(this_year())  # what is asked of a plan changes when its time is over
    return Conditions(
        services=services,
        lang=language,
        tag=etag(services.program, *states, request.url.path, repr(query), language, year),
        if_none_match=request.headers.get("if-none-match"),
        zips="gzip" in request.headers.get("accept-encoding", ""),
        version=versions[0].number if len(versions) == 1 else None,
    )
