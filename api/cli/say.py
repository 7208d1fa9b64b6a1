"""Says texts in the language of the command."""

from dataclasses import dataclass

from graph.message import Lang, Message


@dataclass(frozen=True, slots=True)
class Say:
    """Says a text, as it stands in the code, or a message.

    >>> Say("zh")("更多 {n} 个", n=3)
    '更多 3 个'
    """

    lang: Lang

    def either(self, chinese: str, english: str) -> str:
        """Choose between two names that data gives."""
        return english if self.lang == "en" else chinese

    def __call__(self, text: str | Message, /, **values: object) -> str:
        """The text in the language."""
        message = text if isinstance(text, Message) else Message(text)
        return message.text(self.lang, **values)
