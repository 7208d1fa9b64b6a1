"""总览: what a district's plan and its chains come to, in one sentence and a few numbers."""

from collections.abc import Iterable, Mapping

from graph.answers.chains import gap_chains, industries
from graph.answers.datasets import dataset_item
from graph.answers.district import indicators
from graph.answers.echo import echo
from graph.answers.gaps import gaps
from graph.answers.headline import waiting
from graph.answers.shapes import GapItem, IndicatorItem, IndustryItem, Ref
from graph.answers.shapes.overview import Goal, Grounds, IndustryOverview, Overview
from graph.answers.workspace import Workspace
from graph.model import Fact
from graph.model.vocabulary import AVAILABLE, OPEN_STANDINGS, STANDINGS, Lang
from graph.network.terms import Terms

MONEY = "亿元"
"""The scale of an industry is counted in money; such a target comes first."""


def overview(ws: Workspace, terms: Terms, lang: Lang) -> Overview:
    """Sum up a district: its first gap, its industries with their targets, what it all rests on."""
    listed = gaps(ws, terms, lang)
    found = [gap for gap in listed.items if gap.standing in OPEN_STANDINGS]
    first = found[0] if found else None
    numbers = indicators(ws).items
    return Overview(
        **echo(ws, terms),
        headline=_headline(ws, terms, listed.standings, first, lang),
        standings=listed.standings,
        first=Ref(type="gap", id=first.id, name=first.name) if first else None,
        industries=tuple(
            _industry(ws, terms, each, numbers) for each in industries(ws, terms).items
        ),
        goals=_measured(ws, numbers),
        grounds=grounds(ws),
    )


def _industry(
    ws: Workspace, terms: Terms, industry: IndustryItem, numbers: Iterable[IndicatorItem]
) -> IndustryOverview:
    chains = {ref.id for ref in industry.chains}
    where, rows = gap_chains(ws, terms), ws.gap_rows(terms).values()
    mine = [row.standing for row in rows if not chains.isdisjoint(where[row.id])]
    return IndustryOverview(
        industry=industry,
        standings={standing: mine.count(standing) for standing in STANDINGS},
        goals=_goals(industry, numbers),
    )


def _goals(industry: IndustryItem, numbers: Iterable[IndicatorItem]) -> tuple[Goal, ...]:
    """List the targets of an industry, and of its chain where it has but one; money first.

    Of two sums of money, one with its year comes before one without, then the one that more
    sentences state.
    """
    scopes = {("industry", industry.id)}
    if len(industry.chains) == 1:
        scopes.add(("chain", industry.chains[0].id))
    mine = [each for each in numbers if (each.scope.type, each.scope.id) in scopes]
    targets = [each for each in mine if each.actual_or_target == "target"]
    targets.sort(
        key=lambda each: (each.unit != MONEY, _undated(each), -len(each.evidence), each.id)
    )
    return tuple(_goal(each, mine) for each in targets)


def _undated(target: IndicatorItem) -> bool:
    """Whether a sum of money is stated without its year."""
    dated = any(str(target.year) in (each.quote or "") for each in target.evidence)
    return target.unit == MONEY and not dated


def _goal(target: IndicatorItem, numbers: Iterable[IndicatorItem]) -> Goal:
    """Set the newest number of the same unit beside a target, one of the same name before all."""
    today = [
        each
        for each in numbers
        if each.actual_or_target == "actual" and each.unit == target.unit and each.value is not None
    ]
    best = max(today, key=lambda each: (each.name == target.name, each.year, each.id), default=None)
    if best is None or (best.name != target.name and target.unit != MONEY):
        return Goal(target=target, today=None, same=False, share=None)
    return Goal(
        target=target, today=best, same=best.name == target.name, share=_share(best, target)
    )


def _share(today: IndicatorItem, target: IndicatorItem) -> float | None:
    if not today.value or not target.value or min(today.value, target.value) < 0:
        return None
    return today.value / target.value


def _measured(ws: Workspace, numbers: Iterable[IndicatorItem]) -> tuple[Goal, ...]:
    """List the district's own numbers that have a target of the same name, as its plan has them."""
    district = ws.facts.dataset.region
    by_id = {each.id: each for each in numbers}
    pairs = [
        Goal(target=by_id[each.target.id], today=each, same=True, share=each.progress)
        for each in by_id.values()
        if each.target and each.progress is not None and each.scope.id == district
    ]
    return tuple(sorted(pairs, key=lambda goal: (_place(goal.target), goal.target.id)))


def _place(indicator: IndicatorItem) -> tuple[int, int]:
    """Find where the documents name it; what else is cited, such as a table's head, is shared."""
    named = indicator.evidence[0]
    return (named.line or 0, named.start or 0)


def grounds(ws: Workspace) -> Grounds:
    """Say what the facts of a dataset rest on."""
    about = dataset_item(ws)
    facts = [each for each in ws.facts.records() if isinstance(each, Fact)]
    domain = [each for each in facts if {e.source for e in each.evidence} == {"domain"}]
    dates = [e.as_of for each in facts for e in each.evidence if e.as_of]
    return Grounds(
        basis_share=about.basis_share,
        domain_share=len(domain) / len(facts),
        unknown_share=about.unknown_share,
        edition=about.edition,
        edition_date=about.edition_date,
        reported_as_of=max(dates, default=None),
    )


def _headline(
    ws: Workspace, terms: Terms, standings: Mapping[str, int], first: GapItem | None, lang: Lang
) -> str:
    words, region = _WORDS[lang], ws.region(terms)
    share, to_settle = dataset_item(ws).unknown_share, standings["to_settle"]
    sentence = words["nothing" if first is None else first.standing].format(
        region=(region.name_en or region.name) if lang == "en" else region.name,
        confirmed=standings["confirmed"],
        to_settle=to_settle,
        name=_named(ws, first, lang) if first else "",
        products=_products(first, lang) if first else "",
    )
    if first and first.standing == "confirmed" and to_settle:
        sentence += words["more"].format(to_settle=to_settle)
    return sentence + ("" if share is None else words["unknown"].format(share=f"{share:.0%}"))


def _named(ws: Workspace, gap: GapItem, lang: Lang) -> str:
    """Name what is lacking; one of several that would do is called so."""
    name = gap.name
    if gap.segment:
        record = ws.facts.segments[gap.segment.id]
        name = record.name if lang == "zh" else record.name_en
    return name if gap.essential is not False else _WORDS[lang]["either"].format(name=name)


def _products(gap: GapItem, lang: Lang) -> str:
    here = sum(each.local_status in AVAILABLE for each in gap.blocks)
    return waiting(len(gap.blocks), here, lang)


_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {
        "confirmed": "{region}确认缺口{confirmed}个，首要是{name}，卡住{products}",
        "to_settle": "{region}尚无确认缺口，{to_settle}个待核实；先核实{name}，关系到{products}",
        "nothing": "{region}没有推算出须补的缺口",
        "more": "；另有{to_settle}个待核实",
        "unknown": "；{share}的环节未见本地企业",
        "either": "{name}（或其替代）",
    },
    "en": {
        "confirmed": "{region}: gaps confirmed {confirmed}; first of all {name}, which blocks "
        "{products}",
        "to_settle": "{region}: no gap confirmed, to settle {to_settle}; first find out about "
        "{name}, which bears on {products}",
        "nothing": "{region}: no gap was found that has to be filled",
        "more": "; to settle {to_settle}",
        "unknown": "; {share} of segments have no known local maker",
        "either": "{name} (or an alternative)",
    },
}
