"""Industries and chains with their panoramas."""

from starlette.responses import Response

from api import queries
from api.chain_history import chain_history
from api.http.dependencies import Ask, TermsAsked
from api.http.paths import ChainId, IndustryId
from api.http.routers import reading_router
from api.routes import PREFIX
from graph import answers
from graph.answers.shapes import ChainBody, ChainsBody, IndustriesBody, Panorama
from graph.answers.shapes.chain_history import ChainHistoryBody

router = reading_router(prefix=PREFIX, tags=["chains"])


@router.get("/industries", response_model=IndustriesBody)
def list_industries(ask: Ask, terms: TermsAsked) -> Response:
    """产业：各为其产业链之并。Industries, each the union of its chains."""
    return ask.reply(lambda: answers.industries(ask.ws, ask.question(terms).terms))


@router.get("/industries/{id}/panorama", response_model=Panorama)
def show_industry_panorama(ask: Ask, terms: TermsAsked, id: IndustryId) -> Response:  # noqa: A002
    """产业全景图。The panorama of an industry."""
    return ask.reply(lambda: queries.panorama(ask.question(terms), industry=id))


@router.get("/chains", response_model=ChainsBody)
def list_chains(ask: Ask, terms: TermsAsked) -> Response:
    """产业链及其环节、企业、缺口数与本地配套率。Chains with their counts."""
    return ask.reply(lambda: answers.chains(ask.ws, ask.question(terms).terms))


@router.get("/chains/{id}", response_model=ChainBody)
def show_chain(ask: Ask, terms: TermsAsked, id: ChainId) -> Response:  # noqa: A002
    """一条产业链。One chain."""
    return ask.reply(lambda: answers.chain(ask.ws, id, ask.question(terms).terms))


@router.get("/chains/{id}/panorama", response_model=Panorama)
def show_chain_panorama(ask: Ask, terms: TermsAsked, id: ChainId) -> Response:  # noqa: A002
    """产业链全景图。The panorama of a chain."""
    return ask.reply(lambda: queries.panorama(ask.question(terms), chain=id))


@router.get("/chains/{id}/history", response_model=ChainHistoryBody)
def show_chain_history(ask: Ask, terms: TermsAsked, id: ChainId) -> Response:  # noqa: A002
    """一条产业链的历次变化。The numbers of a chain, version by version."""
    workspaces = ask.conditions.services.workspaces
    return ask.reply(lambda: chain_history(workspaces, ask.version, ask.question(terms), id))
