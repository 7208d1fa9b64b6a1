"""Workspaces from columns beside the store: mapped where they are, else compiled and kept.

Columns can be worked out again from the store, so nothing of an answer hangs on them: where they
cannot be read or written, the store answers, and a warning says so once.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from shutil import rmtree
from threading import Timer
from typing import TypedDict, cast

from api.compiling import compiled, large_workspace
from graph.answers import Workspace
from graph.answers.folded import IdsByName, KnownNames
from graph.answers.saved import (
    WorkspaceTold,
    names_told,
    workspace_columns,
    workspace_from,
    workspace_told,
)
from graph.errors import ColumnsUnusableError
from graph.message import Message, _
from graph.model import Facts
from graph.model.collecting import uncollected
from graph.model.soundness import sound
from graph.network.terms import Terms
from graph.store.column_files import (
    ColumnPlace,
    ColumnReader,
    ColumnsKept,
    ColumnWriter,
    open_columns,
    writing_columns,
)
from graph.store.contract import GraphStore, Version
from graph.store.saved_facts import BodiesOf, FactsTold, SavedFacts, save_facts, saved_facts
from graph.store.streamed_facts import LARGE

LOG = logging.getLogger("liantu.columns")
QUIET_SECONDS = 2.0
"""A server keeps a version that has held so long: during edits none is written for nobody."""
RANKED = 5_000
"""Segments from which on all gaps are kept with a version; a district works them out as soon."""
NAMES, GAPS = "names.json", "gaps.{}.json"


class ColumnsTold(TypedDict):
    """What a manifest says of a version; it is `whole` where no orphans were left out.

    `answered_by` is the code that worked out the gaps that are kept with it, null without them.
    """

    facts: FactsTold
    workspace: WorkspaceTold
    whole: bool
    answered_by: str | None


def _log(message: Message) -> None:
    LOG.warning("%s", message.text("en"))


@dataclass
class KeptColumns:
    """The columns of a store's versions; with `behind` they are written while answers go on.

    From `large` rows of firms on they are written without making records of them; from `ranked`
    segments on with what all gaps come to.

    `warn` hears once of what cannot be read or written.
    """

    store: GraphStore
    behind: bool = False
    warn: Callable[[Message], None] = _log
    large: int = LARGE
    ranked: int = RANKED
    _waiting: Timer | None = None
    _told: bool = False

    def workspace(self, version: Version) -> tuple[Workspace, bool]:
        """Return the workspace of a version, and whether no orphans were left out of it.

        Raises `UnknownVersionError`.
        """
        key = version.dataset, version.number
        place = self.store.columns_of(version) if isinstance(self.store, ColumnsKept) else None
        if place is None:
            facts = self.store.read(*key)
            ws = compiled(facts)
            return ws, ws.facts is facts
        try:
            return opened(place, partial(self._again, place))
        except ColumnsUnusableError as error:
            if place.folder.exists():  # nothing was written yet is no news
                LOG.info("%s", error.text("en"))
        if place.writable and self._streamed(place, version):
            return opened(place, partial(self._again, place))
        facts = self.store.read(*key)
        ws = compiled(facts)
        if place.writable:
            self._keep(place, ws, facts)
        return ws, ws.facts is facts

    def _streamed(self, place: ColumnPlace, version: Version) -> bool:
        """Write the columns of a large version straight from the store; tell whether that went."""
        large = large_workspace(self.store, version, self.large)
        if large is None:
            return False
        ws, bodies = large
        try:
            keep(place, ws, ws.facts, bodies, self.ranked)
        except OSError as error:
            where = place.folder
            self._warn(_("列式缓存 {folder} 无法写入（{error}）", folder=where, error=error))
            return False
        return True

    def _again(self, place: ColumnPlace) -> Facts:
        """Read what is damaged from the store; whoever comes next writes it anew."""
        self._warn(_("列式缓存 {folder} 已损坏，改从存储读取", folder=place.folder))
        if place.writable:
            rmtree(place.folder, ignore_errors=True)
        return sound(self.store.read(place.dataset, place.version))

    def _keep(self, place: ColumnPlace, ws: Workspace, facts: Facts) -> None:
        if not self.behind:
            self._write(place, ws, facts)
            return
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = Timer(QUIET_SECONDS, self._write, (place, ws, facts))
        self._waiting.daemon = True
        self._waiting.start()

    def _write(self, place: ColumnPlace, ws: Workspace, facts: Facts) -> None:
        try:
            keep(place, ws, facts, ranked=self.ranked)
        except OSError as error:
            where = place.folder
            self._warn(_("列式缓存 {folder} 无法写入（{error}）", folder=where, error=error))

    def _warn(self, message: Message) -> None:
        if not self._told:
            self._told = True
            self.warn(message)


def keep(
    place: ColumnPlace,
    ws: Workspace,
    facts: Facts,
    streamed: Mapping[str, BodiesOf] | None = None,
    ranked: int = RANKED,
) -> None:
    """Write the columns of a version, which is stored as `facts`; raises `OSError`.

    `streamed` gives the bodies of shelves whose records are not in memory. From `ranked` segments
    on what its gaps come to is worked out and kept as well.
    """
    with writing_columns(place) as writer:
        rows = tuple(facts.listed_firms.values())
        same = rows == tuple(ws.facts.listed_firms.values())
        saved = save_facts(writer, SavedFacts(ws.facts, () if same else rows), streamed)
        for name, values in workspace_columns(ws):
            writer.numbers(name, values)
        writer.parts(NAMES, [json.dumps(names_told(ws), ensure_ascii=False).encode()])
        about = ColumnsTold(
            facts=saved, workspace=workspace_told(ws), whole=ws.facts is facts, answered_by=None
        )
        if len(ws.facts.segments) >= ranked:
            reader = writer.reader(cast("dict[str, object]", about))
            asked = ws if streamed is None else _read(reader, lambda: facts)
            about["answered_by"] = _keep_gaps(writer, asked, of_firms=streamed is None)
        writer.finish(place, cast("dict[str, object]", about))


@uncollected()
def _keep_gaps(writer: ColumnWriter, ws: Workspace, *, of_firms: bool) -> str:
    """Write what all gaps come to; return by which code."""
    from graph.answers.keeping import kept_answers, kept_of_firms  # noqa: PLC0415 - of large versions
    from graph.answers.kept import PARTS, answered_by  # noqa: PLC0415 - as above

    parts = dict(kept_answers(ws)) | (dict(kept_of_firms(ws)) if of_firms else {})
    for name in PARTS:
        told = json.dumps(parts.get(name, []), separators=(",", ":"))
        writer.parts(GAPS.format(name), [told.encode()])
    return answered_by()


def opened(place: ColumnPlace, again: Callable[[], Facts]) -> tuple[Workspace, bool]:
    """Return the workspace of a version from its columns, and whether it is whole.

    Raises `ColumnsUnusableError`. `again` reads the facts from the store, should a record turn out
    to be damaged.
    """
    reader = open_columns(place)
    told = cast("ColumnsTold", reader.about)
    ws = _read(reader, again)
    if told["answered_by"] is not None:
        _remember(ws, reader, told["answered_by"])
    return ws, told["whole"]


def _read(reader: ColumnReader, again: Callable[[], Facts]) -> Workspace:
    told = cast("ColumnsTold", reader.about)
    saved = saved_facts(reader, told["facts"], again)
    ws = workspace_from(saved.facts, saved.rows, told["workspace"], reader.numbers)
    # Worked out already: a cached property is what stands under its name.
    vars(ws)["known_names"] = KnownNames(ws.facts, partial(_names, reader))
    return ws


def _remember(ws: Workspace, reader: ColumnReader, by: str) -> None:
    """Give a workspace what was kept of its gaps; raises `ColumnsUnusableError`."""
    from graph.answers.keeping import answers_from  # noqa: PLC0415 - of large versions
    from graph.answers.kept import PARTS, answered_by  # noqa: PLC0415 - as above

    if by != answered_by():
        reason = _("属于其他存储、版本或格式")
        raise ColumnsUnusableError(folder=str(reader.folder), reason=reason)
    # Read at once, so that what is damaged is noticed here; made into objects when asked for.
    parts = {each: reader.content(GAPS.format(each)) for each in PARTS}
    kept = answers_from(ws, lambda name: cast("list[object]", json.loads(parts[name])))
    ws.kept.put(ws.settle(Terms()), kept)


def _names(reader: ColumnReader) -> Mapping[str, IdsByName]:
    try:
        found: Mapping[str, IdsByName] = json.loads(reader.content(NAMES))
    except ColumnsUnusableError:
        return {}  # they are worked out
    return found
