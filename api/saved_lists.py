"""Lists under a name: their addresses as they are kept, and what changed in them since a look."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import ValidationError

from api import leading, queries
from api.auth.watchers import LONGEST_ADDRESS, LONGEST_NAME, MOST_LISTS, SavedList, Watcher
from api.queries import Question
from api.wanted import (
    MOST,
    EnterprisesWanted,
    GapsWanted,
    PageWanted,
    SegmentsWanted,
    TermsWanted,
    Wanted,
)
from api.wanted_leads import LeadsWanted
from api.workspaces import Workspaces
from graph.answers.shapes import Ref
from graph.errors import (
    LiantuError,
    ListsFullError,
    NotKeptError,
    RequestError,
    UnknownDatasetError,
    UnknownNameError,
    UnknownVersionError,
)
from graph.message import _
from graph.model.vocabulary import Lang
from graph.store.contract import Version
from viz.watching import SavedState

PASSING = frozenset({"lang", "version", "cursor", "since"})
"""What an address says of one visit, and not of the list."""
W = TypeVar("W", bound=Wanted)
ListedRows = Mapping[str, Ref]
AskedOf = Mapping[str, str]


def kept_address(path: str, query: list[tuple[str, str]], dataset: str) -> str:
    """Return an address as it is kept: of one dataset, whatever version and language.

    >>> kept_address("/gaps", [("chain", "aerogel"), ("lang", "en"), ("kind", "")], "demo")
    '/gaps?chain=aerogel&dataset=demo'
    """
    asked = [(name, text) for name, text in query if text and name not in PASSING | {"dataset"}]
    return f"{path}?{urlencode([*asked, ('dataset', dataset)])}"


def named(text: str) -> str:
    """Return a name as it is kept; raise `NotKeptError`."""
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise NotKeptError(why=_("名称须有 1 至 {n} 个字", n=LONGEST_NAME))
    return name


def saved(held: Watcher, name: str, address: str, version: Version) -> Watcher:
    """Add a list; one of that address gets the new name.

    Raise `ListsFullError`, and `NotKeptError` for what cannot be kept.
    """
    if len(address) > LONGEST_ADDRESS:
        raise NotKeptError(why=_("地址长于 {n} 个字符：少选几项", n=LONGEST_ADDRESS))
    known = next((each for each in held.lists if each.address == address), None)
    if known is not None:
        return changed(held, known.id, name=named(name))
    if len(held.lists) >= MOST_LISTS:
        raise ListsFullError(most=MOST_LISTS)
    new = SavedList(
        id=secrets.token_hex(4),
        name=named(name),
        address=address,
        dataset=version.dataset,
        looked=version.number,
    )
    return held.model_copy(update={"lists": (*held.lists, new)})


def changed(held: Watcher, list_id: str, **fields: object) -> Watcher:
    """Rename a list, or note the version of a look; raise `UnknownNameError`."""
    _known(held, list_id)
    lists = (e.model_copy(update=fields) if e.id == list_id else e for e in held.lists)
    return held.model_copy(update={"lists": tuple(lists)})


def removed(held: Watcher, list_id: str) -> Watcher:
    """Take a list away; raise `UnknownNameError`."""
    _known(held, list_id)
    lists = tuple(each for each in held.lists if each.id != list_id)
    return held.model_copy(update={"lists": lists})


def _known(held: Watcher, list_id: str) -> None:
    if all(each.id != list_id for each in held.lists):
        raise UnknownNameError(name=list_id[:20], what="list", suggestions=())


@dataclass(frozen=True, slots=True)
class Comparing:
    """What lists are compared by: networks, language, and which filters a page has."""

    workspaces: Workspaces
    lang: Lang
    filters: Callable[[str], frozenset[str] | None]

    def state(self, held: SavedList) -> SavedState:
        """Say what became of a list since the last look, or why it does not hold any more."""
        split = urlsplit(held.address)
        query = dict(parse_qsl(split.query))
        state = SavedState(held.id, held.name, held.address)
        known = self.filters(split.path)
        if known is None:
            return replace(state, problem=_("没有这一页了：删除它").text(self.lang))
        lost = sorted(query.keys() - known)
        if lost:
            why = _("此页不再有筛选 {names}，打开会列得更多：重新筛选后另存", names="、".join(lost))
            return replace(state, problem=why.text(self.lang))
        try:
            return self._compared(state, held, ROWS.get(split.path), query)
        except ValidationError:
            why = _("有的筛选值已不存在：重新筛选后另存")
            return replace(state, problem=why.text(self.lang))
        except (RequestError, UnknownDatasetError) as error:
            return replace(state, problem=_again(error, self.lang))

    def _compared(
        self,
        state: SavedState,
        held: SavedList,
        rows: "Callable[[Question, AskedOf], ListedRows | None] | None",
        query: AskedOf,
    ) -> SavedState:
        current = self.workspaces.current(held.dataset)
        state = replace(state, version=current.number)
        now = rows(self._question(current, query), query) if rows else None
        if rows is None or now is None:
            return state
        try:
            looked = self.workspaces.numbered(current, held.looked)
        except UnknownVersionError:
            return replace(state, rows=len(now))
        before = _before(lambda: rows(self._question(looked, query), query))
        if before is None:
            return replace(state, rows=len(now))
        return replace(
            state,
            rows=len(now),
            compared=True,
            new=tuple(ref for id_, ref in now.items() if id_ not in before),
            gone=tuple(ref for id_, ref in before.items() if id_ not in now),
        )

    def _question(self, version: Version, query: AskedOf) -> Question:
        terms = _of(TermsWanted, query)
        return Question(self.workspaces.at(version), self.lang, terms, PageWanted(limit=MOST))


def _before(rows: Callable[[], ListedRows | None]) -> ListedRows | None:
    """The rows at the last look; of what had not been there then, nothing."""
    try:
        return rows()
    except UnknownNameError:
        return {}


def _again(error: LiantuError, lang: Lang) -> str:
    why = _("{why}：重新筛选后另存，或删除", why=error.text(lang))
    return why.text(lang)


def _of(model: type[W], query: AskedOf) -> W:
    return model.model_validate({n: text for n, text in query.items() if n in model.model_fields})


def _gaps(asked: Question, query: AskedOf) -> ListedRows:
    items = queries.all_gaps(asked, _of(GapsWanted, query)).items
    return {each.id: Ref(type="gap", id=each.id, name=each.name) for each in items}


def _segments(asked: Question, query: AskedOf) -> ListedRows | None:
    body = queries.segments(asked, _of(SegmentsWanted, query))
    rows = {e.id: Ref(type="segment", id=e.id, name=e.name, name_en=e.name_en) for e in body.items}
    return None if body.next else rows


def _enterprises(asked: Question, query: AskedOf) -> ListedRows | None:
    body = queries.enterprises(asked, _of(EnterprisesWanted, query))
    rows = {each.id: Ref(type="enterprise", id=each.id, name=each.name) for each in body.items}
    return None if body.next else rows


def _leads(asked: Question, query: AskedOf) -> ListedRows:
    items = leading.all_leads(asked, _of(LeadsWanted, query)).items
    return {each.id: each.gap for each in items}


ROWS: Mapping[str, Callable[[Question, AskedOf], ListedRows | None]] = {
    "/gaps": _gaps,
    "/segments": _segments,
    "/enterprises": _enterprises,
    "/leads": _leads,
}
"""The pages whose rows are compared; nothing where there are more than fit into one answer."""
