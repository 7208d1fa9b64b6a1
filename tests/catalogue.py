"""The texts of the code and their English; `python -m tests.catalogue` brings the file in step.

It adds what is new, without English, and drops what nothing says any more; what is left to do is
to write the English.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from graph.message import CATALOGUE

ROOT = Path(__file__).parent.parent
FILE = CATALOGUE
PACKAGES = ("graph", "viz", "api")
SPEAKERS = {"_": 1, "say": 1, "words": 1, "p_": 2}
"""What makes or says a message, and how many literals it takes: context and text, or the text."""
HEADER = r"""msgid ""
msgstr ""
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
Key = tuple[str | None, str]


def extracted() -> dict[Key, str]:
    """Every text of the code, by context and Chinese, with the file that it stands in first."""
    found: dict[Key, str] = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            for key in _texts(path):
                found.setdefault(key, str(path.relative_to(ROOT)))
    return found


def _texts(path: Path) -> Iterator[Key]:
    if path.suffix == ".py":
        yield from _in_python(ast.parse(path.read_text("utf-8")))
    if path.suffix == ".html":
        yield from _in_template(path.read_bytes())


def _in_python(tree: ast.Module) -> Iterator[Key]:
    """Find what is said by literals alone; the tokens of Babel take parts of other calls for it."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = _name(call)
        texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
        if len(call.args) == len(texts) == SPEAKERS.get(name):
            yield (str(texts[0]) if len(texts) == 2 else None, str(texts[-1]))


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def loose() -> Iterator[tuple[str, str]]:
    """Every string in the Python of the packages that is no message and no docstring, by file."""
    for path in (path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        said = {id(arg) for call in calls if _name(call) in SPEAKERS for arg in call.args}
        said |= {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and id(node) not in said:
                yield path.relative_to(ROOT).as_posix(), text


def _in_template(source: bytes) -> Iterator[Key]:
    options = {"silent": "false", "trimmed": "false"}
    for _line, name, texts, _comments in babel_extract(
        BytesIO(source), tuple(SPEAKERS), (), options
    ):
        given = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if text]
        if len(given) == SPEAKERS[name or ""]:
            yield (given[0] if len(given) == 2 else None, given[-1])


def held() -> Catalog:
    """The catalogue as it lies in the package."""
    return read_po(BytesIO(FILE.read_bytes()), locale="en", abort_invalid=True)


def entries(catalogue: Catalog) -> Iterator[tuple[Key, str]]:
    """Its texts: context and Chinese, and the English."""
    for each in catalogue:
        if each.id:
            yield (each.context, str(each.id)), str(each.string)


def written(english: dict[Key, str]) -> bytes:
    """A catalogue as a file: sorted, a text a line, without places, so that branches merge."""
    catalogue = Catalog(locale="en")
    for (context, text), said in english.items():
        catalogue.add(text, said, context=context)
    for each in catalogue:
        each.flags.clear()
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    return HEADER.encode() + buffer.getvalue()


def main() -> None:
    """Write the catalogue anew, and say what has no English yet."""
    known = dict(entries(held())) if FILE.exists() else {}
    english = {key: known.get(key, "") for key in extracted()}
    FILE.write_bytes(written(english))
    print(*(text for (_, text), said in english.items() if not said), sep="\n")


if __name__ == "__main__":
    main()
