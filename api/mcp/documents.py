"""Documents as resources: the whole text, or one line of it, as evidence cites it.

`liantu://hechuan/documents/plan`, `liantu://hechuan/documents/plan/lines/283`: always as it is now.
"""

import re

from api.workspaces import Workspaces
from graph import answers
from graph.answers.shapes import DocumentItem
from graph.errors import UnknownNameError

WHOLE = "liantu://{dataset}/documents/{document}"
LINE = "liantu://{dataset}/documents/{document}/lines/{line}"
_ADDRESS = re.compile(r"liantu://([^/]+)/documents/([^/]+?)(?:/lines/([1-9]\d{0,8}))?")


def documents(workspaces: Workspaces) -> list[tuple[str, DocumentItem]]:
    """Every document with its address."""
    return [
        (WHOLE.format(dataset=version.dataset, document=each.id), each)
        for version in workspaces.versions()
        for each in answers.documents(workspaces.at(version)).items
    ]


def text(workspaces: Workspaces, address: str) -> str:
    """What stands at an address; raise `UnknownNameError`, `UnknownDatasetError`."""
    parts = _ADDRESS.fullmatch(address)
    if parts is None:
        raise UnknownNameError(name=address, what="document", suggestions=(WHOLE, LINE))
    dataset, document, line = parts.groups()
    lines = answers.document(workspaces.at(workspaces.current(dataset)), document).text
    if line is None:
        return "\n".join(lines)
    if int(line) > len(lines):
        raise UnknownNameError(name=address, what="document", suggestions=(f"1–{len(lines)}",))
    return lines[int(line) - 1]
