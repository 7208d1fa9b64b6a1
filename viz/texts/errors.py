"""What a page says to do where something cannot be shown; under `advice_` by status."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "advice_404": _(
        "链接可能写错了，或出自旧版数据：记录改了名、并入别处或已删去。按名称搜索，或从总览进入。"
    ),
    "advice_410": _("这一页出自旧版数据，那一版已被替换。请从第一页重新打开。"),
    "advice_422": _("地址里有一项填错了，改正它，或从总览重新进入。"),
    "advice_503": _("数据没有丢失，只是此刻读不到。过一会儿再试；若仍不行，请管理员看服务器日志。"),
    "advice_500": _("这是程序的错。请把时间和做了什么告诉管理员，日志里有详情。"),
}
