"""The first week: the documents alone, then what was reported, then what registers show."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from graph.answers.registers import gone_from, registers_body
from graph.answers.shapes.first_week import FirstWeekBody, WeekStep
from graph.answers.verify import verify_by_enterprise
from graph.answers.workspace import Workspace, workspace
from graph.exchange.report.bodies import AnswerDifference
from graph.exchange.report.effects import difference
from graph.model import AnyRecord, Fact, Facts, facts_from
from graph.model.vocabulary import Lang
from graph.network.arrays import CAPTIVE, UNKNOWN
from graph.network.terms import Terms


def first_week(
    ws: Workspace,
    lang: Lang,
    waiting: Mapping[str, int] = MappingProxyType({}),
    year: int | None = None,
) -> FirstWeekBody:
    """Show an office's first week, under the usual terms, with the proposals `waiting`.

    In a `year` after the end of a plan it is asked what was built by then (`verify`).
    What differs from the facts of now is compiled for it.
    """
    sheets = verify_by_enterprise(ws, Terms(), lang, year)
    reported = without_registers(ws.facts)
    between = workspace(reported) if ws.facts.registers else ws
    alone = documents_alone(ws.facts)
    documents = workspace(alone) if _is_less(alone, reported) else between
    return FirstWeekBody(
        dataset=ws.facts.dataset.id,
        version=ws.facts.version,
        registers=registers_body(ws, lang).items,
        waiting=dict(waiting),
        to_review=len(ws.registers.unreviewed),
        gone=sum(bool(gone_from(ws, firm)) for firm in ws.registers.firms),
        sheets=sheets.items,
        questions=sheets.questions,
        steps=(
            _step("documents", documents, None),
            _step("reported", between, difference(documents, between, lang)),
            _step("registers", ws, difference(between, ws, lang)),
        ),
    )


def documents_alone(facts: Facts) -> Facts:
    """The facts as the seeds have them: what was reported is left out, what it covers holds."""
    return facts_from(facts.dataset, facts.version, _of_seeds(facts))


def without_registers(facts: Facts) -> Facts:
    """The facts without registers, and so without all that follows from them."""
    return replace(facts, registers={}, listed_firms={}, reviews={})


def _is_less(some: Facts, every: Facts) -> bool:
    """Whether anything was reported beside the seeds."""
    counts = [sum(1 for _record in each.records()) for each in (some, every)]
    return bool(every.covered or every.denied) or counts[0] < counts[1]


def _of_seeds(facts: Facts) -> Iterator[AnyRecord]:
    for record in facts.records():
        below = facts.covered.get((record.type, record.id))
        if below is not None:
            yield below
        elif not (isinstance(record, Fact) and {e.basis for e in record.evidence} == {"reported"}):
            yield record
    yield from (facts.covered[key] for key in facts.denied if key in facts.covered)


def _step(code: str, ws: Workspace, found: AnswerDifference | None) -> WeekStep:
    status = ws.frame(Terms()).situation.status
    rows = ws.gap_rows(Terms())
    heads = {task.id for task in ws.tasks(Terms()).values()}  # the rows of the gap list
    standings = [rows[each].standing for each in heads]
    gaps = {} if found is None else found.model_dump(exclude={"chains"})
    return WeekStep.model_validate(
        {
            "code": code,
            "unknown": sum(each == UNKNOWN for each in status),
            "segments": sum(each != CAPTIVE for each in status),
            "confirmed_gaps": standings.count("confirmed"),
            "open_questions": standings.count("to_settle"),
            **gaps,
        }
    )
