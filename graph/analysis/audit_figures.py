"""What a printed figure can be, and when two names speak of one thing."""

import re
from dataclasses import dataclass
from itertools import product
from math import inf

from graph.model import Indicator
from graph.model.vocabulary import Reading, SubjectType

ABOUT = 0.1
"""亿级, 约 and 左右 are taken to within a tenth: our assumption, said wherever it matters."""
COUNTED = frozenset("家个户项件名")
"""Units of things that are counted: 150个 and 150家 are the same number of firms."""
SHORTEST = 4
"""Names of fewer characters are too short to be another name with words put in."""
_DIGITS = re.compile(r"\d+(?:\.(\d+))?")
_BRACKET = re.compile(r"（[^（）]*）$")
_ONE_CHARACTER = re.compile(r"(.)（(.)）")
_QUOTES = str.maketrans("", "", "“”‘’")
_SIZE = re.compile(r"规模以上|规上|全口径|现代|总产值|产值|规模|体系|产业集群|集群|产业")
_FIRMS = re.compile(r"数量|中小企业|企业|^累计|^引进|^新增|^培育")


@dataclass(frozen=True, slots=True)
class PrintedRange:
    """The numbers that a printed one can stand for."""

    low: float
    high: float

    def apart(self, other: "PrintedRange") -> bool:
        """Whether no number is in both."""
        return self.high < other.low or other.high < self.low


def span(figure: Indicator) -> PrintedRange:
    """Return what a figure can be: rounded or cut off at its last digit, or bound by its word.

    >>> from graph.model import Evidence
    >>> seen = (Evidence(basis="stated", document="plan", quote="15%", line=1, start=0, end=3),)
    >>> about = {"subject_type": "region", "subject": "here", "actual_or_target": "target"}
    >>> rate = Indicator(id="r", name="r", value=15, printed="15%", unit="%", year=2025,
    ...     evidence=seen, **about)
    >>> span(rate)
    PrintedRange(low=14.5, high=16.0)
    """
    value = figure.value or 0.0
    if figure.bound == "about":
        return PrintedRange(value - abs(value) * ABOUT, value + abs(value) * ABOUT)
    found = _DIGITS.search(figure.printed)
    digit = 10.0 ** -len(found.group(1) or "") if found else 0.0
    low, high = value - digit / 2, value + digit
    if figure.bound in {"at_least", "more_than"}:
        return PrintedRange(low, inf)
    return PrintedRange(-inf, high) if figure.bound == "at_most" else PrintedRange(low, high)


def unit(figure: Indicator) -> str:
    """Return the unit of a figure, one for all things that are counted."""
    return "家" if figure.unit in COUNTED else figure.unit


def plain(name: str) -> str:
    """Return a name without quotation marks, a bracket at its end, and words that say nothing.

    >>> plain("规模以上工业产值（亿元）") == plain("规上工业总产值")
    True
    """
    bare = _BRACKET.sub("", name.translate(_QUOTES))
    return bare.replace("规模以上", "规上").replace("总产值", "产值")


def scope(name: str) -> str:
    """Return what a size is the size of: its name without the words for size.

    >>> scope("规模以上工业产值（亿元）"), scope("现代工业体系规模"), scope("产值规模")
    ('工业', '工业', '')
    """
    return _SIZE.sub("", plain(name))


def firms(name: str) -> str:
    """Return which firms a number counts: its name without the words for firms and numbers.

    >>> firms("“专精特新”企业数量（个）"), firms("“专精特新”中小企业")
    ('专精特新', '专精特新')
    """
    return _FIRMS.sub("", plain(name))


def is_size(figure: Indicator) -> bool:
    """Whether a figure tells how large an industry or a place is to be, in money."""
    return figure.unit == "亿元" and plain(figure.name).endswith(("规模", "产值"))


def alike(one: str, other: str) -> bool:
    """Whether a name is another with words put in, its two first and last characters the same.

    One that goes on where the other ends counts a part of it: 规上工业企业中高新技术企业.

    >>> alike("国家级孵化园（器）", "国家级科技企业孵化器"), alike("企业技术中心", "检测技术中心")
    (True, False)
    """
    pairs = product(_variants(one), _variants(other))
    return any(_within(*sorted(pair, key=len)) for pair in pairs if pair[0] != pair[1])


def _variants(name: str) -> set[str]:
    bare = name.translate(_QUOTES)
    return {_ONE_CHARACTER.sub(r"\1", bare), _ONE_CHARACTER.sub(r"\2", bare)}


def _within(short: str, long: str) -> bool:
    letters = iter(long)
    ends = short[:2] == long[:2] and short[-2:] == long[-2:] and not long.startswith(short)
    return len(short) > SHORTEST and ends and all(each in letters for each in short)


def about(figure: Indicator) -> tuple[SubjectType, str, Reading]:
    """Return what a figure is about, and whether it is actual or a target."""
    return (figure.subject_type, figure.subject, figure.actual_or_target)
