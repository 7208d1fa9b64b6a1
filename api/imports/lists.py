"""Lists of firms that come with a form, for the queue: files, their date, names settled."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException

from api.auth.callers import Editor
from api.editing import SEEN
from api.imports.uploads import (
    MOST_FIELDS,
    MOST_FILES,
    NO_FILES,
    file_of,
    form_of,
    pairs_of,
    version_seen,
)
from graph.errors import BadParameterError, TableRefusedError
from graph.exchange.match.firm_words import KeepChoices
from graph.exchange.read.files import TableFile
from graph.message import Message
from graph.model.formats import date_in

FORM = form_of(
    "企业名单，XLSX 或 CSV / lists of firms",
    "企业名称,主要业务活动\n飞轮车业,自行车制造\n",
    {
        "as_of": {
            "type": "string",
            "description": "名单的日期 / the date of the lists",
            "examples": ["2026-06-30"],
        },
        "choose": {
            "type": "array",
            "items": {"type": "string"},
            "description": "名称=编号，或 new、skip / NAME=ID, new or skip",
            "examples": [["飞轮=flywheel", "新厂=new"]],
        },
    },
)
"""The form in OpenAPI: it is read by hand, so that who may is asked before the first byte."""


@dataclass(frozen=True, slots=True)
class ListsSent:
    """Lists to keep for the queue; `seen` is the version that was looked at, if it is said."""

    files: tuple[TableFile, ...]
    choices: KeepChoices
    seen: int | None


async def lists_sent(
    request: Request, who: Editor, if_match: Annotated[str | None, SEEN] = None
) -> ListsSent:
    """Read the form; raise `TableRefusedError` and `BadParameterError`."""
    try:
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
            given = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
            files = [await file_of(each) for each in given if each.filename]
            choices = KeepChoices(who.name, date_of(form), pairs_of(form, "choose"))
    except MultiPartException as error:
        why = Message("{why}").filled(why=error.message)
        raise TableRefusedError(file="—", reason=why) from error
    if not files:
        raise TableRefusedError(file="—", reason=NO_FILES)
    return ListsSent(tuple(files), choices, version_seen(if_match))


SentLists = Annotated[ListsSent, Depends(lists_sent)]


def date_of(form: FormData) -> str | None:
    """Read the date of lists, null where none is said."""
    text = str(form.get("as_of") or "").strip()
    found = date_in(text) if text else None
    if text and found is None:
        raise BadParameterError(parameter="as_of", value=text[:60], allowed="2026-06-30")
    return found
