"""The HTTP interface, the command line, and what wires them to a store."""
