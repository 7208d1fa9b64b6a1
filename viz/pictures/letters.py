"""How much room a text takes, and where it breaks: nothing is ever cut."""

import re
import unicodedata
from dataclasses import dataclass

LINE = 1.3
"""From one line to the next, in letters."""
SMALLEST = 6.0
"""Smaller letters nobody can read, on paper either."""
_PARTS = re.compile(r"[A-Za-z0-9][A-Za-z0-9.%+&'’-]*[,;:)]?|\s+|.", re.DOTALL)
_NOT_FIRST = frozenset("、，。；：？！）》”’」』】·%…")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of a text, and the size of letters at which they fit."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.size * LINE


def wide(text: str, size: float) -> float:
    """The width of a text, rather too much than too little: no font is asked.

    >>> wide("铝ab", 10)
    22.0
    """
    return sum(_share(letter) for letter in text) * size


def broken(text: str, size: float, width: float) -> tuple[str, ...]:
    """A text as lines no wider than `width`; a word breaks only where it has no room by itself.

    >>> broken("二氧化硅、水玻璃", 10, 45)
    ('二氧化', '硅、水玻', '璃')
    """
    lines, line = [], ""
    for part in (piece for word in _PARTS.findall(text) for piece in _pieces(word, size, width)):
        if line and wide((line + part).rstrip(), size) > width:
            kept, carried = _carried(line, part)
            lines.append(kept.rstrip())
            line = carried.lstrip()
        else:
            line += part
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def fitted(text: str, width: float, height: float, size: float) -> Fitted:
    """A text with letters of `size`, or as much smaller as it needs to fit."""
    found = Fitted(broken(text, size, width), size)
    while found.height > height and found.size > SMALLEST:
        smaller = found.size - 0.5
        found = Fitted(broken(text, smaller, width), smaller)
    return found


def _carried(line: str, part: str) -> tuple[str, str]:
    """Cut before a part; a mark that may not stand first takes the letter before it along."""
    if part[0] in _NOT_FIRST and len(line) > 1:
        return line[:-1], line[-1] + part
    return line, part


def _pieces(word: str, size: float, width: float) -> list[str]:
    return list(word) if wide(word, size) > width else [word]


def _share(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1.0
    return 0.72 if letter.isupper() or letter in "%@&—" else 0.6
