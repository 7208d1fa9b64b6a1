"""Where facts come from: documents that a dataset keeps, public sources that it cites."""

from typing import Annotated, ClassVar, Literal

from graph.message import _, p_
from graph.model.record import Evidence, Id, Record, Text
from graph.model.told import SOURCES, TypeTold, told


class DocumentDetails(Record):
    """What is told of a document itself, its text aside."""

    title: Annotated[Text, told(_("标题"))]
    publisher: Annotated[Text | None, told(_("发布单位"))] = None
    date: Annotated[str | None, told(_("日期"))] = None
    edition: Annotated[Text | None, told(_("规划期次"))] = None
    sha256: Annotated[Text, told(_("摘要值"), not_in=("page",))]  # for programs


class Document(DocumentDetails):
    """A source text kept verbatim: UTF-8, LF, its SHA-256 checked at each load.

    `uncited` are the passages that no fact cites by decision, in order, the reason as `note`.
    One with an `edition` is a plan of its period: it overtakes what earlier documents say.
    """

    about: ClassVar[TypeTold] = TypeTold(
        p_("sentence", "文件"),
        p_("several", "文件"),
        shelf="documents",
        deniable=False,
        is_node=True,
        not_in=SOURCES,
    )

    type: Literal["document"] = "document"
    id: Annotated[Id, told(_("编号"))]
    text: Annotated[str, told(_("正文"))]
    uncited: Annotated[
        tuple[Evidence, ...],
        told(_("不引用的句子")),
    ] = ()


class SourceDetails(Record):
    """What is told of a public source itself."""

    title: Annotated[Text, told(_("标题"))]
    url: Annotated[Text | None, told(_("网址"))] = None
    publisher: Annotated[Text | None, told(_("发布单位"))] = None
    year: Annotated[Text | None, told(_("年份"))] = None
    says: Annotated[Text | None, told(_("大意"))] = None


class Source(SourceDetails):
    """A public source of the reference layer; `says` sums it up in our own words.

    The key `domain` stands for engineering knowledge without a page.
    """

    about: ClassVar[TypeTold] = TypeTold(
        p_("sentence", "来源"),
        p_("several", "资料来源"),
        shelf="sources",
        deniable=False,
        is_node=True,
        not_in=SOURCES,
    )

    type: Literal["source"] = "source"
    id: Annotated[Id, told(_("编号"))]
