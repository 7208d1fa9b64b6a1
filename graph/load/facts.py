"""Local facts as files write them to records, once their quotes are found."""

from graph.load.facts_district import district_fact
from graph.load.shapes_facts import (
    ChainShape,
    ClaimShape,
    EnterpriseShape,
    GapShape,
    IndustryShape,
    MakesShape,
    MentionShape,
    Proven,
    RegionShape,
    RoleShape,
)
from graph.load.surroundings import Proof, Surroundings
from graph.model import (
    AnyRecord,
    Chain,
    Claim,
    Enterprise,
    Gap,
    Industry,
    Makes,
    Mention,
    Region,
    Role,
)


def lacks_chain(shape: Proven, around: Surroundings) -> bool:
    """Whether the item needs a chain and neither it nor its file names one."""
    unnamed = isinstance(shape, MentionShape | RoleShape) and shape.chain is None
    return unnamed and around.chain is None


def fact(shape: Proven, proof: Proof, around: Surroundings) -> AnyRecord:
    """The record of a local fact; expects an item that does not lack a chain."""
    match shape:
        case IndustryShape():
            return _industry(shape, proof, around.order)
        case ChainShape():
            return _chain(shape, proof, around.order)
        case RegionShape():
            return _region(shape, proof)
        case EnterpriseShape():
            return _enterprise(shape, proof)
        case GapShape():
            return _gap(shape, proof, around)
        case _:
            return _tie(shape, proof, around)


def _tie(shape: Proven, proof: Proof, around: Surroundings) -> AnyRecord:
    match shape:
        case MentionShape():
            return _mention(shape, proof, shape.chain or around.chain or "")
        case RoleShape():
            return _role(shape, proof, shape.chain or around.chain or "")
        case ClaimShape():
            return _claim(shape, proof, shape.region or around.region)
        case MakesShape():
            return _makes(shape, proof)
        case _:
            return district_fact(shape, proof, around)


def _industry(shape: IndustryShape, proof: Proof, order: int) -> Industry:
    return Industry(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        name_en=shape.name_en,
        order=order,
        evidence=proof,
    )


def _chain(shape: ChainShape, proof: Proof, order: int) -> Chain:
    return Chain(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        name_en=shape.name_en,
        industry=shape.industry,
        order=order,
        aliases=tuple(shape.aliases),
        evidence=proof,
    )


def _region(shape: RegionShape, proof: Proof) -> Region:
    return Region(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        name_en=shape.name_en,
        aliases=tuple(shape.aliases),
        sort=shape.sort,
        parent=shape.parent,
        free_land_mu=shape.free_land_mu,
        planned_area_mu=shape.planned_area_mu,
        industrial_land_mu=shape.industrial_land_mu,
        evidence=proof,
    )


def _enterprise(shape: EnterpriseShape, proof: Proof) -> Enterprise:
    return Enterprise(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        name_en=shape.name_en,
        aliases=tuple(shape.aliases),
        status=shape.status,
        region=shape.region,
        evidence=proof,
    )


def _gap(shape: GapShape, proof: Proof, around: Surroundings) -> Gap:
    return Gap(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        kind=shape.kind,
        region=shape.region or around.region,
        chains=around.chains(shape.chains),
        segment=shape.segment,
        enterprise_type=shape.enterprise_type,
        capability=shape.capability,
        related=tuple(shape.related),
        urgency=shape.urgency,
        evidence=proof,
    )


def _mention(shape: MentionShape, proof: Proof, chain: str) -> Mention:
    return Mention(
        id=f"mention.{chain}.{shape.segment}",
        segment=shape.segment,
        chain=chain,
        name=shape.name,
        intent=shape.intent,
        evidence=proof,
    )


def _role(shape: RoleShape, proof: Proof, chain: str) -> Role:
    nth = f".{shape.nth}" if shape.nth > 1 else ""
    return Role(
        id=f"role.{chain}.{shape.enterprise}{nth}",
        enterprise=shape.enterprise,
        chain=chain,
        role=shape.role,
        nth=shape.nth,
        evidence=proof,
    )


def _claim(shape: ClaimShape, proof: Proof, region: str) -> Claim:
    return Claim(
        id=f"claim.{region}.{shape.segment}.{shape.status}",
        segment=shape.segment,
        region=region,
        status=shape.status,
        evidence=proof,
    )


def _makes(shape: MakesShape, proof: Proof) -> Makes:
    return Makes(
        id=f"makes.{shape.enterprise}.{shape.segment}",
        enterprise=shape.enterprise,
        segment=shape.segment,
        evidence=proof,
    )
