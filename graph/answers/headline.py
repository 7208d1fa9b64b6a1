"""The one sentence over a chain, an industry or a district: what is lacking there, and first."""

from collections.abc import Mapping

from graph.analysis.gaps import GapRow
from graph.analysis.targets import answered_for
from graph.answers.chains import rows_in
from graph.answers.gap_names import gap_name
from graph.answers.ranking import ranking
from graph.answers.workspace import Workspace
from graph.message import Message, _, spoken
from graph.model import Chain, Industry
from graph.model.vocabulary import NEEDS, Lang, NeedCode
from graph.network.terms import Terms


def headline(
    ws: Workspace,
    terms: Terms,
    subject: Chain | Industry,
    chains: list[Chain],
    lang: Lang,
) -> str:
    """Say what the plan says that the chain lacks, then what its rows of the gap list come to.

    Its numbers are those of the rows by standing. Without any row it says why there is none.
    """
    ids = {each.id for each in chains}
    rows = listed_rows(ws, terms, ids)
    parts = [*_quoted(ws, ids, lang), *_found(ws, terms, rows, ids, lang)]
    if not parts:
        parts = [_WORDS[_without_gap(ws, terms, ids)].template(lang)]
    name = subject.name if lang == "zh" else subject.name_en
    return _joined(name, parts, lang)


def district_headline(ws: Workspace, terms: Terms, share: str | None, lang: Lang) -> str:
    """Say the same of a whole region, then which share of the segments is unknown."""
    region = ws.region(terms)
    rows = listed_rows(ws, terms, None)
    parts = _found(ws, terms, rows, None, lang) or [_WORDS["nothing"].template(lang)]
    if share is not None:
        parts.append(_WORDS["unknown"].text(lang, share=share))
    name = region.name if lang == "zh" else (region.name_en or region.name)
    return _joined(name, parts, lang)


def listed_rows(ws: Workspace, terms: Terms, chains: set[str] | None) -> list[GapRow]:
    """List the rows of the gap list, those of some chains, in its order."""
    rows, ranks = ws.gap_rows(terms), ranking(ws, terms)
    wanted = ranks.keys() if chains is None else rows_in(ws, terms, chains)
    return [rows[id_] for id_ in sorted(wanted, key=lambda id_: ranks[id_].place)]


def _joined(name: str, parts: list[str], lang: Lang) -> str:
    colon, joint = (_("：").text(lang), _("；").text(lang))
    return name + colon + joint.join(parts)


def _quoted(ws: Workspace, chains: set[str], lang: Lang) -> list[str]:
    """Quote the plan where it says that something is missing in these chains alone."""
    quotes = [
        each.quote
        for gap in ws.facts.gaps.values()
        if gap.kind == "missing" and (gap.segment or gap.enterprise_type)
        if gap.chains and chains.issuperset(gap.chains)
        for each in gap.evidence[:1]
        if each.quote
    ]
    first = next(iter(dict.fromkeys(quotes)), None)
    return [_WORDS["quoted"].text(lang, quote=first)] if first else []


def _found(
    ws: Workspace, terms: Terms, rows: list[GapRow], chains: set[str] | None, lang: Lang
) -> list[str]:
    words = spoken(_WORDS, lang)
    confirmed = [row for row in rows if row.standing == "confirmed"]
    asked = [row for row in rows if row.standing == "to_settle"]
    parts: list[str] = []
    if confirmed:
        sure = sum(row.sure is True for row in confirmed)
        key = "confirmed" if sure else "unsure"
        parts.append(words[key].format(count=len(confirmed), sure=sure))
        needs = [need for need in NEEDS if _needed(confirmed, need)]
        parts += [_of_need(ws, terms, confirmed, need, lang) for need in needs]
    else:
        parts += _otherwise(ws, terms, rows, chains, lang)
    if asked:
        here = len(_needed(asked, "production"))
        key = "to_settle_here" if here else "to_settle"
        parts.append(words[key].format(count=len(asked), here=here))
    return parts


def _needed(rows: list[GapRow], need: NeedCode) -> list[GapRow]:
    return [row for row in rows if row.need == need]


def _of_need(
    ws: Workspace, terms: Terms, confirmed: list[GapRow], need: NeedCode, lang: Lang
) -> str:
    rows = _needed(confirmed, need)
    first = _first(ws, terms, rows, lang)
    return _WORDS[need].text(lang, count=len(rows), first=first)


