"""How a text is spelled before anything in it is looked up: one way for what is one word."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_BRACKETS = str.maketrans("[]{}【】〔〕〈〉《》", "()()()()()()")
_SPELLINGS = {
    "启动": "起动",
    "减振": "减震",
    "混泥土": "混凝土",
    "坐椅": "座椅",
    "坐垫": "座垫",
    "联接": "连接",
    "黏": "粘",
    "炭": "碳",
}
"""How firms spell words of trades, and as one word they are looked up; of one length."""


def plain(text: str) -> str:
    """A text of the same length in half width and lower case, words in their usual spelling.

    >>> plain("ＰＣ构件（Ⅱ类）、启动电机")
    'pc构件(ⅱ类)、起动电机'
    """
    half = text.translate(_WIDE).translate(_BRACKETS)
    low = half.lower()
    if len(low) != len(half):
        low = "".join(one if len(one := each.lower()) == 1 else each for each in half)
    for written, usual in _SPELLINGS.items():
        low = low.replace(written, usual)
    return low
