"""What stands in brackets: lists, conditions, and denials."""

from bisect import bisect
from dataclasses import dataclass

from graph.recognition.denials import STOPPED

_CONDITIONS_WORDS = """
不含 除 非 不得 依法 凭 须 需 经 国家 法律 按 取得 限 有效 许可 以 仅 未
禁止 不 在 涉及
"""
_CONDITIONS = tuple(_CONDITIONS_WORDS.split())
_DENIALS_WORDS = """
不含生产 不含制造 不含加工 不生产 非生产 除生产 不从事生产 生产除外 仅销售 仅限销售
"""
_DENIALS = tuple(_DENIALS_WORDS.split())
_FOR = ("用", "使用", "配套")
_BRANCHES = ("分支机构", "分公司", "限异地", "另设分支")
_MOST = 40


@dataclass(frozen=True, slots=True)
class Aside:
    """The content of a bracket, and where the bracket began."""

    start: int
    text: str

    @property
    def denies(self) -> bool:
        """Whether it says that nothing is made."""
        return any(each in self.text for each in _DENIALS)

    @property
    def branch(self) -> bool:
        """Whether it says that a branch elsewhere does it."""
        return any(each in self.text for each in _BRANCHES)

    @property
    def voids(self) -> bool:
        """Whether it makes another thing of the noun: 口罩(非医用)."""
        return self.text.startswith("非") and len(self.text) <= 6

    @property
    def stopped(self) -> bool:
        """Whether it says that this is over: 已于2019年停产."""
        return any(each in self.text for each in STOPPED)

    @property
    def condition(self) -> bool:
        """Whether it only says under which conditions: 依法须经批准的项目."""
        return self.text.startswith(_CONDITIONS) and not (self.denies or self.branch or self.voids)

    @property
    def listed(self) -> tuple[str, ...]:
        """The things it lists; none for a condition, an attribute, or whom it is for."""
        if self.text.startswith(_CONDITIONS) or self.text.endswith(_FOR):
            return ()
        parts = [
            each.strip() for each in self.text.replace(",", "、").replace(";", "、").split("、")
        ]
        kept = [each.removesuffix("等") for each in parts if each]
        return tuple(kept[:_MOST]) if len(kept) > 1 else ()


def outside(text: str) -> tuple[str, list[Aside]]:
    """A text with blanks in place of its brackets, and what they held, outermost ones whole.

    A bracket that nobody closes reaches to the end of its sentence.

    >>> outside("肉制品(卤肉、腊肉)生产")
    ('肉制品       生产', [Aside(start=3, text='卤肉、腊肉')])
    """
    if "(" not in text:
        return text, []
    chars = list(text)
    found: list[Aside] = []
    for begin, end in _brackets(text):
        found.append(Aside(begin, text[begin + 1 : end].strip()))
        chars[begin : end + 1] = " " * len(chars[begin : end + 1])
    return "".join(chars), found


def _brackets(text: str) -> list[tuple[int, int]]:
    """The outermost brackets, each from its sign to the closing one or the sentence's end."""
    closed: dict[int, int] = {}
    opened: list[int] = []
    for at, each in enumerate(text):
        if each == "(":
            opened.append(at)
        elif each == ")" and opened:
            closed[opened.pop()] = at
    ends = [at for at, each in enumerate(text) if each in ";。"] if opened else []
    for begin in opened:
        after = bisect(ends, begin)
        closed[begin] = ends[after] - 1 if after < len(ends) else len(text) - 1
    found: list[tuple[int, int]] = []
    for begin in sorted(closed):
        if not found or begin > found[-1][1]:
            found.append((begin, closed[begin]))
    return found
