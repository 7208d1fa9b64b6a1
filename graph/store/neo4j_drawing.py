"""The graph of the current version as people see it in Browser and Bloom.

Records are nodes or relationships, evidence are nodes: `CITES` leads from a node to them, a
relationship holds their ids. Everything is bound to dataset and version. Facts are never read
from here: those come from the rows of the history.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.model import AnyRecord, Document, Facts, Indicator, RecordType, Segment, Source
from graph.store.neo4j_rows import Row, Statement
from graph.store.neo4j_ties import ties

LABELS: Mapping[RecordType, str] = {
    "document": "Document",
    "source": "Source",
    "industry": "Industry",
    "chain": "Chain",
    "region": "Region",
    "segment": "Segment",
    "enterprise": "Enterprise",
    "gap": "Gap",
    "platform": "Platform",
    "project": "Project",
    "indicator": "Indicator",
    "direction": "Direction",
    "process": "Process",
}
"""Records that are nodes; all others are relationships between them."""
CONSTRAINTS = tuple(
    f"CREATE CONSTRAINT liantu_{label.lower()} IF NOT EXISTS "
    f"FOR (n:{label}) REQUIRE (n.dataset, n.version, n.id) IS UNIQUE"
    for label in (*LABELS.values(), "Evidence")
)
EVIDENCE = """
    UNWIND $rows AS row
    MERGE (n:Evidence {dataset: $dataset, version: $version, id: row.id})
    SET n:Drawn, n += row.properties
"""
QUOTES = """
    UNWIND $rows AS row
    MATCH (e:Evidence {dataset: $dataset, version: $version, id: row.id})
    MATCH (d:Document {dataset: $dataset, version: $version, id: row.document})
    MERGE (e)-[:CITES]->(d)
"""
_LEFT_OUT = {"type", "id", "evidence", "text", "traded", "codes"}


def drawn(facts: Facts) -> Iterator[Statement]:
    """Every statement that draws a version, with its rows: nodes, evidence, relationships."""
    nodes: dict[RecordType, list[AnyRecord]] = {type_: [] for type_ in LABELS}
    evidence: list[Row] = []
    for record in facts.records():
        if record.type in nodes:
            nodes[record.type].append(record)
        evidence += _rows_of_evidence(record)
    for type_, label in LABELS.items():
        yield node(label), [_row_of_node(record) for record in nodes[type_]]
    yield EVIDENCE, evidence
    for type_, label in LABELS.items():
        cited: list[Row] = [
            {"id": each.id, "evidence": evidence_ids(each)} for each in nodes[type_]
        ]
        yield _citation(label), cited
    quoted = [row for row in evidence if row["document"] is not None]
    yield QUOTES, quoted
    yield from _ties(facts)


def evidence_ids(record: AnyRecord) -> list[str]:
    """The ids of the evidence of a record, in its order."""
    if isinstance(record, Document | Source):
        return []
    return [f"{record.type}:{record.id}:{number}" for number in range(len(record.evidence))]


def _ties(facts: Facts) -> Iterator[Statement]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for record, tie in ties(facts):
        source, target = LABELS[tie.source[0]], LABELS[tie.target[0]]
        properties = {**tie.properties, "evidence": evidence_ids(record)}
        ends = {"source": tie.source[1], "target": tie.target[1]}
        row: Row = {**ends, "id": tie.id, "properties": properties}
        found[relationship(tie.relation, source, target)].append(row)
    yield from found.items()


def node(label: str) -> str:
    """The statement that draws records of a type."""
    return f"""
    UNWIND $rows AS row
    MERGE (n:{label} {{dataset: $dataset, version: $version, id: row.id}})
    SET n:Drawn, n += row.properties
    """


def _citation(label: str) -> str:
    return f"""
    UNWIND $rows AS row
    MATCH (n:{label} {{dataset: $dataset, version: $version, id: row.id}})
    UNWIND row.evidence AS evidence
    MATCH (e:Evidence {{dataset: $dataset, version: $version, id: evidence}})
    MERGE (n)-[:CITES]->(e)
    """


def relationship(relation: str, source: str, target: str) -> str:
    """The statement that draws ties between two types of record."""
    return f"""
    UNWIND $rows AS row
    MATCH (a:{source} {{dataset: $dataset, version: $version, id: row.source}})
    MATCH (b:{target} {{dataset: $dataset, version: $version, id: row.target}})
    MERGE (a)-[r:{relation} {{id: row.id}}]->(b)
    SET r += row.properties
    """


def _row_of_node(record: AnyRecord) -> Row:
    dumped = record.model_dump(exclude=_LEFT_OUT, exclude_none=True)
    properties = {name: value for name, value in dumped.items() if _is_plain(value)}
    if isinstance(record, Segment):
        properties |= _judgements(record)
    if isinstance(record, Indicator) and record.period is not None:
        properties["period"] = [record.period.start, record.period.end]
    return {"id": record.id, "properties": properties}


def _is_plain(value: object) -> bool:
    """Whether a node can hold it: text, numbers, flags, and lists of these; no records."""
    if isinstance(value, list | tuple):
        return all(isinstance(each, str | int | float) for each in value)
    return isinstance(value, str | int | float)


def _judgements(segment: Segment) -> Row:
    """Whether anyone sells it, and why; its classes: a node holds no maps."""
    traded = segment.traded
    return {
        "traded": traded is not None,
        "traded_reason": traded.reason if traded else None,
        "codes": [f"{each.code} {each.name}" for each in segment.codes],
    }


def _rows_of_evidence(record: AnyRecord) -> Iterator[Row]:
    if isinstance(record, Document | Source):
        return
    for id_, each in zip(evidence_ids(record), record.evidence, strict=True):
        properties = each.model_dump(exclude_none=True)
        yield {"id": id_, "document": each.document, "properties": properties}
