"""Chooses between the two languages."""

from dataclasses import dataclass

from graph.model.vocabulary import Lang


@dataclass(frozen=True, slots=True)
class Say:
    """Chooses between two texts.

    >>> Say("en")("缺口", "gap")
    'gap'
    """

    lang: Lang

    def __call__(self, zh: str, en: str) -> str:
        """The text in the language."""
        return zh if self.lang == "zh" else en
