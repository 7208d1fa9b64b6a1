"""Pictures of a graph: style, pages, static files. Decides nothing about the domain."""
