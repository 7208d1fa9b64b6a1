"""Words of the plan reader and the list of source texts."""

TEXTS: dict[str, tuple[str, str]] = {
    "documents": ("原文", "Source texts"),
    "documents_n": ("{n} 份原文，事实都引自其中", "{n} source texts that the facts cite"),
    "fact_type": ("事实类型", "Type of fact"),
    "uncited": ("没有事实引用的句子", "Sentences that no fact cites"),
    "uncited_n": ("{n} 句没有事实引用", "{n} sentences not cited"),
    "uncited_also": ("加点线的句子没有事实引用。", "Dotted sentences are cited by no fact."),
    "uncited_hint": (
        "标出的句子没有事实引用；有意略去的注明理由，其余尚未逐句登记理由。",
        "The marked sentences are cited by no fact; where that is by decision, the reason follows.",
    ),
    "reader_found": ("标出 {n} 处，共 {all} 处被引用。", "{n} of {all} cited spans are marked."),
    "found_lines": ("标出之处", "What is marked"),
    "no_documents": ("还没有原文。", "No source text yet."),
}
