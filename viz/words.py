"""The words of pages in one language, and the choices of their forms."""

import re
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from graph.answers.details import word_of
from graph.answers.offered import NODE_TYPES
from graph.answers.shapes import Ref
from graph.message import Message, _, p_
from graph.model import RECORDS, RecordType
from graph.model.look import looks_of
from graph.model.told import told_by
from graph.model.vocabulary import INPUT_SORTS, STAGES, Lang
from viz.chrome import Menu
from viz.style import Look
from viz.texts import TEXTS

_CHINESE = Markup(' lang="zh-CN"')
_HAN = re.compile("[\u4e00-\u9fff]")
Options = list[tuple[str, str]]
TIERS = (1, 2, 3)
"""Depths that the form of `/missing` offers; others come in by the address."""


class PageWords:
    """The words of pages in one language: `words("缺口")`, `words("更多 {n} 个", n=3)`."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, text: str | Message, /, **values: object) -> str:
        """A text as it stands in the template, or a message, in the reader's language."""
        message = Message(text) if isinstance(text, str) else text
        return message.text(self.lang, **values)

    def coded(self, key: str, /, **values: object) -> str:
        """The word of a code; raise `KeyError` for one that is not in `viz.texts`."""
        return TEXTS[key].text(self.lang, **values)

    def boundary(self, code: str) -> str:
        """A boundary in words."""
        if ":" in code:
            return self(_("可市场采购，且只看 {k} 层"), k=code.rpartition(":")[2])
        return self.coded(f"boundary_{code}")

    def name(self, ref: Ref) -> str:
        """A record's name in the reader's language, Chinese where it has no other."""
        return (ref.name_en or ref.name) if self.lang == "en" else ref.name

    def field(self, type_: RecordType, name: str) -> str:
        """What a field of a type of record is called."""
        return word_of(told_by(RECORDS[type_])[name], self.lang)

    def code(self, type_: RecordType, name: str, code: str) -> str:
        """The word of a code that a field can hold, or of yes and no."""
        looks = looks_of(RECORDS[type_], name)
        return looks[code].label(self.lang) if looks else self.coded(f"code_{code}")

    def tongue(self, text: str) -> Markup:
        """The attribute of an element that is Chinese on an English page, or nothing.

        >>> en, zh = PageWords("en"), PageWords("zh")
        >>> en.tongue("车架"), en.tongue("Frame"), zh.tongue("车架")
        (Markup(' lang="zh-CN"'), Markup(''), Markup(''))
        """
        return _CHINESE if self.lang == "en" and _HAN.search(text) else Markup()

    def boundaries(self, asked: str) -> Options:
        """The boundaries a form offers, and the one that was asked."""
        codes = ["traded", *(f"traded+tiers:{k}" for k in TIERS), "none"]
        if asked not in codes:
            codes.append(asked)
        return [(code, self._boundary_short(code)) for code in codes]

    def input_choices(self, asked: str) -> Options:
        """Input sorts widening from material to all, and what was asked."""
        codes = [",".join(INPUT_SORTS[:n]) for n in range(1, len(INPUT_SORTS) + 1)]
        if asked not in codes:
            codes.append(asked)
        return [(code, self._inputs(code)) for code in codes]

    def look(self, look: Look) -> str:
        """The word of a code."""
        return look.label(self.lang)

    def looks(self, table: Mapping[str, Look]) -> Options:
        """Every code of a table with its word."""
        return [(code, look.label(self.lang)) for code, look in table.items()]

    def chain_choices(self, menus: tuple[Menu, ...]) -> Options:
        """Every chain of the navigation."""
        return [(chain.id, self.name(chain)) for menu in menus for chain in menu.chains]

    def refs(self, refs: Iterable[Ref]) -> Options:
        """Records by name."""
        return [(ref.id, self.name(ref)) for ref in refs]

    def fact_types(self, types: Iterable[str]) -> Options:
        """Types of facts, and at last what no fact cites."""
        return [
            *((type_, self.coded(f"type_{type_}")) for type_ in types),
            ("uncited", self(_("没有事实引用的句子"))),
        ]

    def stages(self) -> Options:
        """Every stage of a chain."""
        return [(stage, self.coded(f"stage_{stage}")) for stage in STAGES]

    def sorts(self) -> Options:
        """The orders of the gap list besides its default."""
        return [(code, self.coded(f"sort_{code}")) for code in ("priority", "name", "id")]

    def graph_types(self) -> Options:
        """The types of records that a graph can draw."""
        return [(code, self.coded(f"type_{code}")) for code in NODE_TYPES]

    def _boundary_short(self, code: str) -> str:
        kind, _plus, tiers = code.partition("+tiers:")
        if tiers:
            return self(_("只看 {k} 层"), k=tiers)
        return self.coded(f"boundary_short_{kind}") if kind in {"traded", "none"} else code

    def _inputs(self, code: str) -> str:
        sorts = code.split(",")
        if sorts == list(INPUT_SORTS):
            return self(p_("inputs", "全部"))
        return "＋".join(self._input_names(sorts))

    def _input_names(self, sorts: list[str]) -> Iterator[str]:
        for sort in sorts:
            yield self.coded(f"input_{sort}") if sort in INPUT_SORTS else sort
