"""The graph of the current version as people see it in Browser and Bloom.

Records are nodes or relationships, evidence are nodes: `CITES` leads from a node to them, a
relationship holds their ids. Everything is bound to dataset and version. Facts are never read
from here: those come from the rows of the history.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.model import RECORDS, AnyRecord, Document, Fact, Facts, RecordType, Segment, Source
from graph.model.flat import flat
from graph.store.neo4j_rows import CypherStatement, Parameters
from graph.store.neo4j_ties import ties

LABELS: Mapping[RecordType, str] = {
    type_: record.__name__ for type_, record in RECORDS.items() if record.about.is_node
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
_LEFT_OUT = {"text", "uncited"}
"""What is too long for a node of a document."""


def drawn(facts: Facts) -> Iterator[CypherStatement]:
    """Every statement that draws a version, with its rows: nodes, evidence, relationships."""
    nodes: dict[RecordType, list[AnyRecord]] = {type_: [] for type_ in LABELS}
    evidence: list[Parameters] = []
    for record in facts.public():
        if record.type in nodes:
            nodes[record.type].append(record)
        evidence += _rows_of_evidence(record)
    for type_, label in LABELS.items():
        yield node(label), [_row_of_node(record) for record in nodes[type_]]
    yield EVIDENCE, evidence
    for type_, label in LABELS.items():
        cited: list[Parameters] = [
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


def _ties(facts: Facts) -> Iterator[CypherStatement]:
    found: defaultdict[str, list[Parameters]] = defaultdict(list)
    for record, tie in ties(facts):
        source, target = LABELS[tie.source[0]], LABELS[tie.target[0]]
        properties = {**tie.properties, "evidence": evidence_ids(record)}
        ends = {"source": tie.source[1], "target": tie.target[1]}
        row: Parameters = {**ends, "id": tie.id, "properties": properties}
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


def _row_of_node(record: AnyRecord) -> Parameters:
    """What a node says of its record; of a segment also that nobody sells it."""
    properties: Parameters = {
        name: each for name, each in flat(record).items() if name not in _LEFT_OUT
    }
    if isinstance(record, Segment):
        properties = {"traded": False, "codes": []} | properties
    if isinstance(record, Fact):
        said = {"was": list(record.was), "denied": record.denied, "corrected": record.corrected}
        properties |= {name: each for name, each in said.items() if each is not None}
    return {"id": record.id, "properties": properties}


def _rows_of_evidence(record: AnyRecord) -> Iterator[Parameters]:
    if isinstance(record, Document | Source):
        return
    for id_, each in zip(evidence_ids(record), record.evidence, strict=True):
        properties = each.model_dump(exclude_none=True)
        yield {"id": id_, "document": each.document, "properties": properties}
