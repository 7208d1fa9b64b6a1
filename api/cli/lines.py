"""Lines of text about a record."""

from collections.abc import Iterable

from api.cli.evidence import EvidenceLines
from api.cli.say import Say
from api.cli.words import listed, type_word
from graph.answers import details
from graph.answers.shapes import Ref
from graph.model import Evidence, Record


def head(name: str, of_type: str, id_: str, say: Say) -> str:
    """Return the first line: name, type, id."""
    return f"{name} · {type_word(of_type, say)} {id_}"


def field(label: str, value: str) -> str:
    """Return a line, or nothing where there is no value."""
    return f"{label}: {value}" if value else ""


def card(body: Record, say: Say) -> list[str]:
    """Return the lines of a record's card."""
    found = details.card(body, say.lang)
    return [field(word[0].lower() + word[1:], text) for word, text in found]


def refs(label: str, found: tuple[Ref, ...], say: Say) -> str:
    """Return a line that lists records."""
    return field(label, listed(found, say))


def proved(text: str, evidence: Iterable[Evidence], cited: EvidenceLines) -> list[str]:
    """Return a statement with its proof below it."""
    return [text, *(f"    {line}" for line in cited.lines(evidence).splitlines())]


def joined(lines: Iterable[str]) -> str:
    """Return the lines that say something."""
    return "\n".join(line for line in lines if line)
