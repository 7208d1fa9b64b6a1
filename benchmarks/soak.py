"""A hundred people read while somebody edits every second: errors, waiting times, memory.

Run: `python -m benchmarks.soak [--clients 100 --seconds 600 --pause 1]`. Each client asks for the
next page or answer `pause` seconds after it has the last. Every edit makes a new version, so that
every answer has to be worked out again.
"""

import argparse
import http.client
import json
import os
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

from api.auth.tokens import Tokens
from benchmarks.serve import API, server, store

PATHS = (
    "/",
    "/gaps",
    "/missing?segment={segment}",
    "/segments/{segment}",
    "/healthz",
    f"{API}/chains",
    f"{API}/gaps",
    f"{API}/missing?segment={{segment}}",
    f"{API}/why-not?segment={{segment}}",
    f"{API}/search?q=%E7%94%B5",
    f"{API}/graph?center={{segment}}",
)


@dataclass
class Report:
    """What came of a soak: statuses, seconds of reading and of `/healthz`, edits, bytes by time.

    `edit_seconds` are those of an edit with the question for the version before it; `processor`
    those that the server worked.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    alive: list[float] = field(default_factory=list)
    edits: Counter[int] = field(default_factory=Counter)
    edit_seconds: list[float] = field(default_factory=list)
    memory: list[tuple[float, int]] = field(default_factory=list)
    processor: float = 0

    @property
    def errors(self) -> Counter[int]:
        """Answers that were none."""
        return Counter({status: n for status, n in self.statuses.items() if status >= 400})


@dataclass(frozen=True)
class Soak:
    """A server at `url`, who asks it how often, and the editor's token."""

    url: str
    secret: str
    clients: int
    pause: float

    def run(self, seconds: float, pid: int) -> Report:
        """Ask and edit for so long; raise nothing that the server answers."""
        report, over = Report(), Event()
        segments, gaps = (self._ids(noun) for noun in ("segments", "gaps"))
        ask = [
            Thread(target=self._ask, args=(number, segments[number:], report, over))
            for number in range(self.clients)
        ]
        edit = Thread(target=self._edit, args=(gaps, report, over))
        for each in (*ask, edit):
            each.start()
        start, worked = time.monotonic(), _processor(pid)
        while (spent := time.monotonic() - start) < seconds:
            report.memory.append((spent, _resident(pid)))
            over.wait(min(5, seconds - spent))
        over.set()
        for each in (*ask, edit):
            each.join()
        report.processor = _processor(pid) - worked
        return report

    def _ask(self, first: int, segments: Sequence[str], report: Report, over: Event) -> None:
        paths = islice(cycle(PATHS), first, None)
        with closing(self._connection()) as connection:
            for path, segment in zip(paths, cycle(segments), strict=False):
                if over.wait(self.pause):
                    return
                start = time.perf_counter()
                status, _ = _asked(connection, "GET", path.format(segment=segment))
                spent = time.perf_counter() - start
                report.statuses[status] += 1
                (report.alive if path == "/healthz" else report.seconds).append(spent)

    def _edit(self, gaps: Sequence[str], report: Report, over: Event) -> None:
        with closing(self._connection()) as connection:
            for number, gap in enumerate(cycle(gaps), start=1):
                if over.wait(1):
                    return
                start = time.perf_counter()
                _, found = _asked(connection, "GET", f"{API}/datasets")
                headers = {
                    "Authorization": f"Bearer {self.secret}",
                    "Content-Type": "application/json",
                    "If-Match": str(json.loads(found)["items"][0]["version"]),
                }
                said = {"owner": f"第 {number} 次", "evidence": [{"note": "浸泡测试"}]}
                path = f"{API}/gaps/{gap}/judgements"
                status, _ = _asked(connection, "POST", path, headers, json.dumps(said))
                report.edits[status] += 1
                report.edit_seconds.append(time.perf_counter() - start)

    def _ids(self, noun: str) -> list[str]:
        with closing(self._connection()) as connection:
            _, body = _asked(connection, "GET", f"{API}/{noun}?limit=200")
        items = [item["id"] for item in json.loads(body)["items"]]
        return list(islice(cycle(items), len(items) + self.clients))

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=120)


def main() -> None:
    """Soak a server of the shipped dataset, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--pause", type=float, default=1)
    given = parser.parse_args()
    with store() as environ:
        tokens = Path(environ["LIANTU_STORE"].removeprefix("sqlite:///")).with_name("tokens.json")
        _, secret = Tokens(tokens).new("editor")
        environ["LIANTU_TOKENS"] = str(tokens)
        with server(environ) as (url, _, pid):
            report = Soak(url, secret, given.clients, given.pause).run(given.seconds, pid)
    for line in lines(report):
        print(line)


def lines(report: Report) -> Iterator[str]:
    """Tell what came of a soak."""
    yield f"answers by status: {dict(report.statuses)}; edits: {dict(report.edits)}"
    answered = report.statuses.total() + 2 * report.edits.total()
    yield f"processor: {report.processor:.1f} s, {report.processor / answered * 1000:.1f} ms each"
    timed = {"reading": report.seconds, "/healthz": report.alive, "edit": report.edit_seconds}
    for name, seconds in timed.items():
        cuts = statistics.quantiles(seconds, n=100)
        yield f"{name}: p50 {cuts[49]:.2f} s, p99 {cuts[98]:.2f} s, worst {max(seconds):.2f} s"
    told = (f"{spent:.0f} s {size / 1024**2:.0f} MB" for spent, size in report.memory[::12])
    yield f"memory: {', '.join(told)}"


def _asked(
    connection: http.client.HTTPConnection,
    method: str,
    path: str,
    headers: dict[str, str] | None = None,
    body: str = "",
) -> tuple[int, bytes]:
    """Ask, over a new connection where the server has closed the last one meanwhile."""
    for last in (False, True):
        try:
            connection.request(method, path, body.encode(), headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (http.client.RemoteDisconnected, ConnectionError):
            connection.close()
            if last:
                raise
    raise AssertionError  # the loop returns or raises


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * 4096


if __name__ == "__main__":
    main()
