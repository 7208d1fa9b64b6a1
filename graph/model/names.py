"""Names as they are compared, wherever they are: in files, stores, questions and tables."""

import unicodedata


def fold(text: str) -> str:
    """The form in which names are compared: NFKC, lower case, half width, without spaces.

    >>> fold("Ａ00级 电池")
    'a00级电池'
    """
    once = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    # Lower case and lost spaces can bring marks together that belong in another order.
    return unicodedata.normalize("NFKC", once)
