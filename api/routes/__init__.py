"""Routes: one module per noun."""

PREFIX = "/api/v1"
"""Before the path of every route; a change that breaks clients gets the next number."""
