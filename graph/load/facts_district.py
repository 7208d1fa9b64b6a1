"""Platforms, projects, indicators, ties, directions and processes as records."""

from graph.load.shapes_district import (
    DirectionShape,
    IndicatorShape,
    PlatformShape,
    ProcessShape,
    ProjectShape,
    SynergyShape,
)
from graph.load.shapes_facts import Proven
from graph.load.surroundings import Proof, Surroundings
from graph.model import (
    AnyRecord,
    Indicator,
    Platform,
    Process,
    Project,
    RegionDirection,
    Synergy,
)
from graph.model.district import Period


def district_fact(shape: Proven, proof: Proof, around: Surroundings) -> AnyRecord:
    """The record of a fact around the chains."""
    match shape:
        case PlatformShape():
            return _platform(shape, proof, around)
        case ProjectShape():
            return _project(shape, proof, around)
        case IndicatorShape():
            return _indicator(shape, proof, around.region)
        case SynergyShape():
            return _synergy(shape, proof)
        case DirectionShape():
            return _direction(shape, proof)
        case ProcessShape():
            return _process(shape, proof)
        case _:
            raise TypeError(f"no fact has the shape {type(shape).__name__}")


def _platform(shape: PlatformShape, proof: Proof, around: Surroundings) -> Platform:
    return Platform(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        name_en=shape.name_en,
        aliases=tuple(shape.aliases),
        enterprise=shape.enterprise,
        chains=around.chains(shape.chains),
        region=shape.region,
        state=shape.state,
        evidence=proof,
    )


def _project(shape: ProjectShape, proof: Proof, around: Surroundings) -> Project:
    return Project(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        name_en=shape.name_en,
        enterprise=shape.enterprise,
        chains=around.chains(shape.chains),
        segments=tuple(shape.segments),
        region=shape.region,
        state=shape.state,
        evidence=proof,
    )


def _indicator(shape: IndicatorShape, proof: Proof, region: str) -> Indicator:
    return Indicator(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        value=shape.value,
        printed=shape.printed,
        bound=shape.bound,
        unit=shape.unit,
        year=shape.year,
        period=Period(**shape.period.model_dump()) if shape.period else None,
        measure=shape.measure,
        binding=shape.binding,
        subject_type=shape.subject_type,
        subject=shape.subject or region,
        actual_or_target=shape.actual_or_target,
        evidence=proof,
    )


def _synergy(shape: SynergyShape, proof: Proof) -> Synergy:
    return Synergy(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        source=shape.source,
        target=shape.target,
        evidence=proof,
    )


def _direction(shape: DirectionShape, proof: Proof) -> RegionDirection:
    return RegionDirection(
        id=f"direction.{shape.region}.{shape.id}",
        was=tuple(f"direction.{shape.region}.{old}" for old in shape.was),
        region=shape.region,
        name=shape.name,
        sort=shape.sort,
        chains=tuple(shape.chains),
        evidence=proof,
    )


def _process(shape: ProcessShape, proof: Proof) -> Process:
    return Process(
        id=shape.id,
        was=tuple(shape.was),
        name=shape.name,
        industries=tuple(shape.industries),
        evidence=proof,
    )
