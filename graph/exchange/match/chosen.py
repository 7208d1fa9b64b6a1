"""What people said of names, against the names that the files have."""

from collections.abc import Collection, Iterable, Iterator

from rapidfuzz import fuzz

from graph.errors import BadParameterError
from graph.exchange.match.names import MOST_CANDIDATES, WORTH_SHOWING
from graph.exchange.read.choices import TableChoices
from graph.exchange.read.files import TableFile
from graph.exchange.read.parts import parts_of
from graph.message import _
from graph.model.names import fold

_LOOKED_FOR = 5
"""Names that are looked for at a time, in every cell; one that is missing is enough."""
_LONGEST = 60
"""Characters of a text that comes near as a whole; a longer one may still hold a name."""
_NONE_NEAR = _("文件中出现的名称")


def refuse_unmet(names: Iterable[str], texts: Iterable[str]) -> None:
    """Raise `BadParameterError` for a name that stands in none of the texts, naming near ones.

    >>> refuse_unmet(["皮袋"], ["大河厂", "皮袋、链条"])
    """
    missing = {fold(name): name for name in sorted(names)[:_LOOKED_FOR]}
    near: dict[str, dict[str, float]] = {name: {} for name in missing}
    for text in texts:
        if not missing:
            return
        own = fold(text)
        for name in [each for each in missing if each in own]:
            del missing[name]
        for name in missing if len(own) < _LONGEST else ():
            score = fuzz.ratio(name, own, score_cutoff=WORTH_SHOWING)
            if score:
                near[name][text] = score
    for folded, name in missing.items():
        raise _unmet(name, near[folded])


def _unmet(name: str, near: dict[str, float]) -> BadParameterError:
    likest = sorted(near, key=lambda each: (-near[each], each))[:MOST_CANDIDATES]
    allowed = "、".join(likest) if likest else _NONE_NEAR
    return BadParameterError(parameter="choose", value=name[:60], allowed=allowed)


def refuse_unmet_in(files: Iterable[TableFile], said: TableChoices, names: Collection[str]) -> None:
    """Raise `BadParameterError` for a name of which no cell of the files has anything.

    The files are read once more, so only for names that no row has asked for.
    """
    if names:
        refuse_unmet(names, _texts(files, said))


def _texts(files: Iterable[TableFile], said: TableChoices) -> Iterator[str]:
    for file in files:
        for sheet, _wanted in parts_of(file, said):
            yield sheet.name or file.name
            for row in sheet.rows:
                yield from filter(None, row.cells)
