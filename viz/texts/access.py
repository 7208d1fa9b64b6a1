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
    "role_reader": ("只读", "reader"),
    "role_editor": ("编辑", "editor"),
    "role_admin": ("管理员", "admin"),
}
