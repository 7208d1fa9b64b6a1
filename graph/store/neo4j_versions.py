"""The next version of a dataset on a server: its rows, and its drawing, patched or drawn anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from graph.model import AnyRecord
from graph.store import neo4j_rows as rows
from graph.store.layers import REPORTED, LayerChange, LayerPlace
from graph.store.neo4j_connection import Connection, Transaction
from graph.store.neo4j_held import HeldVersion, WrittenMark, drawn_whole
from graph.store.neo4j_rows import CypherStatement
from graph.store.neo4j_writing import Writer
from graph.store.steps import VersionState


class Versions:
    """Reads and writes what holds; the version that it read or wrote last stays in memory."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._most = connection.server.batch
        self._remember = connection.server.remember
        self._kept: HeldVersion | None = None

    def newest(self, dataset: str) -> HeldVersion | None:
        """What holds now; nothing for a dataset that nobody wrote."""

        def found(tx: Transaction) -> HeldVersion | None:
            written, state = WrittenMark.of(tx, dataset), rows.newest(tx, dataset)
            if written is None or state is None:
                return None
            return self.held(tx, written, state)

        return self._connection.read(found)

    def held(self, tx: Transaction, written: WrittenMark, state: VersionState) -> HeldVersion:
        """The newest version; `written` was read before it, lest it is taken for another's."""
        kept = self._kept
        if kept is None or not self._remember or not kept.is_of(state, written):
            held = rows.holding(tx, state.version, (0, REPORTED))
            self._kept = kept = HeldVersion.of(written, state, held)
        return kept

    def follow(
        self,
        writer: Writer,
        following: VersionState,
        change: LayerChange,
        after: Mapping[LayerPlace, AnyRecord],
    ) -> None:
        """Write the version after the newest one; `after` holds at least what begins."""
        begun = partial(rows.append, change, after, following.version.number)
        old = self.newest(following.version.dataset)
        if old is None:
            self.write_whole(writer, begun(), [following], after)
            return
        new = old.followed_by(following, change, after)
        fits = len(change.ended) + len(change.begun) <= self._most
        if not fits or not self._patch(writer, begun(), old, new):
            self.write_whole(writer, begun(), [following], new.held)

    def write_whole(
        self,
        writer: Writer,
        begun: Iterable[CypherStatement],
        states: Sequence[VersionState],
        held: Mapping[LayerPlace, AnyRecord],
    ) -> None:
        """Write rows, and draw the last of these states beside the drawing that is there."""
        number = states[-1].version.number
        made: list[tuple[HeldVersion, str]] = []

        def drawing() -> Iterator[CypherStatement]:
            new = HeldVersion.of(WrittenMark(None, number, None), states[-1], held)
            statements, digest = drawn_whole(new.sound)
            made.append((new, digest))
            yield from statements

        writer.stage(number, chain(begun, drawing()))
        ((new, digest),) = made
        writer.finish(states, digest)
        self._kept = new.written_as(WrittenMark(writer.token, number, digest))

    def _patch(
        self, writer: Writer, begun: Iterable[CypherStatement], old: HeldVersion, new: HeldVersion
    ) -> bool:
        """Change the drawing in the transaction of the last step, if it fits into one."""
        if not old.is_drawn():
            return False
        change, digest = old.patch_to(new.sound)
        statements = [*change.statements()]
        if sum(len(given) for _, given in statements) > self._most:
            return False
        written = WrittenMark(writer.token, old.written.drawing, digest)
        writer.stage(new.state.version.number, begun, patching=True)
        writer.patch(written.drawing, statements, [new.state], digest)
        self._kept = new.written_as(written)
        return True
