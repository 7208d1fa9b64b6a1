"""What a reader has seen, and the lists that they keep: the same as on their pages."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request
from starlette.responses import Response

from api.auth.callers import Reader
from api.auth.watchers import COOKIE, Watcher, watcher_key
from api.editing import EDIT_PROBLEMS, number_seen
from api.http.answering import DatasetRequest
from api.http.dependencies import Ask, AskNow
from api.http.etag import VERSION_TAG, etag
from api.leading import this_day
from api.routes import PREFIX
from api.routes.pages.introducing import introduced
from api.routes.pages.saved import filters, page_of_ours
from api.saved_lists import Comparing, changed, kept_address, named, removed, saved
from api.watching import difference_since, mark_seen
from api.watching_bodies import (
    SavedListChange,
    SavedListInput,
    SavedListItem,
    SavedListsBody,
    SeenInput,
    WatchBody,
)

router = APIRouter(prefix=PREFIX, tags=["watching"])
RevisionSeen = Annotated[
    str,
    Header(
        alias="If-Match",
        max_length=200,
        description="所见的修订：回答中的 revision 或 ETag / the revision seen: revision or ETag",
        examples=['"3"'],
        json_schema_extra={"pattern": VERSION_TAG},
    ),
]
ListId = Annotated[
    str,
    Path(max_length=20, description="已存筛选的编号 / id of a saved list", examples=["5f0c2a1b"]),
]


@dataclass(frozen=True, slots=True)
class WatcherRequest:
    """A request of a reader about what is remembered of them; `key` is empty for a new one."""

    request: Request
    ask: DatasetRequest
    key: str

    @property
    def watcher(self) -> Watcher:
        """What is remembered."""
        return self.ask.conditions.services.watchers.of(self.key)

    def change(
        self, change: Callable[[str], Watcher], body: Callable[["WatcherRequest"], Response]
    ) -> Response:
        """Make a change under the key of the reader, who gets one with the answer if need be."""
        given = Response()
        key = self.key or introduced(self.request, given)
        change(key)
        answer = body(replace(self, key=key))
        answer.raw_headers += [each for each in given.raw_headers if each[0] == b"set-cookie"]
        return answer


def watching(request: Request, ask: Ask, who: Reader) -> WatcherRequest:
    """Return what is remembered of whoever asks: by their token, else by their cookie."""
    return WatcherRequest(request, ask, watcher_key(who.token, request.cookies.get(COOKIE, "")))


def watching_now(request: Request, ask: AskNow, who: Reader) -> WatcherRequest:
    """Likewise of a request that changes it."""
    return watching(request, ask, who)


Watching = Annotated[WatcherRequest, Depends(watching)]
WatchingNow = Annotated[WatcherRequest, Depends(watching_now)]


@router.get("/watching", response_model=WatchBody)
def show_watching(asked: Watching) -> Response:
    """自上次标为已看以来的变化数。What is new since the version that was seen last."""
    return _watch(asked)


@router.post("/watching", response_model=WatchBody, responses={**EDIT_PROBLEMS})
def mark_version_seen(asked: WatchingNow, seen: RevisionSeen, said: SeenInput) -> Response:
    """标为已看：记下看到哪一版。Remember that a version has been seen."""
    revision, services = number_seen(seen), asked.ask.conditions.services
    return asked.change(
        lambda key: mark_seen(services, key, asked.ask.version, said.version, revision), _watch
    )


@router.get("/saved-lists", response_model=SavedListsBody)
def list_saved_lists(asked: Watching) -> Response:
    """已存的筛选，与各自新增、移出的行。Saved lists, and which rows came and went in each."""
    return _lists(asked)


@router.post("/saved-lists", response_model=SavedListsBody, responses={**EDIT_PROBLEMS})
def save_list(asked: WatchingNow, seen: RevisionSeen, said: SavedListInput) -> Response:
    """保存一页筛选；同一地址改名。Keep a list by its address; the same again gets the name."""
    version = asked.ask.version
    path, query = page_of_ours(asked.request.app, said.address)
    address = kept_address(path, query, version.dataset)
    return _changed(asked, seen, lambda held: saved(held, said.name, address, version))


@router.post("/saved-lists/{id}", response_model=SavedListsBody, responses={**EDIT_PROBLEMS})
def change_saved_list(
    asked: WatchingNow,
    id: ListId,  # noqa: A002
    seen: RevisionSeen,
    said: SavedListChange,
) -> Response:
    """改名，或记下看过的版本。Rename a saved list, or remember at which version it was seen."""
    fields: dict[str, object] = {}
    if said.name is not None:
        fields["name"] = named(said.name)
    if said.looked is not None:
        fields["looked"] = min(said.looked, asked.ask.version.number)
    return _changed(asked, seen, lambda held: changed(held, id, **fields))


@router.delete("/saved-lists/{id}", response_model=SavedListsBody, responses={**EDIT_PROBLEMS})
def remove_saved_list(asked: WatchingNow, id: ListId, seen: RevisionSeen) -> Response:  # noqa: A002
    """删除一个已存的筛选。Forget a saved list."""
    return _changed(asked, seen, lambda held: removed(held, id))


def _changed(asked: WatcherRequest, seen: str, change: Callable[[Watcher], Watcher]) -> Response:
    revision, watchers = number_seen(seen), asked.ask.conditions.services.watchers
    return asked.change(lambda key: watchers.change(key, change, revision), _lists)


def _watch(asked: WatcherRequest) -> Response:
    shown, watcher = asked.ask.version, asked.watcher
    seen = watcher.seen.get(shown.dataset)

    def made() -> WatchBody:
        workspaces, lang = asked.ask.conditions.services.workspaces, asked.ask.lang
        body = difference_since(workspaces, shown, seen, lang) if seen else None
        return WatchBody(
            dataset=shown.dataset,
            version=shown.number,
            revision=watcher.revision,
            seen_version=seen,
            facts=body.facts if body else None,
            gap_changes=body.gap_changes if body else None,
        )

    return _reply(asked, watcher, made)


def _lists(asked: WatcherRequest) -> Response:
    shown, watcher = asked.ask.version, asked.watcher
    app = asked.request.app

    def made() -> SavedListsBody:
        workspaces = asked.ask.conditions.services.workspaces
        compare = Comparing(workspaces, asked.ask.lang, lambda path: filters(app, path))
        held = [each for each in watcher.lists if each.dataset == shown.dataset]
        states = [(each, compare.state(each)) for each in held]
        return SavedListsBody(
            dataset=shown.dataset,
            version=shown.number,
            revision=watcher.revision,
            total=len(held),
            items=tuple(
                SavedListItem(
                    id=each.id,
                    name=each.name,
                    address=each.address,
                    looked=each.looked,
                    rows=state.rows,
                    compared=state.compared,
                    new=state.new,
                    gone=state.gone,
                    problem=state.problem,
                )
                for each, state in states
            ),
        )

    return _reply(asked, watcher, made)


def _reply(
    asked: WatcherRequest, watcher: Watcher, made: Callable[[], WatchBody | SavedListsBody]
) -> Response:
    """Answer with a tag that names the revision; which leads are late is so today."""
    dated = asked.ask.conditions.on(this_day())
    tag = etag(dated.tag, asked.request.method, watcher.model_dump_json())
    return replace(dated, tag=tag, version=watcher.revision).reply(made)
