"""Which language a request wants: `?lang=`, then `Accept-Language`, then the setting."""

from api.settings import LANGS
from graph.model.vocabulary import Lang


def preferred(lang: str | None, accept_language: str | None, default: Lang) -> Lang:
    """The wanted language, as far as it is one of ours.

    >>> preferred(None, "fr, en-GB;q=0.8, zh;q=0.5", "zh")
    'en'
    >>> preferred("zh", "en", "en"), preferred(None, None, "zh"), preferred(None, "fr", "zh")
    ('zh', 'zh', 'zh')
    """
    if lang is not None and lang in LANGS:
        return LANGS[lang]
    for tag in _by_quality(accept_language or ""):
        if tag in LANGS:
            return LANGS[tag]
    return default


def _by_quality(header: str) -> list[str]:
    weighted: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, rest = part.strip().partition(";")
        quality = _quality(rest)
        if quality > 0:
            weighted.append((-quality, tag.strip().lower().split("-")[0]))
    return [tag for _, tag in sorted(weighted, key=lambda each: each[0])]


def _quality(text: str) -> float:
    try:
        return float(text.strip().removeprefix("q=") or 1)
    except ValueError:
        return 0
