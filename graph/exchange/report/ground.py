"""What tables are read against, and what our own lists that come back were written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.answers.workspace import Workspace
from graph.edits.withdrawals import Withdrawal
from graph.exchange.match.computed import Offering, Own, Past
from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.rows import ReadSheet
from graph.model.references import RecordKey


@dataclass(frozen=True, slots=True)
class ImportGround:
    """What tables are read against: the facts of now, and those of the version they are of.

    `withdrawn` is what people took back up to now, `elsewhere` gives firms of lists from elsewhere.
    """

    ws: Workspace
    past: Past
    withdrawn: Mapping[RecordKey, Withdrawal] = field(default_factory=dict)
    elsewhere: Offering = field(default=lambda _: {})

    @property
    def version(self) -> int:
        """The version of now; 0 for a dataset that is to be."""
        return self.ws.facts.version


def own_source(
    ground: ImportGround,
    sheet: ReadSheet,
    heading: HeaderRow,
    cover: Mapping[str, str],
    before: Own | None,
) -> Own | None:
    """What a sheet was written from: what the one before it was, if it is of the same kind."""
    kind = heading.table.kind
    if not heading.table.computed:
        return None
    if before is not None and (before.kind, before.cover) == (kind, cover):
        return before
    return Own(sheet.file, kind, ground.ws, ground.past, cover, ground.elsewhere)
