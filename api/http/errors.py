"""Which error gives which status: one table, and the problem details of RFC 9457."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from graph.answers.shapes.edits import Conflict
from graph.errors import (
    AmbiguousNameError,
    BadParameterError,
    BadTokenError,
    CrossSiteError,
    DatasetExistsError,
    InvalidDataError,
    LiantuError,
    NewerStoreError,
    NotAStoreError,
    NotCorrectableError,
    NotReportedError,
    NotUndoableError,
    OlderStoreError,
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
    VersionNotSaidError,
)
from graph.model.vocabulary import Lang

MEDIA_TYPE = "application/problem+json"


def _left_out() -> Any:
    """Declare a field that is left out while it says nothing."""
    return Field(default=None, exclude_if=lambda value: value is None)


class ParameterProblem(BaseModel):
    """One parameter that is wrong: where it stands, and why."""

    model_config = ConfigDict(frozen=True)

    parameter: str
    where: str
    why: str


class Problem(BaseModel):
    """Problem details (RFC 9457); fields that say nothing are left out."""

    model_config = ConfigDict(frozen=True)

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
class Kind:
    """A kind of problem: its status, its code (stays English) and its title."""

    status: HTTPStatus
    code: str
    zh: str
    en: str

    @property
    def type(self) -> str:
        """The URI of the kind."""
        return f"urn:liantu:problem:{self.code}"

    def title(self, lang: Lang) -> str:
        """The title, the same each time but for the language."""
        return self.zh if lang == "zh" else self.en


KINDS: dict[type[LiantuError], Kind] = {
    UnknownNameError: Kind(HTTPStatus.NOT_FOUND, "unknown-name", "没有此名称", "Unknown name"),
    AmbiguousNameError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "ambiguous-name", "名称有多种含义", "Ambiguous name"
    ),
    BadParameterError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "bad-parameter", "参数有误", "Bad parameter"
    ),
    StaleCursorError: Kind(HTTPStatus.GONE, "stale-cursor", "分页游标已过期", "Stale cursor"),
    StaleEditError: Kind(
        HTTPStatus.CONFLICT, "stale-edit", "他人已先更改", "Somebody changed it first"
    ),
    TableRefusedError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "table-refused", "表格无法导入", "The table is refused"
    ),
    RowsRejectedError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "rows-rejected", "有行被拒绝", "Rows are rejected"
    ),
    VersionNotSaidError: Kind(
        HTTPStatus.PRECONDITION_REQUIRED, "version-needed", "须说明版本", "Say which version"
    ),
    NotUndoableError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "not-undoable", "不能撤销", "Cannot be undone"
    ),
    NotReportedError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "not-reported", "不能撤回", "Cannot be withdrawn"
    ),
    NotCorrectableError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "not-correctable", "不能更正", "Cannot be corrected"
    ),
    RequestError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "bad-request", "请求有误", "The request is wrong"
    ),
    InvalidDataError: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-data", "数据有误", "Invalid data"
    ),
    UnknownDatasetError: Kind(
        HTTPStatus.NOT_FOUND, "unknown-dataset", "没有此数据集", "Unknown dataset"
    ),
    UnknownVersionError: Kind(
        HTTPStatus.NOT_FOUND, "unknown-version", "没有此版本", "Unknown version"
    ),
    DatasetExistsError: Kind(
        HTTPStatus.CONFLICT, "dataset-exists", "数据集已存在", "The dataset exists"
    ),
    StoreBusyError: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "store-busy", "存储正忙", "The store is busy"
    ),
    StoreReadOnlyError: Kind(
        HTTPStatus.FORBIDDEN, "store-read-only", "存储只读", "The store is read-only"
    ),
    NotAStoreError: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "not-a-store", "不是链图的存储", "Not a store"
    ),
    NewerStoreError: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "newer-store", "存储版本过新", "The store is newer"
    ),
    StoreDeniedError: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "store-denied", "存储拒绝登录", "The store denies access"
    ),
    StoreRefusesError: Kind(
        HTTPStatus.INTERNAL_SERVER_ERROR, "store-refuses", "存储拒绝语句", "The store refuses"
    ),
    OlderStoreError: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "older-store", "存储版本过旧", "The store is older"
    ),
    StoreError: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "store-fails", "存储没有应答", "The store fails"
    ),
    TokenNeededError: Kind(
        HTTPStatus.UNAUTHORIZED, "token-needed", "需要令牌", "A token is needed"
    ),
    BadTokenError: Kind(
        HTTPStatus.UNAUTHORIZED, "bad-token", "令牌无效", "The token does not hold"
    ),
    RoleTooLowError: Kind(HTTPStatus.FORBIDDEN, "role-too-low", "权限不足", "The role is too low"),
    CrossSiteError: Kind(
        HTTPStatus.FORBIDDEN, "cross-site", "跨站请求被拒绝", "Another site's request was refused"
    ),
    TooManyTriesError: Kind(
        HTTPStatus.TOO_MANY_REQUESTS, "too-many-tries", "请稍后再试", "Too many tries"
    ),
    TokensFileError: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "tokens-unusable", "令牌文件不可用", "Tokens file unusable"
    ),
    LiantuError: Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "内部错误", "Internal error"),
}
"""The nearest class above an error decides."""

REALM = 'Bearer realm="liantu"'
CHALLENGES: dict[type[LiantuError], str] = {
    TokenNeededError: REALM,
    BadTokenError: f'{REALM}, error="invalid_token"',
    RoleTooLowError: f'{REALM}, error="insufficient_scope"',
}
"""What `WWW-Authenticate` says (RFC 6750)."""

UNKNOWN_PATH = Kind(HTTPStatus.NOT_FOUND, "unknown-path", "没有此地址", "Unknown path")
WRONG_METHOD = Kind(
    HTTPStatus.METHOD_NOT_ALLOWED, "wrong-method", "方法不允许", "Method not allowed"
)
WRONG_PARAMETER = Kind(
    HTTPStatus.UNPROCESSABLE_ENTITY, "wrong-parameter", "参数有误", "Wrong parameter"
)
TOO_LARGE = Kind(
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "内容过大", "The body is too large"
)
TOO_SLOW = Kind(HTTPStatus.REQUEST_TIMEOUT, "too-slow", "内容迟迟未到", "The body did not come")
REFUSED = Kind(HTTPStatus.BAD_REQUEST, "refused", "请求被拒绝", "The request was refused")
FAILED = Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "failed", "内部错误", "Internal error")


def kind_of(error: LiantuError) -> Kind:
    """The row of the table that holds for an error."""
    return next(KINDS[each] for each in type(error).__mro__ if each in KINDS)
