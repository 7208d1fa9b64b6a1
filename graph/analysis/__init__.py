"""Questions: one per module, pure functions of the network."""
