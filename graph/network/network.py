"""The compiled network of one dataset at one version."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import UnknownNameError
from graph.network.arrays import NONE, Arrays, Rows


@dataclass(frozen=True, slots=True)
class Locals:
    """Who makes what where, and what is claimed where: the local facts on segments.

    Rows go by segment; `maker_status` and `claim_status` are the local status that the maker
    or the claim gives (made, developing, sought …), suspended makers are left out, and what a
    later answer set aside. `claim_reported` marks what a person reported. A region's situation
    starts from its firms and claims: `firms_in` lists the firms of each region (last of all those
    without one), `made_by` where each firm stands in `makers`, `claims_in` where each region
    stands in `claim_region`; `maker_segment` and `claim_segment` tell of which segment that is.
    """

    enterprises: tuple[str, ...]
    enterprise_region: "array[int]"
    makers: Rows
    maker_status: bytearray
    claim_region: Rows
    claim_status: bytearray
    claim_reported: bytearray
    regions: tuple[str, ...]
    region_parent: "array[int]"
    firms_in: Rows
    made_by: Rows
    maker_segment: "array[int]"
    claims_in: Rows
    claim_segment: "array[int]"


@dataclass(frozen=True, slots=True)
class Network:
    """Segments, groups and who makes what where, as numbers; never changed once compiled."""

    dataset: str
    version: int
    region: str
    ids: tuple[str, ...]
    group_ids: tuple[str, ...]
    arrays: Arrays
    locals: Locals
    numbers: Mapping[str, int] = field(repr=False)

    def number(self, segment: str) -> int:
        """Return the number of a segment; raise `UnknownNameError`."""
        found = self.numbers.get(segment)
        if found is None:
            raise UnknownNameError(name=segment, what="segment")
        return found

    def within(self, region: int) -> frozenset[int]:
        """Return a region and everything inside it."""
        inside = {region}
        grown = True
        while grown:
            found = {
                index
                for index, parent in enumerate(self.locals.region_parent)
                if parent in inside and index not in inside
            }
            inside |= found
            grown = bool(found)
        return frozenset(inside)

    def above(self, region: int) -> frozenset[int]:
        """Return a region and everything that it lies in."""
        found: set[int] = set()
        while region != NONE and region not in found:
            found.add(region)
            region = self.locals.region_parent[region]
        return frozenset(found)
