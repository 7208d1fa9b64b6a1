"""Texts of cells to values: amounts, lists, words for codes."""

import re
from collections.abc import Mapping
from typing import TypeVar

from graph.exchange.read.units import FACTORS
from graph.model.formats import folded
from graph.model.look import Look

_LIST = re.compile(r"[、，,；;\n|]+")
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
    if not re.fullmatch(r"\d{1,15}(\.\d{1,9})?", plain):
        return None
    return round(float(plain) * factor, 9)


def listed(text: str) -> tuple[str, ...]:
    """The entries of a list in a cell, each once.

    >>> listed("链条、同步带；链条")
    ('链条', '同步带')
    """
    return tuple(dict.fromkeys(part.strip() for part in _LIST.split(text) if part.strip()))
