"""Pages on paper: overview and chain on one sheet, lists with their numbers, all with address."""

import io
import re
from datetime import date
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.pages.conftest import Opener


def printed(tour: Opener, path: str) -> tuple[PdfReader, str]:
    page = tour(path).page
    content = page.pdf(prefer_css_page_size=True, print_background=True)
    return PdfReader(io.BytesIO(content)), page.url


def text(reader: PdfReader) -> str:
    return re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize(
    "path", ["/", "/?lang=en", "/chains/aerogel", "/chains/auto_parts", "/industries/medicine"]
)
def test_overview_and_panorama_take_one_sheet_with_address_day_and_number(
    tour: Opener, path: str
) -> None:
    reader, url = printed(tour, path)
    said = text(reader)

    assert len(reader.pages) == 1
    assert url in said
    assert date.today().isoformat() in said
    assert said.startswith("1/1")


def test_the_gap_list_lies_across_and_every_sheet_has_its_number(tour: Opener) -> None:
    reader, url = printed(tour, "/gaps?chain=vehicle")
    sheets = [re.sub(r"\s", "", each.extract_text()) for each in reader.pages]

    for number, (sheet, said) in enumerate(zip(reader.pages, sheets, strict=True), start=1):
        assert sheet.mediabox.width > sheet.mediabox.height
        assert said.startswith(f"{number}/{len(sheets)}")
    assert all("如何核实" in said for said in sheets[:-1])  # the head of the table, each time
    assert url in sheets[-1]


def test_a_gap_that_is_open_stands_alone_on_one_upright_sheet(tour: Opener) -> None:
    reader, _url = printed(tour, "/gaps?gap=aerogel_silica_upstream#gap-aerogel_silica_upstream")
    (sheet,) = reader.pages

    assert sheet.mediabox.height > sheet.mediabox.width
    said = normalize("NFKC", text(reader))  # fonts give radicals for letters
    assert "着力引进二氧化硅上游配套企业" in said
    assert "补链清单" not in said
