"""Pictures of every page, for docs/pages.md. Run: `python -m tests.pages.pictures [NAME …]`.

Made from the shipped district, so they are made again when its data or the pages change.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.http.conftest import application, filled
from tests.pages.addresses import FULLEST
from tests.pages.conftest import CHROMIUM, FLAGS, serving

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
    "graph": Picture("/graph?selected=segment:motor_controller"),
    "graph-chain": Picture("/graph?chain=aerogel"),
    "graph-phone": Picture("/graph", PHONE, scheme="dark"),
    "missing": Picture("/missing?segment=nev"),
    "why-not": Picture("/why-not?segment=sheet_steel"),
    "gaps": Picture("/gaps"),
    "gaps-phone": Picture("/gaps", PHONE),
    "synergies": Picture("/synergies"),
    "synergies-pair": Picture("/synergies/vehicle/auto_parts"),
    "reader": Picture("/documents/plan"),
    "segment": Picture("/segments/nev"),
    "enterprise": Picture("/enterprises/changxing_clutch"),
    "search": Picture("/search?q=电"),
    "exports": Picture("/exports"),
}


def take(browser: "Browser", base: str, picture: Picture, file: Path) -> None:
    """Take one picture of what the window shows."""
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        locale="zh-CN",
    )
    page.goto(base + picture.address)
    page.wait_for_selector("html[data-ready]", state="attached")
    page.screenshot(path=file)
    page.close()


def main(names: list[str]) -> None:
    """Take the pictures named, or all."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is used

    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        filled(Path(folder), "hechuan") as store,
        serving(application(store)) as base,
        sync_playwright() as started,
    ):
        browser = started.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for name in names or PICTURES:
            take(browser, base, PICTURES[name], FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
