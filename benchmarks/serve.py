"""`liantu serve`: seconds until it is ready, then milliseconds per route with 8 clients.

Run: `python -m benchmarks.serve [--requests N]`. The store exists and the network is compiled
before the clock of the routes starts. `first` is the slowest request for an answer that nobody
asked for before; p50 and p95 are over all requests of a route, each client on one connection.
"""

import argparse
import http.client
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice, pairwise
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlsplit

LIANTU = (sys.executable, "-m", "api.cli")
CLIENTS = 8
API = "/api/v1"
FILES = (
    "gaps.csv",
    "gaps.xlsx",
    "verify.xlsx",
    "graph.graphml",
    "graph.gexf",
    "graph.json",
    "graph.cypher",
    "graph.html",
)
WHOLE = ("regions", "platforms", "projects", "indicators", "synergies", "dependence", "verify")
LISTS = ("chains", "industries", "segments", "enterprises", "gaps", "documents")


def main() -> None:
    """Start the server, ask every route, print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=200, help="per route")
    given = parser.parse_args()
    with store() as environ, server(environ) as (url, ready, _):
        print(f"ready after {ready:.2f} s")
        print(f"{'route':34}{'first':>9}{'p50':>9}{'p95':>9}  ms, {CLIENTS} clients")
        for route, paths in _routes(url).items():
            print(_line(url, route, paths, given.requests))


@contextmanager
def store() -> Iterator[dict[str, str]]:
    """Load the shipped dataset into a store that is gone afterwards; gives its environment."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "LIANTU_STORE": f"sqlite:///{Path(folder) / 'store.sqlite'}"}
        subprocess.run([*LIANTU, "load"], env=environ, check=True, stdout=subprocess.DEVNULL)
        yield environ


@contextmanager
def server(environ: dict[str, str]) -> Iterator[tuple[str, float, int]]:
    """Run the server as a process; gives its address, the seconds until it was ready, its id."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*LIANTU, "serve", "--port", "0"], env=environ, stderr=subprocess.PIPE, text=True
    )
    try:
        url = _url(process)
        # its log must go somewhere, or it waits for a reader
        Thread(target=lambda: list(process.stderr or ()), daemon=True).start()
        _get(url, "/readyz")
        yield url, time.perf_counter() - start, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)


def _url(process: "subprocess.Popen[str]") -> str:
    for line in process.stderr or ():
        found = re.search(r"http://\S+", line)
        if found:
            return found.group()
    raise SystemExit("the server said no address")


def _routes(url: str) -> dict[str, list[str]]:
    """Every route with the paths to ask, from what the lists name."""
    ids = {noun: _ids(url, noun) for noun in LISTS}
    routes = {f"{API}/{noun}": [f"{API}/{noun}"] for noun in ("datasets", *LISTS, *WHOLE)}
    for noun in LISTS:
        if noun != "industries":
            routes[f"{API}/{noun}/{{id}}"] = [f"{API}/{noun}/{id_}" for id_ in ids[noun]]
    for noun in ("chains", "industries"):
        paths = [f"{API}/{noun}/{id_}/panorama" for id_ in ids[noun]]
        routes[f"{API}/{noun}/{{id}}/panorama"] = paths
    passages = [f"{API}/documents/{id_}/passages" for id_ in ids["documents"]]
    routes[f"{API}/documents/{{id}}/passages"] = passages
    for question in ("missing", "why-not"):
        paths = [f"{API}/{question}?segment={id_}" for id_ in ids["segments"]]
        routes[f"{API}/{question}"] = paths
    routes[f"{API}/search"] = [f"{API}/search?q={quote(text)}" for text in "气铝电车玻酒"]
    for kind in FILES:
        routes[f"{API}/export/{kind}"] = [f"{API}/export/{kind}"]
    around = [f"{API}/graph?center={id_}&hops=2" for id_ in ids["segments"]]
    routes[f"{API}/graph"] = [f"{API}/graph", *around]
    ends = pairwise(ids["segments"])
    routes[f"{API}/path"] = [f"{API}/path?from={a}&to={b}" for a, b in ends]
    pairs = [f"{API}/synergies/{a}/{b}" for a, b in pairwise(ids["chains"])]
    routes[f"{API}/synergies/{{a}}/{{b}}"] = pairs
    routes["/"] = ["/"]
    routes["/chains/{id}"] = [f"/chains/{id_}" for id_ in ids["chains"]]
    routes["/gaps"] = ["/gaps"]
    return routes


def _ids(url: str, noun: str) -> list[str]:
    items = json.loads(_get(url, f"{API}/{noun}"))["items"]
    return [item["id"] for item in items][:40]


def _line(url: str, route: str, paths: Sequence[str], requests: int) -> str:
    first = max(_client(url, paths))
    shares = [
        list(islice(cycle(paths), start, start + requests // CLIENTS)) for start in range(CLIENTS)
    ]
    with ThreadPoolExecutor(CLIENTS) as pool:
        times = [
            each for found in pool.map(lambda share: _client(url, share), shares) for each in found
        ]
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    return f"{route:34}" + "".join(f"{each * 1000:9.1f}" for each in (first, p50, p95))


def _client(url: str, paths: Sequence[str]) -> list[float]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    times = []
    for path in paths:
        start = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
        times.append(time.perf_counter() - start)
        if response.status != 200:
            raise SystemExit(f"{path}: {response.status}")
    connection.close()
    return times


def _get(url: str, path: str) -> bytes:
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    connection.request("GET", path)
    content = connection.getresponse().read()
    connection.close()
    return content


if __name__ == "__main__":
    main()
