"""The compiled network: segments, groups, and who makes what where."""
