"""The columns of 补链清单 that weigh and place a gap: completeness, priority, stability, parks."""

from dataclasses import dataclass, field

from graph.answers.chains import gap_chains, products_in
from graph.answers.echo import completeness_of
from graph.answers.parks import parks_for
from graph.answers.scores import accepted
from graph.answers.shapes import Completeness, GapItem, ParkItem, PriorityScore
from graph.answers.workspace import Workspace
from graph.message import _
from graph.model.plain_looks import CRITERION
from graph.model.vocabulary import AVAILABLE, Lang
from graph.network.terms import Terms


@dataclass(frozen=True, slots=True)
class GapColumns:
    """Writes these cells for the rows of one list; what several rows share is worked out once."""

    ws: Workspace
    terms: Terms
    lang: Lang
    _said: dict[tuple[int, ...], str] = field(default_factory=dict)

    def completeness(self, item: GapItem) -> str:
        """本地配套率 of the products here that the gap holds up, else of its chains."""
        held = [each.id for each in item.blocks if each.local_status in AVAILABLE]
        whose, products = _("受影响产品"), [self.ws.network.number(each) for each in held]
        if not products:
            chains = gap_chains(self.ws, self.terms)[item.id]
            whose, products = _("所在产业链"), products_in(self.ws, self.terms, chains)
        return f"{whose.text(self.lang)} {self._range(products)}" if products else ""

    def _range(self, products: list[int]) -> str:
        key = tuple(sorted(products))
        if key not in self._said:
            self._said[key] = self._counted(list(key))
        return self._said[key]

    def _counted(self, products: list[int]) -> str:
        found = completeness_of(self.ws, self.terms, products)
        counts = _(
            "有{available}，未知{unknown}，缺{lacking}，共{needed}组",
            available=found.available,
            unknown=found.unknown,
            lacking=found.lacking,
            needed=found.needed,
        ).text(self.lang)
        share = _share(found)
        return f"{share}（{counts}）" if share else counts

    def priority(self, item: GapItem) -> str:
        """优先级得分及构成: the score as the sum that it is, then what has no data."""
        return "" if item.priority is None else scored(item.priority, self.lang)

    def stability(self, item: GapItem) -> str:
        """排名稳定度: rank, and how it fares under random weights."""
        if item.priority is None:
            return ""
        found = accepted(self.ws, self.terms)[item.task]
        return _(
            "第{rank}位；权重任取，{share}的情形列前十，九成的情形在第{low}至{high}位",
            rank=item.priority.rank,
            share=f"{found.first_ten:.0%}",
            low=found.low,
            high=found.high,
        ).text(self.lang)

    def parks(self, item: GapItem) -> str:
        """承载地与剩余用地(亩): parks whose directions cover the chain, the best first."""
        found = parks_for(self.ws, gap_chains(self.ws, self.terms)[item.id])
        named = [self._park(each) for each in found if each.stated]
        return "；".join(named)

    def _park(self, park: ParkItem) -> str:
        unknown = _("未写明").text(self.lang)
        land = unknown if park.free_land_mu is None else f"{park.free_land_mu:g}"
        return f"{park.region.name} {land}"


def scored(found: PriorityScore, lang: Lang) -> str:
    """Write a score as a sum of criteria, those without data after it."""
    known = [each for each in found.contributions if each.value is not None]
    silent = [each for each in found.contributions if each.value is None and each.given]
    parts = "＋".join(f"{CRITERION[each.criterion].label(lang)}{each.points:.1f}" for each in known)
    text = f"{found.score:.1f}＝{parts}"
    if not silent:
        return text
    names = "、".join(CRITERION[each.criterion].label(lang) for each in silent)
    return text + _("；{names}无资料，其权重分摊", names=names).text(lang)


def _share(found: Completeness) -> str:
    if found.display != "percent" or found.low is None or found.high is None:
        return ""
    low, high = f"{found.low:.0%}", f"{found.high:.0%}"
    return low if low == high else f"{low}–{high}"
