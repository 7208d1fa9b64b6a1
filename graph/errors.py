"""Every error of the project.

LiantuError
├── InvalidDataError (ValueError)      a dataset breaks a rule; all findings in one report
├── RequestError (ValueError)          the question itself is wrong
│   ├── UnknownNameError (LookupError) no record has this name; candidates are given
│   ├── AmbiguousNameError             several records have this name
│   ├── BadParameterError              a boundary, input sort, depth … that does not exist
│   │   ├── NoDatasetChosenError       the store has several, and none was named
│   │   └── FilterNotTakenError        this list or file cannot be filtered so
│   ├── UnknownSettingError            a LIANTU_ variable that does not exist
│   ├── StaleCursorError               the page belongs to an older version
│   ├── VersionNotSaidError            an edit does not say which version it is of
│   ├── NotUndoableError               the version edited nothing that could be undone
│   ├── NotReportedError               what a seed says cannot be withdrawn, only corrected
│   ├── NotCorrectableError            this kind of fact cannot be said to be wrong so
│   ├── StaleEditError                 what is to be edited has changed since it was seen
│   │   └── EditConflictError          likewise, with both versions of each record
│   ├── TableRefusedError              a file that is no table: too large, damaged …
│   └── RowsRejectedError              rows of a table are wrong, so nothing of it was written
├── StoreError                         the store cannot do what was asked
│   ├── UnknownDatasetError (LookupError)
│   ├── UnknownVersionError (LookupError)
│   ├── DatasetExistsError             a history is restored into an empty place only
│   ├── StoreBusyError                 try again: another process writes
│   ├── StoreReadOnlyError
│   ├── NotAStoreError                 the file is no store of ours
│   ├── NewerStoreError                written by a newer liantu
│   ├── OlderStoreError                written by an older one, and not to be brought up to date
│   ├── StoreDeniedError               the server does not take this user or password
│   ├── StoreRefusesError              the server does not take a statement of ours: our mistake
│   └── StoreUnavailableError          it does not answer: missing, closed, no permission, disk full
├── AccessError                        whoever asks may not do that
│   ├── TokenNeededError               nobody said who asks
│   ├── BadTokenError                  the token is unknown, revoked or has expired
│   ├── RoleTooLowError                the token's role does not reach it
│   ├── CrossSiteError                 a page of another site asks
│   └── TooManyTriesError              too many wrong tokens from one address
├── TokensFileError                    the file of the tokens cannot be used
└── ServeError                         the server cannot listen there
    ├── PortTakenError                 another program listens there
    ├── NoSuchAddressError             this machine has no such address
    └── NotLoopbackError               other machines would reach it, and there are no tokens

A message names the culprit, in Chinese (`str(error)`) and in English (`error.text("en")`);
what it names stands in `error.details`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model.vocabulary import Lang
from graph.model.words import Words as Words  # noqa: PLC0414 - given on
from graph.wording import ROLES, TYPES
from graph.wording import Finding as Finding  # noqa: PLC0414 - given on
from graph.wording import LiantuError as LiantuError  # noqa: PLC0414 - given on

if TYPE_CHECKING:
    from graph.model import Record


class InvalidDataError(LiantuError, ValueError):
    """A dataset breaks rules; `findings` holds all of them."""

    zh = "数据有 {count} 处错误：\n{report}"
    en = "{count} errors in the data:\n{report}"

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(
            count=len(self.findings), report="\n".join(f.text("zh") for f in self.findings)
        )

    def text(self, lang: Lang) -> str:
        """All findings, one a line, in `lang`."""
        report = "\n".join(finding.text(lang) for finding in self.findings)
        template = self.zh if lang == "zh" else self.en
        return template.format(count=len(self.findings), report=report)


class RequestError(LiantuError, ValueError):
    """The question is wrong; asking again unchanged will not help."""


class UnknownNameError(RequestError, LookupError):
    """No record has this name. `suggestions` holds the nearest names."""

    zh = "没有名为“{name}”的{what}"
    en = "there is no {what} named “{name}”"

    def __init__(self, *, name: str, what: str, suggestions: Sequence[str] = ()) -> None:
        self.suggestions = tuple(suggestions)
        super().__init__(name=name, what=TYPES.get(what, what))


class AmbiguousNameError(RequestError):
    """Several records have this name. `suggestions` holds their ids."""

    zh = "“{name}”对应多个{what}"
    en = "“{name}” is the name of several {what}s"

    def __init__(self, *, name: str, what: str, suggestions: Sequence[str]) -> None:
        self.suggestions = tuple(suggestions)
        super().__init__(name=name, what=TYPES.get(what, what))


class BadParameterError(RequestError):
    """A parameter has a value that does not exist."""

    zh = "参数 {parameter} 不能是“{value}”；可用：{allowed}"
    en = "parameter {parameter} cannot be “{value}”; allowed: {allowed}"


class NoDatasetChosenError(BadParameterError):
    """The store has several datasets, and the request names none."""

    zh = "存储中有多个数据集，请用 dataset 指定一个：{known}"
    en = "the store has several datasets, name one as dataset: {known}"


class FilterNotTakenError(BadParameterError):
    """The list or file cannot be filtered by this parameter."""

    zh = "此文件不能按 {parameter} 筛选；可用：{allowed}"
    en = "this file cannot be filtered by {parameter}; it can by: {allowed}"


class UnknownSettingError(RequestError):
    """An environment variable looks like a setting of ours and is none."""

    zh = "没有 {name} 这个环境变量；可用：{allowed}"
    en = "there is no setting {name}; there are: {allowed}"


class TableRefusedError(RequestError):
    """A file cannot be imported at all; `reason` says why."""

    zh = "无法导入 {file}：{reason}"
    en = "{file} cannot be imported: {reason}"

    def __init__(self, *, file: str, reason: Words) -> None:
        super().__init__(file=file, reason=reason)


class RowsRejectedError(RequestError):
    """Rows were rejected, and it was not asked to go on with the sound ones."""

    zh = "有 {count} 行被拒绝，未写入任何内容；改正后重试，或选择只导入无误的行"
    en = "{count} rows are rejected, nothing was written; correct them or import the sound ones"


class StaleCursorError(RequestError):
    """The cursor was given out for another version."""

    zh = "该分页游标属于版本 {cursor_version}，当前版本为 {version}；请从第一页重新读取"
    en = "the cursor belongs to version {cursor_version}, now it is {version}; start again"


class VersionNotSaidError(RequestError):
    """An edit has to say which version its editor saw."""

    zh = "请用 If-Match 说明所见的版本（回答中的 version 或 ETag），以免覆盖他人的更改"
    en = "say in If-Match which version you saw (version or ETag of an answer)"


class NotUndoableError(RequestError):
    """The version changed nothing that people reported."""

    zh = "版本 {version} 不是人工更改，不能撤销；数据文件请重新载入"
    en = "version {version} is no edit and cannot be undone; load the data again instead"


class NotReportedError(RequestError):
    """The fact comes from a seed: it stays, and can be corrected."""

    zh = "“{id}”出自规划或参考知识，不能撤回，只能更正"
    en = "“{id}” comes from the plan or the reference layer: it is corrected, not withdrawn"


class NotCorrectableError(RequestError):
    """A fact of this kind cannot be corrected in this way; `allowed` says what can be."""

    zh = "“{id}”不能这样更正；可更正：{allowed}"
    en = "“{id}” cannot be corrected so; it can be in: {allowed}"


class StaleEditError(RequestError):
    """Somebody else changed these records (`keys`) after the version that the editor saw."""

    zh = "{what} 在您看到的版本 {seen} 之后已被更改，当前版本为 {current}；请重新查看后再提交"
    en = "{what} changed after version {seen}, which you saw; now it is {current}; look again"

    def __init__(self, *, keys: Sequence[tuple[str, str]], seen: int, current: int) -> None:
        self.keys = tuple(keys)
        what = ", ".join(f"{type_} {id_}" for type_, id_ in self.keys)
        self.seen, self.current = seen, current
        super().__init__(what=what, seen=seen, current=current)


class EditConflictError(StaleEditError):
    """Somebody else changed these records; `conflicts` holds each as it was and as it is."""

    def __init__(self, stale: StaleEditError, conflicts: Sequence["Record"]) -> None:
        self.conflicts = tuple(conflicts)
        super().__init__(keys=stale.keys, seen=stale.seen, current=stale.current)


class StoreError(LiantuError):
    """The store cannot do what was asked."""


class UnknownDatasetError(StoreError, LookupError):
    """No dataset has this id."""

    zh = "存储中没有数据集“{dataset}”；现有：{known}"
    en = "the store has no dataset “{dataset}”; it has: {known}"


class UnknownVersionError(StoreError, LookupError):
    """The dataset never had this version."""

    zh = "数据集“{dataset}”没有版本 {version}"
    en = "dataset “{dataset}” has no version {version}"


class DatasetExistsError(StoreError):
    """The store has a dataset of this id, and a history is never mixed into another."""

    zh = "存储中已有数据集“{dataset}”，不能恢复到其上"
    en = "the store has a dataset “{dataset}” already; a history is not restored over it"


class StoreBusyError(StoreError):
    """Another process is writing; try again."""

    zh = "存储 {store} 正被另一进程写入，请稍后重试"
    en = "store {store} is being written by another process; try again"


class StoreReadOnlyError(StoreError):
    """The store cannot be written."""

    zh = "存储 {store} 只读，无法写入"
    en = "store {store} is read-only"


class NotAStoreError(StoreError):
    """What the URI names is no store of ours."""

    zh = "{store} 不是链图的存储：{reason}"
    en = "{store} is not a liantu store: {reason}"


class NewerStoreError(StoreError):
    """The store was written by a newer program."""

    zh = "存储 {store} 由更新版本的链图写入（格式 {found}，本程序支持 {supported}）；请升级程序"
    en = "store {store} has format {found}, this program knows {supported}; upgrade liantu"


class StoreDeniedError(StoreError):
    """The server of the store does not know the user, the password, or the user's right."""

    zh = "存储 {store} 拒绝登录：{reason}；请检查 LIANTU_NEO4J_USER 与 LIANTU_NEO4J_PASSWORD"
    en = (
        "store {store} refuses the login: {reason}; "
        "check LIANTU_NEO4J_USER and LIANTU_NEO4J_PASSWORD"
    )


