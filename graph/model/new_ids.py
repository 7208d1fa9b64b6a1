"""Ids of records that nobody has given one: made of their names."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from graph.model.names import fold


def new_id(name: str, otherwise: str) -> str:
    """The id of a new record: its name in pinyin, and what tells it from others.

    The same name gives the same id, whenever and wherever it is imported.

    >>> new_id("示例机械厂", "firm") == new_id(" 示例机械厂", "firm")
    True
    """
    whole = fold(name)
    spelt = "_".join(_syllables(whole))[:40].strip("_")
    digest = hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{spelt}_{digest}" if spelt else f"{otherwise}_{digest}"


def _syllables(text: str) -> Iterator[str]:
    latin = ""
    for character in text:
        if character.isascii() and character.isalnum():
            latin += character
            continue
        if latin:
            yield latin
            latin = ""
        spelt = _syllable(character)
        if spelt:
            yield spelt
    if latin:
        yield latin


@lru_cache(maxsize=8192)
def _syllable(character: str) -> str:
    # Imported here: it takes a third of a second, and only new firms need it.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    spelt = "".join(lazy_pinyin(character)).casefold()
    return spelt if spelt.isascii() and spelt.isalnum() else ""
