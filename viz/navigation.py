"""The navigation of every page; a new page is one line of `BAR` or `MORE`."""

from dataclasses import dataclass

from graph.message import Message, _, p_


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page: its word and its path.

    A phone's bar has room for four entries; the others fold into "more" there.
    """

    word: Message
    path: str
    phone: bool = False

    def holds(self, path: str) -> bool:
        """Whether a page stands here or below."""
        return path == self.path or (self.path != "/" and path.startswith(f"{self.path}/"))


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading of "more"."""

    word: Message
    entries: tuple[MenuEntry, ...]


BAR = (
    MenuEntry(_("总览"), "/", phone=True),
    MenuEntry(_("图谱"), "/graph"),
    MenuEntry(_("缺什么"), "/missing", phone=True),
    MenuEntry(_("补链清单"), "/gaps", phone=True),
    MenuEntry(p_("several", "协同"), "/synergies"),
    MenuEntry(p_("navigation", "规划原文"), "/documents"),
)
"""What stands in the bar; the menu of panoramas comes after the first."""

MORE = (
    Section(
        _("决策"),
        (
            MenuEntry(_("优先级"), "/priority"),
            MenuEntry(_("选几项"), "/choose"),
            MenuEntry(_("假设推演"), "/what-if"),
            MenuEntry(_("产业链风险"), "/risk"),
            MenuEntry(_("承载地"), "/land"),
            MenuEntry(p_("several", "招商线索"), "/leads"),
            MenuEntry(_("规划体检"), "/audit"),
        ),
    ),
    Section(
        _("全区"),
        (
            MenuEntry(p_("several", "地区"), "/regions"),
            MenuEntry(_("周边地区"), "/neighbours"),
            MenuEntry(p_("several", "指标"), "/indicators"),
            MenuEntry(p_("several", "平台"), "/platforms"),
            MenuEntry(p_("several", "项目"), "/projects"),
            MenuEntry(_("依存与风险"), "/dependence"),
        ),
    ),
    Section(
        p_("navigation", "名录"),
        (
            MenuEntry(p_("several", "环节"), "/segments"),
            MenuEntry(p_("several", "企业"), "/enterprises"),
        ),
    ),
    Section(
        _("数据"),
        (
            MenuEntry(_("数据底数"), "/verify"),
            MenuEntry(_("首周"), "/first-week"),
            MenuEntry(_("参考来源"), "/sources"),
            MenuEntry(_("导出"), "/exports"),
            MenuEntry(_("导入"), "/import"),
            MenuEntry(_("待确认"), "/queue"),
            MenuEntry(_("修订记录"), "/history"),
            MenuEntry(_("新近变化"), "/changes"),
        ),
    ),
)
"""What "more" opens; a section without entries is not shown."""


def more() -> tuple[Section, ...]:
    """The sections that have entries."""
    return tuple(section for section in MORE if section.entries)


def stands(path: str) -> bool:
    """Whether the application has a page that the navigation leads to at this path."""
    return any(
        entry.path == path
        for entry in (*BAR, *(entry for section in MORE for entry in section.entries))
    )


def in_more(path: str) -> bool:
    """Whether a page stands in "more" only."""
    return any(entry.holds(path) for section in MORE for entry in section.entries)
