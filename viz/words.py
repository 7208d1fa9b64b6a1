"""The words of pages in one language, and the choices of their forms."""

import re
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from graph.answers.details import word_of
from graph.answers.shapes import Ref
from graph.answers.shapes.graph import NODE_TYPES
from graph.message import Message
from graph.model import RECORDS, RecordType
from graph.model.look import looks_of
from graph.model.told import told_by
from graph.model.vocabulary import INPUT_SORTS, STAGES, Lang
from viz.chrome import Menu
from viz.style import Look
from viz.texts import TEXTS

_CHINESE = Markup(' lang="zh-CN"')
_HAN = re.compile("[\u4e00-\u9fff]")
Choices = list[tuple[str, str]]
TIERS = (1, 2, 3)
"""Depths that the form of `/missing` offers; others come in by the address."""


class Words:
    """The words of pages in one language: `words("gaps")`, `words("more", n=3)`."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str | Message, **values: object) -> str:
        """The text of `key`; raise `KeyError` for a key that is not in `viz.texts`."""
        if isinstance(key, Message):
            return key.text(self.lang, **values)
        zh, en = TEXTS[key]
        return (en if self.lang == "en" else zh).format(**values)

    def boundary(self, code: str) -> str:
        """A boundary in words."""
        if ":" in code:
            return self("boundary_tiers", k=code.rpartition(":")[2])
        return self(f"boundary_{code}")

    def name(self, ref: Ref) -> str:
        """A record's name in the reader's language, Chinese where it has no other."""
        return (ref.name_en or ref.name) if self.lang == "en" else ref.name

    def field(self, type_: RecordType, name: str) -> str:
        """What a field of a type of record is called."""
        return word_of(told_by(RECORDS[type_])[name], self.lang)

    def code(self, type_: RecordType, name: str, code: str) -> str:
        """The word of a code that a field can hold, or of yes and no."""
        looks = looks_of(RECORDS[type_], name)
        return looks[code].label(self.lang) if looks else self(f"code_{code}")

    def tongue(self, text: str) -> Markup:
        """The attribute of an element that is Chinese on an English page, or nothing.

        >>> Words("en").tongue("车架"), Words("en").tongue("Frame"), Words("zh").tongue("车架")
        (Markup(' lang="zh-CN"'), Markup(''), Markup(''))
        """
        return _CHINESE if self.lang == "en" and _HAN.search(text) else Markup()

    def boundaries(self, asked: str) -> Choices:
        """The boundaries a form offers, and the one that was asked."""
        codes = ["traded", *(f"traded+tiers:{k}" for k in TIERS), "none"]
        if asked not in codes:
            codes.append(asked)
        return [(code, self._boundary_short(code)) for code in codes]

    def input_choices(self, asked: str) -> Choices:
        """Input sorts widening from material to all, and what was asked."""
        codes = [",".join(INPUT_SORTS[:n]) for n in range(1, len(INPUT_SORTS) + 1)]
        if asked not in codes:
            codes.append(asked)
        return [(code, self._inputs(code)) for code in codes]

    def looks(self, table: Mapping[str, Look]) -> Choices:
        """Every code of a table with its word."""
        return [(code, look.label(self.lang)) for code, look in table.items()]

    def chain_choices(self, menus: tuple[Menu, ...]) -> Choices:
        """Every chain of the navigation."""
        return [(chain.id, self.name(chain)) for menu in menus for chain in menu.chains]

    def refs(self, refs: Iterable[Ref]) -> Choices:
        """Records by name."""
        return [(ref.id, self.name(ref)) for ref in refs]

    def fact_types(self, types: Iterable[str]) -> Choices:
        """Types of facts, and at last what no fact cites."""
        return [*((type_, self(f"type_{type_}")) for type_ in types), ("uncited", self("uncited"))]

    def stages(self) -> Choices:
        """Every stage of a chain."""
        return [(stage, self(f"stage_{stage}")) for stage in STAGES]

    def sorts(self) -> Choices:
        """The orders of the gap list besides its default."""
        return [(code, self(f"sort_{code}")) for code in ("name", "id")]

    def graph_types(self) -> Choices:
        """The types of records that a graph can draw."""
        return [(code, self(f"type_{code}")) for code in NODE_TYPES]

    def _boundary_short(self, code: str) -> str:
        kind, _, tiers = code.partition("+tiers:")
        if tiers:
            return self("boundary_short_tiers", k=tiers)
        return self(f"boundary_short_{kind}") if kind in {"traded", "none"} else code

    def _inputs(self, code: str) -> str:
        sorts = code.split(",")
        if sorts == list(INPUT_SORTS):
            return self("input_all")
        return "＋".join(self._input_names(sorts))

    def _input_names(self, sorts: list[str]) -> Iterator[str]:
        for sort in sorts:
            yield self(f"input_{sort}") if sort in INPUT_SORTS else sort
