"""Words in both languages."""

from typing import NamedTuple


class Words(NamedTuple):
    """A detail that reads differently in each language."""

    zh: str
    en: str
