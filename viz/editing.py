"""Pages of editing: judging a gap, correcting a fact, the history.

What was typed comes in as text and stands in the form again, whatever went wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlencode

from graph.answers.details import text_of, word_of
from graph.answers.shapes import GapBody, GapItem, JudgementItem
from graph.answers.shapes.diff import ChangedFact, DiffBody
from graph.answers.shapes.edits import EditItem, FactBody, HistoryBody
from graph.model import RECORDS, AnyRecord, Document, Evidence, Source
from graph.model.diff_looks import FACT_ACTIONS, GAP_ACTIONS
from graph.model.look import VOCABULARIES
from graph.model.references import RecordKey, ids_in, naming_fields
from graph.model.told import told_by
from graph.model.vocabulary import Lang
from viz.chrome import Chrome
from viz.overview import VersionSummary
from viz.render import render
from viz.texts import TEXTS

RecordNames = Mapping[RecordKey, str]
"""What records are called, by type and id."""
NO_NAMES: RecordNames = {}


@dataclass(frozen=True, slots=True)
class Collision:
    """What somebody else made of a record meanwhile; without a name, a load did."""

    text: str
    by: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class EditProblem:
    """Why an edit was not made, and with what it collides."""

    title: str
    detail: str
    collisions: tuple[Collision, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgementTyped:
    """A judgement as it stands in its form; `version` is the one that the editor sees.

    `terms` are those under which the gap is one, `onward` is the page to go back to.
    """

    version: int
    verdict: str = ""
    reason: str = ""
    owner: str = ""
    due: str = ""
    note: str = ""
    known: str = ""
    as_of: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
    onward: str = "/gaps"


@dataclass(frozen=True, slots=True)
class CorrectionTyped:
    """A correction as it stands in its form: what is said, the values by field, why."""

    version: int
    says: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    known: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class MergerTyped:
    """Two enterprises that are one, as it stands in its form: the other one, why, how known.

    `parts` are the ids that were merged into it before.
    """

    version: int
    parts: tuple[str, ...] = ()
    other: str = ""
    reason: str = ""
    known: str = ""
    as_of: str = ""


def typed_from(version: int, judgement: JudgementItem | None) -> JudgementTyped:
    """Begin with the judgement there is; how it is known is to be said anew."""
    if judgement is None:
        return JudgementTyped(version)
    return JudgementTyped(
        version,
        verdict=judgement.verdict or "",
        reason=judgement.reason or "",
        owner=judgement.owner or "",
        due=judgement.due or "",
        note=judgement.note or "",
    )


_OF_ONE_PAGE = frozenset({"page", "gap"})


def typed_in_list(chrome: Chrome, gap: GapItem) -> JudgementTyped:
    """Begin a form in the gap list, which leads back to the list as it is shown, this row open."""
    kept = [each for each in chrome.query if each[0] not in _OF_ONE_PAGE]
    onward = f"/gaps?{urlencode([*kept, ('gap', gap.id)])}"
    version = chrome.dataset.version if chrome.dataset else 0
    return replace(typed_from(version, gap.judgement), onward=onward)


def judge_page(
    chrome: Chrome, body: GapBody, typed: JudgementTyped, problem: EditProblem | None = None
) -> str:
    """`/gaps/{id}/judge`: the gap, what people decided, and the form."""
    names = {"body": body, "typed": typed, "problem": problem}
    return render("judge.html", chrome, may_edit=may_edit(chrome), **names)


def may_edit(chrome: Chrome) -> bool:
    """Whether forms that edit are shown to whoever asks."""
    return chrome.role in {"editor", "admin"}


def fact_page(
    chrome: Chrome, body: FactBody, typed: CorrectionTyped, problem: EditProblem | None = None
) -> str:
    """`/facts/{type:id}`: a fact with its evidence and corrections, and what can be said of it."""
    names = {"body": body, "typed": typed, "problem": problem}
    return render("fact.html", chrome, may_edit=may_edit(chrome), **names)


def history_page(
    chrome: Chrome,
    body: HistoryBody,
    problem: EditProblem | None = None,
    typed: Mapping[int, str] | None = None,
) -> str:
    """`/history`: who changed what, when and why; `typed` are reasons for an undo that failed."""
    names = {"body": body, "problem": problem, "typed": typed or {}, "differences": differences}
    return render("history.html", chrome, may_edit=may_edit(chrome), **names)


_UNSHOWN = frozenset({"id", "was", "gap"})


def diff_page(
    chrome: Chrome, body: DiffBody, versions: tuple[VersionSummary, ...], names: RecordNames
) -> str:
    """`/diff?from=&to=`: facts that differ between two versions, and what follows from them."""
    onward = {"from": str(body.before.version), "to": str(body.after.version)}
    return render("diff.html", chrome, **compared(body, versions, onward, names))


def compared(
    body: DiffBody,
    versions: Sequence[VersionSummary],
    onward: Mapping[str, str],
    names: RecordNames,
) -> dict[str, object]:
    """What `diff.html` shows; `onward` is the query of its next page.

    Records that a fact names stand there by name, as far as `names` has it.
    """
    looks = {"facts": FACT_ACTIONS, "actions": GAP_ACTIONS, "held": partial(held, names=names)}
    return {"body": body, "versions": versions, "onward": onward, **looks}


def held(item: ChangedFact, lang: Lang, names: RecordNames) -> list[tuple[str, str, str]]:
    """List the fields of a fact that differ, with what each version holds."""
    kept = {name: getattr(item, name) for name in ("type", "id", "text", "before", "after")}
    return differences(EditItem(**kept, action="changed"), lang, names)


def differences(
    edit: EditItem, lang: Lang, names: RecordNames = NO_NAMES
) -> list[tuple[str, str, str]]:
    """List what an edit changed: the word of a field, what it held before, and after.

    Where nothing was reported, it held what the seed says.
    """
    before = _said(edit.before or edit.seed, lang, names)
    after = _said(edit.after or edit.seed, lang, names)
    fields = [*before, *(name for name in after if name not in before)]
    return [
        (name, before.get(name, ""), after.get(name, ""))
        for name in fields
        if before.get(name, "") != after.get(name, "")
    ]


def _said(record: AnyRecord | None, lang: Lang, names: RecordNames) -> dict[str, str]:
    """What each field of a record says, by the word of the field."""
    if record is None or isinstance(record, Document | Source):
        return {}
    model = type(record)
    told = {name: each for name, each in told_by(model).items() if name not in _UNSHOWN}
    texts = {
        word_of(each, lang): _called(record, name, names)
        or text_of(model, name, getattr(record, name), lang)
        for name, each in told.items()
        if name != "evidence"
    }
    cited = "；".join(_cited(each) for each in record.evidence)
    return texts | {word_of(told["evidence"], lang): cited}


def _called(record: AnyRecord, field: str, names: RecordNames) -> str:
    """The names of the records that a field names; nothing where one of them has none."""
    type_ = dict(naming_fields(record)).get(field)
    if type_ is None:
        return ""
    called = [names.get((type_, id_), "") for id_ in ids_in(getattr(record, field))]
    return "、".join(called) if all(called) else ""


def _cited(each: Evidence) -> str:
    if each.quote:
        return f"“{each.quote}”"
    said = (each.note, each.table, each.by, each.as_of)
    return "，".join(text for text in said if text)


def field_word(name: str, lang: Lang) -> str:
    """The word of a field of a form of editing, for what is wrong with it."""
    told = next((by[name] for by in map(told_by, RECORDS.values()) if name in by), None)
    if told is not None and name != "evidence":
        return word_of(told, lang)
    return _word("known" if name.startswith("evidence") else f"field_{name}", name, lang)


def code_words(codes: str, lang: Lang) -> str:
    """The words of codes, or of fields, joined by commas; what is neither stays as it is."""
    listed = codes.split(", ")
    looks = next((each for each in VOCABULARIES.values() if set(listed) <= set(each)), {})
    found = (looks[c].label(lang) if c in looks else field_word(c, lang) for c in listed)
    return ", ".join(found)


def _word(key: str, otherwise: str, lang: Lang) -> str:
    return TEXTS[key].text(lang) if key in TEXTS else otherwise