class StoreRefusesError(StoreError):
    """The server does not take a statement that this program wrote: a mistake of ours."""

    zh = "存储 {store} 不接受本程序的语句（程序有误，请反馈）：{reason}"
    en = "store {store} does not take a statement of this program, please report it: {reason}"


class OlderStoreError(StoreError):
    """The store was written by an older program, and cannot be brought up to date here."""

    zh = (
        "存储 {store} 是旧格式（{found}，现为 {supported}），只能读取，无法在存储内查询；"
        "请以可写方式打开一次，即自动升级"
    )
    en = (
        "store {store} has format {found}, now it is {supported}: it can be read, but not asked; "
        "open it once with the right to write, which brings it up to date"
    )


class StoreUnavailableError(StoreError):
    """The store does not answer or cannot be opened; nothing is known of its data."""

    zh = "无法使用存储 {store}：{reason}"
    en = "store {store} cannot be used: {reason}"


class AccessError(LiantuError):
    """Whoever asks may not do that."""


class TokenNeededError(AccessError):
    """The request says nothing of who asks."""

    zh = "此操作需要{role}令牌（由管理员用 liantu token new 生成）"
    en = "this needs a token of role {role} (liantu token new makes one)"

    def __init__(self, *, role: str) -> None:
        super().__init__(role=ROLES[role])


