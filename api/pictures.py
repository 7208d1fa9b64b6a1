"""Pictures to paste, the same for routes and commands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import quote

from api import drawings, queries
from api.queries import Question
from api.wanted import GraphWanted
from api.wanted_pictures import MatrixWanted, PictureForm
from graph.answers.called import RefName
from graph.answers.picture import picture_headline
from graph.answers.terms_words import edition_in_words, terms_in_words
from graph.answers.workspace import ref_to
from graph.message import Message, _
from viz.pictures.network import graph_drawing, graph_keys
from viz.pictures.panorama import folded, panorama_drawing, panorama_keys
from viz.pictures.sheet import Caption, sheet
from viz.pictures.ties import bounded, matrix_drawing, matrix_keys

MEDIA_TYPES: dict[PictureForm, str] = {"svg": "image/svg+xml", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name; `draw` makes it as SVG."""

    name: str
    draw: Callable[[], str]

    def content(self, form: PictureForm) -> bytes:
        """The bytes of the file; raise `NoFontError` where a PNG cannot be drawn here."""
        if form == "svg":
            return self.draw().encode()
        from viz.pictures.png import png  # noqa: PLC0415 - heavy, and asked for seldom

        return png(self.draw)

    def disposition(self, form: PictureForm) -> str:
        """What gives the file its name (RFC 6266): Chinese letters stand encoded."""
        name = quote(f"{self.name}.{form}", safe="")
        return f"attachment; filename=\"picture.{form}\"; filename*=UTF-8''{name}"


def panorama(asked: Question, *, chain: str | None = None, industry: str | None = None) -> Picture:
    """The panorama of a chain or an industry; raise `UnknownNameError`."""
    facts = asked.ws.facts
    subject = facts.chains.get(chain) if chain else facts.industries.get(industry or "")
    name = RefName(ref_to(subject)) if subject else ""
    title = _("{name}产业链全景图", name=name) if chain else _("{name}全景图", name=name)

    def draw() -> str:
        body = queries.panorama(asked, chain=chain, industry=industry)
        drawn = folded(body)
        told = _("画出 {shown} / {total} 个环节。", shown=drawn.shown, total=body.total)
        caption = _caption(asked, title, body.headline, told, _UNKNOWN)
        keys = tuple(panorama_keys(body, asked.lang))
        return sheet(panorama_drawing(body, asked.lang), caption, keys, asked.lang)

    return Picture(_named(asked, title), draw)


def graph(asked: Question, wanted: GraphWanted) -> Picture:
    """What lies around a record, of a chain, or of everything; raise `UnknownNameError`."""
    chain = asked.id(wanted.chain, "chain")
    title = _("产业链图谱")
    if wanted.center:
        named = drawings.graph(asked, wanted.model_copy(update={"limit": 1})).center
        title = _("{name}周围的图谱", name=RefName(named) if named else wanted.center)
    elif chain:
        title = _("{name}产业链图谱", name=RefName(ref_to(asked.ws.facts.chains[chain])))

    def draw() -> str:
        body = drawings.graph(asked, wanted)
        told = picture_headline(asked.ws, asked.terms, asked.lang, body)
        if chain and not wanted.center:
            told = queries.panorama(asked, chain=chain).headline
        drawn = _(
            "画出 {nodes} 个记录、{edges} 条联系", nodes=len(body.nodes), edges=len(body.edges)
        )
        notes = [drawn]
        if body.truncated:
            notes.append(_("记录太多，只画最近的 {n} 个。", n=len(body.nodes)))
        caption = _caption(asked, title, told, *notes, _UNKNOWN)
        keys = tuple(graph_keys(body, asked.lang))
        return sheet(graph_drawing(body, asked.lang), caption, keys, asked.lang)

    return Picture(_named(asked, title), draw)


def synergies(asked: Question, wanted: MatrixWanted) -> Picture:
    """The matrix of chains or industries."""
    title = _("产业链协同矩阵") if wanted.level == "chain" else _("产业协同矩阵")

    def draw() -> str:
        body = queries.synergies(asked, wanted.level)
        triangle, left = bounded(body, wanted.sort)
        told = _("规划明示协同的有 {stated} 对", stated=triangle.stated)
        notes = [_("“可能”指两端都未知或市场可买的，单列。未见联系不等于没有。")]
        if left:
            notes.insert(0, _("只画联系最多的，另有 {n} 个未画出。", n=left))
        caption = _caption(asked, title, told.text(asked.lang), *notes)
        keys = tuple(matrix_keys(triangle, wanted.sort, asked.lang))
        return sheet(matrix_drawing(triangle, wanted.sort, asked.lang), caption, keys, asked.lang)

    return Picture(_named(asked, title), draw)


def today() -> date:
    """The day that a picture bears."""
    return datetime.now(UTC).astimezone().date()


def _named(asked: Question, title: Message) -> str:
    version = asked.ws.facts.version
    name = _("{title}（数据版本 {version}）", title=title, version=version).text(asked.lang)
    return "".join("_" if each in '\\/:*?"<>|' or each < " " else each for each in name)


def _caption(asked: Question, title: Message, sentence: str, *notes: Message) -> Caption:
    lang, about = asked.lang, asked.ws.facts.dataset
    told = [
        about.title if lang == "zh" else about.title_en,
        _("依据 {edition}", edition=edition_in_words(asked.ws)).text(lang),
        _("数据版本 {version}", version=asked.ws.facts.version).text(lang),
        terms_in_words(asked.ws, asked.terms, lang).text(lang),
        _("制图 {date}", date=today()).text(lang),
    ]
    if about.made_up:
        told.append(_("虚构示例，不是真实地区").text(lang))
    return Caption(
        title.text(lang), sentence, " · ".join(told), tuple(each.text(lang) for each in notes)
    )


_UNKNOWN = _("未见本地企业不等于没有。推算结果依参考配方得出。")
