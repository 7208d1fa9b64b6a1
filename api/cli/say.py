"""Says texts in the language of the command."""

from dataclasses import dataclass

from graph.message import Lang, Message


@dataclass(frozen=True, slots=True)
class Say:
    """Says a text: a Chinese one that the catalogue has, or a message; `en` is the older way.

    >>> Say("en")("缺口", "gap"), Say("zh")("更多 {n} 个", n=3)
    ('gap', '更多 3 个')
    """

    lang: Lang

    def __call__(self, text: str | Message, en: str | None = None, /, **values: object) -> str:
        """The text in the language."""
        if en is not None and isinstance(text, str):
            return text if self.lang == "zh" else en
        message = text if isinstance(text, Message) else Message(text)
        return message.text(self.lang, **values)
