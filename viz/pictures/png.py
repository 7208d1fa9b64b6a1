"""An SVG picture as PNG, drawn with the fonts of this machine.

It is drawn in a process of its own: for the ten seconds that a large one takes, the library lets no
other thread of its process go on.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore

from graph.errors import NoFontError
from viz.pictures.marks import FAMILY

TWICE = 2.0
MOST_PIXELS = 40_000_000
"""A larger picture is drawn less than twice as large: no program would open it."""
AT_ONCE = 2
"""Pictures; each may take 330 MB."""
_PLACES = BoundedSemaphore(AT_ONCE)
_DRAW = """
import os, sys
from resvg_py import svg_to_bytes
getattr(os, "nice", int)(10)  # answers go first
svg = sys.stdin.buffer.read().decode()
sys.stdout.buffer.write(bytes(svg_to_bytes(svg_string=svg, width=int(sys.argv[1]))))
"""


def png(draw: Callable[[], str]) -> bytes:
    """Draw a picture at twice its size; raise `NoFontError` where no font here has Chinese.

    `draw` makes it as SVG, which is not done for nothing.
    """
    if not has_chinese():
        raise NoFontError
    svg = draw()
    width = str(drawn_width(*size(svg)))
    asked = [sys.executable, "-I", "-c", _DRAW, width]
    with _PLACES:
        return subprocess.run(  # noqa: S603 - our own program
            asked, input=svg.encode(), stdout=subprocess.PIPE, check=True
        ).stdout


def drawn_width(width: int, height: int) -> int:
    """How many pixels wide a picture of this size is drawn.

    >>> drawn_width(1000, 800), drawn_width(10_000, 16_000)
    (2000, 5000)
    """
    return int(width * min(TWICE, (MOST_PIXELS / (width * height)) ** 0.5))


def size(svg: str) -> tuple[int, int]:
    """The size that a picture of ours gives itself.

    >>> size('<svg xmlns="" width="40" height="30" viewBox="0 0 40 30"/>')
    (40, 30)
    """
    start = svg.partition('viewBox="0 0 ')[2].partition('"')[0].split()
    return int(start[0]), int(start[1])


@cache
def has_chinese(*, installed: bool = True) -> bool:
    """Whether a font has Chinese letters, of those installed: else two of them look the same."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - heavy, and asked for seldom

    drawn = {
        bytes(
            svg_to_bytes(svg_string=_PROBE.format(FAMILY, letter), skip_system_fonts=not installed)
        )
        for letter in _HAN
    }
    return len(drawn) > 1


_HAN = ("&#x94fe;", "&#x56fe;")
_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">'
    '<text x="0" y="26" font-size="28" font-family="{}">{}</text></svg>'
)
