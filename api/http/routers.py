"""Routers whose routes are whole as they are written: with their gate, and their name for clients.

`include_router` would make every route a second time, of each application at its first request.
"""

from functools import partial

from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute

from api.auth.callers import anyone, reader


def operation_id(route: APIRoute) -> str:
    """What clients that are generated call a question: as the program does, `list_gaps`."""
    return route.name


reading_router = partial(
    APIRouter, dependencies=[Depends(reader)], generate_unique_id_function=operation_id
)
"""For what tells of the data; a route that changes something asks for more by itself."""
open_router = partial(
    APIRouter, dependencies=[Depends(anyone)], generate_unique_id_function=operation_id
)
"""For what tells nothing of the data."""
