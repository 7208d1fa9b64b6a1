"""The industry chain graph: records, loading, storing, the compiled network and its questions."""
