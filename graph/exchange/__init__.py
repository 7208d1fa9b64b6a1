"""Files out: tables and graph files."""
