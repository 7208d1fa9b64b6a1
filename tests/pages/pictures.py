"""Pictures of every page, for docs/pages.md. Run: `python -m tests.pages.pictures [NAME …]`.

Made from the shipped district, so they are made again when its data or the pages change.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from api.auth.tokens import Tokens
from tests.http.conftest import application, filled
from tests.pages.addresses import FULLEST
from tests.pages.conftest import launch, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).parent.parent.parent / "docs" / "pictures"
DESK, PHONE = (1440, 900), (390, 844)


@dataclass(frozen=True, slots=True)
class Picture:
    """What to show, and how large, light and in which language."""

    address: str
    size: tuple[int, int] = DESK
    scheme: str = "light"


PICTURES = {
    "overview": Picture("/"),
    "overview-phone": Picture("/", PHONE),
    "panorama": Picture("/chains/aerogel"),
    "panorama-fullest": Picture(f"/chains/{FULLEST}"),
    "panorama-dark": Picture("/chains/medical_devices?lang=en", scheme="dark"),
    "panorama-phone": Picture("/chains/aerogel", PHONE),
    "graph": Picture("/graph?center=segment:motor_controller&selected=segment:motor_controller"),
    "graph-chain": Picture("/graph?chain=aerogel"),
    "graph-phone": Picture("/graph", PHONE, scheme="dark"),
    "missing": Picture("/missing?segment=nev"),
    "why-not": Picture("/why-not?segment=steel_sheet"),
    "gaps": Picture("/gaps?gap=motor_controller_introduction#gap-motor_controller_introduction"),
    "gaps-phone": Picture("/gaps", PHONE),
    "judge": Picture("/gaps/motor_controller_introduction/judge"),
    "synergies": Picture("/synergies"),
    "synergies-chains": Picture("/synergies?level=chain&lang=en", scheme="dark"),
    "synergies-pair": Picture("/synergies/vehicle/auto_parts"),
    "reader": Picture("/documents/plan?chain=aerogel#L283"),
    "documents": Picture("/documents"),
    "sources": Picture("/sources"),
    "regions": Picture("/regions"),
    "indicators": Picture("/indicators"),
    "platforms": Picture("/platforms"),
    "projects": Picture("/projects"),
    "verify": Picture("/verify"),
    "segments": Picture("/segments"),
    "segment": Picture("/segments/nev"),
    "enterprises": Picture("/enterprises"),
    "enterprise": Picture("/enterprises/changxing_clutch"),
    "search": Picture("/search?q=电"),
    "exports": Picture("/exports"),
    "import": Picture("/import"),
    "fact": Picture("/facts/makes.changxing_clutch.clutch"),
    "history": Picture("/history"),
    "audit-log": Picture("/audit-log"),
    "login": Picture("/login"),
    "not-found": Picture("/segments/no_such"),
}


def take(browser: "Browser", base: str, secret: str, name: str) -> None:
    """Take one picture of what the window shows to an admin."""
    picture = PICTURES[name]
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        locale="zh-CN",
        extra_http_headers={"Authorization": f"Bearer {secret}"},
    )
    page.goto(base + picture.address)
    page.wait_for_selector("html[data-ready]", state="attached")
    if picture.address.startswith("/graph"):
        page.wait_for_selector("#picture[data-drawn]")
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def main(names: list[str]) -> None:
    """Take the pictures named, or all."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is used

    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        filled(Path(folder), "hechuan") as store,
        serving(application(store, tokens=Path(folder) / "tokens.json")) as base,
        sync_playwright() as started,
    ):
        _, secret = Tokens(Path(folder) / "tokens.json").new("admin", "王工")
        browser = launch(started)
        for name in names or PICTURES:
            take(browser, base, secret, name)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
