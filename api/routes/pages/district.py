"""Pages of what stands around the chains."""

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api import queries
from api.routes.pages.asking import Blank, Cursor, PageAsk
from api.routes.pages.questions import TermsForm, terms_wanted
from api.wanted import MOST, GapsWanted, PageWanted
from api.wanted_around import AuditFilter
from graph import answers
from graph.model.vocabulary import FindingKind, Severity
from viz import district_pages
from viz.audit_page import AuditQuery, audit_page
from viz.district_pages import RegionContents
from viz.grounds import verify_page

router = APIRouter(include_in_schema=False)


@router.get("/verify")
def show_verify(page: PageAsk, terms: TermsForm) -> Response:
    """What is unknown, and what would settle most."""

    def made() -> str:
        asked = page.asked.question(terms_wanted(terms), PageWanted(limit=MOST))
        grounds = answers.grounds(page.asked.ws)
        questions = queries.verify(asked)
        sheets = answers.sheets_of(questions, asked.lang)
        return verify_page(page.chrome, questions, sheets, grounds, terms)

    return page.show(made)


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
        ws = page.asked.ws
        around = RegionContents(
            enterprises=answers.enterprises(ws),
            platforms=answers.platforms(ws),
            projects=answers.projects(ws),
            gaps=queries.all_gaps(page.asked.question(), GapsWanted()),
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
