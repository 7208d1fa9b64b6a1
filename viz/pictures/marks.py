"""Boxes and letters as SVG, by attributes alone: nothing is fetched, no style to be allowed."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from viz.pictures.letters import LINE
from viz.single_file import FILLS, colours

FAMILY = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', "
    "'WenQuanYi Micro Hei', SimHei, sans-serif"
)
"""Fonts of every system; none comes with the picture."""
CONFIRMED_WIDE = 2.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours of a box, of what is written in it, and its border."""

    ground: str
    ink: str
    edge: str
    wide: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """How a text is written."""

    size: float
    ink: str
    bold: bool = False
    middle: bool = False


@dataclass(frozen=True, slots=True)
class PictureDrawing:
    """What was drawn, from the origin on, and how much room it takes."""

    marks: Markup
    width: float
    height: float


def paint(code: str, *, confirmed: bool = False) -> Paint:
    """The colours of a status, as pages have them; a confirmed gap has a red border."""
    ground, ink, edge = (colours()[each] for each in FILLS[code])
    if confirmed:
        return Paint(ground, ink, colours()["gap"], CONFIRMED_WIDE)
    return Paint(ground, ink, edge)


def box(place: Box, look: Paint, *, round_: float = 3) -> Markup:
    """A filled rectangle with a border."""
    dashes = Markup(' stroke-dasharray="6 4"') if look.dashed else ""
    return Markup(
        '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="{:g}" fill="{}" '
        'stroke="{}" stroke-width="{:g}"{}/>'
    ).format(
        place.x, place.y, place.width, place.height, round_, look.ground, look.edge, look.wide,
        dashes,
    )  # fmt: skip


def written(x: float, y: float, lines: Sequence[str], how: Letters) -> Markup:
    """Lines below one another, the top of the first at `y`."""
    bold = Markup(' font-weight="700"') if how.bold else ""
    anchor = Markup(' text-anchor="middle"') if how.middle else ""
    base = y + how.size * (0.5 + LINE / 2 - 0.14)
    return Markup("").join(
        Markup('<text x="{:.1f}" y="{:.1f}" font-size="{:g}" fill="{}"{}{}>{}</text>').format(
            x, base + row * how.size * LINE, how.size, how.ink, bold, anchor, line
        )
        for row, line in enumerate(lines)
    )


def moved(drawing: PictureDrawing, x: float, y: float) -> Markup:
    """A drawing at another place."""
    return Markup('<g transform="translate({:.1f} {:.1f})">{}</g>').format(x, y, drawing.marks)
