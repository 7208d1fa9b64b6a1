"""Every text that a person reads: Chinese in the code, English in one catalogue.

`_("缺口")` is a message. It says nothing until somebody asks for a language, for that belongs to
the request: `message.text("en")`. The English stands in `graph/locale/en/LC_MESSAGES/liantu.po`
under the Chinese; `python -m tests.catalogue` brings the file in step with the code, and
`docs/decisions` says why it is done so.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, Protocol, TypeVar, runtime_checkable

Lang = Literal["zh", "en"]
Code = TypeVar("Code")
CATALOGUE = Path(__file__).parent / "locale" / "en" / "LC_MESSAGES" / "liantu.po"
"""Where the English stands."""


class Template(str):
    """A text of one language with blanks.

    A blank may name the words that go with its number, after one and after any other; `#` is the
    number itself.

    >>> Template("{n:# way|# ways} in all").format(n=1)
    '1 way in all'
    """

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        """The text with its blanks filled."""
        if "|" not in self:
            return super().format(*args, **values)
        return super().format(
            *map(_Counted, args), **{name: _Counted(each) for name, each in values.items()}
        )


@dataclass(frozen=True, slots=True)
class _Counted:
    value: object

    def __format__(self, words: str) -> str:
        one, bar, many = words.partition("|")
        if not bar:
            return format(self.value, words)
        return (one if str(self.value) == "1" else many).replace("#", str(self.value))


@dataclass(frozen=True, slots=True)
class Message:
    """A text in every language; `context` tells apart what is one word in Chinese only."""

    id: str
    context: str | None = None
    values: tuple[tuple[str, object], ...] = ()

    def template(self, lang: Lang) -> Template:
        """The text with its blanks; Chinese, where the catalogue does not have it."""
        if lang == "zh":
            return Template(self.id)
        return Template(english().get((self.context, self.id)) or self.id)

    def text(self, lang: Lang, /, **values: object) -> str:
        """The text, its blanks filled; messages in blanks speak the same language."""
        filled = {name: in_language(each, lang) for name, each in (*self.values, *values.items())}
        return self.template(lang).format(**filled)

    def filled(self, **values: object) -> "Message":
        """The message with more of its blanks filled."""
        return replace(self, values=(*self.values, *values.items()))


@dataclass(frozen=True, slots=True)
class Listing:
    """Names in a blank of a message, with the comma of its language or another word between."""

    names: Iterable[object]
    between: Message = Message("、")

    def text(self, lang: Lang, /) -> str:
        """The names in a row."""
        return self.between.text(lang).join(str(in_language(name, lang)) for name in self.names)


@runtime_checkable
class Speaks(Protocol):
    """What reads differently in each language: a message, a listing, an error."""

    def text(self, lang: Lang, /) -> str:
        """Itself in a language."""
        ...


def _(text: str, /, **values: object) -> Message:
    """Make a message of a Chinese text.

    >>> _("更多 {n} 个", n=3).text("zh")
    '更多 3 个'
    """
    return Message(text, None, tuple(values.items()))


def p_(context: str, text: str, /, **values: object) -> Message:
    """Make a message whose English depends on where it stands."""
    return Message(text, context, tuple(values.items()))


def in_language(detail: object, lang: Lang) -> object:
    """Give a detail of a sentence in `lang`, if it speaks languages, or else as it is."""
    return detail.text(lang) if isinstance(detail, Speaks) else detail


def spoken(table: Mapping[Code, Message], lang: Lang) -> dict[Code, str]:
    """Give a table of messages in one language, blanks open.

    >>> spoken({"none": _("没有 {name}")}, "zh")["none"].format(name="链")
    '没有 链'
    """
    return {code: message.template(lang) for code, message in table.items()}


@cache
def english() -> Mapping[tuple[str | None, str], str]:
    """The catalogue: context and Chinese to English."""
    return dict(_entries(CATALOGUE.read_text("utf-8")))


def _entries(text: str) -> Iterator[tuple[tuple[str | None, str], str]]:
    """Read the form that `tests.catalogue` writes: entries apart by a line, no comments."""
    for entry in text.split("\n\n"):
        found: dict[str, str] = {}
        key = ""
        for line in entry.splitlines():
            before, _quote, quoted = line.partition('"')
            key = before.rstrip() or key
            found[key] = found.get(key, "") + _plain(quoted[:-1])
        if found.get("msgid"):
            yield (found.get("msgctxt"), found["msgid"]), found["msgstr"]


def _plain(quoted: str) -> str:
    return str(json.loads(f'"{quoted}"')) if "\\" in quoted else quoted
