"""A text to clauses: what is named, and what is done with it.

Works by splitting and by looking up ends of words; no pattern that could walk back over a foreign
text. Every clause keeps the place in the text that it was read from.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.model.spelling import plain
from graph.recognition.asides import Aside, outside
from graph.recognition.denials import Denial, behind_materials, denial
from graph.recognition.heads import shared, takes_all
from graph.recognition.verbs import ACTS, beginning, ending

LONGEST = 6_000
"""Characters of one cell that are read; what stands behind is told as cut."""
STANDARD = ("一般项目", "许可项目")
"""Where these stand, the clauses are those of the register's own vocabulary."""
_LABELS = (
    *STANDARD,
    "一般经营项目",
    "许可经营项目",
    "前置许可经营项目",
    "经营范围",
    "主营",
    "兼营",
)
_SENTENCES = frozenset(";。\n\r\t|")
_PARTS = frozenset(",")
_ITEMS = frozenset("、/和与及或")
_HIDDEN = {each: chr(0xE000 + at) for at, each in enumerate("、/和与及或,;()")}
HIDE = str.maketrans(_HIDDEN)
"""Signs that would split a text, as they stand inside a word that holds them."""
HIDDEN = frozenset(_HIDDEN.values())
"""Those signs, hidden."""
SHOW = str.maketrans({hidden: sign for sign, hidden in _HIDDEN.items()})
"""The other way round."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Something named: `noun`, the verbs at it as written, the `phrase` of the text.

    `branch` says that only a branch does it, `borrowed` that the verbs stand at a later noun;
    `whole` is the noun with what it was written with. `under` is the noun in whose brackets it is
    listed, `shares` a later noun of the list whose head may be its own: 侧围、翼子板拉延模.
    """

    noun: str
    whole: str
    verbs: tuple[str, ...]
    phrase: str
    branch: bool = False
    borrowed: bool = False
    under: str = ""
    shares: str = ""