def _first(ws: Workspace, terms: Terms, rows: list[GapRow], lang: Lang) -> str:
    """Name the first of some rows; those that tie with it are counted."""
    rank = ranking(ws, terms)
    alike = [row for row in rows if rank[row.id].rank == rank[rows[0].id].rank]
    name = segment_name(ws, rows[0], lang)
    if len(alike) == 1:
        return name
    return _WORDS["tied"].text(lang, name=name, count=len(alike))


def segment_name(ws: Workspace, row: GapRow, lang: Lang) -> str:
    """Name what is lacking: the segment, or what the plan calls it."""
    if row.segment is None:
        return gap_name(ws, row, lang)
    record = ws.facts.segments[row.segment]
    return record.name if lang == "zh" else record.name_en


def _otherwise(
    ws: Workspace, terms: Terms, rows: list[GapRow], chains: set[str] | None, lang: Lang
) -> list[str]:
    """Without a confirmed gap: what is wished here, else directions, else a question.

    Wishes are said where one is stated here, directions where this chain has one of its own: that
    is named; all of the list are counted.
    """
    wished = [row for row in rows if row.standing == "wished"]
    ours = [row for row in wished if _of_these(row, chains)]
    directions = [row for row in rows if row.standing == "direction"]
    alone = [row for row in directions if _alone(row, chains)]
    asked = [row for row in rows if row.standing == "to_settle"]
    for key, found, counted in (
        ("wished", ours, wished),
        ("direction", alone, directions),
        ("ask", asked, asked),
    ):
        if found:
            first = _first(ws, terms, found, lang)
            return [_WORDS[key].text(lang, count=len(counted), first=first)]
    return []


def _of_these(row: GapRow, chains: set[str] | None) -> bool:
    return chains is None or bool(row.stated and not chains.isdisjoint(row.stated.chains))


def _alone(row: GapRow, chains: set[str] | None) -> bool:
    return chains is None or bool(row.stated and chains.issuperset(row.stated.chains))


def _without_gap(ws: Workspace, terms: Terms, chains: set[str]) -> str:
    """Say why there is no gap: nothing is wanted, no recipe tells, or all is served."""
    frame = ws.frame(terms)
    here = {ws.network.number(p.segment) for each in chains for p in ws.members.get(each, ())}
    products = [each for each in ws.needs(terms).wanted if each in here]
    if not products:
        return "nobody"
    known = [each for each in products for kind in answered_for(frame, each) if frame.groups(kind)]
    return "none" if len(set(known)) == len(products) else "some" if known else "no_recipe"


def waiting(count: int, here: int, lang: Lang) -> str:
    """Count the products that wait for a segment; those here are told from those to come."""
    key = "here" if here == count else "some_here" if here else "to_come"
    return _WORDS[key].text(lang, count=count, here=here)


_WORDS: Mapping[str, Message] = {
    "quoted": _("规划原文“{quote}”"),
    "confirmed": _("确认缺口{count}项，其中{sure}项无须再核"),
    "unsure": _("确认缺口{count}项"),
    "production": _("卡住在产{count}项，首要{first}"),
    "plan": _("卡住拟引{count}项，首要{first}"),
    "market": _("市场需求{count}项，首要{first}"),
    "none": _("本地产品的上游没有须补的缺口"),
    "tied": _("{name}等{count}项并列"),
    "wished": _("尚无确认缺口，规划拟增{count}项，首要{first}"),
    "direction": _("尚无确认缺口，招引方向{count}项，首要{first}"),
    "ask": _("尚无确认缺口，先核实{first}"),
    "to_settle": _("待核实{count}项"),
    "to_settle_here": _("待核实{count}项，其中{here}项关系到在产产品"),
    "here": _("{count}个本地产品"),
    "some_here": _("{count}个产品（本地已有{here}个，其余在建或拟引进）"),
    "to_come": _("{count}个在建或拟引进的产品"),
    "nothing": _("没有推算出须补的缺口"),
    "unknown": _("{share}的环节未见本地企业"),
    "some": _("已有配方的本地产品，上游没有须补的缺口"),
    "no_recipe": _("本地产品还没有投入配方，缺什么无从推算"),
    "nobody": _("文件没有写明本地产品"),
}
