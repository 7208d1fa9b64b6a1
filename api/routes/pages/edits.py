"""Pages of editing: forms that work without scripts, and keep what was typed when they fail."""

from dataclasses import replace
from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api.auth.callers import Editor
from api.differences import difference, names_in
from api.histories import history_page
from api.http.paths import VersionNumber
from api.http.routers import reading_router
from api.routes.pages.asking import Cursor, PageAsk, PageForm, PageRequest, shown_change
from api.routes.pages.edit_forms import Typed, submitted
from api.routes.pages.login import local
from api.routes.pages.questions import TermsForm, terms_wanted
from api.wanted import LONGEST, PageWanted
from api.wanted_around import DiffWanted
from graph import answers
from graph.answers.shapes.edits import HistoryBody
from graph.edits import correcting, fact, finding, history, judging
from graph.edits.changes import Change
from graph.edits.inputs import CorrectionInput, JudgementInput, UndoInput
from graph.network.terms import Terms
from viz import editing
from viz.editing import CorrectionTyped, EditProblem, JudgementTyped
from viz.queries import TermsQuery

router = reading_router(include_in_schema=False)
PER_PAGE = 30
Address = Annotated[str, Query(max_length=8 * LONGEST)]


@router.get("/gaps/{id}/judge")
def show_judgement(
    page: PageAsk,
    id: str,  # noqa: A002
    terms: TermsForm,
    onward: Address = "",
) -> Response:
    """A gap with the form to judge it."""

    def made() -> str:
        body = answers.gap(page.asked.ws, id, _terms(page, id, terms), page.asked.lang)
        typed = editing.typed_from(page.asked.version.number, body.judgement)
        typed = replace(typed, terms=terms.terms(), onward=_back(page, id, onward))
        return editing.judge_page(page.chrome, body, typed)

    return page.show(made)


@router.post("/gaps/{id}/judge")
def judge(
    page: PageAsk,
    who: Editor,
    id: str,  # noqa: A002
    terms: TermsForm,
    fields: Typed,
) -> Response:
    """Judge a gap, and go back."""
    form = submitted(page, who, fields)
    wanted = _terms(page, id, terms)
    named = ("verdict", "reason", "owner", "due", "note")
    typed = JudgementTyped(
        form.seen,
        **form.texts(*named, "known", "as_of"),
        terms=terms.terms(),
        onward=_back(page, id, fields.get("onward", "")),
    )

    def change() -> Change:
        given = {name: text or None for name, text in form.texts(*named).items()}
        said = JudgementInput.model_validate(given | {"evidence": form.known})
        return judging.judged(page.asked.ws, id, said, form.author, wanted)

    def drawn(problem: EditProblem, version: int) -> str:
        body = answers.gap(page.asked.ws, id, wanted, page.asked.lang)
        return editing.judge_page(page.chrome, body, replace(typed, version=version), problem)

    return form.make(change, drawn, f"{typed.onward}#gap-{id}")


def _terms(page: PageRequest, gap: str, terms: TermsQuery) -> Terms:
    return judging.terms_of(gap, page.asked.question(terms_wanted(terms)).terms)


def _back(page: PageRequest, gap: str, onward: str) -> str:
    """Return where to go back to: the list that a form was part of, else the whole list."""
    return local(onward) if onward else page.chrome.links.gaps(gap=gap)


@router.get("/facts/{id}")
def show_fact(page: PageAsk, id: str) -> Response:  # noqa: A002
    """A fact, and what can be said to be wrong with it."""

    def made() -> str:
        key = finding.found(page.asked.ws, id, for_editor=page.caller.may("editor"))
        body = fact.fact(page.asked.ws, key, page.asked.lang)
        return editing.fact_page(page.chrome, body, CorrectionTyped(page.asked.version.number))

    return page.show(made)


@router.post("/facts/{id}")
def correct(page: PageAsk, who: Editor, id: str, fields: Typed) -> Response:  # noqa: A002
    """Correct, deny or take back a fact, and show it in the history."""
    form, ws = submitted(page, who, fields), page.asked.ws
    typed = CorrectionTyped(
        form.seen, values=form.values, **form.texts("says", "reason", "known", "as_of")
    )

    def change() -> Change:
        if typed.says == "withdraw":
            said = UndoInput.model_validate({"reason": typed.reason})
            return correcting.withdrawn(finding.found_reported(form.store, ws, id), said.reason)
        key = finding.found(ws, id)
        given: dict[str, object] = {"reason": typed.reason, "evidence": form.known}
        if typed.says != "not_so":
            given |= {"values": fact.changed(ws, key, typed.values)}
        return correcting.corrected(ws, key, CorrectionInput.model_validate(given), form.author)

    def drawn(problem: EditProblem, version: int) -> str:
        body = fact.fact(ws, finding.found(ws, id), page.asked.lang)
        return editing.fact_page(page.chrome, body, replace(typed, version=version), problem)

    return form.make(change, drawn)


@router.get("/history")
def show_history(page: PageAsk, cursor: Cursor = None) -> Response:
    """Who changed what, when and why."""
    return page.show(lambda: editing.history_page(page.chrome, _history(page, cursor)))


class DiffForm(PageForm, DiffWanted):
    """The two versions of the form."""


@router.get("/diff")
def show_difference(
    page: PageAsk, wanted: Annotated[DiffForm, Query()], cursor: Cursor = None
) -> Response:
    """What differs between two versions, and which gaps that opened or closed."""

    def made() -> str:
        asked, services = page.asked, page.asked.conditions.services
        rows = PageWanted(limit=PER_PAGE, cursor=cursor)
        body = difference(services.workspaces, asked.version, wanted, rows, asked.lang)
        kept = services.store.versions(asked.version.dataset)
        names = names_in(page.asked.ws, body.items, page.asked.lang)
        return editing.diff_page(page.chrome, body, tuple(map(shown_change, kept)), names)

    return page.show(made)


@router.post("/history/{version}/undo")
def undo(page: PageAsk, who: Editor, version: VersionNumber, fields: Typed) -> Response:
    """Undo what a version edited."""
    form = submitted(page, who, fields)

    def change() -> Change:
        said = UndoInput.model_validate(form.texts("reason"))
        undone = history.version_of(form.store, page.asked.version.dataset, version)
        return history.undoing(form.store, undone, said.reason, form.seen)

    def drawn(problem: EditProblem, _: int) -> str:
        chrome = replace(page.chrome, path="/history")
        reasons = {version: form.texts("reason")["reason"]}
        return editing.history_page(chrome, _history(page, None), problem, reasons)

    return form.make(change, drawn)


def _history(page: PageRequest, cursor: str | None) -> HistoryBody:
    store, asked = page.asked.conditions.services.store, page.asked
    wanted = PageWanted(limit=PER_PAGE, cursor=cursor)
    return history_page(store, asked.version, asked.ws, wanted, asked.lang)
