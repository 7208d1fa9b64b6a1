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

REPORT_INDEXES = (
    "CREATE INDEX reports_begun ON records (dataset, since) WHERE layer = 2",
    "CREATE INDEX reports_ended ON records (dataset, until) WHERE layer = 2",
)
"""What format 2 added for edits."""
KEPT_SUPPLY = ("takes", "descents", "ties")
"""Tables that formats 2 and 3 kept of the current version; it is worked out when asked now."""

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
    SELECT key, body FROM records
    WHERE dataset = :dataset AND layer >= :lowest
      AND since <= :version AND (until IS NULL OR until > :version)
    ORDER BY layer
"""
HOLDING_OF = """
    SELECT body FROM records
    WHERE dataset = :dataset AND until IS NULL AND type IN (SELECT value FROM json_each(:types))
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