@dataclass(slots=True)
class _Item:
    start: int
    end: int
    text: str
    noun: str
    lead: tuple[str, ...]
    trail: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Nouns that share their verbs; `sold` where a later part says that they are not made."""

    lead: tuple[str, ...]
    prefix: tuple[str, ...]
    items: list[_Item] = field(default_factory=list)
    trail: tuple[str, ...] = ()
    end: int = 0
    borrowed: bool = False
    sold: bool = False

    @property
    def verbs(self) -> tuple[str, ...]:
        """Those at the nouns, else those before the whole list."""
        return self.lead + self.trail or self.prefix


@dataclass(frozen=True, slots=True)
class ClauseReader:
    """Reads texts; `joined` finds the words that hold a splitting sign, `known` knows a word."""

    joined: Callable[[str], Sequence[tuple[int, int]]]
    known: Callable[[str], bool]

    def clauses(self, text: str) -> Iterator[Clause]:
        """Yield what the first `LONGEST` characters of a text name, in its order."""
        text = text[:LONGEST]
        low = self._protected(_unlabelled(plain(text)))
        outer, asides = outside(low)
        for start, end in _spans(outer, 0, len(outer), _SENTENCES):
            yield from self._sentence(_Source(text, outer, asides), start, end)

    def _protected(self, low: str) -> str:
        chars = list(low)
        for start, end in self.joined(low):
            chars[start:end] = low[start:end].translate(HIDE)
        return "".join(chars)

    def _sentence(self, source: "_Source", start: int, end: int) -> Iterator[Clause]:
        groups: list[_Group] = []
        prefix: tuple[str, ...] = ()
        for first, last in _spans(source.outer, start, end, _PARTS):
            denied = denial(source.outer[first:last])
            if denied == "rest":
                break
            if denied is not None:
                groups = _without(groups, denied)
                continue
            made = first + behind_materials(source.outer[first:last])
            begin, given = self._prefix(source, made, last)
            prefix = given if given is not None else prefix
            found = self._groups(source, begin, last, prefix)
            if found and found[-1].lead and not found[-1].trail:
                prefix = found[-1].lead
            groups += found
        _borrow(groups)
        for group in groups:
            yield from self._told(source, group)

    def _prefix(
        self, source: "_Source", start: int, end: int
    ) -> tuple[int, tuple[str, ...] | None]:
        """Verbs before a colon, and where the list behind it begins."""
        colon = source.outer.find(":", start, end)
        if colon < 0:
            return start, None
        items = [self._item(source, *span) for span in _spans(source.outer, start, colon, _ITEMS)]
        verbs = tuple(verb for item in items for verb in item.lead + item.trail)
        if items and verbs and not any(item.noun for item in items):
            return colon + 1, verbs
        return (colon + 1, None) if not verbs else (start, None)

    def _groups(
        self, source: "_Source", start: int, end: int, prefix: tuple[str, ...]
    ) -> list[_Group]:
        groups: list[_Group] = []
        pending: tuple[str, ...] = ()
        for first, last in _spans(source.outer, start, end, _ITEMS):
            item = self._item(source, first, last)
            if not item.noun:
                if groups:
                    groups[-1].trail += item.lead + item.trail
                    groups[-1].end = last
                else:
                    pending += item.lead + item.trail
                continue
            if not groups or groups[-1].trail or item.lead:
                groups.append(_Group(pending + item.lead, prefix))
                pending = ()
            groups[-1].items.append(item)
            groups[-1].trail += item.trail
            groups[-1].end = last
        return groups

    def _item(self, source: "_Source", start: int, end: int) -> _Item:
        text = _unnumbered(source.outer[start:end].strip().replace(" ", ""))
        if self.known(text):
            return _Item(start, end, text, text, (), ending(text)[1])
        body, trail = ending(text.replace(":", ""))
        noun, lead = beginning(body)
        return _Item(start, end, text, noun, lead, trail)

    def _told(self, source: "_Source", group: _Group) -> Iterator[Clause]:
        first = group.items[0].start
        asides = source.between(first, group.end)
        denied = group.sold or any(aside.denies for aside in asides)
        verbs = _unmade(group.verbs) if denied else group.verbs
        branch = any(aside.branch for aside in asides)
        nouns = shared([item.noun for item in group.items])
        last = nouns[-1] if takes_all(nouns[-1]) else ""
        for item, noun in zip(group.items, nouns, strict=True):
            shares = last if noun != last else ""
            own = source.between(item.start, item.end)
            if any(aside.voids or aside.stopped for aside in own):
                continue
            phrase = source.phrase(item.start, item.end)
            if verbs and not item.lead and not item.trail:
                phrase = source.phrase(item.start, group.end, most=60) or phrase
            clause = Clause(noun, item.text, verbs, phrase, branch, group.borrowed, shares=shares)
            yield clause
            for listed in (each for aside in own for each in aside.listed):
                yield replace(clause, noun=listed, whole=listed, under=noun)


@dataclass(frozen=True, slots=True)
class _Source:
    """A text as written, without its brackets but of the same length, and those brackets."""

    text: str
    outer: str
    asides: Sequence[Aside]

    def between(self, start: int, end: int) -> list[Aside]:
        """The brackets in a span; a following one stands inside it, filled up with blanks."""
        return [aside for aside in self.asides if start <= aside.start < end]

    def phrase(self, start: int, end: int, most: int = 200) -> str:
        """The text of a span as written; empty where it is longer than `most`.

        A condition in brackets at its end is left out.
        """
        last = next(
            (each for each in self.asides if each.start == len(self.outer[:end].rstrip())), None
        )
        end = last.start if last is not None and last.condition else end
        found = self.text[start:end].strip()
        return found if len(found) <= most else "" if most < 200 else found[:most]


def _spans(text: str, start: int, end: int, signs: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The pieces of a span between signs, empty ones left out."""
    first = start
    for at in range(start, end):
        if text[at] in signs:
            if text[first:at].strip():
                yield first, at
            first = at + 1
    if text[first:end].strip():
        yield first, end


def _unnumbered(text: str) -> str:
    """An item without its number: 1.曲轴, and not 4g模块."""
    bare = text.lstrip("0123456789")
    return (bare if bare.startswith((".", ":", "-")) else text).lstrip(".:①②③④⑤⑥⑦⑧⑨-*#")


def _unlabelled(low: str) -> str:
    """Put an end of sentence in place of each label, as long as the label."""
    for label in _LABELS:
        for sign in (":", "" if label in STANDARD else ":"):
            low = low.replace(label + sign, ";" * len(label + sign))
    return low


def _borrow(groups: list[_Group]) -> None:
    """Give a group without a verb that of the next one: 滤清器,活塞的生产."""
    later: tuple[str, ...] = ()
    for group in reversed(groups):
        if not group.verbs:
            group.trail, group.borrowed = later, bool(later)
        later = group.trail


def _without(groups: list[_Group], denied: Denial) -> list[_Group]:
    """The groups that a denial leaves."""
    for group in groups if denied == "makers_before" else ():
        group.sold = True
    return [] if denied == "before" else groups


def _unmade(verbs: tuple[str, ...]) -> tuple[str, ...]:
    """Verbs without those of making; where none is left, it is sold."""
    kept = tuple(verb for verb in verbs if ACTS[verb] not in {"makes", "processes"})
    return kept or ("销售",)
