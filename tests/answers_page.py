"""docs/answers.md: what the program answers about the products that the trade was asked about.

`python -m tests.answers_page` writes the page anew; a test compares it with what is there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.analysis.missing import MissingLink, missing_upstream
from graph.analysis.targets import local_products
from graph.analysis.verdicts import verdict
from graph.answers import gaps
from graph.answers.shapes import CertainUnlock, MissingBody, MissingItem, Ref
from graph.model import Chain
from graph.model.vocabulary import Answer
from graph.network.terms import Terms
from tests.doubted import doubted
from tests.trade import answer, district, trades

PAGE = Path(__file__).parent.parent / "docs" / "answers.md"
VERDICTS: tuple[Answer, ...] = ("yes", "market", "unknown", "no", "no_recipe")
LONGEST = 20
HEAD = """# Answers

What the program answers on the shipped district for the products about which the trade was
asked; the program writes this page (`python -m tests.answers_page`), a test compares. What the
trade says of them, with its sources, stands in `tests/answers/`. It was written down before the
program was first run on them; what proved wrong in it since is marked there with the reason.

Terms: the whole district, boundary `traded`, essential material, as of now. *Confirmed*: the
plan says that it is lacking. *To settle*: nobody knows whether it is here. Paths run from the
missing segment to the product. What lies behind a missing segment is only counted.
"""
FIRST = 10
ROWS = """## The first ten rows of the gap list

Each with the plan's sentence, what it is needed for, who waits for it, what could stand in for
it unless it turns out not to be here, and which parks and neighbours have a direction that
covers its chains.
"""
COUNTS = """## How products fare, by chain

Each product that is wanted: made, here, developing, sought, or named by a gap, as its most
special kind, services and raw materials included. Those here are judged on being *completable*,
the others on being *ready*. In the certain world `unknown` and `no` are blocked, in the possible
one only `no`.
A product of several chains counts in each of them, and once in the last row.
"""
PATHS = """## The longest proof paths

Of all products wanted here: the longest path from each missing segment, those behind others
included, and of these the longest. Read one by one: a path that no engineer would sign is a
mistake in a recipe.
"""


def page() -> str:
    """The whole page, as of the seeds now."""
    parts = [
        HEAD,
        ROWS,
        *_rows(),
        "",
        *doubted(gaps(district(), Terms(), "zh").items),
        COUNTS,
        *_counts(),
        "\n## Products\n",
        *_products(),
        PATHS,
        *_longest(),
    ]
    return "\n".join(parts) + "\n"


def _rows() -> Iterator[str]:
    body = gaps(district(), Terms(), "zh")
    yield f"{body.total} rows: " + ", ".join(f"{n} {s}" for s, n in body.standings.items()) + "."
    for item in body.items[:FIRST]:
        tied = f", tied with {item.ties - 1}" if item.ties > 1 else ""
        yield f"\n{item.rank}. **{item.segment.name if item.segment else item.name}**"
        yield f"   ({item.kind}, urgency {item.urgency}, need {item.need}{tied})"
        yield from (f"   - 第{e.line}行：“{e.quote}”" for e in item.evidence if e.quote)
        waiting = [f"{f.name}（{'已有' if f.here else '拟有'}）" for f in item.families]
        yield f"   - waits for it: {'、'.join(waiting) or '市场'}"
        yield f"   - would unlock, or help to: {_names(b for b in item.blocks)}"
        yield f"   - to settle first: {_names(item.open)}"
        yield f"   - parks: {_names(each.region for each in item.places)}"
        yield f"   - neighbours: {_names(each.region for each in item.neighbours)}"


def standings() -> dict[int, Answer]:
    """Every wanted product with its answer: completable if it is here, else ready."""
    frame = district().frame(Terms())
    here = set(local_products(frame))
    judged = {each: verdict(frame, each) for each in district().needs(Terms()).wanted}
    return {p: v.completable if p in here else v.ready for p, v in judged.items()}


def by_chain() -> dict[Chain, Counter[Answer]]:
    """The wanted products of each chain by their answer."""
    ws = district()
    found = standings()
    ordered = sorted(ws.facts.chains.values(), key=lambda chain: (chain.order, chain.id))
    places = {each.id: {p.segment for p in ws.members.get(each.id, ())} for each in ordered}
    return {
        chain: Counter(a for p, a in found.items() if ws.network.ids[p] in places[chain.id])
        for chain in ordered
    }


def _counts() -> Iterator[str]:
    yield "| chain | products | " + " | ".join(VERDICTS) + " |"
    yield "| --- " + "| --: " * (len(VERDICTS) + 1) + "|"
    for chain, counts in by_chain().items():
        yield _count_row(chain.name, counts)
    yield _count_row("all", Counter(standings().values()))


def _count_row(name: str, counts: Counter[Answer]) -> str:
    figures = [counts.total(), *(counts[each] for each in VERDICTS)]
    return f"| {name} | " + " | ".join(str(figure) for figure in figures) + " |"


def _products() -> Iterator[str]:
    for trade in trades().values():
        yield from _product(trade.product, answer(trade.product))


def _product(name: str, body: MissingBody) -> Iterator[str]:
    near = [each for each in body.missing if not each.behind]
    yield f"### {name}\n"
    status = body.local_status or "captive"
    yield f"{body.sentence} ({status}; completable {body.completable}, ready {body.ready})\n"
    yield from (_missing_line(each) for each in near)
    yield from _least(body.certain)
    behind = len(body.missing) - len(near)
    if behind:
        yield f"- behind these: {behind}"
    first = min((each.depth for each in body.traded), default=1)
    bought = [each.segment for each in body.traded if each.depth == first]
    yield f"- bought, at depth {first}: {_names(bought)}\n"


def _least(certain: CertainUnlock) -> Iterator[str]:
    """What to land at least, if nothing unknown is here."""
    if not certain.smallest:
        return
    alone = [each for choice in certain.choices if len(choice) == 1 for each in choice]
    several = [f"one of {_names(c)}" for c in certain.choices if len(c) > 1]
    parts = [_names((*certain.must, *alone)), *several]
    if not certain.choices and certain.example != certain.must:
        parts = [f"for example {_names(certain.example)}"]
    parts = [each for each in parts if each != "nothing"]
    yield f"- at least, if nothing unknown is here, {certain.smallest}: {'; '.join(parts)}"


def _missing_line(item: MissingItem) -> str:
    standing = "confirmed" if item.standing == "confirmed" else "to settle"
    instead = f"; instead {_names(item.alternatives)}" if item.alternatives else ""
    return f"- {item.segment.name} ({standing}{instead}): {' → '.join(r.name for r in item.path)}"


def _names(refs: Iterable[Ref]) -> str:
    return "、".join(each.name for each in refs) or "nothing"


def _longest() -> Iterator[str]:
    ws = district()
    for number, path in enumerate(longest_paths(), start=1):
        yield f"{number}. " + " → ".join(each.name for each in ws.segments(path))


def longest_paths() -> list[tuple[int, ...]]:
    """The longest proof path of each missing segment to a wanted product; the longest ones."""
    frame = district().frame(Terms())
    links: list[MissingLink] = []
    for product in district().needs(Terms()).wanted:
        links += missing_upstream(frame, product)
    longest: dict[int, tuple[int, ...]] = {}
    for path in sorted({link.path for link in links}, key=lambda path: (-len(path), path)):
        longest.setdefault(path[0], path)
    return list(longest.values())[:LONGEST]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
