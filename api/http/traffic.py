"""What the server was asked and is doing, in figures: for `/metrics` and the status page."""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds: from an answer that was kept to one that is told late."""
Labels = tuple[tuple[str, str], ...]
AskedRoute = tuple[str, str, int]
"""Method, route and status."""


@dataclass(slots=True)
class Waiting:
    """How many wait for their turn, how many are being answered, who was turned away why."""

    queued: int = 0
    answering: int = 0
    refused: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Traffic:
    """Requests since the start, by route and status, and how long they took."""

    waiting: Waiting = field(default_factory=Waiting)
    started: float = field(default_factory=time.time)
    requests: Counter[AskedRoute] = field(default_factory=Counter)
    within: Counter[float] = field(default_factory=Counter)
    seconds: float = 0

    def note(self, asked: AskedRoute, seconds: float) -> None:
        """Count a request that has ended."""
        self.requests[asked] += 1
        self.seconds += seconds
        self.within.update(bound for bound in BUCKETS if seconds <= bound)


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure with its meaning, by labels; its name ends in `_total` where it only rises."""

    name: str
    meaning: str
    values: Mapping[Labels, float]

    def lines(self, kind: str = "") -> Iterator[str]:
        """Return it in the text form of Prometheus (0.0.4)."""
        kind = kind or ("counter" if self.name.endswith("_total") else "gauge")
        yield f"# HELP {self.name} {self.meaning}"
        yield f"# TYPE {self.name} {kind}"
        for labels, value in self.values.items():
            yield f"{self.name}{_labelled(labels)} {value:g}"


def single(name: str, meaning: str, value: float) -> Metric:
    """Return a figure without labels."""
    return Metric(name, meaning, {(): value})


def metrics(traffic: Traffic) -> Iterator[Metric]:
    """Return what was asked, who waits and what the process takes."""
    asked: dict[Labels, float] = {
        (("method", method), ("route", route), ("status", str(status))): count
        for (method, route, status), count in sorted(traffic.requests.items())
    }
    said = sorted(traffic.waiting.refused.items())
    refused: dict[Labels, float] = {(("why", why),): count for why, count in said}
    yield Metric("liantu_requests_total", "Requests that have ended.", asked)
    yield Metric("liantu_turned_away_total", "Questions that were not answered.", refused)
    yield single("liantu_waiting", "Questions that wait for their turn.", traffic.waiting.queued)
    answering = traffic.waiting.answering
    yield single("liantu_answering", "Questions being answered.", answering)
    yield single("process_start_time_seconds", "When it started (Unix time).", traffic.started)
    memory = resident_bytes()
    if memory is not None:
        yield single("process_resident_memory_bytes", "Memory that it takes.", memory)


def exposition(traffic: Traffic, more: Iterable[Metric]) -> str:
    """Return all figures as text for Prometheus."""
    lines = [line for each in (*metrics(traffic), *more) for line in each.lines()]
    return "\n".join([*lines, *_durations(traffic)]) + "\n"


def resident_bytes() -> int | None:
    """Return how much memory the process takes; nothing where the system does not say."""
    if sys.platform != "linux":
        return None
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096


def _durations(traffic: Traffic) -> Iterator[str]:
    name, total = "liantu_request_seconds", traffic.requests.total()
    buckets = {f'{name}_bucket{{le="{bound:g}"}}': traffic.within[bound] for bound in BUCKETS}
    yield f"# HELP {name} How long requests took."
    yield f"# TYPE {name} histogram"
    yield from (f"{bucket} {count}" for bucket, count in buckets.items())
    yield f'{name}_bucket{{le="+Inf"}} {total}'
    yield f"{name}_sum {traffic.seconds:g}"
    yield f"{name}_count {total}"


def _labelled(labels: Iterable[tuple[str, str]]) -> str:
    r"""Return labels in braces.

    >>> print(_labelled([("why", 'a "b"'), ("method", "GET")]))
    {why="a \"b\"",method="GET"}
    """
    escaped = (
        (name, text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n"))
        for name, text in labels
    )
    inner = ",".join(f'{name}="{text}"' for name, text in escaped)
    return f"{{{inner}}}" if inner else ""
