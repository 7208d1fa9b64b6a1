"""What comes with `POST /imports`: files and what was said of them, within limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, get_args

from fastapi import Depends, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException

from api.auth.callers import Reader, editor
from api.editing import SEEN
from api.http.dependencies import refuse_unknown_parameters
from api.http.etag import version_in
from api.http.services import lang_of, services_of
from api.imports.declared import COVERAGES, declared
from api.imports.saved import SavedChoices
from api.wanted import DatasetWanted
from graph.errors import BadParameterError, TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.columns import KINDS, TableKind
from graph.exchange.read.files import TableFile, kept_file
from graph.exchange.read.headers import TableChoices
from graph.exchange.report.outcome import ImportChoices
from graph.message import Message, _
from graph.model.vocabulary import Lang

ApplyImport = Annotated[
    bool,
    Query(description="写入，须有编辑者令牌 / write: an editor's token", examples=[True]),
]
MOST_FILES = 10
MOST_FIELDS = 5000
MOST_BYTES = limits.BYTES + 10 * 1024 * 1024
"""Of all files together, and what is said of them."""
REGISTER_FORM = {
    "register": {
        "type": "string",
        "description": "作为名录导入：名录的名称，须有编辑者令牌 / as the register of this name",
        "examples": ["四经普单位名录"],
    },
    "as_of": {
        "type": "string",
        "description": "名录日期 / the date of the register",
        "examples": ["2026-06-30"],
    },
    "region": {
        "type": "string",
        "description": "名录所说的地区，默认全区 / the region it is about; default: the district",
        "examples": ["hewan_park"],
    },
    "coverage": {
        "type": "string",
        "enum": list(COVERAGES),
        "description": "名录声称的覆盖范围 / what it claims to hold",
        "examples": ["all_industrial"],
    },
    "enough": {
        "type": "string",
        "description": "规上即视为齐全的理由 / why enterprises above the scale are enough",
        "examples": ["规下企业不涉此链"],
    },
    "checked": {
        "type": "string",
        "description": "疑点核对的结果 / what became of the doubts",
        "examples": ["已与统计局核对户数"],
    },
    "note": {"type": "string", "description": "备注 / a note", "examples": ["统计局提供"]},
    "replace": {
        "type": "boolean",
        "description": "代替同日的同名名录 / it takes the place of the one of its date",
        "examples": [True],
    },
}
"""What is declared of a list that is a register."""
NO_FILES = _("没有附上文件（字段 files）")


def form_of(files: str, example: str, fields: Mapping[str, object]) -> dict[str, object]:
    """Describe a form with `files`, an example of one, and further fields."""
    files_field = {
        "type": "array",
        "minItems": 1,
        "maxItems": MOST_FILES,
        "items": {"type": "string", "format": "binary"},
        "description": files,
        "examples": [[example]],
    }
    schema = {
        "type": "object",
        "required": ["files"],
        "properties": {"files": files_field, **fields},
    }
    return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}


FORM = form_of(
    "XLSX 或 CSV / tables",
    "企业名称,产品\n飞轮车业,自行车\n",
    {
        "kind": {
            "type": "string",
            "enum": list(KINDS),
            "description": "表格种类，默认按表头识别 / default: told by the headers",
            "examples": ["makes"],
        },
        "map": {
            "type": "array",
            "items": {"type": "string"},
            "description": "列名=字段；一张表：文件#工作表:列名=字段 / "
            "HEADER=FIELD; of one table FILE#SHEET:HEADER=FIELD",
            "examples": [["主营产品=segment"]],
        },
        "value": {
            "type": "array",
            "items": {"type": "string"},
            "description": "字段:原值=我们的值 / FIELD:THEIR WORD=OUR WORD",
            "examples": [["关系:SUBORDINATE_TO=属于"]],
        },
        "template": {
            "type": "string",
            "description": "保存的导入方案 / a saved template",
            "examples": ["经信委名录"],
        },
        "choose": {
            "type": "array",
            "items": {"type": "string"},
            "description": "名称=编号，或 new、skip / NAME=ID, new or skip",
            "examples": [["飞轮=flywheel", "新厂=new"]],
        },
        **REGISTER_FORM,
        "sound_only": {
            "type": "boolean",
            "description": "有行被拒时仍写入其余 / write the sound rows",
            "examples": [True],
        },
        "restore": {
            "type": "boolean",
            "description": "曾被撤回或否定的事实也写入 / also what was taken back",
            "examples": [True],
        },
    },
)
"""The form in OpenAPI: it is read by hand, so that who may is asked before the first byte."""


@dataclass(frozen=True, slots=True)
class Upload:
    """An import as it was asked for."""

    files: tuple[TableFile, ...]
    choices: ImportChoices
    lang: Lang
    write: bool
    sound_only: bool
    seen: int | None
    token: str = ""
    may_write: bool = False


async def uploaded(
    request: Request,
    who: Reader,
    about: Annotated[DatasetWanted, Query()],
    if_match: Annotated[str | None, SEEN] = None,
    apply: ApplyImport = False,  # noqa: FBT002 - a parameter of the route
) -> Upload:
    """Read the form, as an editor where it is to be written; raise `TableRefusedError`."""
    refuse_unknown_parameters(request)
    if apply:
        who = await editor(request)
    try:
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
            files = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
            read = [await file_of(each) for each in files]
            said = {field: pairs_of(form, field) for field in ("map", "value", "choose")}
            sound_only, restore = _yes(form, "sound_only"), _yes(form, "restore")
            register = declared(lambda field: str(form.get(field) or ""))
            kind, template = _kind(form), str(form.get("template") or "")
    except MultiPartException as error:
        raise TableRefusedError(
            file="—", reason=Message("{why}").filled(why=error.message)
        ) from error
    if register is not None:  # its report tells of rows of the list before
        who = await editor(request)
    if not read:
        raise TableRefusedError(file="—", reason=NO_FILES)
    if not who.may("editor"):
        await run_in_threadpool(_refuse_large, read)
    choices = ImportChoices(
        by=who.name or "—",
        today=datetime.now(UTC).astimezone().date().isoformat(),
        dataset=about.dataset,
        wanted=_wanted(request, TableChoices(kind, said["map"], said["value"]), template),
        names=said["choose"],
        restore=restore,
        register=register,
    )
    return Upload(
        tuple(read),
        choices,
        about.lang or lang_of(request),
        apply,
        sound_only,
        version_seen(if_match),
        who.token,
        who.may("editor"),
    )


def _refuse_large(files: Sequence[TableFile]) -> None:
    """Whoever cannot write tries small tables: a large one keeps the machine from others."""
    for each in files:
        if sum(file.size for file in files) > limits.SMALL or each.unpacked > limits.SMALL_UNPACKED:
            raise TableRefusedError(file=each.name[-60:], reason=limits.ONLY_SMALL)


def _wanted(request: Request, said: TableChoices, template: str) -> TableChoices:
    """What was said, what a template says, and the further headers that users have."""
    saved = SavedChoices(services_of(request).settings.imports)
    return saved.extended(said.over(saved.template(template).choices) if template else said)


Uploaded = Annotated[Upload, Depends(uploaded)]


async def file_of(given: UploadFile) -> TableFile:
    """Read a file that came with a form; raise `TableRefusedError` for its size."""
    if (given.size or 0) > limits.BYTES:
        raise TableRefusedError(file=(given.filename or "—")[-60:], reason=limits.TOO_LARGE)
    return await run_in_threadpool(kept_file, given.filename or "", given.file)


def pairs_of(form: FormData, field: str) -> dict[str, str]:
    """Read `name=meaning` of every field of this name; raise `BadParameterError` for another."""
    pairs = {}
    for each in form.getlist(field):
        name, sign, meaning = str(each).rpartition("=")
        if not sign:
            raise BadParameterError(parameter=field, value=str(each)[:60], allowed="…=…")
        pairs[name.strip()] = meaning.strip()
    return pairs


def _kind(form: FormData) -> TableKind | None:
    wanted = form.get("kind")
    if wanted in (None, ""):
        return None
    found: Mapping[object, TableKind] = {each: each for each in get_args(TableKind)}
    if wanted not in found:
        raise BadParameterError(parameter="kind", value=str(wanted)[:60], allowed=", ".join(KINDS))
    return found[wanted]


def _yes(form: FormData, field: str) -> bool:
    text = str(form.get(field) or "").lower()
    if text not in {"", "true", "false", "1", "0", "on"}:
        raise BadParameterError(parameter=field, value=text[:60], allowed="true, false")
    return text in {"true", "1", "on"}


def version_seen(if_match: str | None) -> int | None:
    """Return the version that `If-Match` names, if it is sent; raise `BadParameterError`."""
    if not if_match:
        return None
    seen = version_in(if_match)
    if seen is None:
        raise BadParameterError(parameter="If-Match", value=if_match, allowed='"12"')
    return seen
