"""Made-up datasets of any size, the same for the same size and seed.

Segments lie in twelve tiers; each takes one to three groups from the tiers right below its own,
mostly of near numbers, so that a product has some thousands of segments upstream and not all of
them. One in eight is a kind of another of its tier, one member in twelve has to be exact. There
are as many enterprises as segments; half make one segment, half two.
"""

from collections.abc import Iterator, Sequence
from random import Random

from graph.model import (
    AnyRecord,
    Dataset,
    Edition,
    Enterprise,
    Evidence,
    InputGroup,
    KindOf,
    Makes,
    Member,
    Region,
    Seed,
    Segment,
)
from graph.model.vocabulary import InputSort

TIERS = 12
WHY = (Evidence(basis="reference", source="domain", note="虚构数据，仅用于测速"),)
SORTS: tuple[InputSort, ...] = ("material",) * 8 + ("energy", "service")
BEFORE = "高强 轻质 耐热 精密 柔性 低碳 复合 阻燃 超细 导电 绝缘 透明"
OF = "铝合金 不锈钢 玻璃 碳纤维 陶瓷 橡胶 塑料 硅 铜 镁合金 木质 纸质"
THING = "板 管 电池 齿轮 阀门 轴承 壳体 薄膜 线束 电机 传感器 泵 灯具"
PLACE = "合川 铜梁 潼南 大足 北碚 永川"


def made_up(size: int, seed: int = 1) -> Seed:
    """A dataset of `size` segments, `segment(0)` being a raw material, the last one a product."""
    records = sorted(_Dice(size, seed).records(), key=lambda each: (each.type, each.id))
    dataset = Dataset(
        id=f"speed_{size}",
        title=f"测速 {size}",
        title_en=f"Speed {size}",
        region="district",
        edition=Edition(label=f"seed {seed}", date="2026-01-01"),
        made_up=True,
    )
    return Seed(dataset, tuple(records), ())


def segment(number: int) -> str:
    """The id of a segment."""
    return f"part{number:07}"


def input_group(
    dice: Random, number: int, members: list[int], sorts: Sequence[InputSort], essential: float
) -> InputGroup:
    """Draw an input of a segment: its sort, and whether it is essential, in such a share."""
    sort = dice.choice(sorts)
    return InputGroup(
        id=f"input.{segment(number)}.{sort}.{segment(members[0])}",
        consumer=segment(number),
        input=sort,
        essential=dice.random() < essential,
        members=tuple(
            Member(segment=segment(each), exact=dice.random() < 1 / 12) for each in members
        ),
        evidence=WHY,
    )


class _Dice:
    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self.dice = Random(seed)  # noqa: S311 - no secret

    def records(self) -> Iterator[AnyRecord]:
        yield Region(id="district", name="测试区", sort="district", evidence=WHY)
        for number in range(self.size):
            yield from self._segment(number)
        for number in range(self.size):
            yield from self._enterprise(number)

    def _segment(self, number: int) -> Iterator[AnyRecord]:
        tier = self._tier(number)
        name = f"{self._one_of(BEFORE)}{self._one_of(OF)}{self._one_of(THING)} {number}"
        yield Segment(
            id=segment(number), name=name, name_en=f"Part {number}", sort="component", evidence=WHY
        )
        start = tier * self.size // TIERS
        if number > start and self.dice.random() < 0.125:
            # Of a lower number, so that kinds never go round.
            parent = segment(self.dice.randrange(max(start, number - 40), number))
            kind = f"kind_of.{segment(number)}"
            yield KindOf(id=kind, segment=segment(number), parent=parent, evidence=WHY)
        elif tier:
            yield from self._groups(number, tier)

    def _groups(self, number: int, tier: int) -> Iterator[InputGroup]:
        taken: set[int] = set()
        for _ in range(self.dice.choice((1, 2, 2, 3))):
            members = sorted(
                {self._below(number, tier) for _ in range(self.dice.choice((1, 1, 2)))}
            )
            fresh = [each for each in members if each not in taken]
            taken.update(fresh)
            if fresh:
                yield input_group(self.dice, number, fresh, SORTS, 0.9)

    def _below(self, number: int, tier: int) -> int:
        """A segment one or two tiers down, mostly one at about the same place in its tier."""
        lower = max(0, tier - self.dice.choice((1, 1, 1, 2)))
        width = self.size // TIERS
        spread = width if self.dice.random() < 0.05 else max(1, width // 20)
        place = number - tier * self.size // TIERS + self.dice.randrange(-spread, spread + 1)
        return lower * self.size // TIERS + place % max(1, width)

    def _enterprise(self, number: int) -> Iterator[AnyRecord]:
        id_ = f"firm{number:07}"
        name = f"{self._one_of(PLACE)}{self._one_of(OF)}{self._one_of(THING)}厂{number}"
        yield Enterprise(id=id_, name=name, status="operating", region="district", evidence=WHY)
        made = {self.dice.randrange(self.size) for _ in range(self.dice.choice((1, 2)))}
        for each in sorted(made):
            ends = f"{id_}.{segment(each)}"
            yield Makes(id=f"makes.{ends}", enterprise=id_, segment=segment(each), evidence=WHY)

    def _tier(self, number: int) -> int:
        return ((number + 1) * TIERS - 1) // self.size

    def _one_of(self, words: str) -> str:
        return self.dice.choice(words.split())
