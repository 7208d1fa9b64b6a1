"""Stores: one contract, several backends, opened from a URI."""
