"""A list as a register, in the report of its import."""

from collections.abc import Iterator

from api.cli.say import Say
from api.cli.words import named
from graph.exchange.match.snapshot import FATE_WORDS
from graph.exchange.report.bodies import FirmFateItem, RegisterReport
from graph.model.plain_looks import COVERAGE
from graph.model.vocabulary import Coverage

SHOWN = 20


def register_lines(found: RegisterReport, say: Say) -> Iterator[str]:
    """Tell what a list declares, what became of its firms, and what speaks against it."""
    coverages: dict[str, Coverage] = {each: each for each in COVERAGE}
    yield say(
        "名录“{name}”，{date}，{region}，{coverage}",
        name=found.name,
        date=found.as_of,
        region=named(found.region, say),
        coverage=say(COVERAGE[coverages[found.coverage]].words),
    )
    if found.former:
        yield say("  代替 {date} 的同名名录", date=found.former)
    counted = say("，").join(f"{say(FATE_WORDS[fate])} {n}" for fate, n in found.fates.items())
    yield say("  企业：{counted}；未对上已知企业的 {n} 家", counted=counted, n=found.unmatched)
    for each in found.firms[:SHOWN]:
        yield f"  {say(FATE_WORDS[each.fate])}：{_firm(each)}"
    if len(found.firms) > SHOWN:
        yield say("  另有 {n} 家", n=len(found.firms) - SHOWN)
    for doubt in found.doubts:
        yield say("  疑点：{text}", text=doubt.text)
    if found.doubts and not found.concludes:
        yield say("  疑点未核对前，这份名录不作任何“名录未见”的结论（核对后加 --checked）")


def _firm(each: FirmFateItem) -> str:
    return each.name + (f"：{each.before} → {each.after}" if each.before else "")
