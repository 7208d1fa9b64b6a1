"""Chinese names as they sound: the words of pypinyin, found in one walk over the characters.

The library goes through a name once for each way to spell it, and asks of every beginning of what
is left whether it begins a phrase. Lists of firms bring names by the million, whose characters are
few: here a character whose next one goes on with no phrase is looked up, and nothing else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.model.names import fold

MOST_WORDS = 1 << 16


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """The phrases of pypinyin, all their beginnings, and what tells Chinese from the rest."""

    phrases: Mapping[str, object]
    beginnings: frozenset[str]
    chinese: re.Pattern[str]

    def words(self, text: str) -> list[str]:
        """The words of a name, by which its characters are read."""
        found: list[str] = []
        for at, part in enumerate(self.chinese.split(text)):
            if at % 2:
                self._cut(part, found)
            elif part:
                found.append(part)
        return found

    def _cut(self, part: str, to: list[str]) -> None:
        """Put into a list the longest phrase that begins, or one character; as the library cuts."""
        start, end, beginnings = 0, len(part), self.beginnings
        while start < end:
            if part[start : start + 2] not in beginnings:
                to.append(part[start])
                start += 1
                continue
            length, stop = self._longest(part, start)
            if not length and stop == end:  # of a phrase that is not whole, as the library does
                to.extend(part[start:])
                return
            to.append(part[start : start + (length or 1)])
            start += length or 1

    def _longest(self, part: str, start: int) -> tuple[int, int]:
        """How long the longest phrase is (0: there is none), and where its beginnings end."""
        stop = start + 1
        length = 1 if part[start] in self.phrases else 0
        while stop < len(part) and part[start : stop + 1] in self.beginnings:
            stop += 1
            if part[start:stop] in self.phrases:
                length = stop - start
        return length, stop


class _Sounds(dict[str, tuple[str, str]]):
    """How words sound and by which letters they begin; names are many, their words few."""

    def __missing__(self, word: str) -> tuple[str, str]:
        if word.isascii():  # as numbers are, of which there are as many as names
            return fold(word).capitalize(), word
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = _sound_of(word)
        return found


def sounds(text: str) -> tuple[str, str]:
    """The folded pinyin of a name, each syllable with a capital, and its folded initials.

    >>> sounds("A00级电池")
    ('A00JiDianChi', 'a00jdc')
    """
    read = [_known[word] for word in _dictionary().words(text)]
    return "".join([sound for sound, _ in read]), fold("".join([letters for _, letters in read]))


def _sound_of(word: str) -> tuple[str, str]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    sound = "".join(fold(syllable).capitalize() for syllable in lazy_pinyin([word]))
    return sound, "".join(lazy_pinyin([word], style=Style.FIRST_LETTER))


@cache
def _dictionary() -> _Dictionary:
    # Imported here: it takes a third of a second, and only a load needs it.
    from pypinyin.constants import PHRASES_DICT, RE_HANS  # noqa: PLC0415

    beginnings = (word[:end] for word in PHRASES_DICT for end in range(1, len(word) + 1))
    chinese = RE_HANS.pattern.removeprefix("^").removesuffix("$")
    return _Dictionary(PHRASES_DICT, frozenset(beginnings), re.compile(f"({chinese})"))


_known = _Sounds()
