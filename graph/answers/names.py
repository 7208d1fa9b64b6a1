"""Names to ids: exact id, name or alias; else the nearest candidates."""

from collections.abc import Sequence

from graph.answers.folded import names_of
from graph.answers.workspace import Workspace
from graph.errors import AmbiguousNameError, UnknownNameError
from graph.model import RecordType
from graph.model.facts import FIELD_OF_TYPE
from graph.model.firm_names import asked_firm, places_of
from graph.model.names import fold, simplified

MOST_SUGGESTIONS = 6
_NEAR_ENOUGH = 40


def resolve(ws: Workspace, text: str, kind: RecordType) -> str:
    """Find the id of a record of one type by id, name or alias, folded.

    A firm is also known by its registered name, its credit code, and the name of a branch.
    Raise `UnknownNameError` with the nearest names where nothing matches, `AmbiguousNameError`
    with the ids where several do.
    """
    if text in getattr(ws.facts, FIELD_OF_TYPE[kind]):
        return text
    if (kind, text) in ws.facts.merged:
        return ws.facts.merged[kind, text]
    wanted = fold(text)
    found = ws.known_names.of(kind).get(wanted) or _otherwise(ws, text, kind)
    if len(found) > 1:
        raise AmbiguousNameError(name=text, what=kind, suggestions=found)
    if not found:
        names = list(names_of(ws.facts, kind))
        raise UnknownNameError(name=text, what=kind, suggestions=_nearest(wanted, names))
    return found[0]


def _otherwise(ws: Workspace, text: str, kind: RecordType) -> Sequence[str]:
    """Find by simplified characters, or a firm as registers name it."""
    if kind == "enterprise":
        asked = asked_firm(text, places_of(ws.facts))
        firms = ws.facts.enterprises.values()
        return [f.id for f in firms if asked.is_called((f.name, *f.aliases), f.credit_code)]
    return ws.known_names.of(kind).get(fold(simplified(text)), ())


def _nearest(wanted: str, names: list[tuple[str, str]]) -> tuple[str, ...]:
    """Rank names: those that contain the text or lie in it first, then by likeness."""
    # Imported here: most names are known, and a command need not wait for what finds others.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    folded = {name: fold(name) for name, _ in names}
    within = sorted((n for n, f in folded.items() if wanted and wanted in f), key=len)
    scored = process.extract(wanted, folded, scorer=fuzz.ratio, limit=MOST_SUGGESTIONS)
    near = [name for _, score, name in scored if score >= _NEAR_ENOUGH]
    return tuple(dict.fromkeys([*within, *near]))[:MOST_SUGGESTIONS]
