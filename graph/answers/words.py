"""Words for codes, in both languages, as sentences use them."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar, get_args

from graph.message import _
from graph.model import gap_kinds, looks, plain_looks
from graph.model.gap_kinds import GapKind
from graph.model.looks import LOCAL_STATUS
from graph.model.vocabulary import Lang, LocalStatus, NeedCode, Standing, StatusBasis, Verdict

LANGS: tuple[Lang, ...] = get_args(Lang)
T = TypeVar("T")


class ByLanguage(dict[Lang, T]):
    """What is said in each language, made when the language is first asked for."""

    def __init__(self, make: Callable[[Lang], T]) -> None:
        self._make = make

    def __missing__(self, lang: Lang) -> T:
        """Make what is not there yet, and keep it."""
        made = self[lang] = self._make(lang)
        return made


STATUS: Mapping[Lang, Mapping[LocalStatus, str]] = ByLanguage(
    lambda lang: {code: look.in_sentence(lang) for code, look in LOCAL_STATUS.items()}
)
GAP_KIND: Mapping[Lang, Mapping[GapKind, str]] = ByLanguage(
    lambda lang: {code: look.in_sentence(lang) for code, look in gap_kinds.GAP_KIND.items()}
)

SUSPECTED: Mapping[Lang, str] = ByLanguage(looks.SUSPECTED.in_sentence)
"""The kind of a computed gap that is not settled: unknown is not missing."""


def gap_kind(kind: GapKind, standing: Standing, lang: Lang) -> str:
    """Name the kind of a gap.

    >>> gap_kind("missing", "to_settle", "zh"), gap_kind("missing", "confirmed", "zh")
    ('疑缺', '缺失')
    """
    suspected = kind == "missing" and standing == "to_settle"
    return SUSPECTED[lang] if suspected else GAP_KIND[lang][kind]


STANDING: Mapping[Lang, Mapping[Standing, str]] = ByLanguage(
    lambda lang: {code: look.in_sentence(lang) for code, look in looks.STANDING.items()}
)
NEED: Mapping[Lang, Mapping[NeedCode, str]] = ByLanguage(
    lambda lang: {code: look.in_sentence(lang) for code, look in looks.NEED.items()}
)
"""What a gap is needed for."""
STATUS_BASIS: Mapping[Lang, Mapping[StatusBasis, str]] = ByLanguage(
    lambda lang: {code: look.in_sentence(lang) for code, look in plain_looks.STATUS_BASIS.items()}
)
"""What a local status rests on."""
VERDICT: Mapping[Lang, Mapping[Verdict, str]] = ByLanguage(
    lambda lang: {code: look.short(lang) for code, look in plain_looks.VERDICT.items()}
)
"""What people say of a gap; none of these words is part of one for what is computed."""


@cache
def _verdicts() -> Mapping[str, Verdict]:
    return {word: verdict for lang in LANGS for verdict, word in VERDICT[lang].items()}


@cache
def in_brackets() -> re.Pattern[str]:
    """What a cell says behind its last words: an opened bracket, a verdict, perhaps a reason."""
    words = "|".join(_verdicts())
    return re.compile(f"[（(]\\s*({words})\\s*(?:[:：](.*))?$", re.DOTALL)


def standing_cell(
    standing: Standing, verdict: Verdict | None, reason: str | None, lang: Lang
) -> str:
    """Write the cell 确认状态: what is computed, then what people say of it.

    >>> standing_cell("to_settle", "refute", "城南厂在产", "zh")
    '待核实（不实：城南厂在产）'
    >>> standing_cell("noted", None, None, "zh")
    '提升与在册'
    """
    computed = STANDING[lang][standing]
    if verdict is None:
        return computed
    said = VERDICT[lang][verdict]
    return f"{computed}（{said}：{reason}）" if reason else f"{computed}（{said}）"


def verdict_in(cell: str) -> tuple[Verdict | None, str | None]:
    """Read what people say of a gap in a cell 确认状态, and the reason they give.

    >>> verdict_in("待核实（不实：城南厂（分厂）在产）"), verdict_in("确认缺口(采纳)")
    (('refute', '城南厂（分厂）在产'), ('adopt', None))
    >>> verdict_in("确认缺口")
    (None, None)
    """
    text = cell.rstrip()
    found = in_brackets().search(text[:-1]) if text.endswith(("）", ")")) else None
    if found is None:
        return None, None
    return _verdicts()[found[1]], (found[2] or "").strip() or None


def listed(names: list[str], lang: Lang, most: int = 6) -> str:
    """Join names, the first `most` of them, and say how many there are in all.

    >>> listed(["钢", "铝", "铜"], "zh", most=2)
    '钢、铝等3种'
    """
    comma, rest = (_("、").text(lang), _("等{names}种", names=len(names)).text(lang))
    shown = comma.join(names[:most])
    return shown + rest if len(names) > most else shown
