"""Every Cypher statement of the Neo4j store but those of the drawn graph.

History: a `Version` for each state, a `Stored` for each record row, a `Name` for each name that
a row gives. A row holds from version `since` until before `until`.

Of a `Dataset`, `newest` is the version that holds, and `current` what the nodes of the drawing bear
as `version`: that of the write which drew it whole. Edits after that patch it.
"""

HOLDS = "coalesce(d.newest, d.current)"
"""The version that holds: the drawing bore its number before there were patches."""

CONSTRAINTS = (
    "CREATE CONSTRAINT liantu_store IF NOT EXISTS FOR (n:Store) REQUIRE n.key IS UNIQUE",
    "CREATE CONSTRAINT liantu_dataset IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE",
    """
    CREATE CONSTRAINT liantu_version IF NOT EXISTS
    FOR (n:Version) REQUIRE (n.dataset, n.number) IS UNIQUE
    """,
    """
    CREATE CONSTRAINT liantu_stored IF NOT EXISTS
    FOR (n:Stored) REQUIRE (n.dataset, n.type, n.id, n.layer, n.since) IS UNIQUE
    """,
    "CREATE INDEX liantu_drawn IF NOT EXISTS FOR (n:Drawn) ON (n.dataset, n.version)",
    "CREATE INDEX liantu_layers IF NOT EXISTS FOR (n:Stored) ON (n.dataset, n.layer)",
    # Words are characters, spelt as code points (`neo4j_rows.spelt`): the analyzer for Chinese
    # keeps pairs of characters and finds no single one.
    """
    CREATE FULLTEXT INDEX liantu_names IF NOT EXISTS FOR (n:Name) ON EACH [n.spelt]
    OPTIONS {indexConfig: {
      `fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false
    }}
    """,
)
AWAIT_INDEXES = "CALL db.awaitIndexes(300)"
FIND_STORE = "MATCH (s:Store {key: 'liantu'}) RETURN s.format AS format"
MARK_STORE = "MERGE (s:Store {key: 'liantu'}) SET s.format = $format"

_STATE = """
    RETURN v.dataset AS dataset, v.number AS number, v.at AS at, v.cause AS cause, v.by AS by,
      v.note AS note, v.added AS added, v.changed AS changed, v.removed AS removed, v.body AS body
"""
STATES = f"""
    MATCH (d:Dataset {{id: $dataset}}) MATCH (v:Version {{dataset: d.id}})
    WHERE v.number <= {HOLDS}
    {_STATE} ORDER BY number DESC
"""
NEWEST = f"""
    MATCH (d:Dataset {{id: $dataset}}) MATCH (v:Version {{dataset: d.id, number: {HOLDS}}})
    {_STATE}
"""
WRITTEN_BY = """
    MATCH (v:Version {dataset: $dataset, number: $version}) RETURN v.written AS token
"""
STATE = f"MATCH (v:Version {{dataset: $dataset, number: $version}}) {_STATE}"
DATASETS = f"""
    MATCH (d:Dataset) MATCH (v:Version {{dataset: d.id, number: {HOLDS}}})
    RETURN v.body AS body ORDER BY d.id
"""
# Upper layers come last, so that they hold.
RECORDS = """
    MATCH (s:Stored {dataset: $dataset}) WHERE s.layer >= $lowest
      AND s.since <= $version AND (s.until IS NULL OR s.until > $version)
    RETURN s.body AS body ORDER BY s.layer
"""
HOLDING = """
    MATCH (s:Stored {dataset: $dataset}) WHERE $lowest <= s.layer <= $highest
      AND s.since <= $version AND (s.until IS NULL OR s.until > $version)
    RETURN s.layer AS layer, s.body AS body
"""
# Upper layers come last, so that they hold.
HELD = """
    UNWIND $rows AS row
    MATCH (s:Stored {dataset: $dataset, type: row.type, id: row.id}) WHERE s.layer >= 0
      AND s.since <= $version AND (s.until IS NULL OR s.until > $version)
    RETURN s.layer AS layer, s.body AS body ORDER BY layer
"""
WRITTEN = """
    MATCH (d:Dataset {id: $dataset})
    RETURN d.written AS written, d.drawing AS digest, coalesce(d.current, 0) AS drawing
"""
ENDED = """
    MATCH (s:Stored {dataset: $dataset, layer: $layer}) WHERE s.until = $version
    RETURN s.body AS body
"""
BEGUN = """
    MATCH (s:Stored {dataset: $dataset, layer: $layer}) WHERE s.since = $version
    RETURN s.body AS body
"""
HISTORY = """
    MATCH (s:Stored {dataset: $dataset})
    RETURN s.layer AS layer, s.since AS since, s.until AS until, s.body AS body
"""

