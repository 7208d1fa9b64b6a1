"""Pictures to paste into a document."""

from typing import Annotated

from fastapi import Path, Query
from starlette.responses import Response

from api import pictures
from api.http.answering import DatasetRequest
from api.http.dependencies import Ask, TermsAsked
from api.http.paths import ChainId, IndustryId
from api.http.routers import reading_router
from api.pictures import MEDIA_TYPES, Picture
from api.routes import PREFIX
from api.routes.json.graph import GraphAsked
from api.wanted_pictures import MatrixWanted, PictureForm

router = reading_router(
    prefix=PREFIX,
    tags=["pictures"],
    default_response_class=Response,
    responses={200: {"content": {each: {} for each in MEDIA_TYPES.values()}}},
)
PictureEnding = Annotated[
    PictureForm,
    Path(description="svg，或两倍大的 png / svg, or png at twice the size", examples=["svg"]),
]
MatrixAsked = Annotated[MatrixWanted, Query()]


@router.get("/chains/{id}/panorama.{form}")
def draw_chain_panorama(ask: Ask, terms: TermsAsked, id: ChainId, form: PictureEnding) -> Response:  # noqa: A002
    """产业链全景图的图片。The panorama of a chain as a picture."""
    return _file(ask, pictures.panorama(ask.question(terms), chain=id), form)


@router.get("/industries/{id}/panorama.{form}")
def draw_industry_panorama(
    ask: Ask,
    terms: TermsAsked,
    id: IndustryId,  # noqa: A002
    form: PictureEnding,
) -> Response:
    """产业全景图的图片。The panorama of an industry as a picture."""
    return _file(ask, pictures.panorama(ask.question(terms), industry=id), form)


@router.get("/graph.{form}")
def draw_graph(ask: Ask, terms: TermsAsked, wanted: GraphAsked, form: PictureEnding) -> Response:
    """图谱的图片。The graph around a record, of a chain or of everything as a picture."""
    return _file(ask, pictures.graph(ask.question(terms), wanted), form)


@router.get("/synergies.{form}")
def draw_synergies(
    ask: Ask, terms: TermsAsked, wanted: MatrixAsked, form: PictureEnding
) -> Response:
    """协同矩阵的图片。The matrix of ties as a picture."""
    return _file(ask, pictures.synergies(ask.question(terms), wanted), form)


def _file(ask: DatasetRequest, picture: Picture, form: PictureForm) -> Response:
    """A picture bears its day, and is another one tomorrow."""
    return ask.conditions.on(pictures.today()).reply_bytes(
        lambda: picture.content(form),
        MEDIA_TYPES[form],
        **{"Content-Disposition": picture.disposition(form)},
    )
