"""Edits: judgements of gaps, and the history of everything that was changed."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api.auth.callers import Reader
from api.differences import difference
from api.editing import EDIT_PROBLEMS, EditAnswer, EditAsk
from api.histories import history_page
from api.http.dependencies import Ask, PageAsked, TermsAsked
from api.http.paging import paged
from api.http.paths import AnyFactId, EnterpriseId, GapId, VersionNumber
from api.http.routers import reading_router
from api.routes import PREFIX
from api.wanted_around import DiffWanted
from graph.answers import resolve
from graph.answers.shapes.diff import DiffBody
from graph.answers.shapes.edits import EditsBody, FactBody, HistoryBody
from graph.edits import correcting, fact, finding, history, judging, merging
from graph.edits.inputs import CorrectionInput, JudgementInput, MergeInput, UndoInput
from graph.errors import BadParameterError

router = reading_router(prefix=PREFIX, tags=["edits"])
OtherFirm = Annotated[
    str,
    Query(
        min_length=1,
        max_length=200,
        description="另一企业的编号或名称 / the id or a name of the other enterprise",
        examples=["shuntong_chain"],
    ),
]
DiffAsked = Annotated[DiffWanted, Query()]
ReasonText = Annotated[
    str, Query(min_length=1, max_length=2000, description="为何 / why", examples=["填错了"])
]


@router.post("/gaps/{id}/judgements", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def judge(
    edit: EditAsk,
    terms: TermsAsked,
    id: GapId,  # noqa: A002
    said: JudgementInput,
) -> Response:
    """判断缺口：属实、不实、采纳；责任单位、时限、备注。Judge a gap; the computed answer stays."""
    wanted = edit.asked.question(terms).terms
    return edit.make(judging.judged(edit.asked.ws, id, said, edit.author, wanted))


@router.get("/facts/{id}", response_model=FactBody)
def show_fact(ask: Ask, who: Reader, id: AnyFactId) -> Response:  # noqa: A002
    """一条事实：依据、更正、可更正之处。One fact: its evidence, and how it can be corrected."""
    # Found before anything is answered: what is kept of an answer for an editor is no reader's.
    key = finding.found(ask.ws, id, for_editor=who.may("editor"))
    return ask.reply(lambda: fact.fact(ask.ws, key, ask.lang))


@router.post("/facts/{id}/corrections", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def correct(
    edit: EditAsk,
    id: AnyFactId,  # noqa: A002
    said: CorrectionInput,
) -> Response:
    """这条有误：并非如此，或另有其值。A fact is wrong: it is not so, or it is otherwise."""
    key = finding.found(edit.asked.ws, id)
    return edit.make(correcting.corrected(edit.asked.ws, key, said, edit.author))


@router.delete("/facts/{id}", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def withdraw_fact(
    edit: EditAsk,
    id: AnyFactId,  # noqa: A002
    reason: ReasonText = "撤回",
) -> Response:
    """撤回一条填报的事实；规划原有的说法随之恢复。Take back a reported fact."""
    keys = finding.found_reported(edit.store, edit.asked.ws, id)
    return edit.make(correcting.withdrawn(keys, reason))


@router.post("/enterprises/{id}/merge", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def merge(edit: EditAsk, id: EnterpriseId, other: OtherFirm, said: MergeInput) -> Response:  # noqa: A002
    """另一编号是同一企业，并入它。Another id is the same enterprise: it goes over into this one."""
    ws = edit.asked.ws
    ends = (resolve(ws, id, "enterprise"), resolve(ws, other, "enterprise"))
    return edit.make(merging.merged(edit.store, ws, ends, said, edit.author))


@router.post("/enterprises/{id}/split", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def split(edit: EditAsk, id: EnterpriseId, other: OtherFirm, said: MergeInput) -> Response:  # noqa: A002
    """并入的编号其实是另一企业，恢复原样。A merged id is another enterprise after all."""
    if not edit.in_earnest:
        raise BadParameterError(parameter="apply", value="false", allowed="true")
    ends = (resolve(edit.asked.ws, id, "enterprise"), other)
    return edit.make(merging.split(edit.store, edit.asked.ws, ends, said, edit.author))


@router.get("/history", response_model=HistoryBody)
def list_versions(ask: Ask, page: PageAsked) -> Response:
    """修订记录：何人、何时、为何、改前改后。Who changed what, when and why."""
    store = ask.conditions.services.store
    return ask.reply(lambda: history_page(store, ask.version, ask.ws, page, ask.lang))


@router.get("/diff", response_model=DiffBody)
def show_difference(ask: Ask, page: PageAsked, wanted: DiffAsked) -> Response:
    """两个版本之间：事实的增减改，缺口的开闭与所因的事实。What differs between two versions."""
    spaces = ask.conditions.services.workspaces
    return ask.reply(lambda: difference(spaces, ask.version, wanted, page, ask.lang))


@router.get("/history/{version}", response_model=EditsBody)
def show_version(ask: Ask, page: PageAsked, version: VersionNumber) -> Response:
    """一个版本的全部更改。Everything that one version edited."""
    store = ask.conditions.services.store
    return ask.reply(
        lambda: paged(
            history.edits(store, ask.ws, version, ask.lang), page, "version", str(version)
        )
    )


@router.post("/history/{version}/undo", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def undo(edit: EditAsk, version: VersionNumber, said: UndoInput) -> Response:
    """撤销一个版本的更改。Undo what a version edited."""
    undone = history.version_of(edit.store, edit.asked.version.dataset, version)
    return edit.make(history.undoing(edit.store, undone, said.reason, edit.seen))
