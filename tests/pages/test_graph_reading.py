"""The picture can be read, keeps its place when something is opened, and is searched as drawn."""

from collections.abc import Callable

import pytest

from tests.pages.conftest import View, Visit

LABEL = "() => 15 * window.liantu.view.network.getScale()"
PLACES = """() => Object.fromEntries(window.liantu.view.data.nodes.map(({ id, x, y }) => {
  const at = window.liantu.view.network.canvasToDOM({ x, y }); return [id, [at.x, at.y]]; }))"""
OVERLAPS = """() => { const { view } = window.liantu; const all = view.data.nodes
  .map(({ id }) => [id, view.network.getBoundingBox(id)]);
  return all.flatMap(([a, p], i) => all.slice(i + 1).filter(([, q]) => p.left < q.right
    && q.left < p.right && p.top < q.bottom && q.top < p.bottom).map(([b]) => `${a} ${b}`)); }"""
FOUND = "() => Array.from(window.liantu.view.found).sort()"
USED = """() => { const { view } = window.liantu; const box = view.box.getBoundingClientRect();
  const seen = view.data.nodes.map(({ x, y }) => view.network.canvasToDOM({ x, y }))
    .filter((at) => at.x > 0 && at.y > 0 && at.x < box.width && at.y < box.height);
  const span = (axis) => Math.max(...seen.map((at) => at[axis]))
    - Math.min(...seen.map((at) => at[axis]));
  return [span("x") / box.width, span("y") / box.height]; }"""
Open = Callable[..., Visit]


@pytest.fixture
def graph(tour: Open) -> Open:
    """Opens a graph page and waits until it is drawn."""

    def open_page(path: str, view: View | None = None) -> Visit:
        visited = tour(path, view or View())
        visited.page.wait_for_selector("#picture[data-drawn]")
        return visited

    return open_page


CUT = """() => { const { view } = window.liantu; const wide = view.box.clientWidth;
  return view.data.nodes.filter(({ id, x, y }) => {
    const half = view.network.body.nodes[id].shape.width / 2;
    const screen = (at) => view.network.canvasToDOM({ x: at, y }).x;
    const [left, right] = [screen(x - half), screen(x + half)];
    return (left < -1 && right > 1) || (left < wide - 1 && right > wide + 1);
  }).map((node) => node.name); }"""


def test_every_chain_is_drawn_at_a_size_that_can_be_read_and_cut_at_no_side(
    graph: Open, district: str
) -> None:
    page = graph("/graph").page
    chains = page.request.get(f"{district}/api/v1/chains").json()["items"]
    seen = {}
    for chain in chains:
        page.goto(f"{district}/graph?chain={chain['id']}")
        page.wait_for_selector("#picture[data-drawn]")
        seen[chain["id"]] = (page.evaluate(LABEL), page.evaluate(CUT))

    assert len(seen) == 20
    assert {chain: label for chain, (label, _) in seen.items() if label < 10.99} == {}
    assert {chain: names for chain, (_, names) in seen.items() if names} == {}


@pytest.mark.parametrize("chain", ["vehicle", "auto_parts", "incubation", "aluminium"])
def test_on_a_phone_names_can_be_read_and_are_cut_at_no_side(graph: Open, chain: str) -> None:
    page = graph(f"/graph?chain={chain}", View(390, 844)).page

    assert page.evaluate(LABEL) >= 10.99
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("chain", ["vehicle", "auto_parts", "aluminium", "moulds"])
def test_a_chain_fills_the_canvas(graph: Open, chain: str) -> None:
    across, down = graph(f"/graph?chain={chain}").page.evaluate(USED)

    assert max(across, down) > 0.8
    assert min(across, down) > 0.55


