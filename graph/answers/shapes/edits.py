"""The history: versions with who, when and why, and each record before and after."""

from typing import Literal

from pydantic import Field

from graph.answers.shapes.common import Body, Correction, Detail, Page, Ref
from graph.model import AnyRecord, Evidence, Record, RecordType
from graph.store.contract import Cause


class EditItem(Record):
    """What a version changed of one record; null where there was none, or is none left.

    `before` and `after` are reported records. `seed` is what lies below them now, if anything
    does: it holds where they are null. `text` says what the record says, `action` what became of
    it.
    """

    type: RecordType
    id: str
    text: str
    action: Literal["reported", "changed", "denied", "withdrawn"]
    before: AnyRecord | None
    after: AnyRecord | None
    seed: AnyRecord | None = Field(default=None, exclude_if=lambda each: each is None)


class VersionItem(Record):
    """One version: when (UTC), what made it, who and why, and the first of its edits.

    `more` counts the edits that are not shown here; a load has none, but counts what it changed.
    """

    version: int
    at: str
    cause: Cause
    by: str | None
    note: str | None
    edition: str
    added: int
    changed: int
    removed: int
    edits: tuple[EditItem, ...] = ()
    more: int = 0


class Orphan(Record):
    """A reported record that names what is there no more, as `type:id`; no answer counts it."""

    type: RecordType
    id: str
    lost: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class HistoryBody(Page):
    """All versions, newest first, and what of the reported lost its subject."""

    items: tuple[VersionItem, ...]
    orphans: tuple[Orphan, ...] = ()


class EditsBody(Page):
    """The edits of one version; here `version` is the current one, `about` says which."""

    about: VersionItem
    items: tuple[EditItem, ...]


class EditBody(Body):
    """What an edit changed; `version` is the one after it.

    `changed` is false where everything was so already, and no version was made. `differing` tells
    of two enterprises that are one, each value in which they differ.
    """

    changed: bool
    edits: tuple[EditItem, ...] = Field(default=())
    differing: tuple[str, ...] = Field(default=(), exclude_if=lambda each: not each)


class Conflict(Record):
    """A record that somebody else changed: as the editor saw it, as it is now, and who did it.

    `by` and `at` are null where a load changed it.
    """

    type: RecordType
    id: str
    seen: AnyRecord | None
    now: AnyRecord | None
    by: str | None
    at: str | None


class CorrectableField(Record):
    """A field that can be corrected: what it holds, as text, and the codes it can hold, if few.

    The empty choice stands for nothing; `several` holds one entry a line. A field that names a
    record says of which type, and what the record is called: its name is understood, too.
    """

    name: str
    value: str
    choices: tuple[str, ...]
    several: bool = False
    names: RecordType | None = None
    called: str | None = None


class FactBody(Body):
    """One fact: what it says, why it is held, and how it can be corrected.

    `details` are what its fields hold, those that hold something.
    `denied` is the reason of whoever holds that it is not so; `reported` tells that something was
    reported of it, which can be taken back.
    """

    type: RecordType
    id: str
    text: str
    refs: tuple[Ref, ...]
    details: tuple[Detail, ...]
    evidence: tuple[Evidence, ...]
    denied: str | None
    reported: bool
    deniable: bool
    fields: tuple[CorrectableField, ...]
    corrections: tuple[Correction, ...]
