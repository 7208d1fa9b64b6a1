"""Pages of what stands around the chains."""

from dataclasses import asdict
from typing import Annotated

from starlette.responses import Response

from api import queries
from api.http.routers import reading_router
from api.routes.pages.asking import Blank, Cursor, FieldText, LeafNumber, PageAsk, PageNumber
from api.routes.pages.questions import TermsForm, terms_wanted
from api.wanted import GapsWanted, PageWanted
from api.wanted_around import AuditFilter
from graph import answers
from graph.answers import verify_lines
from graph.answers.asked import asked
from graph.answers.gap_lines import gaps_of_neighbours
from graph.answers.verify import whom
from graph.answers.verify_lines import VerifyParts
from graph.model.vocabulary import FindingKind, Severity
from viz import district_pages
from viz.audit_page import AuditQuery, audit_page
from viz.district_pages import RegionContents
from viz.grounds import NAMED, QUESTIONS, SHEETS, VerifyQuery, VerifyShown, verify_page
from viz.leaves import Leaf

router = reading_router(include_in_schema=False)


@router.get("/verify")
def show_verify(  # noqa: PLR0913, PLR0917 - the fields of the page
    page: PageAsk,
    terms: TermsForm,
    firm: FieldText = "",
    ask: FieldText = "",
    number: PageNumber = None,
    sheets: LeafNumber = None,
    first: LeafNumber = None,
) -> Response:
    """What is unknown, and what would settle most."""
    query = VerifyQuery(**asdict(terms), firm=firm, ask=ask, page=number, sheets=sheets or 1,
                        first=first or 1)  # fmt: skip

    def made() -> str:
        shown = _asked(page.asked.question(terms_wanted(terms)), query)
        return verify_page(page.chrome, shown, answers.grounds(page.asked.ws), query)

    return page.show(made)


def _asked(question: queries.Question, query: VerifyQuery) -> VerifyShown:
    ws, terms, lang = question.ws, question.terms, question.lang
    found = asked(ws, terms, queries.this_year())
    rows = verify_lines.rows_asked(found, query.firm, lang)
    place = verify_lines.place_of(ws, terms, found, rows, query.ask)
    leaf = Leaf(query.page or place // QUESTIONS + 1, QUESTIONS, len(rows))
    of_sheets = Leaf(query.sheets, SHEETS, len(found.firms))
    of_first = Leaf(query.first, QUESTIONS, len(found.first))
    parts = VerifyParts(rows[leaf.part], of_first.part, of_sheets.part, NAMED)
    body, firms = verify_lines.verify_part(ws, terms, lang, found, parts)
    known = query.firm in found.rows_of or query.firm in found.first_of
    return VerifyShown(
        body=body,
        firms=firms,
        leads=verify_lines.leading(ws, terms, found, lang),
        asking=len(found.first) + len(found.rows),
        under=verify_lines.headed(ws, terms, found, lang),
        asked_of=whom(ws, query.firm, lang) if known else query.firm,
        leaf=leaf,
        of_sheets=of_sheets,
        of_first=of_first,
    )


@router.get("/audit")
def show_audit(
    page: PageAsk,
    severity: Annotated[Severity | None, Blank] = None,
    kind: Annotated[FindingKind | None, Blank] = None,
    cursor: Cursor = None,
) -> Response:
    """What the plan says against itself."""

    def made() -> str:
        asked = page.asked.question(page=PageWanted(cursor=cursor))
        body = queries.audit(asked, AuditFilter(severity=severity, kind=kind))
        return audit_page(page.chrome, body, AuditQuery(severity or "", kind or ""))

    return page.show(made)


@router.get("/regions")
def show_regions(page: PageAsk) -> Response:
    """Parks with free land, and neighbours."""

    def made() -> str:
        ws, asked = page.asked.ws, page.asked.question()
        rows = queries.gap_rows(asked, GapsWanted())
        around = RegionContents(
            enterprises=ws.facts.enterprises.values(),
            platforms=answers.platforms(ws),
            projects=answers.projects(ws),
            gaps=gaps_of_neighbours(ws, asked.terms, asked.lang, rows),
        )
        return district_pages.regions_page(page.chrome, answers.regions(ws), around)

    return page.show(made)


@router.get("/indicators")
def show_indicators(page: PageAsk) -> Response:
    """Indicators beside their targets."""
    return page.show(
        lambda: district_pages.indicators_page(page.chrome, answers.indicators(page.asked.ws))
    )


@router.get("/platforms")
def show_platforms(page: PageAsk) -> Response:
    """Platforms by state."""
    return page.show(
        lambda: district_pages.platforms_page(page.chrome, answers.platforms(page.asked.ws))
    )


@router.get("/projects")
def show_projects(page: PageAsk) -> Response:
    """Projects by state."""
    return page.show(
        lambda: district_pages.projects_page(page.chrome, answers.projects(page.asked.ws))
    )
