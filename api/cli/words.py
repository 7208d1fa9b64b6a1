"""Names and words as commands write them."""

from api.cli.say import Say
from graph.answers.shapes import Ref
from graph.wording import TYPES


def type_word(code: str, say: Say) -> str:
    """Return the word for a type of record."""
    return say(TYPES[code]) if code in TYPES else code


def named(ref: Ref, say: Say) -> str:
    """Return the name of a record in the reader's language, Chinese where it has no other."""
    return say.either(ref.name, ref.name_en or ref.name)


def listed(refs: tuple[Ref, ...], say: Say) -> str:
    """Return names joined by commas."""
    return say("、").join(named(ref, say) for ref in refs)
