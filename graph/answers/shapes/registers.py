"""Registers as bodies: what readers may know of them, and what editors work through."""

from graph.answers.shapes.common import Body, Page, Ref
from graph.model import Record
from graph.model.vocabulary import Coverage


class DoubtItem(Record):
    """What speaks against a list as a register, before anything is concluded from it."""

    code: str
    text: str


class RegisterItem(Record):
    """A register: what it declares, how many enterprises it holds, what follows from it.

    `listed` are in it now, `closed` of them gone for good, `gone` no longer in it; `unlisted`
    counts the segments that it shows not to be here.
    """

    id: str
    name: str
    as_of: str
    region: Ref
    coverage: Coverage
    enough: str | None
    checked: str | None
    note: str | None
    listed: int
    closed: int
    gone: int
    reviewed: int
    doubts: tuple[DoubtItem, ...]
    concludes: bool
    unlisted: int


class RegistersBody(Body):
    """Every register, the newest first."""

    items: tuple[RegisterItem, ...]
    total: int


class ListedFirmItem(Record):
    """An enterprise of the registers, for editors: its codes and words, whether it was reviewed.

    `keeps` counts the segments that are unknown until it is; `gone_from` are the registers that no
    longer list it, each with its date: does it still make what is held of it?
    """

    key: str
    name: str
    enterprise: Ref | None
    codes: tuple[str, ...]
    words: tuple[str, ...]
    region: Ref | None
    closed: bool
    reviewed: bool
    makes: tuple[Ref, ...]
    keeps: int
    gone_from: tuple[str, ...]


class ListedFirmsBody(Page):
    """Enterprises of the registers, those whose review settles most first."""

    items: tuple[ListedFirmItem, ...]
