"""Made-up datasets in the proportions of the shipped one, of any size, the same for a seed.

Per 1,000 segments: 20 chains with 1,600 memberships, 2,250 groups of 2,600 members, 270 kinds,
360 traded, 85 enterprises, 90 claims, 70 gaps on segments. Chains stop at 100, industries at 10:
a province has more products than words for its chains.
"""

from collections.abc import Iterator
from random import Random

from benchmarks.synthetic import WHY, input_group, segment
from graph.model import (
    AnyRecord,
    Chain,
    Claim,
    Dataset,
    Edition,
    Enterprise,
    Gap,
    Industry,
    InputGroup,
    KindOf,
    Makes,
    Membership,
    Region,
    Role,
    Seed,
    Segment,
    Traded,
)
from graph.model.vocabulary import ClaimStatus, InputSort, Sort, Stage

TIERS = 8
SORTS: tuple[InputSort, ...] = (
    ("material",) * 31 + ("capital",) * 4 + ("service",) * 4 + ("energy",)
)
STAGES: tuple[Stage, ...] = (
    *("upstream",) * 8,
    *("midstream",) * 5,
    *("supporting",) * 2,
    "downstream",
)
KINDS: tuple[Sort, ...] = ("material", "component", "product", "equipment")
CLAIMED: tuple[ClaimStatus, ...] = ("sought",) * 4 + ("present",) * 4 + ("developing",) * 2
GROUPS = (0, 0, 1, 1, 2, 2, 3, 3, 4, 5)
WIDTH = (1,) * 9 + (2, 2, 3)
"""Groups of a segment, members of a group."""


def in_proportion(size: int, seed: int = 1) -> Seed:
    """A dataset of `size` segments, `segment(0)` being a raw material, the last one a product."""
    records = sorted(_Dice(size, seed).records(), key=lambda each: (each.type, each.id))
    dataset = Dataset(
        id=f"proportions_{size}",
        title=f"比例 {size}",
        title_en=f"Proportions {size}",
        region="district",
        edition=Edition(label=f"seed {seed}", date="2026-01-01"),
        made_up=True,
    )
    return Seed(dataset, tuple(records), ())


class _Dice:
    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self.chains = max(2, min(size // 50, 100))
        self.dice = Random(seed)  # noqa: S311 - no secret

    def records(self) -> Iterator[AnyRecord]:
        yield Region(id="district", name="测试区", sort="district", evidence=WHY)
        for each in range(10):
            yield Industry(id=f"industry{each}", name=f"产业{each}", name_en="I", evidence=WHY)
        for each in range(self.chains):
            yield self._chain(each)
        for number in range(self.size):
            yield from self._segment(number)
        for number in self._some(0.085):
            yield from self._enterprise(number)
        for number in self._some(0.09):
            yield self._claim(number)
        for number in self._some(0.07):
            yield self._gap(number)

    def _some(self, share: float) -> range:
        return range(int(self.size * share))

    def _chain(self, number: int) -> Chain:
        return Chain(
            id=f"chain{number:03}",
            name=f"链{number}",
            name_en=f"Chain {number}",
            industry=f"industry{number % 10}",
            order=number,
            evidence=WHY,
        )

    def _segment(self, number: int) -> Iterator[AnyRecord]:
        tier, id_ = number * TIERS // self.size, segment(number)
        traded = Traded(reason="大宗商品") if self.dice.random() < 0.6 / (tier + 1) else None
        name, sort = f"高强铝合金零件{number}", self.dice.choice(KINDS)
        yield Segment(
            id=id_, name=name, name_en=f"Part {number}", sort=sort, traded=traded, evidence=WHY
        )
        chains = {self._near_chain(number) for _ in range(self.dice.choice((1, 1, 2, 3)))}
        for chain in sorted(chains):
            stage = self.dice.choice(STAGES)
            end = f"membership.{chain}.{id_}"
            yield Membership(id=end, segment=id_, chain=chain, stage=stage, evidence=WHY)
        start = -(-tier * self.size // TIERS)
        if number > start and self.dice.random() < 0.27:
            parent = segment(self.dice.randrange(max(start, number - 40), number))
            yield KindOf(id=f"kind_of.{id_}", segment=id_, parent=parent, evidence=WHY)
        if tier:
            yield from self._groups(number, tier)

    def _near_chain(self, number: int) -> str:
        place = number * TIERS * self.chains // self.size + self.dice.randrange(3)
        return f"chain{place % self.chains:03}"

    def _groups(self, number: int, tier: int) -> Iterator[InputGroup]:
        taken: set[int] = set()
        for _ in range(self.dice.choice(GROUPS)):
            members = {self._below(number, tier) for _ in range(self.dice.choice(WIDTH))} - taken
            taken |= members
            if members:
                yield input_group(self.dice, number, sorted(members), SORTS, 0.82)

    def _below(self, number: int, tier: int) -> int:
        """A segment one or two tiers down, mostly one at about the same place in its tier."""
        lower, width = max(0, tier - self.dice.choice((1, 1, 1, 2))), self.size // TIERS
        spread = width if self.dice.random() < 0.05 else min(width, 40)
        place = number - tier * width + self.dice.randrange(-spread, spread + 1)
        return lower * width + place % width

    def _enterprise(self, number: int) -> Iterator[AnyRecord]:
        id_, chain = f"firm{number:07}", f"chain{self.dice.randrange(self.chains):03}"
        name = f"合川第{number}机械厂"
        yield Enterprise(id=id_, name=name, status="operating", region="district", evidence=WHY)
        yield Role(id=f"role.{chain}.{id_}", role="龙头", enterprise=id_, chain=chain, evidence=WHY)
        if self.dice.random() < 0.6:
            made = segment(self.dice.randrange(self.size))
            yield Makes(id=f"makes.{id_}.{made}", enterprise=id_, segment=made, evidence=WHY)

    def _claim(self, number: int) -> Claim:
        about, status = segment(self._one_of(number, 0.09)), self.dice.choice(CLAIMED)
        id_ = f"claim.district.{about}.{status}"
        return Claim(id=id_, segment=about, region="district", status=status, evidence=WHY)

    def _gap(self, number: int) -> Gap:
        about = self._one_of(number, 0.07)
        return Gap(
            id=f"gap{number:07}",
            name=f"缺{number}",
            kind=self.dice.choice(("introduce", "missing", "extend")),
            region="district",
            segment=segment(about),
            chains=(self._near_chain(about),),
            urgency=2,
            evidence=WHY,
        )

    def _one_of(self, number: int, share: float) -> int:
        """A segment of its own for each of a share of them."""
        return min(self.size - 1, int((number + self.dice.random()) / share))