class BadTokenError(AccessError):
    """The token was never given out, was revoked, or has expired."""

    zh = "令牌无效、已撤销或已过期"
    en = "the token is unknown, revoked or has expired"


class RoleTooLowError(AccessError):
    """The token is good, but not for this."""

    zh = "“{name}”的角色是{has}，此操作需要{role}"
    en = "“{name}” has the role {has}; this needs {role}"

    def __init__(self, *, name: str, has: str, role: str) -> None:
        super().__init__(name=name, has=ROLES[has], role=ROLES[role])


class CrossSiteError(AccessError):
    """A page of another site asks, in the browser of somebody who is logged in here."""

    zh = "请求不是由本站（{host}）的网页发出；若经由代理访问，代理须原样转发 Host"
    en = "no page of this site ({host}) made the request; a proxy must pass Host on as it is"


class TooManyTriesError(AccessError):
    """Too many wrong tokens came from one address; `seconds` later the next may."""

    zh = "失败次数过多，请 {seconds} 秒后再试"
    en = "too many wrong tokens; try again in {seconds} seconds"

    def __init__(self, *, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(seconds=seconds)


class TokensFileError(LiantuError):
    """The file of the tokens cannot be read or written; nobody is let in by it."""

    zh = "无法使用令牌文件 {file}：{reason}"
    en = "the tokens file {file} cannot be used: {reason}"


class ServeError(LiantuError):
    """The server cannot listen at this address."""


class PortTakenError(ServeError):
    """Another program listens at this port, or it needs rights that we lack."""

    zh = "无法监听 {host}:{port}：{reason}；请用 --port 换一个端口"
    en = "cannot listen at {host}:{port}: {reason}; choose another with --port"


class NoSuchAddressError(ServeError):
    """The host name or address belongs to nothing on this machine."""

    zh = "本机没有地址“{host}”"
    en = "this machine has no address “{host}”"


class NotLoopbackError(ServeError):
    """Other machines could reach the server, and nobody has a token."""

    zh = "尚无访问令牌，不能监听其他机器可达的“{host}”；请先用 liantu token new reader 生成令牌"
    en = (
        "other machines can reach “{host}”, and nobody has a token yet: "
        "make one first with liantu token new reader"
    )
