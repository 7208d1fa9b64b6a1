"""What surrounds every page: title, navigation, language, and the links that keep them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote, urlencode

from graph.answers.shapes import DatasetItem, Ref
from graph.model.vocabulary import Lang

_PLACES = {"chain": "chains", "industry": "industries", "segment": "segments",
           "enterprise": "enterprises", "document": "documents"}  # fmt: skip

_LISTS = {"region": "regions", "direction": "regions", "platform": "platforms",
          "project": "projects", "indicator": "indicators", "source": "sources"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Menu:
    """An industry and its chains, for the navigation."""

    industry: Ref
    chains: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Builds the links of pages; `keep` is what every link carries on (dataset, language)."""

    keep: tuple[tuple[str, str], ...] = ()

    def to(self, path: str, *, anchor: str = "", **query: str) -> str:
        """A page of the application, with what is kept of the query; empty values are left out."""
        asked = [(key, value) for key, value in query.items() if value]
        kept = [each for each in self.keep if each[0] not in query]
        text = urlencode([*asked, *kept])
        return path + (f"?{text}" if text else "") + (f"#{anchor}" if anchor else "")

    def home(self) -> str:
        """The overview."""
        return self.to("/")

    def ref(self, ref: Ref) -> str:
        """The page of a record, its place in a list, or else the search for its name."""
        if ref.type == "gap":
            return self.gap(ref.id)
        if ref.type in _LISTS:
            return self.to(f"/{_LISTS[ref.type]}", anchor=f"{ref.type}-{quote(ref.id)}")
        if ref.type in _PLACES:
            return self.to(f"/{_PLACES[ref.type]}/{quote(ref.id)}")
        return self.to("/search", q=ref.name)

    def missing(self, segment: str = "", **terms: str) -> str:
        """The missing links of a segment."""
        return self.to("/missing", segment=segment, **terms)

    def why_not(self, segment: str, **terms: str) -> str:
        """Why a segment is not a gap."""
        return self.to("/why-not", segment=segment, **terms)

    def gap(self, gap: str) -> str:
        """A gap in the gap list, its evidence open."""
        return self.to("/gaps", anchor=f"gap-{gap}", gap=gap)

    def graph(self, ref: Ref) -> str:
        """The graph around a record; that of a chain is drawn whole."""
        if ref.type == "chain":
            return self.to("/graph", chain=ref.id)
        return self.to("/graph", center=f"{ref.type}:{ref.id}")

    def gaps(self, **filters: str) -> str:
        """The gap list."""
        return self.to("/gaps", **filters)

    def line(self, document: str, line: int | None) -> str:
        """A line of a document."""
        anchor = f"L{line}" if line else ""
        return self.to(f"/documents/{quote(document)}", anchor=anchor)

    def span(self, document: str, line: int | None, start: int | None, end: int | None) -> str:
        """A line of a document, a span of it marked."""
        if not line or end is None:
            return self.line(document, line)
        place = {"line": str(line), "span": f"{start or 0}-{end}"}
        return self.to(f"/documents/{quote(document)}", anchor=f"L{line}", **place)

    def static(self, name: str) -> str:
        """A file of `viz/static`."""
        return f"/static/{name}"


@dataclass(frozen=True, slots=True)
class PastVersion:
    """That a page shows a version which is past: which, of when (UTC), and which holds now."""

    number: int
    at: str
    current: int


@dataclass(frozen=True, slots=True)
class Chrome:
    """What surrounds a page.

    `path` and `query` are those of the request (`query` in its order, without the fragment);
    `dataset` is null on pages that stand before any dataset (first start, errors).
    `documents` are the dataset's source texts; their names stand beside quotes, the
    titles of `sources` beside reference knowledge. `user` and `role` are those of who is logged
    in. `year` is that of the reader, who may read a plan after its end. Links of a page of a `past`
    version lead to that version. `root` is what stands before every path in front of a proxy; links
    are made without it (`viz.render` adds it). `saved` are the reader's lists: names, addresses.
    """

    path: str = "/"
    query: tuple[tuple[str, str], ...] = ()
    lang: Lang = "zh"
    dataset: DatasetItem | None = None
    menus: tuple[Menu, ...] = ()
    documents: tuple[Ref, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    user: str = ""
    role: str = ""
    root: str = ""
    past: PastVersion | None = None
    saved: tuple[tuple[str, str], ...] = ()
    year: int = field(default_factory=lambda: date.today().year)
    links: Links = field(init=False)

    def __post_init__(self) -> None:
        kept = [(key, value) for key, value in self.query if key == "dataset"]
        if self.past is not None:
            kept.append(("version", str(self.past.number)))
        if self.lang == "en":
            kept.append(("lang", "en"))
        object.__setattr__(self, "links", Links(tuple(kept)))

    @property
    def title(self) -> str:
        """The dataset's title in the reader's language."""
        if self.dataset is None:
            return "链图 Liantu"
        return self.dataset.title_en if self.lang == "en" else self.dataset.title

    @property
    def login(self) -> str:
        """Where to log in or out, and come back here."""
        here = self.path + (f"?{urlencode(self.query)}" if self.query else "")
        onward = "" if self.path in {"/", "/login"} else here
        return self.links.to("/login", next=onward)

    @property
    def other_language(self) -> str:
        """This page in the other language."""
        kept = [(key, value) for key, value in self.query if key != "lang"]
        text = urlencode(kept if self.lang == "en" else [*kept, ("lang", "en")])
        return self.path + (f"?{text}" if text else "")

    @property
    def now(self) -> str:
        """This page of the current version."""
        text = urlencode([(key, value) for key, value in self.query if key != "version"])
        return self.path + (f"?{text}" if text else "")

    @property
    def diff(self) -> str:
        """What has changed since the version that is shown."""
        since = "" if self.past is None else str(self.past.number)
        return self.links.to("/diff", version="", **{"from": since})

    @property
    def again(self) -> str:
        """This very page."""
        return self.path + (f"?{urlencode(self.query)}" if self.query else "")

    @property
    def keeping(self) -> str:
        """Where the list that this page shows is saved under a name."""
        return self.links.to("/saved", version="", add=self.again)

    def reopened(self, address: str) -> str:
        """A saved list in the reader's language; its address names its dataset."""
        return address + ("&lang=en" if self.lang == "en" else "")

    def address(self, path: str) -> str:
        """The page of a navigation entry; an only document stands for the list of documents."""
        if path == "/documents" and len(self.documents) == 1:
            return self.links.ref(self.documents[0])
        return self.links.to(path)

    def document_name(self, document: str) -> str:
        """The name of a document, its id where it is not listed."""
        return next((ref.name for ref in self.documents if ref.id == document), document)
