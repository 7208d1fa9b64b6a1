"""How a graph is drawn, for the programs that keep names, places and colours with it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

HEIGHT = 30.0
_NARROWEST, _WIDEST = 50.0, 190.0
_LETTER, _MARGIN = 7.0, 16.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as it is drawn: its middle in pixels, y downwards; colours as `#rrggbb`."""

    label: str
    x: float
    y: float
    ground: str
    ink: str
    border: str
    shape: Literal["box", "ellipse"] = "box"
    dashed: bool = False

    @property
    def width(self) -> float:
        """As wide as its name in one line, within bounds: a Chinese character takes two letters.

        >>> Mark("铝锭", 0, 0, "#fff", "#000", "#000").width
        50.0
        >>> Mark("新能源摩托车", 0, 0, "#fff", "#000", "#000").width
        100.0
        """
        letters = sum(2 if unicodedata.east_asian_width(c) in "FW" else 1 for c in self.label)
        return min(max(letters * _LETTER + _MARGIN, _NARROWEST), _WIDEST)


@dataclass(frozen=True, slots=True)
class GraphLooks:
    """The marks of nodes by their keys (`type:id`), the words of relations (`SUPPLIES`)."""

    marks: Mapping[str, Mark] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    line: str = "#000000"


UNDRAWN = GraphLooks()
"""Without places: nodes have their names only."""
