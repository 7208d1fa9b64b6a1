"""What became of every row, and what an import would change."""
