"""One function per page: a body of `graph.answers.shapes` in, an HTML text out.

The signatures are stable. No function raises for a valid body; what a form was asked comes
in as typed (`viz.queries`) and is escaped on output.
"""

from collections.abc import Iterable
from functools import partial

from graph.answers.details import card
from graph.answers.lacks import needs
from graph.answers.shapes import (
    DatasetsBody,
    DocumentBody,
    DocumentsBody,
    EnterpriseBody,
    GapItem,
    GapsBody,
    MissingBody,
    Panorama,
    PassagesBody,
    Ref,
    SearchBody,
    SegmentBody,
    SourcesBody,
    WhyNotBody,
)
from graph.answers.shapes.overview import Overview
from graph.answers.shapes.registers import ListedFirmItem
from viz import board, overview, reader
from viz.chrome import Chrome
from viz.editing import EditProblem, MergerTyped, may_edit, typed_in_list
from viz.overview import SinceSeen, VersionSummary
from viz.queries import Advice, GapFilters, MissingQuery, PageProblem, ReaderQuery
from viz.render import render


def home_page(
    chrome: Chrome,
    body: Overview,
    datasets: DatasetsBody,
    changes: tuple[VersionSummary, ...],
    since: SinceSeen | None = None,
) -> str:
    """`/`: what the district finds first, its industries, targets, grounds and latest changes.

    `since` is what has changed since the reader was last here.
    """
    return render(
        "home.html",
        chrome,
        body=body,
        datasets=datasets,
        changes=changes[: overview.MOST_CHANGES],
        since=since,
        goals=body.goals[: overview.MOST_GOALS],
        overview=overview,
    )


def panorama_page(chrome: Chrome, panorama: Panorama) -> str:
    """`/chains/{id}?show=` and `/industries/{id}?show=`: the panorama 全景图, a tile picked."""
    asked = dict(chrome.query).get("show", "")
    return render(
        "panorama.html",
        chrome,
        panorama=panorama,
        picked=asked if asked in {tile.code for tile in panorama.tiles} else "",
        plan=board.board(panorama, chrome.lang),
        cards=tuple(board.cards(panorama)),
        board=board,
    )


def missing_page(
    chrome: Chrome,
    body: MissingBody | None,
    problem: PageProblem | None,
    query: MissingQuery,
    segments: tuple[Ref, ...] = (),
) -> str:
    """`/missing?segment=…&boundary=&inputs=&horizon=&region=`: what is missing upstream.

    Neither body nor problem: nothing was asked yet. `segments` fill the field's suggestions.
    The form sends one value for `inputs`, input sorts joined by commas.
    """
    names = {"body": body, "problem": problem, "query": query, "segments": segments}
    found = needs(body.missing) if body else ()
    return render("missing.html", chrome, needs=found, **names)


def why_not_page(
    chrome: Chrome,
    body: WhyNotBody | None,
    problem: PageProblem | None,
    query: MissingQuery,
    segments: tuple[Ref, ...] = (),
) -> str:
    """`/why-not?segment=…`: why a segment is not a gap, or that it is one."""
    names = {"body": body, "problem": problem, "query": query, "segments": segments}
    return render("why-not.html", chrome, **names)


def gaps_page(
    chrome: Chrome,
    body: GapsBody,
    filters: GapFilters,
    product: Ref | None = None,
    gathered: Iterable[GapItem] = (),
) -> str:
    """`/gaps?chain=&kind=&origin=&standing=&need=&product=&rows=&sort=`: the gap list 补链清单.

    `product` is the segment whose missing links are asked for; `gathered` are gaps that stand in
    the row of another, so that a link to one of them leads to what is known of it.
    Asks the body for one long page; where it has a `next`, a link carries it as `cursor`.
    """
    form = partial(typed_in_list, chrome, body.version)
    rest = list(gathered)
    names = {"body": body, "filters": filters, "product": product, "typed": form, "rest": rest}
    return render("gaps.html", chrome, may_edit=may_edit(chrome), **names)


def documents_page(chrome: Chrome, body: DocumentsBody) -> str:
    """`/documents`: the source texts of the dataset."""
    return render("documents.html", chrome, body=body)


def sources_page(chrome: Chrome, body: SourcesBody) -> str:
    """`/sources`: the public sources of the reference layer."""
    return render("sources.html", chrome, body=body)


def document_page(
    chrome: Chrome,
    document: DocumentBody,
    passages: PassagesBody,
    query: ReaderQuery = ReaderQuery(),  # noqa: B008 - frozen
) -> str:
    """`/documents/{id}?chain=&type=#L283` (or `&line=283`): the text by line, spans marked.

    `&span=12-30` marks the place within the line that evidence or a search leads to.
    """
    found = reader.chosen(passages, query)
    left = reader.left_out(document, query)
    names = {
        "document": document,
        "query": query,
        "found": found,
        "types": reader.types(passages),
        "lines": tuple(reader.lines(document, found, left, query)),
        "contents": tuple(reader.headings(document.text)),
    }
    return render("document.html", chrome, **names)


def segment_page(chrome: Chrome, body: SegmentBody) -> str:
    """`/segments/{id}`: one segment, its inputs, outputs and every statement on it."""
    me = Ref(type="segment", id=body.id, name=body.name, name_en=body.name_en)
    return render("segment.html", chrome, body=body, me=me)


def enterprise_page(
    chrome: Chrome,
    body: EnterpriseBody,
    typed: MergerTyped,
    listed: ListedFirmItem | None = None,
    problem: EditProblem | None = None,
) -> str:
    """`/enterprises/{id}`: one enterprise, its roles and what it makes.

    For editors also how registers have it (`listed`), and the form that makes two of them one.
    """
    names = {"card": card(body, chrome.lang), "listed": listed, "typed": typed}
    edited = {"may_edit": may_edit(chrome), "problem": problem}
    return render("enterprise.html", chrome, body=body, **names, **edited)


def search_page(chrome: Chrome, body: SearchBody | None, query: str) -> str:
    """`/search?q=`: what was found; no body where nothing was asked."""
    return render("search.html", chrome, body=body, query=query)


def error_page(
    chrome: Chrome,
    title: str,
    detail: str,
    suggestions: tuple[Ref, ...] = (),
    advice: Advice | None = None,
) -> str:
    """Any page that cannot be shown: what happened, what to do, the nearest records."""
    problem = PageProblem(title, detail, suggestions)
    return render("error.html", chrome, problem=problem, advice=advice)
