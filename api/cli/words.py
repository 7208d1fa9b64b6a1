"""Names and words as commands write them."""

from api.cli.say import Say
from graph.answers.shapes import Ref
from graph.model.words import Words
from graph.wording import TYPES


def type_word(code: str, say: Say) -> str:
    """Return the word for a type of record."""
    return say(*TYPES.get(code, Words(code, code)))


def named(ref: Ref, say: Say) -> str:
    """Return the name of a record in the reader's language, Chinese where it has no other."""
    return say(ref.name, ref.name_en or ref.name)


def listed(refs: tuple[Ref, ...], say: Say) -> str:
    """Return names joined by commas."""
    return say("、", ", ").join(named(ref, say) for ref in refs)
