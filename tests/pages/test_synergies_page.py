"""The synergy matrix: its order by hand, its numbers as the files have them, its way to proofs."""

import re

import yaml

import seeds
from graph.answers.shapes import Ref, SynergiesBody, SynergyCell
from tests.pages.conftest import Opener, View
from viz import matrix

HECHUAN = seeds.FOLDER / "hechuan"
REGION = Ref(type="region", id="district", name="区")


def chain(name: str) -> Ref:
    return Ref(type="chain", id=name, name=name)


def cell(pair: str, *, stated: int = 0, supply: int = 0) -> SynergyCell:
    return SynergyCell(
        a=pair[0], b=pair[1], stated=stated, supply=supply,
        shared_inputs=0, shared_makers=0, shared_gaps=0,
    )  # fmt: skip


def body(*cells: SynergyCell) -> SynergiesBody:
    return SynergiesBody(
        dataset="d", version=1, region=REGION, boundary="traded", inputs=("material",),
        horizon="now", level="chain", chains=tuple(chain(name) for name in "abcd"), cells=cells,
    )  # fmt: skip


def test_the_strongest_pairs_stand_top_left() -> None:
    found = matrix.matrix(body(cell("ab", stated=1), cell("cd", stated=3), cell("bd", stated=2)))

    # d has 5, c is tied to it most, then b, then a
    assert [ref.id for ref in found.columns] == ["d", "c", "b"]
    assert [(row.id, [pair.band for pair in pairs]) for row, pairs in found.rows] == [
        ("c", [3]),
        ("b", [2, 0]),
        ("a", [0, 0, 1]),
    ]


def test_pairs_rank_by_the_sort_asked_and_equal_ones_by_the_others() -> None:
    cells = (cell("ab", stated=1, supply=5), cell("ac", supply=5), cell("bc", stated=2, supply=1))

    by_supply = matrix.matrix(body(*cells), "supply").ranked
    by_stated = matrix.matrix(body(*cells)).ranked

    assert [pairs.cell for pairs in by_supply] == [cells[0], cells[1], cells[2]]
    assert [pairs.cell for pairs in by_stated] == [cells[2], cells[0], cells[1]]


def test_shades_part_many_counts_into_three_and_say_where() -> None:
    counts = dict(zip(("ab", "ac", "ad", "bc", "bd", "cd"), (1, 1, 4, 5, 30, 90), strict=True))

    found = matrix.matrix(body(*(cell(pair, supply=n) for pair, n in counts.items())), "supply")

    assert [(band.band, band.low, band.high) for band in found.bands] == [
        (1, 1, 1),
        (2, 4, 5),
        (3, 30, 90),
    ]


def test_without_any_tie_there_is_a_triangle_of_empty_cells() -> None:
    found = matrix.matrix(body())

    assert sum(len(pairs) for _, pairs in found.rows) == 6
    assert found.ranked == ()
    assert found.bands == ()


def raw_pairs() -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The pairs of chains, and of industries, that a tie of ties.yaml joins."""
    chains = yaml.safe_load((HECHUAN / "dataset.yaml").read_text("utf-8"))["chains"]
    industry = {each["id"]: each["industry"] for each in chains}
    ties = yaml.safe_load((HECHUAN / "ties.yaml").read_text("utf-8"))["synergies"]
    ends = [(tie["source"], tie["target"]) for tie in ties]
    of_industries = {frozenset((industry[a], industry[b])) for a, b in ends}
    return {frozenset(pair) for pair in ends}, {pair for pair in of_industries if len(pair) == 2}


def test_the_headline_counts_the_pairs_that_the_files_tie(tour: Opener) -> None:
    chains, industries = raw_pairs()
    of_industries = tour("/synergies").page.inner_text("h1")
    of_chains = tour("/synergies?level=chain").page.inner_text("h1")

    assert re.findall(r"\d+", of_industries)[:2] == ["10", str(len(industries))]
    assert re.findall(r"\d+", of_chains)[:2] == ["20", str(len(chains))]


def test_a_cell_opens_its_lists_and_a_tie_its_line_in_the_plan(tour: Opener) -> None:
    page = tour("/synergies").page

    page.locator(".matrix a", has_text="规划明示").first.click()
    page.wait_for_url("**/synergies/*/*")
    assert page.locator("#tie-stated").is_visible()
    page.locator(".tied .from a").first.click()
    page.wait_for_url("**/documents/plan?*#L*")
    assert page.locator(".line:target .here").first.is_visible()


def test_by_keyboard_a_cell_leads_to_the_page_of_a_segment(tour: Opener) -> None:
    page = tour("/synergies/vehicle/moulds").page
    listed = page.locator(".lacks .what a").first
    name = listed.inner_text()

    listed.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/segments/*")
    assert page.inner_text("h1") == name


def test_the_switches_keep_each_other(tour: Opener) -> None:
    page = tour("/synergies").page

    page.locator(".turn").get_by_role("link", name="产业链").click()
    page.locator(".turn").get_by_role("link", name="供应").click()
    page.wait_for_url("**sort=supply**")

    assert page.locator(".turn [aria-current]").all_inner_texts() == ["产业链", "供应"]
    assert page.locator(".rank .pair").first.inner_text() == "汽车零部件 × 汽车整车"
    assert "→" in page.locator(".rank .way").first.inner_text()


def test_possible_ties_stand_apart_from_those_that_are_counted(tour: Opener) -> None:
    """Stainless steel ties nothing for certain: the fold holds it, the headline does not."""
    page = tour("/synergies/vehicle/motorcycle").page
    folded = page.locator("details.possible")

    assert "可能" not in page.inner_text("h1")
    assert not page.locator("#tie-possible-shared_inputs").is_visible()
    folded.locator("summary").first.click()
    assert page.locator("#tie-possible-shared_inputs").is_visible()
    assert folded.get_by_role("link", name="钢板", exact=True).is_visible()


def test_a_stated_tie_says_which_chain_serves_which(tour: Opener) -> None:
    page = tour("/synergies/vehicle/auto_parts").page

    assert page.locator(".tied .way").first.inner_text() == "汽车零部件 → 汽车整车"


def test_on_a_phone_the_list_comes_before_the_matrix(tour: Opener) -> None:
    page = tour("/synergies", View(390, 844)).page

    ranked, table = page.locator(".ranked").bounding_box(), page.locator(".matrix").bounding_box()
    assert ranked is not None
    assert table is not None
    assert ranked["y"] + ranked["height"] <= table["y"]


def test_a_pair_that_does_not_exist_is_a_page_that_says_so(tour: Opener) -> None:
    page = tour("/synergies/vehicle/nothing").page

    assert "404" in page.inner_text("h1")
