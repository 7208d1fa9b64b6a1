"""The step from one version to the next: the same in every store."""

from dataclasses import dataclass
from datetime import UTC, datetime

from graph.errors import BadParameterError
from graph.model import Dataset
from graph.store.contract import Cause, Version
from graph.store.layers import LayerChange


@dataclass(frozen=True, slots=True)
class VersionState:
    """A version, with the dataset as it was called then."""

    version: Version
    dataset: Dataset


@dataclass(frozen=True, slots=True)
class Step:
    """A write: the dataset as it will be called, what writes, who, and why.

    Raise `BadParameterError` if who or why holds half a surrogate pair, which no store takes.
    """

    dataset: Dataset
    cause: Cause
    by: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        for parameter, text in (("by", self.by), ("note", self.note)):
            if any("\ud800" <= character <= "\udfff" for character in text or ""):
                raise BadParameterError(parameter=parameter, value=ascii(text), allowed="Unicode")

    def changes(self, state: VersionState | None, change: LayerChange) -> bool:
        """Whether the write leads to a new version."""
        return state is None or state.dataset != self.dataset or bool(change)

    def after(self, state: VersionState | None, change: LayerChange) -> VersionState:
        """The state that follows, from now on."""
        version = Version(
            dataset=self.dataset.id,
            number=1 if state is None else state.version.number + 1,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            cause=self.cause,
            by=self.by,
            note=self.note,
            edition=self.dataset.edition.label,
            added=len(change.added),
            changed=len(change.changed),
            removed=len(change.removed),
        )
        return VersionState(version, self.dataset)
