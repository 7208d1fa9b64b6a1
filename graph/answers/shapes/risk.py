"""Risk 风险: end products and what they cannot do without, single makers, and firms."""

from typing import Literal

from graph.answers.shapes.common import ComputedPage, Ref
from graph.answers.shapes.district import DependenceItem, External
from graph.model import Record
from graph.model.vocabulary import LocalStatus

RiskMethod = Literal["esri", "qualitative_cascade"]


class DominatorItem(Record):
    """A segment without which a product cannot be made, whatever else there is.

    `makers` are the local ones named; `single` where there is one alone.
    """

    segment: Ref
    local_status: LocalStatus | None
    makers: tuple[Ref, ...]
    single: bool


class EndProductItem(Record):
    """A product that feeds no other of the chain, with what dominates it, single makers first."""

    segment: Ref
    local_status: LocalStatus | None
    makers: tuple[Ref, ...]
    dominators: tuple[DominatorItem, ...]


class FirmRisk(Record):
    """What goes with a firm: `products` are what it alone is known to make here.

    `low` to `high` local products, of `of`: lost for certain even if everything unknown is here,
    and what could be reached at most; `known` of them are lost by what is known. With amounts
    `index` is the share of sales that is lost (ESRI), else null.
    """

    enterprise: Ref
    products: tuple[Ref, ...]
    low: int
    known: int
    high: int
    of: int
    index: float | None


class RiskTotals(Record):
    """How many rows each list has, of which a page shows some."""

    end_products: int
    singles: int
    firms: int


class RiskBody(ComputedPage):
    """Where it hurts, in one chain or (null) in the district: a page of each of three lists.

    `totals` counts each list, `total` is the longest; `summary` speaks of all rows.
    `singles` are the segments with a single maker, those that hold most first; `external` is where
    the inputs of the local products come from. `method` says how `firms` were worked out, those
    that may take most with them first.
    """

    chain: Ref | None
    summary: tuple[str, ...]
    totals: RiskTotals
    end_products: tuple[EndProductItem, ...]
    singles: tuple[DependenceItem, ...]
    external: External
    firms: tuple[FirmRisk, ...]
    method: RiskMethod
    method_text: str
    notes: tuple[str, ...]
