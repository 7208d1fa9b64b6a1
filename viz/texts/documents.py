"""Words of the plan reader and the list of source texts."""

TEXTS: dict[str, tuple[str, str]] = {
    "documents": ("原文", "Source texts"),
    "documents_n": ("{n} 份原文，事实都引自其中", "{n} source texts that the facts cite"),
    "no_documents": ("还没有原文。", "No source text yet."),
}
