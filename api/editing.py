"""Requests that edit: whose they are, which version they saw, and how they are answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Header, Query
from pydantic import Field
from starlette.responses import Response

from api.auth.callers import Editor
from api.auth.roles import Caller
from api.compiling import compiled
from api.http.answering import DatasetRequest
from api.http.dependencies import AskNow
from api.http.errors import MEDIA_TYPE
from api.http.etag import VERSION_TAG, version_in
from graph.answers import Workspace
from graph.answers.shapes.edits import EditBody
from graph.edits import history
from graph.edits.changes import Author, Change, commit
from graph.edits.preview import previewed
from graph.errors import BadParameterError, VersionNotSaidError
from graph.exchange.report.bodies import AnswerDifference
from graph.exchange.report.effects import difference
from graph.store.contract import GraphStore

_CONTENT = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
EDIT_PROBLEMS: Mapping[int | str, dict[str, object]] = {
    400: {"description": "不是 JSON / no JSON", "content": _CONTENT},
    409: {
        "description": "他人已先更改；附两个版本 / somebody changed it first; both versions",
        "content": _CONTENT,
    },
    428: {"description": "须以 If-Match 说明版本 / If-Match is needed", "content": _CONTENT},
}
"""What a route that edits answers besides what every route does."""
SEEN = Header(
    alias="If-Match",
    max_length=200,
    description="所见的版本：回答中的 version 或 ETag / the version seen: version or ETag",
    examples=['"3"'],
    json_schema_extra={"pattern": VERSION_TAG},
)
IfMatch = Annotated[str, SEEN]
Apply = Annotated[
    bool,
    Query(
        description="false：只看影响，不写入 / false: what it would change, nothing is written",
        examples=[False],
    ),
]


class EditAnswer(EditBody):
    """What an edit changed, or would change; then `answers` says how the answers would differ."""

    answers: AnswerDifference | None = Field(default=None, exclude_if=lambda each: each is None)


@dataclass(frozen=True, slots=True)
class Editing:
    """A request to edit one dataset: by whom, which version they saw, and whether in earnest."""

    asked: DatasetRequest
    author: Author
    seen: int
    in_earnest: bool

    @property
    def store(self) -> GraphStore:
        """The store to write to."""
        return self.asked.conditions.services.store

    def make(
        self, change: Change, told: Callable[[Workspace, EditBody], EditBody] | None = None
    ) -> Response:
        """Write a change, or try it out; answer with what it does and the version after it.

        `told` adds to that what is to be said of the facts after it.
        """
        after, body = self._written(change) if self.in_earnest else self._tried(change)
        body = body.model_copy(update={"differing": change.told(self.asked.lang)})
        body = told(after, body) if told else body
        headers = {"ETag": f'"{body.version}"', "Cache-Control": "no-store"}
        return Response(body.model_dump_json(), headers=headers, media_type="application/json")

    def _written(self, change: Change) -> tuple[Workspace, EditBody]:
        made = commit(self.store, self.asked.ws.facts, change, self.author, self.seen)
        ws = self.asked.conditions.services.workspaces.at(made)
        return ws, history.edited(self.store, ws, change.keys, self.asked.lang)

    def _tried(self, change: Change) -> tuple[Workspace, EditBody]:
        ws, lang = self.asked.ws, self.asked.lang
        after = compiled(previewed(ws.facts, change))
        body = history.would_edit(ws, after, change, lang)
        return after, EditAnswer(**dict(body), answers=difference(ws, after, lang))


def editing(ask: AskNow, who: Editor, if_match: IfMatch, apply: Apply = True) -> Editing:  # noqa: FBT002
    """Return what a request edits; raise `VersionNotSaidError` for a version left empty.

    Without the header it is the same problem: see `api.http.problems`.
    """
    return Editing(ask, author_of(who), number_seen(if_match), apply)


def number_seen(if_match: str) -> int:
    """The number that `If-Match` names; raise `VersionNotSaidError`, `BadParameterError`."""
    if not if_match:
        raise VersionNotSaidError
    seen = version_in(if_match)
    if seen is None:
        raise BadParameterError(parameter="If-Match", value=if_match, allowed='"12"')
    return seen


def author_of(caller: Caller) -> Author:
    """Return who edits, and on which day where the server stands."""
    return Author(caller.name, datetime.now(UTC).astimezone().date().isoformat())


EditAsk = Annotated[Editing, Depends(editing)]
