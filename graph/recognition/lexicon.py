"""Every word that means a segment, looked up from the right end of a noun."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick

from graph.model import Segment
from graph.model.spelling import plain
from graph.model.synonyms import Synonyms
from graph.model.vocabulary import By
from graph.recognition.apart import Halves, apart, halves
from graph.recognition.clauses import HIDDEN, HIDE, SHOW

MOST_MEANINGS = 8
"""Segments that one word may propose; with more it says too little, and that is told."""
_TAILS_WORDS = """
总成 系列产品 系列 产品 成品 套装 套件 组件 毛坯 一批 一套 及附件 本体 类 等
装置 系统 平台 软件
"""
_TAILS = tuple(_TAILS_WORDS.split())
"""Heads that leave the noun before them what it is."""
_UNITS = frozenset("寸号型级米吨升克斤片支件套只个桶袋盒瓶箱卷根台公千毫厘年款色")
_VOIDS = ("玩具", "模型", "儿童", "仿真", "遥控", "手办", "积木", "毛绒", "充气")
"""Attributes that make another thing of what follows."""
_OF_VEHICLES = ("电动", "摩托", "自行", "三轮", "火", "童", "婴儿")
"""Beginnings of vehicles that end in 车."""
_WORN = ("废旧", "废", "旧", "二手", "假", "非", "泡", "腌")
"""Likewise, directly before it."""

_OTHERS = (*_VOIDS, *HIDDEN)
"""What may not stand before a word: an attribute that changes it, a sign of one long name."""


class Meaning(NamedTuple):
    """What a word means: the segment, understood as what, and where only (`context`)."""

    text: str
    segment: str
    by: By
    context: tuple[str, ...] = ()


class Found(NamedTuple):
    """The longest word at the end of a noun: where it starts, and what it means."""

    start: int
    meanings: tuple[Meaning, ...]


_NOTHING = Found(-1, ())


@dataclass(slots=True)
class Lexicon:
    """Words by their end; `phrases` are standard ones, matched whole; traps mean nothing.

    `crowded` are the words with more meanings than are kept.
    """

    words: Mapping[str, tuple[Meaning, ...]]
    phrases: Mapping[str, tuple[Meaning, ...]]
    crowded: frozenset[str]
    _automaton: ahocorasick.Automaton
    _longest: int
    _halves: Halves
    _kept: dict[str, Found] = field(default_factory=dict)

    def known(self, text: str) -> bool:
        """Whether a text as a whole is a word, verbs and all."""
        return text in self.words

    def joined(self, text: str) -> Sequence[tuple[int, int]]:
        """Where words stand that hold a sign which would split them, longest first."""
        if not len(self._automaton):
            return ()
        return [(end + 1 - size, end + 1) for end, size in self._automaton.iter_long(text)]

    def at_end(self, noun: str) -> Found:
        """The longest word at the right end of a noun, without figures and empty heads.

        What stands before it is an attribute; some make it another thing.
        """
        found = self._kept.get(noun)
        if found is None:
            found = self._search(noun)
            if len(self._kept) > 100_000:
                self._kept.clear()
            self._kept[noun] = found
        return found

    def _search(self, noun: str) -> Found:
        for head in _heads(noun):
            word = self._whole(head)
            if not word or self.words[word]:
                word = apart(head, len(word), self._halves) or word
            if word:
                before = head.removesuffix(word)
                void = before.endswith(_WORN) or any(each in before for each in _OTHERS)
                start = len(before) if before != head else 0
                return Found(start, () if void else self.words[word])
        return _NOTHING

    def _whole(self, head: str) -> str:
        """The longest word that a noun ends with."""
        for size in range(min(self._longest, len(head)), 0, -1):
            word = head[-size:]
            if word in self.words and _stands(head, size):
                return word
        return ""


def lexicon(segments: Iterable[Segment], synonyms: Synonyms) -> Lexicon:
    """Index the names of segments and their synonyms; a name wins over a synonym."""
    words: defaultdict[str, dict[str, Meaning]] = defaultdict(dict)
    phrases: defaultdict[str, dict[str, Meaning]] = defaultdict(dict)
    known: set[str] = set()
    classes: set[str] = set()
    for segment in sorted(segments, key=lambda each: each.id):
        known.add(segment.id)
        classes |= {_key(code.name) for code in segment.codes if code.name}
        for name, by in _names(segment):
            words[_key(name)].setdefault(segment.id, Meaning(name, segment.id, by))
    for each in synonyms.words:
        if each.segment in known:
            shelf, by = _shelf(each.text, each.ground)
            target = phrases if shelf else words
            meaning = Meaning(each.text, each.segment, by, each.context)
            kept = target[_key(each.text)].setdefault(each.segment, meaning)
            if kept.context and not each.context:
                target[_key(each.text)][each.segment] = meaning
    for trap in synonyms.traps:
        words[_key(trap.text)] = {}
    whole = {key: tuple(found.values())[:MOST_MEANINGS] for key, found in words.items()}
    standard = {key: tuple(found.values())[:MOST_MEANINGS] for key, found in phrases.items()}
    return Lexicon(
        words=whole,
        phrases=standard,
        crowded=frozenset(
            meaning.text
            for shelf in (words, phrases)
            for found in shelf.values()
            if len(found) > MOST_MEANINGS
            for meaning in found.values()
        ),
        _automaton=_automaton((*whole, *standard, *sorted(classes))),
        _longest=max(map(len, whole), default=0),
        _halves=halves(whole),
    )


_ENDS = ("制造", "生产", "加工", "开采", "采选", "压铸", "冶炼", "铸造", "印刷")


def _shelf(text: str, ground: str) -> tuple[bool, By]:
    """A standard phrase is one by its ground, or a hint that says what is done."""
    if ground == "phrase" or (ground == "hint" and text.endswith(_ENDS)):
        return True, "standard_phrase"
    return False, "synonym"


def _names(segment: Segment) -> Iterable[tuple[str, By]]:
    for text, by in ((segment.name, "name"), *((alias, "alias") for alias in segment.aliases)):
        yield text, by  # type: ignore[misc] # a pair of literals
        outer, bracket, rest = plain(text).partition("(")
        if bracket:
            yield outer + rest.partition(")")[2], by  # type: ignore[misc]


def _key(text: str) -> str:
    return "".join(plain(text).split()).translate(HIDE)


def _automaton(keys: Iterable[str]) -> ahocorasick.Automaton:
    found = ahocorasick.Automaton()
    for key in keys:
        shown = key.translate(SHOW)
        if shown != key:
            found.add_word(shown, len(shown))
    if len(found):
        found.make_automaton()
    return found


def _stands(head: str, size: int) -> bool:
    """Whether a word may end a noun without cutting another in two.

    A single character stands only alone, letters not inside letters, and 车用 not in 电动车用.
    """
    if size == 1:
        return len(head) == 1
    before, first = head[:-size], head[-size]
    if first == "车" and before.endswith(_OF_VEHICLES):
        return False
    last = before[-1:]
    return not (last.isascii() and last.isalnum() and first.isascii() and first.isalnum())


def _heads(noun: str) -> Iterable[str]:
    """A noun, then without its figures, then without empty heads, one after the other."""
    yield noun
    # What stands behind a dash is a brand or a type.
    bare = _unfigured(noun.partition("-")[0])
    if bare != noun and bare:
        yield bare
    for _ in range(3):
        tail = next((each for each in _TAILS if bare.endswith(each) and each != bare), "")
        if not tail:
            return
        bare = bare.removesuffix(tail)
        yield bare


def _unfigured(noun: str) -> str:
    """Without the type and size behind it: 铝轮毂17寸, 水泥p.o42.5."""
    end = len(noun)
    while end and (_is_figure(noun[end - 1]) or _is_unit(noun, end)):
        end -= 1
    return noun[:end]


def _is_figure(sign: str) -> bool:
    return sign.isascii() or sign in "×φΦ℃°Ⅰ~—－#ⅰⅱⅲ"


def _is_unit(noun: str, end: int) -> bool:
    """Whether a unit stands here, behind a figure."""
    at = end - 1
    while at > 0 and noun[at] in _UNITS and end - at < 4:
        at -= 1
        if noun[at].isascii() and noun[at].isdigit():
            return True
    return False
