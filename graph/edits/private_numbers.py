"""Telephone numbers of persons, which a lead must not hold: it is handed on."""

import re
import unicodedata

_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])")


def has_private_number(text: str) -> bool:
    """Whether a text holds what looks like the number of a mobile phone.

    >>> has_private_number("招商一科张科长 １３８-0000-0000"), has_private_number("+86 13800000000")
    (True, True)
    >>> has_private_number("招商一科"), has_private_number("信用代码 91500117MA13800000"[:23])
    (False, False)
    """
    return _MOBILE.search(_plain(text)) is not None


def without_private_numbers(text: str) -> str:
    """A text with what looks like the number of a mobile phone left out.

    >>> without_private_numbers("张科长（13800000000）"), without_private_numbers("Ａ座招商一科")
    ('张科长(…)', 'Ａ座招商一科')
    """
    return _MOBILE.sub("…", _plain(text)) if has_private_number(text) else text


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
