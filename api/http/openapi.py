"""The OpenAPI description, with problem details where the framework puts its own errors."""

from collections.abc import Mapping

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.auth.callers import asked_roles
from api.http.errors import MEDIA_TYPE, Problem
from api.http.glossary import describe

SUMMARY = "产业链图谱：缺失环节，每条结论都有原文依据"
DESCRIPTION = (
    "每个回答都带 `dataset` 与 `version`；列表带 `total` 与 `next`。"
    "错误为 RFC 9457 problem+json。\n\n"
    "Every answer names its `dataset` and `version`; lists carry `total` and `next`. "
    "Errors are problem details (RFC 9457)."
)
PROBLEM = "#/components/schemas/Problem"
SCHEME = "token"
TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "liantu token new ROLE; 读取仅在非本机或 LIANTU_READING=tokens 时需要 / "
    "reading needs one where it is not open to this machine",
}
WRITING = {
    "403": "角色不够，或请求来自别的网站 / the role does not reach it, or another site asks",
    "408": "等待内容超时 / the body did not come",
    "413": "内容过大 / the body is too large",
}
PROBLEMS: Mapping[str, str] = {
    "401": "需要令牌，或令牌无效 / a token is needed, or does not hold",
    "404": "没有此名称或数据集 / unknown name or dataset",
    "410": "此版本已不再保存，或分页游标属于别的版本 / not kept, or another version's cursor",
    "422": "参数有误或名称有多种含义 / a wrong parameter, an ambiguous name",
    "503": "存储没有应答 / the store does not answer",
}
FRAMEWORKS_OWN = ("HTTPValidationError", "ValidationError")


class DescribedFastAPI(FastAPI):
    """An application whose description tells the truth about its errors."""

    def openapi(self) -> dict[str, object]:
        """Return the description, made once."""
        if not self.openapi_schema:
            self.openapi_schema = _described(self)
        return self.openapi_schema


def _described(app: FastAPI) -> dict[str, object]:
    schema = get_openapi(
        title=app.title,
        version=app.version,
        summary=SUMMARY,
        description=DESCRIPTION,
        routes=app.routes,
    )
    schemas = schema["components"]["schemas"]
    for name in FRAMEWORKS_OWN:
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs"))
    schemas["Problem"] = problem
    describe(schemas)
    schema["components"]["securitySchemes"] = {SCHEME: TOKEN}
    roles = asked_roles(app)
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            reads = roles[method.upper(), path] == "reader"
            operation["security"] = [{}, {SCHEME: []}] if reads else [{SCHEME: []}]
            open_ = reads and method == "get"
            operation["responses"] |= _problems(
                versioned="'version'" in str(operation.get("parameters")), reads=open_
            )
    return schema


def _problems(*, versioned: bool, reads: bool) -> dict[str, object]:
    content = {MEDIA_TYPE: {"schema": {"$ref": PROBLEM}}}
    told = PROBLEMS if reads else {**PROBLEMS, **WRITING}
    return {
        status: {"description": text, "content": content}
        for status, text in sorted(told.items())
        if versioned or status != "410"
    }
