"""What a person declares of a list that is a register: the same in form, page and command."""

from collections.abc import Callable, Mapping
from typing import get_args

from graph.errors import BadParameterError, NotDeclaredError, TableRefusedError
from graph.exchange.match.snapshot import RegisterAsked
from graph.message import _
from graph.model.vocabulary import Coverage

COVERAGES: tuple[Coverage, ...] = get_args(Coverage)
FIELDS = ("register", "as_of", "region", "coverage", "enough", "checked", "note", "replace")
"""What is declared, by name: the fields of the forms, and the options of the command."""
_UNDATED = _("名录须写明日期（如 2026-06-30）：没有日期就分不出新旧")
_NAMELESS = _("名录名称（register）；不是名录就清空日期、覆盖范围等各项")
_UNCOVERED = _("覆盖范围（coverage）：全部工业法人、全部规上、某园区全部企业，还是只有一部分")
_YES = frozenset({"true", "1", "on"})
_BY_CODE: Mapping[str, Coverage] = {each: each for each in COVERAGES}


def declared(said: Callable[[str], str]) -> RegisterAsked | None:
    """Read what is declared, each by its name; none where no register is named.

    Raise `TableRefusedError` for a list without a date, and `BadParameterError`.
    """
    given = {field: said(field).strip() for field in FIELDS}
    if given["replace"].lower() not in _YES:
        given["replace"] = ""
    name = given["register"]
    if not name:
        if any(given.values()):
            raise NotDeclaredError(why=_NAMELESS)
        return None
    if not given["as_of"]:
        raise TableRefusedError(file=name[:60], reason=_UNDATED)
    if not given["coverage"]:
        raise NotDeclaredError(why=_UNCOVERED)
    coverage = _BY_CODE.get(given["coverage"])
    if coverage is None:
        allowed = ", ".join(COVERAGES)
        raise BadParameterError(parameter="coverage", value=given["coverage"], allowed=allowed)
    return RegisterAsked(
        name=name[:200],
        as_of=given["as_of"],
        coverage=coverage,
        region=given["region"] or None,
        enough=given["enough"] or None,
        checked=given["checked"] or None,
        note=given["note"] or None,
        replaces=bool(given["replace"]),
    )
