"""docs/priority.md: how gaps are ranked, and which ten come first on the shipped district.

`python -m tests.priority_page` writes the page anew; a test compares it with what is there.
"""

from collections.abc import Iterator
from pathlib import Path

from graph.analysis.weights import PRESETS, preset_weights
from graph.answers import Weighing, priority
from graph.answers.shapes import FirstLine, ParkItem, Ref
from graph.model.plain_looks import CRITERION, PRESET
from graph.model.vocabulary import CRITERIA, Preset
from graph.network.terms import Terms
from tests.trade import district

PAGE = Path(__file__).parent.parent / "docs" / "priority.md"
HEAD = Path(__file__).with_name("priority_page.md")
"""What people wrote: definitions, sources, limits."""


def page() -> str:
    """The whole page, as of the seeds now."""
    parts = [HEAD.read_text("utf-8"), *_criteria(), "\n## The first ten\n"]
    for preset in PRESETS:
        parts += ["\n", *_preset(preset)]
    return "".join(parts)


def _criteria() -> Iterator[str]:
    yield "\n## The criteria and their weights\n\n"
    names = " | ".join(PRESET[each].label("zh") for each in PRESETS)
    yield f"| criterion | value, from 0 to 1 | {names} |\n| --- | --- |{' ---: |' * len(PRESETS)}\n"
    for each in CRITERIA:
        look = CRITERION[each]
        weights = " | ".join(str(PRESETS[preset][each]) for preset in PRESETS)
        yield f"| `{each}` {look.label('zh')} | {look.note('en')} | {weights} |\n"


def _preset(preset: Preset) -> Iterator[str]:
    look = PRESET[preset]
    body = priority(district(), Terms(), "zh", Weighing(preset_weights(preset), preset))
    silent = sum(len(each.gaps) for each in body.left_out)
    yield f"### {look.label('zh')} (`{preset}`)\n\n"
    yield f"{body.total} rows ranked, {silent} not.\n\n"
    for number, line in enumerate(body.first, start=1):
        item = next(each for each in body.items if each.id == line.gap.id)
        parts = sorted(item.priority.contributions, key=lambda each: -each.points)
        told = "＋".join(f"{CRITERION[c.criterion].label('zh')}{c.points:.1f}" for c in parts[:4])
        yield f"{number}. **{item.segment.name}** {line.score:.1f} = {told}＋…\n"
        yield from (f"   - {part}\n" for part in _told(line) if part)


def _told(line: FirstLine) -> Iterator[str]:
    yield line.why
    yield f"{line.how_sure}"
    yield _names("unlocks", line.unlocks)
    yield _names("helps", line.helps[:6])
    yield _names("with it", line.also)
    yield _names("or instead", line.alternatives[:6])
    asked = "、".join(each if isinstance(each, str) else each.name for each in line.ask[:6])
    yield f"ask: {asked}; near by: {_names('', line.neighbours[:3]) or 'nobody named'}"
    yield f"where: {'；'.join(_park(each) for each in line.parks) or 'no park named'}"


def _names(word: str, refs: tuple[Ref, ...]) -> str:
    names = "、".join(each.name for each in refs)
    return f"{word}: {names}" if names and word else names


def _park(park: ParkItem) -> str:
    land = "land not stated" if park.free_land_mu is None else f"{park.free_land_mu:g} mu free"
    return f"{park.region.name} ({land})"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
