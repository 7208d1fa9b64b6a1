"""A chain's numbers version by version."""

from graph.answers.shapes.common import Completeness, Computed, Ref
from graph.model import Record


class ChainPoint(Record):
    """What the gap list of a chain came to in one version, and who made something of it."""

    version: int
    at: str
    confirmed_gaps: int
    open_questions: int
    makers: int
    completeness: Completeness


class ChainHistoryBody(Computed):
    """The versions in which a chain's numbers differ from the one before, oldest first.

    `looked_at` counts the versions that were worked out: the last ones only.
    """

    chain: Ref
    looked_at: int
    items: tuple[ChainPoint, ...]