# The lease of a writer. The lock is taken first and what it guards is looked at after that, in
# another statement: within one, the server may read before it locks.
LOCK_NEW = "MERGE (d:Dataset {id: $dataset}) SET d.asked = $token RETURN d.id"
LOCK = "MATCH (d:Dataset {id: $dataset}) SET d.asked = $token RETURN d.id"
TAKE = """
    MATCH (d:Dataset {id: $dataset})
    WHERE d.writer IS NULL OR d.writer_until < datetime.realtime().epochMillis
    SET d.writer = $token, d.writer_until = datetime.realtime().epochMillis + $lease,
      d.step = 0, d.moving = null
    RETURN coalesce(d.newest, d.current, 0) AS newest, coalesce(d.current, 0) AS drawing,
      d.staged AS staged
"""
# A transaction whose answer was lost is tried again, and may have come through: `step` tells.
RENEW = """
    MATCH (d:Dataset {id: $dataset, writer: $token})
    WITH d, coalesce(d.step, 0) AS done
    SET d.writer_until = datetime.realtime().epochMillis + $lease,
      d.step = CASE WHEN done < $step THEN $step ELSE done END
    RETURN done
"""
# The server shows what a transaction wrote piece by piece. So who reads the drawing is told,
# before it is patched, that it will be (`moving`), and until it has been.
STAGE = """
    MATCH (d:Dataset {id: $dataset, writer: $token}) SET d.staged = $version, d.moving = $moving
"""
RELEASE = """
    MATCH (d:Dataset {id: $dataset, writer: $token})
    SET d.writer = null, d.writer_until = null, d.asked = null, d.step = null, d.moving = null
"""
CLEARED = "MATCH (d:Dataset {id: $dataset, writer: $token}) SET d.staged = null"

END_RECORDS = """
    UNWIND $rows AS row
    MATCH (s:Stored {dataset: $dataset, type: row.type, id: row.id, layer: row.layer})
    WHERE s.since < $version AND s.until IS NULL
    SET s.until = $version
"""
BEGIN_RECORDS = """
    UNWIND $rows AS row
    CREATE (s:Stored {
      dataset: $dataset, type: row[0], id: row[1], layer: row[2], since: row[3],
      until: row[4], body: row[5], name: row[6]
    })
    FOREACH (name IN row[7] |
      CREATE (s)<-[:NAME_OF]-(:Name {
        dataset: $dataset, number: name[0], type: name[1], id: name[2], kind: name[3],
        text: name[4], folded: name[5], length: name[6], spelt: name[7]
      })
    )
"""
MOVE_CURRENT = """
    MATCH (d:Dataset {id: $dataset, writer: $token})
    SET d += $about, d.newest = $version, d.written = $token
    WITH d UNWIND $states AS state
    MERGE (v:Version {dataset: $dataset, number: state.number})
    SET v += state, v.written = $token
"""
PUBLISHED = "MATCH (d:Dataset {id: $dataset, writer: $token}) SET d.published = $version"

# What belongs to no version that readers see. Each statement is repeated until it has nothing
# left to do: the drawing before the current one, then the rows and drawing of a write that died.
OUTDATED = """
    MATCH (n:Drawn {dataset: $dataset}) WHERE n.version < $drawing
    WITH n LIMIT $batch
    DETACH DELETE n
    RETURN count(n) AS done
"""
LEFT_OVER = (
    """
    MATCH (s:Stored {dataset: $dataset}) WHERE s.since > $version
    WITH s LIMIT $batch
    OPTIONAL MATCH (s)<-[:NAME_OF]-(n:Name)
    DETACH DELETE n, s
    RETURN count(DISTINCT s) AS done
    """,
    """
    MATCH (s:Stored {dataset: $dataset}) WHERE s.until > $version
    WITH s LIMIT $batch
    SET s.until = null
    RETURN count(s) AS done
    """,
    """
    MATCH (n:Drawn {dataset: $dataset}) WHERE n.version > $drawing
    WITH n LIMIT $batch
    DETACH DELETE n
    RETURN count(n) AS done
    """,
)

# A name counts while the row that gives it holds and no upper layer covers that row; `called` is
# what the record it names is called, null where that one is not there.
SEARCH = """
    MATCH (d:Dataset {id: $dataset}) WITH coalesce($version, d.newest, d.current) AS version
    CALL db.index.fulltext.queryNodes('liantu_names', $phrase) YIELD node AS n
    WITH version, n WHERE n.dataset = $dataset AND (size($types) = 0 OR n.type IN $types)
      AND CASE WHEN n.kind = 'pinyin' THEN any(
        at IN range(0, size(n.folded) - size($folded))
        WHERE toLower(substring(n.folded, at, size($folded))) = $folded
          AND substring(n.folded, at, 1) <> toLower(substring(n.folded, at, 1))
      ) ELSE n.folded CONTAINS $folded END
    MATCH (n)-[:NAME_OF]->(giver:Stored)
    WHERE giver.since <= version AND (giver.until IS NULL OR giver.until > version)
      AND NOT EXISTS {
        MATCH (upper:Stored {dataset: $dataset, type: giver.type, id: giver.id})
        WHERE upper.layer > giver.layer
          AND upper.since <= version AND (upper.until IS NULL OR upper.until > version)
      }
    WITH version, n.type AS type, n.id AS id, min([
      CASE WHEN n.kind = 'initials' THEN 4 WHEN n.kind = 'pinyin' THEN 3
        WHEN n.folded = $folded THEN 0 WHEN n.folded STARTS WITH $folded THEN 1 ELSE 2 END,
      n.length, n.text
    ]) AS best
    WITH version, type, id, best, head(COLLECT {
      MATCH (named:Stored {dataset: $dataset, type: type, id: id})
      WHERE named.layer >= 0
        AND named.since <= version AND (named.until IS NULL OR named.until > version)
      RETURN named.name ORDER BY named.layer DESC LIMIT 1
    }) AS called
    WHERE called IS NOT NULL
    RETURN type, id, called, best[2] AS matched, best[0] AS match
    ORDER BY match, best[1], $ranks[type], id LIMIT $limit
"""
