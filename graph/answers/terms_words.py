"""The terms of a computed answer in words: whoever reads a document cannot look a code up."""

from graph.answers.called import RefName
from graph.answers.echo import echo
from graph.answers.workspace import Workspace
from graph.message import Listing, Message, _, p_
from graph.model.plain_looks import INPUT_SORT
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def terms_in_words(ws: Workspace, terms: Terms, lang: Lang) -> Message:
    """Region, boundary, inputs and horizon."""
    echoed = echo(ws, terms)
    return _(
        "地区 {region} · 边界 {boundary} · 投入 {inputs} · 时点 {horizon}",
        region=RefName(echoed["region"]),
        boundary=boundary_in_words(echoed["boundary"]),
        inputs=Listing([INPUT_SORT[each].in_sentence(lang) for each in echoed["inputs"]]),
        horizon=p_("horizon", "现状") if echoed["horizon"] == "now" else _("含在建"),
    )


def boundary_in_words(code: str) -> Message:
    """What counts as obtainable."""
    if ":" in code:
        return _("可市场采购，且只看 {k} 层", k=code.rpartition(":")[2])
    return _("可市场采购的不算缺") if code == "traded" else _("全部要求本地（压力测试）")


def edition_in_words(ws: Workspace) -> Message:
    """Which document, as of when."""
    edition = ws.facts.dataset.edition
    return _("{label}，{date}", label=edition.label, date=edition.date)
