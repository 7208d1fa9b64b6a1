"""Enterprises and regions."""

from typing import Literal

from pydantic import Field

from graph.answers.shapes.common import Body, Correction, Page, Ref
from graph.model import Evidence, Record
from graph.model.vocabulary import EnterpriseStatus, RegionSort


class RoleShape(Record):
    """What an enterprise is in a chain."""

    id: str
    chain: Ref
    role: str
    evidence: tuple[Evidence, ...]


class MakesShape(Record):
    """What an enterprise makes."""

    id: str
    segment: Ref
    evidence: tuple[Evidence, ...]


class EnterpriseItem(Record):
    """An enterprise."""

    id: str
    name: str
    name_en: str | None
    aliases: tuple[str, ...]
    status: EnterpriseStatus
    roles: tuple[RoleShape, ...]
    makes: tuple[MakesShape, ...]
    region: Ref | None
    evidence: tuple[Evidence, ...]


class EnterprisesBody(Page):
    """Enterprises, filtered."""

    items: tuple[EnterpriseItem, ...]


class EnterpriseBody(Body, EnterpriseItem):
    """One enterprise."""

    corrections: tuple[Correction, ...] = Field(default=(), exclude_if=lambda each: not each)


class DirectionItem(Record):
    """What a region develops or cooperates on; `chains` are ours that it covers."""

    id: str
    name: str
    sort: Literal["develops", "cooperates"]
    chains: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class RegionItem(Record):
    """A region as the documents name it; `directions` of our parks and zones and of neighbours."""

    id: str
    name: str
    name_en: str | None
    sort: RegionSort
    parent: Ref | None
    free_land_mu: float | None
    planned_area_mu: float | None = None
    industrial_land_mu: float | None = None
    directions: tuple[DirectionItem, ...] = ()
    evidence: tuple[Evidence, ...]
