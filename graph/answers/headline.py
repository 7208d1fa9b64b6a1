"""The one sentence over a panorama: what the chain has, lacks, and what to look at first."""

from collections.abc import Iterable, Mapping

from graph.answers.shapes import Card
from graph.answers.workspace import Workspace
from graph.model import Chain, Industry
from graph.model.vocabulary import AVAILABLE, LACKING, Lang
from graph.network.terms import Terms


def headline(
    ws: Workspace, terms: Terms, subject: Chain | Industry, cards: list[Card], lang: Lang
) -> str:
    """Say how many segments are here, lacking and unknown, and which gap comes first."""
    counted = [card for card in cards if not card.captive]
    here = sum(card.local_status in AVAILABLE for card in counted)
    lacking = sum(card.local_status in LACKING for card in counted)
    words = _WORDS[lang]
    counts = words["counts"].format(
        name=subject.name if lang == "zh" else subject.name_en,
        total=len(counted),
        here=here,
        lacking=lacking,
        unknown=len(counted) - here - lacking,
    )
    first = _first_gap(ws, terms, counted)
    if first is None:
        return counts + words["none" if here else "nobody"]
    return counts + _about(ws, terms, first, words, lang)


def _first_gap(ws: Workspace, terms: Terms, cards: Iterable[Card]) -> Card | None:
    """Pick the gap that blocks most: confirmed before unsettled, must-haves, lacking ones."""
    needs = ws.needs(terms).by_segment
    gaps = [card for card in cards if card.blocks]
    return min(
        gaps,
        key=lambda card: (
            not _is_confirmed(card),
            -card.blocks,
            not needs[ws.network.number(card.id)].sole,
            card.local_status == "unknown",
            card.id,
        ),
        default=None,
    )


def _is_confirmed(card: Card) -> bool:
    return any(gap.standing == "confirmed" for gap in card.gaps)


def _about(ws: Workspace, terms: Terms, card: Card, words: Mapping[str, str], lang: Lang) -> str:
    need = ws.needs(terms).by_segment[ws.network.number(card.id)]
    name = card.name if lang == "zh" else card.name_en
    product = ws.segment(need.blocks[0].product)
    return words["confirmed" if _is_confirmed(card) else "to_settle"].format(
        name=name if need.sole else words["either"].format(name=name),
        product=product.name if lang == "zh" else (product.name_en or product.name),
        more=words["more"].format(count=len(need.blocks)) if len(need.blocks) > 1 else "",
    )


_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {
        "counts": "{name}链{total}个环节：{here}个本地可得，{lacking}个在建、拟引进或缺乏，"
        "{unknown}个未知",
        "confirmed": "；首要缺口是{name}，卡住{product}{more}",
        "to_settle": "；先核实{name}，关系到{product}{more}",
        "either": "{name}（或其替代）",
        "more": "等{count}个本地产品",
        "none": "；本地产品的上游没有须补的缺口",
        "nobody": "；规划未写明本地产品",
    },
    "en": {
        "counts": "{name}: {total} segments, {here} available here, {lacking} being built, sought "
        "or absent, {unknown} not known",
        "confirmed": "; the first gap is {name}, which blocks {product}{more}",
        "to_settle": "; first find out about {name}, which {product} needs{more}",
        "either": "{name} (or an alternative)",
        "more": " and others, {count} local products in all",
        "none": "; nothing upstream of the local products has to be filled",
        "nobody": "; the plan names no product made here",
    },
}
