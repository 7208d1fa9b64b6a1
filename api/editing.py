"""Requests that edit: whose they are, which version they saw, and how they are answered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Header
from starlette.responses import Response

from api.answering import Asked
from api.auth.callers import Editor
from api.dependencies import Ask
from api.errors import MEDIA_TYPE
from api.etag import version_in
from graph.edits import history
from graph.edits.changes import Author, Change, commit
from graph.errors import BadParameterError, VersionNotSaidError
from graph.model import Key
from graph.store.contract import GraphStore, Version

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
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=200,
        description="所见的版本：回答中的 version 或 ETag / the version seen: version or ETag",
    ),
]


@dataclass(frozen=True, slots=True)
class Editing:
    """A request to edit one dataset: by whom, and which version they saw."""

    asked: Asked
    author: Author
    seen: int

    @property
    def store(self) -> GraphStore:
        """The store to write to."""
        return self.asked.conditions.services.store

    def make(self, change: Change) -> Response:
        """Write a change, and answer with what it did and the version after it."""
        made = commit(self.store, self.asked.ws.facts, change, self.author, self.seen)
        return self.answer(made, change.keys)

    def answer(self, made: Version, keys: Collection[Key]) -> Response:
        """Answer with what a version changed of these records."""
        ws = self.asked.conditions.services.workspaces.at(made)
        body = history.edited(self.store, ws, keys, self.asked.lang)
        headers = {"ETag": f'"{made.number}"', "Cache-Control": "no-store"}
        return Response(body.model_dump_json(), headers=headers, media_type="application/json")


def editing(ask: Ask, who: Editor, if_match: IfMatch = None) -> Editing:
    """Return what a request edits; raise `VersionNotSaidError` if it names no version."""
    if not if_match:
        raise VersionNotSaidError
    seen = version_in(if_match)
    if seen is None:
        raise BadParameterError(parameter="If-Match", value=if_match, allowed='"12"')
    return Editing(ask, Author(who.name, datetime.now(UTC).astimezone().date().isoformat()), seen)


EditAsk = Annotated[Editing, Depends(editing)]
