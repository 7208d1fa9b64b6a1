"""What a page says to do where something cannot be shown; under `advice_` by status."""

TEXTS: dict[str, tuple[str, str]] = {
    "advice_404": (
        "链接可能写错了，或出自旧版数据：记录改了名、并入别处或已删去。按名称搜索，或从总览进入。",
        ("The link may be mistyped, or from older data: the record was renamed, merged or "
         "removed. Search for it by name, or start from the overview."),
    ),
    "advice_410": (
        "这一页出自旧版数据，那一版已被替换。请从第一页重新打开。",
        "This page was of an older version, which has been replaced. Open the first page again.",
    ),
    "advice_422": (
        "地址里有一项填错了，改正它，或从总览重新进入。",
        "Something in the address is wrong: correct it, or start from the overview.",
    ),
    "advice_503": (
        "数据没有丢失，只是此刻读不到。过一会儿再试；若仍不行，请管理员看服务器日志。",
        ("Nothing is lost, but the data cannot be read just now. Try again in a moment; if that "
         "does not help, whoever runs the server finds the reason in its log."),
    ),
    "advice_500": (
        "这是程序的错。请把时间和做了什么告诉管理员，日志里有详情。",
        "This is a fault of the program: tell whoever runs it when and what you did.",
    ),
    "try_again": ("再试一次", "Try again"),
    "first_page": ("第一页", "First page"),
    "seek_name": ("搜索“{name}”", "Search for “{name}”"),
}  # fmt: skip
