"""Pictures to paste: what they say of themselves, and that they are whole by themselves."""

import re
import struct
from datetime import UTC, datetime
from resource import RUSAGE_CHILDREN, getrusage
from urllib.parse import unquote

import pytest
from lxml import etree
from starlette.testclient import TestClient

from api.http.errors import kind_of
from graph.answers.shapes import (
    Card,
    CardGroup,
    Completeness,
    Panorama,
    Ref,
    StageColumn,
    StatusCounts,
)
from graph.errors import NoFontError
from graph.model.vocabulary import STAGES
from viz.pictures.panorama import MOST_CARDS, folded, panorama_drawing
from viz.pictures.png import has_chinese, size

API = "/api/v1"
PICTURES = {
    "/chains/bicycle/panorama": "自行车产业链全景图",
    "/industries/light_vehicles/panorama": "自行车产业全景图",
    "/graph": "产业链图谱",
    "/graph?chain=bicycle": "自行车产业链图谱",
    "/graph?center=segment:bicycle": "自行车周围的图谱",
    "/synergies": "产业链协同矩阵",
    "/synergies?level=industry": "产业协同矩阵",
}


def panorama(stages: int, groups: int, cards: int, name: str = "铝型材") -> Panorama:
    """As many stages, each with as many groups of as many cards."""
    card = Card(
        id="", name=name, name_en="x", sort="product", local_status="unknown", captive=False,
        traded=False, named=True, makers=(), gaps=(), blocks=0, evidence=(),
    )  # fmt: skip
    same = tuple(card.model_copy(update={"id": f"c{each}"}) for each in range(cards))
    rate = Completeness(
        available=0, unknown=0, lacking=0, needed=0, low=None, high=None, by="count",
        boundary="traded", display="list",
    )  # fmt: skip
    columns = [
        StageColumn(
            stage=STAGES[stage],
            counts=StatusCounts(),
            groups=tuple(
                CardGroup(
                    name=f"组{group}",
                    segments=same,
                    more=(),
                    hole=False,
                    all_unknown=False,
                )
                for group in range(groups)
            ),
        )
        for stage in range(stages)
    ]
    district = Ref(type="region", id="r", name="区")
    return Panorama(
        dataset="d", version=1, region=district, boundary="traded", inputs=("material",),
        horizon="now", subject=Ref(type="chain", id="c", name="链"), industry=None, headline="",
        tiles=(), standings={}, stages=tuple(columns), shown=stages * groups * cards,
        total=stages * groups * cards, completeness=rate,
    )  # fmt: skip


def asked(path: str, form: str = "svg", **more: str) -> str:
    address, _, query = path.partition("?")
    extra = "&".join(f"{key}={value}" for key, value in more.items())
    return f"{API}{address}.{form}?{'&'.join(filter(None, (query, extra)))}"


def lines(svg: bytes) -> list[str]:
    tree = etree.fromstring(svg)
    return ["".join(map(str, each.itertext())) for each in tree.iter("{*}text")]


def text(svg: bytes) -> str:
    """All that is written, without the blanks at which lines end."""
    return re.sub(r"\s", "", "".join(lines(svg)))


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_says_title_source_version_boundary_and_day(demo: TestClient, path: str) -> None:
    got = demo.get(asked(path))
    said = text(got.content)
    today = datetime.now(UTC).astimezone().date().isoformat()

    assert got.headers["content-type"] == "image/svg+xml"
    assert said.startswith(PICTURES[path])
    assert "依据虚构示例，2026-01-01" in said
    assert "数据版本1·" in said
    assert "边界可市场采购的不算缺" in said
    assert f"制图{today}" in said
    assert "虚构示例，不是真实地区" in said


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_asks_nobody_for_anything_and_is_on_white(demo: TestClient, path: str) -> None:
    svg = demo.get(asked(path)).text
    first = next(etree.fromstring(svg.encode()).iter("{*}rect"))

    assert not re.search(r"href|url\(|<style|style=|@font-face|<image|<script", svg)
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
    assert first.get("fill") == "#ffffff"
    assert (first.get("width"), first.get("height")) == tuple(map(str, size(svg)))
    assert "sans-serif" in svg


def test_the_panorama_says_what_the_head_of_the_demo_works_out(demo: TestClient) -> None:
    """1 made, 1 being built, 1 sought, 2 unknown, 1 inside a firm; a confirmed gap.

    The steel tube is named by no document, and is counted only.
    """
    found = lines(demo.get(asked("/chains/bicycle/panorama")).content)

    assert {"自行车", "同步带", "链条", "管材", "车架"} <= set(found)
    legend = {"本地在产 1", "在建 1", "拟引进 1", "未知 2", "厂内工序 1", "确认缺口"}
    assert legend <= set(found)
    assert "拟引进 · 缺口" in found
    assert "画出 5 / 6 个环节。" in found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_name_is_cut_however_long(hechuan: TestClient, lang: str) -> None:
    for chain in ("vehicle", "medical_devices"):
        body = hechuan.get(f"{API}/chains/{chain}/panorama?lang={lang}").json()
        cards = [c for s in body["stages"] for g in s["groups"] for c in g["segments"]]
        said = text(hechuan.get(asked(f"/chains/{chain}/panorama", lang=lang)).content)

        assert len(cards) > 30
        for card in cards:
            name = card["name_en" if lang == "en" else "name"]
            assert re.sub(r"\s", "", name) in said


