"""Dataset folders to checked records, all errors in one report."""
