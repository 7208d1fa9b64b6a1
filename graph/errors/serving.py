"""Errors of a server: who may ask, how much at once, and where it listens."""

from graph.message import _
from graph.wording import ROLES, LiantuError


class AccessError(LiantuError):
    """Whoever asks may not do that."""


class TokenNeededError(AccessError):
    """The request says nothing of who asks."""

    message = _("此操作需要{role}令牌（由管理员用 liantu token new 生成）")

    def __init__(self, *, role: str) -> None:
        super().__init__(role=ROLES[role])


class BadTokenError(AccessError):
    """The token was never given out, was revoked, or has expired."""

    message = _("令牌无效、已撤销或已过期")


class RoleTooLowError(AccessError):
    """The token is good, but not for this."""

    message = _("“{name}”的角色是{has}，此操作需要{role}")

    def __init__(self, *, name: str, has: str, role: str) -> None:
        super().__init__(name=name, has=ROLES[has], role=ROLES[role])


class CrossSiteError(AccessError):
    """A page of another site asks, in the browser of somebody who is logged in here."""

    message = _("请求不是由本站的网页发出；若经由代理访问，代理须原样转发 Host")


class TooManyTriesError(AccessError):
    """Too many wrong tokens came from one address; `seconds` later the next may."""

    message = _("失败次数过多，请 {seconds} 秒后再试")

    def __init__(self, *, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(seconds=seconds)


class TokensFileError(LiantuError):
    """The file of the tokens cannot be read or written; nobody is let in by it."""

    message = _("无法使用令牌文件 {file}：{reason}")


class CrowdedError(LiantuError):
    """Too much is asked at once; later the same is answered."""


class AddressCrowdedError(CrowdedError):
    """One address asks more at once than is answered to one."""

    message = _("同一地址同时提出的请求过多（上限 {most}），请稍后再试")


class QueueTooLongError(CrowdedError):
    """A request waited for its turn as long as one may; nothing was begun."""

    message = _("正在处理的请求太多，排队超过 {seconds} 秒，本次未处理；请稍后再试")


class AnswerLateError(CrowdedError):
    """An answer takes longer than a request may wait; it is kept for whoever asks again."""

    message = _("{seconds} 秒内未算完，服务器仍在计算；请稍后再问同一问题")


class NoFontError(LiantuError):
    """A picture with Chinese letters cannot be drawn: no font of this machine has them."""

    message = _(
        "本机没有中文字体，画不出 PNG：请装一种（如 Debian 的 fonts-noto-cjk）后重启，或改取 SVG"
    )


class ServeError(LiantuError):
    """The server cannot listen at this address."""


class PortTakenError(ServeError):
    """Another program listens at this port, or it needs rights that we lack."""

    message = _("无法监听 {host}:{port}：{reason}；请用 --port 换一个端口")


class NoSuchAddressError(ServeError):
    """The host name or address belongs to nothing on this machine."""

    message = _("本机没有地址“{host}”")


class NotLoopbackError(ServeError):
    """Other machines could reach the server, and nobody has a token."""

    message = _(
        "尚无访问令牌，不能监听其他机器可达的“{host}”；请先用 liantu token new reader 生成令牌"
    )
