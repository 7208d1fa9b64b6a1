"""Forms that edit: what was typed, what is made of it, and the form again where that fails."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from pydantic import ValidationError
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.auth.roles import Caller
from api.editing import author_of
from api.http.errors import WRONG_PARAMETER, kind_of
from api.http.validation import parameter_problem
from api.routes.pages.asking import PageRequest
from graph.answers.shapes.edits import Conflict
from graph.answers.statements import sentence
from graph.edits.changes import Author, Change, commit
from graph.errors import BadParameterError, EditConflictError, LiantuError, UnknownNameError
from graph.model.vocabulary import Lang
from graph.store.contract import GraphStore
from viz.editing import Collision, EditProblem, code_words, field_word
from viz.pages import error_page

MOST_FIELDS = 60
VALUE = "value."
"""What the names of the fields begin with that hold the values of a fact."""


async def typed_fields(request: Request) -> dict[str, str]:
    """Return the fields of a form, as they were typed."""
    form = await request.form(max_files=0, max_fields=MOST_FIELDS)
    return {name: text for name, text in form.items() if isinstance(text, str)}


Typed = Annotated[dict[str, str], Depends(typed_fields)]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form that was sent: on which page, by whom, of which version, with what in it."""

    page: PageRequest
    author: Author
    seen: int
    fields: dict[str, str]

    @property
    def store(self) -> GraphStore:
        """The store to write to."""
        return self.page.asked.conditions.services.store

    def texts(self, *names: str) -> dict[str, str]:
        """Return some fields, as text; those that were not sent are empty."""
        return {name: self.fields.get(name, "") for name in names}

    @property
    def values(self) -> dict[str, str]:
        """What was typed for the fields of a fact."""
        found = {name: text for name, text in self.fields.items() if name.startswith(VALUE)}
        return {name.removeprefix(VALUE): text for name, text in found.items()}

    @property
    def known(self) -> list[dict[str, str | None]]:
        """The evidence that was typed."""
        texts = self.texts("known", "as_of")
        return [{"note": texts["known"], "as_of": texts["as_of"] or None}]

    def make(
        self,
        change: Callable[[], Change],
        drawn: Callable[[EditProblem, int], str],
        onward: str = "",
    ) -> Response:
        """Write a change and go on, to the history unless told otherwise.

        Where it fails, `drawn` shows the form again, with the problem and the version that its
        editor sees from then on.
        """
        try:
            made = commit(self.store, self.page.asked.ws.facts, change(), self.author, self.seen)
        except (LiantuError, ValidationError) as error:
            return self._again(error, drawn)
        history = self.page.chrome.links.to("/history", anchor=f"v{made.number}")
        return RedirectResponse(onward or history, 303)

    def _again(
        self, error: LiantuError | ValidationError, drawn: Callable[[EditProblem, int], str]
    ) -> Response:
        problem, status = self._problem(error)
        seen = error.current if isinstance(error, EditConflictError) else self.seen
        try:
            return HTMLResponse(drawn(problem, seen), status)
        except UnknownNameError:
            # What the form is about is gone: at least what was typed is still to be read.
            typed = "；".join(filter(None, self.texts("reason", "note", "known").values()))
            detail = f"{problem.detail}（{typed}）"
            return HTMLResponse(error_page(self.page.chrome, problem.title, detail), status)

    def _problem(self, error: LiantuError | ValidationError) -> tuple[EditProblem, int]:
        lang = self.page.asked.lang
        if isinstance(error, ValidationError):
            title = WRONG_PARAMETER.title(lang)
            return EditProblem(title, _faults(error, lang)), WRONG_PARAMETER.status
        kind = kind_of(error)
        collisions = self._collisions(error) if isinstance(error, EditConflictError) else ()
        said = _in_words(error, lang).text(lang)
        return EditProblem(kind.title(lang), said, collisions), kind.status

    def _collisions(self, error: EditConflictError) -> tuple[Collision, ...]:
        ws, lang = self.page.asked.ws, self.page.asked.lang
        return tuple(
            Collision(sentence(ws, each.now, lang) if each.now else "", each.by, each.at)
            for each in error.conflicts
            if isinstance(each, Conflict)
        )


def _in_words(error: LiantuError, lang: Lang) -> LiantuError:
    """Say a refused value in the words of the form, not in the names and codes of the interface."""
    if type(error) is not BadParameterError:
        return error
    told = {name: str(error.details[name]) for name in ("parameter", "value")}
    allowed = error.details["allowed"]
    return BadParameterError(
        parameter=field_word(told["parameter"], lang),
        value=code_words(told["value"], lang),
        allowed=code_words(allowed, lang) if isinstance(allowed, str) else allowed,
    )


def submitted(page: PageRequest, who: Caller, fields: dict[str, str]) -> Submitted:
    """Return a form that was sent; one that says no version saw none."""
    version = fields.get("version", "")
    seen = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0
    return Submitted(page, author_of(who), seen, fields)


def _faults(error: ValidationError, lang: Lang) -> str:
    """Say what is wrong with which field."""
    found = (
        parameter_problem({**each, "loc": ("form", *each["loc"])}, lang) for each in error.errors()
    )
    said = (f"{field_word(each.parameter, lang)}：{each.why}".lstrip("：") for each in found)
    return "；".join(dict.fromkeys(said))
