"""Which error gives which status: one table, and the problem details of RFC 9457."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from graph.answers.shapes.edits import Conflict
from graph.errors import (
    AddressCrowdedError,
    AmbiguousNameError,
    AnswerLateError,
    BadParameterError,
    BadTokenError,
    ChoiceRefusedError,
    CrossSiteError,
    CrowdedError,
    DatasetExistsError,
    GapClosedError,
    ImportCancelledError,
    ImportEndedError,
    ImportsBusyError,
    InvalidDataError,
    LeadReasonError,
    LiantuError,
    NewerStoreError,
    NoFontError,
    NotAStoreError,
    NotCorrectableError,
    NotReportedError,
    NotUndoableError,
    RequestError,
    RoleTooLowError,
    RowsRejectedError,
    StaleCursorError,
    StaleEditError,
    StoreBusyError,
    StoreDeniedError,
    StoreError,
    StoreReadOnlyError,
    StoreRefusesError,
    TableRefusedError,
    TokenNeededError,
    TokensFileError,
    TooManyTriesError,
    UnknownDatasetError,
    UnknownNameError,
    UnknownVersionError,
    VersionGoneError,
    VersionNotSaidError,
)
from graph.message import Message, _
from graph.model.vocabulary import Lang

MEDIA_TYPE = "application/problem+json"


def _left_out() -> Any:
    """Declare a field that is left out while it says nothing."""
    return Field(default=None, exclude_if=lambda value: value is None)


class ParameterProblem(BaseModel):
    """One parameter that is wrong: where it stands, and why."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    parameter: str
    where: str
    why: str


class Problem(BaseModel):
    """Problem details (RFC 9457); fields that say nothing are left out."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    type: str
    title: str
    status: int
    detail: str
    instance: str
    suggestions: tuple[str, ...] | None = _left_out()
    errors: tuple[ParameterProblem, ...] | None = _left_out()
    seen: int | None = _left_out()
    current: int | None = _left_out()
    conflicts: tuple[Conflict, ...] | None = _left_out()
    request_id: str | None = _left_out()

    def encoded(self) -> bytes:
        """The body of the response."""
        return self.model_dump_json().encode()


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: its status, its code (stays English) and its title."""

    status: HTTPStatus
    code: str
    message: Message

    @property
    def type(self) -> str:
        """The URI of the kind."""
        return f"urn:liantu:problem:{self.code}"

    def title(self, lang: Lang) -> str:
        """The title, the same each time but for the language."""
        return self.message.text(lang)


