"""Judging a gap: what people decide, beside what is computed."""

from dataclasses import replace

from graph.answers import Workspace
from graph.answers.gaps import gap_row
from graph.edits.changes import Author, Change
from graph.edits.inputs import JudgementInput, evidence_of
from graph.model import Judgement
from graph.model.references import DERIVED, derived_ends
from graph.network.terms import Terms


def judged(
    ws: Workspace, gap_id: str, said: JudgementInput, author: Author, terms: Terms
) -> Change:
    """Judge a gap of the list under these terms; a derived id that met a stated gap leads there.

    The region of a derived id goes before that of the terms. Raise `UnknownNameError`.
    """
    row = gap_row(ws, gap_id, terms_of(gap_id, terms))
    judgement = Judgement(
        id=f"judgement.{row.id}",
        gap=row.id,
        evidence=evidence_of(said.evidence, author.name, author.today),
        **said.model_dump(exclude={"evidence"}),
    )
    return Change(said.reason or said.evidence[0].note, (judgement,))


def terms_of(gap_id: str, terms: Terms) -> Terms:
    """Return the terms with the region that the id of a derived gap names."""
    if terms.region is not None or not gap_id.startswith(DERIVED):
        return terms
    (_, region), _ = derived_ends(gap_id)
    return replace(terms, region=region)
