"""What the cell of a firm's name says beside the name: numbers, former names, states, others."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from graph.exchange.read.columns import plain
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.remarks import says_not_running, tells_of_closing
from graph.message import Message, _

_NUMBERED = re.compile(r"^(?:\d{1,4}[.．、)）](?!\d)|[①-⑳⑴-⑽]|[(（]\d{1,3}[)）])\s*(?=.{2})")
_STARS = "★☆*※▲△●○◆◇■□# "
_QUOTED = re.compile("^[“\"'‘「](.{2,})[”\"'’」]$")
_ASIDE = re.compile(r"^(.{2,}?)[,，;；、 ]?[(（【\[]([^()（）【】\[\]]{1,40})[)）】\]]$")
_BEHIND = re.compile("^(.+[^-—–_ ,，])[-—–_ ,，]+([^-—–_ ,，]{2,12})$")
_FORMER = re.compile(
    "(?:(?:曾用名称?|原名称?|原企业名称|原公司名称|旧名|更名前|前身)[:：是为]{0,2}"
    "|原[:：]?(?![料材油煤子浆野生]))(.{3,})"
)
_NOW = re.compile("(?:现名|现更名为|更名为|已更名为|现)[:：]?(.{3,})")
_ALSO = re.compile('(?:简称|以下简称|别名|又名|英文名)[:：“"]{0,2}(.{2,}?)[”"]?')
_BEHIND_FORMER = re.compile(
    "^(.{2,}?[^,，;；、 ])[,，;；、 ]+(?:曾用名|原名|原企业名称|更名前)[:：为]{0,2}(.{3,})$"
)
_SEVERAL = re.compile(r"[、;；\n|｜]|(?<=[^\x00-\x7f])[,，/／](?=[^\x00-\x7f])")
_BRACKETS = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]]")
_NOBODY = re.compile(
    r"[\d\W_]*|同上|〃|同前|待定|未定|拟定|(?:×+|[XxＸ*]{2,4})(?:公司|企业|厂|有限公司)?"
)


class FirmCell(NamedTuple):
    """The name of a firm, the other names beside it, and why a person has to look at it."""

    name: str
    former: tuple[str, ...] = ()
    why: Message | None = None


@lru_cache(maxsize=1024)
def firm_cell(text: str) -> FirmCell:
    """Read the cell of a firm's name.

    >>> firm_cell("1. ★大河厂（原名：小河厂）")
    FirmCell(name='大河厂', former=('小河厂',), why=None)
    >>> [bool(firm_cell(each).why) for each in ("大河厂（已注销）", "甲厂、乙厂", "大河（甲）厂")]
    [True, True, False]
    """
    name = _NUMBERED.sub("", text.strip(_STARS), count=1).strip(_STARS)
    name = _QUOTED.sub(r"\1", name)
    found = _BEHIND_FORMER.fullmatch(name)
    if found is not None:
        return _looked_at(found[1], (found[2],))
    found = _ASIDE.fullmatch(name)
    if found is None:
        return _looked_at(name)
    whole, aside = found[1], found[2]
    if (other := _FORMER.fullmatch(aside) or _ALSO.fullmatch(aside)) is not None:
        return _looked_at(whole, (other[1],))
    if (now := _NOW.fullmatch(aside)) is not None:
        return _looked_at(now[1], (whole,))
    return _looked_at(name)


def _looked_at(name: str, former: tuple[str, ...] = ()) -> FirmCell:
    aside = _ASIDE.fullmatch(name) or _BEHIND.fullmatch(name)
    if aside is not None and (says_not_running(aside[2]) or tells_of_closing(aside[2])):
        why = _("名称里写着“{text}”，企业会被当作在产；请写在“状态”一列", text=aside[2])
        return FirmCell(name, former, why)
    bare = _BRACKETS.sub("", name)
    if len([part for part in _SEVERAL.split(bare) if part.strip()]) > 1:
        return FirmCell(name, former, _("一格里像是几家企业，请一行写一家；确是一家，请选“新的”"))
    nobody = _NOBODY.fullmatch(bare) is not None or plain(name) in _headers()
    if nobody or says_not_running(name):
        return FirmCell(
            name, former, _("“{text}”不像企业名称；确是一家，请选“新的”", text=name[:40])
        )
    return FirmCell(name, former)


@cache
def _headers() -> frozenset[str]:
    """What the columns of lists of firms are called: where such a word stands, no firm does."""
    kinds = ("enterprises", "makes", "supplies")
    fields = [field for kind in kinds for field in TABLES[kind].fields]  # type: ignore[index] # as named
    return frozenset(plain(n) for f in fields for n in (f.header, *f.synonyms) if len(n) > 1)
