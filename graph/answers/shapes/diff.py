"""What differs between two versions: facts, and the answers that follow from them."""

from graph.answers.shapes.common import Completeness, Page, Ref
from graph.answers.shapes.edits import VersionItem
from graph.model import AnyRecord, Record, RecordType
from graph.model.vocabulary import FactAction, GapAction, Standing


class ChangedFact(Record):
    """A fact that one version holds and the other does not, or otherwise; null where it is not.

    `stated_in` are the documents that say what is new in it.
    """

    type: RecordType
    id: str
    text: str
    action: FactAction
    stated_in: tuple[Ref, ...]
    before: AnyRecord | None
    after: AnyRecord | None


class DiffCause(Record):
    """A fact that differs, as the cause of something else that does, and by which documents."""

    type: RecordType
    id: str
    text: str
    action: FactAction
    stated_in: tuple[Ref, ...]


class GapDifference(Record):
    """A gap that is new, gone, or stands elsewhere now; `because` are the facts that touch it."""

    gap: Ref
    action: GapAction
    before: Standing | None
    after: Standing | None
    because: tuple[DiffCause, ...]


class ChainChange(Record):
    """The completeness of a chain in both versions, where it differs."""

    chain: Ref
    before: Completeness
    after: Completeness


class DiffBody(Page):
    """What differs from the version `before` to the version `after`; `items` are the facts.

    `facts` and `gap_changes` count what became of them.
    """

    before: VersionItem
    after: VersionItem
    facts: dict[str, int]
    gap_changes: dict[str, int]
    gaps: tuple[GapDifference, ...]
    chains: tuple[ChainChange, ...]
    items: tuple[ChangedFact, ...]
