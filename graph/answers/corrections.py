"""What people corrected or denied about a record: what was said, what holds now, and why."""

from collections import defaultdict
from collections.abc import Mapping

from graph.answers.shapes import Correction
from graph.answers.statements import sentence
from graph.answers.workspace import Workspace
from graph.model import FIELD_OF_TYPE, AnyRecord, Fact, Facts, RecordKey
from graph.model.references import references
from graph.model.vocabulary import Lang


def corrections(ws: Workspace, key: RecordKey, lang: Lang) -> tuple[Correction, ...]:
    """List the corrections of a record and of what is said about it, by type and id."""
    touched = ws.corrected.get("by record", lambda: _by_record(ws.facts))
    found = (_correction(ws, each, lang) for each in touched.get(key, ()))
    return tuple(each for each in found if each.reason is not None or each.said != each.now)


def _by_record(facts: Facts) -> Mapping[RecordKey, tuple[RecordKey, ...]]:
    """Index what was corrected by every record that it names, and by itself."""
    found: defaultdict[RecordKey, dict[RecordKey, None]] = defaultdict(dict)
    for records in (facts.covered, facts.denied):
        for key, record in records.items():
            for named in (key, *references(record)):
                found[named][key] = None
    return {named: tuple(sorted(keys)) for named, keys in found.items()}


def _correction(ws: Workspace, key: RecordKey, lang: Lang) -> Correction:
    denial = ws.facts.denied.get(key)
    held: AnyRecord | None = denial or getattr(ws.facts, FIELD_OF_TYPE[key[0]]).get(key[1])
    below = ws.facts.covered.get(key, held)
    assert isinstance(held, Fact)  # noqa: S101 - what covers or denies is a fact
    assert isinstance(below, Fact)  # noqa: S101
    return Correction(
        type=key[0],
        id=key[1],
        said=sentence(ws, below, lang),
        now=None if denial else sentence(ws, held, lang),
        reason=held.denied or held.corrected,
        evidence=tuple(each for each in held.evidence if each.basis == "reported"),
        was=below.evidence if key in ws.facts.covered else (),
    )
