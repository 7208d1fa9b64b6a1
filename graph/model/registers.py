"""Registers: lists of firms as offices keep them, and which firms people have reviewed.

Rows and reviews are confidential: editors see them, readers see what was concluded from them.
"""

from typing import Annotated, Literal

from graph.message import _, p_
from graph.model.formats import CreditCode, Day
from graph.model.record import Fact, FactId, Id, Name, Record, Text
from graph.model.told import OWN_PLACE, TypeTold, told
from graph.model.vocabulary import Coverage, FirmColumn


class Register(Fact):
    """A list of firms (名录) with its date, its region and what it claims to cover there.

    `enough` says why 规上 alone may conclude (for `above_scale`), `checked` what became of doubts
    about it; the register concludes nothing where these are wanting. Its rows are listed firms.
    """

    about = TypeTold(
        p_("sentence", "名录"),
        p_("several", "名录"),
        shelf="registers",
        deniable=False,
        not_in=OWN_PLACE,
    )

    type: Literal["register"] = "register"
    name: Name
    as_of: Annotated[Day, told(_("名录日期"))]
    region: Annotated[Id, told(_("地区"), points_to="region")]
    coverage: Annotated[Coverage, told(_("覆盖范围"))]
    enough: Annotated[Text | None, told(_("规上即视为齐全的理由"))] = None
    checked: Annotated[Text | None, told(_("疑点的核对结果"))] = None
    note: Annotated[Text | None, told(_("备注"))] = None


class OwnWords(Record):
    """What a column says of a firm in the list's own words; `amount` is what was invoiced."""

    column: Text
    kind: FirmColumn
    text: Text
    amount: float | None = None

    def __str__(self) -> str:
        return f"{self.column}：{self.text}"


class ListedFirm(Fact):
    """A firm in the register `listed_in`, as its row has it; `enterprise` where that is known.

    `industry` holds the codes or classes, the finest first, `state` the list's word for whether it
    runs, `closed` whether that word says it is gone for good; `region` is where in the region it
    stands. `gone` is the date of the first list of that name without it.
    """

    about = TypeTold(
        p_("sentence", "名录中的企业"),
        p_("several", "名录中的企业"),
        shelf="listed_firms",
        deniable=False,
        confidential=True,
        not_in=OWN_PLACE,
    )

    type: Literal["listed_firm"] = "listed_firm"
    listed_in: Annotated[FactId, told(_("名录"), points_to="register")]
    name: Name
    enterprise: Annotated[Id | None, told(_("企业"), points_to="enterprise")] = None
    credit_code: Annotated[CreditCode | None, told(_("统一社会信用代码"))] = None
    industry: Annotated[tuple[Text, ...], told(_("行业代码或类别"))] = ()
    words: Annotated[tuple[OwnWords, ...], told(_("企业自己的说法"))] = ()
    state: Annotated[Text | None, told(_("名录所记状态"))] = None
    closed: Annotated[bool, told(_("已注销、吊销或迁出"))] = False
    region: Annotated[Id | None, told(_("所在地区"), points_to="region")] = None
    gone: Annotated[Day | None, told(_("不再列入，自"))] = None


class Review(Fact):
    """A person looked at a firm: it makes only what is confirmed here (逐企核对).

    It rests on the words and codes of which `digest` is the digest, and is void when they change.
    By whom and when is in its evidence. Id: `review.<firm>`.
    """

    about = TypeTold(
        p_("sentence", "逐企核对"),
        p_("several", "逐企核对"),
        shelf="reviews",
        deniable=False,
        confidential=True,
        not_in=OWN_PLACE,
    )

    type: Literal["review"] = "review"
    name: Name
    enterprise: Annotated[Id | None, told(_("企业"), points_to="enterprise")] = None
    digest: Annotated[Text, told(_("所依说法的摘要值"))]
