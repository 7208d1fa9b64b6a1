"""Enterprises and regions."""

from pydantic import Field

from graph.answers.shapes.common import Body, Correction, Page, Ref
from graph.model import Evidence, Record
from graph.model.district import DirectionDetails
from graph.model.enterprises import EnterpriseDetails, RoleDetails
from graph.model.facts import RegionDetails


class RoleItem(RoleDetails):
    """What an enterprise is in a chain."""

    id: str
    chain: Ref
    evidence: tuple[Evidence, ...]


class MakesItem(Record):
    """What an enterprise makes."""

    id: str
    segment: Ref
    evidence: tuple[Evidence, ...]


class EnterpriseItem(EnterpriseDetails):
    """An enterprise."""

    id: str
    roles: tuple[RoleItem, ...]
    makes: tuple[MakesItem, ...]
    region: Ref | None
    evidence: tuple[Evidence, ...]


class EnterprisesBody(Page):
    """Enterprises, filtered."""

    items: tuple[EnterpriseItem, ...]


class EnterpriseBody(Body, EnterpriseItem):
    """One enterprise."""

    corrections: tuple[Correction, ...] = Field(default=(), exclude_if=lambda each: not each)


class DirectionItem(DirectionDetails):
    """What a region develops or cooperates on; `chains` are ours that it covers."""

    id: str
    chains: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class RegionItem(RegionDetails):
    """A region as the documents name it; `directions` of parks, zones and neighbours."""

    id: str
    parent: Ref | None
    directions: tuple[DirectionItem, ...] = ()
    evidence: tuple[Evidence, ...]
