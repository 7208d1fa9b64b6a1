"""Texts of cells to values: amounts, lists, words for codes."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from graph.exchange.read.units import FACTORS
from graph.model.formats import folded
from graph.model.look import Look

_NUMBER = re.compile(r"\d{1,15}(\.\d{1,9})?")
_LIST = re.compile(r"[、，,；;\n|]+")
_NUMBERED = re.compile(
    "[\u2460-\u249b]|(?:^|(?<=[\\s、，,；;/]))\\d{1,2}[.．、)）](?!\\d)|[(（]\\d{1,2}[)）]"
)
_STROKES = re.compile(r"[/／]|(?<=[^\x00-\x7f]) +")
_JOINED = re.compile(r"(?<=.)[与及和](?=.)")
_AND_SO_ON = re.compile(r"(?:等产品|等系列|等等|等)?[。.]?$")
_UNITS = sorted(FACTORS.items(), key=lambda each: -len(each[0]))

YES = frozenset({"是", "有", "对", "自产", "yes", "y", "true", "1", "√"})
NO = frozenset({"否", "无", "不是", "外购", "no", "n", "false", "0", "×"})


Code = TypeVar("Code", bound=str)


def codes_by_word(looks: Mapping[Code, Look]) -> dict[str, Code]:
    """The codes of a vocabulary by every word that tables have for them, the codes included.

    >>> from graph.model.plain_looks import STAGE
    >>> codes_by_word(STAGE)["上游"], codes_by_word(STAGE)["upstream"]
    ('upstream', 'upstream')
    """
    return {word: code for code, look in looks.items() for word in (str(code), *look.in_tables)}


def amount_in(text: str, unit: str = "万元") -> float | None:
    """A number of 万元, from zero on; null for a text that is none. A bare number is of `unit`.

    >>> [amount_in(each) for each in ("１,２００", "1.5亿元", "-3", "约2万")]
    [1200.0, 15000.0, None, None]
    """
    plain = folded(text).replace(",", "").replace(" ", "")
    factor = FACTORS[unit]
    for ending, times in _UNITS:
        if plain.endswith(ending):
            plain, factor = plain.removesuffix(ending), times
            break
    if not _NUMBER.fullmatch(plain):
        return None
    return round(float(plain) * factor, 9)


def listed(text: str) -> tuple[str, ...]:
    """The entries of a list in a cell, each once.

    >>> listed("链条、同步带；链条")
    ('链条', '同步带')
    """
    return tuple(dict.fromkeys(part.strip() for part in _LIST.split(text) if part.strip()))


def unnumbered(text: str) -> str:
    """A list without the numbers before its entries.

    >>> listed(unnumbered("1.曲轴 2、齿轮；（3）链条")), unnumbered("2.5D玻璃")
    (('曲轴', '齿轮', '链条'), '2.5D玻璃')
    """
    return _NUMBERED.sub("、", text)


def finer(text: str) -> Iterator[tuple[str, ...]]:
    """The ways in which an entry of a list can be read, the most literal first.

    >>> list(finer("链条与皮带/铃等"))[1:3]
    [('链条与皮带/铃',), ('链条与皮带', '铃')]
    """
    yield (text,)
    plain = _AND_SO_ON.sub("", text, count=1)
    yield (plain,)
    yield tuple(filter(None, _STROKES.split(plain)))
    yield tuple(part for each in _STROKES.split(plain) for part in _JOINED.split(each) if part)
