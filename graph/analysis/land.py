"""Parks 承载地: what each park, zone or town of a district has of each chain, and its free land."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.analysis.synergy import MADE_AT
from graph.model import Facts, Membership
from graph.model.vocabulary import RegionSort

PLACES: frozenset[RegionSort] = frozenset({"park", "zone", "town"})
"""Sorts of regions that lie in a district and take firms in."""


@dataclass(frozen=True, slots=True)
class Foothold:
    """What a park has of one chain, as ids: directions stated for it, and what stands in it.

    `enterprises` operate or are planned there, and have a role in the chain or make a midstream
    or downstream segment of it. Firms of which no document says where they stand are in none.
    """

    park: str
    chain: str
    directions: tuple[str, ...] = ()
    enterprises: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether a document says that the park develops the chain."""
        return bool(self.directions)


@dataclass(frozen=True, slots=True)
class Parks:
    """The parks of a district: the free land of each, null where none is stated, and footholds."""

    free_land_mu: Mapping[str, float | None]
    footholds: Mapping[tuple[str, str], Foothold]

    @property
    def speak(self) -> bool:
        """Whether any park states a direction at all; otherwise nothing follows from silence."""
        return any(each.stated for each in self.footholds.values())


@dataclass(frozen=True, slots=True)
class ParkFit:
    """A park that fits some chains, and why; its free land is null where nothing is stated."""

    park: str
    free_land_mu: float | None
    footholds: tuple[Foothold, ...]

    @property
    def stated(self) -> bool:
        """Whether the park states one of the chains as its direction."""
        return any(each.stated for each in self.footholds)

    @property
    def full(self) -> bool:
        """Whether it is stated to have no land left."""
        return self.free_land_mu == 0


def parks_of(facts: Facts, places: Mapping[str, Sequence[Membership]]) -> Parks:
    """Collect what the parks of the dataset have of each chain, in order of park and chain.

    `places` tells of each segment in which chains it stands.
    """
    regions = [each for each in facts.regions.values() if each.sort in PLACES]
    found: dict[tuple[str, str], _Cell] = {}
    parks = {each.id for each in regions}
    for name, id_, park, chain in _entries(facts, parks, places):
        if park in parks and chain in facts.chains:
            cell = found.setdefault((park, chain), _Cell())
            getattr(cell, name).add(id_)
    return Parks(
        free_land_mu={each.id: each.free_land_mu for each in regions},
        footholds={key: _foothold(*key, found[key]) for key in sorted(found)},
    )


def fitting_parks(parks: Parks, chains: Collection[str]) -> tuple[ParkFit, ...]:
    """List the parks that state one of the chains as a direction, or where one is present.

    Those that state one first; then those with more of the chains; then by free land, unknown
    land after any that is stated above zero and before none left; then by id.
    """
    fits = []
    for park, land in parks.free_land_mu.items():
        wanted = (parks.footholds.get((park, chain)) for chain in sorted(set(chains)))
        footholds = tuple(each for each in wanted if each is not None)
        if footholds:
            fits.append(ParkFit(park, land, footholds))
    return tuple(sorted(fits, key=_order))


def _order(fit: ParkFit) -> tuple[bool, int, int, float, str]:
    land = fit.free_land_mu
    known = 1 if land is None else 0 if land else 2
    return (not fit.stated, -len(fit.footholds), known, -(land or 0), fit.park)


@dataclass(slots=True)
class _Cell:
    directions: set[str] = field(default_factory=set)
    enterprises: set[str] = field(default_factory=set)
    platforms: set[str] = field(default_factory=set)
    projects: set[str] = field(default_factory=set)


def _foothold(park: str, chain: str, cell: _Cell) -> Foothold:
    return Foothold(
        park,
        chain,
        directions=tuple(sorted(cell.directions)),
        enterprises=tuple(sorted(cell.enterprises)),
        platforms=tuple(sorted(cell.platforms)),
        projects=tuple(sorted(cell.projects)),
    )


def _entries(
    facts: Facts, parks: Collection[str], places: Mapping[str, Sequence[Membership]]
) -> Iterator[tuple[str, str, str | None, str]]:
    """Yield the shelf, id, region and chain of whatever speaks for a chain in a region."""
    for direction in facts.directions.values():
        if direction.sort == "develops":
            yield from (
                ("directions", direction.id, direction.region, chain) for chain in direction.chains
            )
    for firm, park, chain in _in_chains(facts, parks, places):
        yield "enterprises", firm, park, chain
    for platform in facts.platforms.values():
        yield from (("platforms", platform.id, platform.region, c) for c in platform.chains)
    for project in facts.projects.values():
        yield from (("projects", project.id, project.region, chain) for chain in project.chains)


def _in_chains(
    facts: Facts, parks: Collection[str], places: Mapping[str, Sequence[Membership]]
) -> Iterator[tuple[str, str, str]]:
    """Yield each firm of a park with the chains in which it has a role or makes a product."""
    if not parks:
        return
    here = {
        firm.id: firm.region
        for firm in facts.enterprises.values()
        if firm.region in parks and firm.status in {"operating", "planned"}
    }
    for role in facts.roles.values() if here else ():
        if park := here.get(role.enterprise):
            yield role.enterprise, park, role.chain
    for fact in facts.makes.values() if here else ():
        if park := here.get(fact.enterprise):
            for place in places.get(fact.segment, ()):
                if place.stage in MADE_AT:
                    yield fact.enterprise, park, place.chain
