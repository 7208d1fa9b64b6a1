"""Every SQL statement of the SQLite store."""

SCHEMA = (
    """
    CREATE TABLE versions (
        dataset TEXT NOT NULL,
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        cause TEXT NOT NULL,
        made_by TEXT,
        note TEXT,
        added INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        removed INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (dataset, number)
    )
    """,
    """
    CREATE TABLE records (
        key INTEGER PRIMARY KEY,
        dataset TEXT NOT NULL,
        layer INTEGER NOT NULL CHECK (layer IN (0, 1, 2)),
        type TEXT NOT NULL,
        id TEXT NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER CHECK (until > since),
        body TEXT NOT NULL,
        FOREIGN KEY (dataset, since) REFERENCES versions (dataset, number),
        FOREIGN KEY (dataset, until) REFERENCES versions (dataset, number)
    )
    """,
    "CREATE UNIQUE INDEX one_holds ON records (dataset, layer, type, id) WHERE until IS NULL",
    "CREATE INDEX records_by_id ON records (dataset, type, id)",
    """
    CREATE TABLE names (
        key INTEGER PRIMARY KEY,
        record INTEGER NOT NULL REFERENCES records (key),
        type TEXT NOT NULL,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        folded TEXT NOT NULL
    )
    """,
    "CREATE INDEX names_by_record ON names (record, kind)",
    "CREATE VIRTUAL TABLE characters USING fts5 (spelt, content = '', tokenize = 'ascii')",
)

