"""Addresses of every page of the shipped district, with its fullest and its emptiest chain."""

from collections.abc import Mapping

FULLEST, EMPTIEST = "auto_parts", "incubation"
"""The chains with most and with fewest segments."""

OF_ROUTE: Mapping[str, tuple[str, ...]] = {
    "/": ("/",),
    "/chains/{id}": (f"/chains/{FULLEST}", f"/chains/{EMPTIEST}"),
    "/industries/{id}": ("/industries/automotive",),
    "/segments/{id}": ("/segments/nev", "/segments/pva_tac_film"),
    "/enterprises/{id}": ("/enterprises/guotai_kangning",),
    "/graph": (
        "/graph",
        f"/graph?chain={FULLEST}",
        f"/graph?chain={EMPTIEST}&view=list",
        "/graph?center=无此",
    ),
    "/missing": ("/missing", "/missing?segment=nev", "/missing?segment=无此"),
    "/why-not": ("/why-not?segment=nev",),
    "/gaps": (f"/gaps?chain={FULLEST}", f"/gaps?chain={EMPTIEST}"),
    "/documents": ("/documents",),
    "/documents/{id}": ("/documents/plan",),
    "/search": ("/search", "/search?q=电", "/search?q=无此物"),
    "/synergies": ("/synergies", "/synergies?level=industry"),
    "/synergies/{a}/{b}": (f"/synergies/vehicle/{FULLEST}",),
    "/exports": (f"/exports?chain={FULLEST}",),
}
"""The path of each page's route, and where the tests go."""
NO_PAGES = {
    "/healthz",
    "/readyz",
    "/docs",
    "/docs/start.js",
    "/openapi.json",
    "/graph/about/{type}/{id:path}",
    "/graph/relation",
    "/search/hits",
}

ADDRESSES = tuple(address for each in OF_ROUTE.values() for address in each)
