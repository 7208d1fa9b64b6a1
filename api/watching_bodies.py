"""What is remembered of a reader, as programs get it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from api.auth.watchers import LONGEST_ADDRESS, LONGEST_NAME, SeenVersion
from graph.answers.shapes import Ref
from graph.answers.shapes.common import Page
from graph.edits.inputs import EditInput
from graph.model import Record

ListName = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NAME)]
ListAddress = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ADDRESS)]


class WatchBody(Record):
    """What is new since the version that a reader said they had seen; null where none is known.

    The counts are those of `/diff`; null, too, where that version is not there any more.
    `revision` counts the changes of what is remembered, lists included.
    """

    dataset: str
    version: int
    revision: int
    seen_version: SeenVersion | None
    facts: dict[str, int] | None
    gap_changes: dict[str, int] | None


class SeenInput(EditInput):
    """The version that a reader has seen."""

    version: Annotated[int, Field(ge=1, le=999_999_999)]


class SavedListItem(Record):
    """A saved list, and which rows came and went since its last look.

    `rows` is null where its page lists nothing that can be compared, or does not hold any more:
    then `problem` says why. `compared` is false where the last look cannot be asked again.
    """

    id: str
    name: str
    address: str
    looked: int
    rows: int | None
    compared: bool
    new: tuple[Ref, ...]
    gone: tuple[Ref, ...]
    problem: str | None


class SavedListsBody(Page):
    """The lists that a reader keeps of a dataset."""

    revision: int
    items: tuple[SavedListItem, ...]


class SavedListInput(EditInput):
    """A list to keep: a page of ours with its filters, under a name."""

    name: ListName
    address: ListAddress


class SavedListChange(EditInput):
    """A new name for a list, or the version at which somebody looked at it; null leaves it."""

    name: ListName | None = None
    looked: Annotated[int, Field(ge=1, le=999_999_999)] | None = None
