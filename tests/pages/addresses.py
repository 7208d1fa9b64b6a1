"""Addresses of every page of the shipped district, with its fullest and its emptiest chain."""

from collections.abc import Mapping

FULLEST, EMPTIEST = "auto_parts", "incubation"
"""The chains with most and with fewest segments."""

OF_ROUTE: Mapping[str, tuple[str, ...]] = {
    "/": ("/",),
    "/chains/{id}": (f"/chains/{FULLEST}", f"/chains/{EMPTIEST}"),
    "/chains/{id}/history": (f"/chains/{EMPTIEST}/history",),
    "/industries/{id}": ("/industries/automotive",),
    "/graph": (f"/graph?chain={FULLEST}", f"/graph?chain={EMPTIEST}&view=list"),
    "/segments": (f"/segments?chain={FULLEST}", f"/segments?chain={EMPTIEST}"),
    "/segments/{id}": ("/segments/nev", "/segments/pva_tac_film"),
    "/enterprises": ("/enterprises", "/enterprises?q=无此"),
    "/enterprises/{id}": ("/enterprises/guotai_kangning",),
    "/missing": ("/missing", "/missing?segment=nev"),
    "/why-not": ("/why-not?segment=nev",),
    "/gaps": (
        f"/gaps?chain={FULLEST}",
        f"/gaps?chain={EMPTIEST}",
        "/gaps?product=nev&gap=motor_controller_introduction",
    ),
    "/gaps/{id}/leads": ("/gaps/aerogel_silica_upstream/leads",),
    "/leads": ("/leads", "/leads?view=owner&overdue=true"),
    "/gaps/{id}/judge": ("/gaps/aerogel_silica_upstream/judge",),
    "/documents": ("/documents",),
    "/documents/{id}": (
        f"/documents/plan?chain={FULLEST}",
        f"/documents/plan?chain={EMPTIEST}",
        "/documents/plan?type=uncited",
    ),
    "/sources": ("/sources",),
    "/search": ("/search", "/search?q=电", "/search?q=无此物"),
    "/synergies": ("/synergies?level=chain&sort=supply", "/synergies?level=industry"),
    "/synergies/{a}/{b}": (
        f"/synergies/vehicle/{FULLEST}",
        "/synergies/cement/general_machinery",
    ),
    "/closure": ("/closure", "/closure?segment=vehicle", "/closure?segment=cement&direction=down"),
    "/dependence": ("/dependence", f"/dependence?chain={EMPTIEST}"),
    "/choose": ("/choose", "/choose?k=2&force=moto_frame&land=南溪组团=60&budget=9"),
    "/risk": ("/risk", f"/risk?chain={EMPTIEST}"),
    "/priority": ("/priority",),
    "/land": ("/land",),
    "/what-if": ("/what-if", "/what-if?close=汽车整车&land=二氧化硅"),
    "/neighbours": ("/neighbours", f"/neighbours?chain={EMPTIEST}&role=rival"),
    "/regions": ("/regions",),
    "/indicators": ("/indicators",),
    "/platforms": ("/platforms",),
    "/projects": ("/projects",),
    "/audit": ("/audit", "/audit?kind=land"),
    "/verify": ("/verify",),
    "/first-week": ("/first-week",),
    "/exports": (f"/exports?chain={FULLEST}",),
    "/facts/{id}": ("/facts/makes.changxing_clutch.clutch",),
    "/history": ("/history",),
    "/diff": ("/diff",),
    "/saved": ("/saved", "/saved?add=/gaps?chain=aerogel"),
    "/changes": ("/changes", "/changes?since=1"),
    "/import": ("/import",),
    "/queue": ("/queue",),
    "/audit-log": ("/audit-log",),
    "/status": ("/status",),
    "/login": ("/login",),
}
"""The path of each page's route, and where the tests go."""

ADDRESSES = tuple(address for each in OF_ROUTE.values() for address in each)
