"""One function per page: a body of `graph.answers.shapes` in, an HTML text out.

The signatures are stable. No function raises for a valid body; what a form was asked comes
in as typed (`viz.queries`) and is escaped on output.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from graph.answers.details import card
from graph.answers.lacks import needs
from graph.answers.shapes import (
    Card,
    DatasetsBody,
    DocumentBody,
    DocumentsBody,
    EnterpriseBody,
    GapItem,
    GapsBody,
    MissingBody,
    Panorama,
    Passage,
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
from viz.hits import by_type
from viz.leaves import Leaf
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
    """`/chains/{id}?show=&seg=` or `/industries/{id}`: the 全景图, a tile picked, a card open."""
    asked = dict(chrome.query)
    opened = [each for each in board.cards(panorama) if each.id == asked.get("seg")]
    return render(
        "panorama.html",
        chrome,
        panorama=panorama,
        picked=asked["show"] if asked.get("show") in {t.code for t in panorama.tiles} else "",
        plan=board.board(panorama, chrome.lang),
        shown_card=opened[0] if opened else None,
        board=board,
    )


def card_part(chrome: Chrome, card: Card) -> str:
    """`/chains/{id}/about/{segment}`: the drawer of one card, which a script fetches."""
    return render("card-drawer.html", chrome, shown_card=card, board=board)


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


@dataclass(frozen=True, slots=True)
class GapsShown:
    """What of the gap list is shown: which leaf of it, and the gap whose drawer is drawn.

    `gone` is the id of a gap that a link named and that is none any more; `product` the segment
    whose missing links are asked for.
    """

    leaf: Leaf
    opened: GapItem | None = None
    gone: str = ""
    product: Ref | None = None


def gaps_page(chrome: Chrome, body: GapsBody, filters: GapFilters, shown: GapsShown) -> str:
    """`/gaps?chain=&kind=&…&sort=&page=&gap=`: one page of the gap list 补链清单, one drawer."""
    names = {"body": body, "filters": filters, "shown": shown}
    return render("gaps.html", chrome, **names, **_editing(chrome))


def gap_part(chrome: Chrome, gap: GapItem, filters: GapFilters) -> str:
    """`/gaps/{id}/about`: the drawer of one gap alone, which a script puts into the list."""
    return render("gap-drawer.html", chrome, gap=gap, filters=filters, **_editing(chrome))


def _editing(chrome: Chrome) -> dict[str, object]:
    return {"typed": partial(typed_in_list, chrome), "may_edit": may_edit(chrome)}


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

    `&span=12-30` marks the place within the line that evidence or a search leads to,
    `&passage=283-12` opens what a piece of it proves.
    """
    found = reader.chosen(passages, query)
    read = _read(document, found, query)
    names = {
        "document": document,
        "query": query,
        "found": found,
        "types": reader.types(passages),
        "lines": read,
        "opened": reader.opened(read, query.passage),
        "contents": tuple(reader.headings(document.text)),
    }
    return render("document.html", chrome, **names)


def passage_part(
    chrome: Chrome, document: DocumentBody, passages: PassagesBody, query: ReaderQuery
) -> str | None:
    """`/documents/{id}/about/283-12`: what one piece proves, which a script puts into the text."""
    read = _read(document, reader.chosen(passages, query), query)
    found = reader.opened(read, query.passage)
    return render("passage-drawer.html", chrome, opened=found) if found else None


def _read(
    document: DocumentBody, found: Iterable[Passage], query: ReaderQuery
) -> tuple[reader.TextLine, ...]:
    return tuple(reader.lines(document, found, reader.left_out(document, query), query))


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


def search_page(chrome: Chrome, body: SearchBody | None, query: str, leaf: Leaf) -> str:
    """`/search?q=&page=`: what was found, best matches first; no body where nothing was asked."""
    groups = by_type(body.items) if body else []
    return render("search.html", chrome, body=body, groups=groups, query=query, leaf=leaf)


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
