"""How large pages are, and how long the server makes each, as datasets grow.

Run: `python -m benchmarks.page_sizes [--sizes 10000]`. Every page of the navigation and one of each
record, of the shipped dataset and of made-up ones in its proportions (`benchmarks.proportions`):
KB of HTML as it is (a browser gets it packed, a tenth of it), and processor milliseconds when
the answer was never asked for and when it was. Aims: 300 KB, a second; what misses one is marked.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

import seeds
from api.http.app import create_app
from api.serving import ServingLimits
from api.settings import Settings
from benchmarks.proportions import in_proportion
from graph.load import load_dataset
from graph.model import Seed
from graph.store import open_store

MOST_KB, MOST_SECONDS = 300, 1.0
LISTS = ("chains", "industries", "segments", "enterprises", "gaps", "documents")
PAGES = (
    "/",
    "/chains/{chains}",
    "/industries/{industries}",
    "/graph",
    "/graph?chain={chains}",
    "/graph?whole=1",
    "/graph?view=list",
    "/graph?chain={chains}&view=list",
    "/graph?whole=1&view=list",
    "/missing?segment={product}",
    "/why-not?segment={product}",
    "/closure?segment={product}",
    "/closure?segment={first}&direction=down",
    "/gaps",
    "/gaps?rows=gaps",
    "/gaps?gap={gaps}",
    "/gaps/{gaps}/leads",
    "/gaps/{gaps}/judge",
    "/priority",
    "/land",
    "/leads",
    "/what-if",
    "/risk",
    "/risk?chain={chains}",
    "/dependence",
    "/synergies",
    "/synergies?level=chain",
    "/neighbours",
    "/audit",
    "/regions",
    "/indicators",
    "/platforms",
    "/projects",
    "/verify",
    "/sources",
    "/segments",
    "/segments?q=1",
    "/segments/{product}",
    "/segments/{first}",
    "/enterprises",
    "/enterprises/{enterprises}",
    "/documents",
    "/documents/{documents}",
    "/search?q=电",
    "/search?q=铝",
    "/exports",
    "/first-week",
    "/history",
    "/diff?from=1",
    "/queue",
    "/import",
)
"""Addresses; in braces the last of a list, the first segment, or a product that gaps hold up."""


def main() -> None:
    """Print a table of pages, of the shipped dataset and of each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000])
    given = parser.parse_args()
    for size in (None, *given.sizes):
        made = load_dataset(seeds.FOLDER / "hechuan") if size is None else in_proportion(size)
        with client(made) as asked:
            name = "shipped" if size is None else f"{size:,}"
            print(f"\n{name:40}{'KB':>8}{'first':>9}{'again':>9}  ms", flush=True)
            for page, path in addresses(asked).items():
                print(line(asked, page, path), flush=True)


@contextmanager
def client(seed: Seed) -> Iterator[TestClient]:
    """A client of an application over a store that holds one dataset, whose network is compiled."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"sqlite:///{Path(folder) / 'store.sqlite'}") as store,
    ):
        store.load(seed)
        # Processor time is measured: a busy machine ends no answer.
        app = create_app(Settings(store.uri, limits=ServingLimits(answer_seconds=3600)), store)
        workspaces = app.state.services.workspaces
        workspaces.at(workspaces.shown(None))
        yield TestClient(app)


def addresses(asked: TestClient) -> dict[str, str]:
    """Every page with an address of it, but for records that the dataset has none of."""
    items = {noun: asked.get(f"/api/v1/{noun}").json()["items"] for noun in LISTS}
    ids = {noun: each[-1]["id"] for noun, each in items.items() if each}
    held_up = [block["id"] for gap in items["gaps"] for block in gap["blocks"]]
    known = ids | {"first": items["segments"][0]["id"], "product": [*held_up, ids["segments"]][0]}
    quoted = {name: quote(id_) for name, id_ in known.items()}
    return {
        page: page.format_map(quoted)
        for page in PAGES
        if all(name in known for name in re.findall(r"{(\w+)}", page))
    }


def line(asked: TestClient, page: str, path: str) -> str:
    """What one page takes; what misses its aim is marked, and the status of what did not come."""
    status, size, first = _spent(asked, path)
    again = _spent(asked, path + ("&" if "?" in path else "?") + "again=1")[2]
    missed = "  !" if size > MOST_KB * 1000 or first > MOST_SECONDS else ""
    said = "" if status == HTTPStatus.OK else f"  {status}"
    return f"{page:40}{size / 1000:8.0f}{first * 1000:9.0f}{again * 1000:9.0f}{missed}{said}"


def _spent(asked: TestClient, path: str) -> tuple[int, int, float]:
    start = time.process_time()
    answer = asked.get(path, headers={"Accept": "text/html"})
    return answer.status_code, len(answer.content), time.process_time() - start


if __name__ == "__main__":
    main()
