"""What is asked, as it was written: one model per question, for route, form and command alike.

Each field says in Chinese and English what it is for, with an example: the description of the
HTTP interface and the help of commands are made from that.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from graph.answers.offered import (
    DEFAULT_TYPES,
    MOST_HOPS,
    NODE_TYPES,
    Direction,
    EnterpriseSort,
    FirmState,
    GapRows,
    GapSort,
    Level,
    SearchType,
    SegmentSort,
)
from graph.model.gap_kinds import GapKind
from graph.model.vocabulary import (
    INPUT_SORTS,
    EnterpriseStatus,
    GapOrigin,
    Horizon,
    Lang,
    LocalStatus,
    NeedCode,
    ProposalState,
    QueueBy,
    Stage,
    Standing,
    Strength,
)
from graph.network.terms import BOUNDARY

LONGEST = 250
DEFAULT_LIMIT = 100
MOST = 1000
MOST_NODES = 1000
VerifyBy = Literal["gap", "firm"]


def joined(codes: tuple[str, ...]) -> str:
    """The pattern of one or more codes joined by commas; blanks around them do no harm."""
    one = f" *({'|'.join(codes)}) *"
    return f"^{one}(,{one})*$"


def _unescaped_plus(text: object) -> object:
    """An unescaped plus means a blank in a query, and nobody escapes that of `traded+tiers:2`."""
    return text.replace(" ", "+") if isinstance(text, str) else text


NameText = Annotated[str, Field(min_length=1, max_length=LONGEST)]
ChainName = Annotated[
    NameText | None,
    Field(
        description="产业链，默认全部 / a chain by id, name or alias; default: all",
        examples=["自行车"],
    ),
]
RegionName = Annotated[
    NameText | None,
    Field(
        description="地区，默认全区 / a region by id or name; default: the district",
        examples=["清溪区"],
    ),
]
SegmentName = Annotated[
    NameText,
    Field(description="环节 / a segment by id, name or alias", examples=["自行车"]),
]
NameLike = Annotated[
    NameText | None,
    Field(description="名称含有这些字 / what the name contains", examples=["车架"]),
]


class Wanted(BaseModel):
    """Something asked for: frozen, so that it can be told apart from what else was asked."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class TermsWanted(Wanted):
    """The terms of a computed answer."""

    region: RegionName = None
    boundary: Annotated[
        str,
        BeforeValidator(_unescaped_plus),
        Field(
            max_length=20,
            description="什么算买得到 / what counts as obtainable",
            examples=["traded+tiers:2"],
            json_schema_extra={"pattern": BOUNDARY},
        ),
    ] = "traded"
    inputs: Annotated[
        str,
        Field(
            max_length=60,
            description="看哪些投入，逗号相连 / which inputs, joined by commas",
            examples=["material,energy"],
            json_schema_extra={"pattern": joined(INPUT_SORTS)},
        ),
    ] = "material"
    horizon: Annotated[
        Horizon,
        Field(
            description="planned：在建也算 / planned: what is being built counts",
            examples=["planned"],
        ),
    ] = "now"


class PageWanted(Wanted):
    """How many items of a list, and where to go on."""

    limit: Annotated[
        int, Field(ge=1, le=MOST, description="最多列几条 / how many at most", examples=[50])
    ] = DEFAULT_LIMIT
    cursor: Annotated[
        str | None,
        Field(
            max_length=100,
            description="上一页给出的 next / `next` of the page before",
            examples=["MToxMDA6NGJmOTJkYjE"],
            json_schema_extra={"pattern": "^[A-Za-z0-9_-]+$"},
        ),
    ] = None

    @property
    def start(self) -> int:
        """How many items of the list stand before it, where no cursor says that."""
        return 0


class SegmentsWanted(Wanted):
    """Which segments to list, in which order."""

    chain: ChainName = None
    stage: Annotated[
        Stage | None, Field(description="在链中的位置 / its stage", examples=["upstream"])
    ] = None
    status: Annotated[
        LocalStatus | None, Field(description="本地状态 / its local status", examples=["absent"])
    ] = None
    q: NameLike = None
    sort: Annotated[SegmentSort, Field(description="排序 / the order", examples=["status"])] = "id"


class EnterprisesWanted(Wanted):
    """Which enterprises to list, in which order."""

    chain: ChainName = None
    status: Annotated[
        EnterpriseStatus | None,
        Field(description="企业状态 / its status", examples=["operating"]),
    ] = None
    region: RegionName = None
    q: NameLike = None
    sort: Annotated[
        EnterpriseSort, Field(description="排序 / the order", examples=["products"])
    ] = "id"


class GapsFilter(Wanted):
    """Which gaps."""

    chain: ChainName = None
    kind: Annotated[
        GapKind | None, Field(description="缺口的类别 / the kind of gaps", examples=["missing"])
    ] = None
    origin: Annotated[
        GapOrigin | None, Field(description="缺口的来源 / the origin of gaps", examples=["both"])
    ] = None
    standing: Annotated[
        Standing | None,
        Field(description="缺口的确认状态 / the standing of gaps", examples=["confirmed"]),
    ] = None
    product: Annotated[
        NameText | None,
        Field(
            description="只列此产品上游缺的 / what is missing upstream of it", examples=["自行车"]
        ),
    ] = None
    need: Annotated[
        NeedCode | None, Field(description="缺口的需要 / the need of gaps", examples=["production"])
    ] = None


