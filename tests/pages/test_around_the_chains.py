"""Regions, indicators, platforms and projects: numbers as the files have them, proofs at hand."""

import re
from itertools import chain
from pathlib import Path

import yaml

import seeds
from tests.pages.conftest import Opener
from viz.amounts import amount

HECHUAN = seeds.FOLDER / "hechuan"


def entries(name: str) -> list[dict[str, object]]:
    """Every entry of a section in the raw files."""
    files: list[Path] = sorted(HECHUAN.rglob("*.yaml"))
    read = (yaml.safe_load(file.read_text("utf-8")) for file in files)
    return list(chain.from_iterable(fields.get(name, ()) for fields in read))


def numbers(text: str) -> list[str]:
    return re.findall(r"\d[\d,.]*", text)


def test_free_land_is_what_the_files_say(tour: Opener) -> None:
    land = [float(str(each["free_land_mu"])) for each in entries("regions")
            if "free_land_mu" in each]  # fmt: skip
    page = tour("/regions").page

    assert numbers(page.inner_text("h1"))[:2] == [str(len(land)), amount(sum(land))]
    shown = page.locator(".land b").all_inner_texts()
    assert shown == [f"{amount(each)} 亩" for each in sorted(land, reverse=True)]


def test_a_place_whose_land_is_not_stated_is_not_said_to_have_none(tour: Opener) -> None:
    page = tour("/regions").page

    assert "未写明" in page.inner_text("#region-caojie .land")


def test_the_neighbours_of_the_headline_have_a_direction_for_a_chain_with_a_gap(
    tour: Opener,
) -> None:
    page = tour("/regions").page
    shown = page.locator(".lack[id^=region-]")
    covering = {str(each["region"]) for each in entries("directions") if each.get("chains")}
    ids = {each.get_attribute("id") for each in shown.all()}

    assert ids <= {f"region-{region}" for region in covering}
    assert numbers(page.inner_text("h1"))[2] == str(len(ids))


def test_a_direction_opens_its_sentence(tour: Opener) -> None:
    page = tour("/regions").page
    direction = page.locator(".directions > li").first

    direction.locator("summary").click()

    assert direction.locator("blockquote").first.is_visible()


def series() -> dict[tuple[object, ...], dict[str, list[object]]]:
    found: dict[tuple[object, ...], dict[str, list[object]]] = {}
    for each in entries("indicators"):
        told = ("name", "unit", "measure", "subject_type", "subject")
        key = tuple(each.get(name, "level" if name == "measure" else None) for name in told)
        ends = found.setdefault(key, {"actual": [], "target": []})
        ends[str(each["actual_or_target"])].append(each["value"])
    return found


def test_the_headline_counts_which_indicators_have_which_ends(tour: Opener) -> None:
    found = series().values()
    measured = [ends for ends in found if any(ends["actual"]) and any(ends["target"])]
    targets = [ends for ends in found if not ends["actual"]]
    actuals = [ends for ends in found if not ends["target"]]

    counts = [len(found), len(measured), len(targets), len(actuals)]
    assert numbers(tour("/indicators").page.inner_text("h1"))[:4] == [str(each) for each in counts]


def test_progress_is_the_actual_over_its_target(tour: Opener) -> None:
    page = tour("/indicators").page
    row = page.locator(".figures tr", has_text="规模以上工业产值（亿元）").first

    assert "408（2021 年）" in row.inner_text()
    assert "750（2025 年）" in row.inner_text()
    assert "54%" in row.inner_text()  # 408 / 750 = 0.544


def test_two_targets_of_one_indicator_are_both_shown_and_a_total_is_no_level(
    tour: Opener,
) -> None:
    """The 125 of 2016 to 2020 are counted over five years: neither target is measured by them."""
    rows = tour("/indicators").page.locator("tr", has_text="高新技术企业")
    texts = ["".join(each.split()) for each in rows.all_text_contents()]
    targets = [each for each in texts if "220家（2025年）" in each]

    assert len(targets) == 1
    assert "250家（2025年）" in targets[0]
    assert "对照" not in targets[0]


def test_lists_count_what_the_files_name(tour: Opener) -> None:
    for name in ("platforms", "projects"):
        page = tour(f"/{name}").page

        assert numbers(page.inner_text("h1"))[0] == str(len(entries(name)))
        assert page.locator(".figures tbody tr").count() == len(entries(name))


def test_a_region_named_elsewhere_leads_to_its_card(tour: Opener) -> None:
    page = tour("/projects").page

    page.get_by_role("link", name="草街组团").first.click()
    page.wait_for_url("**/regions#region-caojie")

    assert page.locator("#region-caojie:target").count() == 1


def test_every_source_of_the_reference_layer_is_listed_with_what_it_says(tour: Opener) -> None:
    layer = seeds.FOLDER / "reference" / "sources.yaml"
    sources = yaml.safe_load(layer.read_text("utf-8"))["sources"]
    page = tour("/sources").page
    first = page.locator(f"#source-{sources[0]['id']}")

    assert page.locator(".figures tbody tr").count() == len(sources)
    assert sources[0]["title"] in first.inner_text()
    assert sources[0]["says"] in first.inner_text()


def test_reference_knowledge_leads_to_its_source(tour: Opener) -> None:
    page = tour("/gaps#gap-motor_controller_introduction").page

    page.locator(".drawer:target a[href*='/sources']").first.click()
    page.wait_for_url("**/sources#source-*")

    assert page.locator("tr:target").is_visible()