def test_a_graph_draws_what_the_answer_holds(demo: TestClient) -> None:
    asked_for = "/graph?center=segment:bicycle&hops=2"
    body = demo.get(API + asked_for).json()
    svg = demo.get(asked(asked_for)).content

    said = lines(svg)
    assert {node["name"] for node in body["nodes"] if node["type"] == "segment"} <= set(said)
    curves = [p for p in etree.fromstring(svg).iter("{*}path") if "C" in p.get("d", "")]
    assert len(curves) == len(body["edges"])
    assert f"画出 {len(body['nodes'])} 个记录、{len(body['edges'])} 条联系" in said


def test_a_graph_that_is_cut_says_so(hechuan: TestClient) -> None:
    said = lines(hechuan.get(asked("/graph?limit=20")).content)

    assert "记录太多，只画最近的 20 个。" in said


def test_the_matrix_holds_the_counts_of_the_answer(hechuan: TestClient) -> None:
    body = hechuan.get(f"{API}/synergies?level=industry").json()
    said = lines(hechuan.get(asked("/synergies?level=industry")).content)

    assert said.count("规划明示 1") >= sum(cell["stated"] == 1 for cell in body["cells"])
    assert {ref["name"] for ref in body["chains"]} <= set(said)


def test_a_picture_follows_the_terms(demo: TestClient) -> None:
    path = "/chains/bicycle/panorama"

    assert "全部要求本地" in text(demo.get(asked(path, boundary="none")).content)
    assert "时点含在建" in text(demo.get(asked(path, horizon="planned")).content)
    assert "horizonincludingwhatisbeingbuilt" not in text(demo.get(asked(path)).content)


def test_a_png_is_twice_as_large(demo: TestClient) -> None:
    path = "/chains/bicycle/panorama"
    got = demo.get(asked(path, "png"))

    assert got.headers["content-type"] == "image/png"
    width, height = size(demo.get(asked(path)).text)
    assert struct.unpack(">II", got.content[16:24]) == (2 * width, 2 * height)


def test_a_png_is_drawn_in_a_process_of_its_own(demo: TestClient) -> None:
    """Drawn in the server's, a large one keeps every answer waiting for ten seconds."""
    before = getrusage(RUSAGE_CHILDREN)
    demo.get(asked("/graph", "png"))
    after = getrusage(RUSAGE_CHILDREN)

    assert after.ru_utime + after.ru_stime > before.ru_utime + before.ru_stime


def test_a_machine_without_chinese_letters_is_found_out() -> None:
    assert has_chinese()
    assert not has_chinese(installed=False)
    assert kind_of(NoFontError()).status == 503
    assert "SVG" in str(NoFontError())


def test_a_file_has_a_chinese_name_and_is_not_sent_twice(demo: TestClient) -> None:
    path = asked("/chains/bicycle/panorama", "png")
    first = demo.get(path)
    again = demo.get(path, headers={"If-None-Match": first.headers["etag"]})

    plain, _, encoded = first.headers["content-disposition"].partition("; filename*=UTF-8''")
    assert plain == 'attachment; filename="picture.png"'
    assert unquote(encoded) == "自行车产业链全景图（数据版本 1）.png"
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/chains/nothing/panorama.svg", 404),
        ("/industries/nothing/panorama.png", 404),
        ("/graph.svg?chain=nothing", 404),
        ("/graph.svg?center=nothing", 404),
        ("/chains/bicycle/panorama.gif", 422),
        ("/synergies.svg?sort=love", 422),
        ("/chains/bicycle/panorama.svg?kind=missing", 422),
    ],
)
def test_what_cannot_be_drawn_is_a_problem(demo: TestClient, path: str, status: int) -> None:
    got = demo.get(API + path)

    assert got.status_code == status
    assert got.headers["content-type"] == "application/problem+json"


def test_a_panorama_of_a_hundred_thousand_stays_one_picture() -> None:
    """4 stages of 250 groups with 100 cards each: 60 cards of each are drawn."""
    every = panorama(4, 250, 100)
    drawn = panorama_drawing(every, "zh")

    groups = [group for stage in folded(every).stages for group in stage.groups]
    assert sum(len(group.segments) for group in groups) == MOST_CARDS
    assert sum(len(group.more) for group in groups) == 100_000 - MOST_CARDS
    assert "更多 24900 个（另 249 组）" in drawn.marks
    assert "另有 40 个未画出" in drawn.marks
    assert len(drawn.marks) < 300_000


def test_what_was_typed_is_text() -> None:
    drawn = panorama_drawing(panorama(1, 1, 1, "<b>&链"), "zh")

    assert "<b>" not in drawn.marks
    assert "&lt;b&gt;&amp;链" in drawn.marks