def test_what_is_drawn_stays_where_it_is_when_something_is_opened(graph: Open) -> None:
    page = graph("/graph?center=segment:motor_controller").page
    before = page.evaluate(PLACES)
    x, y = before["e_drive"]
    box = page.locator("#picture").bounding_box()
    assert box is not None

    page.mouse.click(box["x"] + x, box["y"] + y)
    page.wait_for_selector(".panel-text h2")
    page.click("[data-do=open]")
    page.wait_for_url("**open=**")
    page.wait_for_selector("#picture[data-drawn]")
    after = page.evaluate(PLACES)

    assert len(after) > len(before)
    moved = {
        node
        for node, (left, top) in before.items()
        if max(abs(after[node][0] - left), abs(after[node][1] - top)) > 1
    }
    assert moved == set()
    assert page.evaluate(OVERLAPS) == []


def test_a_link_to_an_opened_picture_is_the_same_for_everyone(graph: Open) -> None:
    path = "/graph?center=segment:motor_controller&open=segment:e_drive"

    assert graph(path).page.evaluate(PLACES) == graph(path).page.evaluate(PLACES)


def test_finding_within_the_picture_rings_the_matches_and_walks_through_them(graph: Open) -> None:
    page = graph("/graph?chain=aluminium").page
    named = page.evaluate(
        """() => window.liantu.view.data.nodes.filter(n => n.name.includes('铝'))
        .map(n => n.id).sort()"""
    )

    page.fill("#find-drawn", "铝")
    assert page.evaluate(FOUND) == named
    assert page.inner_text(".found-drawn") == f"{len(named)} 处"

    chosen = []
    for _ in range(2):
        page.press("#find-drawn", "Enter")
        chosen.append(page.evaluate("() => window.liantu.view.chosen"))
    assert len(set(chosen)) == 2
    assert set(chosen) <= set(named)

    page.press("#find-drawn", "Escape")
    assert page.evaluate(FOUND) == []


def test_what_is_not_drawn_is_not_found_and_that_is_said(graph: Open) -> None:
    page = graph("/graph?chain=aluminium").page

    page.fill("#find-drawn", "桃片")
    page.press("#find-drawn", "Enter")

    assert page.inner_text(".found-drawn") == "0 处"
    assert "selected" not in page.url


def test_a_path_is_drawn_with_an_edge_for_every_step(tour: Open) -> None:
    """The plug-in hybrid inherits the seat of 汽车整车: foam → seat → hybrid."""
    page = tour("/graph?from=car_seat&to=phev").page
    page.wait_for_selector("#picture[data-drawn]")
    lost = page.evaluate(
        """() => { const { data } = window.liantu.view;
        const drawn = new Set(data.edges.map((edge) => `${edge.from}|${edge.to}`));
        return data.path.filter((step) => !drawn.has(step.join("|"))); }"""
    )

    assert page.evaluate("() => window.liantu.view.data.path.length") > 0
    assert lost == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("chain", ["vehicle", "aerogel", "general_machinery"])
def test_the_first_row_stands_below_the_words_of_the_stages(
    graph: Open, chain: str, lang: str
) -> None:
    tops = graph(f"/graph?chain={chain}&lang={lang}").page.evaluate(
        """() => { const { network, data } = window.liantu.view; return data.nodes.map((node) =>
        network.canvasToDOM({ x: 0, y: node.y - network.body.nodes[node.id].shape.height / 2 }).y);
        }"""
    )

    assert min(tops) >= 24


def test_a_mark_stands_on_the_line_of_its_name_and_no_two_boxes_meet(graph: Open) -> None:
    page = graph("/graph?chain=incubation").page
    lines = page.evaluate(
        """() => { const { view } = window.liantu; return view.data.nodes.map(({ id }) =>
        view.network.body.nodes[id].labelModule.lines
          .map((line) => line.blocks.map((block) => block.text).join(""))); }"""
    )

    assert any(len(each) > 1 for each in lines)
    assert [each for each in lines if len(each[0].strip()) == 1] == []
    assert page.evaluate(OVERLAPS) == []
