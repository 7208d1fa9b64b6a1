"""Records together with the place where they are written."""

from dataclasses import dataclass

from graph.load.places import FilePlace
from graph.model import AnyRecord


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A record and where it is written."""

    record: AnyRecord
    place: FilePlace
