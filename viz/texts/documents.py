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
    "sources": ("参考来源", "Sources"),
    "sources_n": ("参考知识引自 {n} 个公开来源", "{n} public sources of the reference layer"),
    "sources_note": (
        "“怎么说”是读后自拟的概括；网址未做成链接，本系统不访问外部网络。",
        (
            "What a source says is summed up in our own words; addresses are no links: "
            "nothing here asks the outside."
        ),
    ),
    "source_title": ("来源", "Source"),
    "source_says": ("怎么说", "What it says"),
    "source_where": ("出处", "Where"),
    "source_facts": ("引用它的事实", "Facts that rest on it"),
    "no_sources": ("没有公开来源。", "No public source."),
    "no_documents": ("还没有原文。", "No source text yet."),
}
