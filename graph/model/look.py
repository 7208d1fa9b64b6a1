"""How one code of a vocabulary is told: its words, its icon, its CSS class."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, get_args

from pydantic import BaseModel

from graph.message import Message
from graph.model.told import codes_of
from graph.model.vocabulary import Lang

C = TypeVar("C", bound=str | int)
L = TypeVar("L", bound="Look")
EMPTY = Message("")


@dataclass(frozen=True, slots=True)
class Look:
    """A code: its word, a CSS class and an icon where pages mark it, a word for tight places.

    `meaning` explains it in half a sentence. `also` are other words that tables have for it.
    """

    words: Message
    css: str = ""
    icon: str = ""
    brief: Message | None = None
    meaning: Message = EMPTY
    also: tuple[str, ...] = ()

    @property
    def in_tables(self) -> tuple[str, ...]:
        """The words that tables have for it."""
        return tuple(dict.fromkeys((self.label("zh"), self.short("zh"), *self.also)))

    def label(self, lang: Lang) -> str:
        """The full word."""
        return self.words.text(lang)

    def short(self, lang: Lang) -> str:
        """The word for tight places."""
        brief = self.brief or self.words
        return brief.text(lang)

    def note(self, lang: Lang) -> str:
        """What the word means, in half a sentence."""
        return self.meaning.text(lang)

    def in_sentence(self, lang: Lang) -> str:
        """The full word as it stands within a sentence."""
        word = self.label(lang)
        return word[0].lower() + word[1:]


@dataclass(frozen=True, slots=True)
class KindLook(Look):
    """A kind of gap: what a chain needs against it (延, 补 or 强)."""

    action: str = "强"


VOCABULARIES: dict[object, Mapping[str, Look]] = {}
"""The words of each vocabulary, as `complete` found them."""


def complete(vocabulary: object, table: Mapping[C, L]) -> Mapping[C, L]:
    """Keep and return the words of a vocabulary; raise `ValueError` for a code without any."""
    untold = set(get_args(vocabulary)) - set(table)
    if untold:
        raise ValueError(f"codes without a word: {', '.join(sorted(map(str, untold)))}")
    VOCABULARIES[vocabulary] = {str(code): look for code, look in table.items()}
    return table


def looks_of(model: type[BaseModel], name: str) -> Mapping[str, Look]:
    """Return the codes that a field can hold, with their words; none where it holds no code."""
    vocabulary = codes_of(model, name)
    return {} if vocabulary is None else VOCABULARIES[vocabulary]
