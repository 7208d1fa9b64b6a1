"""What each field of the interface means, with an example: said once, in `glossary.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

from pydantic import JsonValue

FILE = Path(__file__).with_suffix(".yaml")
Schema = TypedDict(
    "Schema",
    {
        "$ref": str,
        "description": str,
        "examples": list[JsonValue],
        "properties": "dict[str, Schema]",
        "required": list[str],
        "anyOf": "list[Schema]",
        "oneOf": "list[Schema]",
        "items": "Schema",
        "type": str,
        "const": JsonValue,
        "enum": list[JsonValue],
    },
    total=False,
)
"""As much of JSON Schema as the description of our shapes needs."""


class GlossaryEntry(TypedDict, total=False):
    """A field in words, what it holds for example, and of which type are the records it names."""

    zh: str
    en: str
    example: JsonValue
    of: str


Pointer = Mapping[str, JsonValue]
"""Type, id and name of a record."""


@cache
def glossary() -> Mapping[str, GlossaryEntry]:
    """Return every entry, by the name of a field, of a shape, or `Shape.field`."""
    return {name: entry for name, entry in _read().items() if name != "pointers"}


@cache
def _pointers() -> Mapping[str, Pointer]:
    """Return a record of each type."""
    found: Mapping[str, Pointer] = _read()["pointers"]
    return found


@cache
def _read() -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - the description of the interface is made when it is asked for

    found: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found


def describe(shapes: Mapping[str, Schema]) -> None:
    """Add to every field of every shape what the glossary says of it, and an example."""
    examples = _Examples(shapes)
    for shape, schema in shapes.items():
        for name, field in schema.get("properties", {}).items():
            entry = entry_of(shape, name)
            if "zh" in entry:
                field.setdefault("description", f"{entry['zh']} / {entry['en']}")
            example = examples.of_field(shape, name)
            if example is not None:
                field.setdefault("examples", [example])


def entry_of(shape: str, field: str) -> GlossaryEntry:
    """Return what is said of a field: of this shape's own first; it may say nothing."""
    said = glossary()
    return {**said.get(field, GlossaryEntry()), **said.get(f"{shape}.{field}", GlossaryEntry())}


class _Examples:
    """Examples that fit their schemas; null where neither codes nor glossary give one."""

    def __init__(self, shapes: Mapping[str, Schema]) -> None:
        self._shapes = shapes

    def of_field(self, shape: str, name: str) -> JsonValue:
        field, entry = self._shapes[shape]["properties"][name], entry_of(shape, name)
        told = entry.get("example")
        if told is not None and _fits(told, field):
            return told
        return self._of(field, _pointers().get(entry.get("of", ""), {}))

    def _of(self, schema: Schema, pointer: Pointer) -> JsonValue:
        if "$ref" in schema:
            return self._of_shape(schema["$ref"].rpartition("/")[2], pointer)
        variants = schema.get("anyOf", schema.get("oneOf", []))
        if variants:
            return self._of(variants[0], pointer)  # null comes last
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][0]
        if schema.get("type") == "array":
            inner = self._of(schema["items"], pointer)
            return None if inner is None else [inner]
        return True if schema.get("type") == "boolean" else None

    def _of_shape(self, shape: str, pointer: Pointer) -> JsonValue:
        told = glossary().get(shape, GlossaryEntry()).get("example")
        if told is not None:
            return told
        required = self._shapes[shape].get("required", ())
        found = {name: self.of_field(shape, name) for name in required}
        points = pointer.keys() <= found.keys()
        return {**found, **pointer} if points else found


_KINDS: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
}


def _fits(example: JsonValue, schema: Schema) -> bool:
    """Whether an example is of a field's kind: in another shape, the name may hold something else.

    What kind of value it is and which codes there are; patterns and bounds are for a test.
    """
    variants = schema.get("anyOf", schema.get("oneOf", []))
    if variants:
        return any(_fits(example, each) for each in variants)
    if "$ref" in schema:
        return isinstance(example, dict)
    if "enum" in schema or "const" in schema:
        return example in schema.get("enum", [schema.get("const")])
    if schema.get("type") == "array":
        items = schema.get("items", Schema())
        return isinstance(example, list) and all(_fits(each, items) for each in example)
    kind = _KINDS.get(schema.get("type", ""), ())
    return isinstance(example, kind) and (kind is bool or not isinstance(example, bool))
