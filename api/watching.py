"""What has changed since a reader was last here, and what is remembered of them."""

from contextlib import suppress
from datetime import UTC, datetime
from functools import partial

from api.auth.watchers import SeenVersion, Watcher
from api.differences import difference
from api.http.services import Services
from api.wanted import PageWanted
from api.wanted_around import DiffWanted
from api.workspaces import Workspaces
from graph.answers.shapes.diff import DiffBody
from graph.errors import BadParameterError, StoreError, UnknownVersionError
from graph.model.vocabulary import Lang
from graph.store.contract import Version
from viz.overview import SinceSeen


def begun(services: Services, key: str) -> None:
    """Whoever logs in for the first time has seen what there is; their last mark stays.

    A store that does not answer keeps nobody from logging in.
    """
    with suppress(StoreError):
        versions = services.workspaces.versions()
        services.watchers.change(key, partial(_begun, versions=versions))


def _begun(held: Watcher, versions: tuple[Version, ...]) -> Watcher:
    for version in versions:
        if version.dataset not in held.seen:
            held = _marked(held, version, version.number)
    return held


def mark_seen(
    services: Services, key: str, current: Version, number: int, revision: int | None = None
) -> Watcher:
    """Remember that a reader has seen a version; raise `BadParameterError` for one to come.

    Raise `StaleWatcherError` where another `revision` is remembered of them.
    """
    if not 1 <= number <= current.number:
        allowed = f"1–{current.number}"
        raise BadParameterError(parameter="version", value=number, allowed=allowed)
    return services.watchers.change(key, lambda held: _marked(held, current, number), revision)


def _marked(held: Watcher, version: Version, number: int) -> Watcher:
    day = datetime.now(UTC).astimezone().date().isoformat()
    seen = held.seen | {version.dataset: SeenVersion(version=number, day=day)}
    return held.model_copy(update={"seen": seen})


def since_seen(
    workspaces: Workspaces, shown: Version, watcher: Watcher, lang: Lang
) -> SinceSeen | None:
    """Count what differs from the version a reader saw last; nothing where none is remembered."""
    seen = watcher.seen.get(shown.dataset)
    if seen is None:
        return None
    body = difference_since(workspaces, shown, seen, lang)
    return counted(body, seen.day) if body else SinceSeen(seen.version, seen.day)


def difference_since(
    workspaces: Workspaces, shown: Version, seen: SeenVersion, lang: Lang
) -> DiffBody | None:
    """What differs from a version that was seen; null where that is not there any more."""
    wanted = DiffWanted.model_validate({"from": seen.version, "to": shown.number})
    try:
        return difference(workspaces, shown, wanted, PageWanted(limit=1), lang)
    except UnknownVersionError:
        return None


def counted(body: DiffBody, day: str) -> SinceSeen:
    """Count what differs from a version that was seen on a day."""
    gaps = sum(body.gap_changes.values())
    return SinceSeen(body.before.version, day, found=True, gaps=gaps, **body.facts)
