"""Files to rows: what a file is, which columns it has, what its cells hold."""
