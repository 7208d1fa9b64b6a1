"""The one sentence over a panorama: what the chain has, lacks, and what to look at first."""

from collections.abc import Iterable, Mapping

from graph.analysis.targets import answered_for, wanted_products
from graph.answers.shapes import Card
from graph.answers.workspace import Workspace
from graph.model import Chain, Industry
from graph.model.vocabulary import AVAILABLE, LACKING, Lang
from graph.network.terms import Terms


def headline(
    ws: Workspace, terms: Terms, subject: Chain | Industry, cards: list[Card], lang: Lang
) -> str:
    """Say how many segments are here, lacking and unknown, and which gap comes first.

    Captive stages, which have no status, are counted apart. `blocks` of the cards counts products
    of the subject alone.
    """
    counted = [card for card in cards if not card.captive]
    here = sum(card.local_status in AVAILABLE for card in counted)
    lacking = sum(card.local_status in LACKING for card in counted)
    words = _WORDS[lang]
    captive = len(cards) - len(counted)
    unknown = [card for card in counted if card.local_status == "unknown"]
    counts = words["counts"].format(
        name=subject.name if lang == "zh" else subject.name_en,
        total=len(cards),
        here=here,
        lacking=lacking,
        unknown=len(unknown),
        traded=sum(card.traded for card in unknown),
        captive=words["captive"].format(count=captive) if captive else "",
    )
    first = _first_gap(ws, terms, counted)
    if first is None:
        return counts + words[_without_gap(ws, terms, counted)]
    return counts + _about(ws, terms, first, words, lang)


def _without_gap(ws: Workspace, terms: Terms, cards: Iterable[Card]) -> str:
    """Say why no gap comes first: nothing is wanted, no recipe tells, or all is served."""
    frame = ws.frame(terms)
    here = {ws.network.number(card.id) for card in cards}
    products = [each for each in wanted_products(frame) if each in here]
    if not products:
        return "nobody"
    known = [each for each in products for kind in answered_for(frame, each) if frame.groups(kind)]
    return "none" if len(set(known)) == len(products) else "some" if known else "no_recipe"


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
    return words["confirmed" if _is_confirmed(card) else "to_settle"].format(
        name=name if need.sole else words["either"].format(name=name),
        products=waiting(card.blocks, card.blocks_here, lang),
    )


def waiting(count: int, here: int, lang: Lang) -> str:
    """Count the products that wait for a segment; those here are told from those to come."""
    key = "here" if here == count else "some_here" if here else "to_come"
    return _WORDS[lang][key].format(count=count, here=here)


_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {
        "counts": "{name}{total}个环节：{here}个本地可得，{lacking}个在建、拟引进或缺乏，"
        "{unknown}个未见本地企业（{traded}个可市场采购）{captive}",
        "captive": "，{count}个厂内工序",
        "confirmed": "；首要缺口是{name}，卡住{products}",
        "to_settle": "；先核实{name}，关系到{products}",
        "either": "{name}（或其替代）",
        "here": "{count}个本地产品",
        "some_here": "{count}个产品（本地已有{here}个，其余在建或拟引进）",
        "to_come": "{count}个在建或拟引进的产品",
        "none": "；本地产品的上游没有须补的缺口",
        "some": "；已有配方的本地产品，上游没有须补的缺口",
        "no_recipe": "；本地产品还没有投入配方，缺什么无从推算",
        "nobody": "；文件没有写明本地产品",
    },
    "en": {
        "counts": "{name}, {total} segments: {here} here, {lacking} being built, sought or absent, "
        "{unknown} without a known maker ({traded} traded){captive}",
        "captive": ", {count} in-house",
        "confirmed": "; the first gap is {name}, which blocks {products}",
        "to_settle": "; first find out about {name}, which bears on {products}",
        "either": "{name} (or an alternative)",
        "here": "{count} local products",
        "some_here": "{count} products ({here} of them here, the others to come)",
        "to_come": "{count} products that are being built or sought",
        "none": "; nothing upstream of the local products has to be filled",
        "some": "; nothing upstream has to be filled, of the local products that have a recipe",
        "no_recipe": "; the local products have no recipe yet, so gaps cannot be computed",
        "nobody": "; the documents name no product that is made here",
    },
}