class GapsWanted(GapsFilter):
    """Which gaps to list or export, in which order."""

    sort: Annotated[
        GapSort,
        Field(description="各状态之内的排序 / the order within a standing", examples=["blocks"]),
    ] = "standing"
    rows: Annotated[
        GapRows,
        Field(
            description="一行一件事，或一行一个缺口 / one row per task, or per gap",
            examples=["gaps"],
        ),
    ] = "tasks"


class SegmentWanted(Wanted):
    """The segment that a question is about."""

    segment: SegmentName


class MissingWanted(SegmentWanted):
    """Upstream of what to look, and how far."""

    depth: Annotated[
        int | None,
        Field(ge=1, le=99, description="最多几级供应 / supply steps at most", examples=[2]),
    ] = None


class ClosureWanted(MissingWanted):
    """Which way to follow the supplies of a segment, and how far."""

    direction: Annotated[
        Direction,
        Field(
            description="up 上游，down 下游 / up: what goes into it, down: what it goes into",
            examples=["down"],
        ),
    ] = "up"


class SynergyWanted(Wanted):
    """Between what to look for ties."""

    level: Annotated[
        Level, Field(description="产业链或产业 / chains or industries", examples=["industry"])
    ] = "chain"


class SynergiesWanted(SynergyWanted):
    """Which pairs to count the ties of."""

    chain: Annotated[
        NameText | None,
        Field(description="只列它的 / only those of this one", examples=["自行车"]),
    ] = None


class PathWanted(Wanted):
    """From which segment to which."""

    source: Annotated[SegmentName, Field(alias="from", examples=["管材"])]
    to: SegmentName


class DependenceWanted(Wanted):
    """Which segments to list."""

    chain: ChainName = None


class VerifyWanted(Wanted):
    """How to put the questions together."""

    by: Annotated[
        VerifyBy,
        Field(
            description="一问一行，或一企一单 / a row per question, or a sheet per firm",
            examples=["firm"],
        ),
    ] = "gap"


class QueueWanted(Wanted):
    """Which proposals of who makes what, and in which order."""

    firm: Annotated[
        NameText | None,
        Field(description="只列此企业的 / only of this enterprise", examples=["飞轮车业"]),
    ] = None
    segment: Annotated[
        NameText | None,
        Field(description="只列此环节的 / only of this segment", examples=["车架"]),
    ] = None
    strength: Annotated[
        Strength | None,
        Field(description="只列此强弱的 / only of this strength", examples=["strong"]),
    ] = None
    state: Annotated[
        ProposalState,
        Field(
            description="待确认、已确认、已否定 / waiting, confirmed or refused",
            examples=["refused"],
        ),
    ] = "waiting"
    by: Annotated[
        QueueBy,
        Field(description="按企业或按环节 / by enterprise or by segment", examples=["segment"]),
    ] = "firm"


class SearchWanted(Wanted):
    """The text to look for, and among which records."""

    q: Annotated[
        str,
        Field(
            max_length=LONGEST,
            description="名称、别名、拼音或原文字句 / a name, pinyin, or words of a document",
            examples=["zxc"],
        ),
    ]
    type: Annotated[
        SearchType | None,
        Field(description="只找这一类 / only records of this type", examples=["segment"]),
    ] = None


class GraphWanted(Wanted):
    """What to draw."""

    center: Annotated[
        NameText | None,
        Field(
            description="以何为中心：名称或 type:id；默认全图 / a name or type:id; default: all",
            examples=["segment:bicycle"],
        ),
    ] = None
    hops: Annotated[
        int, Field(ge=1, le=MOST_HOPS, description="几步以内 / within how many steps", examples=[2])
    ] = 1
    limit: Annotated[
        int, Field(ge=1, le=MOST_NODES, description="最多几个节点 / nodes at most", examples=[50])
    ] = 100
    chain: ChainName = None
    types: Annotated[
        str,
        Field(
            max_length=80,
            description="画哪些类型，逗号相连 / which types, joined by commas",
            examples=["segment,gap"],
            json_schema_extra={"pattern": joined(NODE_TYPES)},
        ),
    ] = ",".join(DEFAULT_TYPES)


class ListedFirmsWanted(Wanted):
    """Which enterprises of the registers."""

    state: Annotated[
        FirmState,
        Field(
            description="待核对、已核对、不再列入等 / whom to review, reviewed, gone …",
            examples=["gone"],
        ),
    ] = "unreviewed"


class AllWanted(Wanted):
    """What every question says, also of all datasets together."""

    lang: Annotated[
        Lang | None,
        Field(description="默认按 Accept-Language / default: Accept-Language", examples=["en"]),
    ] = None


class DatasetWanted(AllWanted):
    """What every question says of one dataset."""

    dataset: Annotated[
        str | None,
        Field(
            max_length=LONGEST,
            description="数据集，默认为唯一的一个 / the dataset; default: the only one",
            examples=["demo"],
        ),
    ] = None


class ReadingWanted(DatasetWanted):
    """What every question says that only reads: of which version, too."""

    version: Annotated[
        int | None,
        Field(
            ge=1,
            description="哪一版，默认现行版 / which version; default: the current one",
            examples=[1],
        ),
    ] = None
