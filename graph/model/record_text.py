"""Records as the texts by which they are stored, for those that come by the million."""

from functools import lru_cache
from json import JSONEncoder
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from graph.model.facts import AnyRecord
from graph.model.record import Record
from graph.model.vocabulary import RecordType


class RecordText(NamedTuple):
    """A record that was checked, and then written as its class would write it.

    `names` are its own and its other names, as searched; a type without names has none.
    """

    type: RecordType
    id: str
    text: str
    names: tuple[str, ...] = ()


WrittenRecord = AnyRecord | RecordText

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_PLAIN: tuple[tuple[object, str], ...] = (
    (None, "null"),
    (False, "false"),
    (True, "true"),
    ((), "[]"),
)


def json_of(value: object) -> str:
    """A text, a number or a list of texts as the JSON of records has it."""
    if type(value) is str:
        return encode_basestring(value)
    for plain, text in _PLAIN:
        if value is plain:
            return text
    return _encode(value)


def is_text(text: str) -> bool:
    """Whether a `Text` of a record can be this just so."""
    return bool(text) and text == text.strip()


def written(model: type[Record], **values: str) -> str:
    """The JSON of a record whose fields have these values, each as JSON; the rest say nothing.

    No value is checked.

    >>> from graph.model import Member
    >>> written(Member, segment=json_of("frame"))
    '{"segment":"frame","exact":false}'
    """
    return _pattern(model, tuple(values)) % values


@lru_cache(maxsize=1 << 10)
def _pattern(model: type[Record], names: tuple[str, ...]) -> str:
    """What pydantic writes of such a record, with a place for each value."""
    marks: dict[str, Any] = {name: f"@{name}@" for name in names}
    marked = model.model_construct(**marks)
    text = marked.model_dump_json(warnings=False).replace("%", "%%")
    for name in names:
        text = text.replace(f'"@{name}@"', f"%({name})s")
    return text