SUPPLY_SCHEMA = (
    """
    CREATE TABLE takes (
        dataset TEXT NOT NULL,
        consumer TEXT NOT NULL,
        member TEXT NOT NULL,
        input TEXT NOT NULL,
        exact INTEGER NOT NULL,
        PRIMARY KEY (dataset, consumer, member, input)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX takers ON takes (dataset, member, consumer, input, exact)",
    """
    CREATE TABLE descents (
        dataset TEXT NOT NULL,
        special TEXT NOT NULL,
        general TEXT NOT NULL,
        way TEXT NOT NULL,
        PRIMARY KEY (dataset, special, general)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX specials ON descents (dataset, general)",
    """
    CREATE TABLE ties (
        dataset TEXT NOT NULL,
        type TEXT NOT NULL,
        id TEXT NOT NULL,
        near_type TEXT NOT NULL,
        near_id TEXT NOT NULL,
        PRIMARY KEY (dataset, type, id, near_type, near_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX reports_begun ON records (dataset, since) WHERE layer = 2",
    "CREATE INDEX reports_ended ON records (dataset, until) WHERE layer = 2",
)
"""What format 2 adds: for questions of supply about the current version, and for edits."""

STATES = """
    SELECT dataset, number, at, cause, made_by, note, added, changed, removed, body FROM versions
    WHERE dataset = :dataset
    ORDER BY number DESC
"""
NEWEST = f"{STATES} LIMIT 1"
STATE = """
    SELECT dataset, number, at, cause, made_by, note, added, changed, removed, body FROM versions
    WHERE dataset = :dataset AND number = :version
"""
DATASETS = """
    SELECT body FROM versions
    WHERE number = (SELECT max(number) FROM versions AS all_ WHERE all_.dataset = versions.dataset)
    ORDER BY dataset
"""
# Upper layers come last, so that they hold.
RECORDS = """
    SELECT body FROM records
    WHERE dataset = :dataset AND layer >= :lowest
      AND since <= :version AND (until IS NULL OR until > :version)
    ORDER BY layer
"""
HOLDING = """
    SELECT layer, body FROM records
    WHERE dataset = :dataset AND until IS NULL AND layer BETWEEN :lowest AND :highest
"""
HELD = """
    SELECT layer, body FROM records
    WHERE dataset = :dataset AND type = :type AND id = :id
      AND since <= :version AND (until IS NULL OR until > :version)
    ORDER BY layer DESC LIMIT 1
"""
ENDED_REPORTS = (
    "SELECT body FROM records WHERE dataset = :dataset AND layer = 2 AND until = :version"
)
BEGUN_REPORTS = (
    "SELECT body FROM records WHERE dataset = :dataset AND layer = 2 AND since = :version"
)
HISTORY = "SELECT layer, since, until, body FROM records WHERE dataset = :dataset"
BEGIN_VERSION = """
    INSERT INTO versions (
        dataset, number, at, cause, made_by, note, added, changed, removed, body
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
END_RECORD = """
    UPDATE records SET until = :version
    WHERE dataset = :dataset AND layer = :layer AND type = :type AND id = :id AND until IS NULL
"""
BEGIN_RECORD = """
    INSERT INTO records (key, dataset, layer, type, id, since, until, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
LAST_RECORD = "SELECT max(key) FROM records"
LAST_NAME = "SELECT max(key) FROM names"
BODIES = "SELECT key, body FROM records"
FORGET_NAMES = (
    "DELETE FROM names",
    "INSERT INTO characters (characters) VALUES ('delete-all')",
)
BEGIN_NAME = """
    INSERT INTO names (key, record, type, id, kind, text, folded) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
SPELL_NAME = "INSERT INTO characters (rowid, spelt) VALUES (?, ?)"
# A name counts while the record that gives it holds and no upper layer covers that record;
# `called` is what the record it names is called, null where that one is not there.
NAMES = """
    SELECT names.type, names.id, names.kind, names.text, names.folded, (
        SELECT main.text FROM records AS named JOIN names AS main ON main.record = named.key
        WHERE named.dataset = :dataset AND named.type = names.type AND named.id = names.id
          AND named.since <= :version AND (named.until IS NULL OR named.until > :version)
          AND main.kind = 'name'
        ORDER BY named.layer DESC LIMIT 1
    ) AS called
    FROM characters
    JOIN names ON names.key = characters.rowid
    JOIN records AS giver ON giver.key = names.record
    WHERE characters MATCH :phrase AND giver.dataset = :dataset
      AND giver.since <= :version AND (giver.until IS NULL OR giver.until > :version)
      AND NOT EXISTS (
        SELECT * FROM records AS upper
        WHERE upper.dataset = :dataset AND upper.type = giver.type AND upper.id = giver.id
          AND upper.layer > giver.layer
          AND upper.since <= :version AND (upper.until IS NULL OR upper.until > :version)
      )
"""

# Upper layers come last, so that they hold.
HOLDING_OF = """
    SELECT body FROM records
    WHERE dataset = :dataset AND until IS NULL AND type IN (SELECT value FROM json_each(:types))
    ORDER BY layer
"""
TAKES = "SELECT consumer, member, input, exact FROM takes WHERE dataset = :dataset"
DESCENTS = "SELECT special, general, way FROM descents WHERE dataset = :dataset"
TIES = "SELECT type, id, near_type, near_id FROM ties WHERE dataset = :dataset"
BEGIN_TAKE = """
    INSERT INTO takes (dataset, consumer, member, input, exact) VALUES (?, ?, ?, ?, ?)
"""
BEGIN_DESCENT = "INSERT INTO descents (dataset, special, general, way) VALUES (?, ?, ?, ?)"
BEGIN_TIE = "INSERT INTO ties (dataset, type, id, near_type, near_id) VALUES (?, ?, ?, ?, ?)"
END_TAKE = """
    DELETE FROM takes
    WHERE dataset = ? AND consumer = ? AND member = ? AND input = ? AND exact = ?
"""
END_DESCENT = """
    DELETE FROM descents WHERE dataset = ? AND special = ? AND general = ? AND way = ?
"""
END_TIE = """
    DELETE FROM ties
    WHERE dataset = ? AND type = ? AND id = ? AND near_type = ? AND near_id = ?
"""

IS_SEGMENT = """
    SELECT EXISTS (
        SELECT * FROM descents
        WHERE dataset = :dataset AND special = :segment AND general = :segment
    )
"""
# A depth column in a recursive query would keep every pair of id and depth apart; so it goes
# level by level, and each segment is reached once.
REACHED = (
    "CREATE TEMP TABLE reached (id TEXT PRIMARY KEY, depth INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX temp.by_depth ON reached (depth)",
)
REACH_TARGET = """
    INSERT INTO reached (id, depth)
    SELECT special, 0 FROM descents WHERE dataset = :dataset AND general = :target
"""
REACH_INPUTS = """
    INSERT OR IGNORE INTO reached (id, depth)
    SELECT descents.special, :depth FROM (
        SELECT takes.member, min(takes.exact) AS exact
        FROM reached CROSS JOIN takes
          ON takes.dataset = :dataset AND takes.consumer = reached.id
        WHERE reached.depth = :depth - 1
          AND takes.input IN (SELECT value FROM json_each(:inputs))
        GROUP BY takes.member
    ) AS taken
    CROSS JOIN descents ON descents.dataset = :dataset AND descents.general = taken.member
    WHERE NOT taken.exact OR descents.special = taken.member
"""
UPSTREAM = "SELECT id, depth FROM reached WHERE depth > 0 ORDER BY depth, id"
DEPTH = "SELECT depth FROM reached WHERE id = :source"
# A way is written as its ids, each with 0, or with 1 where it is passed as the general of what
# comes before. Rows leave the queue in that order: the paths come sorted, and no further one is
# looked for before it is asked for. Without any limit SQLite may find the order superfluous.
WAYS = """
    WITH RECURSIVE walk (way, id, depth) AS (
        SELECT id || ' 0/', id, depth FROM reached WHERE id = :source
        UNION
        SELECT walk.way || descents.way || takes.consumer || ' 0/', takes.consumer, reached.depth
        FROM walk
        CROSS JOIN descents ON descents.dataset = :dataset AND descents.special = walk.id
        CROSS JOIN takes ON takes.dataset = :dataset AND takes.member = descents.general
        CROSS JOIN reached ON reached.id = takes.consumer AND reached.depth = walk.depth - 1
        WHERE takes.input IN (SELECT value FROM json_each(:inputs))
          AND (NOT takes.exact OR descents.special = descents.general)
        ORDER BY 1 LIMIT -1
    )
    SELECT way || (
        SELECT descents.way FROM descents
        WHERE descents.dataset = :dataset AND special = walk.id AND general = :target
    ) FROM walk WHERE depth = 0
"""

NEAR = (
    """
    CREATE TEMP TABLE near (
        type TEXT NOT NULL, id TEXT NOT NULL, hops INTEGER NOT NULL, PRIMARY KEY (type, id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX temp.by_hops ON near (hops)",
)
START_NEAR = "INSERT INTO near (type, id, hops) VALUES ('segment', :segment, 0)"
GO_NEAR = """
    INSERT OR IGNORE INTO near (type, id, hops)
    SELECT ties.near_type, ties.near_id, :hops
    FROM near CROSS JOIN ties
      ON ties.dataset = :dataset AND ties.type = near.type AND ties.id = near.id
    WHERE near.hops = :hops - 1
"""
NEAREST = """
    SELECT type, id, hops FROM near ORDER BY hops, type = 'enterprise', id LIMIT :limit
"""
