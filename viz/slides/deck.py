"""A set of slides: its fonts, titles, feet, and paragraphs that fill as many as they need."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Pt

from graph.answers.shapes.report import ReportSentence
from graph.message import _
from graph.model.vocabulary import Lang
from viz.pictures.letters import broken
from viz.single_file import colours

WIDTH, HEIGHT = 960.0, 540.0
"""Points: 16 to 9."""
MARGIN, TOP, LOW = 36.0, 84.0, 500.0
"""Left and right, where the body begins, where it ends."""
LINE = 1.3
FONT = "Microsoft YaHei"
"""微软雅黑, which offices have; others put their own Chinese font in its place."""
TITLE_ONLY = 5
"""The layout of the built-in template."""
SMALL = 10.0
SIZES = (18.0, 16.0, 14.0)
"""Letters of a body: the largest at which it takes one slide, else the smallest."""
_FONTS = (
    re.compile(r'(<a:(?:latin|ea) typeface=")[^"]*'),
    re.compile(r'(script="Hans" typeface=")[^"]*'),
)
"""Where the theme names the fonts of Latin and of Chinese letters."""


@dataclass(frozen=True, slots=True)
class SlideLine:
    """A paragraph: its sentences, and the mark or number before it, if any."""

    sentences: tuple[ReportSentence, ...]
    mark: str = "•"
    bold: bool = False


class Deck:
    """Slides as they are written, with the words of their language."""

    def __init__(self, title: str, about: str, lang: Lang) -> None:
        self.slides: Slides = Presentation()
        self.slides.slide_width, self.slides.slide_height = Pt(WIDTH), Pt(HEIGHT)
        self.title, self.about, self.lang = title, about, lang
        _set_fonts(self.slides)

    def slide(self, heading: str) -> Slide:
        """A new slide with a title."""
        slide: Slide = self.slides.slides.add_slide(self.slides.slide_layouts[TITLE_ONLY])
        title = slide.shapes.title
        assert title is not None  # noqa: S101 - the layout has one
        title.left, title.top, title.width, title.height = (
            Pt(each) for each in (MARGIN, 22, WIDTH - 2 * MARGIN, 50)
        )
        frame = title.text_frame
        frame.vertical_anchor, frame.margin_left = MSO_ANCHOR.MIDDLE, Pt(0)
        size = 28.0 if len(broken(heading, 28, WIDTH - 2 * MARGIN)) == 1 else 20.0
        run = frame.paragraphs[0].add_run()
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        self.write(run, heading, size, bold=True, ink=colours()["navy"])
        return slide

    def paragraphs(self, heading: str, said: Sequence[SlideLine], *, small: bool = False) -> None:
        """Paragraphs below a heading, on as many slides as they need."""
        sizes = (SMALL,) if small else SIZES
        width = WIDTH - 2 * MARGIN - 20
        size = next((s for s in sizes if self._height(said, s, width) <= LOW - TOP), sizes[-1])
        for at, part in enumerate(self._parts(said, size, width)):
            again = _("{heading}（续）", heading=heading).text(self.lang)
            frame = self.box(self.slide(again if at else heading), (MARGIN, TOP, width + 20, LOW))
            for number, each in enumerate(part):
                self._paragraph(frame, each, size, first=number == 0)

    def beside(self, slide: Slide, said: Sequence[SlideLine]) -> float:
        """Small paragraphs at the top of a slide; where they end."""
        width = WIDTH - 2 * MARGIN
        low = TOP + self._height(said, SMALL, width)
        frame = self.box(slide, (MARGIN, TOP, width, low))
        for number, each in enumerate(said):
            self._paragraph(frame, each, SMALL, first=number == 0)
        return low + SMALL

    def box(self, slide: Slide, place: tuple[float, float, float, float]) -> TextFrame:
        """A text box from left, top, of a width, down to a bottom."""
        left, top, width, bottom = place
        shape = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(bottom - top))
        frame: TextFrame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
        return frame

    def write(
        self, run: _Run, text: str, size: float, *, bold: bool = False, ink: str = ""
    ) -> None:
        """Fill a run."""
        run.text = text
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = rgb(ink or colours()["ink"])
        run.font._element.set("lang", "en-US" if self.lang == "en" else "zh-CN")

    def feet(self) -> None:
        """Write below every slide what it belongs to, and its number of how many."""
        every = list(self.slides.slides)
        for number, slide in enumerate(every, start=1):
            frame = self.box(slide, (MARGIN, LOW + 12, WIDTH - 2 * MARGIN, HEIGHT - 8))
            text = f"{self.title} · {self.about} · {number} / {len(every)}"
            self.write(frame.paragraphs[0].add_run(), text, 9, ink=colours()["soft"])

    def _paragraph(self, frame: TextFrame, said: SlideLine, size: float, *, first: bool) -> None:
        paragraph = frame.paragraphs[0] if first else frame.add_paragraph()  # type: ignore[no-untyped-call]
        paragraph.line_spacing, paragraph.space_after = Pt(size * LINE), Pt(size * 0.4)
        if said.mark:
            self.write(paragraph.add_run(), f"{said.mark} ", size, ink=colours()["navy"])
        for at, sentence in enumerate(said.sentences):
            text = paragraph.add_run()
            self.write(text, (" " if at else "") + sentence.text, size, bold=said.bold)
            self._grounds(paragraph, sentence, size)

    def _grounds(self, paragraph: _Paragraph, sentence: ReportSentence, size: float) -> None:
        """Say behind a sentence that it was worked out, and which quotes it rests on."""
        if sentence.computed:
            told = _("（推算）").text(self.lang)
            self.write(paragraph.add_run(), told, size * 0.7, ink=colours()["soft"])
        for number in sentence.cites:
            cite = paragraph.add_run()
            self.write(cite, f"[{number}]", size, ink=colours()["soft"])
            cite.font._element.set("baseline", "30000")  # python-pptx has no other way

    def _parts(
        self, said: Sequence[SlideLine], size: float, width: float
    ) -> Iterator[list[SlideLine]]:
        """Divide paragraphs among slides; none is empty."""
        part: list[SlideLine] = []
        for each in said:
            if part and self._height([*part, each], size, width) > LOW - TOP:
                yield part
                part = []
            part.append(each)
        yield part

    def _height(self, said: Sequence[SlideLine], size: float, width: float) -> float:
        lines = (len(broken(self._text(each), size, width)) for each in said)
        return sum(size * (LINE * count + 0.4) for count in lines)

    def _text(self, said: SlideLine) -> str:
        told = _("（推算）").text(self.lang)
        return f"{said.mark} " + " ".join(
            each.text + (told if each.computed else "") + "".join(f"[{n}]" for n in each.cites)
            for each in said.sentences
        )


def rgb(colour: str) -> RGBColor:
    """A colour of three or six digits."""
    digits = colour.lstrip("#")
    six = digits if len(digits) == 6 else "".join(each * 2 for each in digits)
    return RGBColor(*bytes.fromhex(six))  # type: ignore[no-untyped-call]


def _set_fonts(slides: Slides) -> None:
    """Chinese letters take their font from an attribute of their own, in the theme."""
    part = slides.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    assert isinstance(part, Part)  # noqa: S101 - what the relation leads to
    text = part.blob.decode()
    for font in _FONTS:
        text = font.sub(rf"\g<1>{FONT}", text)
    part._blob = text.encode()  # python-pptx has no other way
