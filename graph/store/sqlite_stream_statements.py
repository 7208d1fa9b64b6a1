"""SQL of what the SQLite store reads and writes without holding all of it."""

COUNT_OF = """
    SELECT count(*) FROM records
    WHERE dataset = :dataset AND type IN (SELECT value FROM json_each(:types))
      AND since <= :version AND (until IS NULL OR until > :version)
"""
RECORDS_WITHOUT = """
    SELECT body FROM records
    WHERE dataset = :dataset AND type NOT IN (SELECT value FROM json_each(:types))
      AND since <= :version AND (until IS NULL OR until > :version)
    ORDER BY layer
"""
BODIES_OF = """
    SELECT id, layer, CAST(body AS BLOB) FROM records
    WHERE dataset = :dataset AND type = :type
      AND since <= :version AND (until IS NULL OR until > :version)
    ORDER BY id, layer
"""
RESERVE_VERSION = """
    INSERT INTO versions (dataset, number, at, cause, added, changed, removed, body)
    VALUES (?, ?, '', 'load', 0, 0, 0, '')
"""
NAME_VERSION = """
    UPDATE versions SET at = ?, cause = ?, made_by = ?, note = ?,
        added = ?, changed = ?, removed = ?, body = ?
    WHERE dataset = ? AND number = ?
"""
FORGET_VERSION = "DELETE FROM versions WHERE dataset = ? AND number = ?"
HELD_LOCALLY = """
    SELECT key, body FROM records
    WHERE dataset = ? AND layer = ? AND type = ? AND id = ? AND until IS NULL
"""
SEED_KEYS = """
    SELECT key FROM records WHERE dataset = ? AND layer < ? AND until IS NULL AND since < ?
"""
END_KEY = "UPDATE records SET until = ? WHERE key = ?"
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
