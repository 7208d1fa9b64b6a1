"""Pictures to paste into a document: SVG on white that says of itself what it shows."""
