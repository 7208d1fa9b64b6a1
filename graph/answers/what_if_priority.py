"""What a supposition does to the order of the gaps, under the usual weights."""

from graph.answers.gap_names import gap_name
from graph.answers.scores import scores
from graph.answers.shapes import Ref
from graph.answers.shapes.what_if import PriorityShift
from graph.answers.supposing import Compared
from graph.model.vocabulary import Lang


def priority_shifts(compared: Compared, lang: Lang) -> tuple[PriorityShift, ...]:
    """Compare ranks before and after: what stands elsewhere, by its new rank; what goes is last."""
    before, after = (scores(ws, compared.terms) for ws in (compared.before, compared.after))
    found: list[PriorityShift] = []
    for id_ in (*after, *(each for each in before if each not in after)):
        old, new = before.get(id_), after.get(id_)
        if old is None or new is None or old.rank != new.rank:
            ws = compared.before if new is None else compared.after
            name = gap_name(ws, ws.gap_rows(compared.terms)[id_], lang)
            found.append(
                PriorityShift(
                    gap=Ref(type="gap", id=id_, name=name),
                    rank_before=old.rank if old else None,
                    rank_after=new.rank if new else None,
                    score_before=old.score if old else None,
                    score_after=new.score if new else None,
                )
            )
    return tuple(found)