KINDS: dict[type[LiantuError], ProblemKind] = {
    UnknownNameError: ProblemKind(HTTPStatus.NOT_FOUND, "unknown-name", _("没有此名称")),
    AmbiguousNameError: ProblemKind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "ambiguous-name", _("名称有多种含义")
    ),
    BadParameterError: ProblemKind(HTTPStatus.UNPROCESSABLE_ENTITY, "bad-parameter", _("参数有误")),
    ChoiceRefusedError: ProblemKind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "choice-refused", _("要求不能同时满足")
    ),
    StaleCursorError: ProblemKind(HTTPStatus.GONE, "stale-cursor", _("分页游标已过期")),
    StaleEditError: ProblemKind(HTTPStatus.CONFLICT, "stale-edit", _("他人已先更改")),
    TableRefusedError: ProblemKind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "table-refused", _("表格无法导入")
    ),
    RowsRejectedError: ProblemKind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "rows-rejected", _("有行被拒绝")
    ),
    ImportCancelledError: ProblemKind(HTTPStatus.CONFLICT, "import-cancelled", _("导入已取消")),
    ImportEndedError: ProblemKind(HTTPStatus.CONFLICT, "import-ended", _("导入已结束")),
    ImportsBusyError: ProblemKind(
        HTTPStatus.SERVICE_UNAVAILABLE, "imports-busy", _("导入排队已满")
    ),
    VersionNotSaidError: ProblemKind(
        HTTPStatus.PRECONDITION_REQUIRED, "version-needed", _("须说明版本")
    ),
    NotUndoableError: ProblemKind(HTTPStatus.UNPROCESSABLE_ENTITY, "not-undoable", _("不能撤销")),
    NotReportedError: ProblemKind(HTTPStatus.UNPROCESSABLE_ENTITY, "not-reported", _("不能撤回")),
    NotCorrectableError: ProblemKind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "not-correctable", _("不能更正")
    ),
    GapClosedError: ProblemKind(HTTPStatus.UNPROCESSABLE_ENTITY, "gap-closed", _("缺口已关闭")),
    LeadReasonError: ProblemKind(HTTPStatus.UNPROCESSABLE_ENTITY, "reason-needed", _("须写明理由")),
    RequestError: ProblemKind(HTTPStatus.UNPROCESSABLE_ENTITY, "bad-request", _("请求有误")),
    InvalidDataError: ProblemKind(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-data", _("数据有误")),
    UnknownDatasetError: ProblemKind(HTTPStatus.NOT_FOUND, "unknown-dataset", _("没有此数据集")),
    VersionGoneError: ProblemKind(HTTPStatus.GONE, "version-gone", _("此版本已不再保存")),
    UnknownVersionError: ProblemKind(HTTPStatus.NOT_FOUND, "unknown-version", _("没有此版本")),
    DatasetExistsError: ProblemKind(HTTPStatus.CONFLICT, "dataset-exists", _("数据集已存在")),
    StoreBusyError: ProblemKind(HTTPStatus.SERVICE_UNAVAILABLE, "store-busy", _("存储正忙")),
    StoreReadOnlyError: ProblemKind(HTTPStatus.FORBIDDEN, "store-read-only", _("存储只读")),
    NotAStoreError: ProblemKind(HTTPStatus.SERVICE_UNAVAILABLE, "not-a-store", _("不是链图的存储")),
    NewerStoreError: ProblemKind(HTTPStatus.SERVICE_UNAVAILABLE, "newer-store", _("存储版本过新")),
    StoreDeniedError: ProblemKind(
        HTTPStatus.SERVICE_UNAVAILABLE, "store-denied", _("存储拒绝登录")
    ),
    StoreRefusesError: ProblemKind(
        HTTPStatus.INTERNAL_SERVER_ERROR, "store-refuses", _("存储拒绝语句")
    ),
    StoreError: ProblemKind(HTTPStatus.SERVICE_UNAVAILABLE, "store-fails", _("存储没有应答")),
    TokenNeededError: ProblemKind(HTTPStatus.UNAUTHORIZED, "token-needed", _("需要令牌")),
    BadTokenError: ProblemKind(HTTPStatus.UNAUTHORIZED, "bad-token", _("令牌无效")),
    RoleTooLowError: ProblemKind(HTTPStatus.FORBIDDEN, "role-too-low", _("权限不足")),
    CrossSiteError: ProblemKind(HTTPStatus.FORBIDDEN, "cross-site", _("跨站请求被拒绝")),
    TooManyTriesError: ProblemKind(HTTPStatus.TOO_MANY_REQUESTS, "too-many-tries", _("请稍后再试")),
    TokensFileError: ProblemKind(
        HTTPStatus.SERVICE_UNAVAILABLE, "tokens-unusable", _("令牌文件不可用")
    ),
    AddressCrowdedError: ProblemKind(
        HTTPStatus.TOO_MANY_REQUESTS, "too-many-at-once", _("请求过多")
    ),
    AnswerLateError: ProblemKind(HTTPStatus.SERVICE_UNAVAILABLE, "answer-late", _("尚未算完")),
    CrowdedError: ProblemKind(HTTPStatus.SERVICE_UNAVAILABLE, "crowded", _("服务器正忙")),
    NoFontError: ProblemKind(HTTPStatus.SERVICE_UNAVAILABLE, "no-font", _("没有中文字体")),
    LiantuError: ProblemKind(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", _("内部错误")),
}
"""The nearest class above an error decides."""

REALM = 'Bearer realm="liantu"'
CHALLENGES: dict[type[LiantuError], str] = {
    TokenNeededError: REALM,
    BadTokenError: f'{REALM}, error="invalid_token"',
    RoleTooLowError: f'{REALM}, error="insufficient_scope"',
}
"""What `WWW-Authenticate` says (RFC 6750)."""

UNKNOWN_PATH = ProblemKind(HTTPStatus.NOT_FOUND, "unknown-path", _("没有此地址"))
WRONG_METHOD = ProblemKind(HTTPStatus.METHOD_NOT_ALLOWED, "wrong-method", _("方法不允许"))
WRONG_PARAMETER = ProblemKind(HTTPStatus.UNPROCESSABLE_ENTITY, "wrong-parameter", _("参数有误"))
TOO_LARGE = ProblemKind(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", _("内容过大"))
TOO_SLOW = ProblemKind(HTTPStatus.REQUEST_TIMEOUT, "too-slow", _("内容迟迟未到"))
REFUSED = ProblemKind(HTTPStatus.BAD_REQUEST, "refused", _("请求被拒绝"))
FAILED = ProblemKind(HTTPStatus.INTERNAL_SERVER_ERROR, "failed", _("内部错误"))


def kind_of(error: LiantuError) -> ProblemKind:
    """The row of the table that holds for an error."""
    return next(KINDS[each] for each in type(error).__mro__ if each in KINDS)
