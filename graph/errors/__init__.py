"""Every error of the project.

LiantuError
├── InvalidDataError (ValueError)      a dataset breaks a rule; all findings in one report
├── RequestError (ValueError)          the question itself is wrong
│   ├── UnknownNameError (LookupError) no record has this name; candidates are given
│   ├── AmbiguousNameError             several records have this name
│   ├── BadParameterError              a boundary, input sort, depth … that does not exist
│   │   ├── NoDatasetChosenError       the store has several, and none was named
│   │   ├── FilterNotTakenError        this list or file cannot be filtered so
│   │   ├── NotDeclaredError           what makes a list a register is said in part
│   │   ├── NotKeptError               this is no page or no name that can be saved
│   │   └── ListsFullError             a reader keeps as many lists as may be
│   ├── ChoiceRefusedError             wishes that no choice meets; with the least to give way
│   ├── SuppositionError               what is supposed contradicts itself, or is nothing
│   ├── UnknownSettingError            a LIANTU_ variable that does not exist
│   ├── StaleCursorError               the page belongs to an older version
│   ├── VersionNotSaidError            an edit does not say which version it is of
│   ├── NotUndoableError               the version edited nothing that could be undone
│   ├── NothingDecidedError            this person has decided nothing that could be undone
│   ├── ProposalConfirmedError         what was confirmed is undone, not refused
│   ├── GapClosedError                 nothing is lacking there any more: no lead can begin on it
│   ├── LeadReasonError                a lead goes back or ends, and nobody says why
│   ├── NotReportedError               what a seed says cannot be withdrawn, only corrected
│   ├── NotCorrectableError            this kind of fact cannot be said to be wrong so
│   ├── StaleEditError                 what is to be edited has changed since it was seen
│   │   ├── EditConflictError          likewise, with both versions of each record
│   │   └── StaleWatcherError          what is remembered of a reader has changed meanwhile
│   ├── TableRefusedError              a file that is no table: too large, damaged …
│   ├── RowsRejectedError              rows of a table are wrong, so nothing of it was written
│   ├── ImportCancelledError           somebody cancelled the import; nothing was written
│   ├── ImportEndedError               it is done, or writes already: too late to cancel it
│   └── ImportsBusyError               as many imports wait as may: come again
├── StoreError                         the store cannot do what was asked
│   ├── UnknownDatasetError (LookupError)
│   ├── UnknownVersionError (LookupError)
│   │   └── VersionGoneError           it had this version, and keeps it no longer
│   ├── DatasetExistsError             a history is restored into an empty place only
│   ├── StoreBusyError                 try again: another process writes
│   ├── StoreReadOnlyError
│   ├── NotAStoreError                 the file is no store of ours
│   ├── NewerStoreError                written by a newer liantu
│   ├── StoreDeniedError               the server does not take this user or password
│   ├── StoreRefusesError              the server does not take a statement of ours: our mistake
│   ├── StoreUnavailableError          it does not answer: missing, closed, no permission, disk full
│   └── ColumnsUnusableError           what was compiled is missing, damaged or of something else
├── AccessError                        whoever asks may not do that
│   ├── TokenNeededError               nobody said who asks
│   ├── BadTokenError                  the token is unknown, revoked or has expired
│   ├── RoleTooLowError                the token's role does not reach it
│   ├── CrossSiteError                 a page of another site asks
│   └── TooManyTriesError              too many wrong tokens from one address
├── TokensFileError                    the file of the tokens cannot be used
├── CrowdedError                       try again: too much is asked at once
│   ├── AddressCrowdedError            by one address
│   ├── QueueTooLongError              by all; nothing was begun
│   └── AnswerLateError                the answer is still being worked out
├── NoFontError                        no font here has the letters of a picture
└── ServeError                         the server cannot listen there
    ├── PortTakenError                 another program listens there
    ├── NoSuchAddressError             this machine has no such address
    └── NotLoopbackError               other machines would reach it, and there are no tokens

A message names the culprit, in Chinese (`str(error)`) and in English (`error.text("en")`);
what it names stands in `error.details`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.errors.serving import AccessError as AccessError
from graph.errors.serving import AddressCrowdedError as AddressCrowdedError
from graph.errors.serving import AnswerLateError as AnswerLateError
from graph.errors.serving import BadTokenError as BadTokenError
from graph.errors.serving import CrossSiteError as CrossSiteError
from graph.errors.serving import CrowdedError as CrowdedError
from graph.errors.serving import NoFontError as NoFontError
from graph.errors.serving import NoSuchAddressError as NoSuchAddressError
from graph.errors.serving import NotLoopbackError as NotLoopbackError
from graph.errors.serving import PortTakenError as PortTakenError
from graph.errors.serving import QueueTooLongError as QueueTooLongError
from graph.errors.serving import RoleTooLowError as RoleTooLowError
from graph.errors.serving import ServeError as ServeError
from graph.errors.serving import TokenNeededError as TokenNeededError
from graph.errors.serving import TokensFileError as TokensFileError
from graph.errors.serving import TooManyTriesError as TooManyTriesError
from graph.message import Message, _
from graph.model.vocabulary import Lang
from graph.wording import TYPES
from graph.wording import Finding as Finding
from graph.wording import LiantuError as LiantuError

if TYPE_CHECKING:
    from graph.model import Record


class InvalidDataError(LiantuError, ValueError):
    """A dataset breaks rules; `findings` holds all of them."""

    message = _("数据有 {count} 处错误：\n{report}")

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(
            count=len(self.findings), report="\n".join(f.text("zh") for f in self.findings)
        )

    def text(self, lang: Lang) -> str:
        """All findings, one a line, in `lang`."""
        report = "\n".join(finding.text(lang) for finding in self.findings)
        return self.message.text(lang, count=len(self.findings), report=report)


class RequestError(LiantuError, ValueError):
    """The question is wrong; asking again unchanged will not help."""


class UnknownNameError(RequestError, LookupError):
    """No record has this name. `suggestions` holds the nearest names."""

    message = _("没有名为“{name}”的{what}")

    def __init__(self, *, name: str, what: str, suggestions: Sequence[str] = ()) -> None:
        self.suggestions = tuple(suggestions)
        super().__init__(name=name, what=TYPES.get(what, what))


class AmbiguousNameError(RequestError):
    """Several records have this name. `suggestions` holds their ids."""

    message = _("“{name}”对应多个{what}")

    def __init__(self, *, name: str, what: str, suggestions: Sequence[str]) -> None:
        self.suggestions = tuple(suggestions)
        super().__init__(name=name, what=TYPES.get(what, what))


class BadParameterError(RequestError):
    """A parameter has a value that does not exist."""

    message = _("参数 {parameter} 不能是“{value}”；可用：{allowed}")


class NoDatasetChosenError(BadParameterError):
    """The store has several datasets, and the request names none."""

    message = _("存储中有多个数据集，请用 dataset 指定一个：{known}")


class FilterNotTakenError(BadParameterError):
    """The list or file cannot be filtered by this parameter."""

    message = _("此文件不能按 {parameter} 筛选；可用：{allowed}")


class NotDeclaredError(BadParameterError):
    """A list is said to be a register in part: `why` says what is missing."""

    message = _("作为名录导入还缺一项：{why}")


class NotKeptError(BadParameterError):
    """What is to be saved is no page of ours, or its name or address is too long."""

    message = _("不能这样保存：{why}")


class ListsFullError(BadParameterError):
    """A reader keeps as many lists as may be."""

    message = _("最多存 {most} 个筛选：先删除一个")


class ChoiceRefusedError(RequestError):
    """No choice meets the wishes; `reasons` name each conflict and the least to give way."""

    message = _("这样选不成：{reasons}")


class UnknownSettingError(RequestError):
    """An environment variable looks like a setting of ours and is none."""

    message = _("没有 {name} 这个环境变量；可用：{allowed}")


class SuppositionError(RequestError):
    """What is supposed cannot be; `reason` says why."""

    message = _("假设不成立：{reason}")

    def __init__(self, *, reason: Message) -> None:
        super().__init__(reason=reason)


class TableRefusedError(RequestError):
    """A file cannot be imported at all; `reason` says why."""

    message = _("无法导入 {file}：{reason}")

    def __init__(self, *, file: str, reason: Message) -> None:
        super().__init__(file=file, reason=reason)


class RowsRejectedError(RequestError):
    """Rows were rejected, and it was not asked to go on with the sound ones."""

    message = _("有 {count} 行被拒绝，未写入任何内容；改正后重试，或选择只导入无误的行")


class ImportCancelledError(RequestError):
    """Somebody cancelled the import before it wrote anything."""

    message = _("导入已取消，没有写入任何内容")


class ImportsBusyError(RequestError):
    """As many imports wait for their turn as may."""

    message = _("已有 {count} 个导入在处理或排队，请稍后再试")


class ImportEndedError(RequestError):
    """The import is done, or writes already."""

    message = _("导入已结束或正在写入，不能取消")


class StaleCursorError(RequestError):
    """The cursor was given out for another version."""

    message = _("该分页游标属于版本 {cursor_version}，当前版本为 {version}；请从第一页重新读取")


class VersionNotSaidError(RequestError):
    """An edit has to say which version its editor saw."""

    message = _("请用 If-Match 说明所见的版本（回答中的 version 或 ETag），以免覆盖他人的更改")


class NotUndoableError(RequestError):
    """The version changed nothing that people reported."""

    message = _("版本 {version} 不是人工更改，不能撤销；数据文件请重新载入")


class NothingDecidedError(RequestError):
    """Whoever wants to undo a decision has made none that still holds."""

    message = _("没有可撤销的认定")


class ProposalConfirmedError(RequestError):
    """The proposal was confirmed: the firm makes the segment until that is undone."""

    message = _("“{id}”已确认，不能否定；请撤销那次认定，或在该事实上更正")


class NotReportedError(RequestError):
    """The fact comes from a seed: it stays, and can be corrected."""

    message = _("“{id}”出自规划或参考知识，不能撤回，只能更正")


class NotCorrectableError(RequestError):
    """A fact of this kind cannot be corrected in this way; `allowed` says what can be."""

    message = _("“{id}”不能这样更正；可更正：{allowed}")


class GapClosedError(RequestError):
    """A gap is none any more, since its segment is available now."""

    message = _(
        "“{name}”已不是缺口，现为“{status}”，不能再新建线索；若现状有误，请在该环节的依据处更正"
    )


class LeadReasonError(RequestError):
    """A lead is taken back to an earlier stage, or ended, without a reason."""

    message = _("线索从“{before}”改为“{after}”，须写明理由（reason）")


class StaleEditError(RequestError):
    """Somebody else changed these records (`keys`) after the version that the editor saw."""

    message = _(
        "{what} 在您看到的版本 {seen} 之后已被更改，当前版本为 {current}；请重新查看后再提交"
    )

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


class StaleWatcherError(StaleEditError):
    """What is remembered of a reader has changed since they saw it, in another window of theirs."""

    message = _("所记内容在您看到的修订 {seen} 之后已有更改，现为 {current}；请重新查看后再提交")

    def __init__(self, *, seen: int, current: int) -> None:
        super().__init__(keys=(), seen=seen, current=current)


class StoreError(LiantuError):
    """The store cannot do what was asked."""


class UnknownDatasetError(StoreError, LookupError):
    """No dataset has this id."""

    message = _("存储中没有数据集“{dataset}”；现有：{known}")


class UnknownVersionError(StoreError, LookupError):
    """The dataset never had this version."""

    message = _("数据集“{dataset}”没有版本 {version}；有哪些版本，见修订记录（liantu history）")


class VersionGoneError(UnknownVersionError):
    """The dataset had this version, and the store keeps it no longer."""

    message = _(
        "数据集“{dataset}”的版本 {version} 已不再保存，最早可查的是版本 {oldest}；"
        "不带 version 即为现行版；更早的内容可从备份恢复到另一个存储"
    )


class DatasetExistsError(StoreError):
    """The store has a dataset of this id, and a history is never mixed into another."""

    message = _("存储中已有数据集“{dataset}”，不能恢复到其上")


class StoreBusyError(StoreError):
    """Another process is writing; try again."""

    message = _("存储 {store} 正被另一进程写入，请稍后重试")


class StoreReadOnlyError(StoreError):
    """The store cannot be written."""

    message = _("存储 {store} 只读，无法写入")


class NotAStoreError(StoreError):
    """What the URI names is no store of ours."""

    message = _("{store} 不是链图的存储：{reason}")


class NewerStoreError(StoreError):
    """The store was written by a newer program."""

    message = _(
        "存储 {store} 由更新版本的链图写入（格式 {found}，本程序支持 {supported}）；请升级程序"
    )


class StoreDeniedError(StoreError):
    """The server of the store does not know the user, the password, or the user's right."""

    message = _(
        "存储 {store} 拒绝登录：{reason}；请检查 LIANTU_NEO4J_USER 与 LIANTU_NEO4J_PASSWORD"
    )


class StoreRefusesError(StoreError):
    """The server does not take a statement that this program wrote: a mistake of ours."""

    message = _("存储 {store} 不接受本程序的语句（程序有误，请反馈）：{reason}")


class StoreUnavailableError(StoreError):
    """The store does not answer or cannot be opened; nothing is known of its data."""

    message = _("无法使用存储 {store}：{reason}")


class ColumnsUnusableError(StoreError):
    """A folder of columns is none that can be read; the store itself has everything."""

    message = _("列式缓存 {folder} 不可用：{reason}")
