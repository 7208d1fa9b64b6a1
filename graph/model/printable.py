"""Characters that nobody sees and that make a text another than it looks, or move a cursor.

Control characters of terminals, marks that turn the direction of writing, and the like; tabs and
line ends are none.
"""

import re

HIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
)
_HIDDEN = re.compile(f"[{HIDDEN}]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def has_hidden(text: str) -> bool:
    r"""Whether a text has any of these.

    >>> has_hidden("飞轮\u202e车业"), has_hidden("飞轮\t车业")
    (True, False)
    """
    return not text.isprintable() and _HIDDEN.search(text) is not None


def printable(text: str, instead: str = "") -> str:
    r"""A text with something else, or nothing, in place of these; every line end is `\n`.

    >>> printable("飞轮\x1b[31m车业\r\n", "?")
    '飞轮?[31m车业\n'
    """
    if text.isprintable():
        return text
    return _HIDDEN.sub(instead, _LINE_ENDS.sub("\n", text))
