"""What recognition says: this firm probably makes this segment, because of these words."""

import hashlib
from typing import Literal, get_args

from graph.answers.shapes import Body, Ref
from graph.model import Record
from graph.model.names import fold
from graph.model.vocabulary import By, Strength, Verb

STRENGTHS: tuple[Strength, ...] = get_args(Strength)
"""From the surest down."""
What = Literal["text", "segments", "proposals"]
"""What was cut: a text, the meanings of a word, the proposals for a firm."""


class Because(Record):
    """One place that speaks for a proposal.

    `phrase` stands in the cell as quoted; `name` is the word in it that was understood, `by` as
    what; `code_agrees` is null where the row or the segment has no code.
    """

    table: str
    row: int
    column: str
    phrase: str
    name: str
    by: By
    verb: Verb
    industry_code: str | None
    code_agrees: bool | None


class Proposal(Record):
    """A firm probably makes a segment: no fact until a person confirms it."""

    id: str
    firm: str
    credit_code: str | None
    segment: Ref
    strength: Strength
    because: tuple[Because, ...]


class Cut(Record):
    """Something that was not read to its end, or not told to its end, and where."""

    table: str
    row: int
    firm: str
    what: What
    kept: int


class Recognised(Record):
    """All proposals by firm, the strong ones first; and what was cut."""

    firms: int
    proposals: tuple[Proposal, ...]
    cut: tuple[Cut, ...]


class Skipped(Record):
    """A row that was not read, and why."""

    table: str
    row: int
    why: str


class RecognitionBody(Body):
    """The answer of `recognise`: nothing of it is written."""

    firms: int
    proposals: tuple[Proposal, ...]
    cut: tuple[Cut, ...]
    skipped: tuple[Skipped, ...]


def proposal_id(firm: str, segment: str) -> str:
    """The id of a proposal: the same firm and segment have the same one in every list.

    >>> proposal_id("某某 车业", "motorcycle") == proposal_id("某某车业", "motorcycle")
    True
    """
    said = f"{fold(firm)}\n{segment}".encode()
    return f"proposal.{hashlib.sha256(said).hexdigest()[:16]}"
