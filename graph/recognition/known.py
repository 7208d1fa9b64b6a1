"""What is known of segments, indexed for recognition."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.answers.shapes import Ref
from graph.model import ByProduct, KindOf, Segment
from graph.model.synonyms import Synonyms
from graph.recognition.clauses import ClauseReader
from graph.recognition.industries import Codes, codes_of
from graph.recognition.lexicon import Lexicon, lexicon


@dataclass(frozen=True, slots=True)
class Known:
    """The segments of a dataset as recognition needs them; build it with `known`."""

    refs: Mapping[str, Ref]
    segments: Mapping[str, Segment]
    words: Lexicon
    codes: Codes
    parents: Mapping[str, str]
    rests: Mapping[str, frozenset[str]]
    """By-products, each with the segments it falls off."""

    @property
    def reader(self) -> ClauseReader:
        """What takes texts apart."""
        return ClauseReader(self.words.joined, self.words.known)


def known(
    segments: Iterable[Segment],
    kinds: Iterable[KindOf],
    by_products: Iterable[ByProduct],
    synonyms: Synonyms,
) -> Known:
    """Index what is known of segments."""
    every = {each.id: each for each in segments}
    kinds = list(kinds)
    rests: defaultdict[str, set[str]] = defaultdict(set)
    for each in by_products:
        rests[each.target].add(each.source)
    return Known(
        refs={
            id_: Ref(type="segment", id=id_, name=each.name, name_en=each.name_en)
            for id_, each in every.items()
        },
        segments=every,
        words=lexicon(every.values(), synonyms),
        codes=codes_of(every.values(), kinds),
        parents={kind.segment: kind.parent for kind in kinds},
        rests={target: frozenset(sources) for target, sources in rests.items()},
    )
