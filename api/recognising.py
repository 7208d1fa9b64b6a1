"""Lists of firms to proposals: what is known of segments comes from the dataset and its words."""

from collections.abc import Sequence
from functools import lru_cache

from api.trade_words import words_of
from graph.answers import Workspace
from graph.answers.lead_offers import Elsewhere
from graph.exchange.read.files import TableFile
from graph.exchange.read.firm_words import FirmList, read_firms
from graph.model import ByProduct, Facts, KindOf, Segment
from graph.model.vocabulary import Lang
from graph.recognition.elsewhere import elsewhere
from graph.recognition.known import Known, known
from graph.recognition.proposal import RecognitionBody, Skipped
from graph.recognition.queue import Recogniser, queue
from graph.recognition.recogniser import recognise


def known_to(ws: Workspace) -> Known:
    """What recognition needs of a dataset, with the shipped words."""
    return _known(*_meanings(ws.facts))


def recogniser_of(facts: Facts) -> Recogniser:
    """What recognises the firms of a dataset: the same one while its segments stay the same."""
    return _recogniser(*_meanings(facts))


def waiting_on(facts: Facts) -> frozenset[str]:
    """Collect the segments that proposals wait on."""
    there = queue(facts, recogniser_of(facts)).values()
    return frozenset(each.segment for each in there if each.state == "waiting")


def elsewhere_of(facts: Facts) -> Elsewhere:
    """Say which firms of lists from elsewhere seem to make what; quick where there are none."""
    if all(each.coverage != "elsewhere" for each in facts.registers.values()):
        return {}
    return elsewhere(facts, _other_recogniser(*_meanings(facts)))


@lru_cache(maxsize=4)
def _other_recogniser(
    segments: tuple[Segment, ...], kinds: tuple[KindOf, ...], by_products: tuple[ByProduct, ...]
) -> Recogniser:
    """One of its own: a recogniser keeps the firms that it was asked of last."""
    return Recogniser(_known(segments, kinds, by_products))


@lru_cache(maxsize=4)
def _recogniser(
    segments: tuple[Segment, ...], kinds: tuple[KindOf, ...], by_products: tuple[ByProduct, ...]
) -> Recogniser:
    return Recogniser(_known(segments, kinds, by_products))


def _known(
    segments: tuple[Segment, ...], kinds: tuple[KindOf, ...], by_products: tuple[ByProduct, ...]
) -> Known:
    return known(segments, kinds, by_products, words_of({each.id for each in segments}))


def _meanings(
    facts: Facts,
) -> tuple[tuple[Segment, ...], tuple[KindOf, ...], tuple[ByProduct, ...]]:
    segments, kinds = facts.segments.values(), facts.kinds.values()
    return tuple(segments), tuple(kinds), tuple(facts.by_products.values())


def recognised(ws: Workspace, files: Sequence[TableFile], lang: Lang) -> RecognitionBody:
    """What the firms of all files probably make; raise `TableRefusedError` for what is no list."""
    lists: list[FirmList] = [read_firms(file) for file in files]
    found = recognise((row for each in lists for row in each.rows), known_to(ws))
    skipped = tuple(
        Skipped(table=each.table, row=each.row, why=each.why.text(lang))
        for each_list in lists
        for each in each_list.skipped
    )
    dataset = ws.facts.dataset
    return RecognitionBody(
        dataset=dataset.id,
        version=ws.facts.version,
        firms=found.firms,
        proposals=found.proposals,
        cut=found.cut,
        skipped=skipped,
    )
