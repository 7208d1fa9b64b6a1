"""The words of the search dialog."""

TEXTS: dict[str, tuple[str, str]] = {
    "seek": ("搜索", "Search"),
    "seek_keys": ("↑↓ 选择 · 回车打开 · Esc 关闭", "↑↓ choose · Enter opens · Esc closes"),
    "seek_short": ("找环节、企业 · Ctrl K", "Find anything · Ctrl K"),
    "seek_recent": ("最近打开", "Opened lately"),
    "seek_hint": ("输入一个字、别名或拼音首字母，如 qnj",
                  "Type a character, an alias or pinyin initials such as qnj"),
    "seek_found": ("列出 {n} 个；回车看全部", "{n} listed; Enter shows all"),
    "seek_failed": ("搜索没有应答（{why}），回车改用搜索页。",
                    "No answer ({why}); Enter goes to the search page."),
    "seek_all": ("全部结果", "All results"),
}  # fmt: skip
