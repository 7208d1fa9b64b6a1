"""Tables in: files to rows, rows to facts, and what the facts would change."""
