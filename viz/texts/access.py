"""Words of logging in, and of who may."""

TEXTS: dict[str, tuple[str, str]] = {
    "log_in": ("登录", "Log in"),
    "log_in_title": ("用令牌登录", "Log in with a token"),
    "log_in_hint": (
        "粘贴管理员给您的令牌。登录保持到浏览器关闭，最长 12 小时。",
        (
            "Paste the token that your administrator gave you. It holds until the browser is "
            "closed, 12 hours at most."
        ),
    ),
    "log_in_none": (
        "还没有令牌。请在运行链图的电脑上执行 liantu token new editor，把显示的令牌贴到这里。",
        (
            "There is no token yet. On the machine that runs liantu, run liantu token new editor "
            "and paste what it shows here."
        ),
    ),
    "log_in_token": ("令牌", "Token"),
    "log_out": ("退出登录", "Log out"),
    "logged_in": ("已登录：{name}", "Logged in: {name}"),
    "logged_in_role": ("角色：{role}", "Role: {role}"),
    "onward": ("继续", "Go on"),
    "trail": ("审计日志", "Audit log"),
    "trail_title": ("审计日志：{n} 条", "Audit log: {n} entries"),
    "trail_hint": (
        "谁在何时、从何处改动过数据，包括被拒绝的尝试；时间为 UTC。",
        "Who changed data, when and from where, refused tries too; times are UTC.",
    ),
    "trail_time": ("时间", "Time"),
    "trail_who": ("何人，何处", "Who, from where"),
    "trail_what": ("请求", "Request"),
    "trail_versions": ("数据版本", "Data version"),
    "trail_outcome": ("结果", "Outcome"),
    "trail_nobody": ("未登录", "nobody known"),
    "trail_unlisted": (
        "此前另有 {n} 次未登录的请求未列出",
        "{n} more by strangers before, not listed",
    ),
    "trail_older": ("更早的记录", "Older entries"),
    "trail_empty": ("还没有记录。", "There are no entries yet."),
    "outcome_done": ("完成", "done"),
    "outcome_refused": ("拒绝", "refused"),
    "outcome_failed": ("失败", "failed"),
    "role_reader": ("只读", "reader"),
    "role_editor": ("编辑", "editor"),
    "role_admin": ("管理员", "admin"),
}
