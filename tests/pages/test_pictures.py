"""Pictures to paste, as a browser draws them: nothing cut, nothing outside its box."""

import json

from tests.pages.conftest import Opener

SPILLS = """(address) => fetch(address).then((got) => got.ok ? got.text() : "").then((text) => {
  document.body.innerHTML = text;
  const svg = document.querySelector("svg");
  const whole = svg.getBoundingClientRect();
  const inside = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1 &&
    one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
  const boxes = [...svg.querySelectorAll("rect")].slice(1)
    .map((each) => each.getBoundingClientRect())
    .sort((a, b) => a.width * a.height - b.width * b.height);
  const spilt = [];
  for (const each of svg.querySelectorAll("text")) {
    const own = each.getBoundingClientRect();
    if (!inside(own, whole)) spilt.push(each.textContent);
    const x = own.left + own.width / 2, y = own.top + own.height / 2;
    const over = (box) => x > box.left && x < box.right && y > box.top && y < box.bottom;
    const least = boxes.find(over);
    if (least && (own.left < least.left || own.right > least.right)) spilt.push(each.textContent);
  }
  return JSON.stringify([svg.querySelectorAll("text").length, spilt]);
})"""
PICTURES = (
    "/chains/medical_devices/panorama.svg",
    "/chains/medical_devices/panorama.svg?lang=en",
    "/industries/automotive/panorama.svg",
    "/graph.svg?chain=aerogel&limit=800&types=segment,enterprise,gap",
    "/graph.svg?center=segment:motor_controller&lang=en",
    "/synergies.svg?level=chain",
    "/synergies.svg?level=industry&lang=en",
)


def test_every_letter_of_every_picture_stands_in_its_box(tour: Opener) -> None:
    page = tour("/exports?chain=aerogel").page
    links = page.locator(".pictures a").evaluate_all("all => all.map((a) => a.pathname)")
    named = page.locator("main h2").all_inner_texts()

    assert named[-1] == "图片"
    assert links == [
        f"/api/v1{path}.{form}"
        for path in ("/chains/aerogel/panorama", "/graph", "/synergies")
        for form in ("svg", "png")
    ]
    for path in PICTURES:
        count, spilt = json.loads(page.evaluate(SPILLS, f"/api/v1{path}"))
        assert count > 10, path
        assert spilt == [], path


def test_pages_lead_to_their_pictures(tour: Opener) -> None:
    for path, picture in {
        "/chains/aerogel": "/api/v1/chains/aerogel/panorama.svg",
        "/graph?center=segment:cement": "/api/v1/graph.svg",
        "/synergies?level=chain": "/api/v1/synergies.svg",
    }.items():
        page = tour(path).page
        link = page.locator(".pictures a").first
        with page.expect_download() as got:
            link.click()
        assert picture in got.value.url
        assert got.value.suggested_filename.endswith("（数据版本 1）.svg")
