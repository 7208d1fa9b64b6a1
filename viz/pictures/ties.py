"""The synergies 协同矩阵 as a picture: the triangle of the page, each cell with its counts."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from re import findall

from markupsafe import Markup

from graph.answers.shapes import Ref, SynergiesBody
from graph.message import _
from graph.model.vocabulary import Lang
from viz import matrix
from viz.matrix import Matrix, Pair, TieSort
from viz.pictures.letters import LINE, broken, fitted
from viz.pictures.marks import Box, Letters, Paint, PictureDrawing, box, written
from viz.pictures.sheet import LegendKey
from viz.single_file import colours
from viz.words import PageWords

MOST = 30
"""Chains of a picture; those with most ties come first."""
CELL, LABEL = 84.0, 170.0
LETTERS, NAMES = 11.0, 12.0


def bounded(body: SynergiesBody, sort: TieSort) -> tuple[Matrix, int]:
    """The triangle of the chains with most ties, and how many chains it leaves out."""
    whole = matrix.matrix(body, sort)
    parties = _parties(whole)
    if len(parties) <= MOST:
        return whole, 0
    kept = {ref.id for ref in parties[:MOST]}
    fewer = body.model_copy(
        update={
            "chains": tuple(ref for ref in body.chains if ref.id in kept),
            "cells": tuple(cell for cell in body.cells if {cell.a, cell.b} <= kept),
        }
    )
    return matrix.matrix(fewer, sort), len(parties) - MOST


def matrix_drawing(triangle: Matrix, sort: TieSort, lang: Lang) -> PictureDrawing:
    """Draw the rows under the names of the columns."""
    heads = [fitted(_name(ref, lang), CELL - 6, 60, NAMES) for ref in triangle.columns]
    top = max((each.height for each in heads), default=0) + 8
    marks = Markup("")
    for at, head in enumerate(heads):
        x = LABEL + at * CELL + CELL / 2
        how = Letters(head.size, colours()["ink"], bold=True, middle=True)
        marks += written(x, top - 4 - head.height, head.lines, how)
    y = top
    for party, pairs in triangle.rows:
        texts = [_counts(pair, sort, lang) for pair in pairs]
        label = broken(_name(party, lang), NAMES, LABEL - 8)
        lines = max(len(text) for text in texts) * LETTERS
        high = max(34.0, lines * LINE + 8, len(label) * NAMES * LINE + 4)
        marks += written(0, y + 4, label, Letters(NAMES, colours()["ink"], bold=True))
        for at, (pair, text) in enumerate(zip(pairs, texts, strict=True)):
            marks += _cell(pair, text, Box(LABEL + at * CELL, y, CELL - 2, high - 2))
        y += high
    return PictureDrawing(marks, LABEL + len(heads) * CELL, y)


def matrix_keys(triangle: Matrix, sort: TieSort, lang: Lang) -> Iterator[LegendKey]:
    """What the shades mean."""
    words = PageWords(lang)
    for band in triangle.bands:
        count = f"{band.low}–{band.high}" if band.high > band.low else str(band.low)
        yield LegendKey(_shade(band.band), f"{words.coded(f'tie_{sort}')} {count}")
    yield LegendKey(_shade(0), _("只有其他联系").text(lang))
    yield LegendKey(_untied(), _("未见联系").text(lang))


def _parties(triangle: Matrix) -> list[Ref]:
    return [*triangle.columns[:1], *(party for party, _pairs in triangle.rows)]


def _cell(pair: Pair, text: list[tuple[str, bool]], place: Box) -> Markup:
    if pair.cell is None:
        return box(place, _untied(), round_=0)
    look = _shade(pair.band)
    marks = box(place, look, round_=0)
    for row, (line, asked) in enumerate(text):
        how = Letters(LETTERS, look.ink, bold=asked)
        marks += written(place.x + 5, place.y + 3 + row * LETTERS * LINE, [line], how)
    return marks


def _counts(pair: Pair, sort: TieSort, lang: Lang) -> list[tuple[str, bool]]:
    """Lines of a cell: each sort of tie with its count, and whether it is the one asked for."""
    words = PageWords(lang)
    told = [(f"{words.coded(f'tie_{code}')} {n}", code == sort) for code, n in pair.counts]
    if pair.possible:
        told.append((f"{_('可能').text(lang)} {pair.possible}", False))
    return [(line, asked) for text, asked in told for line in broken(text, LETTERS, CELL - 10)]


def _name(ref: Ref, lang: Lang) -> str:
    return PageWords(lang).name(ref)


def _untied() -> Paint:
    return Paint("#ffffff", colours()["soft"], colours()["line"], dashed=True)


def _shade(band: int) -> Paint:
    found = _ties()
    return Paint(found[f"tie-{band}"], found[f"tie-{band}-ink"], colours()["line"])


@cache
def _ties() -> dict[str, str]:
    """The shades as the stylesheet has them; the first value of a name is the light one."""
    text = files("viz").joinpath("static", "ties.css").read_text("utf-8")
    found: dict[str, str] = {}
    for name, value in findall(r"--(tie-[\w-]+):\s*(#[0-9a-f]+);", text):
        found.setdefault(name, value)
    return found
