"""Names as they are compared, wherever they are: in files, stores, questions and tables."""

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


def fold(text: str) -> str:
    """The form in which names are compared: NFKC, lower case, half width, without spaces.

    >>> fold("Ａ00级 电池")
    'a00级电池'
    """
    if text.isascii():  # which has but one form
        return "".join(text.lower().split())
    once = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    # Lower case and lost spaces can bring marks together that belong in another order.
    return unicodedata.normalize("NFKC", once)


def simplified(text: str) -> str:
    """A text in simplified characters; one that has no others is left as it is.

    >>> simplified("重慶順博鋁業有限公司"), simplified("顺博铝业")
    ('重庆顺博铝业有限公司', '顺博铝业')
    """
    try:
        text.encode("gb2312")  # has the simplified characters and hardly another
    except UnicodeEncodeError:
        return _simplified(text)
    return text


@lru_cache(maxsize=1 << 14)
def _simplified(text: str) -> str:
    found: str = _converter().convert(text)
    return found


@lru_cache(maxsize=1)
def _converter() -> "OpenCC":
    # Imported here: it reads its dictionaries, and few texts need them.
    from opencc import OpenCC  # noqa: PLC0415

    return OpenCC("t2s")
