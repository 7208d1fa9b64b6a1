"""产业链诊断: what an office sends about a chain, or a leader reads about all of them.

Every sentence rests on a quoted fact, whose number it bears, or on a computed answer. Where there
are no data it says what is missing.
"""

from graph.answers.datasets import dataset_item
from graph.answers.echo import echo
from graph.answers.headline import district_headline, headline
from graph.answers.report_gaps import first_gaps, matters, single_points
from graph.answers.report_scale import completeness_section, panorama_section, targets
from graph.answers.report_scene import ReportScene
from graph.answers.shapes.report import Report, ReportSection, ReportSentence
from graph.answers.terms_words import edition_in_words, terms_in_words
from graph.answers.workspace import Workspace
from graph.errors import UnknownNameError
from graph.message import Message, _
from graph.model import Chain
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def report(
    ws: Workspace,
    terms: Terms,
    lang: Lang,
    *,
    chain: str | None = None,
    year: int | None = None,
) -> Report:
    """Write the diagnosis of a chain, without one the briefing over all; `year` is now.

    Raise `UnknownNameError`.
    """
    on = ReportScene(ws, terms, lang, None if chain is None else _chain(ws, chain))
    lead = _lead(on)
    sections = (
        targets(on),
        panorama_section(on),
        completeness_section(on),
        *(() if on.chain else (_each_chain(on),)),
        first_gaps(on),
        single_points(on),
        matters(on, year),
    )
    about = ws.facts.dataset
    return Report(
        **echo(ws, terms),
        title=_title(on).text(lang),
        dataset_title=about.title if lang == "zh" else about.title_en,
        edition=edition_in_words(ws).text(lang),
        terms=terms_in_words(ws, terms, lang).text(lang),
        made_up=about.made_up,
        lead=lead,
        sections=sections,
        quotes=on.quotes(),
    )


def _chain(ws: Workspace, chain: str) -> Chain:
    found = ws.facts.chains.get(chain)
    if found is None:
        raise UnknownNameError(name=chain, what="chain", suggestions=tuple(ws.facts.chains))
    return found


def _title(on: ReportScene) -> Message:
    if on.chain is None:
        return _("{region}产业链诊断简报", region=on.name(on.ws.region(on.terms)))
    name = on.chain.name if on.lang == "zh" else on.chain.name_en
    return _("{chain}产业链诊断", chain=name)


def _lead(on: ReportScene) -> ReportSentence:
    """The one sentence over it all."""
    if on.chain is not None:
        return _headline(on, on.chain)
    share = dataset_item(on.ws).unknown_share
    shown = None if share is None else f"{share:.0%}"
    return on.computed(district_headline(on.ws, on.terms, shown, on.lang))


def _headline(on: ReportScene, chain: Chain) -> ReportSentence:
    """The sentence over a chain, with what it quotes."""
    text = headline(on.ws, on.terms, chain, [chain], on.lang)
    stated = (gap for gap in on.ws.facts.gaps.values() if chain.id in gap.chains)
    every = [each for gap in stated for each in gap.evidence]
    return on.computed(text, [each for each in every if each.quote and each.quote in text])


def _each_chain(on: ReportScene) -> ReportSection:
    return ReportSection(
        code="chains",
        heading=_("各链一句话").text(on.lang),
        sentences=tuple(_headline(on, each) for each in on.chains),
    )
